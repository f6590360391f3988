import { type LookUpLimits, SourceFailure } from '../connector';
import { answerText } from './answer-text';

export interface JsonRequest {
  readonly method: 'GET' | 'POST';
  readonly url: URL;
  readonly headers?: { readonly [name: string]: string };
  /** Sent as JSON; a form is sent as one. */
  readonly body?: object | URLSearchParams;
}

/** Whoever signs our requests in. */
export interface Bearer {
  /** What goes into the header; rejects with a SourceFailure. */
  token(limits: LookUpLimits): Promise<string>;
  /** It was refused; the next one is to be another. False where there is no other. */
  renew(refused: string): boolean;
}

/** Sends a request and gives the JSON of its answer. Rejects with a SourceFailure for anything else. */
export type JsonRequests = (request: JsonRequest, limits: LookUpLimits) => Promise<unknown>;

/** Answers with content: everything, or a part with the rest as errors. */
const GOOD: readonly number[] = [200, 207];

/**
 * Plain requests over `fetch`. A token that is refused is renewed once. Redirects are not followed: what
 * was meant for one server, token and addresses, is for no other.
 */
export function jsonRequests(bearer: Bearer | null, headers: { readonly [name: string]: string } = {}): JsonRequests {
  return async (request, limits) => {
    for (let isSecond = false; ; isSecond = true) {
      const token = bearer ? await bearer.token(limits) : null;
      const answer = await send(request, { ...headers, ...(token !== null && { authorization: `Bearer ${token}` }) }, limits);
      if (answer.status === 401 && bearer && token !== null && !isSecond && bearer.renew(token)) continue;
      if (GOOD.includes(answer.status) && answer.body !== undefined) return answer.body;
      throw failureOf(answer);
    }
  };
}

/** One token that never changes, as administrators are given it. */
export function fixedBearer(token: string): Bearer {
  return { token: async () => token, renew: () => false };
}

interface Answer {
  readonly status: number;
  readonly retryAfter: string | null;
  /** Undefined for what is no JSON. */
  readonly body: unknown;
}

async function send({ method, url, headers, body }: JsonRequest, more: { readonly [name: string]: string }, { signal, turn }: LookUpLimits): Promise<Answer> {
  await turn();
  try {
    const isForm = body instanceof URLSearchParams;
    const answer = await fetch(url, {
      method,
      redirect: 'error',
      headers: { accept: 'application/json', ...(body !== undefined && !isForm && { 'content-type': 'application/json' }), ...headers, ...more },
      ...(body !== undefined && { body: isForm ? body : JSON.stringify(body) }),
      signal,
    });
    return { status: answer.status, retryAfter: answer.headers.get('retry-after'), body: parsed(await answerText(answer, signal)) };
  } catch (error) {
    if (error instanceof SourceFailure) throw error;
    throw signal.aborted ? new SourceFailure('timeout', 'tooLate') : new SourceFailure('unreachable', codeOf(error));
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** `ECONNREFUSED`, `DEPTH_ZERO_SELF_SIGNED_CERT` and the like, which the library hides in the cause. */
function codeOf(error: unknown): string {
  const code = ((error as { cause?: unknown }).cause as { code?: unknown } | undefined)?.code;
  return typeof code === 'string' && /^\w{1,60}$/.test(code) ? code : 'noConnection';
}

/** Longest wait that is taken at its word, in milliseconds; who asks for more is asked again then. */
const LONGEST_PAUSE = 15 * 60_000;

/** What is thrown for an answer that is none. `rejected`: something in the question was not taken, so that parts of it may be. */
function failureOf({ status, retryAfter, body }: Answer): SourceFailure {
  const code = vendorCode(body) ?? String(status);
  if (status === 429) return new SourceFailure('timeout', code, waitIn(retryAfter) ?? 1000);
  // Salesforce's word for a day's requests used up.
  if (code === 'REQUEST_LIMIT_EXCEEDED') return new SourceFailure('timeout', code, waitIn(retryAfter) ?? LONGEST_PAUSE);
  if (status === 503 && retryAfter !== null) return new SourceFailure('unreachable', code, waitIn(retryAfter));
  if (status >= 500) return new SourceFailure('unreachable', code);
  if (status === 400 || status === 422) return new SourceFailure('refused', 'rejected');
  if (status >= 300) return new SourceFailure('refused', code);
  return new SourceFailure('invalidAnswer', GOOD.includes(status) ? 'noJson' : code);
}

/** Milliseconds. `Retry-After` is a number of seconds, or a date (RFC 9110, 10.2.3). */
export function waitIn(retryAfter: string | null): number | null {
  if (retryAfter === null) return null;
  const seconds = /^\d{1,9}$/.test(retryAfter.trim()) ? Number(retryAfter) : (Date.parse(retryAfter) - Date.now()) / 1000;
  return isNaN(seconds) ? null : Math.min(Math.max(0, seconds * 1000), LONGEST_PAUSE);
}

/** The vendor's short word for a failure; the sentences beside it may quote what was asked. */
function vendorCode(body: unknown): string | null {
  const [first] = Array.isArray(body) ? body as readonly unknown[] : [body];
  const { error, errorCode, category } = (first ?? {}) as { error?: unknown; errorCode?: unknown; category?: unknown };
  const inside = typeof error === 'object' && error !== null ? (error as { code?: unknown }).code : error;
  const code = [errorCode, inside, category].find((each) => typeof each === 'string' && /^\w{1,60}$/.test(each));
  return (code as string | undefined) ?? null;
}
