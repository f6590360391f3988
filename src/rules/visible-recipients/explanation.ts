import type { Explanation, Language, LegalSource } from '../../core/rule';

export const legal: readonly LegalSource[] = [
  { de: 'Art. 5 Abs. 1 lit. f DSGVO', en: 'Art. 5(1)(f) GDPR', url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj#art_5' },
  { de: 'Art. 32 Abs. 1 DSGVO', en: 'Art. 32(1) GDPR', url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj#art_32' },
  { de: 'Art. 4 Nr. 1 DSGVO', en: 'Art. 4(1) GDPR', url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj#art_4' },
];

export const explanation: { readonly [L in Language]: Explanation<Record<'addresses' | 'organisations' | 'exempt', unknown>> } = {
  de: {
    why: 'Wer in An oder Cc steht, liest die Adressen aller anderen mit, kann sie weitergeben und an alle antworten. Gehören die Personen zu verschiedenen Organisationen, erfahren Unbeteiligte so, wer mit Ihnen zu tun hat; schon das kann heikel sein. Bcc zeigt jedem nur die eigene Adresse. Eine E-Mail-Adresse ist meist ein personenbezogenes Datum (Art. 4 Nr. 1 DSGVO), und das Unternehmen muss sie vor unbefugter Kenntnis schützen (Art. 5 Abs. 1 lit. f, Art. 32 DSGVO). Kennen sich alle und arbeiten am selben Vorgang, spricht meist nichts dagegen.',
    options: {
      addresses: 'Externe Adressen, die einander sehen dürfen',
      organisations: 'Externe Organisationen, die einander sehen dürfen',
      exempt: 'Nicht mitzählen (Domain, Adresse oder *.domain)',
    },
  },
  en: {
    why: 'Everyone in To or Cc reads all the other addresses, can pass them on and can reply to all. If the people belong to different organisations, outsiders learn who deals with you, and that alone may be delicate. Bcc shows everyone only their own address. An e-mail address is usually personal data (Art. 4(1) GDPR), and the company has to protect it from people who have no need of it (Art. 5(1)(f), Art. 32 GDPR). If all of them know each other and work on the same matter, there is usually nothing wrong with it.',
    options: {
      addresses: 'External addresses that may see each other',
      organisations: 'External organisations that may see each other',
      exempt: 'Not counted (domain, address or *.domain)',
    },
  },
};
