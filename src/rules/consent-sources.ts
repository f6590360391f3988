import type { InEachLanguage, LegalSource } from '../core/rule';

/** Provisions and words that several rules about consent name in their explanations. */
const gdpr = (article: number, de: string, en: string): LegalSource => ({ de: `Art. ${de} DSGVO`, en: `Art. ${en} GDPR`, url: `https://eur-lex.europa.eu/eli/reg/2016/679/oj#art_${article}` });
const uwg = (de: string, en: string): LegalSource => ({ de: `§ 7 ${de} UWG`, en: `Section 7${en} UWG (Germany)`, url: 'https://www.gesetze-im-internet.de/uwg_2004/__7.html' });

export const sources = {
  uwgConsent: uwg('Abs. 2 Nr. 2', '(2) no. 2'),
  uwgCustomers: uwg('Abs. 3 Nr. 1–4', '(3) no. 1–4'),
  uwgRefusal: uwg('Abs. 1 S. 2, Abs. 3 Nr. 3', '(1) sentence 2, (3) no. 3'),
  purposeLimitation: gdpr(5, '5 Abs. 1 lit. b', '5(1)(b)'),
  consent: gdpr(6, '6 Abs. 1 lit. a', '6(1)(a)'),
  otherPurpose: gdpr(6, '6 Abs. 4', '6(4)'),
  proof: gdpr(7, '7 Abs. 1', '7(1)'),
  withdrawal: gdpr(7, '7 Abs. 3', '7(3)'),
  toldPurposes: gdpr(13, '13 Abs. 1 lit. c', '13(1)(c)'),
  toldOrigin: gdpr(14, '14', '14'),
  objection: gdpr(21, '21 Abs. 2, 3', '21(2), (3)'),
  objectionNotice: gdpr(21, '21 Abs. 4', '21(4)'),
  ePrivacy: { de: 'Art. 13 Abs. 1, 2 Richtlinie 2002/58/EG', en: 'Art. 13(1), (2) Directive 2002/58/EC', url: 'https://eur-lex.europa.eu/eli/dir/2002/58/oj' },
  austria: { de: '§ 174 TKG 2021 (Österreich)', en: 'Section 174 TKG 2021 (Austria)', url: 'https://www.ris.bka.gv.at/NormDokument.wxe?Abfrage=Bundesnormen&Gesetzesnummer=20011678&Paragraf=174' },
  switzerland: { de: 'Art. 3 Abs. 1 lit. o UWG (Schweiz)', en: 'Art. 3(1)(o) UCA (Switzerland)', url: 'https://www.fedlex.admin.ch/eli/cc/1988/223_223_223/de#art_3' },
} as const;

export const EXEMPT_LABEL: InEachLanguage = {
  de: 'Nicht prüfen (Domain, Adresse oder *.domain)',
  en: 'Not checked (domain, address or *.domain)',
};
