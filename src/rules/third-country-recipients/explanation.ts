import type { Explanation, Language, LegalSource } from '../../core/rule';

export const legal: readonly LegalSource[] = [
  { de: 'Art. 44 DSGVO', en: 'Art. 44 GDPR', url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj#art_44' },
  { de: 'Art. 45 DSGVO', en: 'Art. 45 GDPR', url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj#art_45' },
  { de: 'Art. 46 Abs. 1 DSGVO', en: 'Art. 46(1) GDPR', url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj#art_46' },
  { de: 'Art. 49 DSGVO', en: 'Art. 49 GDPR', url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj#art_49' },
];

export const explanation: { readonly [L in Language]: Explanation<Record<'treatAsAdequate' | 'treatAsThird' | 'corrections' | 'corrections.entries' | 'corrections.country' | 'exempt', unknown>> } = {
  de: {
    why: 'Außerhalb von EU und EWR sind Daten oft schlechter geschützt, und die Betroffenen können sich schwerer wehren. Gibt diese Nachricht Daten anderer Personen weiter, etwa an eine Firma oder Behörde dort, braucht das eine Grundlage: einen Angemessenheitsbeschluss der EU-Kommission (Art. 45 DSGVO), Garantien wie Standardvertragsklauseln (Art. 46 DSGVO) oder eine Ausnahme (Art. 49 DSGVO). In den USA gilt der Beschluss nur für Unternehmen auf der Liste des Data Privacy Framework. Schreiben Sie jemandem nur über seine eigenen Angelegenheiten, ist das in der Regel keine solche Übermittlung. Die Endung einer Domain sagt wenig über das Land; das Land im Kontakt geht vor. Ist im Kontakt eine gültige Garantie hinterlegt (Standardvertragsklauseln, verbindliche interne Datenschutzvorschriften, eine Freigabe), sagt Umsicht nichts. Fragen Sie im Zweifel Ihren Datenschutz.',
    options: {
      treatAsAdequate: 'Länder, die freigegeben sind (zum Beispiel US, IN)',
      treatAsThird: 'Länder, auf deren Angemessenheitsbeschluss Sie sich nicht verlassen',
      corrections: 'Länder, die von Kontakt oder Domain abweichen',
      'corrections.entries': 'Für wen (Domain, Adresse oder *.domain)',
      'corrections.country': 'In welchem Land',
      exempt: 'Nicht prüfen (Domain, Adresse oder *.domain)',
    },
  },
  en: {
    why: 'Outside the EU and EEA data are often less well protected, and the people concerned find it harder to defend themselves. If this message passes on data about other people, for instance to a company or authority there, that needs a basis: an adequacy decision of the EU Commission (Art. 45 GDPR), safeguards such as standard contractual clauses (Art. 46 GDPR) or an exception (Art. 49 GDPR). In the USA the decision covers only companies on the Data Privacy Framework list. If you write to somebody about nothing but their own affairs, that is as a rule no such transfer. The ending of a domain says little about a country; the country in the contact record comes first. If a valid safeguard is on file for the contact (standard contractual clauses, binding corporate rules, a release), Umsicht says nothing. If in doubt, ask your data protection officer.',
    options: {
      treatAsAdequate: 'Countries that are released (for example US, IN)',
      treatAsThird: 'Countries whose adequacy decision you do not rely on',
      corrections: 'Countries that differ from the contact or the domain',
      'corrections.entries': 'For whom (domain, address or *.domain)',
      'corrections.country': 'In which country',
      exempt: 'Not checked (domain, address or *.domain)',
    },
  },
};
