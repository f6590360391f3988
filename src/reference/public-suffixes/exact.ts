import { getDomain } from 'tldts-icann';
import { isShared } from './shared-domains';

/**
 * The domain somebody could register, by the public suffix list (ICANN section, as packed in
 * tldts-icann) and the domains in shared-domains.ts. Takes a domain in ASCII lower case. `undefined`
 * for a suffix itself (`co.uk`) and for IP addresses; a top level the list does not know
 * (`.example`) counts as a suffix of one label.
 *
 * For the service, the pane and the command line; the send bundle has compact.ts.
 */
export function registrableDomain(domain: string): string | undefined {
  // No top level consists of digits: an IP address, whole or mistyped.
  if (/(^|\.)\d+$/.test(domain)) return undefined;
  const labels = domain.split('.');
  const shared = labels.findIndex((_, start) => isShared(labels.slice(start).join('.')));
  if (shared >= 0) return shared > 0 ? labels.slice(shared - 1).join('.') : undefined;
  return getDomain(domain, { extractHostname: false, validateHostname: false, detectIp: false }) || undefined;
}
