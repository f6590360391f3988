import { SourceFailure } from '../connector';
import { type Bearer, jsonRequests } from './json-requests';

export interface ClientCredentials {
  /** Where tokens are given out. */
  readonly url: URL;
  readonly client: string;
  readonly secret: string;
  readonly scope?: string;
  /** Milliseconds since 1970, UTC. */
  readonly now: () => number;
}

/** Milliseconds before its end at which a token is no longer used, and for which one without an end is. */
const SLACK = 60_000;
const UNSTATED = 15 * 60_000;

/** A token of the application's own (RFC 6749, 4.4), fetched when it is first needed, once for everybody, and again when it has ended or is refused. */
export function clientCredentials({ url, client, secret, scope, now }: ClientCredentials): Bearer {
  const requests = jsonRequests(null);
  let kept: { readonly text: string; readonly until: number } | null = null;
  let onTheWay: Promise<string> | null = null;

  return {
    async token(limits) {
      if (kept && now() < kept.until) return kept.text;
      onTheWay ??= fetchToken(limits).finally(() => { onTheWay = null; });
      return onTheWay;
    },
    renew(refused) {
      if (kept?.text === refused) kept = null;
      return true;
    },
  };

  async function fetchToken(limits: Parameters<Bearer['token']>[0]): Promise<string> {
    const body = new URLSearchParams({ grant_type: 'client_credentials', client_id: client, client_secret: secret, ...(scope !== undefined && { scope }) });
    const answer = await requests({ method: 'POST', url, body }, limits).catch((error: SourceFailure) => {
      // To be refused a token is no matter of what is asked about.
      throw error.code === 'rejected' ? new SourceFailure('refused', 'noToken') : error;
    });
    const { access_token: text, expires_in: seconds } = (answer ?? {}) as { access_token?: unknown; expires_in?: unknown };
    if (typeof text !== 'string' || text === '') throw new SourceFailure('invalidAnswer', 'noToken');
    kept = { text, until: now() + (typeof seconds === 'number' ? seconds * 1000 - SLACK : UNSTATED) };
    return text;
  }
}
