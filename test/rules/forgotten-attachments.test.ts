import fc from 'fast-check';
import { attachmentMentioned } from '../../src/rules/forgotten-attachments/mention';
import { growthOf, TOO_MUCH } from '../core/growth';

test('a sentence its program broke is read as one', () => {
  expect(attachmentMentioned('Für die kommende Besprechung am Donnerstag finden Sie die Unterlagen in der\nAnlage.', [])).toBe('finden Sie die Unterlagen in der Anlage');
  expect(attachmentMentioned('Thank you very much for the long and detailed list and for the very useful\nattachment.', [])).toBeNull();
});

test.each([
  'Als Anlage sende ich Ihnen den Entwurf.', 'Als Anlage übersende ich Ihnen den Entwurf.', 'Als Anlage überreichen wir den Entwurf.', 'Als Anhang erhalten Sie den Entwurf.', 'Anliegend übersende ich den Vertrag.', 'Anliegend überreichen wir den Vertrag.',
  'In der Anlage übersenden wir Ihnen die Klage.', 'Mit der Anlage überreiche ich das Zeugnis.',
])('business German speaks of an attachment: %s', (text) => {
  expect(attachmentMentioned(`Guten Tag,\n\n${text}\n`, [])).not.toBeNull();
});

test.each(['Als Anlage eignet sich die Immobilie.', 'Als Anlage senden Sie bitte den Nachweis mit.', 'Können Sie mir das bitte als Anhang schicken?', 'Wir werden den Bericht als Anlage übersenden.', 'Das anliegende Grundstück überragt die Straße.'])('and does not here: %s', (text) => {
  expect(attachmentMentioned(`Guten Tag,\n\n${text}\n`, [])).toBeNull();
});

test.each([
  'In der Beilage finden Sie die Offerte.', 'In der Beilage sende ich dir das Protokoll.', 'Die Offerte finden Sie in der Beilage.', 'Anliegend das Protokoll der Sitzung.', 'Als Anhang die Offerte.', 'In der Anlage die gewünschten Unterlagen.',
  'Der Vertrag liegt bei.', 'Die Pläne liegen dieser Mail bei.', 'Die Rechnung hängt an.', 'Danke für deine Geduld, der Bericht hängt dran.', 'hab dir die Datei angehangen', 'Ich lege Ihnen die Kopie bei.', 'Im Attachment findest du die Excel.',
  'Sorry, hatte den Anhang vergessen. Jetzt aber.', 'Da habe ich doch glatt den Anhang vergessen.', 'Oops, forgot the attachment. Here it is.', 'Sorry, I forgot to attach the file.', 'I enclose the signed copy.', 'Im Anhang dieser Mail steht der Plan.', 'The link failed, so attached is the plan.', 'Das Paket ist unterwegs, der Lieferschein hängt an.',
])('a file comes along, as people say it where they are from: %s', (text) => {
  expect(attachmentMentioned(`Guten Tag,\n\n${text}\n`, [])).not.toBeNull();
});

test.each([
  'Als Beilage gibt es Kartoffeln.', 'Die Beilage finden Sie köstlich.', 'Die Entscheidung liegt bei Ihnen.', 'Der Preis liegt bei 40 Euro.', 'Dem Gerät liegt ein Netzteil bei.', 'Die Rechnung liegt der Ware bei.', 'Dem Paket ist eine Anleitung beigelegt.', 'Wir haben der Lieferung eine Anleitung beigefügt.',
  'Wir legen der Sendung die Papiere bei.', 'Wir legen den Streit bei.', 'Das Paket ist angekommen, die Anleitung liegt bei, danke!', 'Schick das Paket ruhig los, ich lege die Rechnung bei.', 'We attach great importance to the deadline.', 'Das hängt an Ihnen.', 'Ich lege Wert auf Ruhe bei der Arbeit.', 'Du hast den Anhang vergessen.', 'Sie haben leider den Anhang vergessen.', 'You forgot the attachment.', 'I think you forgot to attach the file.',
  'Wie im Anhang meiner letzten Mail beschrieben, passt das so.', 'Danke, dass du es angehängt hast.', 'Die beigefügten Unterlagen haben wir erhalten.', 'I received the attached file, thanks.', 'Thanks for attaching the file.', 'We are very attached to this approach.', 'Please resend with the attachment.', 'Could you please send me the attached file again?',
])('and none comes along here: %s', (text) => {
  expect(attachmentMentioned(`Guten Tag,\n\n${text}\n`, [])).toBeNull();
});

