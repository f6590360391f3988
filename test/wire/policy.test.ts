import fc from 'fast-check';
import { defaultPolicy, parsePolicy, type Policy } from '../../src/core/policy';
import { rules } from '../../src/rules';
import { policyAnswer, readPolicyAnswer } from '../../src/wire/policy';

const strict = parsePolicy(
  { organisation: { domains: ['own.example', '*.firm.example'], except: ['freelancer@own.example'] }, unknownEvidence: 'block', rules: { 'visible-recipients': { severity: 'critical', addresses: 7 } } },
  rules, (domain) => domain,
);
if (!strict.ok) throw new Error(JSON.stringify(strict.problems));
const policy: Policy = strict.policy;

type Settings = Record<string, unknown>;
interface Answer {
  policy: Settings & { organisation?: Settings; rules?: Record<string, Settings | null> };
}
const sent = (): Answer => JSON.parse(JSON.stringify(policyAnswer(policy))) as Answer;
const ruleIn = ({ policy: { rules: settings } }: Answer, id: string): Settings => settings?.[id] ?? {};

test('a policy arrives as the administrator wrote it', () => {
  expect(readPolicyAnswer(sent(), rules)).toEqual(policy);
  expect(readPolicyAnswer(JSON.parse(JSON.stringify(policyAnswer(defaultPolicy(rules)))), rules)).toEqual(defaultPolicy(rules));
});

describe('an add-in older than its service', () => {
  test('passes over rules and settings it does not know', () => {
    const answer = sent();
    Object.assign(answer.policy.rules ?? {}, { 'lookalike-domains': { severity: 'critical' } });
    ruleIn(answer, 'visible-recipients').newOption = 3;
    answer.policy.records = { days: 30 };
    Object.assign(answer.policy.organisation ?? {}, { name: 'Own' });
    expect(readPolicyAnswer(answer, rules)).toEqual(policy);
  });

  test('takes its own defaults for a rule the service does not have', () => {
    const answer = sent();
    delete answer.policy.rules?.['missing-consent'];
    expect(readPolicyAnswer(answer, rules)?.rules['missing-consent']).toEqual(defaultPolicy(rules).rules['missing-consent']);
  });

  test('does not take a policy of another version', () => {
    const answer = sent();
    answer.policy.version = 2;
    expect(readPolicyAnswer(answer, rules)).toBeUndefined();
  });
});

describe('something that is no whole policy is not taken for the defaults', () => {
  test.each<[string, (answer: Answer) => unknown]>([
    ['an empty object', () => ({})],
    ['an empty policy', () => ({ policy: {} })],
    ['the policy without its envelope', (answer) => answer.policy],
    ['no version', (answer) => { delete answer.policy.version; return answer; }],
    ['no organisation', (answer) => { delete answer.policy.organisation; return answer; }],
    ['no word on unknown evidence', (answer) => { delete answer.policy.unknownEvidence; return answer; }],
    ['no rules', (answer) => { delete answer.policy.rules; return answer; }],
    ['an action nobody knows', (answer) => { answer.policy.unknownEvidence = 'ignore'; return answer; }],
    ['a domain that is none', (answer) => { Object.assign(answer.policy.organisation ?? {}, { domains: ['*'] }); return answer; }],
    ['a severity nobody knows', (answer) => { ruleIn(answer, 'visible-recipients').severity = 'none'; return answer; }],
    ['a limit that is text', (answer) => { ruleIn(answer, 'visible-recipients').addresses = '7'; return answer; }],
    ['a rule that is null', (answer) => { answer.policy.rules = { 'visible-recipients': null }; return answer; }],
    ['settings inherited from a prototype', () => JSON.parse(`{"__proto__":${JSON.stringify(sent())}}`)],
    ['text', () => 'ok'],
    ['null', () => null],
  ])('%s', (_, spoil) => {
    expect(readPolicyAnswer(spoil(sent()), rules)).toBeUndefined();
  });

  test('whatever it is', () => {
    fc.assert(fc.property(fc.anything(), (body) => {
      expect(readPolicyAnswer(body, rules)).toBeUndefined();
    }));
  });
});
