import type { DomainRecord } from '../core/evidence';
import { lookalikesOf } from '../core/lookalike/lookalikes';
import { type LookalikeIndex, lookalikeIndex } from '../core/lookalike/lookalike-index';
import type { RegistrableDomain } from '../core/organisation';

/** Most domains named as being like one. */
const MOST_RESEMBLANCES = 5;

/** The domains of all contacts, ready to be compared with. */
export interface KnownDomains {
  readonly all: ReadonlySet<string>;
  readonly index: LookalikeIndex;
}

/** Of domains in ASCII, the most used first. */
export function knownDomains(domains: readonly string[], registrableDomain: RegistrableDomain): KnownDomains {
  return { all: new Set(domains), index: lookalikeIndex(domains, registrableDomain) };
}

/** What resembles by chance between short names is left out. */
export function domainRecord({ all, index }: KnownDomains, domain: string): DomainRecord {
  const alike = lookalikesOf(index, domain).filter(({ likeness }) => likeness !== 'faint');
  return { inUse: all.has(domain), resembles: alike.slice(0, MOST_RESEMBLANCES).map(({ domain: known }) => known) };
}