test.each([', ', '; ', ': ', ') ', ' – ', ' — ', ' - ', ' und ', ' and ', ' aber ', ' but ', ' denn ', ' sowie '])('what is denied in front of %j is not denied behind it', (join) => {
  expect(attachmentMentioned(`Das ist nicht alles${join}anbei die Liste`, [])).toBe('anbei');
});

test('what is denied is denied however long the sentence goes on', () => {
  expect(attachmentMentioned(`Der Bericht ist nicht im Anhang ${'sehr '.repeat(40)}lang`, [])).toBeNull();
  expect(attachmentMentioned(`Das sind keine Stundenzettel ${'sehr '.repeat(40)}lang`, ['stundenzettel'])).toBeNull();
});

test.each(['The house is unattached.', 'Wir wollen nicht anbeißen.', 'Anbeißen!', 'Reattached to the case'])('a word that holds another is another word: %s', (text) => {
  expect(attachmentMentioned(text, [])).toBeNull();
});

test('a word of the administrator is found with blanks around it in the policy, at the beginning, and where something else is denied behind it', () => {
  expect(attachmentMentioned('Stundenzettel für Mai', [' stundenzettel '])).toBe('Stundenzettel');
  expect(attachmentMentioned('Der Stundenzettel fehlt nicht mehr', ['stundenzettel'])).toBe('Stundenzettel');
  expect(attachmentMentioned('Stundenzettelmappe', ['stundenzettel'])).toBeNull();
});

test('a list of enclosures begins a line or a sentence', () => {
  expect(attachmentMentioned('Anlagen: Vertrag', [])).toBe('Anlagen:');
  expect(attachmentMentioned('Danke. Anlagen: Vertrag', [])).toBe('Anlagen:');
  expect(attachmentMentioned('Die Anlagen: laut und alt', [])).toBeNull();
});

test('a program breaks lines of sixty characters and more; a sentence that ends in one is at its end', () => {
  const front = (length: number) => `${'x'.repeat(length - 33)} finden Sie die Unterlagen in der`;
  const lines = (length: number) => attachmentMentioned(`${front(length)}\nAnlage, wie besprochen.`, []);
  expect([front(60).length, lines(60) !== null, lines(59) !== null]).toEqual([60, true, false]);
  expect(attachmentMentioned('Danke für Ihre Nachricht. Für Donnerstag finden Sie die Unterlagen in der\nAnlage.', [])).toBe('finden Sie die Unterlagen in der Anlage');
  expect(attachmentMentioned('Das ist leider noch lange nicht fertig! Anbei schon einmal die Liste für den kommenden Dienstag', [])).toBe('Anbei');
});

test('a line its writer ended is a line of its own', () => {
  expect(attachmentMentioned('Danke\nAnbei die Liste', [])).toBe('Anbei');
});

test('a text about links is not about attachments', () => {
  for (const link of ['https://own.example/im anhang', 'www.own.example/attached.pdf', '<https://own.example/anbei>', 'attached@oak.example']) expect(attachmentMentioned(link.replace(' ', '-'), [])).toBeNull();
});

test('whatever the text is, it is read without an error', () => {
  const words = ['anbei', 'im Anhang', 'attached', 'not', 'danke für', 'https://', '@', ',', '.', '\n', ' ', 'ich hänge', 'an', 'in der Anlage'];
  fc.assert(fc.property(fc.oneof(fc.array(fc.constantFrom(...words)).map((each) => each.join(' ')), fc.string({ unit: 'binary' })), (text) => {
    const seen = attachmentMentioned(text, ['anhang']);
    expect(seen === null || seen.length > 0).toBe(true);
  }));
});

test.each(['a', ' ', 'in der anlage ', 'ich hänge ', 'sende ', 'hier ', 'nicht ', 'danke ', 'danke für ', 'attached ', 'no attached ', 'the attachment ', ', ', '. ', 'http', 'https://a', 'https://', '@', 'a@', 'anlage:', 'finden sie ', '(', '.', '?', '? .', ',', '- ', '\n', 'will ', 'könnt ihr '])('a long text of %j takes time in proportion to its length', (unit) => {
  expect(growthOf((text) => attachmentMentioned(text, ['stundenzettel', 'a']), unit)).toBeLessThan(TOO_MUCH);
});
