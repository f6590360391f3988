import type { Explanation, Language, LegalSource } from '../../core/rule';

export const legal: readonly LegalSource[] = [
  { de: 'Art. 5 Abs. 1 lit. f DSGVO', en: 'Art. 5(1)(f) GDPR', url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj#art_5' },
  { de: 'Art. 32 Abs. 1 DSGVO', en: 'Art. 32(1) GDPR', url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj#art_32' },
];

export const explanation: { readonly [L in Language]: Explanation<Record<'exempt', unknown>> } = {
  de: {
    why: 'Hinter einem Verteiler stehen oft mehr und andere Menschen, als man denkt: Ehemalige, Dienstleister, ein zweiter Verteiler. Was Sie schreiben, erreicht sie alle. Eine Kontaktgruppe wird beim Senden zu ihren einzelnen Adressen, die dann jeder in An und Cc liest; der Name der Gruppe verbirgt niemanden. Klappen Sie sie im Adressfeld auf (das Pluszeichen davor) und prüfen Sie die Namen. Das Unternehmen muss Daten vor unbefugter Kenntnis schützen (Art. 5 Abs. 1 lit. f, Art. 32 DSGVO). Ist ein Verzeichnis angebunden, nennt Umsicht, wie viele Externe auf einer Liste stehen.',
    options: {
      exempt: 'Nicht prüfen (Adresse der Liste, Domain oder *.domain)',
    },
  },
  en: {
    why: 'Behind a list there are often more and other people than one thinks: former colleagues, contractors, a second list. What you write reaches all of them. A contact group turns into its single addresses when it is sent, and then everybody reads them in To and Cc; the name of the group hides nobody. Expand it in the address field (the plus sign in front) and check the names. The company has to protect data from people who have no need of them (Art. 5(1)(f), Art. 32 GDPR). With a directory connected, Umsicht tells how many outsiders are on a list.',
    options: {
      exempt: 'Not checked (address of the list, domain or *.domain)',
    },
  },
};
