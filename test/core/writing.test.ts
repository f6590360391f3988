import fc from 'fast-check';
import type { Person } from '../../src/core/draft';
import { readWriting, splitBehindWritten } from '../../src/core/writing';
import { growthOf, TOO_MUCH } from './growth';

const anna: Person = { address: 'anna@oak.example', name: 'Anna Oak' };
const mueller: Person = { address: 'anna.mueller@oak.example', name: 'Müller, Anna' };
const ben: Person = { address: 'ben@elm.example', name: 'Ben Elm' };
const named = (name: string): Person => ({ address: '', name });

function lines(...each: readonly string[]): string {
  return each.join('\n');
}

/** The ones whose program puts `>` before what it quotes end with such a line, so what follows is an answer. */
const headings: readonly (readonly [string, string, Person | null, readonly Person[], readonly Person[]])[] = [
  ['Outlook, German', lines('Von: Anna Oak <anna@oak.example>', 'Gesendet: Montag, 23. November 2026 10:00', 'An: Mara Own <mara@own.example>; Ben Elm <ben@elm.example>', 'Cc: Müller, Anna <anna.mueller@oak.example>', 'Betreff: Termin', '', 'Hallo Mara'), anna, [{ address: 'mara@own.example', name: 'Mara Own' }, ben], [mueller]],
  ['Outlook, English', lines('From: Anna Oak <anna@oak.example> ', 'Sent: Monday, November 23, 2026 10:00 AM', 'To: Ben Elm <ben@elm.example>', 'Subject: Meeting', '', 'Hi'), anna, [ben], []],
  ['Outlook with a ruler', lines('________________________________', 'From: Anna Oak <anna@oak.example>', 'Sent: Monday, November 23, 2026 10:00 AM', 'To: Ben Elm <ben@elm.example>', 'Subject: Meeting', '', 'Hi'), anna, [ben], []],
  ['Outlook with a ruler and a blank line', lines('________________________________', '', 'Von: Anna Oak <anna@oak.example>', 'Gesendet: Montag', 'Betreff: Termin', '', 'Hi'), anna, [], []],
  ['Outlook as it shows colleagues, by name', lines('Von: Oak, Anna', 'Gesendet: Montag, 23. November 2026 10:00', 'An: Müller, Anna; Ben Elm <ben@elm.example>', 'Betreff: Termin', '', 'Hi'), named('Oak, Anna'), [named('Müller, Anna'), ben], []],
  ['Outlook, older, with mailto in brackets', lines('-----Ursprüngliche Nachricht-----', 'Von: Anna Oak [mailto:anna@oak.example] ', 'Gesendet: Montag, 23. November 2026 10:00', 'An: Ben Elm', 'Betreff: Termin', '', 'Hi'), anna, [named('Ben Elm')], []],
  ['Outlook that writes every address twice', lines('From: Anna Oak <anna@oak.example<mailto:anna@oak.example>>', 'Sent: Monday', 'To: ben@elm.example<mailto:ben@elm.example>', 'Subject: x', ''), anna, [{ ...ben, name: '' }], []],
  ['Original Message', lines('-----Original Message-----', 'From: Anna Oak <anna@oak.example>', 'Sent: Monday', 'To: \'Ben Elm\' <ben@elm.example>', 'Subject: x', '', 'Hi'), anna, [ben], []],
  ['a list of recipients over several lines', lines('Von: Anna Oak <anna@oak.example>', 'Gesendet: Montag, 23. November 2026 10:00', 'An: Mara Own <mara@own.example>; Ben', 'Elm <ben@elm.example>;', ' Müller, Anna', '<anna.mueller@oak.example>', 'Betreff: Ein langer Betreff, der', 'umbrochen wurde', '', 'Hi'), anna, [{ address: 'mara@own.example', name: 'Mara Own' }, ben, mueller], []],
  ['a blank line between all lines of the heading', lines('Von: Anna Oak <anna@oak.example>', '', 'Gesendet: Montag', '', 'An: Ben Elm <ben@elm.example>', '', 'Betreff: Termin', '', 'Hi'), anna, [ben], []],
  ['bold labels', lines('*Von:* Anna Oak <anna@oak.example>', '*Gesendet:* Montag', '*An:* Ben Elm <ben@elm.example>', '*Betreff:* Termin', '', 'Hi'), anna, [ben], []],
  ['Outlook for Mac', lines('Von: Anna Oak <anna@oak.example>', 'Datum: Montag, 23. November 2026 um 10:00', 'An: Ben Elm <ben@elm.example>', 'Betreff: Termin', 'Hi'), anna, [ben], []],
  ['a web mailer that starts with the date', lines('Gesendet: Montag, 23. November 2026 um 10:00 Uhr', 'Von: "Anna Oak" <anna@oak.example>', 'An: "Müller, Anna" <anna.mueller@oak.example>, "Ben Elm" <ben@elm.example>', 'Betreff: Termin', 'Hi'), anna, [mueller, ben], []],
  ['Thunderbird\'s forward', lines('-------- Weitergeleitete Nachricht --------', 'Betreff: \tTermin', 'Datum: \tMon, 23 Nov 2026 10:00:00 +0100', 'Von: \tAnna Oak <anna@oak.example>', 'An: \tBen Elm <ben@elm.example>', 'Kopie (CC): \tx', '', 'Hi'), anna, [ben], []],
  ['Gmail\'s forward', lines('---------- Forwarded message ---------', 'From: Anna Oak <anna@oak.example>', 'Date: Mon, Nov 23, 2026 at 10:00 AM', 'Subject: x', 'To: Müller, Anna <anna.mueller@oak.example>, Ben Elm <ben@elm.example>', '', 'Hi'), anna, [mueller, ben], []],
  ['Apple Mail\'s forward', lines('Anfang der weitergeleiteten Nachricht:', '', 'Von: Anna Oak <anna@oak.example>', 'Betreff: Termin', 'Datum: 23. November 2026 um 10:00:00 MEZ', 'An: Ben Elm <ben@elm.example>', 'Kopie: anna.mueller@oak.example', '', 'Hi'), anna, [ben], [{ ...mueller, name: '' }]],
  ['a name that looks like another address', lines('Von: "ceo@own.example" <x@evil.example>', 'Gesendet: Montag', 'Betreff: x', ''), { address: 'x@evil.example', name: 'ceo@own.example' }, [], []],
  ['Gmail, German', lines('Am Mo., 23. Nov. 2026 um 10:00 Uhr schrieb Anna Oak <anna@oak.example>:', '', 'Hi'), anna, [], []],
  ['Gmail, German, broken', lines('Am Mo., 23. Nov. 2026 um 10:00 Uhr schrieb Anna Oak <', 'anna@oak.example>:', '', '> Hi'), anna, [], []],
  ['Gmail, English', lines('On Mon, Nov 23, 2026 at 10:00 AM Anna Oak <anna@oak.example> wrote:', '', '> Hi'), anna, [], []],
  ['Gmail, English, broken', lines('On Mon, Nov 23, 2026 at 10:00\u202fAM Anna Oak <anna@oak.example>', 'wrote:', '', '> Hi'), anna, [], []],
  ['Thunderbird, German', lines('Am 23.11.26 um 10:00 schrieb Anna Oak:', '> Hi'), named('Anna Oak'), [], []],
  ['Thunderbird, English', lines('On 23/11/2026 10:00, Anna Oak wrote:', '> Hi'), named('Anna Oak'), [], []],
  ['Apple Mail, German', lines('Am 23.11.2026 um 10:00 schrieb Anna Oak <anna@oak.example>:', '', '\ufeffHi'), anna, [], []],
  ['Apple Mail, English', lines('On 23 Nov 2026, at 10:00, Anna Oak <anna@oak.example> wrote:', '', '> Hi'), anna, [], []],
  ['a phone', lines('Am 23. November 2026 10:00:00 MEZ schrieb Anna Oak <anna@oak.example>:', '>Hi'), anna, [], []],
  ['a phone, English', lines('On 23 November 2026 10:00:00 CET, "Anna Oak" <anna@oak.example> wrote:', '>Hi'), anna, [], []],
  ['an address with digits', lines('On Mon, Nov 23, 2026 at 10:00 AM <anna2@oak.example> wrote:', '> Hi'), { address: 'anna2@oak.example', name: '' }, [], []],
  ['a web mailer that names the sender first', lines('Anna Oak <anna@oak.example> hat am 23.11.2026 10:00 CET geschrieben:', '', 'Hi'), anna, [], []],
  ['labels in a language it does not know', lines('________________________________', 'De : Anna Oak <anna@oak.example>', 'Envoyé : lundi', 'À : Ben', 'Objet : x'), null, [], []],
];

