import type { Kysely } from 'kysely';
import { fingerprintOf, type HashingKeys } from './hashing-key';
import type { Tables } from './tables';

/** Says that addresses are hashed with this key on a day (`2026-11-24`). Rejects when the database does not answer. */
export async function noteKeyInUse(db: Kysely<Tables>, { current }: HashingKeys, day: string): Promise<void> {
  await db
    .insertInto('hashing_keys')
    .values({ fingerprint: fingerprintOf(current), last_day: day })
    .onConflict((conflict) => conflict.column('fingerprint').doUpdateSet({ last_day: day }))
    .execute();
}

/**
 * How many keys have been in use since a day that are not among these, current or former: whom other machines note with them counts here
 * as never written to. Rejects when the database does not answer.
 */
export async function countForeignKeys(db: Kysely<Tables>, { current, former }: HashingKeys, since: string): Promise<number> {
  const own = new Set([current, ...former.map(({ key }) => key)].map(fingerprintOf));
  const inUse = await db.selectFrom('hashing_keys').select('fingerprint').where('last_day', '>=', since).execute();
  return inUse.filter(({ fingerprint }) => !own.has(fingerprint)).length;
}

/** Forgets keys that nobody has used since a day. Rejects when the database does not answer. */
export async function forgetKeysBefore(db: Kysely<Tables>, day: string): Promise<void> {
  await db.deleteFrom('hashing_keys').where('last_day', '<', day).execute();
}
