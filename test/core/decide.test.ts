import { type Draft, EMPTY_DRAFT, type Recipient } from '../../src/core/draft';
import { actionFor, decide, fingerprintOf } from '../../src/core/decide';
import type { Outcome } from '../../src/core/evaluate';
import { type DecisionAction, defaultPolicy, type Policy } from '../../src/core/policy';
import type { Severity } from '../../src/core/rule';

const anna: Recipient = { address: 'anna@oak.example', name: 'Anna', field: 'to' };
const ben: Recipient = { address: 'ben@elm.example', name: 'Ben', field: 'to' };
const draft: Draft = { ...EMPTY_DRAFT, recipients: [anna, ben] };

const policyWith = (unknownEvidence: DecisionAction): Policy => ({ ...defaultPolicy([]), unknownEvidence });
const policy = policyWith('confirm');

function outcome(kind: Outcome['outcome'], severity: Severity, more: Partial<Outcome> = {}): Outcome {
  return { rule: 'sample', outcome: kind, severity, message: 'm', data: {}, recipients: [], remedy: null, ...more };
}

const actions: readonly (readonly [Outcome['outcome'], Severity, DecisionAction, DecisionAction])[] = [
  ['failed', 'critical', 'allow', 'block'],
  ['failed', 'warning', 'block', 'confirm'],
  ['failed', 'notice', 'block', 'allow'],
  ['undetermined', 'critical', 'allow', 'allow'],
  ['undetermined', 'critical', 'confirm', 'confirm'],
  ['undetermined', 'warning', 'block', 'block'],
  ['undetermined', 'notice', 'block', 'allow'],
  ['failed', 'off', 'block', 'allow'],
  ['undetermined', 'off', 'block', 'allow'],
  ['passed', 'critical', 'block', 'allow'],
  ['notApplicable', 'critical', 'block', 'allow'],
];

test.each(actions)('%s at %s, unknown evidence %s: %s', (kind, severity, unknownEvidence, expected) => {
  expect(actionFor(outcome(kind, severity), policyWith(unknownEvidence))).toBe(expected);
  expect(decide(draft, [outcome(kind, severity)], policyWith(unknownEvidence), null).action).toBe(expected);
});

test('nothing said is allowed', () => {
  expect(decide(draft, [], policy, null)).toMatchObject({ action: 'allow', concerns: [], acknowledged: false });
});

test('the gravest concern decides and comes first, passed ones are none', () => {
  const outcomes = [
    outcome('passed', 'critical', { rule: 'a' }),
    outcome('failed', 'notice', { rule: 'b' }),
    outcome('undetermined', 'warning', { rule: 'c' }),
    outcome('failed', 'warning', { rule: 'd' }),
    outcome('failed', 'critical', { rule: 'e' }),
    outcome('failed', 'warning', { rule: 'f' }),
    outcome('undetermined', 'notice', { rule: 'g' }),
    outcome('notApplicable', 'critical', { rule: 'h' }),
  ];
  const decision = decide(draft, outcomes, policy, null);
  expect(decision.action).toBe('block');
  expect(decision.concerns.map(({ rule }) => rule)).toEqual(['e', 'd', 'f', 'c', 'b', 'g']);
});

