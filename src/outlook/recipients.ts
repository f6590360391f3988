import type { Person, Recipient, RecipientField } from '../core/draft';
import type { FieldReading } from '../core/ports';
import { supports } from './abilities';
import type { OfficeCalls } from './office-calls';
import type { ComposedItem } from './item';
import { platform } from './platform';

/** Where a field is found on the item. Throws where this kind of item has no such field. */
function recipientsOf(item: ComposedItem, field: RecipientField): Office.Recipients {
  switch (field) {
    case 'required':
      return item.requiredAttendees;
    case 'optional':
      return item.optionalAttendees;
    default:
      return item[field];
  }
}

/**
 * Only people Outlook has resolved are there: text somebody typed without it becoming a recipient
 * is invisible to add-ins. Outlook decides what happens to that at sending.
 */
export function readRecipients(calls: OfficeCalls, item: () => ComposedItem, field: RecipientField): Promise<FieldReading> {
  return calls.ask<readonly Office.EmailAddressDetails[], FieldReading>(
    `${field}.getAsync`,
    (answer) => recipientsOf(item(), field).getAsync(answer),
    (entries) => ({
      recipients: entries.map((entry) => recipientOf(entry, field)),
      complete: !mayBeCutOff(entries.length),
    }),
  );
}

/** At most 100 people a call; the host refuses more. */
export function addRecipients(calls: OfficeCalls, item: () => ComposedItem, field: RecipientField, people: readonly Person[]): Promise<void> {
  return calls.tell(`${field}.addAsync`, (answer) => recipientsOf(item(), field).addAsync(people.map(entryOf), answer));
}

/** At most 100 people a call; the host refuses more. */
export function setRecipients(calls: OfficeCalls, item: () => ComposedItem, field: RecipientField, people: readonly Person[]): Promise<void> {
  return calls.tell(`${field}.setAsync`, (answer) => recipientsOf(item(), field).setAsync(people.map(entryOf), answer));
}

/**
 * Outlook cuts long lists without a word: at 100 on phones, 500 in classic Outlook on Windows and
 * Mac, 1,000 in the others. A list of exactly such a length may be a cut one.
 */
function mayBeCutOff(length: number): boolean {
  return length === 500 || length >= 1000 || (length === 100 && isPhone());
}

/** Whether this client would tell of so many people in one field, and so that the list is known to be whole. */
export function readsWhole(people: number): boolean {
  return !mayBeCutOff(people) && people <= longestWholeList();
}

/** The most people in one field that are known to be all of them. */
export function longestWholeList(): number {
  return listLimit() - 1;
}

/** Where versions differ and cannot be told apart, the lower one. */
function listLimit(): number {
  switch (platform()) {
    case 'OfficeOnline':
      return 1000;
    case 'PC':
      return supports('longLists') ? 1000 : 500;
    case 'Mac':
      return 500;
    default:
      return 100;
  }
}

function isPhone(): boolean {
  const name = platform();
  return name === null || name === 'Android' || name === 'iOS';
}

/** The type says who is a list, nothing more: it is wrong about who is external. */
function recipientOf(entry: Office.EmailAddressDetails, field: RecipientField): Recipient {
  const recipient: Recipient = { address: entry.emailAddress || '', name: entry.displayName || '', field };
  return (entry.recipientType as string) === 'distributionList' ? { ...recipient, list: true } : recipient;
}

function entryOf({ address, name }: Person): Office.EmailUser {
  return { displayName: name, emailAddress: address };
}
