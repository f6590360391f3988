import type { FastifyReply } from 'fastify';
import type { Problem } from '../core/reading';
import { PROBLEM_TYPE, type ProblemDetails } from '../wire/problem-details';

/** Everything the service says no to. Names stay for good, since programs go by them; docs/service.md lists them. */
export const PROBLEMS = {
  'invalid-request': { status: 400, title: 'The request is not understood.' },
  'sign-in-required': { status: 401, title: 'Sign in first.' },
  'invalid-token': { status: 401, title: 'The token does not count here.' },
  'not-genuine': { status: 401, title: 'The signature is not genuine, or too old.' },
  'foreign-origin': { status: 403, title: 'Pages of that origin may not ask here.' },
  'foreign-proxy': { status: 403, title: 'Only the proxy may say who asks.' },
  'not-allowed': { status: 403, title: 'That is for somebody with another role.' },
  'not-found': { status: 404, title: 'There is nothing here.' },
  'method-not-allowed': { status: 405, title: 'This cannot be done here.' },
  'request-timeout': { status: 408, title: 'The request took too long to arrive.' },
  'body-too-large': { status: 413, title: 'The request is too large.' },
  'address-too-long': { status: 414, title: 'The address is too long.' },
  'unsupported-media-type': { status: 415, title: 'Expected content-type: application/json.' },
  'wrong-host': { status: 421, title: 'This service is not meant under that name.' },
  'too-many-requests': { status: 429, title: 'Too many requests at a time.' },
  'headers-too-large': { status: 431, title: 'The headers of the request are too large.' },
  'sign-in-unavailable': { status: 503, title: 'Nobody can be recognised at the moment.' },
  'unavailable': { status: 503, title: 'The service cannot answer at the moment.' },
} as const satisfies { readonly [name: string]: { readonly status: number; readonly title: string } };

export type ProblemName = keyof typeof PROBLEMS;

export interface ProblemWords {
  /** What is particular to this case. Never repeats what was sent. */
  readonly detail?: string;
  readonly errors?: readonly Problem[];
}

export function typeOf(name: ProblemName): string {
  return `urn:umsicht:problem:${name}`;
}

export function problemDetails(name: ProblemName, { detail, errors }: ProblemWords = {}): ProblemDetails {
  const { status, title } = PROBLEMS[name];
  return { type: typeOf(name), title, status, ...(detail !== undefined && { detail }), ...(errors !== undefined && { errors }) };
}

export function sendProblem(reply: FastifyReply, name: ProblemName, words: ProblemWords = {}): FastifyReply {
  return reply.code(PROBLEMS[name].status).header('cache-control', 'no-store').type(PROBLEM_TYPE).send(problemDetails(name, words));
}

/** The problem that goes with a status fastify has refused a request with. */
export function problemWith(status: number): ProblemName {
  if (status >= 500) return 'unavailable';
  const names = (Object.keys(PROBLEMS) as ProblemName[]).filter((name) => PROBLEMS[name].status === status);
  return names.length === 1 ? names[0] as ProblemName : 'invalid-request';
}
