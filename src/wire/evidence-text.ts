import { type ConsentTag, type Contact, type Evidence, type EvidenceKind, type EvidenceSet } from '../core/evidence';
import { readContact } from './contact';
import { readCorrespondence, readDomainRecord, readListMembers } from './evidence-values';

/** How long an answer may be used, in milliseconds. Somebody who has withdrawn since must not be written to for longer. */
export const LONGEST_AGE = 15 * 60_000;

/**
 * The room Outlook gives all of an add-in's session data together on older clients, in characters,
 * less what other entries need.
 */
export const EVIDENCE_ROOM = 40_000;

/** A clock that was set back may make an answer look younger than nothing by this much, in milliseconds. */
const CLOCK_SLACK = 60_000;

const TAG_FIELDS = ['purpose', 'status', 'basis', 'obtained', 'confirmed', 'withdrawn', 'expires', 'evidence', 'source', 'fromSale', 'similarGoods', 'toldAtCollection'] as const;
const CONTACT_FIELDS = ['country', 'name', 'safeguard', 'safeguardUntil'] as const;

/** In the order in which they are kept: long lists of members come last and go first. */
const KINDS: readonly EvidenceKind[] = ['contacts', 'domains', 'correspondence', 'members'];

/** One answer: what about, and what was said, as short as it can be. */
type Entry = readonly [string, ...(readonly unknown[])];

/** Answers of one kind that came at one time: `[kind by its place in KINDS, milliseconds since 1970 UTC, ...entries]`. */
type Batch = readonly [number, number, ...Entry[]];

/**
 * Evidence as text for the draft's session data, so that the send handler need not ask again what
 * was asked while the mail was written. Only what is known is kept: an unknown is worth asking
 * again. So is a contact of whom not everybody was heard. `evidence` are answers that arrived at `now`,
 * those with an age older by that; what `earlier` (a text made before) says of others is carried over
 * with the age it has, so that no answer grows younger by being kept.
 *
 * What does not fit into `maxChars` is left out: the last ones first, and a list of members
 * that is too long by itself.
 */
export function encodeEvidence(evidence: EvidenceSet, now: number, maxChars: number = EVIDENCE_ROOM, earlier: string | null = null): string {
  const kept = entriesOf(earlier);
  let text = '';
  for (const kind of KINDS) {
    const answers: ReadonlyMap<string, Evidence<object>> = evidence[kind];
    const batches: { readonly at: number; readonly entries: Entry[] }[] = kept
      .filter((batch) => batch.kind === kind && isFresh(batch.at, now, LONGEST_AGE))
      .map(({ at, entries }) => ({ at, entries: entries.filter(([key]) => !answers.has(key)) }));
    const fresh = new Map<number, Entry[]>();
    answers.forEach((said, key) => {
      if (!said.known || (said.value as Contact).unanswered !== undefined) return;
      const at = now - (said.age || 0) * 1000;
      const entries = fresh.get(at) || [];
      entries.push([key, ...CODES[kind].write(said.value as never)]);
      fresh.set(at, entries);
    });
    fresh.forEach((entries, at) => batches.push({ at, entries }));

    for (const { at, entries } of batches) {
      const start = `${text === '' ? '' : ','}[${KINDS.indexOf(kind)},${at}`;
      let batch = '';
      for (const entry of entries) {
        const longer = `${batch},${JSON.stringify(entry)}`;
        if (text.length + start.length + longer.length + '][]'.length <= maxChars) batch = longer;
        else if (kind !== 'members') break;
      }
      if (batch !== '') text += `${start}${batch}]`;
    }
  }
  return `[${text}]`;
}

/**
 * Reads such a text back: the answers that are not older than `maxAge` milliseconds, which never
 * counts for more than 15 minutes. Whatever is damaged was not asked. Never throws.
 */
