import type { Tables } from './tables';

/** Tables that live as long as the database, and so are in backups. Whom others refer to comes first. */
type KeptTable = Exclude<keyof Tables, 'staged_rows' | 'hashing_keys'>;

/** The primary key of each. */
export const KEPT_TABLES: { readonly [T in KeptTable]: readonly (keyof Tables[T] & string)[] } = {
  contacts: ['key'],
  consent_tags: ['contact', 'purpose', 'source'],
  correspondence: ['hash'],
  counters: ['name'],
  records: ['id'],
  record_outcomes: ['record', 'rule'],
  record_reports: ['week'],
};

export const KEPT_TABLE_NAMES = Object.keys(KEPT_TABLES) as readonly KeptTable[];

/** Also those that are in no backup, because services fill them anew. */
export const ALL_TABLE_NAMES: readonly (keyof Tables)[] = [...KEPT_TABLE_NAMES, 'hashing_keys'];
