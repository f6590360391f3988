import fc from 'fast-check';
import { pointsToOptOut } from '../../src/core/opt-out';
import { growthOf, TOO_MUCH } from './growth';

const NOTICES = [
  'Sie können sich jederzeit vom Newsletter abmelden.',
  'Über den Link unten können Sie sich jederzeit vom Newsletter abmelden.',
  'Möchten Sie diesen Newsletter nicht mehr erhalten? Hier abmelden.',
  'Newsletter abbestellen',
  'Guten Tag,\n\nhier die Angebote.\n\nAbmelden<https://own.example/abmelden?id=7>\nOwn GmbH',
  '| Abmelden |',
  'Um sich abzumelden, klicken Sie auf diesen Link.',
  'Zur Abmeldung genügt eine kurze Antwort auf diese E-Mail.',
  'Sie können der Verwendung Ihrer E-Mail-Adresse für Werbung jederzeit widersprechen, ohne dass andere als die Übermittlungskosten nach den Basistarifen entstehen.',
  'Dem Erhalt von Werbung können Sie jederzeit formlos widersprechen.',
  'Ihr Widerspruchsrecht: eine Nachricht an werbung@own.example genügt.',
  'Ihr Widerspruch gegen die Zusendung ist jederzeit möglich.',
  'Wenn Sie keine weiteren Informationen von uns wünschen, antworten Sie bitte kurz.',
  'Wenn Sie keine Werbung mehr erhalten möchten, schreiben Sie uns.',
  'Antworten Sie einfach mit „Stopp“.',
  'UNSUBSCRIBE',
  'You can unsubscribe from this newsletter at any time.',
  'Click here to opt out.',
  'If you no longer wish to receive our updates, let us know.',
  'If you don’t want to hear from us, just say so.',
  'To stop receiving these messages, reply to this mail.',
  'You may object to the use of your address at any time.',
  'You have the right to object.',
  'Reply STOP and you will not hear from us again.',
  'Sie können Ihre Einwilligung jederzeit widerrufen.',
  'Ihre Einwilligung können Sie jederzeit mit Wirkung für die Zukunft widerrufen, eine E-Mail an info@own.example genügt.',
  'Der Widerruf Ihrer Einwilligung ist jederzeit möglich.',
  'Möchten Sie unsere E-Mails nicht mehr erhalten? Dann klicken Sie bitte hier.',
  'Möchten Sie zukünftig keine weiteren E-Mails mit Angeboten von uns bekommen, schreiben Sie uns.',
  'Sie wünschen keine weiteren Mails? Ein Wort genügt.',
  'Sie wollen keine Post mehr von uns? Eine kurze Antwort genügt.',
  'Falls Sie künftig nicht mehr angeschrieben werden möchten, geben Sie uns bitte Bescheid.',
  'Wer keine Mails mehr möchte, schreibt einfach „Abmelden“ zurück.',
  'Datenschutz | Impressum | Abmelden',
  'Impressum · Abmelden · Datenschutz',
  'You can withdraw your consent at any time.',
  'If you would rather not receive our emails, let us know.',
  'Don’t want these emails? Let us know.',
  'Remove me from this list: https://own.example/r',
  'Manage your subscription: https://own.example/p',
];

test.each(NOTICES)('a notice: %s', (text) => {
  expect(pointsToOptOut(text)).toBe(true);
  expect(pointsToOptOut(`Guten Tag,\n\nunsere Angebote im November.\n\n${text}\n\nFreundliche Grüße\nMara Own`)).toBe(true);
});

test.each([
  '',
  'Guten Tag,\n\nim Dezember gibt es 10 % Rabatt auf alle Stühle.\n\nFreundliche Grüße\nMara Own',
  'Bitte melden Sie sich bis Freitag an.',
  'Ich möchte mich für Dienstag abmelden, ich bin krank.',
  'Wir widersprechen Ihrer Rechnung Nr. 4711.',
  'Dem können wir nicht widersprechen.',
  'Das steht im Widerspruch zu unserer Abrede.',
  'Die Angebote sind unverbindlich. Bei Fragen antworten Sie gern auf diese E-Mail.',
  'We do not want to delay the delivery.',
  'I object to the price in your last invoice.',
  'Subscribe now and stop by at our stand.',
  'Sie haben ein 14-tägiges Widerrufsrecht.',
  'Die Bestellung kann jederzeit widerrufen werden.',
  'Ihre Einwilligung liegt uns vor.',
  'Keine weiteren Kosten, keine Post, kein Papier.',
  'Wer keine Lust mehr auf Staub hat, kauft unseren Sauger.',
  'Sie können Ihr Abo jederzeit kündigen.',
  'Bitte bis Freitag anmelden | abmelden',
  'Manage your warehouse with our software.',
  'Remove the cover and pull the lever.',
])('no notice: %s', (text) => {
  expect(pointsToOptOut(text)).toBe(false);
});

test('a text of a megabyte is read to its end, whatever it repeats', () => {
  for (const piece of ['abmelden ', 'werbung ', 'keine weiteren ', 'widersprechen ', ' \t', '> ', 'werbe', 'no longer wish ', 'a', 'reply ']) {
    // Work that grows with the square of the length would outlast the test's own time.
    expect(growthOf(pointsToOptOut, piece)).toBeLessThan(TOO_MUCH);
    expect(typeof pointsToOptOut(piece.repeat(Math.ceil(1_000_000 / piece.length)))).toBe('boolean');
  }
});

test('text around a notice takes nothing away from it', () => {
  const line = fc.string({ maxLength: 60 }).map((text) => text.replace(/[\r\n\u2028\u2029]/g, ' '));
  fc.assert(fc.property(fc.constantFrom(...NOTICES), line, line, (notice, before, after) => {
    expect(pointsToOptOut(`${before}\n\n${notice}\n\n${after}`)).toBe(true);
  }));
});
