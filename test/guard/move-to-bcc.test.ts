import { NO_EVIDENCE, type EvidenceQuestion } from '../../src/core/evidence';
import { type Draft, EMPTY_DRAFT } from '../../src/core/draft';
import type { Rule } from '../../src/core/rule';
import { changeRecipients, moveToBcc, undoLastChange } from '../../src/guard/change-recipients';
import { lastUndo } from '../../src/guard/draft-memory';
import type { GuardParts } from '../../src/guard/parts';
import { exactWorld } from '../../src/reference/world-exact';
import { MARA, NOW, ownPolicy, recipient, ruleOf } from './desk';
import { type Fault, mailboxModel, type MailboxModel, type ModelOptions } from './mailbox-model';

/*
 * "Move to Bcc" from the dialog or the ribbon, and the way back that is kept of every change.
 */

interface Setup extends ModelOptions {
  readonly rules?: readonly Rule[];
  readonly unread?: Draft['unread'];
  readonly observe?: boolean;
}

function desk({ rules = [], unread = [], observe = false, ...options }: Setup) {
  const mailbox = mailboxModel(options);
  const waits: number[] = [];
  // Looked at as it stands, moved through the calls the model counts.
  const readDraft: MailboxModel['readDraft'] = async (parts) => (parts.includes('subject')
    ? { ...EMPTY_DRAFT, from: MARA, unread, recipients: (['to', 'cc', 'bcc'] as const).flatMap((field) => mailbox.fields[field].map(({ address }) => recipient(address, field))) }
    : mailbox.readDraft(parts));
  const parts: GuardParts = {
    mailbox: { ...mailbox, readDraft }, rules, world: exactWorld,
    evidence: { ask: async (_: EvidenceQuestion, within) => { waits.push(within); return NO_EVIDENCE; } },
    policies: { policy: async (within) => { waits.push(within); return { policy: { ...ownPolicy(rules), ...(observe ? { mode: 'observe' as const } : {}) }, origin: 'service' }; } },
    clock: { now: () => NOW, after: () => () => undefined },
  };
  const where = () => Object.fromEntries((['to', 'cc', 'bcc'] as const).map((field) => [field, mailbox.fields[field].map(({ address }) => address).sort()]));
  return { parts, mailbox, where, waits };
}

const PEOPLE: ModelOptions = { to: ['eva@own.example', 'anna@oak.example'], cc: ['ben@elm.example'], bcc: ['cem@ash.example'] };
const moving = (...addresses: readonly string[]) => ruleOf('moving', { check: () => [{ message: 'found', data: {}, remedy: { kind: 'moveToBcc', addresses } }] });
const removing = ruleOf('removing', { check: () => [{ message: 'found', data: {}, remedy: { kind: 'removeRecipients', addresses: ['ben@elm.example'] } }] });

