/**
 * Where the standing of a country comes from: what countries.ts says in short, a test holds against
 * these. State: mid-2026. The decisions are cited by their numbers, the texts are on EUR-Lex.
 */
export interface AdequacySource {
  /** The act, in short form. */
  readonly act: string;
  /** First day in force, ISO 8601. */
  readonly since: string;
  /** Last day in force, where the act ends by itself. */
  readonly until?: string;
  /** Who it is for. */
  readonly scope: { readonly de: string; readonly en: string };
  readonly url: string;
}

const WHOLE = { de: 'Das ganze Land.', en: 'The whole country.' };

/** Decisions by the Commission under Art. 45 GDPR and its predecessor, for countries in `adequate` and `partial`. */
export const ADEQUACY_DECISIONS: { readonly [code: string]: AdequacySource } = {
  AD: { act: 'Decision 2010/625/EU', since: '2010-10-19', scope: WHOLE, url: 'https://eur-lex.europa.eu/eli/dec/2010/625/oj' },
  AR: { act: 'Decision 2003/490/EC', since: '2003-06-30', scope: WHOLE, url: 'https://eur-lex.europa.eu/eli/dec/2003/490/oj' },
  BR: {
    act: 'Implementing Decision (EU) 2026/179',
    since: '2026-01-26',
    scope: {
      de: 'Empfänger, für die das brasilianische Datenschutzgesetz (LGPD) gilt, private und öffentliche.',
      en: 'Recipients under the Brazilian data protection act (LGPD), private and public ones.',
    },
    url: 'https://eur-lex.europa.eu/eli/dec_impl/2026/179/oj',
  },
  CA: {
    act: 'Decision 2002/2/EC',
    since: '2001-12-20',
    scope: {
      de: 'Nur gewerbliche Organisationen, für die das Gesetz PIPEDA gilt; keine Behörden.',
      en: 'Only commercial organisations under the PIPEDA act; no public bodies.',
    },
    url: 'https://eur-lex.europa.eu/eli/dec/2002/2/oj',
  },
  CH: { act: 'Decision 2000/518/EC', since: '2000-07-26', scope: WHOLE, url: 'https://eur-lex.europa.eu/eli/dec/2000/518/oj' },
  FO: {
    act: 'Decision 2010/146/EU',
    since: '2010-03-05',
    scope: { de: 'Empfänger, für die das färöische Datenschutzrecht gilt.', en: 'Recipients under Faroese data protection law.' },
    url: 'https://eur-lex.europa.eu/eli/dec/2010/146/oj',
  },
  GB: {
    act: 'Implementing Decision (EU) 2021/1772, renewed on 19 December 2025',
    since: '2021-06-28',
    until: '2031-12-27',
    scope: {
      de: 'Vereinigtes Königreich unter seinem heutigen Datenschutzrecht; ohne Gibraltar.',
      en: 'The United Kingdom under its present data protection law; without Gibraltar.',
    },
    url: 'https://eur-lex.europa.eu/eli/dec_impl/2021/1772/oj',
  },
  GG: { act: 'Decision 2003/821/EC', since: '2003-11-21', scope: { de: 'Vogtei Guernsey.', en: 'Bailiwick of Guernsey.' }, url: 'https://eur-lex.europa.eu/eli/dec/2003/821/oj' },
  IL: {
    act: 'Decision 2011/61/EU',
    since: '2011-01-31',
    scope: { de: 'Israel in den Grenzen des Völkerrechts, ohne die besetzten Gebiete.', en: 'Israel as international law defines it, without the occupied territories.' },
    url: 'https://eur-lex.europa.eu/eli/dec/2011/61/oj',
  },
  IM: { act: 'Decision 2004/411/EC', since: '2004-04-28', scope: { de: 'Insel Man.', en: 'Isle of Man.' }, url: 'https://eur-lex.europa.eu/eli/dec/2004/411/oj' },
  JE: { act: 'Decision 2008/393/EC', since: '2008-05-08', scope: { de: 'Vogtei Jersey.', en: 'Bailiwick of Jersey.' }, url: 'https://eur-lex.europa.eu/eli/dec/2008/393/oj' },
  JP: {
    act: 'Implementing Decision (EU) 2019/419',
    since: '2019-01-23',
    scope: {
      de: 'Nur Unternehmen, für die das japanische Datenschutzgesetz (APPI) mit den ergänzenden Vorschriften gilt; nicht der öffentliche Bereich.',
      en: 'Only business operators under the Japanese data protection act (APPI) with its supplementary rules; not the public sector.',
    },
    url: 'https://eur-lex.europa.eu/eli/dec_impl/2019/419/oj',
  },
  KR: {
    act: 'Implementing Decision (EU) 2022/254',
    since: '2021-12-17',
    scope: {
      de: 'Nur Stellen unter dem koreanischen Datenschutzgesetz (PIPA), mit einzelnen Ausnahmen.',
      en: 'Only controllers under the Korean data protection act (PIPA), with single exceptions.',
    },
    url: 'https://eur-lex.europa.eu/eli/dec_impl/2022/254/oj',
  },
  NZ: { act: 'Implementing Decision 2013/65/EU', since: '2012-12-19', scope: { de: 'Neuseeland ohne Tokelau, Cookinseln und Niue.', en: 'New Zealand without Tokelau, Cook Islands and Niue.' }, url: 'https://eur-lex.europa.eu/eli/dec_impl/2013/65/oj' },
  US: {
    act: 'Implementing Decision (EU) 2023/1795',
    since: '2023-07-10',
    scope: {
      de: 'Nur Organisationen, die auf der Liste des Data Privacy Framework als aktiv stehen; Beschäftigtendaten nur, wenn sie eingeschlossen sind. Ein Rechtsmittel (C-703/25 P) ist anhängig.',
      en: 'Only organisations that are active on the Data Privacy Framework list; employees\' data only if these are included. An appeal (C-703/25 P) is pending.',
    },
    url: 'https://eur-lex.europa.eu/eli/dec_impl/2023/1795/oj',
  },
  UY: { act: 'Implementing Decision 2012/484/EU', since: '2012-08-21', scope: WHOLE, url: 'https://eur-lex.europa.eu/eli/dec_impl/2012/484/oj' },
};

