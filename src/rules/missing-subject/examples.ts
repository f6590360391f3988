import { example } from '../example';

export const examples = [
  example({ de: 'eine E-Mail ohne Betreff', en: 'a mail without a subject' }, { to: ['anna@oak.example'], body: 'Guten Tag' }, { finds: 'withoutSubject', severity: 'notice', data: {}, about: [] }),
  example({ de: 'ein Betreff aus Leerzeichen und Unsichtbarem', en: 'a subject of spaces and what cannot be seen' }, { to: ['anna@oak.example'], subject: ' \u00a0\u200b\t' }, { finds: 'withoutSubject' }),
  example({ de: 'eine Einladung ohne Betreff', en: 'an invitation without a subject' }, { required: ['anna@oak.example'], optional: ['eva@own.example'] }, { finds: 'meetingWithoutSubject', severity: 'notice' }),
  example({ de: 'nur „AW:“', en: 'nothing but “AW:”' }, { to: ['anna@oak.example'], subject: 'AW: ', composeType: 'reply' }, { finds: 'onlyReplySigns', data: { subject: 'AW:' } }),
  example({ de: 'mehrere Zeichen für Antwort und Weiterleitung', en: 'several signs of reply and forwarding' }, { to: ['anna@oak.example'], subject: 'WG: RE[2]: Fwd: ', composeType: 'forward' }, { finds: 'onlyReplySigns', data: { subject: 'WG: RE[2]: Fwd:' } }),
  example({ de: 'ein Platzhalter des Mailprogramms', en: 'a placeholder of the mail program' }, { to: ['anna@oak.example'], subject: 'AW: (kein Betreff)', composeType: 'reply' }, { finds: 'withoutSubject' }),
  example({ de: 'auch unter Kollegen', en: 'among colleagues, too' }, { to: ['eva@own.example'], subject: '' }, { finds: 'withoutSubject' }),
  example({ de: 'ein gewöhnlicher Betreff', en: 'an ordinary subject' }, { to: ['anna@oak.example'], subject: 'Angebot 4711' }, 'passed'),
  example({ de: 'ein einziges Wort genügt', en: 'one word is enough' }, { to: ['anna@oak.example'], subject: 'Re: Danke', composeType: 'reply' }, 'passed'),
  example({ de: 'ein Wort, das wie ein Zeichen für Antwort beginnt', en: 'a word that begins like a sign of reply' }, { to: ['anna@oak.example'], subject: 'Rechnung: 12' }, 'passed'),
  example({ de: 'eine Zahl ist ein Betreff', en: 'a number is a subject' }, { to: ['anna@oak.example'], subject: '4711' }, 'passed'),
  example({ de: 'ein Betreff in anderer Schrift', en: 'a subject in another script' }, { to: ['anna@oak.example'], subject: 'ありがとう' }, 'passed'),
  example({ de: 'noch kein Empfänger', en: 'no recipient yet' }, { body: 'Ein Entwurf' }, 'notApplicable'),
];
