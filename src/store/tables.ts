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

/**
 * Fingerprints of the keys that programs hash with at the moment, with the last day on which one did: where there are two, machines
 * that share this database have different keys.
 */
export interface HashingKeysTable {
  fingerprint: string;
  last_day: string;
}

/** Numbers the service keeps about its own data, by name. `contacts`: goes up whenever contacts change. */
export interface CountersTable {
  name: string;
  value: number;
}

/** What was decided, without names; see src/core/record.ts. Days are in UTC. */
export interface RecordsTable {
  /** Made by the client, so that a record counts once however often it arrives. */
  id: string;
  /** The day and the week (`2026-W48`) in which it came in; the week is what reports count by. */
  received: string;
  week: string;
  day: string;
  event: string;
  item: string;
  client: string;
  action: string;
  acknowledged: string;
  policy: string;
  policy_origin: string;
  recipients: number;
  external: number;
  visible: number;
  /** Severity of the gravest finding the sender saw, or `none`. */
  gravest: string;
  /** Address key, where the policy has senders recorded; null once their time is over. */
  sender: string | null;
}

/** What failed or could not be decided in one record, a row for each rule. */
export interface RecordOutcomesTable {
  record: string;
  rule: string;
  outcome: string;
  severity: string;
  /** 1: the policy only observed the rule. */
  observed: number;
}

/** What may be told of a week that is over, as JSON (`WeekReport`): written once, never changed. */
export interface RecordReportsTable {
  week: string;
  report: string;
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
  hashing_keys: HashingKeysTable;
  counters: CountersTable;
  records: RecordsTable;
  record_outcomes: RecordOutcomesTable;
  record_reports: RecordReportsTable;
  staged_rows: StagedRowsTable;
}
