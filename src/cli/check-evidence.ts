import { parseAddress } from '../core/address';
import type { Draft } from '../core/draft';
import type { Evidence, EvidenceSet } from '../core/evidence';
import { registrableDomain } from '../reference/public-suffixes/exact';
import { domainRecord, type KnownDomains, knownDomains } from '../store/known-domains';
import type { Consents } from './check-consents';

const NO_SOURCE: Evidence<never> = { known: false, reason: 'noSource' };

/** Comparing with a file's domains takes an index, made once for all drafts. */
const indexes = new WeakMap<Consents, KnownDomains>();

/**
 * What is known of a draft's recipients here. Contacts and their domains stand in the file; without
 * one nobody can be asked. Nobody here knows earlier mail, or who is on a list.
 */
export function evidenceFor({ recipients }: Draft, consents: Consents | null): EvidenceSet {
  const evidence = { contacts: new Map(), members: new Map(), domains: new Map(), correspondence: new Map() } satisfies EvidenceSet;
  for (const { address } of recipients) {
    const parsed = parseAddress(address);
    if (!parsed.usable) continue;
    const { key, domain } = parsed;
    evidence.contacts.set(key, consents ? { known: true, value: consents.get(key) ?? { record: 'unknown', tags: [] } } : NO_SOURCE);
    evidence.domains.set(domain, consents ? { known: true, value: domainRecord(domainsIn(consents), domain) } : NO_SOURCE);
    evidence.members.set(key, NO_SOURCE);
    evidence.correspondence.set(key, NO_SOURCE);
  }
  return evidence;
}

function domainsIn(consents: Consents): KnownDomains {
  const before = indexes.get(consents);
  if (before) return before;
  const used = new Map<string, number>();
  for (const key of consents.keys()) {
    const parsed = parseAddress(key);
    if (parsed.usable) used.set(parsed.domain, (used.get(parsed.domain) ?? 0) + 1);
  }
  const made = knownDomains([...used.keys()].sort((one, other) => used.get(other)! - used.get(one)!), registrableDomain);
  indexes.set(consents, made);
  return made;
}
