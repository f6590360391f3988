import type { Explanation, Language, LegalSource } from '../../core/rule';

export const legal: readonly LegalSource[] = [
  { de: 'Art. 5 Abs. 1 lit. c und f DSGVO', en: 'Art. 5(1)(c) and (f) GDPR', url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj#art_5' },
  { de: 'Art. 32 Abs. 1 DSGVO', en: 'Art. 32(1) GDPR', url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj#art_32' },
  { de: 'Art. 9 DSGVO', en: 'Art. 9 GDPR', url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj#art_9' },
];

type Labels = 'programs' | 'macros' | 'archives' | 'lists' | 'stores' | 'names' | 'organisations' | 'megabytes' | 'exempt';

export const explanation: { readonly [L in Language]: Explanation<Record<Labels, unknown>> } = {
  de: {
    why: 'Eine falsche Datei verrät mit einem Klick Tausende Menschen: Ein Impfzentrum hängte eine Tabelle mit etwa 13.000 Geimpften an eine E-Mail; das OLG Hamm sprach einer betroffenen Person dafür 100 Euro Schadensersatz zu (Urteil vom 20.01.2023, 11 U 88/22). Senden Sie nur, was der Empfänger braucht, und sehen Sie auch in ausgeblendete Zeilen, Blätter und Kommentare (Art. 5 Abs. 1 lit. c und f DSGVO). Bei hohem Risiko, etwa Gesundheitsdaten (Art. 9 DSGVO), reicht die übliche Transportverschlüsselung nicht; nehmen Sie Ende-zu-Ende-Verschlüsselung oder ein Portal (Art. 32 DSGVO). Umsicht sieht nur Namen und Größe, nicht den Inhalt, und in Archive, gleich ob verschlüsselt oder nicht, kann es gar nicht hineinsehen.',
    options: {
      programs: 'Endungen von Programmen und Skripten',
      macros: 'Endungen von Dateien mit Makros (nur Hinweis)',
      archives: 'Endungen von Archiven (nur Hinweis, außer der Name verrät mehr)',
      lists: 'Endungen von Dateien, die Listen von Personen enthalten können',
      stores: 'Endungen von ganzen Postfächern und Datenbanken',
      names: 'Wörter im Dateinamen, die für eine Liste von Personen sprechen',
      organisations: 'Externe Organisationen, die dieselbe Tabelle bekommen dürfen',
      megabytes: 'Größe aller Anhänge zusammen, ab der ein Hinweis kommt',
      exempt: 'Wer jeden Anhang bekommen darf (Domain, Adresse oder *.domain)',
    },
  },
  en: {
    why: 'One wrong file gives away thousands of people with one click: a vaccination centre attached a table of about 13,000 vaccinated people to a mail; the Higher Regional Court of Hamm awarded a person concerned 100 euros in damages (judgment of 20 January 2023, 11 U 88/22). Send only what the recipient needs, and look into hidden rows, sheets and comments, too (Art. 5(1)(c) and (f) GDPR). At high risk, such as health data (Art. 9 GDPR), ordinary transport encryption is not enough; use end-to-end encryption or a portal (Art. 32 GDPR). Umsicht sees names and sizes only, not the content, and into archives, encrypted or not, it cannot look at all.',
    options: {
      programs: 'Endings of programs and scripts',
      macros: 'Endings of files with macros (mentioned only)',
      archives: 'Endings of archives (mentioned only, unless the name tells more)',
      lists: 'Endings of files that may hold lists of people',
      stores: 'Endings of whole mailboxes and databases',
      names: 'Words in the file name that speak for a list of people',
      organisations: 'External organisations that may get the same table',
      megabytes: 'Size of all attachments together above which it is mentioned',
      exempt: 'Who may get any attachment (domain, address or *.domain)',
    },
  },
};
