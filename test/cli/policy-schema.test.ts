import Ajv, { type ValidateFunction } from 'ajv/dist/2020';
import fc from 'fast-check';
import { policySchema } from '../../src/cli/policy-schema';
import { countryCodes, count, flag, type Option, patterns } from '../../src/core/option';
import { defaultPolicy, parsePolicy } from '../../src/core/policy';
import { defineRule, LANGUAGES, type Rule, SEVERITIES } from '../../src/core/rule';
import { registrableDomain } from '../../src/reference/public-suffixes/exact';
import { rules } from '../../src/rules';
import { policyAnswer } from '../../src/wire/policy';

const words = { title: 'Every kind of option', messages: {} };
const explained = { why: '', options: { limit: 'Limit', strict: 'Strict', exempt: 'Exempt', released: 'Released' } };
/** A rule with every kind of option there is. */
const every: Rule = defineRule({
  id: 'every-kind', topic: 'content', severity: 'warning', legal: [], reads: [], needs: [],
  options: { limit: count({ default: 3, min: 2, unit: 'people' }), strict: flag({ default: false }), exempt: patterns(), released: countryCodes() },
  text: { de: words, en: words },
  explanation: { de: explained, en: explained },
  check: () => [],
});
const all = [...rules, every];

const accepts = compiled(all);
const parse = (document: unknown) => parsePolicy(document, all, registrableDomain);

function compiled(of: readonly Rule[], language: 'de' | 'en' = 'en'): ValidateFunction {
  // Strict: a keyword that is misspelt here would be an error. These two are for editors.
  return new Ajv({ strict: true, allErrors: true, keywords: ['enumDescriptions', 'patternErrorMessage'] }).compile(policySchema(of, language));
}

test.each(LANGUAGES)('the schema in %s is one, and takes the defaults', (language) => {
  const validate = compiled(rules, language);
  expect(validate({})).toBe(true);
  expect(validate(JSON.parse(JSON.stringify(policyAnswer(defaultPolicy(rules)).policy)))).toBe(true);
});

test('both languages say the same but for their words', () => {
  const [de, en] = LANGUAGES.map((language) => JSON.stringify(policySchema(all, language), (key, value: unknown) => (/^(title|description|enumDescriptions|patternErrorMessage)$/.test(key) ? '' : value)));
  expect(de).toBe(en);
});

test('every setting explains itself', () => {
  for (const language of LANGUAGES) {
    const texts: string[] = [];
    JSON.stringify(policySchema(rules, language), (key, value: { readonly [name: string]: unknown }) => {
      if (key !== 'properties') return value;
      for (const [name, setting] of Object.entries(value as { readonly [name: string]: { readonly description?: string; readonly $ref?: string } })) {
        expect([name, setting.description ?? setting.$ref]).not.toContain(undefined);
        if (setting.description !== undefined) texts.push(setting.description);
      }
      return value;
    });
    expect(texts.length).toBeGreaterThan(rules.length * 2);
    for (const text of texts) expect(text).toMatch(/^[A-ZÄÖÜ].*[.)]$/);
  }
});

test('every default it names is the one that counts', () => {
  const named: { [path: string]: unknown } = {};
  const walk = (schema: { readonly [keyword: string]: unknown }, path: string): void => {
    if ('default' in schema) named[path] = schema['default'];
    for (const [name, inner] of Object.entries((schema['properties'] ?? {}) as object)) walk(inner as never, `${path}/${name}`);
  };
  walk(policySchema(all, 'en'), '');
  const counting: { [path: string]: unknown } = {};
  const leaves = (value: unknown, path: string): void => {
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) for (const [name, inner] of Object.entries(value)) leaves(inner, `${path}/${name}`);
    else counting[path] = value;
  };
  leaves(policyAnswer(defaultPolicy(all)).policy, '');
  expect(named).toEqual(counting);
});

describe('what a schema cannot say', () => {
  test.each([
    ['a public suffix', { organisation: { domains: ['co.uk'] } }],
    ['a mail provider', { organisation: { domains: ['gmx.de'] } }],
    ['a domain too long as a whole', { organisation: { domains: [`${'a.'.repeat(130)}example`] } }],
    ['a domain that is none in Unicode', { organisation: { domains: ['firm…example'] } }],
  ])('%s', (_, document) => {
    expect([accepts(document), parse(document).ok]).toEqual([true, false]);
  });
});

