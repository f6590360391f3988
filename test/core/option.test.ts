import { address, choice, countryCode, countryCodes, count, flag, labelNames, limit, link, type Option, patterns, records, text, texts } from '../../src/core/option';
import { readWhole } from '../../src/core/reading';

/** What is wrong with a value, or nothing. */
function problemsOf(option: Option<unknown>, value: unknown): readonly string[] {
  const result = readWhole(option.read, value);
  return result.ok ? [] : result.problems.map(({ path, message }) => `${path}${path === '' ? '' : ': '}${message}`);
}

/** Made anew where they are used. */
const lists = () => records({ entries: patterns(), reason: text(), weight: choice({ default: 'low', values: ['low', 'high'] }) }, ['entries']);

test.each<[string, () => Option<unknown>, unknown, Option<unknown>['unit'], unknown]>([
  ['a number', () => count({ default: 3, min: 1, unit: 'people' }), 3, 'people', { kind: 'count', min: 1, orNever: false }],
  ['a limit', () => limit({ default: null, min: 2, unit: 'megabytes' }), null, 'megabytes', { kind: 'count', min: 2, orNever: true }],
  ['a limit with an end', () => limit({ default: 5, min: 1, max: 9, unit: 'minutes' }), 5, 'minutes', { kind: 'count', min: 1, max: 9, orNever: true }],
  ['a choice', () => choice({ default: 'a', values: ['a', 'b'] }), 'a', 'none', { kind: 'choice', values: ['a', 'b'] }],
  ['words', () => texts({ default: ['x'], unit: 'words' }), ['x'], 'words', { kind: 'texts' }],
  ['words, without more', () => texts(), [], 'entries', { kind: 'texts' }],
  ['a text', () => text(), '', 'none', { kind: 'text' }],
  ['an address', () => address(), '', 'none', { kind: 'address' }],
  ['a link', () => link(), '', 'none', { kind: 'link' }],
  ['a switch', () => flag({ default: true }), true, 'none', { kind: 'flag' }],
  ['entries', () => patterns(), [], 'entries', { kind: 'patterns' }],
  ['countries', () => countryCodes(), [], 'entries', { kind: 'countryCodes' }],
  ['a country', () => countryCode(), '', 'none', { kind: 'countryCode' }],
])('%s says its default, its unit and what it takes', (_, make, otherwise, unit, shape) => {
  const option = make();
  expect({ default: option.default, unit: option.unit, shape: option.shape }).toEqual({ default: otherwise, unit, shape });
});

test('a list of records says what its fields take', () => {
  expect({ ...lists(), read: null }).toMatchObject({ default: [], unit: 'entries', shape: { kind: 'records', required: ['entries'], fields: { entries: { shape: { kind: 'patterns' } }, reason: { shape: { kind: 'text' } } } } });
  expect(labelNames({ lists: lists(), strict: flag({ default: false }) })).toEqual(['lists', 'lists.entries', 'lists.reason', 'lists.weight', 'strict']);
});

const never = () => limit({ default: null, min: 2, max: 9, unit: 'people' });
const endless = () => limit({ default: null, min: 2, unit: 'people' });
const number = () => count({ default: 3, min: 1, unit: 'people' });

test.each<[() => Option<unknown>, unknown]>([
  [number, 1], [number, 1e15], [never, null], [never, 2], [never, 9], [endless, 10], [endless, null],
  [() => choice({ default: 'a', values: ['a', 'b'] }), 'b'],
  [() => texts(), []], [() => texts(), [' x ']], [() => text(), ''], [() => text(), 'x'],
  [() => address(), ''], [() => address(), 'anna@oak.example'], [() => link(), ''], [() => link(), 'https://own.example'], [() => link(), 'https://own.example/help?x=1#y'],
  [() => flag({ default: true }), false], [() => flag({ default: false }), true],
  [() => patterns(), ['own.example', '*.own.example', 'anna@oak.example']], [() => countryCodes(), ['CH', 'GB']], [() => countryCode(), 'CH'],
  [lists, []], [lists, [{ entries: [] }]], [lists, [{ entries: ['own.example'], reason: '', weight: 'high' }]],
])('%# is taken', (make, value) => {
  const option = make();
  expect(problemsOf(option, value)).toEqual([]);
  const result = readWhole(option.read, value);
  if (make !== lists) expect(result).toEqual({ ok: true, value });
});

