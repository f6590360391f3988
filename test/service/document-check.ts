import Ajv2020 from 'ajv/dist/2020';
import type { Answer } from './running';

type Json = { readonly [name: string]: unknown };

const DOCUMENT = 'https://umsicht.example/api/openapi.json';

/** Holds an answer against the document the service gives out. Throws where they differ. */
export type DocumentCheck = (method: string, path: string, answer: Answer) => void;

export function documentCheck(text: string): DocumentCheck {
  const document = JSON.parse(text) as { readonly paths: { readonly [path: string]: { readonly [method: string]: { readonly responses: { readonly [status: string]: Json & { readonly content?: Json } } } } } };
  const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });
  ajv.addSchema({ ...(closed(document) as Json), $id: DOCUMENT });

  const hold = (pointer: readonly string[], answer: Answer, what: string): void => {
    const validate = ajv.getSchema(`${DOCUMENT}#/${pointer.map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/')}`);
    if (!validate) throw new Error(`The document has no schema for ${what}.`);
    if (!validate(answer.json())) throw new Error(`The answer to ${what} is not as documented: ${ajv.errorsText(validate.errors)}\n${answer.text.slice(0, 500)}`);
  };

  return (method, path, answer) => {
    const what = `${method} ${path} with ${answer.status}`;
    const [type] = String(answer.headers['content-type'] ?? '').split(';');
    if (answer.status >= 400 && method !== 'HEAD') {
      if (type !== 'application/problem+json') throw new Error(`The answer to ${what} is of type ${type}, not problem details.`);
      hold(['components', 'schemas', 'Problem'], path === '/readyz' ? withoutReadiness(answer) : answer, what);
      if ((answer.json() as { status: number }).status !== answer.status) throw new Error(`The answer to ${what} names another status.`);
    }
    const [plain = ''] = path.split('?');
    const described = Object.keys(document.paths).find((each) => new RegExp(`^${each.replace(/\{\w+\}/g, '[^/]+')}$`).test(plain)) ?? '';
    const operation = document.paths[described]?.[method.toLowerCase()];
    if (!operation) return;
    const expected = operation.responses[answer.status];
    if (!expected) throw new Error(`The document does not say that ${what} can be.`);
    if (!expected.content && answer.text !== '') throw new Error(`The answer to ${what} should have no content.`);
    if (expected.content) hold(['paths', described, method.toLowerCase(), 'responses', String(answer.status), 'content', String(type), 'schema'], answer, what);
  };
}

/** What whoever balances the load is told beyond the problem is no part of the API. */
function withoutReadiness(answer: Answer): Answer {
  const { state: _, database: __, connectors: ___, directory: ____, ...problem } = answer.json() as Json;
  return { ...answer, json: () => problem };
}

/** Readers pass over what they do not know, so that both sides can change apart; but the service sends nothing that is not documented. */
function closed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(closed);
  if (typeof value !== 'object' || value === null) return value;
  const copy = Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, closed(inner)]));
  return copy.properties && (copy.type === 'object' || copy.$ref) ? { ...copy, unevaluatedProperties: false } : copy;
}
