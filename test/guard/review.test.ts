import { EMPTY_DRAFT } from '../../src/core/draft';
import type { Review } from '../../src/presentation/pane-view';
import { beginReview, review } from '../../src/guard/review';
import { desk, type DeskSetup, MARA, memory, ownPolicy, recipient, ruleOf, turns } from './desk';

/** Finds each recipient outside, and the subject. */
const telling = ruleOf('sample', {
  reads: ['subject'], needs: ['contacts'],
  check: ({ draft, participants }) => [{ message: 'found', data: { subject: draft.subject, outside: participants.filter(({ standing }) => standing === 'external').length } }],
});
const answers: DeskSetup['answers'] = { contacts: new Map([['anna@oak.example', { known: false, reason: 'timeout' }]]) };
const SETUP: DeskSetup = { answers, rules: [telling], draft: { recipients: [recipient('anna@oak.example')], subject: 'Termin', body: 'x' } };
const never = (): Promise<never> => new Promise(() => undefined);
const found = (made: Review | null) => made && made.outcomes.map(({ data }) => data);

test('a draft is looked at with the policy that counts for its sender, and with time to wait', async () => {
  const group = { name: 'Press', senders: ['mara@own.example'], policy: { rules: { sample: { severity: 'critical' } } } } as const;
  const at = desk({ ...SETUP, policy: (policy) => ({ ...policy, groups: [group] }), origin: 'lastGood' });
  const made = await review(at.parts);
  expect(made).toMatchObject({ draft: { subject: 'Termin', from: MARA }, policyOrigin: 'lastGood', decision: { action: 'block' } });
  expect([made.outcomes[0]?.severity, made.policy.groups]).toEqual(['critical', []]);
  expect([at.policyWaits, at.asked.map(({ within }) => within)]).toEqual([[5000], [10000]]);
});

test('what was acknowledged before counts, for exactly this draft', async () => {
  const session = memory();
  const first = await review(desk({ ...SETUP, session }).parts);
  expect(first.decision.action).toBe('confirm');
  session.kept.set('umsicht.acknowledgement', JSON.stringify({ fingerprint: first.decision.fingerprint, at: 1 }));
  expect((await review(desk({ ...SETUP, session }).parts)).decision).toMatchObject({ action: 'allow', acknowledged: true });
  expect((await review(desk({ ...SETUP, session, draft: { ...SETUP.draft, recipients: [recipient('ben@elm.example')] } }).parts)).decision.action).toBe('confirm');
});

describe('while somebody has not answered yet', () => {
  test('there is nothing to show without the draft', async () => {
    const { parts } = desk(SETUP);
    parts.mailbox.readDraft = never;
    const under = beginReview(parts, null);
    await turns();
    expect(under.soFar()).toBeNull();
  });

  test('there is nothing to show without any policy', async () => {
    const { parts } = desk(SETUP);
    parts.policies.policy = never;
    const under = beginReview(parts, null);
    await turns();
    expect(under.soFar()).toBeNull();
  });

  test('the policy of the review before stands in, with where it came from', async () => {
    const before = await review(desk({ ...SETUP, origin: 'lastGood', policy: (policy) => ({ ...policy, rules: { sample: { severity: 'notice', mode: 'asPolicy', options: {} } } }) }).parts);
    const { parts } = desk(SETUP);
    parts.policies.policy = never;
    const under = beginReview(parts, before);
    await turns();
    const made = under.soFar();
    expect([made?.policyOrigin, made?.outcomes[0]?.severity]).toEqual(['lastGood', 'notice']);
  });

  test('a policy that has come counts, whatever stood in before', async () => {
    const before = await review(desk({ ...SETUP, origin: 'lastGood', policy: (policy) => ({ ...policy, rules: { sample: { severity: 'notice', mode: 'asPolicy', options: {} } } }) }).parts);
    const { parts } = desk({ ...SETUP, answers: never });
    for (const earlier of [before, null]) {
      const under = beginReview(parts, earlier);
      await turns();
      const made = under.soFar();
      expect([made?.policyOrigin, made?.outcomes[0]?.severity, found(made)]).toEqual(['service', 'warning', [{ subject: 'Termin', outside: 1 }]]);
    }
  });

  test('what was read anew since counts, of recipients, subject and body, and everything else as it was', async () => {
    const { parts } = desk({ ...SETUP, draft: { ...SETUP.draft, composeType: 'reply', unread: ['subject', 'attachments', 'to'] }, answers: never });
    const under = beginReview(parts, null);
    await turns();
    const draft = { ...EMPTY_DRAFT, recipients: [recipient('anna@oak.example'), recipient('ben@elm.example')], subject: 'Neu', body: 'y', unread: ['cc'] as const };
    const made = under.soFar({ draft, parts: ['to', 'cc', 'bcc', 'subject', 'body'] });
    expect(made?.draft).toMatchObject({ from: MARA, composeType: 'reply', subject: 'Neu', body: 'y', unread: ['attachments', 'cc'] });
    expect(found(made)).toEqual([{ subject: 'Neu', outside: 2 }]);
    expect(under.soFar()?.draft).toMatchObject({ subject: 'Termin', unread: ['subject', 'attachments', 'to'] });
  });
});

test('nothing is decided twice: the whole review says what the last look would say', async () => {
  const at = desk(SETUP);
  const under = beginReview(at.parts, null);
  const whole = await under.whole;
  expect(under.soFar()).toEqual(whole);
  expect(whole.policy).toEqual(ownPolicy([telling]));
});