const part = fc.constantFrom('a', 'oak', 'example', 'com', 'co', 'uk', 'gmx', 'de', 'xn--mller-kva', 'müller', '-a', 'a-', 'a_b', 'A1', '', ' ', '.', '..', '@', '@@', '*', '*.', '"', '"a b"', '\\', '/o=', '/O=x', 'IMCEAEX-', '[', ']', '[1.2.3.4]', '[IPv6:::1]', '+', ',', '<', '。', '．', 'ß', '\u00a0', '\t', '\u00ad', '😀', 'a'.repeat(63), 'a'.repeat(64));
const entry = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom('oak.example', 'anna@oak.example', '*.oak.example', 'US', 'DE', 'UK', 'confirm', 'warning') },
  { weight: 3, arbitrary: fc.array(part, { minLength: 1, maxLength: 6 }).map((parts) => parts.join('')) },
  { weight: 3, arbitrary: fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('.')) },
  { weight: 2, arbitrary: fc.tuple(fc.array(part, { minLength: 1, maxLength: 3 }), fc.array(part, { minLength: 1, maxLength: 3 })).map(([local, domain]) => `${local.join('')}@${domain.join('.')}`) },
  fc.string({ maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 8 }),
);

test('of single entries it says what the parser says', () => {
  let agreed = 0;
  fc.assert(fc.property(entry, (text) => {
    const document = { rules: { 'every-kind': { exempt: [text] } } };
    const { ok } = parse(document);
    if (!accepts(document)) expect([text, ok]).toEqual([text, false]);
    // Of plain letters it knows everything.
    else if (!ok) expect(text.length > 253 ? 'long' : text).toMatch(/[^\u0000-\u007f]|^long$/);
    else agreed += 1;
  }), { numRuns: 5000 });
  expect(agreed).toBeGreaterThan(200);
});

test('of whole documents it says what the parser says', () => {
  const odd = fc.oneof(fc.constantFrom<unknown>(null, true, false, 0, 1, 2, 2.5, -1, 1e300, '', 'off', [], {}, [[]]), fc.jsonValue({ maxDepth: 2 }));
  const mostly = (right: fc.Arbitrary<unknown>) => fc.oneof({ weight: 40, arbitrary: right }, { weight: 1, arbitrary: odd });
  const list = mostly(fc.array(fc.oneof({ weight: 12, arbitrary: fc.constantFrom('oak.example', '*.elm.example', 'anna@ash.example') }, { weight: 1, arbitrary: fc.constantFrom('co.uk', 'oak', 'DE', 7, null) }), { maxLength: 3 }));
  const optional = (fields: { [name: string]: fc.Arbitrary<unknown> }) => fc.oneof(
    { weight: 12, arbitrary: fc.record(fields, { requiredKeys: [] }) },
    { weight: 1, arbitrary: fc.record({ ...fields, misspelt: list }, { requiredKeys: ['misspelt'] }) },
  );
  const values = { count: fc.integer({ min: 1, max: 40 }), flag: fc.boolean(), patterns: list, countryCodes: fc.array(fc.constantFrom('DE', 'CH', 'US', 'IN', 'GB', 'BR', 'US', 'CA', 'JP', 'KR', 'UK'), { maxLength: 3 }) };
  const setting = (rule: Rule) => optional({
    severity: mostly(fc.constantFrom(...SEVERITIES)),
    ...Object.fromEntries(Object.entries<Option<unknown>>(rule.options).map(([name, { shape }]) => [name, mostly(values[shape.kind])])),
  });
  const document = mostly(optional({
    $schema: mostly(fc.constant('./policy.schema.json')),
    version: mostly(fc.constant(1)),
    organisation: mostly(optional({ domains: list, includeSubdomains: mostly(fc.boolean()), except: list })),
    unknownEvidence: mostly(fc.constantFrom('allow', 'confirm', 'block')),
    rules: mostly(optional(Object.fromEntries(all.map((rule) => [rule.id, mostly(setting(rule))])))),
  }));
  const seen = { both: 0, neither: 0 };
  fc.assert(fc.property(document, (each) => {
    const result = parse(each);
    const wrong = result.ok ? [] : result.problems.filter(({ message }) => !/got the (public suffix|mail provider) /.test(message));
    expect([accepts(each), wrong]).toEqual([wrong.length === 0, wrong]);
    if (result.ok) seen.both += 1;
    else seen.neither += 1;
  }), { numRuns: 2000 });
  expect(Math.min(seen.both, seen.neither)).toBeGreaterThan(100);
});

test('an editor may be told in the policy where the schema lies', () => {
  const document = { $schema: './policy.schema.json', version: 1 };
  expect([accepts(document), parse(document)]).toEqual([true, { ok: true, policy: defaultPolicy(all) }]);
  expect([accepts({ $schema: 1 }), parse({ $schema: 1 }).ok]).toEqual([false, false]);
});
