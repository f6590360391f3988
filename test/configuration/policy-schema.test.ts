import Ajv, { type ValidateFunction } from 'ajv/dist/2020';
import fc from 'fast-check';
import { policySchema } from '../../src/configuration/policy-schema';
import { address, choice, countryCode, countryCodes, count, flag, limit, link, type Option, patterns, records, text, texts } from '../../src/core/option';
import { defaultPolicy, parsePolicy } from '../../src/core/policy';
import { defineRule, LANGUAGES, type Rule } from '../../src/core/rule';
import { isOption, type Settings, settingsFor } from '../../src/core/settings';
import { registrableDomain } from '../../src/reference/public-suffixes/exact';
import { rules } from '../../src/rules';
import { policyAnswer } from '../../src/wire/policy';

const words = { title: 'Every kind of option', messages: {} };
const options = {
  limit: count({ default: 3, min: 2, unit: 'people' }), never: limit({ default: null, min: 2, unit: 'days' }), strict: flag({ default: false }),
  how: choice({ default: 'any', values: ['any', 'each'] }), exempt: patterns(), released: countryCodes(), words: texts({ default: ['Angebot'] }), block: text(), desk: address(), page: link(),
  lists: records({ entries: patterns(), reason: text(), country: countryCode(), above: limit({ default: null, min: 1, unit: 'people' }), how: choice({ default: 'any', values: ['any', 'each'] }) }, ['entries', 'country']),
};
const labels = Object.fromEntries([...Object.keys(options), ...['entries', 'reason', 'country', 'above', 'how'].map((name) => `lists.${name}`)].map((name) => [name, `Label of ${name}`])) as never;
/** A rule with every kind of option there is. */
const every: Rule = defineRule({
  id: 'every-kind', topic: 'content', severity: 'warning', legal: [], reads: [], needs: [],
  options,
  text: { de: words, en: words },
  explanation: { de: { why: '', options: labels }, en: { why: '', options: labels } },
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
    for (const text of texts) expect(text).toMatch(/^[„“A-ZÄÖÜ].*[.)]$/);
  }
});

