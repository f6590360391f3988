import type { Person } from './draft';
import type { Purpose } from './purpose';

/**
 * Why something is not known. Never shown as a consent, and never as a missing one. `noSource`: there
 * is nobody to ask, such as no directory; `notFound`: whoever was asked knows no such list; `notSignedIn`: the service
 * does not know who asks.
 */
export type UnknownReason = 'notAsked' | 'timeout' | 'unreachable' | 'refused' | 'notSignedIn' | 'invalidAnswer' | 'ambiguous' | 'noSource' | 'notFound';

/** What a source said, and how many whole seconds ago where it was not just now; or that it said nothing. */
export type Evidence<T> =
  | { readonly known: true; readonly value: T; readonly age?: number }
  | { readonly known: false; readonly reason: UnknownReason };

export const CONSENT_STATUSES = ['granted', 'pending', 'withdrawn', 'objected', 'expired'] as const;
export type ConsentStatus = (typeof CONSENT_STATUSES)[number];

/** Art. 6 (1) GDPR, and § 7 (3) UWG (`existing-customer`) as a basis of its own. */
export const LEGAL_BASES = [
  'consent', 'existing-customer', 'contract', 'legal-obligation',
  'vital-interests', 'public-task', 'legitimate-interests', 'other',
] as const;
export type LegalBasis = (typeof LEGAL_BASES)[number];

/** `advertising` covers every advertising purpose, `*` every mail. */
export type TagPurpose = Purpose | 'advertising' | '*';

/**
 * What the CRM knows of one person for one purpose. Instants are ISO 8601 in UTC.
 * A pending tag is a double opt-in whose confirmation is open (BGH I ZR 164/09).
 */
export interface ConsentTag {
  readonly purpose: TagPurpose;
  readonly status: ConsentStatus;
  readonly basis: LegalBasis;
  readonly obtained?: string;
  readonly confirmed?: string;
  readonly withdrawn?: string;
  readonly expires?: string;
  /** Pointer to the proof (form, record number); never the proof itself. */
  readonly evidence?: string;
  readonly source?: string;
  /** § 7 (3) no. 1 UWG: the address came from the customer, in connection with a sale. */
  readonly fromSale?: boolean;
  /** § 7 (3) no. 2 UWG: what is advertised is one's own and like what was sold. */
  readonly similarGoods?: boolean;
  /** § 7 (3) no. 4 UWG: the customer was told at collection that they may object. */
  readonly toldAtCollection?: boolean;
}

/** What a transfer to a third country may rest on (Art. 46, 47, 49 GDPR), or the word of the data protection officer. */
export const SAFEGUARDS = ['scc', 'bcr', 'derogation', 'released', 'certified'] as const;
export type Safeguard = (typeof SAFEGUARDS)[number];

/** One person as the CRM knows them. `record: 'unknown'` means: asked, and nobody of that address is there. */
export interface Contact {
  readonly record: 'known' | 'unknown';
  readonly name?: string;
  /** ISO 3166-1 alpha-2, upper case. */
  readonly country?: string;
  /** What transfers to this person's organisation rest on; `certified`: under the EU-US Data Privacy Framework. */
  readonly safeguard?: Safeguard;
  /** ISO 8601 in UTC; afterwards the safeguard no longer counts. */
  readonly safeguardUntil?: string;
  readonly tags: readonly ConsentTag[];
  /** A source did not answer for this reason, and the tags are no more than the refusals that others hold: a no is a no whatever it would have said. */
  readonly unanswered?: UnknownReason;
}

/** Who is on a distribution list, nested lists unfolded, each person once. */
export interface ListMembers {
  readonly members: readonly Person[];
  /** False where the directory gave out only a part: a limit, a nested list that nobody may read. */
  readonly complete: boolean;
}

/** What is known of a domain that somebody is written to. */
export interface DomainRecord {
  /** Some contact has an address there. */
  readonly inUse: boolean;
  /** Domains of contacts that this one can be mistaken for, most used first. */
  readonly resembles: readonly string[];
}

/** Whether the organisation has written to an address before. */
export interface Correspondence {
  readonly before: boolean;
}

/** By address key, for contacts, lists and correspondence; by domain in ASCII for domains. What is missing was not asked. */
export interface EvidenceSet {
  readonly contacts: ReadonlyMap<string, Evidence<Contact>>;
  readonly members: ReadonlyMap<string, Evidence<ListMembers>>;
  readonly domains: ReadonlyMap<string, Evidence<DomainRecord>>;
  readonly correspondence: ReadonlyMap<string, Evidence<Correspondence>>;
}

export type EvidenceKind = keyof EvidenceSet;
export const EVIDENCE_KINDS: readonly EvidenceKind[] = ['contacts', 'members', 'domains', 'correspondence'];

/** What is asked about, per kind: address keys, for domains domain names in ASCII. */
export type EvidenceQuestion = { readonly [K in EvidenceKind]: readonly string[] };

export type ContactEvidence = EvidenceSet['contacts'];

export const NO_EVIDENCE: EvidenceSet = { contacts: new Map(), members: new Map(), domains: new Map(), correspondence: new Map() };

/** Both together; where both speak, the later answer counts. */
export function mergedEvidence(earlier: EvidenceSet, later: EvidenceSet): EvidenceSet {
  return {
    contacts: merged(earlier.contacts, later.contacts),
    members: merged(earlier.members, later.members),
    domains: merged(earlier.domains, later.domains),
    correspondence: merged(earlier.correspondence, later.correspondence),
  };
}

function merged<T>(earlier: ReadonlyMap<string, T>, later: ReadonlyMap<string, T>): ReadonlyMap<string, T> {
  const both = new Map(earlier);
  later.forEach((entry, key) => both.set(key, entry));
  return both;
}

const NOT_ASKED: Evidence<never> = { known: false, reason: 'notAsked' };

/** What is known under a key; who was not asked about is unknown for that reason. */
export function evidenceOn<T>(evidence: ReadonlyMap<string, Evidence<T>>, key: string): Evidence<T> {
  return evidence.get(key) || NOT_ASKED;
}
