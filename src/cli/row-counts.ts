import type { RowCounts } from '../store/backup-file';

/** What the rows of a table are, one and many. */
const WORDS: { readonly [table: string]: readonly [string, string] } = {
  contacts: ['contact', 'contacts'],
  consent_tags: ['consent tag', 'consent tags'],
  correspondence: ['hash of an address', 'hashes of addresses'],
  records: ['record of a decision', 'records of decisions'],
};

/** `2 contacts, 1 consent tag`; what the service keeps for itself is left out. */
export function rowsText(rows: RowCounts): string {
  return Object.keys(WORDS)
    .filter((table) => Object.hasOwn(rows, table))
    .map((table) => `${rows[table]} ${(WORDS[table] as readonly [string, string])[rows[table] === 1 ? 0 : 1]}`)
    .join(', ');
}
