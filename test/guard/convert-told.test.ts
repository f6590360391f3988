import type { DraftEdit } from '../../src/core/edit';
import type { HostPart, Person, RecipientField } from '../../src/core/draft';
import { convert } from '../../src/guard/convert';
import { type Fault, type MailboxModel, mailboxModel, type ModelOptions } from './mailbox-model';

/*
 * What the sender is told when something went wrong, call by call, and what the draft looks like then;
 * and the calls that are made where nothing does.
 */

const FIELDS = ['to', 'cc', 'bcc'] as const;
const crowd = (count: number, domain: string) => Array.from({ length: count }, (_, index) => `p${index}@${domain}`);
const move = (...addresses: readonly string[]): DraftEdit => ({ kind: 'moveToBcc', addresses });
const take = (...addresses: readonly string[]): DraftEdit => ({ kind: 'removeRecipients', addresses });
const fieldsOf = ({ fields }: MailboxModel, which: readonly RecipientField[] = FIELDS) => Object.fromEntries(which.map((field) => [field, fields[field].map(({ address }) => address).sort()]));

const SHORT: ModelOptions = { to: ['eva@own.example', 'anna@oak.example'], cc: ['ben@elm.example'], bcc: ['gil@own.example'] };
const EDIT = move('anna@oak.example', 'ben@elm.example');
const CALLS = ['read to', 'read cc', 'read bcc', 'read from', 'read bcc', 'add bcc', 'read bcc', 'read cc', 'set cc', 'read cc', 'read cc', 'read to', 'set to', 'read to', 'read to'];
const BEFORE = { to: ['anna@oak.example', 'eva@own.example'], cc: ['ben@elm.example'], bcc: ['gil@own.example'] };
const AFTER = { to: ['eva@own.example'], cc: [], bcc: ['anna@oak.example', 'ben@elm.example', 'gil@own.example'] };

test('people are put in first, looked at, and only then taken out, with no call too many', async () => {
  const mailbox = mailboxModel(SHORT);
  expect(await convert(mailbox, EDIT)).toMatchObject({ done: true, people: 2, senderLeftInBcc: false });
  expect([mailbox.calls, fieldsOf(mailbox)]).toEqual([CALLS, AFTER]);
});

/** What is told of one fault at one call. A sender who cannot be read is the mailbox's owner, so that fault does not matter. */
function told(fault: Fault, call: string): object {
  const reads = call.startsWith('read');
  if (call === 'read from' || (fault === 'ignored' && reads) || (fault === 'empty' && !reads)) return { done: true };
  if (fault === 'ignored') return { done: false, reason: 'notTaken', restored: true, missing: [] };
  const isUnanswered = fault === 'silent' || fault === 'happensLater';
  // A call that takes people out, and may still do so, leaves them where they were put as well.
  return { done: false, reason: isUnanswered ? 'hostSilent' : 'hostFailed', restored: !(isUnanswered && call.startsWith('set')), missing: [] };
}

describe.each(['fails', 'failsButHappens', 'silent', 'happensLater', 'empty', 'ignored'] as const)('one call that %s', (fault) => {
  test.each(CALLS.map((call, index) => [index + 1, call] as const))('call %i, %s', async (at, call) => {
    const mailbox = mailboxModel({ ...SHORT, fault: (number) => (number === at ? fault : undefined) });
    const expected = told(fault, call) as { readonly done: boolean; readonly restored?: boolean };
    expect(await convert(mailbox, EDIT)).toMatchObject(expected);
    if (expected.done) expect(fieldsOf(mailbox)).toEqual(AFTER);
    else if (expected.restored) expect(fieldsOf(mailbox)).toEqual(BEFORE);
    else expect(fieldsOf(mailbox)).toEqual({ ...BEFORE, bcc: AFTER.bcc });
  });
});

test.each(CALLS.map((call, index) => [index + 1, call] as const))('an Outlook that answers nothing any more, from call %i on (%s), is not said to be as it was', async (at, call) => {
  if (call === 'read from') return;
  const mailbox = mailboxModel({ ...SHORT, fault: (number) => (number >= at ? 'fails' : undefined) });
  // While only the first look is taken, nothing has been written.
  expect(await convert(mailbox, EDIT)).toEqual({ done: false, reason: 'hostFailed', restored: at < 4, missing: [] });
});

