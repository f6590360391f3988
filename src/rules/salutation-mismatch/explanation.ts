import type { Explanation, Language, LegalSource } from '../../core/rule';

export const legal: readonly LegalSource[] = [
  { de: 'Art. 5 Abs. 1 lit. f DSGVO', en: 'Art. 5(1)(f) GDPR', url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj#art_5' },
  { de: 'Art. 32 Abs. 1 DSGVO', en: 'Art. 32(1) GDPR', url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj#art_32' },
];

export const explanation: { readonly [L in Language]: Explanation<Record<never, unknown>> } = {
  de: {
    why: 'Nennt die Anrede jemand anderen als die Empfänger, hat Outlook vielleicht den falschen Namen ergänzt, oder der Text stammt aus einer Nachricht an eine andere Person. Beides bringt Inhalte zu Menschen, die sie nichts angehen; das Unternehmen hat sie davor zu schützen (Art. 5 Abs. 1 lit. f, Art. 32 DSGVO). Vergleichen Sie Anrede und Adresse, bevor Sie senden. Spitznamen und Umlaute werden berücksichtigt; bei Funktionsadressen wie info@ und bei Verteilerlisten wird nicht verglichen. Schreiben Sie an ein gemeinsames Postfach oder an eine Vertretung, kann der Hinweis unbegründet sein.',
    options: {},
  },
  en: {
    why: 'If the greeting names somebody else than the recipients, Outlook may have completed the wrong name, or the text comes from a message to another person. Either way content reaches people it does not concern; the company has to protect it from that (Art. 5(1)(f), Art. 32 GDPR). Compare greeting and address before you send. Nicknames and umlauts are allowed for; nothing is compared for functional addresses such as info@ and for distribution lists. If you write to a shared mailbox or to a deputy, there may be nothing wrong.',
    options: {},
  },
};
