import type { EvidenceQuestion, EvidenceSet } from '../../src/core/evidence';

/** Answers to everything, as on a day on which nothing stands out: known domains, people written to before, lists without members. */
export function ordinaryAnswers({ contacts, members, domains, correspondence }: EvidenceQuestion): EvidenceSet {
  return {
    contacts: new Map(contacts.map((key) => [key, { known: true, value: { record: 'known', country: 'DE', tags: [] } }])),
    members: new Map(members.map((key) => [key, { known: true, value: { members: [], complete: true } }])),
    domains: new Map(domains.map((domain) => [domain, { known: true, value: { inUse: true, resembles: [] } }])),
    correspondence: new Map(correspondence.map((key) => [key, { known: true, value: { before: true } }])),
  };
}
