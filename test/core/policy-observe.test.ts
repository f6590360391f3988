import { decide } from '../../src/core/decide';
import { EMPTY_DRAFT } from '../../src/core/draft';
import { evaluate, type Outcome } from '../../src/core/evaluate';
import { NO_EVIDENCE } from '../../src/core/evidence';
import { parsePolicy, type Policy, policyFor } from '../../src/core/policy';
import { defineRule, type Report, type Rule } from '../../src/core/rule';
import { paneView } from '../../src/presentation/pane-view';
import { exactWorld } from '../../src/reference/world-exact';

const NOW = Date.parse('2026-11-24T09:00:00Z');
const words = { title: 'x', messages: { bad: () => 'Bad.', open: () => 'Open.' }, remedy: 'Remove' };
type Messages = { bad: { people: number }; open: { people: number } };

const anna = { address: 'anna@oak.example', name: 'Anna', field: 'to' } as const;
const draft = { ...EMPTY_DRAFT, from: { address: 'mara@own.example', name: '' }, recipients: [anna] };

const bad: Report<Messages> = { message: 'bad', data: { people: 2 }, recipients: [anna], remedy: { kind: 'removeRecipients', addresses: [anna.address] } };

function rule(id: string, reports: readonly Report<Messages>[] | 'notApplicable'): Rule {
  return defineRule({
    id, topic: 'content', severity: 'critical', legal: [], reads: ['recipients'], needs: [], options: {},
    text: { de: words, en: words }, explanation: { de: { why: '', options: {} }, en: { why: '', options: {} } }, check: () => reports,
  });
}

const rules = [rule('finds', [bad]), rule('unsure', [{ outcome: 'undetermined', message: 'open', data: { people: 1 } }]), rule('fine', []), rule('elsewhere', 'notApplicable')];
const broken: Rule = { ...rule('broken', []), check: () => { throw new Error('broken'); } };

function policyOf(document: object): Policy {
  const result = parsePolicy(document, [...rules, broken], exactWorld.registrableDomain);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.policy;
}

const outcomesUnder = (policy: Policy, of: readonly Rule[] = rules, unread: readonly 'to'[] = []): readonly Outcome[] =>
  evaluate({ draft: { ...draft, unread }, policy, evidence: NO_EVIDENCE, now: NOW, world: exactWorld }, of);

const observedIds = (outcomes: readonly Outcome[]) => outcomes.filter(({ observed }) => observed).map(({ rule: id }) => id);

const observing = policyOf({ mode: 'observe' });

test('a policy that observes decides nothing, and its outcomes are there to be counted', () => {
  const outcomes = outcomesUnder(observing);
  expect(outcomes.map(({ rule: id, outcome, severity, observed }) => [id, outcome, severity, observed])).toEqual([
    ['finds', 'failed', 'critical', true], ['unsure', 'undetermined', 'critical', true], ['fine', 'passed', 'critical', true], ['elsewhere', 'notApplicable', 'critical', true],
  ]);
  expect(decide(draft, outcomes, observing, null)).toMatchObject({ action: 'allow', concerns: [], acknowledged: false });
});

test('outcomes of a policy that guards say nothing about observing', () => {
  for (const outcome of outcomesUnder(policyOf({}))) expect(outcome).not.toHaveProperty('observed');
});

test.each([
  ['everything guards but one rule', { rules: { finds: { mode: 'observe' } } }, ['finds']],
  ['everything observes but one rule', { mode: 'observe', rules: { finds: { mode: 'guard' } } }, ['unsure', 'fine', 'elsewhere']],
  ['a rule does as the policy does, if told so', { mode: 'observe', rules: { finds: { mode: 'asPolicy' } } }, ['finds', 'unsure', 'fine', 'elsewhere']],
  ['the group of the sender guards', { mode: 'observe', groups: [{ name: 'pilot', senders: ['own.example'], policy: { mode: 'guard' } }] }, []],
  ['the group guards, but for what the organisation observes rule by rule', { mode: 'observe', rules: { fine: { mode: 'observe' } }, groups: [{ name: 'pilot', senders: ['own.example'], policy: { mode: 'guard' } }] }, ['fine']],
  ['the group of the sender observes one rule', { groups: [{ name: 'pilot', senders: ['own.example'], policy: { rules: { unsure: { mode: 'observe' } } } }] }, ['unsure']],
])('%s', (_, document, expected) => {
  expect(observedIds(outcomesUnder(policyFor(policyOf(document), draft.from)))).toEqual(expected);
});

test('a rule that is off is not evaluated, observed or not', () => {
  expect(outcomesUnder(policyOf({ mode: 'observe', rules: { finds: { severity: 'off' } } })).map(({ rule: id }) => id)).toEqual(['unsure', 'fine', 'elsewhere']);
});

test('while observing, neither an unread part of the draft nor a broken rule stops anything', () => {
  const strict = policyOf({ mode: 'observe', unknownEvidence: 'block' });
  const outcomes = outcomesUnder(strict, [rule('fine', []), broken], ['to']);
  expect(outcomes.map(({ message }) => message)).toEqual(['partUnread', 'ruleFailed']);
  expect(decide(draft, outcomes, strict, null).action).toBe('allow');
});

test('what is observed neither voids an acknowledgement nor is part of it', () => {
  const guarding = policyOf({ rules: { finds: { severity: 'warning' }, unsure: { mode: 'observe' } } });
  const both = decide(draft, outcomesUnder(guarding), guarding, null);
  const alone = decide(draft, outcomesUnder(guarding, [rules[0] as Rule]), guarding, null);
  expect(both.action).toBe('confirm');
  expect(both.fingerprint).toBe(alone.fingerprint);
});

test('the pane shows nothing of what is observed', () => {
  const view = (policy: Policy) => {
    const outcomes = outcomesUnder(policy);
    return paneView({ draft, outcomes, decision: decide(draft, outcomes, policy, null), policy, policyOrigin: 'service' }, rules, 'en');
  };
  expect(view(observing)).toMatchObject({ verdict: 'allow', cards: [], passed: [], headline: 'Nothing stands out' });
  expect(view(policyOf({}))).toMatchObject({ verdict: 'block', cards: [{ rule: 'finds' }, { rule: 'unsure' }], passed: ['x'] });
  expect(view(policyOf({ rules: { finds: { mode: 'observe' } } })).cards.map(({ rule: id }) => id)).toEqual(['unsure']);
});
