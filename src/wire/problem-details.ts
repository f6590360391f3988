import { fitting, listOf, optional, type Problem, section } from '../core/reading';
import { described } from '../core/reading-schema';

/** Media type of every answer that says what went wrong (RFC 9457). */
export const PROBLEM_TYPE = 'application/problem+json';

const text = described(fitting<string>((value) => typeof value === 'string', 'a text'), () => ({ type: 'string' }));

/** What went wrong. `errors` are the mistakes in a request, each with its place in the body or the query. */
export interface ProblemDetails {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  readonly errors?: readonly Problem[];
}

/**
 * What a problem looks like. `type` is a name, not an address: programs go by it. Nothing in it repeats what was sent.
 */
export const problemDetailsReader = section({
  type: described(fitting<string>((value) => typeof value === 'string', 'a name'), () => ({ type: 'string', format: 'uri' })),
  title: text,
  status: described(fitting<number>((value) => typeof value === 'number', 'a status'), () => ({ type: 'integer', minimum: 400, maximum: 599 })),
  detail: optional(text, undefined),
  errors: optional(listOf(section({ path: text, message: text }), 'a list of mistakes'), undefined),
});
