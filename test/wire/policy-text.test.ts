import fc from 'fast-check';
import { patterns } from '../../src/core/option';
import { migrated } from '../../src/core/policy-migrations';
import { defineRule, type Rule } from '../../src/core/rule';
import { readJson } from '../../src/wire/json-text';
import { migratedText } from '../../src/wire/migrated-text';

const words = { title: '', messages: {} };
const consent = (id: string): Rule => defineRule({
  id, topic: 'consent', severity: 'warning', legal: [], reads: [], needs: [], options: { exempt: patterns() },
  text: { de: words, en: words }, explanation: { de: { why: '', options: { exempt: '' } }, en: { why: '', options: { exempt: '' } } }, check: () => [],
});
const rules = [consent('missing-consent'), consent('withdrawn-consent'), consent('expired-consent')];

function documentIn(text: string): unknown {
  const reading = readJson(text, 'allowed');
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.document;
}

const migrate = (text: string, from: number | null = null) => migratedText(text, documentIn(text), from, rules);

test('what one rule said is written down for the rules made out of it, and comments stay', () => {
  const { text, changes } = migrate([
    '{',
    '  // Own GmbH',
    '  "version": 1,',
    '  "rules": {',
    '    "missing-consent": { "severity": "off" }, // we have no newsletter',
    '    "expired-consent": { "severity": "notice" }',
    '  }',
    '}',
    '',
  ].join('\n'));
  expect(text).toBe([
    '{',
    '  // Own GmbH',
    '  "version": 2,',
    '  "rules": {',
    '    "missing-consent": { "severity": "off" }, // we have no newsletter',
    // The entry a new one stands behind is laid out like the new one.
    '    "expired-consent": {',
    '      "severity": "notice"',
    '    },',
    '    "withdrawn-consent": {',
    '      "severity": "off"',
    '    }',
    '  }',
    '}',
    '',
  ].join('\n'));
  expect(changes.map(({ path }) => path.join('.'))).toEqual(['version', 'rules.withdrawn-consent.severity']);
});

test('tabs, line ends and the byte order mark stay as they are', () => {
  const { text } = migrate('\ufeff{\r\n\t"version": 1,\r\n\t"rules": {\r\n\t\t"missing-consent": {\r\n\t\t\t"exempt": ["oak.example"]\r\n\t\t}\r\n\t}\r\n}\r\n');
  expect(text.startsWith('\ufeff{\r\n\t"version": 2,\r\n')).toBe(true);
  expect(text).toContain('\r\n\t\t"withdrawn-consent": {\r\n\t\t\t"exempt": [');
  expect(text.replace(/\r\n/g, '')).not.toMatch(/[\r\n]/);
});

test('the version stands first, behind the address of the schema', () => {
  expect(migrate('{"mode":"guard"}').text).toMatch(/^\{\s*"version": ?2,\s*"mode": ?"guard"\s*\}$/);
  expect(migrate('{"$schema":"x","mode":"guard"}').text).toMatch(/^\{\s*"\$schema": ?"x",\s*"version": ?2,\s*"mode": ?"guard"\s*\}$/);
  expect(documentIn(migrate('{}').text)).toEqual({ version: 2 });
});

test('a document of today stays as it is, to the letter', () => {
  const text = '{ "version": 2 ,"rules":{ "missing-consent":{"severity":"off"}} }  // x';
  expect(migrate(text)).toEqual({ text, changes: [] });
});

test('the text means what the migrated document says, whatever else stands in it', () => {
  const settings = fc.record({ severity: fc.constantFrom<unknown>('off', 'notice', 'x', 7), exempt: fc.constantFrom<unknown>(['oak.example'], [], 'x') }, { requiredKeys: [] });
  const document = fc.record({
    $schema: fc.constant('./policy.schema.json'),
    version: fc.constantFrom(1, 1, 2),
    rules: fc.dictionary(fc.constantFrom('missing-consent', 'withdrawn-consent', 'expired-consent', 'x'), settings, { maxKeys: 3 }),
    extra: fc.jsonValue(),
  }, { requiredKeys: ['version'] });
  fc.assert(fc.property(document, fc.constantFrom('', ' ', '    ', '\t'), fc.boolean(), (each, indent, commented) => {
    const text = `${commented ? '// kept\n' : ''}${JSON.stringify(each, null, indent)}`;
    const now = migrate(text).text;
    expect(documentIn(now)).toEqual(migrated(documentIn(text), rules));
    expect(now.startsWith('// kept\n')).toBe(commented);
    expect(migrate(now)).toEqual({ text: now, changes: [] });
  }), { numRuns: 500 });
});
