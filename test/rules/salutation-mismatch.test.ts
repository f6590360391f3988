import fc from 'fast-check';
import type { Participant } from '../../src/core/rule';
import { parseAddress } from '../../src/core/address';
import { greetedIn } from '../../src/rules/salutation-mismatch/greeting';
import { calledOf, mayMean } from '../../src/rules/salutation-mismatch/naming';
import { growthOf, TOO_MUCH } from '../core/growth';

function somebody(name: string, address: string): Participant {
  const parsed = parseAddress(address);
  return { name, address, field: 'to', parsed, key: address, standing: 'external', organisation: '' };
}

function isStranger(greeting: string, name: string, address: string): boolean {
  const called = calledOf(somebody(name, address));
  return called !== null && greetedIn(greeting).some((each) => !mayMean(each, called));
}

const firsts = ['Anna', 'Jürgen', 'Özlem', 'José', 'Zoë', 'Łukasz', 'Anne-Marie', 'Søren', 'Ute', 'Bo'];
const lasts = ['Oak', 'Müller', 'Großmann', 'Mueller', 'von der Heide', 'Müller-Lüdenscheidt', 'O’Neill', 'Yıldız', 'Graf', 'Kunde', 'Richter'];
const salutes: readonly ((first: string, last: string) => string)[] = [
  (_, last) => `Sehr geehrte Frau ${last},`, (_, last) => `Sehr geehrter Herr Dr. ${last},`, (first) => `Liebe ${first},`, (first) => `Hallo ${first}, anbei`, (first, last) => `Guten Tag ${first} ${last},`,
  (_, last) => `Dear Mr ${last},`, (first) => `Hi ${first}`, (first, last) => `Dear ${first} ${last},`, (_, last) => `Sehr geehrte Frau Prof. Dr. med. ${last}!`,
];

function ascii(text: string): string {
  return text.toLowerCase().replace(/ä/g, 'ae').replace(/ö/g, 'oe').replace(/ü/g, 'ue').replace(/ß/g, 'ss').replace(/ł/g, 'l').replace(/ø/g, 'o').replace(/ı/g, 'i').normalize('NFD').replace(/[^a-z]/g, '');
}

test('whoever is greeted by their own name is never a stranger, however name and address are written', () => {
  for (const first of firsts) for (const last of lasts) for (const salute of salutes) {
    const address = `${ascii(first)}.${ascii(last)}@oak.example`;
    for (const name of [`${first} ${last}`, `${last}, ${first}`, '', `Dr. ${first} ${last} (Einkauf)`, `${first} ${last}`.toUpperCase()]) {
      const greeting = salute(first, last);
      expect({ greeting, name, address, stranger: isStranger(greeting, name, address) }).toEqual({ greeting, name, address, stranger: false });
    }
  }
});

test('whoever is greeted by another family name is one', () => {
  for (const last of ['Fir', 'Elm', 'Schön', 'Özdemir', 'Weiß']) expect(isStranger(`Sehr geehrte Frau ${last},`, 'Anna Oak', 'anna.oak@oak.example')).toBe(true);
});

test('whatever a text begins with, it is read without an error', () => {
  const words = ['Hallo', 'Liebe', 'Sehr geehrte', 'Frau', 'Herr', 'Dr.', 'Anna', 'und', ',', '!', ':', '–', 'Team', 'A.', 'von', '\n', 'Kolleginnen', '😀', '-', '.'];
  fc.assert(fc.property(fc.oneof(fc.array(fc.constantFrom(...words)).map((each) => each.join(' ')), fc.string({ unit: 'binary' })), (text) => {
    for (const { name, word } of greetedIn(text)) expect(name.endsWith(word)).toBe(true);
  }));
});

test.each(['Hallo ', 'Hallo Anna, ', 'Frau ', 'A. ', '-', ' ', '\n', 'a', 'liebe '])('a long text of %j takes time in proportion to its length', (unit) => {
  expect(growthOf((text) => { greetedIn(text); calledOf(somebody(text, 'anna@oak.example')); }, unit)).toBeLessThan(TOO_MUCH);
});
