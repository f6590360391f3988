import type { UnknownReason } from '../../core/evidence';
import { SourceFailure } from '../connector';
import { answerText } from '../http/answer-text';

/** A request that brought nothing usable. The message holds no address, and neither does the code. */
export class GraphFailure extends Error {
  readonly reason: UnknownReason;
  /** Microsoft's word for it, such as `Authorization_RequestDenied`, or the status. */
  readonly code: string;

  constructor(reason: UnknownReason, code: string) {
    super(`Microsoft Graph: ${code}`);
    this.name = 'GraphFailure';
    this.reason = reason;
    this.code = code;
  }
}

export interface GraphAccount {
  readonly tenant: string;
  readonly client: string;
  readonly secret: string;
  /** Origin of Microsoft Graph. */
  readonly graph: string;
  /** Origin of the sign-in. */
  readonly login: string;
  /** Milliseconds since 1970, UTC. */
  readonly now: () => number;
}

export interface GraphRequests {
  /** JSON at an address of Microsoft Graph. Rejects with a GraphFailure. */
  get(url: URL, signal: AbortSignal): Promise<unknown>;
}

/** Milliseconds before its end at which a token is no longer used. */
const TOKEN_SLACK = 60_000;

/** A request that was put off, or broke, is sent again so many times. */
const MOST_RETRIES = 3;

/** Milliseconds to wait where Microsoft does not say, and the longest that is waited. */
const USUAL_WAIT = 500;
const LONGEST_WAIT = 5000;

/**
 * Requests with a token of the application's own (OAuth 2.0, client credentials), which is fetched when it is
 * first needed and again when it has ended or is refused. Puts off what Microsoft puts off (429, 503
 * with Retry-After), within `signal`. Redirects are not followed: the token is for nobody else.
 */
export function graphRequests(account: GraphAccount): GraphRequests {
  let token: { readonly text: string; readonly until: number } | null = null;

  const signIn = async (signal: AbortSignal): Promise<string> => {
    if (token && account.now() < token.until) return token.text;
    const answer = await patiently(signal, () => fetch(new URL(`/${account.tenant}/oauth2/v2.0/token`, account.login), {
      method: 'POST',
      redirect: 'error',
      headers: { accept: 'application/json' },
      body: new URLSearchParams({ grant_type: 'client_credentials', client_id: account.client, client_secret: account.secret, scope: `${account.graph}/.default` }),
      signal,
    }));
    if (answer.status !== 200) throw new GraphFailure(answer.status < 500 ? 'refused' : 'unreachable', await codeIn(answer, signal));
    const { access_token: text, expires_in: seconds } = (await jsonIn(answer, signal)) as { access_token?: unknown; expires_in?: unknown };
    if (typeof text !== 'string' || text === '') throw new GraphFailure('invalidAnswer', 'no token');
    token = { text, until: account.now() + (typeof seconds === 'number' ? seconds * 1000 : 0) - TOKEN_SLACK };
    return text;
  };

  const getWith = (bearer: string, url: URL, signal: AbortSignal): Promise<Response> =>
    patiently(signal, () => fetch(url, { redirect: 'error', headers: { accept: 'application/json', authorization: `Bearer ${bearer}` }, signal }));

  return {
    async get(url, signal) {
      let answer = await getWith(await signIn(signal), url, signal);
      if (answer.status === 401) {
        await answer.body?.cancel();
        token = null;
        answer = await getWith(await signIn(signal), url, signal);
      }
      if (answer.status === 200) return jsonIn(answer, signal);
      throw new GraphFailure(reasonFor(answer.status), await codeIn(answer, signal));
    },
  };
}

function reasonFor(status: number): UnknownReason {
  if (status === 404) return 'notFound';
  return status >= 400 && status < 500 ? 'refused' : 'unreachable';
}

/** Sends a request until it is answered, again after a wait where it was put off. Rejects with a GraphFailure. */
async function patiently(signal: AbortSignal, send: () => Promise<Response>): Promise<Response> {
  for (let retries = 0; ; retries += 1) {
    let answer: Response;
    try {
      answer = await send();
    } catch {
      throw new GraphFailure(signal.aborted ? 'timeout' : 'unreachable', signal.aborted ? 'timeout' : 'no connection');
    }
    const isPutOff = answer.status === 429 || answer.status >= 500;
    const wait = waitBefore(answer.headers.get('retry-after'), retries);
    if (!isPutOff || retries >= MOST_RETRIES || wait > LONGEST_WAIT) return answer;
    await answer.body?.cancel();
    await pause(wait, signal);
  }
}

/** Milliseconds. `Retry-After` is a number of seconds, or a date (RFC 9110, 10.2.3). */
function waitBefore(retryAfter: string | null, retries: number): number {
  if (retryAfter === null) return USUAL_WAIT * 2 ** retries;
  const seconds = /^\d{1,9}$/.test(retryAfter.trim()) ? Number(retryAfter) : (Date.parse(retryAfter) - Date.now()) / 1000;
  return isNaN(seconds) ? USUAL_WAIT : Math.max(0, seconds * 1000);
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const tooLate = (): void => {
      clearTimeout(timer);
      reject(new GraphFailure('timeout', 'timeout'));
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', tooLate);
      resolve();
    }, milliseconds);
    if (signal.aborted) return tooLate();
    signal.addEventListener('abort', tooLate, { once: true });
  });
}

async function jsonIn(answer: Response, signal: AbortSignal): Promise<unknown> {
  let text: string;
  try {
    text = await answerText(answer, signal);
  } catch (error) {
    throw error instanceof SourceFailure ? new GraphFailure(error.reason, error.code) : new GraphFailure('unreachable', 'connection lost');
  }
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new GraphFailure('invalidAnswer', 'no JSON');
  }
}

/** Microsoft's short word for a failure; what comes with it in sentences may quote what was asked. */
async function codeIn(answer: Response, signal: AbortSignal): Promise<string> {
  try {
    const { error } = JSON.parse(await answerText(answer, signal)) as { error?: string | { code?: unknown } };
    const code = typeof error === 'string' ? error : error?.code;
    if (typeof code === 'string' && /^\w{1,60}$/.test(code)) return code;
  } catch {
    // The status says enough.
  }
  return String(answer.status);
}