test('putting things right is tried a second time, and no third time', async () => {
  const failing = (...calls: readonly number[]) => mailboxModel({ ...SHORT, fault: (call) => (calls.includes(call) ? 'fails' : undefined) });
  const set = CALLS.indexOf('set to') + 1;
  expect(await convert(failing(set, set + 1), EDIT)).toMatchObject({ done: false, restored: true });
  const twice = failing(set, set + 1, set + 2);
  expect(await convert(twice, EDIT)).toMatchObject({ done: false, restored: false, missing: [] });
  expect(fieldsOf(twice)).toEqual({ to: BEFORE.to, cc: [], bcc: AFTER.bcc });
});

describe('somebody who disappears meanwhile', () => {
  /** Takes Eva out when `when` is called, and lets nobody come back into To. */
  const without = (when: string) => {
    let gone = false;
    const mailbox = mailboxModel({
      ...SHORT,
      fault: (_, call) => {
        if (call === when && !gone) {
          gone = true;
          mailbox.fields.to = mailbox.fields.to.filter(({ address }) => address !== 'eva@own.example');
          return 'fails';
        }
        return gone && call === 'add to' ? 'ignored' : undefined;
      },
    });
    return mailbox;
  };

  test.each(['add bcc', 'set to'])('is named when it happens at %s, and nothing is said to be as it was', async (when) => {
    expect(await convert(without(when), EDIT)).toEqual({ done: false, reason: 'hostFailed', restored: false, missing: [{ address: 'eva@own.example', name: '', field: 'to' }] });
  });

  test('because the sender took them out needs no call for it', async () => {
    const mailbox: MailboxModel = mailboxModel({ to: ['eva@own.example', 'anna@oak.example'], fault: (_, call) => { if (call === 'add bcc') mailbox.fields.to.pop(); return undefined; } });
    expect(await convert(mailbox, move('anna@oak.example'))).toMatchObject({ done: true });
    expect(mailbox.calls.filter((call) => call.startsWith('set'))).toEqual([]);
  });
});

describe('what the sender puts in meanwhile', () => {
  const meanwhile = (put: (mailbox: MailboxModel) => void, options: ModelOptions = SHORT): MailboxModel => {
    const mailbox: MailboxModel = mailboxModel({ ...options, fault: (_, call) => { if (call === 'add bcc') put(mailbox); return undefined; } });
    return mailbox;
  };

  test('a contact group, which cannot be written back, is left alone', async () => {
    const mailbox = meanwhile(({ fields }) => fields.to.push({ address: '', name: 'Beirat' }));
    expect(await convert(mailbox, EDIT)).toMatchObject({ done: false, reason: 'unresolved', restored: true });
    expect(fieldsOf(mailbox)).toEqual({ ...BEFORE, to: ['', ...BEFORE.to] });
  });

  test('so many that the field can no longer be read whole: nobody says that all is as it was', async () => {
    const mailbox = meanwhile(({ fields }) => fields.cc.push(...crowd(60, 'fir.example').map((address) => ({ address, name: '' }))), { ...SHORT, perField: 60 });
    expect(await convert(mailbox, EDIT)).toEqual({ done: false, reason: 'cutOff', restored: false, missing: [] });
  });
});

test('the sender who could not be taken out of To again stands there in surplus', async () => {
  const mailbox = mailboxModel({ to: ['anna@oak.example', 'ben@elm.example'], fault: (_, call) => (call === 'set to' ? 'fails' : undefined) });
  expect(await convert(mailbox, EDIT)).toEqual({ done: false, reason: 'hostFailed', restored: false, missing: [] });
  expect(fieldsOf(mailbox)).toEqual({ to: ['anna@oak.example', 'ben@elm.example', 'mara@own.example'], cc: [], bcc: [] });
});

test('a Cc that is not emptied is not filled with the sender instead', async () => {
  const mailbox = mailboxModel({ to: ['eva@own.example'], cc: ['ben@elm.example'], fault: (_, call) => (call === 'set cc' ? 'ignored' : undefined) });
  expect(await convert(mailbox, move('ben@elm.example'))).toMatchObject({ done: false, reason: 'notTaken', restored: true });
  expect(fieldsOf(mailbox)).toEqual({ to: ['eva@own.example'], cc: ['ben@elm.example'], bcc: [] });
});

