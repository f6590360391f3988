import type { Explanation, Language, LegalSource } from '../../core/rule';

export const legal: readonly LegalSource[] = [
  { de: 'Art. 5 Abs. 1 lit. d DSGVO', en: 'Art. 5(1)(d) GDPR', url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj#art_5' },
  { de: 'Art. 5 Abs. 1 lit. f DSGVO', en: 'Art. 5(1)(f) GDPR', url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj#art_5' },
  { de: 'Art. 32 Abs. 1 DSGVO', en: 'Art. 32(1) GDPR', url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj#art_32' },
];

export const explanation: { readonly [L in Language]: Explanation<Record<'exempt', unknown>> } = {
  de: {
    why: 'Eine Adresse, an die aus Ihrem Haus noch niemand geschrieben hat, ist entweder ein neuer Kontakt oder ein Versehen: ein Tippfehler, oder die automatische Vervollständigung hat eine andere Person eingesetzt. Vergleichen Sie Name und Adresse, bevor Sie senden; danach lässt sich eine Nachricht nicht mehr zurückholen. Adressen sollen richtig sein (Art. 5 Abs. 1 lit. d DSGVO), und Daten sollen nicht an Unbeteiligte gelangen (Art. 5 Abs. 1 lit. f, Art. 32 DSGVO). Wer schon am Verlauf beteiligt ist, gilt nicht als neu. Umsicht kennt nur Nachrichten, bei denen es dabei war, also keine von vor seiner Einführung oder vom Telefon: Anfangs kann auch eine vertraute Adresse hier stehen.',
    options: { exempt: 'Nicht prüfen (Domain, Adresse oder *.domain)' },
  },
  en: {
    why: 'An address that nobody of your organisation has written to before is either a new contact or an accident: a slip of the finger, or auto-complete has put in another person. Compare name and address before you send; afterwards a message cannot be called back. Addresses should be accurate (Art. 5(1)(d) GDPR), and data should not reach outsiders (Art. 5(1)(f), Art. 32 GDPR). Whoever has a part in the thread already does not count as new. Umsicht knows only messages it was there for, none from before it was introduced or from a phone: at first a familiar address may be named here, too.',
    options: { exempt: 'Not checked (domain, address or *.domain)' },
  },
};