test('every default it names is the one that counts', () => {
  const named: { [path: string]: unknown } = {};
  const whole = policySchema(all, 'en');
  const walk = (schema: { readonly [keyword: string]: unknown }, path: string): void => {
    const name = /^#\/\$defs\/(.+)$/.exec(String(schema['$ref']))?.[1];
    if (name !== undefined) walk((whole['$defs'] as never)[name], path);
    if ('default' in schema) named[path] = schema['default'];
    for (const [inside, inner] of Object.entries((schema['properties'] ?? {}) as object)) walk(inner as never, `${path}/${inside}`);
  };
  walk(whole, '');
  const { '/locked': locked } = named;
  expect(locked).toEqual([]);
  delete named['/locked'];
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
    ['a group that sets what is locked', { locked: ['mode'], groups: [{ name: 'a', senders: ['own.example'], policy: { mode: 'guard' } }] }],
    ['a group that never counts', { groups: [{ name: 'a', senders: ['own.example'], policy: {} }, { name: 'b', senders: ['own.example'], policy: {} }] }],
    ['two groups of one name', { groups: [{ name: 'a', senders: ['own.example'], policy: {} }, { name: 'a', senders: ['elm.example'], policy: {} }] }],
    ['an own domain of which nobody is left', { organisation: { domains: ['own.example'], except: ['own.example'] } }],
    ['a group that lets a locked rule go', { locked: ['rules'], groups: [{ name: 'a', senders: ['own.example'], policy: { mode: 'observe' } }] }],
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

test.each(['\u00ad anna@oak.example', 'anna@oak.example\t\u200b', '\u202aanna@oak.example\u202c', 'oak.example\u200b'])('unseen characters around an entry are none of its business: %j', (text) => {
  const document = { rules: { 'every-kind': { exempt: [text] } } };
  expect([accepts(document), parse(document).ok]).toEqual([true, true]);
});

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
  const mostly = (right: fc.Arbitrary<unknown>) => fc.oneof({ weight: 150, arbitrary: right }, { weight: 1, arbitrary: odd });
  const list = mostly(fc.array(fc.oneof({ weight: 60, arbitrary: fc.constantFrom('oak.example', '*.elm.example', 'anna@ash.example') }, { weight: 1, arbitrary: fc.constantFrom('co.uk', 'oak', 'DE', 7, null) }), { maxLength: 3 }));
  const optional = (fields: { [name: string]: fc.Arbitrary<unknown> }) => fc.oneof(
    { weight: 60, arbitrary: fc.record(fields, { requiredKeys: [] }) },
    { weight: 1, arbitrary: fc.record({ ...fields, misspelt: list }, { requiredKeys: ['misspelt'] }) },
  );
  const among = (right: readonly unknown[], wrong: readonly unknown[]) => fc.oneof({ weight: 60, arbitrary: fc.constantFrom(...right) }, { weight: 1, arbitrary: fc.constantFrom(...wrong) });
  const some = (right: readonly unknown[], wrong: readonly unknown[]) => fc.array(among(right, wrong), { maxLength: 3 });
  const value = ({ shape }: Option<unknown>): fc.Arbitrary<unknown> => {
    switch (shape.kind) {
      case 'count': return among([shape.min, shape.min + 1, shape.max ?? 40, ...(shape.orNever ? [null, null, null] : [])], [shape.min - 1, shape.min + 0.5, ...(shape.max === undefined ? [] : [shape.max + 1])]);
      case 'choice': return fc.constantFrom(...shape.values);
      case 'flag': return fc.boolean();
      case 'patterns': return list;
      case 'countryCodes': return some(['DE', 'CH', 'US', 'IN', 'GB'], ['UK', 'de']);
      case 'countryCode': return among(['DE', 'CH', 'US'], ['de', '']);
      case 'texts': return some(['Angebot', 'a b', ' x ', '\u00a0a'], ['\ufeff', ' ', '']);
      case 'text': return fc.string();
      case 'address': return among(['', 'anna@oak.example', '"a b"@oak.example'], ['oak.example', '*.oak.example', 'anna', ' ']);
      case 'link': return among(['', 'https://own.example', 'https://own.example/a?b#c', 'https://own.example:8443'], ['https://', 'http://own.example', 'https://a b', 'https://a@b/', ' https://own.example', 'javascript:1', 'https://own.example\n']);
      case 'records': return fc.array(fc.record(Object.fromEntries(Object.entries(shape.fields).map(([name, field]) => [name, mostly(value(field))])), { requiredKeys: [...shape.required] }), { maxLength: 2 });
    }
  };
  const part = (settings: Settings): fc.Arbitrary<unknown> => mostly(optional(fields(settings)));
  const fields = (settings: Settings) => Object.fromEntries(Object.entries(settings).map(([name, setting]) => [name, isOption(setting) ? mostly(value(setting)) : part(setting)]));
  const { rules: ruleSettings, ...others } = settingsFor(all);
  /** A few rules at once are enough. */
  const layer = fc.subarray(Object.keys(ruleSettings as Settings), { maxLength: 3 }).chain((ids) =>
    fc.record({ ...fields(others), rules: part(Object.fromEntries(['every-kind', ...ids].map((id) => [id, (ruleSettings as Settings)[id] as Settings]))) }, { requiredKeys: [] }));
  const group = mostly(fc.record({ name: mostly(among(['Press', 'Labs'], [' ', ''])), senders: mostly(fc.array(among(['own.example', 'eva@own.example'], ['own']), { minLength: 1, maxLength: 2 })), policy: mostly(layer) }));
  const document = mostly(fc.tuple(layer, optional({
    $schema: mostly(fc.constant('./policy.schema.json')),
    version: mostly(fc.constantFrom(1, 2)),
    locked: mostly(some(['mode', 'rules', 'rules.every-kind.exempt', 'sending.delayMinutes'], ['sending.delay', 'version'])),
    groups: mostly(fc.array(group, { maxLength: 2 })),
  })).map(([settings, more]) => ({ ...settings, ...(more as object) })));
  const seen = { both: 0, neither: 0 };
  fc.assert(fc.property(document, (each) => {
    const result = parse(each);
    const wrong = result.ok ? [] : result.problems.filter(({ message }) => !/got the (public suffix|mail provider) |^locked for groups by |^never counts: |^a second group |^nobody is left of |^would only observe |^holds for the organisation as a whole|^expected (the days after which senders|the legal reason for recording|true, because records\.sender|at most the \d+ days of records)/.test(message));
    expect([accepts(each), wrong]).toEqual([wrong.length === 0, wrong]);
    if (result.ok) seen.both += 1;
    else seen.neither += 1;
  }), { numRuns: 2000 });
  expect(Math.min(seen.both, seen.neither)).toBeGreaterThan(100);
});

test('an editor may be told in the policy where the schema lies', () => {
  const document = { $schema: './policy.schema.json', version: 2 };
  expect([accepts(document), parse(document)]).toEqual([true, { ok: true, policy: defaultPolicy(all) }]);
  expect([accepts({ $schema: 1 }), parse({ $schema: 1 }).ok]).toEqual([false, false]);
});
