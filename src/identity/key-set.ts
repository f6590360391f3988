import { type CryptoKey, importJWK, type JWK } from 'jose';
import { answerText } from '../connectors/http/answer-text';

/** Milliseconds after which keys are asked for again, as Microsoft advises. */
const DAILY = 86_400_000;

/** So long keys go on being used while nobody can be asked for newer ones. */
const LONGEST_USE = 7 * DAILY;

/** Milliseconds between two requests for keys, however many tokens name a key that is not there. */
const AT_MOST_EVERY = 60_000;

/** The same while there is no key at all, so that a sign-in that was away is back soon. */
const AT_FIRST_EVERY = 5_000;

const PATIENCE = 5_000;
const LARGEST_ANSWER = 512 * 1024;
const MOST_KEYS = 100;

export interface SigningKey {
  readonly key: CryptoKey;
  /** The issuer the key is for, where it names one; `{tenantid}` in it stands for any tenant. */
  readonly issuer: string | null;
}

export type KeyResult =
  | { readonly ok: true; readonly signingKey: SigningKey }
  /** `unreachable`: whether there is such a key could not be found out. */
  | { readonly ok: false; readonly reason: 'unknown' | 'unreachable' };

export interface KeySet {
  /** Never rejects. */
  key(id: string): Promise<KeyResult>;
  /** When keys were last had, in milliseconds since 1970; null before the first time. */
  fetchedAt(): number | null;
}

export interface KeySetParts {
  readonly url: string;
  /** Milliseconds since 1970, UTC. */
  readonly now: () => number;
  readonly fetch: typeof fetch;
  /** Called after each request for keys. */
  readonly onFetch: (outcome: 'fetched' | 'failed') => void;
}

/**
 * The public keys of an issuer, by their id. Asked for when first needed, daily, and when a token names one that is not there, but
 * then no more often than once a minute: tokens cost nothing to make up. A key that the issuer has taken out is gone with the next answer.
 */
export function keySet({ url, now, fetch, onFetch }: KeySetParts): KeySet {
  let keys: ReadonlyMap<string, SigningKey> = new Map();
  let fetchedAt: number | null = null;
  let triedAt = Number.NEGATIVE_INFINITY;
  let running: Promise<void> | null = null;

  const renew = (): Promise<void> => {
    if (running) return running;
    triedAt = now();
    running = fetchKeys(url, fetch).then(
      (fetched) => {
        keys = fetched;
        fetchedAt = now();
        onFetch('fetched');
      },
      () => onFetch('failed'),
    ).finally(() => {
      running = null;
    });
    return running;
  };

  return {
    fetchedAt: () => fetchedAt,
    async key(id) {
      const age = fetchedAt === null ? Number.POSITIVE_INFINITY : now() - fetchedAt;
      // A clock that was set back must not make anybody wait for it to catch up.
      const mayAsk = running !== null || now() < triedAt || now() - triedAt >= (keys.size === 0 ? AT_FIRST_EVERY : AT_MOST_EVERY);
      const known = age < LONGEST_USE ? keys.get(id) : undefined;
      if (known) {
        if (age >= DAILY && mayAsk) void renew();
        return { ok: true, signingKey: known };
      }
      if (mayAsk) await renew();
      const found = fetchedAt !== null && now() - fetchedAt < LONGEST_USE ? keys.get(id) : undefined;
      if (found) return { ok: true, signingKey: found };
      return { ok: false, reason: fetchedAt !== null && now() - fetchedAt < DAILY ? 'unknown' : 'unreachable' };
    },
  };
}

async function fetchKeys(url: string, ask: typeof fetch): Promise<ReadonlyMap<string, SigningKey>> {
  const { keys } = JSON.parse(await answerAt(url, ask)) as { readonly keys?: unknown };
  if (!Array.isArray(keys)) throw new Error('no keys in the answer');
  const usable = new Map<string, SigningKey>();
  for (const each of keys.slice(0, MOST_KEYS) as readonly unknown[]) {
    const jwk = each as JWK & { readonly issuer?: unknown };
    if (typeof jwk?.kid !== 'string' || jwk.kty !== 'RSA' || (jwk.use ?? 'sig') !== 'sig' || (jwk.alg ?? 'RS256') !== 'RS256') continue;
    // Only what makes a public key: whatever else an answer holds is not looked at.
    const key = await importJWK({ kty: 'RSA', n: jwk.n, e: jwk.e } as JWK, 'RS256').catch(() => null);
    if (key !== null && !(key instanceof Uint8Array) && (key.algorithm as { readonly modulusLength?: number }).modulusLength as number >= 2048) usable.set(jwk.kid, { key, issuer: typeof jwk.issuer === 'string' ? jwk.issuer : null });
  }
  // An issuer without keys would sign nobody in; that is a fault of the answer.
  if (usable.size === 0) throw new Error('no usable key in the answer');
  return usable;
}

/** Rejects for one that is no good, too long or too late. */
async function answerAt(url: string, ask: typeof fetch): Promise<string> {
  const end = new AbortController();
  const timer = setTimeout(() => end.abort(), PATIENCE);
  try {
    const answer = await ask(url, { redirect: 'error', signal: end.signal, headers: { accept: 'application/json' } });
    if (answer.status !== 200) throw new Error(`answered ${answer.status}`);
    return await answerText(answer, end.signal, LARGEST_ANSWER);
  } finally {
    clearTimeout(timer);
  }
}
