import { failed, succeeded, type Answer } from './answer';
import { LIMITS } from './clients';
import type { Inside } from './inside';
import { entriesIn, fieldsOf, typedIn, type Entry, type FieldName, type TypedText } from './item';

/** Resolved recipients only, and no more than the client gives out; nothing says that the rest is missing. */
export function getRecipients(inside: Inside, field: FieldName): Answer {
  const { recipients: { getMax }, oddities: { missingAddressIsNull } } = inside.client;
  const entries = entriesIn(inside.item(), field).slice(0, getMax ?? undefined);
  return succeeded(entries.map((entry) => ({
    ...entry,
    emailAddress: missingAddressIsNull && entry.emailAddress === '' ? null : entry.emailAddress,
  })));
}

/**
 * Replaces a field, or adds to it; all of it or nothing. What `recipientType` says is dropped: Outlook finds out by
 * itself. Text in the field that was never resolved stays where it is (undocumented).
 */
export function writeRecipients(inside: Inside, field: FieldName, given: unknown, how: 'set' | 'add'): Answer {
  if (!Array.isArray(given)) return failed(9031, 'Recipients are an array.');

  const { recipients: { perCall, perField }, oddities } = inside.client;
  if (perCall !== null && given.length > perCall) return failed(9012);

  const read = given.map((each) => readWritten(inside, each));
  const broken = read.find((each) => typeof each === 'number');
  if (broken !== undefined) return failed(broken);

  const before = entriesIn(inside.item(), field);
  const entries = read.filter((each): each is Entry => typeof each === 'object' && 'emailAddress' in each);
  const typed = read.filter((each): each is TypedText => typeof each === 'object' && 'text' in each);
  const after = how === 'add' ? [...before, ...entries] : entries;
  if (perField !== null && after.length > perField) return failed(9012);

  if (oddities.emptyBccSetIgnored && how === 'set' && field === 'bcc' && given.length === 0) return succeeded();
  if (oddities.plusTagChangeIgnored && how === 'set' && differOnlyInTags(before, after)) return succeeded();

  inside.changeRecipients(field, { entries: after, typed: [...typedIn(inside.item(), field), ...typed] }, 'addIn');
  return succeeded();
}

/** What Outlook makes of text in a recipient field; `null` while it cannot tell who that is. */
export function resolve(directory: readonly Entry[], text: string): Entry | null {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return null;
  const known = directory.find((entry) => entry.emailAddress.toLowerCase() === wanted || entry.displayName.toLowerCase() === wanted);
  if (known) return known;
  if (!/^[^\s@]+@[^\s@]+$/.test(text.trim())) return null;
  return { displayName: text.trim(), emailAddress: text.trim(), recipientType: 'externalUser' };
}

/** Turns typed text into recipients where that can be done; returns what is left. */
export function resolveTyped(inside: Inside, fields: readonly FieldName[] = fieldsOf(inside.item().kind)): readonly TypedText[] {
  return fields.flatMap((field) => {
    const typed = typedIn(inside.item(), field);
    const resolved = typed.flatMap(({ text }) => resolve(inside.directory, text) ?? []);
    const left = typed.filter(({ text }) => !resolve(inside.directory, text));
    if (resolved.length > 0) inside.changeRecipients(field, { entries: [...entriesIn(inside.item(), field), ...resolved], typed: left }, 'user');
    return left;
  });
}

/** An entry, text that does not resolve, or the code of what is wrong with it. */
function readWritten({ directory }: Inside, given: unknown): Entry | TypedText | number {
  const { displayName, emailAddress } = nameAndAddress(given);
  if (emailAddress === '') return 5010;
  if (emailAddress.length > LIMITS.emailAddress || displayName.length > LIMITS.displayName) return 9031;

  const known = directory.find((entry) => entry.emailAddress.toLowerCase() === emailAddress.toLowerCase());
  const name = displayName || (known ? known.displayName : emailAddress);
  if (known) return { ...known, emailAddress, displayName: name };
  if (emailAddress.includes('@') || emailAddress.startsWith('/')) return { displayName: name, emailAddress, recipientType: 'externalUser' };
  return resolve(directory, emailAddress) ?? { text: emailAddress, byAddIn: true };
}

function nameAndAddress(given: unknown): { readonly displayName: string; readonly emailAddress: string } {
  if (typeof given === 'string') return { displayName: '', emailAddress: given };
  if (typeof given !== 'object' || given === null) return { displayName: '', emailAddress: '' };
  const { displayName, emailAddress } = given as Record<string, unknown>;
  return {
    displayName: typeof displayName === 'string' ? displayName : '',
    emailAddress: typeof emailAddress === 'string' ? emailAddress : '',
  };
}

function differOnlyInTags(before: readonly Entry[], after: readonly Entry[]): boolean {
  if (before.length !== after.length || before.length === 0) return false;
  const untagged = ({ emailAddress }: Entry) => emailAddress.toLowerCase().replace(/\+[^@]*@/, '@');
  const same = before.every((entry, index) => untagged(entry) === untagged(after[index]!));
  return same && before.some((entry, index) => entry.emailAddress.toLowerCase() !== after[index]!.emailAddress.toLowerCase());
}
