import fc from 'fast-check';
import { choice, count, countryCodes, flag, limit, patterns, records, text, texts } from '../../src/core/option';
import { defaultPolicy, parsePolicy, type Policy, policyFor } from '../../src/core/policy';
import { defineRule, type Rule, SEVERITIES } from '../../src/core/rule';
import { rules } from '../../src/rules';
import { policyAnswer, readPolicyAnswer } from '../../src/wire/policy';

function policyOf(document: object, of: readonly Rule[] = rules): Policy {
  const result = parsePolicy(document, of, (domain) => domain);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.policy;
}

const policy = policyOf({
  mode: 'observe',
  organisation: { domains: ['own.example', '*.firm.example'], except: ['freelancer@own.example'] },
  unknownEvidence: 'block',
  sending: { delayMinutes: { warning: 5 }, reason: 'required' },
  contact: { name: 'Data protection', link: 'https://own.example/privacy' },
  rules: { 'visible-recipients': { severity: 'critical', mode: 'guard', addresses: 7 } },
  groups: [
    { name: 'Press', senders: ['press@own.example'], policy: { mode: 'guard', rules: { 'visible-recipients': { severity: 'off' } } } },
    { name: 'Labs', senders: ['labs.example'], policy: { organisation: { except: [] }, rules: { 'visible-recipients': { addresses: 1 } } } },
  ],
});

type Settings = Record<string, unknown>;
interface Answer {
  policy: Settings & { organisation?: Settings; rules?: Record<string, Settings | null>; groups?: { policy: Settings & { rules: Record<string, Settings> } }[] };
}
const sent = (): Answer => JSON.parse(JSON.stringify(policyAnswer(policy))) as Answer;
const ruleIn = ({ policy: { rules: settings } }: Answer, id: string): Settings => settings?.[id] ?? {};

test('a policy arrives as the administrator wrote it', () => {
  expect(readPolicyAnswer(sent(), rules)).toEqual(policy);
  expect(readPolicyAnswer(JSON.parse(JSON.stringify(policyAnswer(defaultPolicy(rules)))), rules)).toEqual(defaultPolicy(rules));
});

const kept = (filled: readonly string[]) => fc.array(fc.constantFrom(...filled), { maxLength: 2 });
/** A rule with every kind of option that a policy may leave out. */
const every: Rule = defineRule({
  id: 'every-kind', topic: 'content', severity: 'warning', legal: [], reads: [], needs: [],
  options: {
    count: count({ default: 3, min: 1, unit: 'people' }), never: limit({ default: 9, min: 1, unit: 'people' }), strict: flag({ default: true }), how: choice({ default: 'any', values: ['any', 'each'] }),
    exempt: patterns(), released: countryCodes(), words: texts({ default: ['Angebot'] }), block: text(),
    lists: records({ entries: patterns(), reason: text(), above: limit({ default: null, min: 1, unit: 'people' }) }, ['entries']),
  },
  text: { de: { title: '', messages: {} }, en: { title: '', messages: {} } },
  explanation: undefined as never,
  check: () => [],
});

test('whatever an administrator writes, every sender has the same policy on both sides', () => {
  const settings = fc.record({
    mode: fc.constantFrom('guard', 'observe'),
    sending: fc.record({ checkAll: fc.boolean(), delayMinutes: fc.record({ notice: fc.constantFrom(null, 1, 60) }, { requiredKeys: [] }) }, { requiredKeys: [] }),
    rules: fc.record({
      'every-kind': fc.record({
        severity: fc.constantFrom(...SEVERITIES), mode: fc.constantFrom('asPolicy', 'guard', 'observe'),
        count: fc.integer({ min: 1 }), never: fc.constantFrom(null, 1, 2), strict: fc.boolean(), how: fc.constantFrom('any', 'each'),
        exempt: kept(['oak.example', '*.elm.example']), released: kept(['US', 'IN']), words: kept(['Rabatt', 'Sale']), block: fc.string(),
        lists: fc.array(fc.record({ entries: kept(['a@oak.example']), reason: fc.string(), above: fc.constantFrom(null, 4) }, { requiredKeys: ['entries'] }), { maxLength: 2 }),
      }, { requiredKeys: [] }),
    }, { requiredKeys: [] }),
  }, { requiredKeys: [] });
  fc.assert(fc.property(settings, settings, (whole, layer) => {
    const own = policyOf({ ...whole, groups: [{ name: 'Press', senders: ['press@own.example'], policy: layer }] }, [every]);
    const arrived = readPolicyAnswer(JSON.parse(JSON.stringify(policyAnswer(own))), [every]);
    expect(arrived).toEqual(own);
    for (const address of ['press@own.example', 'mara@own.example']) expect(policyFor(arrived as Policy, { address })).toEqual(policyFor(own, { address }));
  }));
});

