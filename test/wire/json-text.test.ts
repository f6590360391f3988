import fc from 'fast-check';
import { readJson } from '../../src/wire/json-text';

const problemsOf = (text: string) => {
  const reading = readJson(text);
  return reading.ok ? [] : reading.problems.map(({ path, message }) => `${path}: ${message}`);
};

test('what JSON.parse reads is read alike, unless something stands twice', () => {
  fc.assert(fc.property(fc.json(), (text) => {
    expect(readJson(text)).toEqual({ ok: true, document: JSON.parse(text) });
  }));
  expect(readJson('\ufeff{"version": 1}')).toEqual({ ok: true, document: { version: 1 } });
});

test('a setting that stands twice is named with both places it could have meant', () => {
  expect(problemsOf('{\n  "organisation": { "domains": ["own.example"], "domains": ["elm.example"] },\n  "rules": [{ "a": 1, "a": 2 }]\n}')).toEqual([
    'organisation.domains: stands here a second time (line 2, column 49)',
    'rules[0].a: stands here a second time (line 3, column 23)',
  ]);
  expect(problemsOf('{"__proto__": 1, "__proto__": 2}')).toEqual(['__proto__: stands here a second time (line 1, column 18)']);
});

test.each([
  ['nothing', ''],
  ['a missing comma', '{"a": 1 "b": 2}'],
  ['a trailing comma', '{"a": 1,}'],
  ['a comment', '{"a": 1 /* one */}'],
  ['something after the end', '{} {}'],
  ['single quotes', "{'a': 1}"],
  ['an open text', '{"a": "x'],
])('%s is no JSON, with the place', (_, text) => {
  expect(problemsOf(text).length).toBeGreaterThan(0);
  for (const problem of problemsOf(text)) expect(problem).toMatch(/^: no JSON: [a-z ]+ \(line \d+, column \d+\)$/);
});

test('no text makes it throw, and what it refuses JSON.parse refuses too', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => {
    const reading = readJson(text);
    const parses = (() => { try { JSON.parse(text.replace(/^\ufeff/, '')); return true; } catch { return false; } })();
    expect(reading.ok).toBe(parses);
  }));
});
