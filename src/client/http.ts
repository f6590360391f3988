import type { UnknownReason } from '../core/evidence';
import type { Clock } from '../core/ports';

/** As much of `fetch` as is needed. Classic Outlook has one of its own, without the DOM's types. */
export type Fetch = (url: string, init: FetchInit) => Promise<FetchAnswer>;

export interface FetchInit {
  readonly method: 'GET' | 'POST';
  headers: { [name: string]: string };
  readonly body?: string;
  /** What is asked about people is sent to the service and to nobody it might point to. */
  readonly redirect: 'error';
  readonly cache: 'no-store';
  /** The request goes on when the page or runtime that sent it is gone. Browsers take up to 64 KB so. */
  readonly keepalive?: true;
  readonly signal?: never;
}

export interface FetchAnswer {
  readonly status: number;
  readonly headers?: { get(name: string): string | null };
  text(): Promise<string>;
}

/** What came back, or the reason why nothing usable did. `body` is null where the answer has none. */
export type HttpResult =
  | { readonly ok: true; readonly status: 200 | 304; readonly etag: string | null; readonly body: unknown }
  | { readonly ok: false; readonly reason: UnknownReason };

export interface HttpRequest {
  readonly url: string;
  /** Sent as JSON with POST; without it the request is a GET. */
  readonly body?: object;
  readonly ifNoneMatch?: string | null;
  /** Milliseconds until the request is given up. */
  readonly within: number;
}

declare const AbortController: (new () => { readonly signal: never; abort(): void }) | undefined;

/**
 * One request. Never rejects and always ends within its time, whatever `fetch` does.
 * `refused`: the service answered and did not want to (4xx); `notSignedIn`: it wants to know who asks (401); `unreachable`: it is not there or
 * broken (5xx, no connection, a redirect); `invalidAnswer`: something answered that is not it.
 */
export function request(fetch: Fetch, clock: Clock, { url, body, ifNoneMatch, within }: HttpRequest): Promise<HttpResult> {
  const headers: { [name: string]: string } = { accept: 'application/json' };
  if (body) headers['content-type'] = 'application/json';
  if (ifNoneMatch) headers['if-none-match'] = ifNoneMatch;
  const controller = typeof AbortController === 'function' ? new AbortController() : null;
  const init: FetchInit = {
    method: body ? 'POST' : 'GET',
    headers,
    redirect: 'error',
    cache: 'no-store',
    ...(body ? { body: JSON.stringify(body) } : {}),
    ...(controller ? { signal: controller.signal } : {}),
  };
  return inTime<HttpResult>(clock, within, () => answerTo(fetch, url, init), () => {
    if (controller) controller.abort();
    return { ok: false, reason: 'timeout' };
  });
}

async function answerTo(fetch: Fetch, url: string, init: FetchInit): Promise<HttpResult> {
  let answer: FetchAnswer;
  let text: string;
  try {
    answer = await fetch(url, init);
    if (answer.status === 304) return { ok: true, status: 304, etag: null, body: null };
    if (answer.status >= 400 && answer.status < 500) return { ok: false, reason: answer.status === 401 ? 'notSignedIn' : 'refused' };
    if (answer.status !== 200) return { ok: false, reason: 'unreachable' };
    text = await answer.text();
  } catch {
    return { ok: false, reason: 'unreachable' };
  }
  try {
    return { ok: true, status: 200, etag: etagOf(answer), body: JSON.parse(text) as unknown };
  } catch {
    return { ok: false, reason: 'invalidAnswer' };
  }
}

function etagOf({ headers }: FetchAnswer): string | null {
  try {
    return headers ? headers.get('etag') : null;
  } catch {
    return null;
  }
}

/** The result of `work`, or that of `late` when it has not come after so many milliseconds. A `work` that fails counts as late. */
export function inTime<T>(clock: Clock, milliseconds: number, work: () => Promise<T>, late: () => T): Promise<T> {
  return new Promise((resolve) => {
    const callOff = clock.after(milliseconds, () => resolve(late()));
    const end = (result: T): void => {
      callOff();
      resolve(result);
    };
    new Promise<T>((start) => start(work())).then(end, () => end(late()));
  });
}
