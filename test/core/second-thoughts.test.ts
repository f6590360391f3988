import { type Acknowledgement, decide, ticksFor } from '../../src/core/decide';
import { type Draft, EMPTY_DRAFT, type Recipient } from '../../src/core/draft';
import type { Outcome } from '../../src/core/evaluate';
import { defaultPolicy, type Policy } from '../../src/core/policy';
import type { Severity } from '../../src/core/rule';

const anna: Recipient = { address: 'anna@oak.example', name: 'Anna', field: 'to' };
const annaAgain: Recipient = { address: 'ANNA@oak.example', name: '', field: 'cc' };
const ben: Recipient = { address: 'ben@elm.example', name: 'Ben', field: 'to' };
const draft: Draft = { ...EMPTY_DRAFT, recipients: [anna, ben, annaAgain] };

function finding(severity: Severity, more: Partial<Outcome> = {}): Outcome {
  return { rule: 'sample', outcome: 'failed', severity, message: 'm', data: {}, recipients: [], remedy: null, ...more };
}

function policyWith(sending: Partial<Policy['sending']>): Policy {
  const policy = defaultPolicy([]);
  return { ...policy, sending: { ...policy.sending, ...sending } };
}

const after = (outcomes: readonly Outcome[], policy: Policy, acknowledgement: Partial<Acknowledgement>) =>
  decide(draft, outcomes, policy, { at: 0, fingerprint: decide(draft, outcomes, policy, null).fingerprint, ...acknowledgement }).action;

test('without a word in the policy nothing more than a click is asked for', () => {
  expect(decide(draft, [finding('warning')], policyWith({}), null)).toMatchObject({ action: 'confirm', secondThoughts: { reason: 'none', each: [], inPane: false }, delayMinutes: null });
});

test.each([
  ['none', undefined, 'allow', false],
  ['optional', undefined, 'allow', false],
  ['optional', 'Anna knows Ben', 'allow', false],
  ['required', undefined, 'confirm', true],
  ['required', ' \n ', 'confirm', true],
  ['required', 'Anna knows Ben', 'allow', true],
] as const)('a reason that is %s, given as %j: %s', (reason, given, action, inPane) => {
  const policy = policyWith({ reason });
  expect(after([finding('warning')], policy, given === undefined ? {} : { reason: given })).toBe(action);
  expect(decide(draft, [finding('warning')], policy, null).secondThoughts).toMatchObject({ reason, inPane });
});

describe('a critical finding', () => {
  const critical = [finding('critical', { recipients: [anna, annaAgain, ben] })];

  test('blocks, whatever the sender says, unless the policy lets each person be confirmed', () => {
    expect(after(critical, policyWith({}), { each: true, reason: 'because' })).toBe('block');
    expect(decide(draft, critical, policyWith({}), null).secondThoughts).toMatchObject({ each: [], inPane: false });
  });

  test('passes once everybody it is about was ticked, and only then', () => {
    const policy = policyWith({ critical: 'confirmEach' });
    expect(decide(draft, critical, policy, null)).toMatchObject({ action: 'confirm', secondThoughts: { inPane: true } });
    expect(after(critical, policy, {})).toBe('confirm');
    expect(after(critical, policy, { each: true })).toBe('allow');
  });

  test('asks for each person once, and for a finding about nobody as a whole', () => {
    const whole = finding('critical', { rule: 'other', message: 'words' });
    const another = finding('critical', { rule: 'another', message: 'words' });
    const again = finding('critical', { rule: 'last', recipients: [ben] });
    const mild = finding('warning', { recipients: [{ ...ben, address: 'cem@ash.example' }] });
    const asked = decide(draft, [...critical, whole, another, again, mild], policyWith({ critical: 'confirmEach' }), null).secondThoughts;
    expect(ticksFor(asked).map(({ key, outcome }) => [key, outcome.rule])).toEqual([['anna@oak.example', 'sample'], ['ben@elm.example', 'sample'], ['#other/words', 'other'], ['#another/words', 'another']]);
  });

  test('comes before warnings although both may be confirmed', () => {
    const decision = decide(draft, [finding('warning', { rule: 'mild' }), finding('critical', { rule: 'grave' })], policyWith({ critical: 'confirmEach' }), null);
    expect(decision.concerns.map(({ rule }) => rule)).toEqual(['grave', 'mild']);
  });

  test('that is not certain asks for no ticks', () => {
    const open = finding('critical', { outcome: 'undetermined', recipients: [anna] });
    expect(decide(draft, [open], policyWith({ critical: 'confirmEach' }), null).secondThoughts).toMatchObject({ each: [], inPane: false });
  });
});

test.each<[readonly Outcome[], number | null]>([
  [[], null],
  [[finding('notice')], 2],
  [[finding('notice'), finding('warning')], 5],
  [[finding('critical'), finding('warning')], null],
  [[finding('warning', { outcome: 'undetermined' }), finding('notice')], 2],
  [[finding('warning', { outcome: 'passed' })], null],
  [[{ ...finding('warning'), observed: true }, finding('notice')], 2],
])('delivery waits by the gravest finding the mail goes out with (%#)', (outcomes, minutes) => {
  const policy = policyWith({ delayMinutes: { notice: 2, warning: 5, critical: null } });
  expect(decide(draft, outcomes, policy, null).delayMinutes).toBe(minutes);
});

test('a mail that is to wait is confirmed in the pane, which can have it delayed', () => {
  expect(decide(draft, [finding('warning')], policyWith({ delayMinutes: { notice: null, warning: 5, critical: null } }), null).secondThoughts.inPane).toBe(true);
});
