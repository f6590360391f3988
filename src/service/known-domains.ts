import type { DomainRecord, EvidenceSet } from '../core/evidence';
import { registrableDomain } from '../reference/public-suffixes/exact';
import { contactDomains, contactsVersion } from '../store/contact-domains';
import { domainRecord, type KnownDomains, knownDomains } from '../store/known-domains';
import type { Store } from '../store/open-store';

/** Milliseconds of comparing after which other requests get their turn: a domain of a hundred labels takes as long as a hundred others. */
const LONGEST_TURN = 10;

/**
 * Answers about domains from an index of all domains of contacts, in memory (300,000 are made one
 * in a tenth of a second). It is made anew when the contacts have changed, also by another program. The
 * returned function rejects when the database does not answer.
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
    const known = await upToDate();
    const records = new Map<string, { readonly known: true; readonly value: DomainRecord }>();
    await inTurns(domains, (domain) => void records.set(domain, { known: true, value: domainRecord(known, domain) }), () => performance.now());
    return records;
  };
}

/** Works through a list, and lets others have their turn whenever it has been at it for some milliseconds by this clock. */
export async function inTurns<T>(items: readonly T[], work: (item: T) => void, now: () => number): Promise<void> {
  let began = now();
  for (const item of items) {
    if (now() - began >= LONGEST_TURN) {
      await new Promise((resume) => setImmediate(resume));
      began = now();
    }
    work(item);
  }
}

/** Read after the version, so that an import in between makes it old, never new with old content. */
async function readDomains(store: Store): Promise<KnownDomains> {
  return knownDomains((await contactDomains(store)).map(({ domain }) => domain), registrableDomain);
}
