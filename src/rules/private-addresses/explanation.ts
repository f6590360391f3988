import type { Explanation, Language, LegalSource } from '../../core/rule';

export const legal: readonly LegalSource[] = [
  { de: 'Art. 5 Abs. 1 lit. f DSGVO', en: 'Art. 5(1)(f) GDPR', url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj#art_5' },
  { de: 'Art. 32 Abs. 1 und 4 DSGVO', en: 'Art. 32(1) and (4) GDPR', url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj#art_32' },
  { de: 'Art. 28 DSGVO', en: 'Art. 28 GDPR', url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj#art_28' },
];

export const explanation: { readonly [L in Language]: Explanation<Record<'exempt', unknown>> } = {
  de: {
    why: 'In einem privaten Postfach liegen berufliche Daten außerhalb dessen, was Ihr Unternehmen schützen, sichern und löschen kann: Mit dem Anbieter besteht kein Vertrag zur Auftragsverarbeitung (Art. 28 DSGVO), oft liest die Familie auf demselben Gerät mit, und nach dem Ausscheiden bleibt alles dort. Häufig ist es nur die automatische Vervollständigung, die nach einer privaten Nachricht die falsche Adresse vorschlägt. Personenbezogene Daten dürfen nur auf Weisung und gut geschützt verarbeitet werden (Art. 5 Abs. 1 lit. f, Art. 32 Abs. 1 und 4 DSGVO). Nehmen Sie die dienstliche Adresse; ist die private gewollt und abgesprochen, können Sie senden.',
    options: { exempt: 'Erlaubte private Postfächer (Adresse, Domain oder *.domain)' },
  },
  en: {
    why: 'In a private mailbox, data of the company lie outside what the company can protect, back up and erase: there is no processing agreement with the provider (Art. 28 GDPR), the family often uses the same device, and everything stays there after somebody has left. Often it is only auto-complete that suggests the wrong address after a private message. Personal data may be processed only on instruction and well protected (Art. 5(1)(f), Art. 32(1) and (4) GDPR). Take the address at work; if the private one is intended and agreed, you can send.',
    options: { exempt: 'Private mailboxes that are allowed (address, domain or *.domain)' },
  },
};