export function decodeEvidence(text: string | null, now: number, maxAge: number = LONGEST_AGE): EvidenceSet {
  const evidence = { contacts: new Map(), members: new Map(), domains: new Map(), correspondence: new Map() };
  for (const { kind, at, entries } of entriesOf(text)) {
    if (!isFresh(at, now, Math.min(maxAge, LONGEST_AGE))) continue;
    for (const [key, ...said] of entries) {
      const value = CODES[kind].read(said);
      if (value) evidence[kind].set(key, { known: true, value });
    }
  }
  return evidence;
}

function isFresh(at: number, now: number, maxAge: number): boolean {
  return at <= now + CLOCK_SLACK && now - at <= maxAge;
}

interface Code<T> {
  write(value: T): readonly unknown[];
  /** `undefined` for what was not written here. */
  read(said: readonly unknown[]): T | undefined;
}

const CODES: { readonly [K in EvidenceKind]: Code<EvidenceSet[K] extends ReadonlyMap<string, Evidence<infer T>> ? T : never> } = {
  contacts: {
    write: (contact) => [contact.record === 'known' ? 1 : 0, fieldsOf(contact, CONTACT_FIELDS), ...contact.tags.map((tag) => fieldsOf(tag, TAG_FIELDS))],
    read: ([record, texts, ...tags]) => {
      const fields = named(texts, CONTACT_FIELDS);
      return fields ? readContact({ ...fields, record: record === 1 ? 'known' : record === 0 ? 'unknown' : '', tags: tags.map((tag) => named(tag, TAG_FIELDS)) }) : undefined;
    },
  },
  domains: {
    write: ({ inUse, resembles }) => [inUse ? 1 : 0, ...resembles],
    read: ([inUse, ...resembles]) => readDomainRecord({ inUse: yesNo(inUse), resembles }),
  },
  correspondence: {
    write: ({ before }) => [before ? 1 : 0],
    read: ([before]) => readCorrespondence({ before: yesNo(before) }),
  },
  members: {
    write: ({ complete, members }) => [complete ? 1 : 0, ...members.map(({ address, name }) => (name ? [address, name] : [address]))],
    read: ([complete, ...members]) =>
      readListMembers({ complete: yesNo(complete), members: members.map((person) => (Array.isArray(person) ? { address: person[0] as unknown, name: person.length > 1 ? (person[1] as unknown) : '' } : null)) }),
  },
};

function yesNo(value: unknown): unknown {
  return value === 1 ? true : value === 0 ? false : value;
}

/** The fields' values in order, without the empty ones at the end. */
function fieldsOf(record: Contact | ConsentTag, names: readonly string[]): readonly unknown[] {
  const fields = names.map((name) => {
    const value = (record as unknown as { readonly [name: string]: unknown })[name];
    return value === true ? 1 : value === false ? 0 : value || '';
  });
  while (fields[fields.length - 1] === '') fields.pop();
  return fields;
}

/** The other way round; what is no list of fields is handed on as it is, and will not be understood. */
function named(fields: unknown, names: readonly string[]): object | null {
  if (!Array.isArray(fields) || fields.length > names.length) return null;
  const record: { [name: string]: unknown } = {};
  (fields as unknown[]).forEach((value, index) => {
    if (value !== '') record[names[index] as string] = yesNo(value);
  });
  return record;
}

function entriesOf(text: string | null): { readonly kind: EvidenceKind; readonly at: number; readonly entries: readonly Entry[] }[] {
  if (!text) return [];
  let list: unknown;
  try {
    list = JSON.parse(text);
  } catch {
    return [];
  }
  const batches: { readonly kind: EvidenceKind; readonly at: number; readonly entries: readonly Entry[] }[] = [];
  for (const batch of Array.isArray(list) ? (list as unknown[]) : []) {
    if (!isBatch(batch)) continue;
    const [place, at, ...entries] = batch;
    const kind = KINDS[place];
    if (kind) batches.push({ kind, at, entries: entries.filter((entry) => Array.isArray(entry) && typeof entry[0] === 'string') });
  }
  return batches;
}

function isBatch(value: unknown): value is Batch {
  return Array.isArray(value) && typeof value[0] === 'number' && typeof value[1] === 'number';
}
