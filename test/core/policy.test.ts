import fc from 'fast-check';
import { countryCodes, count, flag, patterns } from '../../src/core/option';
import { defaultPolicy, parsePolicy, type PolicyResult } from '../../src/core/policy';
import { defineRule, type Rule } from '../../src/core/rule';
import { registrableDomain } from '../../src/reference/public-suffixes/exact';
import { rules } from '../../src/rules';

const words = { title: 'x', messages: {} };
const first: Rule = defineRule({
  id: 'first', topic: 'content', severity: 'warning', legal: [], reads: [], needs: [],
  options: { limit: count({ default: 3, min: 1, unit: 'people' }), strict: flag({ default: false }), exempt: patterns(), released: countryCodes() },
  text: { de: words, en: words },
  explanation: { de: { why: '', options: { limit: '', strict: '', exempt: '', released: '' } }, en: { why: '', options: { limit: '', strict: '', exempt: '', released: '' } } },
  check: () => [],
});
const second: Rule = { ...first, id: 'second', options: {}, severity: 'critical' };

const parse = (document: unknown): PolicyResult => parsePolicy(document, [first, second], registrableDomain);

function problemsOf(document: unknown): readonly string[] {
  const result = parse(document);
  return result.ok ? [] : result.problems.map(({ path, message }) => `${path}: ${message}`);
}

const paths = (document: unknown): readonly string[] => problemsOf(document).map((problem) => problem.slice(0, problem.indexOf(': '))).sort();

test('an empty document is the defaults', () => {
  expect(parse({})).toEqual({
    ok: true,
    policy: {
      version: 1,
      organisation: { domains: [], includeSubdomains: true, except: [] },
      unknownEvidence: 'confirm',
      rules: {
        first: { severity: 'warning', options: { limit: 3, strict: false, exempt: [], released: [] } },
        second: { severity: 'critical', options: {} },
      },
    },
  });
  expect(parse({})).toEqual({ ok: true, policy: defaultPolicy([first, second]) });
});

test('what is set counts, the rest keeps its default', () => {
  const result = parse({ version: 1, organisation: { domains: ['own.example', '*.own.example', 'eva@elm.example'], except: ['shop.own.example'] }, unknownEvidence: 'block', rules: { first: { severity: 'off', limit: 5, released: ['US', 'IN'] } } });
  expect(result).toMatchObject({
    ok: true,
    policy: {
      organisation: { domains: ['own.example', '*.own.example', 'eva@elm.example'], includeSubdomains: true, except: ['shop.own.example'] },
      unknownEvidence: 'block',
      rules: { first: { severity: 'off', options: { limit: 5, strict: false, released: ['US', 'IN'] } }, second: { severity: 'critical' } },
    },
  });
});

const wrong: readonly (readonly [string, unknown, readonly string[]])[] = [
  ['no document', undefined, ['']],
  ['nothing', null, ['']],
  ['a list', [], ['']],
  ['a text', '{}', ['']],
  ['another version', { version: 2 }, ['version']],
  ['an unknown setting', { rule: {} }, ['rule']],
  ['two unknown settings', { rule: {}, unknownEvidense: 'block' }, ['rule', 'unknownEvidense']],
  ['a setting that every object has', { toString: 1, constructor: {} }, ['constructor', 'toString']],
  ['a prototype', JSON.parse('{"__proto__": {"rules": {}}}'), ['__proto__']],
  ['an unknown rule', { rules: { third: {} } }, ['rules.third']],
  ['several unknown rules', { rules: { third: {}, fourth: {}, constructor: {} } }, ['rules.constructor', 'rules.fourth', 'rules.third']],
  ['a misspelt option', { rules: { first: { limits: 3 }, second: { limit: 3 } } }, ['rules.first.limits', 'rules.second.limit']],
  ['an unknown setting of the organisation', { organisation: { domain: ['own.example'] } }, ['organisation.domain']],
  ['rules as a list', { rules: [] }, ['rules']],
  ['a rule as a list', { rules: { first: [] } }, ['rules.first']],
  ['an organisation as a list', { organisation: ['own.example'] }, ['organisation']],
  ['a severity there is not', { rules: { first: { severity: 'error' } } }, ['rules.first.severity']],
  ['nothing as a severity', { rules: { first: { severity: null } } }, ['rules.first.severity']],
  ['half a person', { rules: { first: { limit: 2.5 } } }, ['rules.first.limit']],
  ['no person', { rules: { first: { limit: 0 } } }, ['rules.first.limit']],
  ['infinitely many', { rules: { first: { limit: Infinity } } }, ['rules.first.limit']],
  ['a number as text', { rules: { first: { limit: '3' } } }, ['rules.first.limit']],
  ['yes as text', { rules: { first: { strict: 'yes' } } }, ['rules.first.strict']],
  ['one entry instead of a list', { rules: { first: { exempt: 'oak.example' } } }, ['rules.first.exempt']],
  ['entries that are none', { rules: { first: { exempt: ['oak.example', 'oak', '*', 7, null] } } }, ['rules.first.exempt[1]', 'rules.first.exempt[2]', 'rules.first.exempt[3]', 'rules.first.exempt[4]']],
  ['countries that are none', { rules: { first: { released: ['US', 'us', 'UK', 'EU', 'USA', 'toString'] } } }, [1, 2, 3, 4, 5].map((index) => `rules.first.released[${index}]`)],
  ['a public suffix as the organisation', { organisation: { domains: ['own.example', 'co.uk', '*.co.uk'] } }, ['organisation.domains[1]', 'organisation.domains[2]']],
  ['a mail provider as the organisation', { organisation: { domains: ['gmx.de', 'firma@gmx.de', '*.t-online.de'] } }, ['organisation.domains[0]', 'organisation.domains[2]']],
  ['an Exchange name as the organisation', { organisation: { domains: ['/o=Own'] } }, ['organisation.domains[0]']],
];

