import { addressKey, parseAddress } from '../../src/core/address';
import type { Draft } from '../../src/core/draft';
import { type Contact, type DomainRecord, type Evidence, type EvidenceSet, type ListMembers, NO_EVIDENCE, type UnknownReason } from '../../src/core/evidence';

/** What a service says of everything a draft could be asked about. */
interface Service {
  readonly contact: Evidence<Contact>;
  readonly list: Evidence<ListMembers>;
  readonly domain: Evidence<DomainRecord>;
  readonly before: Evidence<{ readonly before: boolean }>;
}

const known = <T>(value: T): Evidence<T> => ({ known: true, value });
const silent = (reason: UnknownReason): Evidence<never> => ({ known: false, reason });

const ORDINARY: Service = {
  contact: known<Contact>({ record: 'known', country: 'DE', tags: [] }),
  list: known<ListMembers>({ members: [{ name: 'Jonas Keller', address: 'jonas.keller@own.example' }, { name: 'Petra Lang', address: 'petra.lang@own.example' }], complete: true }),
  domain: known({ inUse: true, resembles: [] }),
  before: known({ before: true }),
};

const KNOWS_NOBODY: Service = {
  contact: known<Contact>({ record: 'unknown', tags: [] }),
  list: silent('notFound'),
  domain: known({ inUse: false, resembles: [] }),
  before: known({ before: false }),
};

const SILENT: Service = { contact: silent('timeout'), list: silent('timeout'), domain: silent('timeout'), before: silent('timeout') };

/** The days a service can have, and a firm without one. */
export const SITUATIONS = {
  'the service answers as usual': (draft: Draft) => answersOf(ORDINARY, draft),
  'the service knows nobody': (draft: Draft) => answersOf(KNOWS_NOBODY, draft),
  'the service is silent': (draft: Draft) => answersOf(SILENT, draft),
  'there is no service': () => NO_EVIDENCE,
} as const;

export type SituationName = keyof typeof SITUATIONS;

function answersOf({ contact, list, domain, before }: Service, { recipients }: Draft): EvidenceSet {
  const contacts = new Map<string, Evidence<Contact>>();
  const members = new Map<string, Evidence<ListMembers>>();
  const domains = new Map<string, Evidence<DomainRecord>>();
  const correspondence = new Map<string, Evidence<{ readonly before: boolean }>>();
  const own = contact.known ? ORDINARY.contact : contact;
  for (const recipient of recipients) {
    const parsed = parseAddress(recipient.address);
    if (!parsed.usable) continue;
    const key = addressKey(recipient.address);
    if (recipient.list) members.set(key, list);
    contacts.set(key, parsed.domain === 'own.example' ? own : contact);
    domains.set(parsed.domain, domain);
    correspondence.set(key, before);
  }
  return { contacts, members, domains, correspondence };
}
