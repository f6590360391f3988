import type { Purpose } from './purpose';

/** Why something is not known. Never shown as a consent, and never as a missing one. */
export type UnknownReason = 'notAsked' | 'timeout' | 'unreachable' | 'refused' | 'invalidAnswer' | 'ambiguous';

/** What a source said, or that it said nothing. */
export type Evidence<T> =
  | { readonly known: true; readonly value: T }
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
}

/** One person as the CRM knows them. `record: 'unknown'` means: asked, and nobody of that address is there. */
export interface Contact {
  readonly record: 'known' | 'unknown';
  /** ISO 3166-1 alpha-2, upper case. */
  readonly country?: string;
  readonly tags: readonly ConsentTag[];
}

/** Evidence on contacts by address key. What is missing was not asked. */
export type ContactEvidence = ReadonlyMap<string, Evidence<Contact>>;

const NOT_ASKED: Evidence<never> = { known: false, reason: 'notAsked' };

export function contactOf(contacts: ContactEvidence, key: string): Evidence<Contact> {
  return contacts.get(key) || NOT_ASKED;
}