test.each(headings)('the heading of %s', (_, heading, from, to, cc) => {
  for (const break_ of ['\n', '\r\n']) {
    const writing = readWriting(`Danke!\n\n${heading}\nund mehr`.replace(/\n/g, break_));
    expect(writing.own).toBe(`Danke!\n\n${heading.includes('\n>') ? 'und mehr' : ''}`);
    expect(writing.headings).toEqual(from === null ? [] : [{ from, to, cc }]);
  }
});

test('the headings of a long thread, newest first, however it is quoted', () => {
  const { own, headings: found } = readWriting(lines(
    'Danke!', '',
    'Von: Anna Oak <anna@oak.example>', 'Gesendet: Montag', 'An: Mara Own <mara@own.example>', 'Betreff: AW: Termin', '', 'Passt.', '',
    '________________________________', 'Von: Ben Elm <ben@elm.example>', 'Gesendet: Sonntag', 'An: Anna Oak <anna@oak.example>', 'Betreff: Termin', '', 'Montag?', '',
    'Am 20.11.2026 um 10:00 schrieb Cem Ash <cem@ash.example>:', '> Wann?', '> Am 19.11.2026 um 10:00 schrieb Dora Fir:', '> > Wo?',
  ));
  expect(own).toBe('Danke!\n\n');
  expect(found.map(({ from }) => (from as Person).name)).toEqual(['Anna Oak', 'Ben Elm', 'Cem Ash', 'Dora Fir']);
});

