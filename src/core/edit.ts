import { addressKey, parseAddress } from './address';
import { type Draft, inField, type Person, type Recipient, type RecipientField } from './draft';
import type { Purpose } from './purpose';
import { splitBehindWritten } from './writing';

/** A change to a draft, as data. Rules propose edits, the mailbox carries them out. */
export type DraftEdit =
  | { readonly kind: 'moveToBcc'; readonly addresses: readonly string[] }
  | { readonly kind: 'removeRecipients'; readonly addresses: readonly string[] }
  /** Whoever stands in any field already is not put in again. */
  | { readonly kind: 'addRecipients'; readonly field: RecipientField; readonly people: readonly Person[] }
  /** Text that goes behind everything the sender wrote, in front of quoted mail; not put in twice. */
  | { readonly kind: 'insertText'; readonly text: string }
  | { readonly kind: 'declarePurpose'; readonly purpose: Purpose }
  | UndoEdit;

/**
 * Takes back one edit of recipients. Only people whom that edit moved go back to their field, and
 * only those it added leave, so what the sender typed in the meantime stays.
 */
export interface UndoEdit {
  readonly kind: 'undoRecipients';
  /** Entries as they stood before, each with its field, for the people the edit moved or removed. */
  readonly restore: readonly Recipient[];
  /** Entries the edit put in: the moved ones in their new field, and the sender where To was empty. */
  readonly added: readonly Recipient[];
}

/** What becomes of the draft. Pure: the draft handed in stays as it is. */
export function applyEdit(draft: Draft, edit: DraftEdit): Draft {
  switch (edit.kind) {
    case 'declarePurpose':
      return { ...draft, purpose: edit.purpose };
    case 'moveToBcc':
      return { ...draft, recipients: movedToBcc(draft, named(edit.addresses)) };
    case 'removeRecipients': {
      const gone = named(edit.addresses);
      return { ...draft, recipients: withSomebodyInTo(draft, draft.recipients.filter(({ address }) => !gone.has(addressKey(address)))) };
    }
    case 'addRecipients':
      return { ...draft, recipients: withPeople(draft.recipients, edit.people, edit.field) };
    case 'insertText':
      return { ...draft, body: withText(draft.body, edit.text) };
    case 'undoRecipients':
      return { ...draft, recipients: undone(draft.recipients, edit) };
  }
}

/** The edit that takes `after` back to `before`. */
export function undoOf(before: Draft, after: Draft): UndoEdit {
  return {
    kind: 'undoRecipients',
    restore: without(before.recipients, after.recipients),
    added: without(after.recipients, before.recipients),
  };
}

/**
 * What is left of an undo: the people whom the edit moved, took out or put in and who still stand, or
 * are missing, as it left them. `null` where nothing is left to be taken back.
 */
export function leftOf({ restore, added }: UndoEdit, draft: Draft): UndoEdit | null {
  const there = entrySet(draft.recipients);
  const addedKeys = keySet(added.map(({ address }) => address));
  const gone = added.filter((recipient) => there.has(entry(recipient)));
  const stillThere = keySet(gone.map(({ address }) => address));
  const back = restore.filter((recipient) => {
    const key = addressKey(recipient.address);
    return !there.has(entry(recipient)) && (stillThere.has(key) || !addedKeys.has(key));
  });
  // The sender, who was put into To in their place, leaves with the last of them.
  const isNothing = restore.length > 0 ? back.length === 0 : gone.length === 0;
  return isNothing ? null : { kind: 'undoRecipients', restore: back, added: gone };
}

function movedToBcc(draft: Draft, keys: ReadonlySet<string>): readonly Recipient[] {
  if (draft.kind === 'meeting') return draft.recipients;
  const inBcc = keySet(inField(draft, 'bcc').map(({ address }) => address));
  const stay: Recipient[] = [];
  const moved: Recipient[] = [];
  for (const recipient of draft.recipients) {
    const key = addressKey(recipient.address);
    if (recipient.field === 'bcc' || !keys.has(key)) stay.push(recipient);
    else if (!inBcc.has(key)) {
      inBcc.add(key);
      moved.push({ ...recipient, field: 'bcc' });
    }
  }
  return withSomebodyInTo(draft, [...stay, ...moved]);
}

function withPeople(recipients: readonly Recipient[], people: readonly Person[], field: RecipientField): readonly Recipient[] {
  const there = keySet(recipients.map(({ address }) => address));
  const added: Recipient[] = [];
  for (const { address, name } of people) {
    const key = addressKey(address);
    if (address.trim() === '' || there.has(key)) continue;
    there.add(key);
    added.push({ address, name, field });
  }
  return [...recipients, ...added];
}

function withText(body: string, text: string): string {
  const wanted = text.replace(/\r\n?/g, '\n').trim();
  const { before, rest } = splitBehindWritten(body);
  // What an earlier mail quotes of it does not count. A text of nothing stands in every mail.
  if (before.indexOf(wanted) >= 0) return body;
  return `${`.${before}`.trim().slice(1)}\n\n${wanted}\n${rest === '' ? '' : `\n${rest}`}`;
}

/** Filters and some servers refuse mail that has nobody in To, so no edit leaves it empty: the sender stands there. */
function withSomebodyInTo(before: Draft, recipients: readonly Recipient[]): readonly Recipient[] {
  const { kind, from } = before;
  const unchanged = recipients.length === before.recipients.length && recipients.every((recipient, index) => recipient === before.recipients[index]);
  if (kind !== 'message' || from === null || !parseAddress(from.address).usable || unchanged || recipients.length === 0 || recipients.some(({ field }) => field === 'to')) return recipients;
  const key = addressKey(from.address);
  const others = recipients.filter(({ address }) => addressKey(address) !== key);
  return [{ address: from.address, name: from.name, field: 'to' }, ...others];
}

function undone(recipients: readonly Recipient[], edit: UndoEdit): readonly Recipient[] {
  const isAdded = entrySet(edit.added);
  const addedKeys = keySet(edit.added.map(({ address }) => address));
  const stillThere = keySet(recipients.filter((recipient) => isAdded.has(entry(recipient))).map(({ address }) => address));
  // Whom the edit moved and the sender has moved on or removed since stays where the sender wants
  // them; whom the edit itself took out comes back.
  const back = edit.restore.filter(({ address }) => {
    const key = addressKey(address);
    return stillThere.has(key) || !addedKeys.has(key);
  });
  const backEntries = entrySet(back);
  const kept = recipients.filter((recipient) => !isAdded.has(entry(recipient)) && !backEntries.has(entry(recipient)));
  return [...kept, ...back];
}

function without(these: readonly Recipient[], those: readonly Recipient[]): readonly Recipient[] {
  const known = entrySet(those);
  return these.filter((recipient) => !known.has(entry(recipient)));
}

function entry({ field, address }: Recipient): string {
  return `${field}:${addressKey(address)}`;
}

function entrySet(recipients: readonly Recipient[]): ReadonlySet<string> {
  return new Set(recipients.map(entry));
}

/** The people an edit names. Contact groups have no address, so an empty one names nobody rather than all of them. */
function named(addresses: readonly string[]): ReadonlySet<string> {
  return keySet(addresses.filter((address) => address.trim() !== ''));
}

function keySet(addresses: readonly string[]): Set<string> {
  return new Set(addresses.map(addressKey));
}
