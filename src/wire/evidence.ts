import { type Evidence, EVIDENCE_KINDS, type EvidenceKind, type EvidenceQuestion, type EvidenceSet, type UnknownReason } from '../core/evidence';
import { isSection } from '../core/reading';
import { readContact, UNKNOWN_REASONS } from './contact';
import { readCorrespondence, readDomainRecord, readListMembers } from './evidence-values';

/** Where evidence is asked for: `POST`, JSON both ways. */
export const EVIDENCE_PATH = '/api/v1/evidence';

/** Most people, domains and addresses written to before in one request. */
export const MOST_ADDRESSES = 500;

/** Most distribution lists in one request: a directory takes its time over each. */
export const MOST_LISTS = 20;

/** Longest text taken for an address: RFC 5321 allows 320 octets, escapes and IDN forms need room. */
export const LONGEST_ADDRESS = 1000;

/** What a kind is called in a request, what its entries are called by, and how many there may be. */
export const ASKED: { readonly [K in EvidenceKind]: { readonly name: keyof EvidenceRequest; readonly by: 'address' | 'domain'; readonly most: number } } = {
  contacts: { name: 'addresses', by: 'address', most: MOST_ADDRESSES },
  members: { name: 'lists', by: 'address', most: MOST_LISTS },
  domains: { name: 'domains', by: 'domain', most: MOST_ADDRESSES },
  correspondence: { name: 'correspondence', by: 'address', most: MOST_ADDRESSES },
};

/** What is not asked about may be left out, `addresses` excepted. */
export interface EvidenceRequest {
  readonly addresses: readonly string[];
  readonly lists?: readonly string[];
  readonly domains?: readonly string[];
  readonly correspondence?: readonly string[];
}

/**
 * Per kind that was asked about, a list, not an object by address: no address can be mistaken for
 * a property of objects. Entries stand in the order of the request; `address` or `domain` is
 * the text that was asked about, letter for letter; `age`: whole seconds since the source said so,
 * left out where it did just now.
 */
export type EvidenceAnswer = { readonly [K in EvidenceKind]?: readonly object[] };

/** The request for a question. */
export function evidenceRequest({ contacts, members, domains, correspondence }: EvidenceQuestion): EvidenceRequest {
  return {
    addresses: contacts,
    ...(members.length > 0 && { lists: members }),
    ...(domains.length > 0 && { domains }),
    ...(correspondence.length > 0 && { correspondence }),
  };
}

/** The answer to a question: an entry for everything asked about, invalid where `evidence` is silent. */
export function evidenceAnswer(question: EvidenceQuestion, evidence: EvidenceSet): EvidenceAnswer {
  const answer: { [K in EvidenceKind]?: readonly object[] } = {};
  for (const kind of EVIDENCE_KINDS) {
    if (kind !== 'contacts' && question[kind].length === 0) continue;
    const { by } = ASKED[kind];
    const known: ReadonlyMap<string, Evidence<object>> = evidence[kind];
    answer[kind] = question[kind].map((asked) => {
      const said = known.get(asked) || INVALID;
      return said.known ? { [by]: asked, known: true, ...(said.age && { age: said.age }), ...said.value } : { [by]: asked, known: false, reason: said.reason };
    });
  }
  return answer;
}

/**
 * Reads an answer to this question. Never throws, and speaks about everything asked: what is
 * missing, contradictory or not understood is unknown with `invalidAnswer`, never a consent and
 * never a missing one. What nobody asked about is left out.
 */
export function readEvidenceAnswer(body: unknown, question: EvidenceQuestion): EvidenceSet {
  return {
    contacts: entriesIn(body, 'contacts', question, readContact),
    members: entriesIn(body, 'members', question, readListMembers),
    domains: entriesIn(body, 'domains', question, readDomainRecord),
    correspondence: entriesIn(body, 'correspondence', question, readCorrespondence),
  };
}

/** The same reason for everything. */
export function allUnknown(question: EvidenceQuestion, reason: UnknownReason): EvidenceSet {
  const everything = (kind: EvidenceKind): ReadonlyMap<string, Evidence<never>> => {
    const unknown = new Map<string, Evidence<never>>();
    for (const asked of question[kind]) unknown.set(asked, { known: false, reason });
    return unknown;
  };
  return { contacts: everything('contacts'), members: everything('members'), domains: everything('domains'), correspondence: everything('correspondence') };
}

/** A question about something of each kind. */
export function perKind(of: (kind: EvidenceKind) => readonly string[]): EvidenceQuestion {
  return { contacts: of('contacts'), members: of('members'), domains: of('domains'), correspondence: of('correspondence') };
}

const INVALID: Evidence<never> = { known: false, reason: 'invalidAnswer' };

function entriesIn<T>(body: unknown, kind: EvidenceKind, question: EvidenceQuestion, read: (value: unknown) => T | undefined): ReadonlyMap<string, Evidence<T>> {
  const entries = isSection(body) ? own(body, kind) : undefined;
  const said = new Map<string, Evidence<T>>();
  for (const entry of Array.isArray(entries) ? (entries as unknown[]) : []) {
    if (!isSection(entry)) continue;
    const about = own(entry, ASKED[kind].by);
    if (typeof about !== 'string') continue;
    said.set(about, said.has(about) ? INVALID : readEntry(entry, read));
  }
  const evidence = new Map<string, Evidence<T>>();
  for (const asked of question[kind]) evidence.set(asked, said.get(asked) || INVALID);
  return evidence;
}

function readEntry<T>(entry: { readonly [name: string]: unknown }, read: (value: unknown) => T | undefined): Evidence<T> {
  const known = own(entry, 'known');
  if (known === false) {
    const reason = own(entry, 'reason') as UnknownReason;
    return UNKNOWN_REASONS.indexOf(reason) >= 0 ? { known: false, reason } : INVALID;
  }
  const value = known === true ? read(entry) : undefined;
  const age = own(entry, 'age');
  if (!value || (age !== undefined && !(typeof age === 'number' && age >= 0))) return INVALID;
  return age ? { known: true, value, age } : { known: true, value };
}

function own(record: { readonly [name: string]: unknown }, name: string): unknown {
  return Object.prototype.hasOwnProperty.call(record, name) ? record[name] : undefined;
}