const own: readonly (readonly [string, string, string])[] = [
  ['a quote', 'mine\n> theirs', 'mine\n'],
  ['a signature', 'mine\n-- \nMara', 'mine\n'],
  ['a signature whose delimiter lost its space', 'mine\n--\nMara', 'mine\n'],
  ['a dash in the text', 'mine\n-- and mine --\nmine', 'mine\n-- and mine --\nmine'],
  ['a ruler of the sender\'s own', 'mine\n____________\nmine', 'mine\n____________\nmine'],
  ['a journey', 'Reise:\nVon: Berlin\nAn: Hamburg\nDatum: 12. März\n', 'Reise:\nVon: Berlin\nAn: Hamburg\nDatum: 12. März\n'],
  ['a date in a sentence', 'Am 3. Mai schrieb Anna:\nmine', 'Am 3. Mai schrieb Anna:\nmine'],
  ['what the reader wrote', 'On 3 May 2026 you wrote:\nmine', 'On 3 May 2026 you wrote:\nmine'],
  ['a label alone', 'Von: mir\n\nmine', 'Von: mir\n\nmine'],
  ['answers between the lines', 'Hallo\n\nAm 23.11.2026 um 10:00 schrieb Anna Oak <anna@oak.example>:\n> Wann?\nMontag.\n> Wo?\nHier.\n', 'Hallo\n\nMontag.\nHier.\n'],
  ['an answer below the quote', 'On 23/11/2026 10:00, Anna Oak wrote:\n> When?\n\nMonday.\n-- \nMara', 'Monday.\n'],
  ['answers inside what somebody else quoted', 'Danke\n\nVon: Ben Elm <ben@elm.example>\nGesendet: Montag\nBetreff: x\n\n> Wann?\nMontag, sagt Ben', 'Danke\n\n'],
  ['a German closing with a name', 'mine\n\nMit freundlichen Grüßen\n\nMara Own\nLeiterin Vertrieb\n\nOwn GmbH\nTel. +49 30 1234567\n\nDiese E-Mail ist vertraulich. Wenn Sie nicht der richtige Adressat sind, löschen Sie sie bitte.\n', 'mine\n\nMit freundlichen Grüßen\n'],
  ['an English closing with a name', 'mine\n\nBest regards,\nMara Own\nHead of Sales\nOwn Ltd | www.own.example\nThis e-mail and any attachments are confidential.', 'mine\n\nBest regards,\n'],
  ['a closing with greetings from somewhere', 'mine\n\nViele Grüße aus Oakstadt\nMara', 'mine\n\nViele Grüße aus Oakstadt\n'],
  ['a closing that ends with the name', 'mine\n\nLG Mara\n\nOwn GmbH\nOakstr. 1\n12345 Oakstadt', 'mine\n\nLG Mara\n'],
  ['thanks and a name', 'mine\n\nThanks!\nMara', 'mine\n\nThanks!\n'],
  ['a logo above the name', 'mine\n\nKind regards\n[cid:image001.png@01DC]\nMara Own\nOwn Ltd', 'mine\n\nKind regards\n'],
  ['somebody signing for somebody', 'mine\n\nMit freundlichen Grüßen\ni. A. Mara Own\nOwn GmbH', 'mine\n\nMit freundlichen Grüßen\n'],
  ['a P.S. below a signature', 'mine\n\nViele Grüße\nMara Own\nOwn GmbH\n\nP.S.: mine, too\n', 'mine\n\nViele Grüße\nP.S.: mine, too\n'],
  ['a P.S. below a delimiter', 'mine\n-- \nMara\n\nPS mine, too', 'mine\nPS mine, too'],
  ['enclosures below a signature', 'mine\n\nMit freundlichen Grüßen\nMara Own\n\nAnlagen\nPreisliste', 'mine\n\nMit freundlichen Grüßen\nAnlagen\nPreisliste'],
  ['a signature below the P.S.', 'mine\n\nLG\nMara\n\nP.S.: mine\n-- \nOwn GmbH', 'mine\n\nLG\nP.S.: mine\n'],
  ['more text below a closing', 'mine\n\nViele Grüße\nMara\n\nIch habe vergessen zu sagen, dass mine.', 'mine\n\nViele Grüße\nMara\n\nIch habe vergessen zu sagen, dass mine.'],
  ['thanks in the text', 'Danke!\nProtokoll im Anhang', 'Danke!\nProtokoll im Anhang'],
  ['greetings to somebody else', 'Viele Grüße an Anna\n\nDas Angebot finden Sie unter www.own.example/angebot', 'Viele Grüße an Anna\n\nDas Angebot finden Sie unter www.own.example/angebot'],
  ['a closing and nothing else', 'mine\n\nViele Grüße', 'mine\n\nViele Grüße'],
  ['a poem below a closing', `Best\n${'A Line\n'.repeat(20)}`, `Best\n${'A Line\n'.repeat(20)}`],
  ['what a phone adds', 'mine\n\nVon meinem iPhone gesendet\n', 'mine\n\n'],
  ['what Outlook on a phone adds', 'mine\n\nGet Outlook for iOS<https://aka.example/x>', 'mine\n\n'],
  ['a labelled line above quoted mail', 'mine\n\nDatum: 3. Mai\n\nVon: Anna Oak <anna@oak.example>\nGesendet: Montag\nBetreff: x\n', 'mine\n\nDatum: 3. Mai\n\n'],
  ['enclosures right above quoted mail', 'mine\nAnlagen: 2\n\nVon: Anna Oak <anna@oak.example>\nGesendet: Montag\nBetreff: x\n', 'mine\nAnlagen: 2\n\n'],
  ['an answer below a signature and a quote', 'mine\n-- \nMara\n> theirs\nmine, too', 'mine\nmine, too'],
  ['an answer below a heading that is quoted itself', '> Von: Anna Oak <anna@oak.example>\n> Gesendet: Montag\n> Betreff: x\n> theirs\nmine', 'mine'],
  ['what follows a line of blanks below a quote', '> theirs\n  \nmine', 'mine'],
  ['an answer below a quote that a line of blanks comes before', 'On 23/11/2026 10:00, Anna Oak wrote:\n  \n> When?\nMonday.', 'Monday.'],
  ['a name that is set in', 'mine\n\nViele Grüße\n   Mara', 'mine\n\nViele Grüße\n'],
  ['a name in small letters', 'mine\n\nLG\nmara', 'mine\n\nLG\n'],
  ['a name of six words', 'mine\n\nLG\nProf. Dr. Mara Anna von Own', 'mine\n\nLG\n'],
  ['seven words are no name', 'mine\n\nLG\nProf. Dr. Mara Anna Eva von Own', 'mine\n\nLG\nProf. Dr. Mara Anna Eva von Own'],
  ['a name with wide gaps', 'mine\n\nLG\nMara  Own', 'mine\n\nLG\n'],
  ['a whole sentence behind P.S.', 'mine\n\nViele Grüße\nMara\n\nP.S.: Das habe ich gestern leider vergessen.', 'mine\n\nViele Grüße\nP.S.: Das habe ich gestern leider vergessen.'],
  ['a whole sentence behind a delimiter', 'mine\n\nViele Grüße\nMara\n-- \nWer liest, der findet hier noch einen Satz.', 'mine\n\nViele Grüße\n'],
  ['a whole sentence that a phone adds', 'mine\n\nViele Grüße\nMara\n\nGesendet aus der Mail-App von Oak.', 'mine\n\nViele Grüße\n'],
  ['a signature of sixteen lines', `mine\n\nLG\n${'A Line\n'.repeat(16)}`, 'mine\n\nLG\n'],
  ['seventeen lines are none', `mine\n\nLG\n${'A Line\n'.repeat(17)}`, `mine\n\nLG\n${'A Line\n'.repeat(17)}`],
  ['eight words below a name', 'mine\n\nLG\nMara\nLeiterin Vertrieb  und  Einkauf  sowie  Marketing  und  Beratung', 'mine\n\nLG\n'],
  ['nine words below a name are text', 'mine\n\nLG\nMara\nvielleicht kommst du morgen mal wieder ins Büro zurück', 'mine\n\nLG\nMara\nvielleicht kommst du morgen mal wieder ins Büro zurück'],
  ['three words with a full stop', 'mine\n\nLG\nMara\nOwn und Söhne.', 'mine\n\nLG\n'],
  ['four words with a full stop are text', 'mine\n\nLG\nMara\nMorgen komme ich wieder.', 'mine\n\nLG\nMara\nMorgen komme ich wieder.'],
  ['somebody who goes on after the name', 'mine\n\nLG\nMara\nBitte anrufen', 'mine\n\nLG\nMara\nBitte anrufen'],
  ['nothing to cut', 'mine', 'mine'],
  ['nothing at all', '', ''],
];

