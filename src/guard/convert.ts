import { addressKey, parseAddress } from '../core/address';
import { type Draft, EMPTY_DRAFT, inField, MEETING_FIELDS, MESSAGE_FIELDS, type Person, type Recipient, type RecipientField } from '../core/draft';
import { applyEdit, type DraftEdit, type UndoEdit, undoOf } from '../core/edit';
import { type Mailbox, MailboxFailure } from '../core/ports';
import type { Refusal } from '../presentation/conversion-words';

/** Outlook takes at most this many people in one call, on every client. */
const CALL_LIMIT = 100;

/** How moving, removing or adding people in Outlook's draft ended. */
export type Conversion =
  | {
      readonly done: true;
      /** Takes the whole change back. */
      readonly undo: UndoEdit;
      /** People who were moved, removed, added or brought back; the sender, who makes room or fills it, is none of them. */
      readonly people: number;
      /** The sender had to stay in Bcc, since this client cannot empty that field. */
      readonly senderLeftInBcc: boolean;
    }
  | {
      readonly done: false;
      readonly reason: Refusal;
      /** The draft stands as it did before. Otherwise people may stand in two fields. */
      readonly restored: boolean;
      /** People who are in no field any more, as far as the draft could be read afterwards. */
      readonly missing: readonly Person[];
    };

class Stopped extends Error {
  readonly reason: Refusal;
  constructor(reason: Refusal) {
    super(reason);
    this.reason = reason;
  }
}

/**
 * Carries an edit of recipients out in Outlook without ever losing anybody: everybody is added to
 * the new place first, the draft is read back and compared, and only then does the old place
 * shrink. Whatever fails, and wherever it stops, people stand twice rather than nowhere.
 * Never rejects. Once `mayChange` says no, nothing is changed any more, and nothing put back either.
 */
export async function convert(mailbox: Mailbox, edit: DraftEdit, mayChange: MayChange = always): Promise<Conversion> {
  let before: Draft;
  try {
    before = await snapshot(mailbox);
    // Nobody is taken out of a field, so people whom Outlook has not resolved are no obstacle.
    const mustBeUsable = edit.kind === 'addRecipients' ? edit.people : before.recipients;
    if (mustBeUsable.some(({ address }) => !parseAddress(address).usable)) throw new Stopped('unresolved');
  } catch (error) {
    return { done: false, reason: reasonOf(error), restored: true, missing: [] };
  }
  const after = applyEdit(before, edit);
  const undo = undoOf(before, after);
  // A field that can no longer be read whole can neither be checked nor put right again.
  if (fieldsOf(undo.added).some((field) => !mailbox.readsWhole(inField(before, field).length + inField({ ...before, recipients: undo.added }, field).length))) {
    return { done: false, reason: 'tooMany', restored: true, missing: [] };
  }
  const progress: Progress = { mayChange, parked: [], shrinkUnanswered: false, senderLeftInBcc: false };
  try {
    await bring(mailbox, undo.added, undo.restore, progress);
    return { done: true, undo, people: peopleMeant(edit, undo).size, senderLeftInBcc: progress.senderLeftInBcc };
  } catch (error) {
    return restore(mailbox, before, undo, progress, reasonOf(error));
  }
}

function peopleMeant(edit: DraftEdit, { restore, added }: UndoEdit): ReadonlySet<string> {
  switch (edit.kind) {
    case 'undoRecipients':
      // Whoever had only been added goes, and nobody comes back.
      return keysOf(added.length > 0 ? added : restore);
    case 'addRecipients':
      return keysOf(added);
    case 'moveToBcc':
    case 'removeRecipients': {
      const named = new Set(edit.addresses.map(addressKey));
      return keysOf(restore.filter(({ address }) => named.has(addressKey(address))));
    }
    // Not edits of recipients: nobody is moved.
    case 'declarePurpose':
    case 'insertText':
      return new Set();
  }
}

export type MayChange = () => Promise<boolean>;

const always: MayChange = () => Promise.resolve(true);

interface Progress {
  readonly mayChange: MayChange;
  /** People who wait in another field while theirs is rewritten. */
  parked: readonly Recipient[];
  /** A call that takes people out of a field was never answered, so it may still happen later. */
  shrinkUnanswered: boolean;
  senderLeftInBcc: boolean;
}

