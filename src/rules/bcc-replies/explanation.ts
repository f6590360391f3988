import type { Explanation, Language, LegalSource } from '../../core/rule';

export const legal: readonly LegalSource[] = [
  { de: 'Art. 5 Abs. 1 lit. f DSGVO', en: 'Art. 5(1)(f) GDPR', url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj#art_5' },
  { de: 'Art. 5 Abs. 1 lit. c DSGVO', en: 'Art. 5(1)(c) GDPR', url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj#art_5' },
];

export const explanation: { readonly [L in Language]: Explanation<object> } = {
  de: {
    why: 'Wer Sie in Bcc gesetzt hat, wollte meist nicht, dass die anderen davon wissen. Antworten Sie allen, sehen diese, dass Sie mitgelesen haben; das kann Vertrauen kosten, bei Kunden ebenso wie unter Kollegen. Antworten Sie nur der Person, von der die Nachricht kam. Daten sollen nur so weit bekannt werden, wie es nötig ist (Art. 5 Abs. 1 lit. c und f DSGVO). Umsicht vergleicht dazu den Kopf der zitierten Nachricht mit Ihrem Namen und Ihrer Adresse; haben Sie die Nachricht über einen Verteiler, ein gemeinsames Postfach oder eine zweite Adresse bekommen, ist der Hinweis gegenstandslos.',
    options: {},
  },
  en: {
    why: 'Whoever put you in Bcc mostly did not want the others to know. If you reply to all, they see that you read along; that may cost trust, with clients as well as among colleagues. Reply only to the person the mail came from. Data should become known only as far as needed (Art. 5(1)(c) and (f) GDPR). Umsicht compares the heading of the quoted mail with your name and your address; if the mail reached you through a list, a shared mailbox or a second address, there is nothing to this hint.',
    options: {},
  },
};
