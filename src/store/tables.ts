/** One person. Empty texts are null. */
export interface ContactsTable {
  /** Address key of src/core/address.ts, so that every spelling of a mailbox is one row. */
  key: string;
  name: string | null;
  /** ISO 3166-1 alpha-2. */
  country: string | null;
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
}

/** Rows of a contact file on their way in; exists on the importing connection only. */
export interface StagedRowsTable {
  line: number;
  contact: string;
  name: string | null;
  country: string | null;
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
}

export interface Tables {
  contacts: ContactsTable;
  consent_tags: ConsentTagsTable;
  staged_rows: StagedRowsTable;
}
