import type { Person } from '../../src/core/draft';
import { headingAt } from '../../src/core/quoted-heading';

/*
 * Where a heading begins and ends, line by line. What the headings of many programs look like as a
 * whole is told in writing.test.ts.
 */

const person = (text: string): Person => {
  const named = /^(.*) <(.*)>$/.exec(text);
  return named ? { name: named[1] as string, address: named[2] as string } : text.includes('@') ? { name: '', address: text } : { name: text, address: '' };
};

interface Expected {
  readonly end: number;
  readonly from?: string;
  readonly to?: readonly string[];
  readonly cc?: readonly string[];
  readonly prefixes?: true;
}

/** `end` alone: a line that stands in place of a heading. */
const made = ({ end, from, to = [], cc = [], prefixes }: Expected) =>
  ({ end, heading: from === undefined ? null : { from: person(from), to: to.map(person), cc: cc.map(person) }, prefixes: prefixes === true });

const ANNA = 'From: Anna Oak <anna@oak.example>';
const anna = 'Anna Oak <anna@oak.example>';
const RULER = '_'.repeat(32);
const MARKER = '-----Original Message-----';
const wide = (length: number) => `${'-'.repeat(Math.floor((length - 16) / 2))}Original Message${'-'.repeat(Math.ceil((length - 16) / 2))}`;

