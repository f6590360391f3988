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
  readonly country: string | null;
  readonly tags: object[];
}

/** One statement for people and tags, so that an import in between cannot show one without the other. */
async function lookUp(store: Store, keys: readonly string[], found: Map<string, Found>): Promise<void> {
  const rows = await store.db
    .selectFrom('contacts')
    .leftJoin('consent_tags as tag', 'tag.contact', 'contacts.key')
    .select([
      'contacts.key', 'contacts.country', 'tag.purpose', 'tag.status', 'tag.basis', 'tag.obtained',
      'tag.confirmed', 'tag.withdrawn', 'tag.expires', 'tag.evidence', 'tag.source',
    ])
    .where('contacts.key', 'in', keys)
    .orderBy('contacts.key')
    .orderBy('tag.purpose')
    .orderBy('tag.source')
    .execute();
  for (const { key, country, ...tag } of rows) {
    const person = found.get(key) ?? { country, tags: [] };
    found.set(key, person);
    if (tag.purpose !== null) person.tags.push(withoutEmpty(tag));
  }
}

function evidenceOf(found: Found | undefined): Evidence<Contact> {
  if (!found) return { known: true, value: { record: 'unknown', tags: [] } };
  const contact = readContact(withoutEmpty({ record: 'known', country: found.country, tags: found.tags }));
  return contact ? { known: true, value: contact } : { known: false, reason: 'invalidAnswer' };
}

function withoutEmpty(record: object): object {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== null && value !== ''));
}
