import type { Explanation, Language, LegalSource } from '../../core/rule';

export const legal: readonly LegalSource[] = [
  { de: 'Art. 5 Abs. 1 lit. f DSGVO', en: 'Art. 5(1)(f) GDPR', url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj#art_5' },
  { de: 'Art. 32 Abs. 1 DSGVO', en: 'Art. 32(1) GDPR', url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj#art_32' },
];

export const explanation: { readonly [L in Language]: Explanation<Record<'partners', unknown>> } = {
  de: {
    why: 'Ein vergessener Punkt, zwei vertauschte Buchstaben oder eine andere Endung, und die Nachricht landet bei Fremden. Manche registrieren solche Domains eigens dafür: 2011 fingen Forscher mit Domains, denen nur der Punkt zwischen den Teilen fehlte, in sechs Monaten 120.000 E-Mails ab. Auch Betrüger schreiben von Domains, die Ihrer eigenen oder der eines Partners gleichen, und hoffen auf eine Antwort. Vergleichen Sie die Domain Zeichen für Zeichen mit der, die Sie kennen. Wer Daten an Unbeteiligte sendet, kann sie nicht zurückholen; das Unternehmen muss sie davor schützen (Art. 5 Abs. 1 lit. f, Art. 32 DSGVO). Ist die Domain richtig, kann Ihre Administration sie als Partner eintragen.',
    options: { partners: 'Domains von Partnern, die als bekannt gelten' },
  },
  en: {
    why: 'A dot left out, two letters in the wrong order or another ending, and the message is with strangers. Some people register such domains for that purpose: in 2011 researchers caught 120,000 e-mails in six months with domains that only lacked the dot between their parts. Fraudsters, too, write from domains that look like your own or a partner’s and hope for an answer. Compare the domain character by character with the one you know. What was sent to outsiders cannot be called back, and the company has to protect it from that (Art. 5(1)(f), Art. 32 GDPR). If the domain is right, your administrator can list it as a partner.',
    options: { partners: 'Domains of partners, which count as known' },
  },
};
