import type { DomainRecord, EvidenceSet } from '../core/evidence';
import { type LookalikeIndex, lookalikeIndex, lookalikesOf } from '../core/lookalike';
import { registrableDomain } from '../reference/public-suffixes/exact';
import { contactDomains, contactsVersion } from '../store/contact-domains';
import type { Store } from '../store/open-store';

/** Most domains named as being like one. */
const MOST_RESEMBLANCES = 5;

/** Domains compared before other requests get their turn. */
const COMPARED_AT_ONCE = 50;

interface KnownDomains {
  readonly all: ReadonlySet<string>;
  readonly index: LookalikeIndex;
}

/**
 * Answers about domains from an index of all domains of contacts, in memory (300,000 are made one
 * in a tenth of a second). It is made anew when the contacts have changed, also by another program. What
 * resembles by chance between short names is left out. The returned function rejects when the
 * database does not answer.
 */
export function domainsOfContacts(store: Store): (domains: readonly string[]) => Promise<EvidenceSet['domains']> {
  let latest: { readonly version: number; readonly known: Promise<KnownDomains> } | null = null;

  const upToDate = async (): Promise<KnownDomains> => {
    const version = await contactsVersion(store);
    if (latest?.version === version) return latest.known;
    const begun = { version, known: readDomains(store) };
    latest = begun;
    begun.known.catch(() => {
      if (latest === begun) latest = null;
    });
    return begun.known;
  };

  return async (domains) => {
    const { all, index } = await upToDate();
    const records = new Map<string, { readonly known: true; readonly value: DomainRecord }>();
    for (const [count, domain] of domains.entries()) {
      if (count > 0 && count % COMPARED_AT_ONCE === 0) await new Promise((resume) => setImmediate(resume));
      records.set(domain, { known: true, value: { inUse: all.has(domain), resembles: resembling(index, domain) } });
    }
    return records;
  };
}

/** Read after the version, so that an import in between makes it old, never new with old content. */
async function readDomains(store: Store): Promise<KnownDomains> {
  const domains = (await contactDomains(store)).map(({ domain }) => domain);
  return { all: new Set(domains), index: lookalikeIndex(domains, registrableDomain) };
}

function resembling(index: LookalikeIndex, domain: string): readonly string[] {
  return lookalikesOf(index, domain).filter(({ likeness }) => likeness !== 'faint').slice(0, MOST_RESEMBLANCES).map(({ domain: known }) => known);
}
