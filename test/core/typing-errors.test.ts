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