test('what a record leaves out has its default', () => {
  expect(readWhole(lists().read, [{ entries: ['own.example'] }])).toEqual({ ok: true, value: [{ entries: ['own.example'], reason: '', weight: 'low' }] });
});

const WHOLE = 'expected a whole number, 1 or more';
test.each<[() => Option<unknown>, unknown, readonly string[]]>([
  [number, 0, [`${WHOLE}, got 0`]],
  [number, 1.5, [`${WHOLE}, got 1.5`]],
  [number, null, [`${WHOLE}, got null`]],
  [number, '2', [`${WHOLE}, got "2"`]],
  [number, [3], [`${WHOLE}, got a list`]],
  [number, NaN, [`${WHOLE}, got null`]],
  [number, Infinity, [`${WHOLE}, got null`]],
  [never, 1, ['expected a whole number, from 2 to 9, or null for never, got 1']],
  [never, 10, ['expected a whole number, from 2 to 9, or null for never, got 10']],
  [endless, 1, ['expected a whole number, 2 or more, or null for never, got 1']],
  [() => choice({ default: 'a', values: ['a', 'b'] }), 'c', ['expected one of "a", "b", got "c"']],
  [() => choice({ default: 'a', values: ['a'] }), 'c', ['expected "a", got "c"']],
  [() => texts(), 'x', ['expected a list of texts, got "x"']],
  [() => texts(), ['x', ' ', 7], ['[1]: expected a text that is not empty, got " "', '[2]: expected a text that is not empty, got 7']],
  [() => text(), 7, ['expected a text, got 7']],
  [() => address(), 'own.example', ['expected an address, or nothing, got "own.example"']],
  [() => address(), 'own', ['expected an address, or nothing, got "own"']],
  [() => address(), 7, ['expected an address, or nothing, got 7']],
  [() => address(), null, ['expected an address, or nothing, got null']],
  [() => link(), 'http://own.example', ['expected an address that begins with https://, or nothing, got "http://own.example"']],
  [() => link(), ['https://own.example'], ['expected an address that begins with https://, or nothing, got a list']],
  [() => flag({ default: true }), 'true', ['expected true or false, got "true"']],
  [() => flag({ default: true }), 0, ['expected true or false, got 0']],
  [() => patterns(), ['own'], ['[0]: expected a domain, an address or *.domain, got "own"']],
  [() => patterns(), 'own.example', ['expected a list of domains, addresses and *.domain entries, got "own.example"']],
  [() => patterns(), [['own.example']], ['[0]: expected a domain, an address or *.domain, got a list']],
  [() => countryCodes(), 'CH', ['expected a list of country codes, got "CH"']],
  [() => countryCodes(), ['ch'], ['[0]: expected a country code of ISO 3166-1 in capitals, such as "CH" (the United Kingdom is "GB"), got "ch"']],
  [() => countryCode(), ['CH'], ['expected a country code of ISO 3166-1 in capitals, such as "CH" (the United Kingdom is "GB"), got a list']],
  [lists, {}, ['expected a list of entries, got an object']],
  [lists, [{ reason: 7, x: 1 }], ['[0].entries: expected a list of domains, addresses and *.domain entries, got nothing', '[0].reason: expected a text, got 7', '[0].x: no entry of that name; known here: entries, reason, weight']],
])('%# is refused for %j', (make, value, problems) => {
  expect(problemsOf(make(), value)).toEqual(problems);
});
