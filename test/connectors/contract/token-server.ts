import { randomBytes } from 'node:crypto';
import type { HttpAnswer, Seen } from './http-crm';

/** A sign-in by client credentials (RFC 6749, 4.4), as vendors have it. */
export interface TokenServer {
  readonly given: number;
  answer(seen: Seen): HttpAnswer;
  isGood(seen: Seen): boolean;
  /** From now on no token that was given out is good. */
  expireAll(): void;
}

export function tokenServer(wanted: { readonly [name: string]: string }, more: object = { token_type: 'Bearer', expires_in: 3599 }): TokenServer {
  const good = new Set<string>();
  let given = 0;
  return {
    get given() { return given; },
    answer({ body, method, headers }) {
      const form = new URLSearchParams(body);
      const isForm = method === 'POST' && String(headers['content-type']).startsWith('application/x-www-form-urlencoded');
      if (!isForm || Object.entries({ grant_type: 'client_credentials', ...wanted }).some(([name, value]) => form.get(name) !== value)) {
        return { status: 400, body: { error: 'invalid_client', error_description: `Invalid client secret provided for ${form.get('client_id')}.` } };
      }
      given += 1;
      const token = randomBytes(12).toString('hex');
      good.add(token);
      return { status: 200, body: { access_token: token, ...more } };
    },
    isGood: ({ headers }) => good.has(String(headers.authorization).replace(/^Bearer /, '')),
    expireAll: () => good.clear(),
  };
}