describe('an acknowledgement', () => {
  const warned = [outcome('failed', 'warning', { data: { people: 2 }, recipients: [anna, ben] })];
  const { fingerprint } = decide(draft, warned, policy, null);
  const acknowledged = { fingerprint, at: 0 };

  test('lets exactly this mail go', () => {
    expect(decide(draft, warned, policy, acknowledged)).toMatchObject({ action: 'allow', acknowledged: true, fingerprint });
  });

  test('does not depend on order or spelling', () => {
    const respelt: Draft = { ...draft, recipients: [{ ...ben, name: 'B' }, { ...anna, address: 'ANNA@oak.example.' }], subject: 'changed', body: 'changed' };
    expect(decide(respelt, warned, policy, acknowledged).action).toBe('allow');
    const two = [...warned, outcome('failed', 'warning', { rule: 'other', recipients: [anna] })];
    const backwards = [outcome('failed', 'warning', { rule: 'other', recipients: [anna] }), outcome('failed', 'warning', { data: { people: 2 }, recipients: [{ ...ben, name: 'B' }, anna] })];
    expect(fingerprintOf(draft, backwards)).toBe(fingerprintOf(draft, two));
  });

  const changes: readonly (readonly [string, Draft, readonly Outcome[]])[] = [
    ['somebody was added', { ...draft, recipients: [anna, ben, { address: 'cem@ash.example', name: '', field: 'bcc' }] }, warned],
    ['somebody was removed', { ...draft, recipients: [anna] }, warned],
    ['somebody moved to another field', { ...draft, recipients: [anna, { ...ben, field: 'cc' }] }, warned],
    ['somebody has another name and no address', { ...draft, recipients: [anna, { ...ben, address: '' }] }, warned],
    ['the purpose changed', { ...draft, purpose: 'newsletter' }, warned],
    ['the finding has other numbers', draft, [outcome('failed', 'warning', { data: { people: 3 }, recipients: [anna, ben] })]],
    ['the finding is about somebody else', draft, [outcome('failed', 'warning', { data: { people: 2 }, recipients: [anna] })]],
    ['the finding says something else', draft, [outcome('failed', 'warning', { message: 'n', data: { people: 2 }, recipients: [anna, ben] })]],
    ['another rule found something, too', draft, [...warned, outcome('failed', 'warning', { rule: 'other' })]],
    ['what was found is now undetermined', draft, [outcome('undetermined', 'warning', { data: { people: 2 }, recipients: [anna, ben] })]],
  ];

  test.each(changes)('is void once %s', (_, changed, outcomes) => {
    expect(decide(changed, outcomes, policy, acknowledged)).toMatchObject({ action: 'confirm', acknowledged: false });
  });

  test('of one contact group is void for another one', () => {
    const team: Recipient = { address: '', name: 'Team', field: 'to', list: true };
    const customers: Recipient = { ...team, name: 'All customers' };
    const open = (group: Recipient) => [outcome('undetermined', 'warning', { data: { groups: 1 }, recipients: [group] })];
    const withGroup = (group: Recipient): Draft => ({ ...draft, recipients: [anna, group] });
    const read = { fingerprint: decide(withGroup(team), open(team), policy, null).fingerprint, at: 0 };
    expect(decide(withGroup(team), open(team), policy, read).action).toBe('allow');
    expect(decide(withGroup(customers), open(customers), policy, read).action).toBe('confirm');
  });

  test('never opens what is blocked', () => {
    const blocked = [outcome('failed', 'critical', { data: { people: 2 }, recipients: [anna, ben] })];
    const own = { fingerprint: decide(draft, blocked, policy, null).fingerprint, at: 0 };
    expect(decide(draft, blocked, policy, own)).toMatchObject({ action: 'block', acknowledged: false });
  });

  test('of something else opens nothing', () => {
    expect(decide(draft, warned, policy, { fingerprint: '', at: 0 }).action).toBe('confirm');
  });
});

test('a notice that comes or goes does not void an acknowledgement', () => {
  const warned = [outcome('failed', 'warning', { recipients: [anna, ben] })];
  const notice = outcome('failed', 'notice', { rule: 'other' });
  const { fingerprint } = decide(draft, warned, policy, null);
  expect(decide(draft, [...warned, notice], policy, { fingerprint, at: 0 })).toMatchObject({ action: 'allow', acknowledged: true });
});

test('fingerprints are short, and different for a thousand different drafts', () => {
  const all = new Set<string>();
  for (let index = 0; index < 1000; index += 1) all.add(fingerprintOf({ ...draft, recipients: [{ ...anna, address: `a${index}@oak.example` }] }, []));
  expect(all.size).toBe(1000);
  for (const each of all) expect(each).toMatch(/^[0-9a-f]{16}$/);
});
