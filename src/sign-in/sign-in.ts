import type { Clock } from '../core/ports';
import { type Fetch, type FetchAnswer, type FetchInit, inTime } from '../client/http';

/** A token, and until when it is sent along, in milliseconds since 1970. */
export interface Token {
  readonly text: string;
  readonly until: number;
}

export type TokenResult =
  | { readonly ok: true; readonly token: Token }
  /** `needed`: the person has to do something in a window; `failed`: it is nobody's fault here, and may pass. */
  | { readonly ok: false; readonly why: 'needed' | 'failed' };

/** Whoever hands out tokens. Neither function rejects. */
export interface TokenBroker {
  /** Without a window. `anew`: not one from a cache, because the service did not take it. */
  silently(anew: boolean): Promise<TokenResult>;
  /** With a window; only after a click. */
  withWindow(): Promise<TokenResult>;
}

/** `none`: the service wants no sign-in. `pending`: nothing is known yet; `signingIn`: in a window. `unavailable`: this client has no way. */
export type SignInState = 'none' | 'pending' | 'signingIn' | 'signedIn' | 'needed' | 'unavailable';

export interface SignIn {
  state(): SignInState;
  /** Calls back whenever the state is another one. Returns a function that ends it. */
  subscribe(changed: () => void): () => void;
  /** Asks as `fetch` does, with a token for the service where there is one. */
  readonly fetch: Fetch;
  /** The person wants to sign in, in a window. Never rejects. */
  signIn(): Promise<void>;
}

export interface SignInParts {
  readonly fetch: Fetch;
  readonly clock: Clock;
  /** Tokens go here and nowhere else, such as `https://umsicht.firm.example`. */
  readonly origin: string;
  /** Loads what is needed to get tokens, when the first one is; null where this client has no way, or it could not be loaded. */
  readonly openBroker: () => Promise<TokenBroker | null>;
}

/** Tokens are sent until so many milliseconds before they end: they have to arrive in time. */
const MARGIN = 2 * 60_000;

/** Without a token it is not asked for again for so long; the person may have signed in elsewhere by then. */
const AGAIN_AFTER = 60_000;

/** So long Outlook may take to get a token without a window. */
const PATIENCE = 10_000;

/** So long a person may take in a window. Outlook does not always say that one was closed. */
const WINDOW_PATIENCE = 5 * 60_000;

const FAILED: TokenResult = { ok: false, why: 'failed' };
const NEEDED: TokenResult = { ok: false, why: 'needed' };

/** Nobody wants to know who asks. */
export function noSignIn(fetch: Fetch): SignIn {
  return { state: () => 'none', subscribe: () => () => undefined, fetch, signIn: async () => undefined };
}

/**
 * Gets tokens for the service and sends them along. A request waits for the token that is being fetched, and goes out without one
 * where there is none: then the service refuses, and what it would have known is undetermined.
 */
export function openSignIn({ fetch, clock, origin, openBroker }: SignInParts): SignIn {
  const listeners = new Set<() => void>();
  let state: SignInState = 'pending';
  let token: Token | null = null;
  let broker: TokenBroker | null = null;
  let running: Promise<void> | null = null;
  let inWindow = false;
  let triedAt = Number.NEGATIVE_INFINITY;
  let renewedAt = Number.NEGATIVE_INFINITY;
  /** What the service would not answer although there was a token; some of what it answers needs none. */
  let refused: string | null = null;

  /** A clock that was set back must not make anybody wait for it to catch up. */
  const isLongSince = (time: number): boolean => clock.now() < time || clock.now() - time >= AGAIN_AFTER;

  const become = (next: SignInState): void => {
    if (next === state) return;
    state = next;
    listeners.forEach((changed) => changed());
  };

  const current = (): Token | null => (token && token.until - MARGIN > clock.now() ? token : null);

  const take = (result: TokenResult): void => {
    token = result.ok ? result.token : null;
    become(result.ok ? 'signedIn' : result.why === 'needed' ? 'needed' : 'unavailable');
  };

  /** Whoever has a token that the service does not take is not signed in there. */
  const heard = (url: string, { status }: FetchAnswer): void => {
    if (inWindow || !token) return;
    if (status === 401) {
      refused = url;
      become('unavailable');
    } else if (url === refused && status < 500) {
      refused = null;
      become('signedIn');
    }
  };

  /** Kept once it is there: what could not be opened now may be the next time. */
  const opened = async (): Promise<TokenBroker | null> => (broker ??= await inTime(clock, PATIENCE, openBroker, () => null));

  /** One at a time, whoever waits for it. */
  const obtain = (anew: boolean): Promise<void> => {
    triedAt = clock.now();
    running ??= inTime<TokenResult>(clock, PATIENCE, async () => {
      const from = await opened();
      return from ? from.silently(anew) : FAILED;
    }, () => FAILED).then((result) => {
      running = null;
      // What a person has done in a window meanwhile is the later word. Whether a new token is better is for the service to say.
      if (inWindow) return;
      if (anew && result.ok) ({ token } = result);
      else take(result);
    });
    return running;
  };

  const silently = (): Promise<void> => {
    if (running) return running;
    return !inWindow && isLongSince(triedAt) ? obtain(false) : Promise.resolve();
  };

  const send = async (url: string, init: FetchInit, known: Token | null): Promise<FetchAnswer> => {
    const answer = await fetch(url, withToken(init, known));
    if (answer.status === 401 && known && isLongSince(renewedAt)) {
      renewedAt = clock.now();
      await obtain(true);
      const newer = current();
      const second = newer && newer.text !== known.text ? await fetch(url, withToken(init, newer)) : answer;
      heard(url, second);
      return second;
    }
    if (answer.status !== 401) heard(url, answer);
    return answer;
  };

  return {
    state: () => state,
    subscribe(changed) {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    fetch(url, init) {
      // In the page of the events everybody asks through this, and others hand in what is no text.
      if (typeof url !== 'string' || !url.startsWith(`${origin}/api/`)) return fetch(url, init);
      const known = current();
      // At once where there is one: the page that asks may be gone in a moment.
      return known ? send(url, init, known) : silently().then(() => send(url, init, current()));
    },
    async signIn() {
      if (inWindow) return;
      inWindow = true;
      become('signingIn');
      const from = await opened();
      const result = from ? await inTime(clock, WINDOW_PATIENCE, () => from.withWindow(), () => NEEDED) : FAILED;
      inWindow = false;
      take(result);
    },
  };
}

function withToken(init: FetchInit, token: Token | null): FetchInit {
  return token ? { ...init, headers: { ...init.headers, authorization: `Bearer ${token.text}` } } : init;
}
