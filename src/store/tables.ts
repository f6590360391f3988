/** One person. Empty texts are null. */
export interface ContactsTable {
  /** Address key of src/core/address.ts, so that every spelling of a mailbox is one row. */
  key: string;
  name: string | null;
  /** The domain of the key, so that those in use can be listed. */
  domain: string;
  /** ISO 3166-1 alpha-2. */
  country: string | null;
  /** With its end, or null where it has none; both are replaced together. */
  safeguard: string | null;
  safeguard_until: string | null;
}

/**
 * What is known of one person for one purpose from one source. Instants are ISO 8601 in UTC with
 * milliseconds, so they sort as text; a source that is not named is the empty text, because it is
 * part of the primary key.
 */
export interface ConsentTagsTable {
  contact: string;
  purpose: string;
  source: string;
  status: string;
  basis: string;
  obtained: string | null;
  confirmed: string | null;
  withdrawn: string | null;
  expires: string | null;
  evidence: string | null;
  /** The conditions of § 7 (3) UWG as 1 or 0; null where nobody knows. */
  from_sale: number | null;
  similar_goods: number | null;
  told_at_collection: number | null;
}

/**
 * Addresses that were written to, as keyed hashes without the address, with the first and the last
 * day (`2026-11-24`, UTC). Nothing says who wrote.
 */
export interface CorrespondenceTable {
  hash: string;
  first_day: string;
  last_day: string;
}

/** Numbers the service keeps about its own data, by name. `contacts`: goes up with every import. */
export interface CountersTable {
  name: string;
  value: number;
}

/** Rows of a contact file on their way in; exists on the importing connection only. */
export interface StagedRowsTable {
  line: number;
  contact: string;
  domain: string;
  name: string | null;
  country: string | null;
  safeguard: string | null;
  safeguard_until: string | null;
  /** Null for a contact without a tag; then everything below is null, too. */
  purpose: string | null;
  source: string | null;
  status: string | null;
  basis: string | null;
  obtained: string | null;
  confirmed: string | null;
  withdrawn: string | null;
  expires: string | null;
  evidence: string | null;
  from_sale: number | null;
  similar_goods: number | null;
  told_at_collection: number | null;
}

export interface Tables {
  contacts: ContactsTable;
  consent_tags: ConsentTagsTable;
  correspondence: CorrespondenceTable;
  counters: CountersTable;
  staged_rows: StagedRowsTable;
}
