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

test.each([
  'Liebe Projektbeteiligte,', 'Liebe Sportfreunde,', 'Liebe Genossinnen und Genossen,', 'Liebe Familie,', 'Liebe Familie Oak,', 'Liebes Organisationsteam,', 'Hallo Montagsrunde,', 'Liebe Reisegruppe,', 'Liebe Mitstreiter,', 'Liebe Azubis,', 'Hallo Marketing,', 'Hallo Chef,', 'Liebe Chefin,', 'Hallo Papa,', 'Liebe Oma,',
  'Sehr geehrte Hausverwaltung,', 'Sehr geehrte Geschäftsleitung,', 'Sehr geehrte Anwesende,', 'Sehr geehrte Auszubildende,', 'Sehr geehrte Versicherungsnehmerin,', 'Sehr geehrte Lehrkräfte,', 'Liebe Ehrenamtliche,', 'Liebe Verantwortliche,', 'Liebe Belegschaft,', 'Liebe Gemeinde,', 'Sehr geehrte Vertreterinnen und Vertreter der Presse,', 'Sehr geehrte Frau Bundeskanzlerin,', 'Sehr geehrte Frau Staatssekretärin,', 'Sehr geehrte Steuerberaterin,',
  'Dear Sirs,', 'Dear Sir/Madam,', 'Dear Supplier,', 'Dear Guest,', 'Dear Parents,', 'Dear Council Members,', 'Dear Editor,', 'Dear Reviewer,', 'Dear Authors,', 'Dear Recruiter,', 'Dear Accounts Payable,', 'Dear Valued Customer,', 'Good afternoon Gents,', 'Dear Neighbours,',
])('a greeting of nobody by name: %s', (greeting) => {
  expect(greetedIn(`${greeting}\n\nText`).filter(({ name }) => name !== 'Oak')).toEqual([]);
});

test.each(['Super!', 'Klasse!', 'Sorry!', 'Perfekt, Danke!', 'Prima,', 'Verstanden!', 'Perfect!', 'Done!', 'Understood, Thanks,', 'Great,', 'Noted!', 'Welcome!', 'Update:', 'Nachtrag:', 'Danke und Grüße,'])('a word behind the name is no second name: Hallo Anna, %s', (word) => {
  expect(greetedIn(`Hallo Anna, ${word}\n\nText`).map(({ name }) => name)).toEqual(['Anna']);
});

test.each<[string, string]>([
  ['Geschätzte Frau Keller', 'Keller'], ['Sehr geehrte*r Max Keller,', 'Max Keller'], ['Hoi Jonas', 'Jonas'], ['Salü Jonas', 'Jonas'], ['Tach Jonas,', 'Jonas'], ['Griaß di Toni,', 'Toni'], ['Dear Professor Smith,', 'Smith'],
  ['Sehr geehrter Herr Rechtsanwalt Dr. Huber,', 'Huber'], ['Sehr geehrte Frau Kollegin Huber,', 'Huber'], ['Sehr geehrte Frau Präsidentin Huber,', 'Huber'], ['Sehr geehrter Herr Kommerzialrat Ing. Huber,', 'Huber'],
])('a greeting as it is written in Switzerland, Austria or an office: %s', (greeting, name) => {
  expect(greetedIn(`${greeting}\n\nText`).map((each) => each.name)).toEqual([name]);
});

test.each([
  ['Uschi', 'Ursula'], ['Conny', 'Kornelia'], ['Jochen', 'Joachim'], ['Klaus', 'Nikolaus'], ['Claus', 'Klaus'], ['Schorsch', 'Georg'], ['Wastl', 'Sebastian'], ['Poldi', 'Leopold'], ['Mike', 'Michael'], ['Molly', 'Mary'], ['Geoff', 'Jeffrey'], ['Sandy', 'Alexander'], ['Xandi', 'Alexandra'], ['Lexi', 'Alexandra'], ['Libby', 'Elizabeth'],
])('a nickname is its bearer: %s for %s', (nick, name) => {
  expect(isStranger(`Hallo ${nick},`, `${name} Fir`, `${name.toLowerCase()}.fir@fir.example`)).toBe(false);
});

const front = (length: number): string => `Hallo Anna, ${'x'.repeat(length - 12)}`;

