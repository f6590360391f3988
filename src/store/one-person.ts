import type { Selectable } from 'kysely';
import { raiseContactsVersion } from './contact-domains';
import type { OpenedDatabase } from './opened-database';
import type { Store } from './open-store';
import type { ConsentTagsTable, ContactsTable } from './tables';

/** Everything the database has under one address (Art. 15 GDPR). */
export interface HeldOfPerson {
  readonly contact: Selectable<ContactsTable> | null;
  readonly tags: readonly Selectable<ConsentTagsTable>[];
  /** The first and the last day on which they were written to. */
  readonly writtenTo: { readonly first: string; readonly last: string } | null;
  /** How many records of decisions name the address as the sender. */
  readonly sent: number;
}

/** `hashes`: of the address, with every key there is. Rejects when the database does not answer. */
export async function heldOfPerson({ db }: Pick<OpenedDatabase, 'db'>, key: string, hashes: readonly string[]): Promise<HeldOfPerson> {
  const contact = await db.selectFrom('contacts').selectAll().where('key', '=', key).executeTakeFirst();
  const tags = await db.selectFrom('consent_tags').selectAll().where('contact', '=', key).orderBy('purpose').orderBy('source').execute();
  const days = hashes.length === 0 ? [] : await db.selectFrom('correspondence').select(['first_day', 'last_day']).where('hash', 'in', hashes).execute();
  const { sent } = await db.selectFrom('records').select(({ fn }) => fn.countAll<number | string>().as('sent')).where('sender', '=', key).executeTakeFirstOrThrow();
  return {
    contact: contact ?? null,
    tags,
    writtenTo: days.length === 0 ? null : { first: days.map(({ first_day }) => first_day).sort()[0] as string, last: days.map(({ last_day }) => last_day).sort().at(-1) as string },
    sent: Number(sent),
  };
}

/**
 * Deletes everything under one address, all of it or nothing (Art. 17 GDPR), and gives what there was. Records of decisions stay, without
 * their sender. Rejects when the database does not answer.
 */
export async function forgetPerson({ db }: Store, key: string, hashes: readonly string[]): Promise<HeldOfPerson> {
  return db.transaction().execute(async (transaction) => {
    await raiseContactsVersion(transaction);
    const held = await heldOfPerson({ db: transaction }, key, hashes);
    await transaction.deleteFrom('consent_tags').where('contact', '=', key).execute();
    await transaction.deleteFrom('contacts').where('key', '=', key).execute();
    if (hashes.length > 0) await transaction.deleteFrom('correspondence').where('hash', 'in', hashes).execute();
    await transaction.updateTable('records').set({ sender: null }).where('sender', '=', key).execute();
    return held;
  });
}
