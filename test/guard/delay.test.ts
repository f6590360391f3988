import type { Decision } from '../../src/core/decide';
import { keepDelay } from '../../src/guard/delay';
import { mailboxModel } from './mailbox-model';

const decision = (action: Decision['action'], delayMinutes: number | null): Decision =>
  ({ action, concerns: [], fingerprint: '', acknowledged: false, secondThoughts: { reason: 'none', each: [], inPane: false }, delayMinutes });

function outbox(overrides: Partial<ReturnType<typeof mailboxModel>> = {}) {
  const set: (number | null)[] = [];
  const mailbox = { ...mailboxModel({}), delayDelivery: async (minutes: number | null) => { set.push(minutes); }, ...overrides };
  return { mailbox, set };
}

test('a mail that goes out with a finding waits as long as the policy says', async () => {
  const { mailbox, set } = outbox();
  expect(await keepDelay(mailbox, decision('allow', 5))).toBe(true);
  expect(set).toEqual([5]);
});

test('the time is counted anew whenever the sender has looked again', async () => {
  const { mailbox, set } = outbox();
  await keepDelay(mailbox, decision('allow', 5));
  await keepDelay(mailbox, decision('allow', 5));
  expect(set).toEqual([5, 5]);
});

test('what waits no longer is released, once', async () => {
  const { mailbox, set } = outbox();
  await keepDelay(mailbox, decision('allow', 5));
  await keepDelay(mailbox, decision('allow', null));
  await keepDelay(mailbox, decision('allow', null));
  expect(set).toEqual([5, null]);
});

test('a mail that may not go out yet is not told when to go out', async () => {
  const { mailbox, set } = outbox();
  await keepDelay(mailbox, decision('confirm', 5));
  expect(set).toEqual([]);
});

test('a delay the sender has chosen is left alone where the policy asks for none', async () => {
  const { mailbox, set } = outbox();
  expect(await keepDelay(mailbox, decision('allow', null))).toBe(true);
  expect(set).toEqual([]);
});

test('an Outlook that cannot delay says so, and one that fails as well', async () => {
  const old = outbox({ abilities: { ...mailboxModel({}).abilities, delay: false } });
  expect(await keepDelay(old.mailbox, decision('allow', 5))).toBe(false);
  expect(await keepDelay(old.mailbox, decision('allow', null))).toBe(true);
  expect(old.set).toEqual([]);
  const failing = outbox({ delayDelivery: () => Promise.reject(new Error('busy')) });
  expect(await keepDelay(failing.mailbox, decision('allow', 5))).toBe(false);
  const meeting = outbox({ kind: 'meeting' });
  expect(await keepDelay(meeting.mailbox, decision('allow', 5))).toBe(false);
});