test.each(own)('what is the sender\'s own: %s', (_, body, expected) => {
  expect(readWriting(body).own).toBe(expected);
  expect(readWriting(body.replace(/\n/g, '\r\n')).own).toBe(expected);
});

test('a signature ends where quoted mail begins', () => {
  const body = 'mine\n\nViele Grüße\nMara Own\n\nVon: Anna Oak <anna@oak.example>\nGesendet: Montag\nBetreff: x\n\ntheirs\n\nViele Grüße\nAnna';
  expect(readWriting(body)).toMatchObject({ own: 'mine\n\nViele Grüße\n', signature: 'Mara Own\n\n' });
});

const places: readonly (readonly [string, string, string])[] = [
  ['in front of quoted mail', 'mine\n-- \nMara\n\nVon: A <a@oak.example>\nGesendet: x\n', 'mine\n-- \nMara\n\n'],
  ['behind the last answer between the lines', '> When?\nMonday.\n> Where?\nHere.\n\n> Why?\n', '> When?\nMonday.\n> Where?\nHere.\n\n'],
  ['at the end where nothing is quoted', 'mine\n', 'mine\n'],
  ['at the top where everything is', '> theirs\n\n', ''],
];

test.each(places)('what goes behind everything the sender wrote goes %s', (_, body, before) => {
  expect(splitBehindWritten(body)).toEqual({ before, rest: body.slice(before.length) });
});

