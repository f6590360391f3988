import { addressKey } from '../core/address';
import type { Recipient, RecipientField } from '../core/draft';
import type { UndoEdit } from '../core/edit';
import { fitting, listOf, type Reader, section } from '../core/reading';
import { readKept } from './kept-text';

/*
 * The way back as text for the draft's session data, which has room for 50,000 characters on most clients. Everybody stands
 * in it once, so that 500 people fit in.
 */

/** By their place in it. */
const FIELDS: readonly RecipientField[] = ['to', 'cc', 'bcc', 'required', 'optional'];

/** Field, address, and the name where there is one. */
type Entry = readonly [field: number, address: string, name?: string];

/** `added` names people of `restore` who went to Bcc by their place there, and everybody else as an entry. */
interface UndoText {
  readonly restore: readonly Entry[];
  readonly added: readonly (number | Entry)[];
}

const entry = fitting<Entry>(isEntry, 'a field, an address and a name');

const undoText: Reader<UndoText> = section({
  restore: listOf(entry, 'a list of people'),
  added: listOf(fitting<number | Entry>((value) => typeof value === 'number' || isEntry(value), 'a place or somebody'), 'a list of people'),
});

export function encodeUndo({ restore, added }: UndoEdit): string {
  const places = new Map<string, number>();
  restore.forEach(({ address }, index) => {
    if (!places.has(addressKey(address))) places.set(addressKey(address), index);
  });
  const text: UndoText = {
    restore: restore.map(entryOf),
    added: added.map((recipient) => {
      const place = places.get(addressKey(recipient.address));
      const same = place === undefined ? undefined : restore[place];
      return recipient.field === 'bcc' && same && same.address === recipient.address && same.name === recipient.name ? place as number : entryOf(recipient);
    }),
  };
  return JSON.stringify(text);
}

/** `null`: there is none, or none of use. */
export function decodeUndo(kept: string | null | undefined): UndoEdit | null {
  const text = readKept(undoText, kept);
  if (text === null) return null;
  const restore = text.restore.map(recipientOf);
  const added: Recipient[] = [];
  for (const each of text.added) {
    const moved = typeof each === 'number' ? restore[each] : undefined;
    if (typeof each === 'number' && moved === undefined) return null;
    added.push(moved === undefined ? recipientOf(each as Entry) : { ...moved, field: 'bcc' });
  }
  return { kind: 'undoRecipients', restore, added };
}

function isEntry(value: unknown): boolean {
  if (!Array.isArray(value) || value.length < 2 || value.length > 3) return false;
  const [field, address, name = ''] = value as readonly unknown[];
  return typeof field === 'number' && FIELDS[field] !== undefined && typeof address === 'string' && typeof name === 'string';
}

function entryOf({ field, address, name }: Recipient): Entry {
  return name === '' ? [FIELDS.indexOf(field), address] : [FIELDS.indexOf(field), address, name];
}

function recipientOf([field, address, name = '']: Entry): Recipient {
  return { address, name, field: FIELDS[field] as RecipientField };
}
