import type { Contact, ContactEvidence, Evidence } from '../core/evidence';
import { readContact } from '../wire/contact';
import type { Store } from './open-store';

/**
 * What the database knows of these people, by address key. Everybody asked about is in the answer:
 * who is not recorded is known as such. A record that is not understood (a newer version wrote it,
 * or somebody by hand) is unknown. Rejects when the database does not answer.
 */
export async function contactsByKey(store: Store, keys: readonly string[]): Promise<ContactEvidence> {
  const wanted = [...new Set(keys)];
  const found = new Map<string, Found>();
  for (let start = 0; start < wanted.length; start += store.parametersAtOnce) {
    await lookUp(store, wanted.slice(start, start + store.parametersAtOnce), found);
  }
  return new Map(wanted.map((key) => [key, evidenceOf(found.get(key))]));
}

export async function countContacts(store: Store): Promise<number> {
  const { count } = await store.db.selectFrom('contacts').select(({ fn }) => fn.countAll<number | string>().as('count')).executeTakeFirstOrThrow();
  return Number(count);
}

/** Everybody's address key. */
export async function allKeys(store: Store): Promise<readonly string[]> {
  return (await store.db.selectFrom('contacts').select('key').execute()).map(({ key }) => key);
}

/** Whether a query comes back. Never rejects. */
export async function isAnswering(store: Store): Promise<boolean> {
  try {
    await store.db.selectFrom('contacts').select('key').limit(1).execute();
    return true;
  } catch {
    return false;
  }
}

interface Found {
  readonly person: object;
  readonly tags: object[];
}

/** One statement for people and tags, so that an import in between cannot show one without the other. */
async function lookUp(store: Store, keys: readonly string[], found: Map<string, Found>): Promise<void> {
  const rows = await lookUpQuery(store.db, keys).execute();
  for (const { key, name, country, safeguard, safeguardUntil, ...tag } of rows) {
    const contact = found.get(key) ?? { person: { name, country, safeguard, safeguardUntil }, tags: [] };
    found.set(key, contact);
    const { fromSale, similarGoods, toldAtCollection } = tag;
    if (tag.purpose !== null) contact.tags.push(withoutEmpty({ ...tag, fromSale: answerOf(fromSale), similarGoods: answerOf(similarGoods), toldAtCollection: answerOf(toldAtCollection) }));
  }
}

/** With the driver alone, it is what `npm run bench -- --store` holds the store against. */
export function lookUpQuery(db: Store['db'], keys: readonly string[]) {
  return db
    .selectFrom('contacts')
    .leftJoin('consent_tags as tag', 'tag.contact', 'contacts.key')
    .select([
      'contacts.key', 'contacts.name', 'contacts.country', 'contacts.safeguard', 'contacts.safeguard_until as safeguardUntil', 'tag.purpose', 'tag.status', 'tag.basis', 'tag.obtained',
      'tag.confirmed', 'tag.withdrawn', 'tag.expires', 'tag.evidence', 'tag.source',
      'tag.from_sale as fromSale', 'tag.similar_goods as similarGoods', 'tag.told_at_collection as toldAtCollection',
    ])
    .where('contacts.key', 'in', keys)
    .orderBy('contacts.key')
    .orderBy('tag.purpose')
    .orderBy('tag.source');
}

/** SQLite keeps no booleans; anything but 1 and 0 is handed on and will not be understood. */
function answerOf(kept: number | null): boolean | number | null {
  return kept === 1 ? true : kept === 0 ? false : kept;
}

function evidenceOf(found: Found | undefined): Evidence<Contact> {
  if (!found) return { known: true, value: { record: 'unknown', tags: [] } };
  const contact = readContact(withoutEmpty({ record: 'known', ...found.person, tags: found.tags }));
  return contact ? { known: true, value: contact } : { known: false, reason: 'invalidAnswer' };
}

function withoutEmpty(record: object): object {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== null && value !== ''));
}
