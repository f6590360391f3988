import { type Example, example } from '../example';

const OFFER = { to: ['Anna Oak <anna@oak.example>', 'ben@elm.example'], purpose: 'offer' as const, subject: 'Herbstaktion' };
const TEXT = 'Guten Tag,\n\nbis Ende November erhalten Sie 15 % Rabatt auf alle Stühle.\n\nMit freundlichen Grüßen\nMara Own';
const ENGLISH = 'Dear Anna,\n\nyou get 15 % off all chairs until the end of November.\n\nBest regards\nMara Own';
const GERMAN_BLOCK = 'Genug davon? Ein Wort an genug@own.example reicht.';
const ENGLISH_BLOCK = 'Had enough? A word to enough@own.example will do.';

/** What shows the way out, as it stands below the text. */
const WAYS_OUT: readonly string[] = [
  'Sie können sich jederzeit vom Newsletter abmelden.',
  'Abmelden<https://own.example/abmelden?id=7>',
  'Wenn Sie keine weiteren Informationen von uns wünschen, antworten Sie bitte kurz.',
  'Sie können der Verwendung Ihrer E-Mail-Adresse für Werbung jederzeit widersprechen.',
  'Antworten Sie einfach mit „Stopp“.',
  'Unsubscribe: https://own.example/u/7',
  'If you no longer wish to receive our updates, let us know.',
  'You may object to the use of your address at any time.',
];

/** What shows none. */
const NO_WAY_OUT: readonly string[] = [
  'Jetzt anmelden und sparen!',
  'Bei Fragen antworten Sie einfach auf diese E-Mail.',
  'Stornieren können Sie bis Freitag.',
  'Reply to this mail if you have questions.',
];