async function snapshot(mailbox: Mailbox): Promise<Draft> {
  const fields = mailbox.kind === 'message' ? MESSAGE_FIELDS : MEETING_FIELDS;
  const recipients: Recipient[] = [];
  for (const field of fields) {
    const reading = await mailbox.readField(field);
    if (!reading.complete) throw new Stopped('cutOff');
    recipients.push(...reading.recipients);
  }
  const { from } = await mailbox.readDraft(['from']);
  return { ...EMPTY_DRAFT, kind: mailbox.kind, from: from || mailbox.owner, recipients };
}

/** Puts people in first, checks that they are there, and only then takes people out. */
async function bring(mailbox: Mailbox, add: readonly Recipient[], drop: readonly Recipient[], progress: Progress): Promise<void> {
  for (const field of fieldsOf(add)) await addTo(mailbox, field, add.filter((recipient) => recipient.field === field), progress);
  for (const field of fieldsOf(drop)) {
    const keys = keysOf(drop.filter((recipient) => recipient.field === field));
    const current = await lastLook(mailbox, field, progress);
    if (current.some(({ address }) => keys.has(addressKey(address)))) {
      // Read a moment ago, so whom the sender typed in the meantime stays.
      await shrink(mailbox, field, current.filter(({ address }) => !keys.has(addressKey(address))), keys, progress);
    }
  }
}

/**
 * The look a field is rewritten from. Whom the sender enters between this and the rewrite is overwritten, so nothing comes in between, and
 * whether anything may be changed still is asked at the same time.
 */
async function lastLook(mailbox: Mailbox, field: RecipientField, progress: Progress): Promise<readonly Recipient[]> {
  const [, current] = await Promise.all([requireLeave(progress), readWhole(mailbox, field)]);
  return current;
}

async function requireLeave({ mayChange }: Progress): Promise<void> {
  if (!(await mayChange())) throw new Stopped('hostFailed');
}

async function addTo(mailbox: Mailbox, field: RecipientField, people: readonly Person[], progress: Progress): Promise<void> {
  const present = keysOf(await readWhole(mailbox, field));
  const lacking = people.filter(({ address }) => !present.has(addressKey(address)));
  for (let start = 0; start < lacking.length; start += CALL_LIMIT) {
    await requireLeave(progress);
    await mailbox.addRecipients(field, lacking.slice(start, start + CALL_LIMIT));
  }
  if (lacking.length > 0) await requireIn(mailbox, field, people);
}

/** Leaves `stay` in a field and nobody of `gone`. */
async function shrink(mailbox: Mailbox, field: RecipientField, stay: readonly Recipient[], gone: ReadonlySet<string>, progress: Progress): Promise<void> {
  // Whoever has no address cannot be written back, and would be gone.
  if (stay.some(({ address }) => !parseAddress(address).usable)) throw new Stopped('unresolved');
  if (stay.length > CALL_LIMIT) return shrinkLong(mailbox, field, stay, gone, progress);
  await replace(mailbox, field, stay, progress);
  let left = await readWhole(mailbox, field);
  if (field === 'bcc' && stay.length === 0 && left.some(({ address }) => gone.has(addressKey(address))) && mailbox.owner) {
    // Outlook on the web ignores an empty list for Bcc (office-js issue 2925); a list of one it takes.
    await requireLeave(progress);
    await replace(mailbox, field, [mailbox.owner], progress);
    left = await readWhole(mailbox, field);
    progress.senderLeftInBcc = true;
  }
  if (left.some(({ address }) => gone.has(addressKey(address)))) throw new Stopped('notTaken');
  await requireIn(mailbox, field, stay);
}

/**
 * A field can only be rewritten with 100 people in one call and the rest added afterwards. So that
 * nobody is nowhere in between, the rest waits in another field, which must be short enough to be
 * put right again in one call.
 */
