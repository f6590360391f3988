import { suggestPurpose } from '../../src/core/purpose-suggestion';
import type { Purpose } from '../../src/core/purpose';

const advertising: readonly (readonly [string, string, Purpose])[] = [
  ['Newsletter November 2026', 'Guten Tag,\n\nhier ist unser neuer Newsletter.', 'newsletter'],
  ['Unser Newsletter im November', '', 'newsletter'],
  ['Oak Newsletter', 'News from our workshop.', 'newsletter'],
  ['Neues aus der Werkstatt', 'Sie erhalten diese E-Mail, weil Sie sich angemeldet haben. Hier können Sie sich abmelden.', 'newsletter'],
  ['What is new at Own', 'You are receiving this email because you signed up. Unsubscribe here.', 'newsletter'],
  ['Neuigkeiten aus unserem Haus', 'Wird diese Nachricht nicht richtig angezeigt? Im Browser ansehen. Wenn Sie keine weiteren Newsletter wünschen, können Sie diesen Newsletter abbestellen.', 'newsletter'],
  ['Sonderangebot: 20 % Rabatt auf alle Stühle', 'Jetzt bestellen!', 'offer'],
  ['Sonderangebote zum Jahresende', 'Jetzt bestellen: 20 % Rabatt auf alle Stühle.', 'offer'],
  ['Nur diese Woche', '30% Rabatt auf das ganze Sortiment, solange der Vorrat reicht.', 'offer'],
  ['Für Sie', 'Sichern Sie sich jetzt Ihren Gutschein über 20 € – jetzt bestellen und sparen!', 'offer'],
  ['Frühbucherangebote für den Sommer', '', 'offer'],
  ['Special offer for you', '15 % off everything. Order now, while stocks last.', 'offer'],
  ['Limited time offer', '', 'offer'],
  ['Einladung zu unserem Webinar am 3. Dezember', 'Melden Sie sich jetzt an.', 'event'],
  ['Einladung zur Hausmesse', '', 'event'],
  ['Besuchen Sie uns', 'Besuchen Sie uns auf der Messe an unserem Messestand in Halle 3. Jetzt kostenlos anmelden!', 'event'],
  ['Invitation to our open day', '', 'event'],
  ['Umfrage zur Kundenzufriedenheit', 'Wie zufrieden sind Sie mit uns? Nehmen Sie an unserer kurzen Umfrage teil.', 'survey'],
  ['Ihre Meinung zählt', 'Bewerten Sie uns auf Google, wir freuen uns über fünf Sterne.', 'survey'],
  ['How did we do?', 'Please take our short survey: how satisfied are you with our service?', 'survey'],
];

test.each(advertising)('%s looks like advertising', (subject, body, purpose) => {
  const suggestion = suggestPurpose(subject, body);
  expect(suggestion && suggestion.purpose).toBe(purpose);
  for (const seen of (suggestion as { seen: readonly string[] }).seen) expect(`${subject}\n${body}`).toContain(seen);
});

const everyday: readonly (readonly [string, string])[] = [
  ['Re: Termin am Dienstag', 'Hallo Anna,\n\n14 Uhr passt mir gut. Das Angebot schicke ich Ihnen bis Freitag.\n\nViele Grüße\nMara'],
  ['Ihr Angebot Nr. 4711', 'Guten Tag Frau Oak,\n\nanbei unser Angebot. Bei Abnahme von 100 Stück geben wir 5 % Rabatt. Das Angebot gilt nur bis zum 30.11.\n\nFreundliche Grüße'],
  ['AW: Angebot', 'Wir können Ihnen 10 % Nachlass geben, wenn Sie bis Freitag bestellen.'],
  ['Rechnung 2026-118', 'Anbei die Rechnung. Bei Zahlung binnen 10 Tagen 2 % Skonto.'],
  ['Rabatt', 'Der vereinbarte Rabatt von 10 % fehlt auf der Rechnung, bitte korrigieren.'],
  ['AW: Ihre Frage', 'Danke für Ihr Feedback zum Entwurf. Die Bewertung der Immobilie kommt morgen.'],
  ['Bewertung der Angebote', 'Die Bewertung der drei Angebote ist fertig, Feedback bitte bis Montag.'],
  ['Bericht Kundenzufriedenheit Q3', 'Anbei der Bericht. Die Umfrage lief im September.'],
  ['Einladung zur Besprechung', 'Ich lade Sie zur Besprechung am Montag um 10 Uhr ein.'],
  ['Einladung zum Vorstellungsgespräch', 'Wir freuen uns, Sie kennenzulernen.'],
  ['Webinar gestern', 'Danke für das Webinar, die Folien waren sehr hilfreich.'],
  ['Messestand', 'Die Pläne für unseren Messestand sind da, bitte bis Freitag freigeben.'],
  ['Bestellung 77', 'Bitte jetzt bestellen, sonst kommt das Material zu spät.'],
  ['Abbestellung', 'Wir möchten die Zeitung zum Jahresende abbestellen.'],
  ['Bitte um Löschung', 'Bitte nehmen Sie mich aus dem Newsletter-Verteiler, ich möchte ihn abbestellen.'],
  ['AW: Newsletter-Tool', 'Das Newsletter-Tool läuft wieder.'],
  ['Re: Newsletter', 'Please unsubscribe our old address from your list.'],
  ['Fwd: Sonderangebot: 20 % Rabatt', 'Kannst du mal schauen, ob das echt ist?'],
  ['WG: Newsletter November', 'Zur Kenntnis.'],
  ['Kennzahlen', 'Umsatz +20 %, Kosten 12 % off plan. News from the board follow.'],
  ['Vertragsentwurf', 'Anbei der Entwurf.\n\nFreundliche Grüße\nMara Own\nOwn GmbH\nAbonnieren Sie unseren Newsletter: https://own.example/newsletter?utm_source=signatur'],
  ['Protokoll', 'Anbei das Protokoll.\n\n-- \nMara Own\nJetzt bestellen: 20 % Rabatt im Newsletter! Jederzeit abmelden.'],
  ['AW: Protokoll', 'Danke, passt.\n\nVon: Anna Oak <anna@oak.example>\nGesendet: Montag\nBetreff: Newsletter\n\nSie erhalten diese E-Mail, weil Sie sich angemeldet haben. Hier abmelden.'],
  ['AW: Protokoll', 'Danke, passt.\n\nVon: Anna Oak\nGesendet: Montag, 23. November 2026\n\nSonderangebot! Jetzt bestellen, 20 % Rabatt.'],
  ['RE: Minutes', 'Thanks.\n\nOn Mon, 23 Nov 2026 at 10:00, Anna Oak <anna@oak.example> wrote:\n> Special offer! 20 % off, order now while stocks last.'],
  ['Offer letter', 'Please find our offer attached. We are pleased to offer you the position.'],
  ['Voucher for travel', 'The travel voucher is in the post.'],
  ['Survey results', 'The land survey is done; see the results attached.'],
  ['', ''],
];

test.each(everyday)('everyday mail: %s', (subject, body) => {
  expect(suggestPurpose(subject, body)).toBeNull();
});
