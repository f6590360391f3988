import type { Store } from './open-store';

/** Goes up whenever contacts change; see `counters` in tables.ts. */
export const CONTACTS_COUNTER = 'contacts';

/** A domain somebody among the contacts has an address at. */
export interface ContactDomain {
  readonly domain: string;
  readonly contacts: number;
}

/** All domains of contacts, the most used first. Rejects when the database does not answer. */
export async function contactDomains(store: Store): Promise<readonly ContactDomain[]> {
  const rows = await store.db
    .selectFrom('contacts')
    .select(['domain', ({ fn }) => fn.countAll<number | string>().as('contacts')])
    .groupBy('domain')
    .orderBy('contacts', 'desc')
    .orderBy('domain')
    .execute();
  return rows.map(({ domain, contacts }) => ({ domain, contacts: Number(contacts) }));
}

/** Which of these domains are in use. Rejects when the database does not answer. */
export async function domainsInUse(store: Store, domains: readonly string[]): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (let start = 0; start < domains.length; start += store.parametersAtOnce) {
    const rows = await store.db.selectFrom('contacts').select('domain').distinct().where('domain', 'in', domains.slice(start, start + store.parametersAtOnce)).execute();
    for (const { domain } of rows) found.add(domain);
  }
  return found;
}

/** Other programs with this database learn from it that what they made of the contacts is old. Rejects when the database does not answer. */
export async function raiseContactsVersion(db: Store['db']): Promise<void> {
  await db
    .insertInto('counters')
    .values({ name: CONTACTS_COUNTER, value: 1 })
    .onConflict((conflict) => conflict.column('name').doUpdateSet(({ eb }) => ({ value: eb('counters.value', '+', 1) })))
    .execute();
}

/** A number that is another one after every change of contacts, from whichever program. */
export async function contactsVersion(store: Store): Promise<number> {
  const row = await store.db.selectFrom('counters').select('value').where('name', '=', CONTACTS_COUNTER).executeTakeFirst();
  return row?.value ?? 0;
}
