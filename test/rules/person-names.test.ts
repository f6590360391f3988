import fc from 'fast-check';
import { nameKey } from '../../src/rules/person-names';

test.each([
  ['Müller, Anna'], ['Anna Mueller'], ['ANNA MÜLLER'], ['Dr. Anna Müller'], ['Prof. Dr. med. Müller, Anna'], ['Anna M. Müller'], ['  anna   müller '],
  ['Anna Müller (Oak GmbH)'], ['Anna Müller - Vertrieb'], ['Anna Müller | Oak'], ['Müller, Anna [Oak]'], ['Anna Müller via Signaturdienst'], ['Frau Anna Müller'], ['"Anna Müller"'], ['Anna Mu\u0308ller'],
])('%s is Anna Müller', (name) => {
  expect(nameKey(name)).toBe('anna mueller');
});

test.each([
  ['Bär, Jörg', 'baer joerg'], ['Groß, Søren', 'gross soren'], ['José García', 'garcia jose'], ['Łukasz Wójcik', 'lukasz wojcik'], ['Ángela Šimek', 'angela simek'],
])('%s is written as %s where there are no accents', (name, expected) => {
  expect(nameKey(name)).toBe(expected);
});

test.each([['@anna Oak'], ['Anna'], ['Info'], ['anna.mueller@oak.example'], ['anna@oak.example'], [''], ['Dr. Müller'], ['A. M.'], ['Stadtwerke der Stadt Ulm am Donauufer'], ['4711']])('%s is nobody’s first and last name', (name) => {
  expect(nameKey(name)).toBe('');
});

test.each([['Anna Möller'], ['Anne Müller'], ['Anna Muller'], ['Hanna Müller'], ['Anna-Lena Müller']])('%s is somebody else', (name) => {
  expect(nameKey(name)).not.toBe('anna mueller');
});

test('the order and the case of a name’s words make no difference', () => {
  const word = fc.stringMatching(/^[a-zäöüß]{2,8}$/);
  fc.assert(fc.property(word, word, (first, last) => {
    expect(nameKey(`${last}, ${first}`)).toBe(nameKey(`${first} ${last}`));
    expect(nameKey(`${first} ${last}`.toLowerCase())).toBe(nameKey(`${first} ${last}`));
  }));
});

test('a name of 100,000 characters is no trouble', () => {
  for (const piece of ['(', 'a ', ' - ', '@', 'ä']) expect(typeof nameKey(piece.repeat(100_000 / piece.length))).toBe('string');
});
