import { CONFUSABLES } from '../../src/reference/confusables/data';
import { readAsLatin } from '../../src/reference/confusables/latin';

test.each([
  ['оаk', 'oak', 'Cyrillic'],
  ['ραγ', 'pay', 'Greek'],
  ['օգս', 'oqu', 'Armenian'],
  ['ɑᴡ', 'aw', 'Latin letters of phonetics'],
  ['вкмнт', 'bkmht', 'Cyrillic letters like small capitals'],
  ['müller', 'muller', 'umlauts'],
  ['ạ̈çñ', 'acn', 'accents, one upon the other'],
  ['øłđ', 'old', 'strokes'],
  ['straße', 'strasse', 'ß'],
  ['œuvre', 'oeuvre', 'ligatures'],
  ['oak-2026', 'oak-2026', 'nothing foreign'],
  ['例え', '例え', 'letters that resemble no Latin ones'],
  ['😀', '😀', 'characters beyond the first 65,536'],
])('%s is read as %s: %s', (text, expected) => {
  expect(readAsLatin(text)).toBe(expected);
});

test('the list says what looks like which letters, each character once and none of them ASCII', () => {
  const groups = CONFUSABLES.split('|').map((group) => group.split(' ') as [string, string]);
  for (const [latin, characters] of groups) {
    expect(latin).toMatch(/^[a-z0-9]{1,2}$/);
    expect(characters).toMatch(/^[^\u0000-\u007f]+$/);
    // In domains there are no capitals, and nothing that folding would change.
    expect(characters.normalize('NFKC').toLowerCase()).toBe(characters);
  }
  const all = groups.flatMap(([, characters]) => [...characters]);
  expect(new Set(all).size).toBe(all.length);
  expect(groups.map(([latin]) => latin)).toEqual(expect.arrayContaining('abcdefghijklmnopqrstuvwxyz'.split('').filter((letter) => letter !== 'm')));
});
