import { createHmac } from 'node:crypto';
import type { Store } from './open-store';

/** Rows written with one statement. */
const ROWS_AT_ONCE = 300;

/** What is kept in place of an address. */
export function hashOf(key: Buffer, addressKey: string): string {
  return createHmac('sha256', key).update(addressKey).digest('base64url');
}

/** Which of these hashes are on record. Rejects when the database does not answer. */
export async function hashesOnRecord(store: Store, hashes: readonly string[]): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (let start = 0; start < hashes.length; start += store.parametersAtOnce) {
    const rows = await store.db.selectFrom('correspondence').select('hash').where('hash', 'in', hashes.slice(start, start + store.parametersAtOnce)).execute();
    for (const { hash } of rows) found.add(hash);
  }
  return found;
}

/**
 * Puts hashes on record for a day (`2026-11-24`), all or none. Rejects when the database does not answer.
 * They are sorted, because two programs that lock the same rows in different order would wait for each other.
 */
export async function putOnRecord(store: Store, hashes: readonly string[], day: string): Promise<void> {
  const sorted = [...hashes].sort();
  await store.db.transaction().execute(async (transaction) => {
    for (let start = 0; start < sorted.length; start += ROWS_AT_ONCE) {
      await transaction
        .insertInto('correspondence')
        .values(sorted.slice(start, start + ROWS_AT_ONCE).map((hash) => ({ hash, first_day: day, last_day: day })))
        .onConflict((conflict) => conflict.column('hash').doUpdateSet({ last_day: day }))
        .execute();
    }
  });
}

/** Forgets whoever was last written to before a day. Gives how many. Rejects when the database does not answer. */
export async function forgetBefore(store: Store, day: string): Promise<number> {
  const { numDeletedRows } = await store.db.deleteFrom('correspondence').where('last_day', '<', day).executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}

/** Rejects when the database does not answer. */
export async function forgetAll(store: Store): Promise<void> {
  await store.db.deleteFrom('correspondence').execute();
}
