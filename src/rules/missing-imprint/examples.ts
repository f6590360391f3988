import { type Example, example } from '../example';

const OFFER = { to: ['Anna Oak <anna@oak.example>', 'ben@elm.example'], purpose: 'offer' as const, subject: 'Herbstaktion' };
const TEXT = 'Guten Tag,\n\nbis Ende November erhalten Sie 15 % Rabatt auf alle Stühle.\n\nMit freundlichen Grüßen\nMara Own';
const ENGLISH = 'Dear Anna,\n\nyou get 15 % off all chairs until the end of November.\n\nBest regards\nMara Own';
const GERMAN_BLOCK = 'Own GmbH\nEschenweg 1, 12345 Oakstadt\nSitz und Register: Oakstadt';
const ENGLISH_BLOCK = 'Own GmbH, a company of Oakstadt, Germany';

/** What makes an imprint, as it stands below the text. */
const IMPRINTS: readonly string[] = [
  'Own GmbH, Geschäftsführerin: Mara Own, Amtsgericht Oakstadt, HRB 4711',
  'Impressum: https://own.example/impressum',
  'Impressum<https://own.example/rechtliches>',
  'Impressum | Datenschutz | Abmelden',
  'www.own.example/impressum',
  'Zum Impressum',
  'Own Holz, Inhaberin: Mara Own, Eschenweg 1, 12345 Oakstadt',
  'Own Holz e. K., USt-IdNr.: DE123456789',
  'Own GmbH, HRB 4711 Oakstadt',
  'Own AG, UID-Nummer: ATU12345678, A-1010 Wien',
  'Own e. V., VR 1234, vertreten durch den Vorstand',
  'Legal notice: https://own.example/legal',
  'Imprint',
  'Own Ltd. Registered in England and Wales, company no. 01234567',
  'Own Ltd, VAT no. GB 123 4567 89',
];

/** What is no imprint yet. */
const NOT_YET: readonly string[] = [
  'Own GmbH',
  'Tel. +49 30 1234567, mara@own.example, www.own.example',
  'Eschenweg 1, 12345 Oakstadt',
  'Geschäftsführerin: Mara Own',
  'Wir freuen uns auf Sie!',
  'Das Impressum unserer Website ist fehlerhaft.',
  'Own Ltd, the company for chairs',
];