test('locks stay with the service', () => {
  const own = policyOf({ locked: ['rules'] });
  expect(JSON.stringify(policyAnswer(own))).not.toContain('locked');
  expect(readPolicyAnswer(JSON.parse(JSON.stringify(policyAnswer(own))), rules)).toEqual({ ...own, locked: [] });
});

describe('an add-in newer than its service', () => {
  const old = { version: 1, organisation: { domains: ['own.example'], includeSubdomains: true, except: [] }, unknownEvidence: 'block', rules: { 'visible-recipients': { severity: 'critical', addresses: 7, organisations: 1, exempt: [] }, 'missing-consent': { severity: 'notice', exempt: ['oak.example'] } } };

  test('reads a policy of version 1 as it was meant', () => {
    const withdrawn: Rule = { ...every, id: 'withdrawn-consent', severity: 'critical' };
    const read = readPolicyAnswer({ policy: old }, [...rules, withdrawn]);
    expect(read).toMatchObject({ version: 2, mode: 'guard', unknownEvidence: 'block', groups: [], rules: { 'visible-recipients': { severity: 'critical' }, 'withdrawn-consent': { severity: 'notice', options: { exempt: ['oak.example'] } } } });
  });
});

describe('an add-in older than its service', () => {
  test('passes over rules and settings it does not know', () => {
    const answer = sent();
    Object.assign(answer.policy.rules ?? {}, { 'rules-of-next-year': { severity: 'critical' } });
    ruleIn(answer, 'visible-recipients').newOption = 3;
    answer.policy.archive = { days: 30 };
    Object.assign(answer.policy.organisation ?? {}, { name: 'Own' });
    for (const group of answer.policy.groups ?? []) Object.assign(group, { contact: 'Press' });
    Object.assign(answer.policy.groups?.[0]?.policy ?? {}, { locked: [], archive: { days: 3 } });
    Object.assign(answer.policy.groups?.[0]?.policy.rules ?? {}, { 'rules-of-next-year': { severity: 'critical' } });
    Object.assign(answer.policy.groups?.[1]?.policy.rules['visible-recipients'] ?? {}, { newOption: 3 });
    expect(readPolicyAnswer(answer, rules)).toEqual(policy);
  });

  test('passes over fields of records that it does not know', () => {
    const answer = JSON.parse(JSON.stringify(policyAnswer(policyOf({ rules: { 'every-kind': { lists: [{ entries: ['oak.example'] }] } } }, [every])))) as Answer;
    ruleIn(answer, 'every-kind')['lists'] = [{ entries: ['oak.example'], until: '2027-01-01' }];
    expect(readPolicyAnswer(answer, [every])?.rules['every-kind']?.options['lists']).toEqual([{ entries: ['oak.example'], reason: '', above: null }]);
  });

  test('takes its own defaults for a rule the service does not have', () => {
    const answer = sent();
    delete answer.policy.rules?.['missing-consent'];
    expect(readPolicyAnswer(answer, rules)?.rules['missing-consent']).toEqual(defaultPolicy(rules).rules['missing-consent']);
  });

  test('does not take a policy of another version', () => {
    const answer = sent();
    answer.policy.version = 3;
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
    ['groups that are none', (answer) => { Object.assign(answer.policy, { groups: {} }); return answer; }],
    ['a group that is none', (answer) => { Object.assign(answer.policy, { groups: [null] }); return answer; }],
    ['a group without senders', (answer) => { Object.assign(answer.policy, { groups: [{ name: 'a', policy: {} }] }); return answer; }],
    ['a group with an action nobody knows', (answer) => { Object.assign(answer.policy.groups?.[0]?.policy ?? {}, { unknownEvidence: 'ignore' }); return answer; }],
    ['a mode nobody knows', (answer) => { answer.policy['mode'] = 'watch'; return answer; }],
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