const pieces = ['mine', '', '>', '> theirs', '>> theirs', '-- ', '--', 'Viele Grüße', 'Best regards,', 'Mara Own', 'Own GmbH, Tel. +49 30 1234567', 'P.S.: mine', 'Von: Anna Oak <anna@oak.example>', 'Gesendet: Montag', 'An: Ben', 'From: x', 'Sent: y', 'Subject: z', '________________', '-----Original Message-----', 'Am 23.11.2026 um 10:00 schrieb Anna:', 'On 1.1.2026', 'wrote:', '\u00a0', '\u2028', 'Anlagen: 2', 'Von meinem iPhone gesendet'];
const bodies = fc.oneof(
  fc.tuple(fc.array(fc.constantFrom(...pieces), { maxLength: 25 }), fc.constantFrom('\n', '\r\n', '\r')).map(([each, break_]) => each.join(break_)),
  fc.string({ unit: 'binary', maxLength: 200 }),
);

test('no line of a body is lost, doubled or moved among its likes', () => {
  fc.assert(fc.property(bodies, (body) => {
    const { own: mine, signature, quoted, written } = readWriting(body);
    const text = body.replace(/\r\n?/g, '\n').replace(/\u00a0/g, ' ');
    expect(mine.length + signature.length + quoted.length).toBe(text.length);
    expect(written.length).toBe(text.length - quoted.length);
    // Each line is the next one of one of the parts.
    const rests = new Set([JSON.stringify([mine, signature, quoted])]);
    for (const line of text.split(/^/m)) {
      const before = [...rests].map((each) => JSON.parse(each) as string[]);
      rests.clear();
      for (const rest of before) rest.forEach((part, index) => { if (part.startsWith(line)) rests.add(JSON.stringify(rest.map((each, at) => (at === index ? each.slice(line.length) : each)))); });
    }
    expect([...rests]).toContain('["","",""]');
  }), { numRuns: 500 });
});