test('whoever stays in Bcc is not replaced by the sender where it does not shrink', async () => {
  let undoing = false;
  const mailbox = mailboxModel({ ...SHORT, fault: (_, call) => (undoing && call === 'set bcc' ? 'ignored' : undefined) });
  const moved = await convert(mailbox, EDIT);
  if (!moved.done) throw new Error(moved.reason);
  undoing = true;
  expect(await convert(mailbox, moved.undo)).toMatchObject({ done: false, reason: 'notTaken' });
  expect(fieldsOf(mailbox).bcc).toEqual(AFTER.bcc);
});

test('nor is the sender put beside them where Outlook takes no notice once and is in order afterwards', async () => {
  let deaf = false;
  const mailbox = mailboxModel({ ...SHORT, fault: (_, call) => {
    if (!deaf || call !== 'set bcc') return undefined;
    deaf = false;
    return 'ignored';
  } });
  const moved = await convert(mailbox, EDIT);
  if (!moved.done) throw new Error(moved.reason);
  deaf = true;
  expect(await convert(mailbox, moved.undo)).toMatchObject({ done: false, reason: 'notTaken', restored: true });
  expect(fieldsOf(mailbox)).toEqual(AFTER);
});

test('the sender who fills an empty To is the one the mail goes out from, else the mailbox’s owner', async () => {
  const asked: (readonly HostPart[])[] = [];
  const from = (person: Person | null): MailboxModel => {
    const mailbox = mailboxModel({ to: ['anna@oak.example'] });
    return { ...mailbox, readDraft: async (parts) => { asked.push(parts); return { ...(await mailbox.readDraft(parts)), from: person }; } };
  };
  const press = from({ address: 'press@own.example', name: 'Press' });
  await convert(press, move('anna@oak.example'));
  expect(press.fields.to).toEqual([expect.objectContaining({ address: 'press@own.example', name: 'Press' })]);
  const owner = from(null);
  await convert(owner, move('anna@oak.example'));
  expect(owner.fields.to).toEqual([expect.objectContaining({ address: 'mara@own.example' })]);
  expect(asked).toEqual([['from'], ['from']]);
});

test('people leave a meeting and come back, in its own fields', async () => {
  const mailbox = { ...mailboxModel({}), kind: 'meeting' as const };
  mailbox.fields.required.push(...['anna@oak.example', 'eva@own.example'].map((address) => ({ address, name: '' })));
  mailbox.fields.optional.push({ address: 'ben@elm.example', name: '' });
  const taken = await convert(mailbox, take('anna@oak.example', 'ben@elm.example'));
  expect(fieldsOf(mailbox, ['required', 'optional', 'to'])).toEqual({ required: ['eva@own.example'], optional: [], to: [] });
  if (!taken.done) throw new Error(taken.reason);
  expect(await convert(mailbox, taken.undo)).toMatchObject({ done: true, people: 2 });
  expect(fieldsOf(mailbox, ['required', 'optional', 'to'])).toEqual({ required: ['anna@oak.example', 'eva@own.example'], optional: ['ben@elm.example'], to: [] });
  expect(mailbox.calls.filter((call) => /\b(to|cc|bcc)$/.test(call))).toEqual([]);
});

test.each<DraftEdit>([{ kind: 'declarePurpose', purpose: 'offer' }, { kind: 'insertText', text: 'Own GmbH' }])('what is no edit of recipients moves nobody: $kind', async (edit) => {
  const mailbox = mailboxModel(SHORT);
  expect(await convert(mailbox, edit)).toMatchObject({ done: true, people: 0 });
  expect(mailbox.calls.filter((call) => !call.startsWith('read'))).toEqual([]);
});

