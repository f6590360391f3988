import fc from 'fast-check';
import { peopleMatching } from '../../src/playground/people';
import { isInsideQuotes, piecesOf } from '../../src/playground/typed-text';

describe('what is typed into a recipient field', () => {
  test.each<[string, readonly (readonly [string, string])[]]>([
    ['anna@oak.example', [['', 'anna@oak.example']]],
    [' anna@oak.example ; ben@elm.example, cem@ash.example\n', [['', 'anna@oak.example'], ['', 'ben@elm.example'], ['', 'cem@ash.example']]],
    ['Anna Oak <anna@oak.example>', [['Anna Oak', 'anna@oak.example']]],
    ['<anna@oak.example>', [['', 'anna@oak.example']]],
    ['"Oak, Anna" <anna@oak.example>; Ben', [['Oak, Anna', 'anna@oak.example'], ['', 'Ben']]],
    ['"Anna \\"Ann\\" Oak" <anna@oak.example>', [['Anna "Ann" Oak', 'anna@oak.example']]],
    ['Anna Oak\tBen Elm\r\nCem Ash', [['', 'Anna Oak'], ['', 'Ben Elm'], ['', 'Cem Ash']]],
    ['mailto:anna@oak.example', [['', 'anna@oak.example']]],
    ['Anna <>', [['', 'Anna <>']]],
    [' ,; \n', []],
  ])('%j is taken apart', (typed, expected) => {
    expect(piecesOf(typed).map(({ name, text }) => [name, text])).toEqual(expected);
  });

  test('an unfinished quote keeps the separator from ending the name', () => {
    expect(isInsideQuotes('"Oak')).toBe(true);
    expect(isInsideQuotes('"Oak, Anna" <')).toBe(false);
  });

  test('addresses joined by any separators come out as they went in', () => {
    const address = fc.emailAddress().filter((each) => !/[",;<>\s]/.test(each));
    const separator = fc.constantFrom(',', ';', '\n', '\t', '; ', ' ,\r\n');
    fc.assert(fc.property(fc.array(fc.tuple(address, separator)), (parts) => {
      expect(piecesOf(parts.map(([each, gap]) => each + gap).join('')).map(({ text }) => text)).toEqual(parts.map(([each]) => each));
    }));
  });
});

describe('suggestions', () => {
  const known = [{ name: 'Anna Eichner', address: 'anna@oak.example' }, { name: 'Ben Ulmer', address: 'ben@elm.example' }, { name: 'Cem Aydın', address: 'cem@ash.example' }];

  test.each([
    ['a', ['anna@oak.example', 'cem@ash.example']],
    ['ulm', ['ben@elm.example']],
    ['ELM', ['ben@elm.example']],
    ['anna e', ['anna@oak.example']],
    ['nna', []],
    ['', []],
  ])('%j finds people by the beginning of a word', (typed, addresses) => {
    expect(peopleMatching(known, typed, []).map(({ address }) => address)).toEqual(addresses);
  });

  test('whoever is in the field already is not offered again, in whatever spelling', () => {
    expect(peopleMatching(known, 'anna', ['Anna@OAK.example.'])).toEqual([]);
  });
});
