import { changeRecipients, undoLastChange } from '../../src/guard/change-recipients';
import type { GuardParts } from '../../src/guard/parts';
import { exactWorld } from '../../src/reference/world-exact';
import { rules } from '../../src/rules';
import { mailboxModel } from './mailbox-model';

const clock = { now: () => Date.parse('2026-11-24T09:00:00Z'), after: () => () => undefined };
const evidence = { contacts: async () => new Map() };
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
