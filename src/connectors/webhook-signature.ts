import { createHmac, timingSafeEqual } from 'node:crypto';

/** Milliseconds by which a signed request may be off our clock; an older one may have been recorded and sent again. */
export const REPLAY_WINDOW = 5 * 60_000;

/** HMAC-SHA-256 over the very bytes that came. */
export function isSigned(secret: string | Buffer, parts: readonly (string | Buffer)[], signature: Buffer): boolean {
  const hmac = createHmac('sha256', secret);
  for (const part of parts) hmac.update(part);
  const expected = hmac.digest();
  return expected.length === signature.length && timingSafeEqual(expected, signature);
}

export function isRecent(milliseconds: number, now: number): boolean {
  return Math.abs(now - milliseconds) <= REPLAY_WINDOW;
}
