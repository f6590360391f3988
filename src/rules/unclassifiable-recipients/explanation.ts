import type { Explanation, Language, LegalSource } from '../../core/rule';

export const legal: readonly LegalSource[] = [
  { de: 'Art. 5 Abs. 1 lit. d DSGVO', en: 'Art. 5(1)(d) GDPR', url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj#art_5' },
  { de: 'Art. 32 Abs. 1 DSGVO', en: 'Art. 32(1) GDPR', url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj#art_32' },
];

export const explanation: { readonly [L in Language]: Explanation<Record<never, unknown>> } = {
  de: {
    why: 'Ohne lesbare Adresse ist nicht zu erkennen, ob jemand zu Ihrer Organisation gehört, und keine andere Prüfung kann etwas zu dieser Person sagen. Mit einem Tippfehler in der Adresse kommt die Nachricht nicht an oder bei jemand anderem. Einträge aus dem Exchange-Adressbuch sind meist Kollegen, deren Adresse Outlook hier nicht zeigt. Öffnen Sie den Eintrag und prüfen Sie, wer dahintersteht, oder wählen Sie die Person neu aus. Adressen sollen richtig sein und Nachrichten nur die Richtigen erreichen (Art. 5 Abs. 1 lit. d, Art. 32 DSGVO).',
    options: {},
  },
  en: {
    why: 'Without an address that can be read it cannot be told whether somebody belongs to your organisation, and no other check can say anything about that person. With a slip in the address the message does not arrive, or reaches somebody else. Entries from the Exchange address book are mostly colleagues whose address Outlook does not show here. Open the entry and check who is behind it, or choose the person anew. Addresses should be accurate and messages reach the right people only (Art. 5(1)(d), Art. 32 GDPR).',
    options: {},
  },
};
