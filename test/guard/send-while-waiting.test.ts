import type { Draft } from '../../src/core/draft';
import { handleSend } from '../../src/guard/handle-send';
import { type Desk, desk, NOW, recipient, ruleOf } from './desk';

/*
 * Outlook lets people write on while a send is handled. Whatever it waits for, somebody may have been added by then.
 */

const ANNA = recipient('anna@oak.example');
const BEN = recipient('ben@elm.example');
const crowded = (needs: readonly 'contacts'[]) => ruleOf('sample', { needs, check: ({ draft }) => (draft.recipients.length > 1 ? [{ message: 'found', data: {} }] : []) });

/** A send during which Ben is added so many milliseconds after its beginning, which `wait` says. */
async function sendDuringWhichBenIsAdded(needs: readonly 'contacts'[], wait: (at: Desk, goBy: () => void) => void) {
  let now = NOW;
  let added: Partial<Draft> = {};
  const at = desk({ draft: { recipients: [ANNA] }, rules: [crowded(needs)], clock: { now: () => now } });
  const { readDraft } = at.parts.mailbox;
  at.parts.mailbox.readDraft = async (parts) => ({ ...(await readDraft(parts)), ...added });
  wait(at, () => {
    now += 900;
    added = { recipients: [ANNA, BEN] };
  });
  await handleSend(at.parts, at.event);
  return at;
}

test.each<[string, readonly 'contacts'[], (at: Desk, goBy: () => void) => void]>([
  ['the answers about people', ['contacts'], ({ parts: { evidence } }, goBy) => {
    const { ask } = evidence;
    evidence.ask = async (question, within) => { goBy(); return ask(question, within); };
  }],
  ['the policy, though nobody has to be asked about', [], ({ parts: { policies } }, goBy) => {
    const { policy } = policies;
    policies.policy = async (within) => {
      for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
      goBy();
      return policy(within);
    };
  }],
  ['Outlook itself, which tells the text long after the people', [], ({ parts: { mailbox } }, goBy) => {
    const { readDraft } = mailbox;
    mailbox.readDraft = async (parts) => {
      const draft = await readDraft(parts);
      if (parts.includes('body')) goBy();
      return draft;
    };
  }],
])('somebody who is added while the send waits for %s is looked at before the mail may go', async (_what, needs, wait) => {
  const { verdicts } = await sendDuringWhichBenIsAdded(needs, wait);
  expect(verdicts).toMatchObject([{ allowEvent: false }]);
});

test('a send that waits for nothing reads the people once', async () => {
  const { read, verdicts } = await sendDuringWhichBenIsAdded([], () => undefined);
  expect([read.length, verdicts]).toEqual([1, [{ allowEvent: true }]]);
});
