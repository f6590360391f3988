import type { Explanation, Language, LegalSource } from '../../core/rule';

export const legal: readonly LegalSource[] = [
  { de: '§ 7 Abs. 2 Nr. 2, Abs. 3 UWG', en: 'Section 7(2) no. 2, (3) UWG (Germany)', url: 'https://www.gesetze-im-internet.de/uwg_2004/__7.html' },
  { de: 'Art. 6 Abs. 1 lit. a DSGVO', en: 'Art. 6(1)(a) GDPR', url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj#art_6' },
  { de: 'Art. 7 Abs. 1, 3 DSGVO', en: 'Art. 7(1), (3) GDPR', url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj#art_7' },
  { de: 'Art. 21 Abs. 2, 3 DSGVO', en: 'Art. 21(2), (3) GDPR', url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj#art_21' },
];

export const explanation: { readonly [L in Language]: Explanation<Record<'exempt', unknown>> } = {
  de: {
    why: 'Werbung, um die jemand nicht gebeten hat, verärgert, und das Unternehmen muss für jede Person belegen können, dass sie einverstanden war (Art. 7 Abs. 1 DSGVO). Für Werbung per E-Mail braucht es grundsätzlich eine vorherige ausdrückliche Einwilligung, auch an Firmenadressen und bei einer einzigen Nachricht (§ 7 Abs. 2 Nr. 2 UWG); eine Bitte um Bewertung kann ebenfalls Werbung sein. Ohne Einwilligung geht es nur bei Bestandskunden und nur, wenn alles zutrifft: Adresse beim Verkauf erhalten, eigene ähnliche Angebote, kein Widerspruch, Hinweis auf das Widerspruchsrecht damals und in jeder Nachricht (§ 7 Abs. 3 UWG). Nach Widerspruch oder Widerruf darf die Adresse nicht mehr für Werbung genutzt werden (Art. 7 Abs. 3, Art. 21 Abs. 3 DSGVO); Nachrichten zum laufenden Vertrag bleiben möglich. Ist diese Nachricht keine Werbung, wählen Sie den passenden Zweck.',
    options: {
      exempt: 'Nicht prüfen (Domain, Adresse oder *.domain)',
    },
  },
  en: {
    why: 'Advertising nobody asked for annoys people, and the company has to be able to prove for every person that they agreed (Art. 7(1) GDPR). In Germany, advertising by e-mail generally needs express consent beforehand, at business addresses and for a single message, too (Section 7(2) no. 2 UWG); asking for a rating may count as advertising. Without consent only existing customers may be written to, and only if all of this holds: address received in a sale, own similar offers, no objection, the right to object pointed out then and in every message (Section 7(3) UWG). After an objection or withdrawal the address may no longer be used for advertising (Art. 7(3), Art. 21(3) GDPR); messages about a running contract remain possible. If this message is not advertising, choose the purpose that fits.',
    options: {
      exempt: 'Not checked (domain, address or *.domain)',
    },
  },
};
