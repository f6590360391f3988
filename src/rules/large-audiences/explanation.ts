import type { Explanation, Language, LegalSource } from '../../core/rule';

export const legal: readonly LegalSource[] = [
  { de: 'Art. 32 Abs. 1 DSGVO', en: 'Art. 32(1) GDPR', url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj#art_32' },
  { de: 'Art. 25 Abs. 1 DSGVO', en: 'Art. 25(1) GDPR', url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj#art_25' },
  { de: 'Art. 5 Abs. 1 lit. f DSGVO', en: 'Art. 5(1)(f) GDPR', url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj#art_5' },
];

export const explanation: { readonly [L in Language]: Explanation<Record<'noticeFrom' | 'warnFrom' | 'criticalFrom' | 'exempt', unknown>> } = {
  de: {
    why: 'Ein Klick ins falsche Feld, und alle Adressen liegen offen; bei Rundmails an Dutzende oder Hunderte ist das immer wieder passiert, auch bei der Korrektur danach. Manchmal verrät schon der Kreis der Empfänger etwas, etwa bei Patienten oder Bewerberinnen. Eine Serienmail schreibt jeder Person einzeln, ein freigegebener Newsletter-Dienst führt auch An- und Abmeldungen. Wie viele Empfänger zu viele sind, sagt kein Gesetz; das Unternehmen muss aber Wege wählen, die zum Risiko passen (Art. 25, Art. 32 DSGVO). Für kleine Kreise genügen getrennte Nachrichten.',
    options: {
      noticeFrom: 'Hinweis ab so vielen externen Personen',
      warnFrom: 'Eingestellte Schwere ab so vielen externen Personen',
      criticalFrom: 'Kritisch ab so vielen externen Personen',
      exempt: 'Nicht mitzählen (Domain, Adresse oder *.domain)',
    },
  },
  en: {
    why: 'One click into the wrong field, and every address lies open; with circulars to dozens or hundreds that has happened again and again, even in the mail meant to correct it. Sometimes the circle of recipients alone gives something away, with patients or applicants for instance. A mail merge writes to each person singly, an approved newsletter service keeps sign-ups and opt-outs as well. No law says how many recipients are too many, but the company has to choose ways that fit the risk (Art. 25, Art. 32 GDPR). For a small circle separate mails will do.',
    options: {
      noticeFrom: 'Notice from this many external people on',
      warnFrom: 'The severity set, from this many external people on',
      criticalFrom: 'Critical from this many external people on',
      exempt: 'Not counted (domain, address or *.domain)',
    },
  },
};