/** Decisions for international organisations, by the domain they write from. */
export const ORGANISATION_DECISIONS: { readonly [domain: string]: AdequacySource } = {
  'epo.org': {
    act: 'Implementing Decision (EU) 2025/1382',
    since: '2025-07-15',
    scope: { de: 'Europäische Patentorganisation.', en: 'European Patent Organisation.' },
    url: 'https://eur-lex.europa.eu/eli/dec_impl/2025/1382/oj',
  },
};

/** What holds for every country of a standing, decision or not. */
export const STANDINGS: { readonly [standing in 'eea' | 'third']: { readonly de: string; readonly en: string; readonly url: string } } = {
  eea: {
    de: 'Mitgliedstaat der EU oder des EWR: Die DSGVO gilt, es gibt keine Übermittlung in ein Drittland.',
    en: 'Member state of the EU or the EEA: the GDPR applies, nothing is transferred to a third country.',
    url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj#art_44',
  },
  third: {
    de: 'Kein Angemessenheitsbeschluss: Eine Übermittlung braucht Garantien nach Art. 46 DSGVO, etwa Standardvertragsklauseln, oder eine Ausnahme nach Art. 49 DSGVO.',
    en: 'No adequacy decision: a transfer needs safeguards under Art. 46 GDPR, such as standard contractual clauses, or an exception under Art. 49 GDPR.',
    url: 'https://commission.europa.eu/law/law-topic/data-protection/international-dimension-data-protection/adequacy-decisions_en',
  },
};