describe('lists of a hundred and more', () => {
  const many = (options: ModelOptions) => {
    const mailbox = mailboxModel(options);
    /** Who was put where, call by call. */
    const added: (readonly [RecipientField, number])[] = [];
    return { mailbox: { ...mailbox, addRecipients: async (field: RecipientField, people: readonly Person[]) => { added.push([field, people.length]); await mailbox.addRecipients(field, people); } }, added };
  };

  test('a hundred are put in by one call', async () => {
    const people = crowd(100, 'oak.example');
    const { mailbox, added } = many({ to: people });
    await convert(mailbox, move(...people));
    expect(added).toEqual([['bcc', 100], ['to', 1]]);
  });

  test('a hundred who stay are written back by one call', async () => {
    const { mailbox, added } = many({ to: [...crowd(100, 'own.example'), 'anna@oak.example'] });
    expect(await convert(mailbox, move('anna@oak.example'))).toMatchObject({ done: true });
    expect(added).toEqual([['bcc', 1]]);
  });

  test('of 110 who stay only the last ten wait in Cc, and whoever stood there stays', async () => {
    const colleagues = crowd(110, 'own.example');
    const { mailbox, added } = many({ to: [...colleagues, 'anna@oak.example'], cc: ['finn@own.example', 'p105@own.example'] });
    expect(await convert(mailbox, move('anna@oak.example'))).toMatchObject({ done: true });
    // One of the ten stands in Cc already.
    expect(added).toEqual([['bcc', 1], ['cc', 9], ['to', 10]]);
    expect(fieldsOf(mailbox)).toEqual({ to: [...colleagues].sort(), cc: ['finn@own.example', 'p105@own.example'], bcc: ['anna@oak.example'] });
  });

  test('they wait in Cc as long as it can be written back by one call, in Bcc only where it need not be emptied again', async () => {
    const to = [...crowd(110, 'own.example'), 'anna@oak.example'];
    const fits = many({ to, cc: crowd(100, 'elm.example') });
    expect(await convert(fits.mailbox, move('anna@oak.example'))).toMatchObject({ done: true });
    expect(fits.added).toEqual([['bcc', 1], ['cc', 10], ['to', 10]]);
    const tooMany = { to, cc: crowd(101, 'elm.example') };
    const beside = many(tooMany);
    expect(await convert(beside.mailbox, move('anna@oak.example'))).toMatchObject({ done: true });
    expect(beside.added).toEqual([['bcc', 1], ['bcc', 10], ['to', 10]]);
    const nowhere = many(tooMany);
    expect(await convert(nowhere.mailbox, take('anna@oak.example'))).toMatchObject({ done: false, reason: 'tooMany', restored: true });
    expect(nowhere.added).toEqual([]);
  });

  test('a list that does not shrink is put back as it was', async () => {
    const to = [...crowd(110, 'own.example'), 'anna@oak.example'];
    const { mailbox } = many({ to, cc: ['finn@own.example'], fault: (_, call) => (call === 'set to' ? 'ignored' : undefined) });
    expect(await convert(mailbox, move('anna@oak.example'))).toMatchObject({ done: false, reason: 'notTaken', restored: true });
    expect(fieldsOf(mailbox)).toEqual({ to: [...to].sort(), cc: ['finn@own.example'], bcc: [] });
  });

  test('whoever waited and is back is no longer in the way when a later step fails', async () => {
    const cc = [...crowd(110, 'own.example'), 'ben@elm.example'];
    let shrunk = 0;
    const { mailbox } = many({ to: ['eva@own.example', 'anna@oak.example'], cc, fault: (_, call) => { if (call === 'set to') shrunk += 1; return call === 'set to' && shrunk === 2 ? 'fails' : undefined; } });
    expect(await convert(mailbox, EDIT)).toMatchObject({ done: false, reason: 'hostFailed', restored: true });
    expect(fieldsOf(mailbox)).toEqual({ to: ['anna@oak.example', 'eva@own.example'], cc: [...cc].sort(), bcc: [] });
  });

  test('whoever still waits when a step fails is fetched back', async () => {
    const to = [...crowd(110, 'own.example'), 'anna@oak.example'];
    let sets = 0;
    const { mailbox } = many({ to, cc: ['finn@own.example'], fault: (_, call) => { if (call.startsWith('set')) sets += 1; return call === 'set to' && sets === 1 ? 'fails' : undefined; } });
    expect(await convert(mailbox, move('anna@oak.example'))).toMatchObject({ done: false, reason: 'hostFailed', restored: true });
    expect(fieldsOf(mailbox)).toEqual({ to: [...to].sort(), cc: ['finn@own.example'], bcc: [] });
  });
});