export const examples: readonly Example[] = [
  example({ de: 'ein Angebot ohne Weg zum Abbestellen', en: 'an offer without a way to opt out' }, { ...OFFER, body: TEXT }, { finds: 'withoutOptOut', severity: 'warning', data: { purpose: 'offer', suggested: false, people: 2 }, about: [] }),
  example({ de: 'dasselbe mit einem Text in der Richtlinie, der eingefügt werden kann', en: 'the same with a text in the policy that can be inserted' }, { ...OFFER, body: TEXT }, { finds: 'withoutOptOut' }, { options: { german: GERMAN_BLOCK, english: ENGLISH_BLOCK } }),
  example({ de: 'ein englisches Angebot', en: 'an offer in English' }, { ...OFFER, body: ENGLISH }, { finds: 'withoutOptOut' }, { options: { german: GERMAN_BLOCK, english: ENGLISH_BLOCK } }),
  example({ de: 'eine Bitte um Bewertung ist auch Werbung', en: 'asking for a review is advertising, too' }, { ...OFFER, purpose: 'survey', subject: 'Ihr Einkauf', body: 'Guten Tag,\n\nbewerten Sie uns auf Google!' }, { finds: 'withoutOptOut', data: { purpose: 'survey', suggested: false, people: 2 } }),
  example({ de: 'was nur nach Werbung aussieht, wiegt weniger', en: 'what only looks like advertising weighs less' }, { to: ['anna@oak.example'], subject: 'Einladung zur Hausmesse', body: 'Guten Tag,\n\nwir freuen uns auf Sie.' }, { finds: 'withoutOptOut', severity: 'notice', data: { purpose: 'event', suggested: true, people: 1 } }),
  example({ de: 'an einen Verteiler draußen', en: 'to a list outside' }, { ...OFFER, to: ['kunden@oak.example'], lists: ['kunden@oak.example'], body: TEXT }, { finds: 'withoutOptOut', data: { purpose: 'offer', suggested: false, people: 0 } }),
  example({ de: 'eine Umfrage an einen Verteiler des Hauses, in den niemand sehen konnte', en: 'a survey to a list of the house nobody could look into' }, { to: ['alle@own.example'], lists: ['alle@own.example'], subject: 'Umfrage', body: 'Liebe Kolleginnen und Kollegen,\n\nbitte nehmen Sie an unserer kurzen Umfrage teil.' }, 'notApplicable', { members: { 'alle@own.example': 'noSource' } }),
  example({ de: 'dieselbe, und auf dem Verteiler steht jemand von draußen', en: 'the same, and somebody outside is on the list' }, { to: ['alle@own.example'], lists: ['alle@own.example'], subject: 'Umfrage', body: 'Liebe Kolleginnen und Kollegen,\n\nbitte nehmen Sie an unserer kurzen Umfrage teil.' }, { finds: 'withoutOptOut', severity: 'notice', data: { purpose: 'survey', suggested: true, people: 0 } }, { members: { 'alle@own.example': ['eva@own.example', 'anna@oak.example'] } }),
  example({ de: 'ein angegebenes Angebot an einen Verteiler des Hauses, in den niemand sehen konnte', en: 'a declared offer to a list of the house nobody could look into' }, { ...OFFER, to: ['kunden@own.example'], lists: ['kunden@own.example'], body: TEXT }, { finds: 'withoutOptOut', severity: 'warning' }, { members: { 'kunden@own.example': 'noSource' } }),
  example({ de: 'ein angegebenes Angebot an einen Verteiler nur mit Kollegen', en: 'a declared offer to a list of colleagues only' }, { ...OFFER, to: ['alle@own.example'], lists: ['alle@own.example'], body: TEXT }, 'notApplicable', { members: { 'alle@own.example': ['eva@own.example', 'finn@own.example'] } }),
  ...NO_WAY_OUT.map((line) => example({ de: `nur „${line}“`, en: `only “${line}”` }, { ...OFFER, body: `${TEXT}\n\n${line}` }, { finds: 'withoutOptOut' })),
  ...WAYS_OUT.map((line) => example({ de: `mit „${line}“`, en: `with “${line}”` }, { ...OFFER, body: `${TEXT}\n\n${line}` }, 'passed')),
  example({ de: 'der Hinweis steht in der Signatur', en: 'the note stands in the signature' }, { ...OFFER, body: `${TEXT}\nOwn GmbH, www.own.example\nNewsletter hier abmelden: www.own.example/ab\n` }, 'passed'),
  example({ de: 'der Hinweis steht nur in der zitierten Nachricht', en: 'the note stands in the quoted message only' }, { ...OFFER, body: `${TEXT}\n\nVon: Anna Oak <anna@oak.example>\nGesendet: Montag\nBetreff: Newsletter\n\nHier können Sie den Newsletter abbestellen.` }, { finds: 'withoutOptOut' }, { options: { german: GERMAN_BLOCK } }),
  example({ de: 'der Text der Richtlinie steht nur in der zitierten Nachricht', en: 'the policy’s text stands in the quoted message only' }, { ...OFFER, body: `${TEXT}\n\nAm 23.11.2026 um 10:00 schrieb Anna Oak <anna@oak.example>:\n> ${GERMAN_BLOCK}` }, { finds: 'withoutOptOut' }, { options: { german: GERMAN_BLOCK } }),
  example({ de: 'der Text der Richtlinie steht schon da', en: 'the policy’s text is there already' }, { ...OFFER, body: `${TEXT}\n\nGenug davon? Ein Wort an\ngenug@own.example  reicht.` }, 'passed', { options: { german: GERMAN_BLOCK } }),
  example({ de: 'eine Rechnung', en: 'an invoice' }, { to: ['anna@oak.example'], purpose: 'contract', subject: 'Rechnung', body: 'Guten Tag' }, 'notApplicable'),
  example({ de: 'eine gewöhnliche E-Mail', en: 'an ordinary mail' }, { to: ['anna@oak.example'], subject: 'Termin', body: 'Guten Tag' }, 'notApplicable'),
  example({ de: 'ein Angebot an Kollegen', en: 'an offer to colleagues' }, { ...OFFER, to: ['eva@own.example'], body: TEXT }, 'notApplicable'),
  example({ de: 'noch kein Empfänger', en: 'no recipient yet' }, { purpose: 'offer', body: TEXT }, 'notApplicable'),
];
