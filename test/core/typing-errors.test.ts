import fc from 'fast-check';
import { NEAR, NUMBER, OTHER, TURNED, typingErrors } from '../../src/core/typing-errors';

test.each([
  ['two letters in the wrong order', 'ahornwrek', 'ahornwerk', TURNED],
  ['a letter twice', 'ahornnwerk', 'ahornwerk', TURNED],
  ['a double letter once', 'kamer', 'kammer', TURNED],
  ['the key beside', 'ahornwetk', 'ahornwerk', NEAR],
  ['the key below', 'ahornwedk', 'ahornwerk', NEAR],
  ['the key above, on a German keyboard', 'ahornzeit', 'ahorngeit', NEAR],
  ['y for z', 'ahornyeit', 'ahornzeit', NEAR],
  ['i for l', 'ahornia', 'ahornla', NEAR],
  ['a letter too few', 'ahornwek', 'ahornwerk', NEAR],
  ['a letter too many', 'ahornwerxk', 'ahornwerk', NEAR],
  ['a letter from elsewhere', 'ahornwepk', 'ahornwerk', OTHER],
  ['a hyphen too many', 'ahorn-werk', 'ahornwerk', NEAR],
  ['a digit too many', 'ahornwerk2', 'ahornwerk', NUMBER],
  ['one number for another', 'schule12', 'schule13', Infinity],
  ['digits in another order', 'schule12', 'schule21', Infinity],
  ['a digit and a letter in the wrong order', 'ahorn1a', 'ahorna1', TURNED],
  ['a digit for a letter', 'ah0rn', 'ahorn', NEAR],
  ['two slips where one is allowed', 'ahronwrek', 'ahornwerk', Infinity],
  ['nothing at all', 'ahornwerk', 'ahornwerk', 0],
  ['nothing typed', '', 'a', NEAR],
])('%s', (_, typed, meant, expected) => {
  expect(typingErrors(typed, meant, 1)).toBe(expected);
});

test('slips add up, the likeliest reading counts', () => {
  expect(typingErrors('ahronwrek', 'ahornwerk', 2)).toBe(2 * TURNED);
  expect(typingErrors('versciherungskamer', 'versicherungskammer', 2)).toBe(2 * TURNED);
  expect(typingErrors('ahronwek', 'ahornwerk', 2)).toBe(TURNED + NEAR);
  expect(typingErrors('ab', 'ba', 2)).toBe(TURNED);
  expect(typingErrors('ahronwrekbua', 'ahornwerkbau', 2)).toBe(Infinity);
});

test('what is typed for what is meant weighs the same the other way round', () => {
  const texts = fc.stringMatching(/^[a-d019-]{0,10}$/);
  fc.assert(fc.property(texts, texts, fc.constantFrom(0, 1, 2), (one, other, slips) => {
    expect(typingErrors(one, other, slips)).toBe(typingErrors(other, one, slips));
    expect(typingErrors(one, one, slips)).toBe(0);
    // More slips allowed never make two names less alike.
    expect(typingErrors(one, other, slips + 1)).toBeLessThanOrEqual(typingErrors(one, other, slips));
  }));
});

/** Keys of both keyboards as they lie: each row half a key to the right of the one above. */
const keys = ['1234567890 qwertzuiop asdfghjkl- yxcvbnm', '1234567890 qwertyuiop asdfghjkl- zxcvbnm'].map((rows) =>
  new Map(rows.split(' ').flatMap((row, y) => [...row].map((key, x) => [key, { x: x + y / 2, y }] as const))));
const touch = (one: string, other: string): boolean => keys.some((at) => {
  const [a, b] = [at.get(one), at.get(other)];
  return a !== undefined && b !== undefined && Math.abs(a.x - b.x) === (a.y === b.y ? 1 : 0.5) && Math.abs(a.y - b.y) <= 1;
});
const alike = new Set(['il', '1i', 'uv', 'gq', 'yz', 'vy', '5s', '6b', '8b', '2z', '9g', '0o', '1l'].flatMap((pair) => [pair, [...pair].reverse().join('')]));
const isDigit = (key: string): boolean => /[0-9]/.test(key);