test.each(wrong)('%s is refused, with the place', (_, document, expected) => {
  expect(paths(document)).toEqual([...expected].sort());
});

test('all problems are reported at once', () => {
  const document = { version: 1, organisation: { domains: ['com', 'x y'], extra: 1 }, unknownEvidence: 'maybe', rules: { first: { severity: 'x', limit: -1, limt: 2, exempt: ['*'] }, third: {} }, extra: true };
  expect(paths(document)).toEqual([
    'extra', 'organisation.domains[0]', 'organisation.domains[1]', 'organisation.extra', 'rules.first.exempt[0]',
    'rules.first.limit', 'rules.first.limt', 'rules.first.severity', 'rules.third', 'unknownEvidence',
  ]);
});

test('a problem says what is expected, what stands there and what is known', () => {
  expect(problemsOf({ rules: { first: { severity: 'error' } } })).toEqual(['rules.first.severity: expected one of "off", "notice", "warning", "critical", got "error"']);
  expect(problemsOf({ rules: { first: { limit: 0 } } })).toEqual(['rules.first.limit: expected a whole number, 1 or more, got 0']);
  expect(problemsOf({ rules: { third: {} } })).toEqual(['rules.third: no entry of that name; known here: first, second']);
  expect(problemsOf([])).toEqual([': expected an object, got a list']);
});

test('no document, however odd, makes the parser throw or pass over a setting', () => {
  const key = fc.constantFrom('version', 'organisation', 'rules', 'unknownEvidence', 'first', 'second', 'severity', 'limit', 'domains', 'toString', '__proto__', 'x', '');
  const value = fc.letrec((tie) => ({
    node: fc.oneof({ depthSize: 'small' }, fc.constantFrom(null, undefined, 1, -1, NaN, '', 'own.example', 'confirm', true, [], {}), fc.array(tie('node'), { maxLength: 3 }), fc.dictionary(key, tie('node'), { maxKeys: 4 })),
  })).node;
  fc.assert(fc.property(value, (document) => {
    const result = parse(document);
    if (result.ok) expect(settingsIn(document)).toBe(settingsIn(result.policy, document));
    else expect(result.problems.length).toBeGreaterThan(0);
  }), { numRuns: 1000 });
});

/** Settings of `document` that `policy` holds, too; without a policy all of them. */
function settingsIn(policy: unknown, document: unknown = policy): number {
  const { version, organisation, unknownEvidence, rules: settings } = document as { [name: string]: never };
  const known = policy as { [name: string]: never };
  const kept = Object.keys(document as object).filter((name) => name in known).length;
  return kept + [organisation, settings].filter((each) => each !== undefined).reduce((sum, each) => sum + Object.keys(each as object).length, 0) + Number(version !== undefined) + Number(unknownEvidence !== undefined);
}

test('the rules there are have defaults that are a policy', () => {
  const policy = defaultPolicy(rules);
  expect(Object.keys(policy.rules).sort()).toEqual(rules.map(({ id }) => id).sort());
});
