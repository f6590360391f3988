import type { Explanation, Language, LegalSource } from '../../core/rule';

export const legal: readonly LegalSource[] = [
  { de: 'Art. 5 Abs. 1 lit. f DSGVO', en: 'Art. 5(1)(f) GDPR', url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj#art_5' },
  { de: 'Art. 32 Abs. 4 DSGVO', en: 'Art. 32(4) GDPR', url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj#art_32' },
];

type Labels = 'lists' | 'lists.entries' | 'lists.except' | 'lists.reason' | 'lists.reasonDe' | 'lists.reasonEn';

export const explanation: { readonly [L in Language]: Explanation<Record<Labels, unknown>> } = {
  de: {
    why: 'Ihre Organisation hat festgelegt, dass an diese Adressen nichts gehen soll: etwa weil ein Postfach nicht mehr dem früheren Ansprechpartner gehört, eine Domain nur durch Vertippen erreicht wird oder ein Verfahren läuft. Eine E-Mail lässt sich nicht zurückholen; was sie enthält, wissen dann die Falschen. Das Unternehmen muss dafür sorgen, dass personenbezogene Daten nur nach seinen Vorgaben weitergegeben werden (Art. 5 Abs. 1 lit. f, Art. 32 Abs. 4 DSGVO). Nehmen Sie die Empfänger heraus; passt die Liste nicht mehr, kann Ihre Administration sie ändern.',
    options: {
      lists: 'Listen von Empfängern, an die nichts gehen soll',
      'lists.entries': 'Domain (mit Unterdomains), *.domain oder Adresse',
      'lists.except': 'Ausnahmen von dieser Liste',
      'lists.reason': 'Grund, wie ihn die Meldung nennt',
      'lists.reasonDe': 'Grund auf Deutsch, falls er anders lautet',
      'lists.reasonEn': 'Grund auf Englisch, falls er anders lautet',
    },
  },
  en: {
    why: 'Your organisation has decided that nothing should go to these addresses: a mailbox may no longer belong to the former contact, a domain may be reached by mistyping only, or a dispute may be pending. A mail cannot be called back; what it says is then known to the wrong people. The company has to make sure that personal data is passed on by its instructions only (Art. 5(1)(f), Art. 32(4) GDPR). Take the recipients out; if the list is out of date, your administrator can change it.',
    options: {
      lists: 'Lists of recipients to whom nothing should go',
      'lists.entries': 'Domain (with subdomains), *.domain or address',
      'lists.except': 'Exceptions from this list',
      'lists.reason': 'Reason as the message states it',
      'lists.reasonDe': 'Reason in German where it differs',
      'lists.reasonEn': 'Reason in English where it differs',
    },
  },
};
