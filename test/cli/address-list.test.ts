import fc from 'fast-check';
import { addressParser } from 'postal-mime';
import { addressKey, parseAddress } from '../../src/core/address';
import { readAddressList } from '../../src/cli/address-list';
import { growthOf, TOO_MUCH } from '../core/growth';

// Generous, because slow machines run several of these at once.
jest.setTimeout(60_000);

const local = fc.stringMatching(/^[a-z][a-z0-9.+_-]{0,8}[a-z0-9]$/).filter((text) => !text.includes('..'));
const address = fc.tuple(local, fc.constantFrom('oak.example', 'elm.example', 'müller.example')).map(([name, domain]) => `${name}@${domain}`);
const quotedAddress = fc.stringMatching(/^[ a-z,;:<>@()]{1,10}$/).map((text) => `"${text}"@ash.example`);
const name = fc.constantFrom('', 'Anna', 'Anna Ahorn', 'Müller, Anna', 'Dr. "A" <Anna>', 'a\\b', 'ben@elm.example');

const written = fc.record({ address: fc.oneof(address, quotedAddress), name, comment: fc.constantFrom('', ' (home, or not)', ' (a (b))') });

test('a list written by the book is read as it was meant', () => {
  fc.assert(fc.property(fc.array(written, { maxLength: 12 }), fc.constantFrom(', ', ',', ';', ',\t '), (people, separator) => {
    const header = people.map(({ address: text, name: called, comment }) =>
      (called === '' ? text : `"${called.replace(/["\\]/g, '\\$&')}" <${text}>`) + comment).join(separator);
    const expected = people.map(({ address: text, name: called, comment }) =>
      ({ address: text, name: called || comment.trim().replace(/^\(|\)$/g, '') }));
    expect(readAddressList(header)).toEqual(expected);
  }), { numRuns: 500 });
});

test('whom postal-mime finds in ordinary lists is found here, too', () => {
  const ordinary = fc.array(fc.tuple(address, fc.constantFrom('', 'Anna', 'Anna Ahorn')), { maxLength: 8 });
  fc.assert(fc.property(ordinary, (people) => {
    const header = people.map(([text, called]) => (called === '' ? text : `${called} <${text}>`)).join(', ');
    const theirs = addressParser(header, { flatten: true }).map((person) => ({ address: person.address ?? '', name: person.name }));
    expect(readAddressList(header)).toEqual(theirs);
  }));
});

test('however a list is mangled, nobody disappears without a trace', () => {
  const people = Array.from({ length: 30 }, (_, index) => `person${index}@firm${index}.example`);
  const mess = fc.array(fc.oneof(fc.constantFrom(',', ';', '<', '>', '"', ' ', '\\', 'Anna', "'", '@', '[', ']'), fc.constant('address')), { maxLength: 30 });
  fc.assert(fc.property(mess, (pieces) => {
    let used = 0;
    const header = pieces.map((piece) => (piece === 'address' ? ` ${people[used++]} ` : piece)).join('');
    const read = readAddressList(header);
    for (const person of people.slice(0, used)) {
      expect(read.some((one) => one.address.includes(person) || one.name.includes(person))).toBe(true);
    }
  }), { numRuns: 2000 });
});

test('whatever is read can be asked for its address', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (header) => {
    for (const person of readAddressList(header)) {
      expect(typeof addressKey(person.address)).toBe('string');
      expect(typeof parseAddress(person.address).usable).toBe('boolean');
    }
  }), { numRuns: 1000 });
});

test.each([
  ['quotes', '"'], ['comments', '('], ['brackets', '<'], ['quotes in brackets', '<"'], ['escapes', '"\\'], ['literals', '@['],
  ['commas', ','], ['colons', 'a:'], ['at signs', '@'], ['single quotes', "'"], ['spaces', ' '], ['open pairs', '<"a'], ['closed pairs', '<a>"b"(c)'],
])('a megabyte of %s is read in time that grows with its length, not its square', (_, piece) => {
  expect(growthOf(readAddressList, piece)).toBeLessThan(TOO_MUCH);
  const header = piece.repeat(Math.ceil(1_000_000 / piece.length));
  expect(() => readAddressList(`${header} anna@oak.example`)).not.toThrow();
});
