import type { ConnectionOptions } from 'node:tls';
import { Client } from 'ldapts';

export interface LdapAccount {
  /** `ldaps://dc.firm.example`, port 636 unless it says otherwise. */
  readonly url: string;
  /** Where lists and people are searched for. */
  readonly base: string;
  /** Null asks anonymously. */
  readonly login: { readonly user: string; readonly password: string } | null;
  /** Certificates of authorities to trust instead of those Node knows, in PEM. */
  readonly authority?: string;
}

/** Milliseconds for a connection, and for each search on it. */
const CONNECT_TIME = 3000;
const SEARCH_TIME = 5000;

/** A client that has not connected yet. */
export function ldapClient({ url, authority }: LdapAccount): Client {
  const tlsOptions: ConnectionOptions = { minVersion: 'TLSv1.2', ...(authority && { ca: authority }) };
  return new Client({ url, connectTimeout: CONNECT_TIME, timeout: SEARCH_TIME, strictDN: false, ...(url.startsWith('ldaps:') && { tlsOptions }) });
}
