import type { Explanation, Language, LegalSource } from '../../core/rule';

export const legal: readonly LegalSource[] = [
  { de: 'Art. 5 Abs. 1 lit. d DSGVO', en: 'Art. 5(1)(d) GDPR', url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj#art_5' },
  { de: 'Art. 5 Abs. 1 lit. f DSGVO', en: 'Art. 5(1)(f) GDPR', url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj#art_5' },
  { de: 'Art. 32 Abs. 1 DSGVO', en: 'Art. 32(1) GDPR', url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj#art_32' },
];

export const explanation: { readonly [L in Language]: Explanation<Record<'colleagues' | 'exempt', unknown>> } = {
  de: {
    why: 'Outlook zeigt meist nur den Namen, gesendet wird aber an die Adresse dahinter. Die automatische Vervollständigung setzt leicht die falsche von zwei Personen gleichen Namens ein, und Betrüger geben sich den Namen einer Führungskraft oder schreiben deren Adresse in das Namensfeld. Eine fehlgeleitete Nachricht lässt sich nicht zurückholen und kann Unbeteiligten Daten offenlegen (Art. 5 Abs. 1 lit. f, Art. 32 DSGVO). Vergleichen Sie Name und Adresse; heißen tatsächlich zwei Personen so, ist nichts zu tun. Ihre Administration kann Namen eintragen, auf die besonders geachtet wird, und Adressen, die so heißen dürfen.',
    options: {
      colleagues: 'Namen aus dem Haus, auf die immer geachtet wird, etwa der Vorstand',
      exempt: 'Dürfen so heißen (Domain, Adresse oder *.domain)',
    },
  },
  en: {
    why: 'Outlook usually shows the name only, but the message is sent to the address behind it. Auto-complete easily puts in the wrong one of two people of the same name, and fraudsters take the name of an executive or write that person’s address into the name field. A misdirected message cannot be called back and may disclose data to outsiders (Art. 5(1)(f), Art. 32 GDPR). Compare name and address; if two people really have that name, there is nothing to do. Your administrator can list names that deserve special care, and addresses that may bear them.',
    options: {
      colleagues: 'Names of your own people that are always watched, such as the board',
      exempt: 'May bear such a name (domain, address or *.domain)',
    },
  },
};
