import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Reader, readWhole } from '../core/reading';
import type { Schema } from '../core/reading-schema';
import type { Asker, Identity } from '../identity/identity';
import { refuse } from './refusals';
import type { Role } from '../identity/roles';
import { type ProblemName, sendProblem } from './problems';

/** One thing the API can be asked for, as `/api/openapi.json` describes it. */
export interface ApiOperation<Body = never, Query = never> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** `{name}` stands for a part that is chosen by whoever asks. */
  readonly path: `/api/${string}`;
  /** A name for programs that are made from the document. */
  readonly id: string;
  readonly summary: string;
  /** Who may; null: whoever reaches the service. */
  readonly role: Role | null;
  /** Whoever says nothing about themselves may as well. Somebody who does is still looked at: a bad token does not count. */
  readonly orNobody?: boolean;
  /** JSON. A reader never repeats in a problem what was sent. */
  readonly body?: Reader<Body>;
  /** Texts by name; one that is given twice is a list, which no reader takes for a text. */
  readonly query?: Reader<Query>;
  /** By status. Problems need not be named here but for `problems`. */
  readonly answers: { readonly [status: number]: ApiAnswer };
  /** What can be wrong besides what can be wrong with any request. */
  readonly problems?: readonly ProblemName[];
}

/** One that is served as it is described: what is said here is what is checked, so whoever adds a route adds its documentation with it. */
export interface ApiRoute<Body = undefined, Query = undefined> extends ApiOperation<Body, Query> {
  handle(asked: { readonly body: Body; readonly query: Query; readonly request: FastifyRequest; readonly reply: FastifyReply }): unknown;
}

export interface ApiAnswer {
  readonly description: string;
  /** None: an answer without content. */
  readonly schema?: Schema;
  /** By name, what they hold. */
  readonly headers?: { readonly [name: string]: string };
}

/** A route whose body and query are checked, whatever they are; lists of routes hold these. */
export type AnyApiRoute = ApiRoute<never, never>;

/** Lets the compiler find out the types of body and query. */
export function apiRoute<Body = undefined, Query = undefined>(route: ApiRoute<Body, Query>): AnyApiRoute {
  return route as unknown as AnyApiRoute;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks, where the route is for somebody with a role. */
    asker: Asker | null;
  }
}

/** Mistakes told of one request: nobody reads more, and an answer must not be many times as long as what was sent. */
const MOST_TOLD = 100;

/**
 * Serves routes. Whoever may not ask is told so before anything of the body is read; a request that a reader does not take gets 400
 * with everything that is wrong with it, up to a hundred mistakes.
 */
export function serveRoutes(app: FastifyInstance, routes: readonly AnyApiRoute[], identity: Identity): void {
  app.decorateRequest('asker', null);
  for (const { method, path, role, orNobody, body, query, handle } of routes) {
    app.route({
      method,
      url: path,
      config: { rateLimit: {} },
      onRequest: async (request, reply) => {
        if (role === null) return;
        const found = await identity.identify(request.raw);
        if (!found.ok && found.reason === 'none' && orNobody === true) return;
        if (!found.ok) return refuse(reply, found.reason, identity);
        if (!found.asker.roles.has(role)) return refuse(reply, { role }, identity);
        request.asker = found.asker;
      },
      handler: async (request, reply) => {
        reply.header('cache-control', 'no-store');
        const readBody = body ? readWhole(body, request.body) : NOTHING;
        const readQuery = query ? readWhole(query, request.query) : NOTHING;
        const problems = [...(readBody.ok ? [] : readBody.problems), ...(readQuery.ok ? [] : readQuery.problems)];
        if (!readBody.ok || !readQuery.ok) return sendProblem(reply, 'invalid-request', { errors: problems.slice(0, MOST_TOLD) });
        return handle({ body: readBody.value as never, query: readQuery.value as never, request, reply });
      },
    });
  }
}

const NOTHING = { ok: true, value: undefined } as const;
