import type { Explanation, Language, LegalSource } from '../../core/rule';

export const legal: readonly LegalSource[] = [
  { de: '§ 5, § 6 Abs. 1 DDG', en: 'Sections 5, 6(1) DDG (Germany)', url: 'https://www.gesetze-im-internet.de/ddg/__5.html' },
  { de: '§ 7 Abs. 2 Nr. 3 UWG', en: 'Section 7(2) no. 3 UWG (Germany)', url: 'https://www.gesetze-im-internet.de/uwg_2004/__7.html' },
  { de: '§ 35a GmbHG', en: 'Section 35a GmbHG (Germany)', url: 'https://www.gesetze-im-internet.de/gmbhg/__35a.html' },
];

export const explanation: { readonly [L in Language]: Explanation<Record<'german' | 'english', unknown>> } = {
  de: {
    why: 'Wer Werbung bekommt, soll ohne Suchen sehen, wer sie schickt und an wen man sich wenden kann; sonst wirkt sie wie Spam, und Empfänger oder Mitbewerber können dagegen vorgehen. Name, Anschrift, Vertretung, E-Mail-Adresse und, soweit vorhanden, Registernummer und Umsatzsteuer-Identifikationsnummer müssen leicht zu erkennen und unmittelbar zu erreichen sein (§ 5 DDG), der Auftraggeber der Werbung muss erkennbar sein (§ 6 Abs. 1 DDG, § 7 Abs. 2 Nr. 3 UWG). Ein klar beschrifteter Link „Impressum“ genügt nach überwiegender Ansicht. Geschäftliche E-Mails einer GmbH nennen ohnehin Rechtsform, Sitz, Registergericht und -nummer und alle Geschäftsführer (§ 35a GmbHG). Geprüft wird nur, ob Angaben da sind, nicht ob sie stimmen; die Signatur zählt mit, zitierte Nachrichten nicht. Ist diese Nachricht keine Werbung, wählen Sie den passenden Zweck.',
    options: { german: 'Impressum, das in deutsche E-Mails eingefügt wird', english: 'Impressum, das in englische E-Mails eingefügt wird' },
  },
  en: {
    why: 'Whoever receives advertising should see without searching who sends it and whom to turn to; otherwise it looks like spam, and recipients or competitors may take action. In Germany, name, address, representative, e-mail address and, where there are any, register number and VAT identification number have to be easy to recognise and directly reachable (Section 5 DDG), and it must be recognisable who is behind the advertising (Section 6(1) DDG, Section 7(2) no. 3 UWG). By the prevailing view a clearly labelled link to the legal notice is enough. Business mail of a German GmbH names legal form, seat, register court and number and all managing directors anyway (Section 35a GmbHG). Only the presence of details is checked, not whether they are right; the signature counts, quoted messages do not. If this message is not advertising, choose the purpose that fits.',
    options: { german: 'Legal notice inserted into German mail', english: 'Legal notice inserted into English mail' },
  },
};
