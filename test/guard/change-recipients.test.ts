import { NO_EVIDENCE } from '../../src/core/evidence';
import type { EvidenceSource } from '../../src/core/ports';
import { keepEvidence } from '../../src/guard/evidence-memory';
import { changeRecipients, moveToBcc, undoLastChange } from '../../src/guard/change-recipients';
import { defaultPolicy } from '../../src/core/policy';
import type { GuardParts } from '../../src/guard/parts';
import { noteSend } from '../../src/guard/turn';
import { exactWorld } from '../../src/reference/world-exact';
import { rules } from '../../src/rules';
import { areMovesDeclined } from '../../src/guard/moves-memory';
import { mailboxModel } from './mailbox-model';

const clock = { now: () => Date.parse('2026-11-24T09:00:00Z'), after: () => () => undefined };
const evidence: EvidenceSource = { ask: async () => NO_EVIDENCE };
const policies = { policy: () => Promise.reject(new Error('not asked for')) };

test('a change whose way back Outlook has no room for never has "Undo" take back an earlier one', async () => {
  const mailbox = mailboxModel({ to: ['anna@oak.example', 'ben@elm.example', 'eva@own.example'] });
  let room = 50_000;
  const parts: GuardParts = {
    mailbox: { ...mailbox, session: { ...mailbox.session, write: async (key, value) => value.length <= room && mailbox.session.write(key, value) } },
    evidence, policies, clock, rules, world: exactWorld,
  };
  await changeRecipients(parts, { kind: 'moveToBcc', addresses: ['anna@oak.example'] });
  room = 20;
  await changeRecipients(parts, { kind: 'removeRecipients', addresses: ['ben@elm.example'] });

  expect(await undoLastChange(parts)).toBeNull();
  expect(mailbox.fields.to.map(({ address }) => address)).toEqual(['eva@own.example']);
  expect(mailbox.fields.bcc.map(({ address }) => address)).toEqual(['anna@oak.example']);
});

test('where Outlook has little room, the way back of 200 people comes before what was found out about them', async () => {
  const people = Array.from({ length: 200 }, (_, index) => `first.last${index}@a-rather-long-domain${index}.example`);
  const mailbox = mailboxModel({ to: people });
  for (const person of mailbox.fields.to) Object.assign(person, { name: 'First Last' });
  const kept = new Map<string, string>();
  const session = {
    read: async (key: string) => kept.get(key) ?? null,
    async write(key: string, value: string) {
      const others = Array.from(kept).reduce((sum, [each, { length }]) => (each === key ? sum : sum + each.length + length), 0);
      if (others + key.length + value.length > 50_000) return false;
      kept.set(key, value);
      return true;
    },
  };
  const parts: GuardParts = { mailbox: { ...mailbox, session }, evidence, policies, clock, rules, world: exactWorld };
  const tag = { purpose: 'newsletter', status: 'granted', basis: 'consent', obtained: '2026-01-12T08:14:00.000Z' } as const;
  await keepEvidence(session, { ...NO_EVIDENCE, contacts: new Map(people.map((key) => [key, { known: true, value: { record: 'known', tags: [tag] } }])) }, clock.now());

  await changeRecipients(parts, { kind: 'moveToBcc', addresses: people });
  expect(mailbox.fields.bcc).toHaveLength(200);
  expect(await undoLastChange(parts)).toMatchObject({ done: true, people: 200 });
  expect(mailbox.fields.to.map(({ address }) => address).sort()).toEqual([...people].sort());
});

test('Move to Bcc does not claim that nobody from outside is there when Outlook did not tell who is', async () => {
  const mailbox = mailboxModel({ to: ['anna@oak.example', 'ben@elm.example'] });
  const parts: GuardParts = {
    // One call that fails; those of the move itself would be answered again.
    mailbox: { ...mailbox, readDraft: async (asked) => ({ ...(await mailbox.readDraft(asked)), unread: ['to'] }) },
    evidence, policies: { policy: async () => ({ policy: defaultPolicy(rules), origin: 'service' }) }, clock, rules, world: exactWorld,
  };
  expect(await moveToBcc(parts)).toMatchObject({ done: false, reason: 'hostFailed', restored: true });
  expect(mailbox.fields.to).toHaveLength(2);
});

test('whoever takes a move to Bcc back wants nobody moved by itself any more; whoever takes something else back says nothing of that', async () => {
  const partsOf = (mailbox: GuardParts['mailbox']): GuardParts => ({ mailbox, evidence, policies, clock, rules, world: exactWorld });
  const removed = mailboxModel({ to: ['anna@oak.example', 'eva@own.example'], cc: ['ben@elm.example'] });
  await changeRecipients(partsOf(removed), { kind: 'removeRecipients', addresses: ['ben@elm.example'] });
  expect(await undoLastChange(partsOf(removed))).toMatchObject({ done: true, people: 1 });
  expect(await areMovesDeclined(removed.session)).toBe(false);
  const added = mailboxModel({ to: ['anna@oak.example'] });
  await changeRecipients(partsOf(added), { kind: 'addRecipients', field: 'cc', people: [{ address: 'ben@elm.example', name: '' }] });
  await undoLastChange(partsOf(added));
  expect(await areMovesDeclined(added.session)).toBe(false);
  // The sender fills To, so not everybody whom the move added stands in Bcc.
  const moved = mailboxModel({ to: ['anna@oak.example'] });
  await changeRecipients(partsOf(moved), { kind: 'moveToBcc', addresses: ['anna@oak.example'] });
  await undoLastChange(partsOf(moved));
  expect(await areMovesDeclined(moved.session)).toBe(true);
});

test('a change that Send has ended says so; one that failed by itself says why, whether or not Send was pressed before', async () => {
  const change = async (sentBefore: boolean, sentMeanwhile: boolean) => {
    const mailbox = mailboxModel({ to: ['anna@oak.example', 'eva@own.example'], fault: (_, operation) => (operation === 'set to' ? 'fails' : undefined) });
    if (sentBefore) await noteSend(mailbox.session, clock);
    const model = { ...mailbox, addRecipients: async (...call: Parameters<typeof mailbox.addRecipients>) => {
      await mailbox.addRecipients(...call);
      if (sentMeanwhile) await noteSend(mailbox.session, { ...clock, now: () => clock.now() + 1 });
    } };
    return changeRecipients({ mailbox: model, evidence, policies, clock, rules, world: exactWorld }, { kind: 'moveToBcc', addresses: ['anna@oak.example'] });
  };
  expect(await change(false, true)).toMatchObject({ done: false, reason: 'sending' });
  expect(await change(true, true)).toMatchObject({ done: false, reason: 'sending' });
  expect(await change(false, false)).toMatchObject({ done: false, reason: 'hostFailed' });
  expect(await change(true, false)).toMatchObject({ done: false, reason: 'hostFailed' });
});