test('both sides of the place behind what was written are the body', () => {
  fc.assert(fc.property(bodies, (body) => {
    const { before, rest } = splitBehindWritten(body);
    expect(before + rest).toBe(body.replace(/\r\n?/g, '\n'));
    expect(readWriting(body).quoted.endsWith(rest.replace(/\u00a0/g, ' '))).toBe(true);
  }), { numRuns: 500 });
});

const hostile = ['a', ' ', '\n', '>', '> ', '>\n', '-', '_', '-- \n', 'von: ', 'von: a\n', 'Von: a\nx\n', 'Von: a@b\nGesendet: c\nx\n', 'Von: a\nAn: b\nCc: c\nBetreff:\nx x\n', 'am ', 'Am 1.1.2026 x\n', 'Am 1.1.2026 <\n', 'On 1.1.2026 wrote:\n', '<', '@', 'a@', '<a@', '"', ', ', ';', 'VG\n', 'VG\nA\n', 'Best\n\n', 'viele ', 'lieb lieb ', 'P.S.\n', '1', '1 ', 'www.', '____________\nA: b\n', '-----Original Message-----\n', '\u2028', 'An: a, b; "\n'];

test.each(hostile)('a long mail of %j takes time in proportion to its length', (unit) => {
  expect(growthOf(readWriting, unit)).toBeLessThan(TOO_MUCH);
});

test.each([' ', 'a ', '<', '"', 'a@b ', 'a, ', 'a; ', '<a@b>', '(', '[mailto:', '*'])('so does a heading with many %j', (unit) => {
  expect(growthOf((text) => readWriting(`Von: ${text}\nGesendet: x\nAn: ${text}\nBetreff: x\n`), unit)).toBeLessThan(TOO_MUCH);
});

test('the hard spaces of HTML are spaces to whoever reads the text', () => {
  const body = lines('im\u00a0Anhang, 10\u202f% auf\u2007alles', '', 'Viele Gr\u00fc\u00dfe', 'Mara\u00a0Own', '', 'Von:\u00a0Anna Oak <anna@oak.example>', 'Gesendet:\u00a0Montag', 'Betreff: x', '', 'siehe\u00a0unten');
  const { own, signature, quoted, written } = readWriting(body);
  expect([own, signature, written].join('')).not.toMatch(/[\u00a0\u202f\u2007]/);
  expect(own).toContain('im Anhang, 10 % auf alles');
  expect(signature).toContain('Mara Own');
  expect(quoted).toContain('siehe unten');
  // What is edited stays as it stands.
  expect(splitBehindWritten(body).before).toContain('im\u00a0Anhang');
});
