import { listed, quoted, shortened } from '../../src/rules/listing';

test.each([
  ['an address behind letters of no width', `${'\u200b'.repeat(60)}anna@elm.example`, 'anna@elm.example'],
  ['an address that reads backwards', '\u202eelpmaxe.mle@anna', 'elpmaxe.mle@anna'],
  ['a name on several lines', ' Anna\r\n\tBerg ', 'Anna Berg'],
  ['control characters between words', 'Anna\u0000\u009fBerg', 'Anna Berg'],
])('%s is shown as what it is, however little room there is', (_what, given, expected) => {
  expect(shortened(given)).toBe(expected);
});

test('a name that is too long is cut behind a whole character, and what nobody sees takes no room', () => {
  expect(shortened(`\u202a${'a'.repeat(38)}😀b`)).toBe(`${'a'.repeat(38)}…`);
  expect(shortened(`\u202a${'a'.repeat(40)}`)).toBe('a'.repeat(40));
});

test('a name cannot turn round what stands beside it', () => {
  expect(quoted('Anna\u202e', 'de')).toBe('„Anna“');
  expect(listed(['a\u202e.example', 'b.example'], 'en')).toBe('a.example and b.example');
});