test.each<[string, readonly string[], Expected | null]>([
  // A block of labels.
  ['a block ends behind its last label', [ANNA, 'Sent: Monday', 'To: ben@elm.example', 'Subject: x', 'Hi'], { end: 4, from: anna, to: ['ben@elm.example'] }],
  ['no block begins with a line that has no label', ['Hi', ANNA, 'Sent: Monday', 'Subject: x'], null],
  ['a blank line ends it', [ANNA, 'Sent: Monday', 'Subject: x', '', 'To: late@fir.example'], { end: 3, from: anna }],
  ['so does one of blanks', [ANNA, 'Sent: Monday', 'Subject: x', '  ', 'To: late@fir.example'], { end: 3, from: anna }],
  ['lines of blanks between all labels do not', [ANNA, ' ', 'Sent: Monday', '  ', 'Subject: x'], { end: 5, from: anna }],
  ['blank lines between all labels do not, but one in front of text does', [ANNA, '', 'Sent: Monday', '', 'Hi', 'To: late@fir.example'], { end: 3, from: anna }],
  ['a label that comes again begins another block', [ANNA, 'Sent: Monday', 'Subject: x', 'From: Ben <ben@elm.example>', 'Sent: Sunday'], { end: 3, from: anna }],
  ['of two labels that mean one thing the first counts', [ANNA, 'Sent: Monday', 'Cc: ben@elm.example', 'Kopie: cem@ash.example', 'Subject: x'], { end: 5, from: anna, cc: ['ben@elm.example'] }],
  ['a value goes on in the next line', ['Von: Anna', '   Oak <anna@oak.example>', 'Gesendet: Montag', 'An: ben@elm.example;', 'cem@ash.example', 'Betreff: x'], { end: 6, from: anna, to: ['ben@elm.example', 'cem@ash.example'] }],
  ['one line that goes on is no gap', [ANNA, 'Sent: Monday', 'To: ben@elm.example;', 'cem@ash.example', 'Subject: x'], { end: 5, from: anna, to: ['ben@elm.example', 'cem@ash.example'] }],
  ['what follows the last value is text', [ANNA, 'Sent: Monday', 'Subject: x', 'To: ben@elm.example', 'Hi; cem@ash.example wrote'], { end: 4, from: anna, to: ['ben@elm.example'] }],
  ['a sender over more lines than programs need is cut off', ['From: Anna', 'b', 'c', 'd', 'e', 'anna@oak.example', 'Sent: Monday', 'Subject: x'], { end: 8, from: 'Anna b c d' }],
  ['enclosures are the sender’s own last line', ['Anlagen: 2', ANNA, 'Sent: Monday', 'Subject: x'], null],
  ['a label and a gap in front of a block are, too', ['Datum: 3. Mai', '', ANNA, 'Sent: Monday', 'Subject: x'], null],
  ['a sender who is nobody', ['From:    ', 'Sent: Monday', 'Subject: x'], null],

  // What a message has, and a journey has not.
  ['a sender and copies', ['From: anna@oak.example', 'Cc: ben@elm.example'], null],
  ['a sender and a subject', ['From: Anna', 'Subject: x'], null],
  ['a journey', ['From: Berlin', 'To: Hamburg', 'Date: Monday'], null],
  ['a journey of somebody’s account', ['From: @oak', 'To: Hamburg', 'Date: Monday'], null],
  ['a sender and when it was sent', ['From: Anna', 'Sent: Monday'], { end: 2, from: 'Anna' }],
  ['a sender and when it was sent, German', ['Von: Anna', 'Gesendet: Montag'], { end: 2, from: 'Anna' }],
  ['a sender and when it was sent, German, at length', ['Von: Anna', 'Gesendet am: Montag'], { end: 2, from: 'Anna' }],
  ['an address and a date', ['From: anna@oak.example', 'Date: Monday'], { end: 2, from: 'anna@oak.example' }],
  ['a sender, a subject and recipients', ['From: Anna', 'Subject: x', 'To: Ben'], { end: 3, from: 'Anna', to: ['Ben'] }],
  ['a sender, a subject and a date', ['From: Anna', 'Subject: x', 'Date: Monday'], { end: 3, from: 'Anna' }],

  // Markers and rulers.
  ['a marker with its block', [MARKER, ANNA, 'Sent: Monday', 'Subject: x'], { end: 4, from: anna }],
  ['a marker alone', [MARKER], { end: 1 }],
  ['a marker above text', [MARKER, 'Hi'], { end: 1 }],
  ['a marker four blank lines above its block', [MARKER, '', ' ', '', '', ANNA, 'Sent: Monday', 'Subject: x'], { end: 8, from: anna }],
  ['a marker five blank lines above a block', [MARKER, '', '', '', '', '', ANNA, 'Sent: Monday', 'Subject: x'], { end: 1 }],
  ['a marker as wide as programs write it', [wide(399)], { end: 1 }],
  ['a marker that is wider', [wide(400)], null],
  ['a ruler alone is the sender’s own', [RULER, 'Hi'], null],
  ['a ruler above labels nobody knows', [RULER, '', '', 'De : Anna', 'Envoyé : lundi', 'Objet : x'], { end: 1 }],
  ['a ruler too far above them', [RULER, '', '', '', 'De : Anna', 'Envoyé : lundi', 'Objet : x'], null],
  ['a ruler above two labels', [RULER, 'De : Anna', 'Envoyé : lundi', 'Bonjour'], null],
  ['a ruler above a table that is set in', [RULER, '  a : 1', '  b : 2', '  c : 3'], null],

  // Words around a name.
  ['an introduction over four lines', ['On 23/11/2026 10:00,', 'Anna Oak', '<anna@oak.example>', 'wrote:'], { end: 4, from: anna, prefixes: true }],
  ['an introduction over five', ['On 23/11/2026 10:00,', 'Anna', 'Oak', '<anna@oak.example>', 'wrote:'], null],
  ['an introduction with a gap', ['On 23/11/2026 10:00, Anna Oak', '  ', 'wrote:'], null],
  ['an introduction with an empty line', ['On 23/11/2026 10:00, Anna Oak', '', 'wrote:'], null],
  ['an introduction that is never finished', ['On 23/11/2026 10:00, Anna Oak', 'Hi'], null],
  ['an introduction as long as programs write it', [`On 23/11/2026 10:00, ${'x'.repeat(399 - 28)} wrote:`], { end: 1, from: 'x'.repeat(399 - 28), prefixes: true }],
  ['an introduction that is longer', [`On 23/11/2026 10:00, ${'x'.repeat(400 - 28)} wrote:`], null],
  ['an introduction that gets longer', ['On 23/11/2026 10:00, Anna', `${'x'.repeat(400 - 7)} wrote:`], null],
  ['an address broken behind its bracket', ['Am 23.11.2026 um 10:00 schrieb Anna Oak <', 'anna@oak.example>:'], { end: 2, from: anna, prefixes: true }],
  ['a sender named first', ['Anna Oak <anna@oak.example> schrieb am 23.11.2026:'], { end: 1, from: anna, prefixes: true }],
  ['an address named first', ['<anna@oak.example> schrieb am 23.11.2026:'], { end: 1, from: 'anna@oak.example', prefixes: true }],
  ['a sender named first, who wrote to somebody', ['Anna Oak <anna@oak.example> wrote to Ben <ben@elm.example>:'], { end: 1, from: anna, prefixes: true }],
  ['a name above an address is a line of its own', ['Anna Oak', '<anna@oak.example> schrieb am 23.11.2026:'], null],
  ['an address and a colon', ['Fragen an <anna@oak.example> stellen:'], null],
  ['a name that ends like a pronoun', ['Am 23.11.2026 um 10:00 schrieb Heinrich:'], { end: 1, from: 'Heinrich', prefixes: true }],
  ['a name that begins like one', ['On 23/11/2026 10:00, Weber wrote:'], { end: 1, from: 'Weber', prefixes: true }],
  ['a pronoun', ['Am 23.11.2026 um 10:00 schrieb er:'], null],
  ['somebody who goes on writing', ['On 23/11/2026 10:00 Anna wrote: see below:'], null],
  ['an appointment', ['Am 23.11.2026 um 10:00 treffen wir uns:'], null],
  ['an address without brackets', ['On 23/11/2026 10:00, anna@oak.example wrote:'], { end: 1, from: 'anna@oak.example', prefixes: true }],
  ['an address with a number in it', ['On 23/11/2026 10:00 an4na@oak.example wrote:'], { end: 1, from: 'an4na@oak.example', prefixes: true }],
])('%s', (_, lines, expected) => {
  expect(headingAt(lines, 0)).toEqual(expected && made(expected));
});

