import type { ConsentTag, Contact, ContactEvidence, Evidence } from '../core/evidence';
import { readContact } from './contact';

/** How long an answer may be used, in milliseconds. Somebody who has withdrawn since must not be written to for longer. */
export const LONGEST_AGE = 15 * 60_000;

/**
 * The room Outlook gives all of an add-in's session data together on older clients, in characters,
 * less what other entries need.
 */
export const EVIDENCE_ROOM = 40_000;

/** A clock that was set back may make an answer look younger than nothing by this much, in milliseconds. */
const CLOCK_SLACK = 60_000;

const TAG_FIELDS = ['purpose', 'status', 'basis', 'obtained', 'confirmed', 'withdrawn', 'expires', 'evidence', 'source'] as const;

/** `[address key, milliseconds since 1970 UTC, '+' | '-', country or '', ...tags]`; '-' is "not recorded". */
type Entry = readonly [string, number, string, string, ...(readonly string[])[]];

/**
 * Evidence as text for the draft's session data, so that the send handler need not ask again what
 * was asked while the mail was written. Only what is known is kept: an unknown is worth asking
 * again. `contacts` are answers that arrived at `now`; people in `earlier` (a text made before)
 * whom `contacts` does not name are carried over with the age they have, so that no answer grows
 * younger by being kept. What does not fit into `maxChars` is left out, the last people first.
 */
export function encodeEvidence(contacts: ContactEvidence, now: number, maxChars: number = EVIDENCE_ROOM, earlier: string | null = null): string {
  const entries: Entry[] = entriesOf(earlier).filter(([key, at]) => !contacts.has(key) && isFresh(at, now, LONGEST_AGE));
  contacts.forEach((evidence, key) => {
    if (evidence.known) entries.push(entryOf(key, now, evidence.value));
  });

  let text = '';
  for (const entry of entries) {
    const longer = `${text}${text === '' ? '' : ','}${JSON.stringify(entry)}`;
    if (longer.length + '[]'.length > maxChars) break;
    text = longer;
  }
  return `[${text}]`;
}

/**
 * Reads such a text back: the people whose answer is not older than `maxAge` milliseconds, which
 * never counts for more than 15 minutes. Whatever is damaged was not asked. Never throws.
 */
export function decodeEvidence(text: string | null, now: number, maxAge: number = LONGEST_AGE): ContactEvidence {
  const contacts = new Map<string, Evidence<Contact>>();
  for (const entry of entriesOf(text)) {
    const [key, at] = entry;
    const contact = contactOfEntry(entry);
    if (contact && isFresh(at, now, Math.min(maxAge, LONGEST_AGE))) contacts.set(key, { known: true, value: contact });
  }
  return contacts;
}

function isFresh(at: number, now: number, maxAge: number): boolean {
  return at <= now + CLOCK_SLACK && now - at <= maxAge;
}

function entryOf(key: string, at: number, contact: Contact): Entry {
  return [key, at, contact.record === 'known' ? '+' : '-', contact.country || '', ...contact.tags.map(tagFields)];
}

function tagFields(tag: ConsentTag): readonly string[] {
  const fields = TAG_FIELDS.map((field) => tag[field] || '');
  while (fields[fields.length - 1] === '') fields.pop();
  return fields;
}

function entriesOf(text: string | null): Entry[] {
  if (!text) return [];
  let list: unknown;
  try {
    list = JSON.parse(text);
  } catch {
    return [];
  }
  return Array.isArray(list) ? list.filter(isEntry) : [];
}

function isEntry(value: unknown): value is Entry {
  if (!Array.isArray(value)) return false;
  const [key, at, record, country, ...tags] = value as unknown[];
  return typeof key === 'string' && typeof at === 'number' && (record === '+' || record === '-') && typeof country === 'string'
    && tags.every((tag) => Array.isArray(tag) && tag.every((field) => typeof field === 'string'));
}

function contactOfEntry([, , record, country, ...tags]: Entry): Contact | undefined {
  return readContact({
    record: record === '+' ? 'known' : 'unknown',
    country: country || undefined,
    tags: tags.map((fields) => {
      const tag: { [field: string]: string } = {};
      TAG_FIELDS.forEach((field, index) => {
        const value = fields[index];
        if (value) tag[field] = value;
      });
      return tag;
    }),
  });
}
