import type { Explanation, Language, LegalSource } from '../../core/rule';

export const legal: readonly LegalSource[] = [
  { de: 'Art. 5 Abs. 1 lit. f DSGVO', en: 'Art. 5(1)(f) GDPR', url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj#art_5' },
  { de: 'Art. 32 Abs. 4 DSGVO', en: 'Art. 32(4) GDPR', url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj#art_32' },
];

type Labels = 'lists' | 'lists.entries' | 'lists.except' | 'lists.reason' | 'lists.reasonDe' | 'lists.reasonEn';

export const explanation: { readonly [L in Language]: Explanation<Record<Labels, unknown>> } = {
  de: {
    why: 'Bei diesen Adressen lohnt ein zweiter Blick, so hat es Ihre Organisation festgelegt: weil sie leicht mit anderen verwechselt werden, weil dort die Gegenseite, die Presse oder eine Behörde mitliest, oder weil viele Personen das Postfach lesen. Ging eine E-Mail an die Falschen, lässt sie sich nicht zurückholen. Zum Schutz personenbezogener Daten gehört, dass solche Vorgaben beim Schreiben bekannt sind (Art. 5 Abs. 1 lit. f, Art. 32 Abs. 4 DSGVO). Stimmt der Empfänger und ist der Inhalt für ihn bestimmt, können Sie senden.',
    options: {
      lists: 'Listen von Empfängern, bei denen gefragt wird',
      'lists.entries': 'Domain (mit Unterdomains), *.domain oder Adresse',
      'lists.except': 'Ausnahmen von dieser Liste',
      'lists.reason': 'Grund, wie ihn die Meldung nennt',
      'lists.reasonDe': 'Grund auf Deutsch, falls er anders lautet',
      'lists.reasonEn': 'Grund auf Englisch, falls er anders lautet',
    },
  },
  en: {
    why: 'Your organisation has decided that these addresses deserve a second look: they are easily mistaken for others, the other party, the press or an authority reads there, or many people read the mailbox. A mail that went to the wrong people cannot be called back. Protecting personal data includes that such instructions are known while writing (Art. 5(1)(f), Art. 32(4) GDPR). If the recipient is right and the content is meant for them, you can send.',
    options: {
      lists: 'Lists of recipients that Umsicht asks about',
      'lists.entries': 'Domain (with subdomains), *.domain or address',
      'lists.except': 'Exceptions from this list',
      'lists.reason': 'Reason as the message states it',
      'lists.reasonDe': 'Reason in German where it differs',
      'lists.reasonEn': 'Reason in English where it differs',
    },
  },
};
