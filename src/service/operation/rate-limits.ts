import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';

export interface RateLimits {
  /** Requests a minute of one person; 0: any number. */
  readonly perPerson: number;
  /** Requests a minute from one network address whose sender is not known; 0: any number. */
  readonly perAddress: number;
}

/** People and addresses counted at the same time. */
const MOST_COUNTED = 50_000;

/**
 * Counts requests to the API by whoever asks. Runs after they have been recognised and before anything of the body is read. Each
 * process counts for itself.
 */
export async function limitRates(app: FastifyInstance, { perPerson, perAddress }: RateLimits, onLimited: () => void): Promise<void> {
  const most = (request: FastifyRequest): number => (request.asker ? perPerson : perAddress);
  await app.register(rateLimit, {
    global: false,
    hook: 'preParsing',
    cache: MOST_COUNTED,
    timeWindow: 60_000,
    keyGenerator: (request) => request.asker?.key ?? networkOf(request.ip),
    max: (request) => most(request) || Number.MAX_SAFE_INTEGER,
    onExceeded: onLimited,
    addHeadersOnExceeding: { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false },
    addHeaders: { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false, 'retry-after': true },
    errorResponseBuilder: (_, { ttl }) => Object.assign(new Error('too many requests'), { statusCode: 429, ttl }),
  });
}

/** Somebody with IPv6 has a whole network of addresses. */
function networkOf(address: string): string {
  return address.includes(':') && !address.startsWith('::ffff:') ? address.split(':').slice(0, 4).join(':') : address;
}
