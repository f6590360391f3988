import { fingerprint, identityOf, markOf } from '../../src/core/identity';

test('one person is one, however the address is written; contact groups are told apart by their names', () => {
  const one = (address: string, name = '') => identityOf({ address, name });
  expect(one(' Anna@Oak.example', 'Anna')).toBe(one('anna@oak.example', 'A. Oak'));
  expect(one('anna@oak.example')).not.toBe(one('ben@oak.example'));
  expect(one('', 'Beirat')).not.toBe(one('', 'Stammkunden'));
  expect(one('', 'Beirat')).not.toBe(one('Beirat', ''));
});

test('a mark is eight hexadecimal digits of the person', () => {
  expect(markOf({ address: 'Anna@oak.example', name: 'Anna' })).toBe(markOf({ address: 'anna@oak.example', name: '' }));
  expect(markOf({ address: 'anna@oak.example', name: '' })).not.toBe(markOf({ address: 'ben@oak.example', name: '' }));
  for (const address of ['anna@oak.example', 'ben@elm.example', 'cem@ash.example', '']) expect(markOf({ address, name: '' })).toMatch(/^[0-9a-f]{8}$/);
});

test.each([
  // By the published test vectors of FNV-1a, 32 bits.
  ['', '811c9dc5'],
  ['a', 'e40c292c'],
  ['b', 'e70c2de5'],
  ['foobar', 'bf9cf968'],
])('of %j the first half of a fingerprint is %s', (text, half) => {
  expect(fingerprint(text)).toMatch(new RegExp(`^${half}[0-9a-f]{8}$`));
  expect(fingerprint(text).slice(8)).not.toBe(half);
});
