import fc from 'fast-check';
import type { Draft } from '../../src/core/draft';
import { defaultPolicy, parsePolicy, type Policy, policyFingerprint } from '../../src/core/policy';
import { acknowledge } from '../../src/guard/draft-memory';
import { handleSend } from '../../src/guard/handle-send';
import { acknowledgedBy } from '../../src/guard/record-decision';
import { review } from '../../src/guard/review';
import { registrableDomain } from '../../src/reference/public-suffixes/exact';
import { rules as allRules } from '../../src/rules';
import { policyAnswer, readPolicyAnswer } from '../../src/wire/policy';
import { readWhole } from '../../src/core/reading';
import { recordsReader } from '../../src/wire/record-request';
import { desk, type DeskSetup, MARA, memory, NOW, ownPolicy, recipient, ruleOf } from './desk';

const counting = (policy: Policy): Policy => ({ ...policy, records: { ...policy.records, keep: true } });
const naming = (policy: Policy): Policy => ({ ...policy, records: { ...policy.records, keep: true, sender: { reason: 'Betriebsvereinbarung', days: 30 } } });

const PEOPLE: Partial<Draft> = {
  subject: 'Geheimes Angebot',
  body: 'Guten Tag, anbei die Preise für Ulme.',
  recipients: [recipient('anna@oak.example'), { ...recipient('ben@elm.example'), field: 'cc' }, { ...recipient('cem@ash.example'), field: 'bcc' }, recipient('eva@own.example')],
};
const finding = (id: string, outcome: 'failed' | 'undetermined' = 'failed', severity: 'notice' | 'warning' | 'critical' = 'warning') =>
  ruleOf(id, { severity, check: () => [{ message: 'found', data: {}, outcome, recipients: [recipient('anna@oak.example')] }] as never });

async function recorded(setup: DeskSetup) {
  const at = desk({ policy: counting, ...setup });
  await handleSend(at.parts, at.event);
  return at;
}

test('a record says what was decided about how many people, and on what grounds', async () => {
  const { recorded: [record, ...others], parts } = await recorded({ draft: PEOPLE, rules: [finding('sample'), finding('other', 'undetermined', 'notice'), ruleOf('silent')] });
  expect(others).toEqual([]);
  expect(record).toEqual({
    event: 'send', day: new Date(NOW).toISOString().slice(0, 10), kind: 'message', client: 'web', action: 'confirm', acknowledged: 'no',
    policy: expect.stringMatching(/^[0-9a-f]{16}$/) as string, policyOrigin: 'service', recipients: 4, external: 3, visible: 2,
    outcomes: [{ rule: 'sample', outcome: 'failed', severity: 'warning', observed: false }, { rule: 'other', outcome: 'undetermined', severity: 'notice', observed: false }],
  });
  expect(parts.place).toBe('web');
});

test('it is made for mails that go out as for those that are stopped, and once', async () => {
  expect((await recorded({ draft: PEOPLE, rules: [] })).recorded.map(({ action }) => action)).toEqual(['allow']);
  expect((await recorded({ draft: PEOPLE, rules: [finding('sample', 'failed', 'critical')] })).recorded.map(({ action }) => action)).toEqual(['block']);
});

test('it is handed over before the mail goes out, since the runtime may end with it', async () => {
  const at = desk({ policy: counting, draft: PEOPLE, rules: [] });
  const steps: string[] = [];
  await handleSend({ ...at.parts, records: { take: () => void steps.push('recorded') } }, { complete: () => void steps.push('completed') });
  expect(steps).toEqual(['recorded', 'completed']);
});

test('a log that breaks holds no mail up', async () => {
  const at = desk({ policy: counting, draft: PEOPLE, rules: [] });
  await handleSend({ ...at.parts, records: { take: () => { throw new Error('no room'); } } }, at.event);
  expect(at.verdicts).toEqual([{ allowEvent: true }]);
});

test('none is made where the policy wants none, for all or for the sender', async () => {
  expect((await recorded({ draft: PEOPLE, policy: (policy) => policy })).recorded).toEqual([]);
  const group = (senders: readonly string[]) => (policy: Policy): Policy => ({ ...policy, groups: [{ name: 'Pilot', senders, policy: { records: { keep: true } } }] });
  expect((await recorded({ draft: PEOPLE, policy: group(['other.example']) })).recorded).toEqual([]);
  const [record] = (await recorded({ draft: PEOPLE, policy: group([MARA.address]) })).recorded;
  expect(record).toMatchObject({ action: 'allow' });
  // Which group somebody is in cannot be told from it.
  expect(record?.policy).toBe(policyFingerprint(group([MARA.address])(ownPolicy([]))));
});