test('a name above an address is no part of its introduction', () => {
  expect(headingAt(['Anna Oak', '<anna@oak.example> schrieb am 23.11.2026:'], 1)).toEqual(made({ end: 2, from: 'anna@oak.example', prefixes: true }));
});

test.each<[string, readonly string[]]>([
  ['ben@elm.example; <>; ; "" ; cem@ash.example', ['ben@elm.example', 'cem@ash.example']],
  ['Müller, Anna', ['Müller, Anna']],
  ['Müller, Anna;', ['Müller, Anna']],
  ['Müller, Anna, Elm, Ben,', ['Müller, Anna', 'Elm, Ben']],
  ['Müller', ['Müller']],
  ['Müller,', ['Müller']],
  ['\'"Anna Oak"\'', ['Anna Oak']],
  ['Anna "5 < 3" Oak; ben@elm.example', ['Anna "5 < 3" Oak', 'ben@elm.example']],
  ['ben@elm.example, cem@ash.example', ['ben@elm.example', 'cem@ash.example']],
  ['"Elm; Ben" <ben@elm.example>; Cem Ash <cem@ash.example>', ['Elm; Ben <ben@elm.example>', 'Cem Ash <cem@ash.example>']],
  ['"Oak, Dr. Anna, MBA" <anna@oak.example>, Ben Elm <ben@elm.example>', ['Oak, Dr. Anna, MBA <anna@oak.example>', 'Ben Elm <ben@elm.example>']],
  ['Team <anna@oak.example; ben@elm.example>; cem@ash.example', ['Team <anna@oak.example>', 'cem@ash.example']],
  ['Anna "5 > 3" Oak <anna@oak.example>; ben@elm.example', ['Anna "5 > 3" Oak <anna@oak.example>', 'ben@elm.example']],
  ['"\'Anna Oak\'" <anna@oak.example>', ['Anna Oak <anna@oak.example>']],
  ['**Anna Oak** <anna@oak.example>', ['Anna Oak <anna@oak.example>']],
  ['Anna <anna@oak.example">; ben@elm.example', ['Anna <anna@oak.example>', 'ben@elm.example']],
  ['Anna Oak (<anna@oak.example>)', ['Anna Oak <anna@oak.example>']],
  ['Anna Oak [mailto:anna@oak.example]', ['Anna Oak <anna@oak.example>']],
  ['Anna @work anna@oak.example', ['Anna @work <anna@oak.example>']],
  ['anna@oak.example.*', ['anna@oak.example']],
  ['x'.repeat(500), ['x'.repeat(400)]],
])('recipients as a heading shows them: %s', (shown, expected) => {
  expect(headingAt([ANNA, 'Sent: Monday', `To: ${shown}`, 'Subject: x'], 0)).toEqual(made({ end: 4, from: anna, to: expected }));
});