async function shrinkLong(mailbox: Mailbox, field: RecipientField, stay: readonly Recipient[], gone: ReadonlySet<string>, progress: Progress): Promise<void> {
  const rest = stay.slice(CALL_LIMIT);
  for (const harbour of (['cc', 'to', 'bcc', 'optional', 'required'] as const).filter((other) => isMessageField(other) === isMessageField(field))) {
    const there = await readWhole(mailbox, harbour);
    // The field itself is longer than that. Bcc cannot be emptied again on every client, so it takes nobody in while it is empty.
    if (there.length > CALL_LIMIT || (harbour === 'bcc' && there.length === 0)) continue;
    const own = keysOf(there);
    const parked = rest.filter(({ address }) => !own.has(addressKey(address)));
    progress.parked = parked.map((person) => ({ ...person, field: harbour }));
    await addTo(mailbox, harbour, parked, progress);
    // Whom the sender has entered while the others were brought into the harbour is not among those who stay.
    const known = keysOf(stay);
    if ((await lastLook(mailbox, field, progress)).some(({ address }) => !known.has(addressKey(address)) && !gone.has(addressKey(address)))) throw new Stopped('notTaken');
    await replace(mailbox, field, stay.slice(0, CALL_LIMIT), progress);
    await addTo(mailbox, field, rest, progress);
    await requireIn(mailbox, field, stay);
    if ((await readWhole(mailbox, field)).some(({ address }) => gone.has(addressKey(address)))) throw new Stopped('notTaken');
    const parkedKeys = keysOf(parked);
    const back = (await lastLook(mailbox, harbour, progress)).filter(({ address }) => !parkedKeys.has(addressKey(address)));
    await shrink(mailbox, harbour, back, parkedKeys, progress);
    progress.parked = [];
    return;
  }
  throw new Stopped('tooMany');
}

async function replace(mailbox: Mailbox, field: RecipientField, people: readonly Person[], progress: Progress): Promise<void> {
  try {
    await mailbox.setRecipients(field, people);
  } catch (error) {
    if (error instanceof MailboxFailure && error.timedOut) progress.shrinkUnanswered = true;
    throw error;
  }
}

async function restore(mailbox: Mailbox, before: Draft, undo: UndoEdit, progress: Progress, reason: Refusal): Promise<Conversion> {
  const surplus = [...undo.added, ...progress.parked];
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      // A shrinking call that may still take effect must find everybody in the new place, so they stay there.
      await bring(mailbox, before.recipients, progress.shrinkUnanswered ? [] : surplus, progress);
      break;
    } catch {
      // The second attempt meets a host that has recovered, or nothing more can be done.
    }
  }
  const now = await snapshot(mailbox).catch(() => null);
  if (!now) return { done: false, reason, restored: false, missing: [] };
  const entries = entriesOf(now.recipients);
  const present = keysOf(now.recipients);
  return {
    done: false,
    reason,
    restored: !progress.shrinkUnanswered && !progress.senderLeftInBcc
      && Array.from(entriesOf(before.recipients)).every((entry) => entries.has(entry))
      && !Array.from(entriesOf(surplus)).some((entry) => entries.has(entry)),
    missing: before.recipients.filter(({ address }) => !present.has(addressKey(address))),
  };
}

async function readWhole(mailbox: Mailbox, field: RecipientField): Promise<readonly Recipient[]> {
  const reading = await mailbox.readField(field);
  if (!reading.complete) throw new Stopped('cutOff');
  return reading.recipients;
}

async function requireIn(mailbox: Mailbox, field: RecipientField, people: readonly Person[]): Promise<void> {
  const present = keysOf(await readWhole(mailbox, field));
  if (people.some(({ address }) => !present.has(addressKey(address)))) throw new Stopped('notTaken');
}

function fieldsOf(recipients: readonly Recipient[]): readonly RecipientField[] {
  const fields: readonly RecipientField[] = ['bcc', 'cc', 'to', 'optional', 'required'];
  return fields.filter((field) => recipients.some((recipient) => recipient.field === field));
}

function keysOf(people: readonly Person[]): ReadonlySet<string> {
  return new Set(people.map(({ address }) => addressKey(address)));
}

function entriesOf(recipients: readonly Recipient[]): ReadonlySet<string> {
  return new Set(recipients.map(({ field, address }) => `${field}:${addressKey(address)}`));
}

function isMessageField(field: RecipientField): boolean {
  return MESSAGE_FIELDS.indexOf(field) >= 0;
}

function reasonOf(error: unknown): Refusal {
  if (error instanceof Stopped) return error.reason;
  return error instanceof MailboxFailure && error.timedOut ? 'hostSilent' : 'hostFailed';
}