test.each<[string | undefined, string]>([[undefined, 'yes'], ['Der Kunde wünscht es so', 'withReason'], ['  ', 'yes']])('that the sender went on in the pane is told, and not why (%j)', async (reason, acknowledged) => {
  const session = memory();
  const rules = [finding('sample')];
  const { decision } = await review(desk({ policy: counting, draft: PEOPLE, rules, session }).parts);
  await acknowledge(session, decision, NOW, reason);
  const after = await recorded({ draft: PEOPLE, rules, session });
  expect(after.recorded).toMatchObject([{ action: 'allow', acknowledged }]);
  expect(JSON.stringify(after.recorded)).not.toContain('Kunde');
});

test('the sender is named only where the policy has a reason and a time for it', async () => {
  expect((await recorded({ draft: PEOPLE })).recorded[0]).not.toHaveProperty('sender');
  expect((await recorded({ draft: { ...PEOPLE, from: { address: 'Mara@OWN.example', name: 'Mara' } }, policy: naming })).recorded[0]?.sender).toBe('mara@own.example');
  expect((await recorded({ draft: { ...PEOPLE, from: null }, policy: naming })).recorded[0]).not.toHaveProperty('sender');
  const half = (policy: Policy): Policy => ({ ...naming(policy), records: { ...naming(policy).records, sender: { reason: ' ', days: 30 } } });
  expect((await recorded({ draft: PEOPLE, policy: half })).recorded[0]).not.toHaveProperty('sender');
  const timeless = (policy: Policy): Policy => ({ ...naming(policy), records: { ...naming(policy).records, sender: { reason: 'Betriebsvereinbarung', days: null } } });
  expect((await recorded({ draft: PEOPLE, policy: timeless })).recorded[0]).not.toHaveProperty('sender');
});

test('of one rule what weighs most is told, in whatever order it was said', async () => {
  const says = (...said: readonly object[]) => ruleOf('sample', { severity: 'critical', check: () => said.map((each) => ({ message: 'found', data: {}, ...each })) });
  const told = async (...said: readonly object[]) => (await recorded({ draft: PEOPLE, rules: [says(...said)] })).recorded[0]?.outcomes;
  const [grave, mild, open] = [{}, { atMost: 'notice' }, { outcome: 'undetermined' }];
  const worst = [{ rule: 'sample', outcome: 'failed', severity: 'critical', observed: false }];
  expect([await told(mild, open, grave), await told(grave, open, mild), await told(open, grave, mild)]).toEqual([worst, worst, worst]);
  expect(await told(open, mild)).toEqual([{ ...worst[0], severity: 'notice' }]);
});

test.each([[false, { reason: 'x' }, 'no'], [true, null, 'no'], [true, {}, 'yes'], [true, { reason: ' \n' }, 'yes'], [true, { reason: 'x' }, 'withReason']] as const)('a decision that rests on an acknowledgement (%s), with %j kept, is told as %s', (goesOn, acknowledgement, expected) => {
  expect(acknowledgedBy(goesOn, acknowledgement)).toBe(expected);
});

test('rules that are only observed are told apart', async () => {
  const observed = (policy: Policy): Policy => ({ ...counting(policy), mode: 'observe' });
  expect((await recorded({ draft: PEOPLE, rules: [finding('sample')], policy: observed })).recorded[0]).toMatchObject({ action: 'allow', outcomes: [{ rule: 'sample', observed: true }] });
});

test('whoever wrote whatever to whomever, no address, name, subject or text is in the record, and the service can read it', async () => {
  const word = fc.stringMatching(/^[a-z]{6,12}q[a-z]{6,12}$/);
  await fc.assert(fc.asyncProperty(word, word, word, fc.array(word, { maxLength: 4 }), async (subject, body, name, people) => {
    const draft = { subject, body, from: { address: `${name}@own.example`, name }, recipients: people.map((person) => ({ address: `${person}@${person}.example`, name: person, field: 'to' as const })) };
    const { recorded: [record] } = await recorded({ draft, rules: allRules });
    const text = JSON.stringify(record);
    for (const secret of [subject, body, name, ...people]) expect(text).not.toContain(secret);
    expect(readWhole(recordsReader(), { records: [{ id: 'x'.repeat(32), ...record }] })).toMatchObject({ ok: true });
  }), { numRuns: 30 });
});

test('the service knows the policy by the same name as its clients, locks or not', () => {
  const result = parsePolicy({ organisation: { domains: ['own.example'] }, locked: ['mode'], rules: { 'visible-recipients': { exempt: ['partner.example'], severity: 'critical' } }, groups: [{ name: 'Press', senders: ['press@own.example'], policy: { rules: { 'large-audiences': { severity: 'notice' } } } }] }, allRules, registrableDomain);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  const travelled = readPolicyAnswer(JSON.parse(JSON.stringify(policyAnswer(result.policy))), allRules) as Policy;
  expect(policyFingerprint(travelled)).toBe(policyFingerprint(result.policy));
  expect(policyFingerprint(defaultPolicy(allRules))).not.toBe(policyFingerprint(result.policy));
});
