import { type Address, normaliseDomain, parseAddress } from './address';

/** The domain somebody could register, by the public suffix list; `undefined` for a suffix itself. */
export type RegistrableDomain = (domain: string) => string | undefined;

/** An entry of a policy list: a domain, one address, or every subdomain of a domain. */
export type Pattern =
  | { readonly kind: 'domain'; readonly domain: string }
  | { readonly kind: 'subdomains'; readonly domain: string }
  | { readonly kind: 'address'; readonly key: string };

/** Reads `firm.example`, `*.firm.example` or `anna@firm.example`; `undefined` for anything else. */
export function parsePattern(entry: string): Pattern | undefined {
  const text = entry.trim();
  if (text.indexOf('@') >= 0) {
    const address = parseAddress(text);
    return address.usable && text.indexOf('*') < 0 ? { kind: 'address', key: address.key } : undefined;
  }
  const subdomains = text.slice(0, 2) === '*.';
  const domain = normaliseDomain(subdomains ? text.slice(2) : text);
  if (domain === undefined || domain.indexOf('.') < 0 || domain.charAt(0) === '[') return undefined;
  return { kind: subdomains ? 'subdomains' : 'domain', domain };
}

/** The entries of a list that are any; a parsed policy holds no others. */
export function patternsOf(entries: readonly string[]): readonly Pattern[] {
  return entries.map(parsePattern).filter((pattern): pattern is Pattern => pattern !== undefined);
}

/**
 * Makes one question out of a list of entries. `subdomains` says whether a plain domain entry
 * speaks for its subdomains, too. Labels are compared whole: notown.example is not own.example.
 */
export function matcher(patterns: readonly Pattern[], subdomains: boolean): (address: Address) => boolean {
  const addresses = new Set<string>();
  const domains = new Set<string>();
  const parents = new Set<string>();
  for (const pattern of patterns) {
    if (pattern.kind === 'address') addresses.add(pattern.key);
    else if (pattern.kind === 'subdomains') parents.add(pattern.domain);
    else {
      domains.add(pattern.domain);
      if (subdomains) parents.add(pattern.domain);
    }
  }
  return (address) => {
    if (!address.usable) return false;
    if (addresses.has(address.key) || domains.has(address.domain)) return true;
    for (let dot = address.domain.indexOf('.'); dot >= 0; dot = address.domain.indexOf('.', dot + 1)) {
      if (parents.has(address.domain.slice(dot + 1))) return true;
    }
    return false;
  };
}

/**
 * Who a domain belongs to. Every address at a mail provider is a person of its own, for its
 * neighbours there are strangers; everybody else is counted by registrable domain.
 */
export function organisationOf(
  address: Address & { usable: true },
  registrableDomain: RegistrableDomain,
  isMailProvider: (domain: string) => boolean,
): string {
  if (address.domain.charAt(0) === '[') return address.domain;
  if (isAtProvider(address.domain, isMailProvider)) return address.key;
  return registrableDomain(address.domain) || address.domain;
}

/** Is it, or any domain above it, a mail provider's? */
function isAtProvider(domain: string, isMailProvider: (domain: string) => boolean): boolean {
  if (isMailProvider(domain)) return true;
  const dot = domain.indexOf('.');
  return dot >= 0 && isAtProvider(domain.slice(dot + 1), isMailProvider);
}