test.each<[string, readonly string[]]>([
  // Where a greeting stands.
  ['  \n\n \n\n\n  Hallo Anna,', ['Anna']],
  ['Guten Tag,\nHallo Anna,', ['Anna']],
  ['Hallo Anna,\nHallo Ben,\nwie besprochen\nHallo Cem,', ['Anna', 'Ben']],
  ['wie besprochen\nHallo Anna,', ['Anna']],
  ['wie besprochen', []],
  ['eins\nzwei\ndrei\nvier\nHallo Anna,', []],
  [front(200), ['Anna']],
  [front(201), []],
  // Where a name ends.
  ['Hallo Anna Oak – schön', ['Anna Oak']],
  ['Hallo Anna Oak - schön', ['Anna Oak']],
  ['Hallo Anna Oak -', ['Anna Oak']],
  ['Hallo Anna Oak: schön', ['Anna Oak']],
  ['Hallo Anna Oak! schön', ['Anna Oak']],
  ['Hallo Anna Oak. schön', ['Anna Oak']],
  ['Hallo Anna Oak; schön', ['Anna Oak']],
  ['Hallo Anna Oak,schön', ['Anna Oak']],
  ['Hallo Anna Oak-Elm, schön', ['Anna Oak-Elm']],
  ['Hallo Anna Oak schreibt', ['Anna']],
  ['Sehr geehrte Frau Anna Oak schreibt', ['Anna Oak']],
  ['Hallo Anna B2B Oak', ['Anna']],
  ['Hallo Anna 2B Oak', ['Anna']],
  ['Hallo B Oak', ['Oak']],
  // Who else is greeted.
  ['Hallo Anna!  Ben,', ['Anna', 'Ben']],
  ['Hi Ben, Cem,', ['Ben', 'Cem']],
  ['Hi Ben, Cem und Dora', ['Ben', 'Cem', 'Dora']],
  ['Hi Ben, Cem has called', ['Ben']],
  ['Hi Ben, Monday works', ['Ben']],
  ['Hi Ben, danke, Dora,', ['Ben']],
  ['Hi Ben, Kolleginnen, Dora,', ['Ben', 'Dora']],
  // Who is nobody by name.
  ['Hallo alle', []],
  ['Liebes Oak Team', []],
  ['liebe Kolleginnen und Kollegen', []],
  ['Hallo von Anna', []],
  ['Hallo iPhone', []],
  ['Hallo É', []],
  // Particles and titles.
  ['Hallo Anna van Oak', ['Anna Oak']],
  ['Sehr geehrte Frau von der Heide', ['Heide']],
  ['Liebe Anna Graf,', ['Anna']],
])('%j greets %j', (text, names) => {
  expect(greetedIn(text).map(({ name }) => name)).toStrictEqual(names);
});

test.each<[string, boolean]>([['Hallo Anna', false], ['Liebe Anna Graf,', false], ['Dear Dr. Oak,', true], ['Sehr geehrte Frau Oak,', true], ['Hallo Frau Oak,\n', true]])('%j speaks of a family name: %s', (text, formal) => {
  expect(greetedIn(text).map((each) => each.formal)).toEqual([formal]);
});

test.each([['Anna Oak GmbH', 'anna.oak@oak.example'], ['Anna Oak', 'info@oak.example'], ['anna.oak@oak.example', 'ao@birke.example'], ['Oak', 'oak@oak.example'], ['A B', 'x@oak.example'], ['', 'Anna Oak']])('nobody can say what %j <%s> is called', (name, address) => {
  expect(calledOf(somebody(name, address))).toBeNull();
});

test('nobody can say what a list is called', () => {
  expect(calledOf({ ...somebody('Anna Oak', 'anna.oak@oak.example'), list: true })).toBeNull();
});

test.each<[string, string, string, boolean]>([
  // What people call each other for short.
  ['Hallo Sebbo,', 'Sebastian Oak', 'x@oak.example', false],
  ['Hallo Jo,', 'Johanna Oak', 'x@oak.example', false],
  ['Hallo Ju,', 'Johanna Oak', 'x@oak.example', true],
  ['Hallo Uli,', 'Ulrich Oak', 'x@oak.example', false],
  ['Hallo Ulie,', 'Ulrich Oak', 'x@oak.example', false],
  ['Hallo Ule,', 'Ulrich Oak', 'x@oak.example', true],
  ['Hallo Ulina,', 'Ulrich Oak', 'x@oak.example', true],
  ['Hallo Ulysay,', 'Ulrich Oak', 'x@oak.example', false],
  ['Hallo Ulyssey,', 'Ulrich Oak', 'x@oak.example', true],
  ['Hallo Lena,', 'Magdalena Oak', 'x@oak.example', false],
  ['Hallo Ena,', 'Magdalena Oak', 'x@oak.example', true],
  ['Hallo Tom,', 'Thomas Oak', 'x@oak.example', false],
  ['Hallo Thomas,', 'Tom Oak', 'x@oak.example', false],
  ['Hallo Bob,', 'Thomas Oak', 'x@oak.example', true],
  ['Sehr geehrte Frau Lena,', 'Magdalena Oak', 'x@oak.example', true],
  // Double names, names in addresses, other letters.
  ['Sehr geehrte Frau Oak-Elm,', 'Anna Oak', 'x@ash.example', false],
  ['Sehr geehrte Frau Birke,', 'Anna Oak', 'birkea@ash.example', false],
  ['Sehr geehrte Frau Elm,', 'Anna Oak', 'elmanna@ash.example', true],
  ['Hallo Łukasz,', 'Lukasz Oak', 'x@oak.example', false],
  ['Sehr geehrte Frau Sæther,', 'Anna Sather', 'x@oak.example', false],
  ['Sehr geehrte Frau O’Neill,', 'Anna ONeill', 'x@oak.example', false],
])('%j to %j <%s>: a stranger? %s', (greeting, name, address, expected) => {
  expect(isStranger(greeting, name, address)).toBe(expected);
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