describe('Move to Bcc', () => {
  test('moves everybody from outside whom others can see, where nothing was found', async () => {
    const { parts, where, waits } = desk(PEOPLE);
    expect(await moveToBcc(parts)).toMatchObject({ done: true, people: 2 });
    expect(where()).toEqual({ to: ['eva@own.example'], cc: [], bcc: ['anna@oak.example', 'ben@elm.example', 'cem@ash.example'] });
    // Somebody has pressed a button and looks at it.
    expect(waits).toEqual([1000]);
  });

  test('moves whom the findings propose to move, and nobody else', async () => {
    const { parts, where } = desk({ ...PEOPLE, rules: [removing, ruleOf('quiet'), moving('anna@oak.example')] });
    expect(await moveToBcc(parts)).toMatchObject({ done: true, people: 1 });
    expect(where()).toEqual({ to: ['eva@own.example'], cc: ['ben@elm.example'], bcc: ['anna@oak.example', 'cem@ash.example'] });
  });

  test('moves whom several findings propose', async () => {
    const { parts, where } = desk({ ...PEOPLE, rules: [moving('anna@oak.example'), { ...moving('ben@elm.example'), id: 'other' }] });
    expect(await moveToBcc(parts)).toMatchObject({ done: true, people: 2 });
    expect(where().bcc).toEqual(['anna@oak.example', 'ben@elm.example', 'cem@ash.example']);
  });

  test('does not follow a finding that is only observed: nobody knows of it', async () => {
    const { parts, where } = desk({ ...PEOPLE, rules: [moving('anna@oak.example')], observe: true });
    expect(await moveToBcc(parts)).toMatchObject({ done: true, people: 2 });
    expect(where().cc).toEqual([]);
  });

  test('gives the service a second to say what the findings rest on, and keeps nothing', async () => {
    const { parts, waits, mailbox } = desk({ to: ['anna@oak.example', 'eva@own.example'], rules: [ruleOf('sample', { needs: ['contacts'] })] });
    await moveToBcc(parts);
    expect(waits).toEqual([1000, 1000]);
    expect(await mailbox.session.read('umsicht.evidence')).toBeNull();
  });

  test.each<[Draft['unread'], object]>([
    [['to'], { done: false, reason: 'hostFailed', restored: true, missing: [] }],
    [['subject', 'cc'], { done: false, reason: 'hostFailed', restored: true, missing: [] }],
    [['bcc', 'subject'], { done: true, people: 0 }],
    [[], { done: true, people: 0 }],
  ])('says that nobody from outside is there only where To and Cc were read (unread: %j)', async (unread, expected) => {
    expect(await moveToBcc(desk({ to: ['eva@own.example'], unread }).parts)).toMatchObject(expected);
  });

  test('that moved somebody is no guess, whatever else was not read', async () => {
    expect(await moveToBcc(desk({ ...PEOPLE, unread: ['to', 'cc'] }).parts)).toMatchObject({ done: true, people: 2 });
  });

  test('that Outlook refused is told as it was refused', async () => {
    const { parts } = desk({ ...PEOPLE, unread: ['to'], fault: (_, call): Fault | undefined => (call === 'add bcc' ? 'silent' : undefined) });
    expect(await moveToBcc(parts)).toMatchObject({ done: false, reason: 'hostSilent' });
  });
});

describe('the way back', () => {
  const takeAnna = { kind: 'removeRecipients', addresses: ['anna@oak.example'] } as const;

  test('leads back once', async () => {
    const { parts, where, mailbox } = desk(PEOPLE);
    const before = where();
    expect(await undoLastChange(parts)).toBeNull();
    await changeRecipients(parts, takeAnna);
    expect(where().to).toEqual(['eva@own.example']);
    expect(await lastUndo(mailbox.session)).toMatchObject({ restore: [{ address: 'anna@oak.example', field: 'to' }], added: [] });
    expect(await undoLastChange(parts)).toMatchObject({ done: true, people: 1 });
    expect(where()).toEqual(before);
    expect(await undoLastChange(parts)).toBeNull();
  });

  test('is that of the last change that moved somebody', async () => {
    const { parts, where } = desk(PEOPLE);
    await changeRecipients(parts, takeAnna);
    expect(await changeRecipients(parts, { kind: 'removeRecipients', addresses: ['nobody@fir.example'] })).toMatchObject({ done: true, people: 0 });
    await undoLastChange(parts);
    expect(where().to).toEqual(['anna@oak.example', 'eva@own.example']);
  });

  test('stays that of an earlier change where a later one failed', async () => {
    let broken = false;
    const { parts, where } = desk({ ...PEOPLE, fault: () => (broken ? 'fails' : undefined) });
    await changeRecipients(parts, takeAnna);
    broken = true;
    expect(await changeRecipients(parts, { kind: 'removeRecipients', addresses: ['ben@elm.example'] })).toMatchObject({ done: false });
    broken = false;
    await undoLastChange(parts);
    expect(where()).toMatchObject({ to: ['anna@oak.example', 'eva@own.example'], cc: ['ben@elm.example'] });
  });

  test('is still there where it could not be gone', async () => {
    let broken = false;
    const { parts, mailbox } = desk({ ...PEOPLE, fault: () => (broken ? 'fails' : undefined) });
    await changeRecipients(parts, takeAnna);
    broken = true;
    expect(await undoLastChange(parts)).toMatchObject({ done: false });
    expect(await lastUndo(mailbox.session)).not.toBeNull();
    broken = false;
    expect(await undoLastChange(parts)).toMatchObject({ done: true, people: 1 });
  });

  test('costs what was found out about people only where there is no other room', async () => {
    const { parts, mailbox } = desk(PEOPLE);
    await mailbox.session.write('umsicht.evidence', 'kept');
    await changeRecipients(parts, takeAnna);
    expect(await mailbox.session.read('umsicht.evidence')).toBe('kept');
  });
});