/** Every way to read the slips, without a thought for time. */
function slowly(typed: string, meant: string, slips: number): number {
  if (typed === meant) return 0;
  if (slips === 0) return Infinity;
  const [a = '', b = ''] = [typed[0], meant[0]];
  // What both begin with was typed as it was meant.
  if (a === b) return slowly(typed.slice(1), meant.slice(1), slips);
  const ways = [Infinity];
  if (a !== '' && b !== '' && !(isDigit(a) && isDigit(b))) ways.push((alike.has(a + b) || touch(a, b) ? NEAR : OTHER) + slowly(typed.slice(1), meant.slice(1), slips - 1));
  if (typed.length > 1 && meant.length > 1 && a === meant[1] && typed[1] === b && !(isDigit(a) && isDigit(b))) ways.push(TURNED + slowly(typed.slice(2), meant.slice(2), slips - 1));
  return Math.min(...ways);
}

/** Two of them on no keyboard here. */
const ALL = '1234567890qwertzuiopasdfghjkl-yxcvbnm_ä';

test('a key for another is the likelier the nearer they lie, or the more alike they look', () => {
  for (const one of ALL) for (const other of ALL) expect([one, other, typingErrors(one, other, 1)]).toEqual([one, other, slowly(one, other, 1)]);
});

test('of texts of one length, slip by slip, the likeliest reading counts', () => {
  const text = fc.stringMatching(/^[asqw1b]{0,6}$/);
  fc.assert(fc.property(text, fc.array(fc.tuple(fc.nat(5), fc.constantFrom(...'asqw1b')), { maxLength: 2 }), fc.constantFrom(1, 2), (meant, slips, allowed) => {
    let typed = meant;
    for (const [at, key] of slips) if (at < typed.length) typed = typed.slice(0, at) + key + typed.slice(at + 1);
    // A letter too many here and too few there may be likelier than two for two; never less likely.
    expect(typingErrors(typed, meant, allowed)).toBeLessThanOrEqual(slowly(typed, meant, allowed));
    if (allowed === 1) expect(typingErrors(typed, meant, 1)).toBe(slowly(typed, meant, 1));
  }), { numRuns: 2000 });
});

test.each([
  ['hammmer', 'hammer', TURNED], ['hamer', 'hammer', TURNED], ['hammerr', 'hammer', TURNED], ['hhammer', 'hammer', TURNED],
  ['hxammer', 'hammer', NEAR], ['hammerx', 'hammer', NEAR], ['xhammer', 'hammer', NEAR], ['ammer', 'hammer', NEAR], ['hamme', 'hammer', NEAR],
  ['0hammer', 'hammer', NUMBER], ['hammer9', 'hammer', NUMBER], ['ham5mer', 'hammer', NUMBER],
])('%s for %s is one letter too many or too few', (typed, meant, weight) => {
  expect([typingErrors(typed, meant, 1), typingErrors(meant, typed, 1)]).toEqual([weight, weight]);
});

test('two letters too many take two slips, and neither is turned into more', () => {
  expect(typingErrors('hamxxmer', 'hammer', 1)).toBe(Infinity);
  expect(typingErrors('hamxymer', 'hammer', 2)).toBe(2 * NEAR);
  expect(typingErrors('h', 'hammer', 2)).toBe(Infinity);
  expect(typingErrors('', 'ab', 2)).toBe(2 * NEAR);
  expect(typingErrors('ba', 'ab', 1)).toBe(TURNED);
  expect(typingErrors('a', 'ab', 1)).toBe(NEAR);
  // Only one of them stands where the other should.
  expect(typingErrors('ac', 'ba', 1)).toBe(Infinity);
  expect(typingErrors('ca', 'ab', 1)).toBe(Infinity);
});
