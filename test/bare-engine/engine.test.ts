import { runBare } from './engine';

const office = { actions: { associate: () => undefined } };
const run = (script: string, host = {}) => runBare(script, { Office: office, ...host });

describe('what classic Outlook on Windows does not have, a script does not find', () => {
  test.each([
    ['Object.entries', 'Object.entries({})', 'TypeError: Object.entries is not a function'],
    ['Object.values', 'Object.values({})', 'TypeError: Object.values is not a function'],
    ['Object.fromEntries', 'Object.fromEntries([])', 'TypeError: Object.fromEntries is not a function'],
    ['padStart', '"1".padStart(2)', 'TypeError: "1".padStart is not a function'],
    ['flatMap', '[].flatMap(String)', 'TypeError: [].flatMap is not a function'],
    ['Array at', '[].at(0)', 'TypeError: [].at is not a function'],
    ['typed array at', 'new Int8Array(1).at(0)', 'TypeError: (intermediate value).at is not a function'],
    ['replaceAll', '"a".replaceAll("a", "b")', 'TypeError: "a".replaceAll is not a function'],
    ['Promise finally', 'Promise.resolve().finally(String)', 'TypeError: Promise.resolve(...).finally is not a function'],
    ['Promise.allSettled', 'Promise.allSettled([])', 'TypeError: Promise.allSettled is not a function'],
    ['globalThis', 'globalThis.x = 1', 'ReferenceError: globalThis is not defined'],
    ['a DOM', 'document.title', 'ReferenceError: document is not defined'],
    ['a window', 'window.location', 'ReferenceError: window is not defined'],
    ['storage', 'localStorage.x', 'ReferenceError: localStorage is not defined'],
    ['URL', 'new URL("https://a.example")', 'ReferenceError: URL is not defined'],
    ['Intl', 'new Intl.DisplayNames()', 'ReferenceError: Intl is not defined'],
    ['Node', 'process.env', 'ReferenceError: process is not defined'],
    ['a timer that was not given', 'setTimeout(String, 1)', 'ReferenceError: setTimeout is not defined'],
  ])('%s', (_name, script, error) => {
    expect(run(script).errors).toEqual([error]);
  });

  test.each([
    ['async functions', 'async function f() {}'],
    ['a ?? b', 'var a; a ?? 1'],
    ['object spread', 'var a = {...{}}'],
    ['lookbehind', '/(?<=a)b/.test("ab")'],
    ['import', 'import "./rule.js"'],
  ])('nor can it say: %s', (_name, script) => {
    expect(run(script).errors[0]).toMatch(/^SyntaxError: /);
  });
});

test('what ES2016 has is there', () => {
  const { errors, log } = run('console.log([1, 2].includes(2), Object.keys({ a: 1 }), "a".repeat(3), new Map([[1, 2]]).size, JSON.stringify({ b: [2 ** 3] }), typeof Promise.resolve().then, Array.from(new Set([1, 1])).length, new Date(0).toISOString(), String(/a/gi), Symbol.iterator in [])');
  expect(errors).toEqual([]);
  expect(log).toEqual(['true a aaa 1 {"b":[8]} function 1 1970-01-01T00:00:00.000Z /a/gi true']);
});

test('a handler that was associated can be called with an event, and the host hears of it too', () => {
  const heard: string[] = [];
  const Office = { actions: { associate: (name: string) => heard.push(name) }, context: { displayLanguage: 'de-DE' } };
  const { handlers, errors } = run('Office.actions.associate("onSend", function (event) { return Office.context.displayLanguage + event; })', { Office });
  expect(errors).toEqual([]);
  expect(heard).toEqual(['onSend']);
  expect(handlers.get('onSend')?.(1)).toBe('de-DE1');
});

test('a timer that was given is there', () => {
  expect(run('setTimeout(String, 1)', { setTimeout: () => 1 }).errors).toEqual([]);
});