export const examples: readonly Example[] = [
  example({ de: 'ein Angebot ohne Impressum', en: 'an offer without a legal notice' }, { ...OFFER, body: TEXT }, { finds: 'withoutImprint', severity: 'warning', data: { purpose: 'offer', suggested: false, people: 2 }, about: [] }),
  example({ de: 'dasselbe mit einem Text in der Richtlinie, der eingefügt werden kann', en: 'the same with a text in the policy that can be inserted' }, { ...OFFER, body: TEXT }, { finds: 'withoutImprint' }, { options: { german: GERMAN_BLOCK, english: ENGLISH_BLOCK } }),
  example({ de: 'ein englisches Angebot', en: 'an offer in English' }, { ...OFFER, body: ENGLISH }, { finds: 'withoutImprint' }, { options: { german: GERMAN_BLOCK, english: ENGLISH_BLOCK } }),
  example({ de: 'ein englisches Angebot, die Richtlinie hat nur einen deutschen Text', en: 'an offer in English, the policy has a German text only' }, { ...OFFER, body: ENGLISH }, { finds: 'withoutImprint' }, { options: { german: GERMAN_BLOCK } }),
  example({ de: 'was nur nach Werbung aussieht, wiegt weniger', en: 'what only looks like advertising weighs less' }, { to: ['anna@oak.example'], subject: 'Unser Newsletter im November', body: 'Guten Tag,\n\nhier ist er.' }, { finds: 'withoutImprint', severity: 'notice', data: { purpose: 'newsletter', suggested: true, people: 1 } }),
  example({ de: 'an einen Verteiler draußen', en: 'to a list outside' }, { ...OFFER, to: ['kunden@oak.example'], lists: ['kunden@oak.example'], body: TEXT }, { finds: 'withoutImprint', data: { purpose: 'offer', suggested: false, people: 0 } }),
  example({ de: 'eine Umfrage an einen Verteiler des Hauses, in den niemand sehen konnte', en: 'a survey to a list of the house nobody could look into' }, { to: ['alle@own.example'], lists: ['alle@own.example'], subject: 'Umfrage', body: 'Liebe Kolleginnen und Kollegen,\n\nbitte nehmen Sie an unserer kurzen Umfrage teil.' }, 'notApplicable', { members: { 'alle@own.example': 'noSource' } }),
  example({ de: 'dieselbe, und auf dem Verteiler steht jemand von draußen', en: 'the same, and somebody outside is on the list' }, { to: ['alle@own.example'], lists: ['alle@own.example'], subject: 'Umfrage', body: 'Liebe Kolleginnen und Kollegen,\n\nbitte nehmen Sie an unserer kurzen Umfrage teil.' }, { finds: 'withoutImprint', severity: 'notice', data: { purpose: 'survey', suggested: true, people: 0 } }, { members: { 'alle@own.example': ['eva@own.example', 'anna@oak.example'] } }),
  example({ de: 'ein angegebenes Angebot an einen Verteiler des Hauses, in den niemand sehen konnte', en: 'a declared offer to a list of the house nobody could look into' }, { ...OFFER, to: ['kunden@own.example'], lists: ['kunden@own.example'], body: TEXT }, { finds: 'withoutImprint', severity: 'warning' }, { members: { 'kunden@own.example': 'noSource' } }),
  example({ de: 'ein angegebenes Angebot an einen Verteiler nur mit Kollegen', en: 'a declared offer to a list of colleagues only' }, { ...OFFER, to: ['alle@own.example'], lists: ['alle@own.example'], body: TEXT }, 'notApplicable', { members: { 'alle@own.example': ['eva@own.example', 'finn@own.example'] } }),
  ...NOT_YET.map((line) => example({ de: `nur „${line}“`, en: `only “${line}”` }, { ...OFFER, body: `${TEXT}\n${line}` }, { finds: 'withoutImprint' })),
  ...IMPRINTS.map((line) => example({ de: `mit „${line}“`, en: `with “${line}”` }, { ...OFFER, body: `${TEXT}\n${line}` }, 'passed')),
  example({ de: 'das Impressum steht in der Signatur', en: 'the legal notice stands in the signature' }, { ...OFFER, body: `${TEXT}\nOwn GmbH\nAmtsgericht Oakstadt HRB 4711\n` }, 'passed'),
  example({ de: 'das Impressum steht nur in der zitierten Nachricht', en: 'the legal notice stands in the quoted message only' }, { ...OFFER, body: `${TEXT}\n\nVon: Anna Oak <anna@oak.example>\nGesendet: Montag\nBetreff: Anfrage\n\nOak GmbH, Amtsgericht Elmstadt HRB 11` }, { finds: 'withoutImprint' }, { options: { german: GERMAN_BLOCK } }),
  example({ de: 'der Text der Richtlinie steht schon da, anders umbrochen', en: 'the policy’s text is there already, with other line breaks' }, { ...OFFER, body: `${TEXT}\n\nOwn GmbH Eschenweg 1,  12345 Oakstadt\nSitz und\u00a0Register: Oakstadt\n` }, 'passed', { options: { german: GERMAN_BLOCK } }),
  example({ de: 'eine Rechnung', en: 'an invoice' }, { to: ['anna@oak.example'], purpose: 'contract', subject: 'Rechnung', body: 'Guten Tag' }, 'notApplicable'),
  example({ de: 'eine gewöhnliche E-Mail', en: 'an ordinary mail' }, { to: ['anna@oak.example'], subject: 'Termin', body: 'Guten Tag' }, 'notApplicable'),
  example({ de: 'ein Angebot an Kollegen', en: 'an offer to colleagues' }, { ...OFFER, to: ['eva@own.example'], body: TEXT }, 'notApplicable'),
  example({ de: 'noch kein Empfänger', en: 'no recipient yet' }, { purpose: 'offer', body: TEXT }, 'notApplicable'),
];
