import { example } from '../example';

const MANY = Array.from({ length: 31 }, (_, index) => `person${index}@client${index}.example`);
const NEWSLETTER = { subject: 'Unser Newsletter im November', body: 'Guten Tag,\n\nhier sind die Neuigkeiten aus unserem Haus.\n\nViele Grüße\nMara Own' };

export const examples = [
  example(
    { de: 'ein Newsletter ohne angegebenen Zweck', en: 'a newsletter without a declared purpose' },
    { to: ['anna@oak.example', 'ben@elm.example'], cc: ['eva@own.example'], ...NEWSLETTER },
    { finds: 'looksLikeAdvertising', severity: 'notice', data: { purpose: 'newsletter', seen: ['Newsletter', 'Neuigkeiten aus unserem'], people: 2 }, about: [] },
  ),
  example(
    { de: 'ein Sonderangebot an eine Person', en: 'a special offer to one person' },
    { to: ['anna@oak.example'], subject: 'Special offer for you', body: 'Dear Anna,\n\n15 % off everything, while stocks last.' },
    { finds: 'looksLikeAdvertising', data: { purpose: 'offer', seen: ['Special offer', '15 % off everything', 'while stocks last'], people: 1 } },
  ),
  example(
    { de: 'eine Einladung mit dem Link einer Kampagne', en: 'an invitation with the link of a campaign' },
    { to: ['anna@oak.example', 'ben@elm.example', 'cem@ash.example'], subject: 'Webinar im Dezember', body: 'Hier entlang: https://own.example/webinar?utm_source=mail&utm_medium=email' },
    { finds: 'looksLikeAdvertising', data: { purpose: 'event', seen: ['Webinar', 'Link: utm_source'], people: 3 } },
  ),
  example(
    { de: 'eine Umfrage an viele, die sonst nicht auffiele', en: 'a survey to many that would not stand out otherwise' },
    { bcc: MANY, subject: 'Ihre Meinung zählt', body: 'Guten Tag,\n\nwir freuen uns auf Ihre Antwort.' },
    { finds: 'looksLikeAdvertising', data: { purpose: 'survey', seen: ['Ihre Meinung zählt'], people: 31 } },
  ),
  example(
    { de: 'ein Newsletter an einen Verteiler draußen', en: 'a newsletter to a list outside' },
    { to: ['kunden@oak.example'], lists: ['kunden@oak.example'], ...NEWSLETTER },
    { finds: 'looksLikeAdvertising', data: { purpose: 'newsletter', seen: ['Newsletter', 'Neuigkeiten aus unserem'], people: 0 } },
  ),
  example(
    { de: 'ein Newsletter an einen Verteiler des Hauses, in den niemand sehen konnte', en: 'a newsletter to a list of the house nobody could look into' },
    { to: ['kunden@own.example'], lists: ['kunden@own.example'], ...NEWSLETTER },
    { finds: 'looksLikeAdvertising', data: { purpose: 'newsletter', seen: ['Newsletter', 'Neuigkeiten aus unserem'], people: 0 } },
    { members: { 'kunden@own.example': 'noSource' } },
  ),
  example({ de: 'ein Newsletter an einen Verteiler nur mit Kollegen', en: 'a newsletter to a list of colleagues only' }, { to: ['alle@own.example'], lists: ['alle@own.example'], ...NEWSLETTER }, 'notApplicable', { members: { 'alle@own.example': ['eva@own.example', 'finn@own.example'] } }),
  example({ de: 'ein Rundschreiben an viele', en: 'a circular to many' }, { bcc: MANY, subject: 'Neue Öffnungszeiten', body: 'Ab Dezember sind wir von 8 bis 16 Uhr für Sie da.' }, { finds: 'goesToMany', data: { people: 31 } }),
  example({ de: 'ein Rundschreiben, eine strengere Richtlinie', en: 'a circular under a stricter policy' }, { bcc: MANY.slice(0, 5), subject: 'Neue Öffnungszeiten', body: 'Ab Dezember.' }, { finds: 'goesToMany', data: { people: 5 } }, { options: { people: 5 } }),
  example({ de: 'einer weniger als der Grenzwert', en: 'one less than the limit' }, { bcc: MANY.slice(0, 24), subject: 'Neue Öffnungszeiten', body: 'Ab Dezember.' }, 'passed'),
  example({ de: 'genau am Grenzwert', en: 'exactly at the limit' }, { bcc: MANY.slice(0, 25), subject: 'Neue Öffnungszeiten', body: 'Ab Dezember.' }, { finds: 'goesToMany', data: { people: 25 } }),
  example({ de: 'eine Person in vielen Schreibweisen', en: 'one person in many spellings' }, { bcc: Array.from({ length: 30 }, (_, index) => (index % 2 ? 'anna@oak.example' : 'ANNA@Oak.example')), subject: 'Termin', body: 'x' }, 'passed'),
  example({ de: 'eine Richtlinie ohne Grenzwert', en: 'a policy without a limit' }, { bcc: MANY, subject: 'Neue Öffnungszeiten', body: 'Ab Dezember.' }, 'passed', { options: { people: null } }),
  example({ de: 'der Zweck ist angegeben', en: 'the purpose is declared' }, { to: ['anna@oak.example'], purpose: 'newsletter', ...NEWSLETTER }, 'passed'),
  example({ de: 'ein anderer Zweck ist angegeben', en: 'another purpose is declared' }, { to: ['anna@oak.example'], purpose: 'contract', ...NEWSLETTER }, 'passed'),
  example({ de: 'eine gewöhnliche E-Mail', en: 'an ordinary mail' }, { to: ['anna@oak.example'], subject: 'Ihr Angebot Nr. 4711', body: 'Guten Tag Frau Oak,\n\nanbei unser Angebot. Bei Abnahme von 100 Stück geben wir 5 % Rabatt.' }, 'passed'),
  example({ de: 'ein weitergeleiteter Newsletter', en: 'a newsletter passed on' }, { to: ['anna@oak.example'], subject: 'WG: Newsletter November', body: 'Zur Kenntnis.\n\nVon: Ben Elm <ben@elm.example>\nGesendet: Montag\nBetreff: Newsletter November\n\nSie erhalten diese E-Mail, weil Sie sich angemeldet haben.', composeType: 'forward' }, 'passed'),
  example({ de: 'Werbung in der Signatur', en: 'advertising in the signature' }, { to: ['anna@oak.example'], subject: 'Protokoll', body: 'Hier das Protokoll.\n\nViele Grüße\nMara Own\nOwn GmbH, www.own.example\nJetzt Newsletter abonnieren und 10 % Rabatt sichern!' }, 'passed'),
  example({ de: 'ein Newsletter an Kollegen', en: 'a newsletter to colleagues' }, { to: ['eva@own.example', 'finn@own.example'], ...NEWSLETTER }, 'notApplicable'),
  example({ de: 'eine Besprechung', en: 'a meeting' }, { required: MANY, subject: 'Webinar', body: 'Jetzt anmelden!' }, 'notApplicable'),
  example({ de: 'noch kein Empfänger', en: 'no recipient yet' }, NEWSLETTER, 'notApplicable'),
];
