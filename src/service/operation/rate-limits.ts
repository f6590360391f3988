import rateLimit, { type FastifyRateLimitStore, normalizeIP } from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';

export interface RateLimits {
  /** Requests a minute of one person; 0: any number. */
  readonly perPerson: number;
  /** Requests a minute from one network address whose sender is not known; 0: any number. */
  readonly perAddress: number;
}

/** People and addresses counted at the same time. */
const MOST_COUNTED = 50_000;

/** Milliseconds. */
const MINUTE = 60_000;

/** One count for all routes, by a clock that nobody sets back; the library's own counts each route by itself, and by the time of day. */
class CountsTogether implements FastifyRateLimitStore {
  readonly #counted = new LRUCache<string, { requests: number }>({ max: MOST_COUNTED, ttl: MINUTE });

  incr(key: string, done: Parameters<FastifyRateLimitStore['incr']>[1]): void {
    const counted = this.#counted.get(key) ?? { requests: 0 };
    if (counted.requests === 0) this.#counted.set(key, counted);
    counted.requests += 1;
    done(null, { current: counted.requests, ttl: this.#counted.getRemainingTTL(key) });
  }

  child(): this {
    return this;
  }
}

/**
 * Counts requests to the API by whoever asks. Runs after they have been recognised and before anything of the body is read. Each
 * process counts for itself.
 */
export async function limitRates(app: FastifyInstance, { perPerson, perAddress }: RateLimits, onLimited: () => void): Promise<void> {
  const most = (request: FastifyRequest): number => (request.asker ? perPerson : perAddress);
  await app.register(rateLimit, {
    global: false,
    hook: 'preParsing',
    store: CountsTogether,
    timeWindow: MINUTE,
    // Somebody with IPv6 has a whole network of addresses.
    keyGenerator: (request) => request.asker?.key ?? normalizeIP(request.ip, 64),
    max: (request) => most(request) || Number.MAX_SAFE_INTEGER,
    onExceeded: onLimited,
    addHeadersOnExceeding: { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false },
    addHeaders: { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false, 'retry-after': true },
    errorResponseBuilder: (_, { ttl }) => Object.assign(new Error('too many requests'), { statusCode: 429, ttl }),
  });
}
