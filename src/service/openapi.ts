import { isOptional, type Schema, schemaOf } from '../core/reading-schema';
import { PROBLEM_TYPE, problemDetailsReader } from '../wire/problem-details';
import type { ApiOperation } from './api-route';
import { PROBLEMS, type ProblemName, typeOf } from './problems';

/** Where the document is. */
export const OPENAPI_PATH = '/api/openapi.json';

/** What can be wrong with any request. */
const ALWAYS: readonly ProblemName[] = ['foreign-origin', 'wrong-host', 'too-many-requests', 'unavailable'];
const WITH_ROLE: readonly ProblemName[] = ['sign-in-required', 'invalid-token', 'foreign-proxy', 'not-allowed', 'sign-in-unavailable'];
const WITH_BODY: readonly ProblemName[] = ['invalid-request', 'body-too-large', 'unsupported-media-type'];

/**
 * The OpenAPI 3.1 document of these operations, made from the readers that check requests. `schemas` are those that answers refer
 * to by name, as `{ $ref: '#/components/schemas/NAME' }`.
 */
export function openApiDocument(operations: readonly ApiOperation[], schemas: { readonly [name: string]: Schema }, version: string): Schema {
  const paths: { [path: string]: { [method: string]: Schema } } = {};
  for (const each of operations) (paths[each.path] ??= {})[each.method.toLowerCase()] = operation(each);
  return {
    openapi: '3.1.0',
    info: {
      title: 'Umsicht',
      version,
      description: 'What the add-in asks the service. Within /api/v1 nothing is taken away and nothing changes its meaning; more may be added, so pass over what you do not know.',
    },
    servers: [{ url: '/' }],
    paths,
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT', description: 'An access token of Microsoft Entra ID for this service.' } },
      schemas: {
        Problem: { ...schemaOf(problemDetailsReader), description: 'Problem details (RFC 9457). Programs go by type.' },
        ...Object.assign({}, ...Object.entries(schemas).map(([name, schema]) => inComponents(name, schema))),
      },
    },
  };
}

/** A JSON Schema with its definitions beside it, since many programs find no others. */
function inComponents(name: string, schema: Schema): Schema {
  const { $schema: _, $id: __, $defs = {}, ...own } = JSON.parse(JSON.stringify(schema).replaceAll('"$ref":"#/$defs/', `"$ref":"#/components/schemas/${name}.`)) as Schema;
  return { [name]: own, ...Object.fromEntries(Object.entries($defs as Schema).map(([inner, definition]) => [`${name}.${inner}`, definition])) };
}

function operation({ path, id, summary, role, orNobody, body, query, answers, problems = [] }: ApiOperation): Schema {
  const failures = new Set<ProblemName>([...problems, ...(role === null ? [] : WITH_ROLE), ...(body ? WITH_BODY : []), ...(query ? ['invalid-request' as const] : []), ...ALWAYS]);
  const parameters = [
    ...Array.from(path.matchAll(/\{(\w+)\}/g), ([, name]) => ({ name, in: 'path', required: true, schema: { type: 'string' } })),
    ...(query ? parametersIn(schemaOf(query)) : []),
  ];
  return {
    operationId: id,
    summary,
    // Without a sign-in the service listens on loopback only, and a proxy signs people in by itself; so a token is not always needed.
    security: role === null ? [] : [{ token: [] }, {}],
    ...(role !== null && { description: `For somebody with the role ${role}${orNobody === true ? ', and for whoever does not say who they are' : ''}.` }),
    ...(parameters.length > 0 && { parameters }),
    ...(body && { requestBody: { required: !isOptional(body), content: { 'application/json': { schema: schemaOf(body) } } } }),
    responses: {
      ...Object.fromEntries(Object.entries(answers).map(([status, { description, schema, headers }]) => [status, {
        description,
        ...(headers && { headers: Object.fromEntries(Object.entries(headers).map(([name, holds]) => [name, { description: holds, schema: { type: 'string' } }])) }),
        ...(schema && { content: { 'application/json': { schema } } }),
      }])),
      ...failureAnswers([...failures]),
    },
  };
}

/** One answer per status; its schema names the problems it can be about. */
function failureAnswers(names: readonly ProblemName[]): Schema {
  const statuses = [...new Set(names.map((name) => PROBLEMS[name].status))].sort();
  return Object.fromEntries(statuses.map((status) => {
    const about = names.filter((name) => PROBLEMS[name].status === status);
    return [status, {
      description: about.map((name) => PROBLEMS[name].title).join(' '),
      content: { [PROBLEM_TYPE]: { schema: { $ref: '#/components/schemas/Problem', properties: { type: { enum: about.map(typeOf) }, status: { const: status } } } } },
    }];
  }));
}

function parametersIn({ properties = {}, required = [] }: Schema): readonly Schema[] {
  return Object.entries(properties as { readonly [name: string]: Schema }).map(([name, schema]) => ({
    name, in: 'query', required: (required as readonly string[]).includes(name), schema,
  }));
}
