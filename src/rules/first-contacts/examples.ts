import { example } from '../example';

export const examples = [
  example(
    { de: 'eine neue Adresse neben einer vertrauten', en: 'a new address beside a familiar one' },
    { to: ['Anna Oak <anna@oak.example>', 'ben@elm.example'], subject: 'Angebot' },
    { finds: 'neverWrittenTo', data: { people: 1, addresses: ['anna@oak.example'] }, about: ['anna@oak.example'] },
    { correspondence: { 'anna@oak.example': false, 'ben@elm.example': true } },
  ),
  example(
    { de: 'drei neue Adressen, eine davon zweimal', en: 'three new addresses, one of them twice' },
    { to: ['anna@oak.example', 'ben@elm.example'], cc: ['ANNA@oak.example', 'carla@gmx.de'] },
    { finds: 'neverWrittenTo', data: { people: 3, addresses: ['anna@oak.example', 'ben@elm.example', 'carla@gmx.de'] } },
    { correspondence: { 'anna@oak.example': false, 'ben@elm.example': false, 'carla@gmx.de': false } },
  ),
  example(
    { de: 'die neue Liste eines Kunden', en: 'a new list of a client' },
    { to: ['alle@oak.example'], lists: ['alle@oak.example'] },
    { finds: 'neverWrittenTo', data: { people: 1, addresses: ['alle@oak.example'] } },
    { correspondence: { 'alle@oak.example': false } },
  ),
  example(
    { de: 'jemand wurde zu einer Antwort hinzugefügt', en: 'somebody was added to a reply' },
    { to: ['anna@oak.example', 'ben@elm.example'], composeType: 'reply', openedWith: ['anna@oak.example'] },
    { finds: 'neverWrittenTo', data: { people: 1, addresses: ['ben@elm.example'] } },
    { correspondence: { 'anna@oak.example': false, 'ben@elm.example': false } },
  ),
  example(
    { de: 'eine neue Adresse, und bei zweien antwortet der Dienst nicht', en: 'a new address, and no answer on two others' },
    { to: ['cem@ash.example', 'ben@elm.example', 'anna@oak.example'] },
    [
      { finds: 'neverWrittenTo', data: { people: 1, addresses: ['anna@oak.example'] } },
      { undetermined: 'noAnswer', data: { people: 2, reason: 'timeout' }, about: ['cem@ash.example', 'ben@elm.example'] },
    ],
    { correspondence: { 'cem@ash.example': 'timeout', 'ben@elm.example': 'timeout', 'anna@oak.example': false } },
  ),
  example(
    { de: 'niemand hat den Dienst gefragt', en: 'nobody asked the service' },
    { to: ['anna@oak.example'] },
    { undetermined: 'noAnswer', data: { people: 1, reason: 'notAsked' } },
  ),
  example(
    { de: 'zwei Gründe, warum nichts bekannt ist', en: 'two reasons why nothing is known' },
    { to: ['anna@oak.example', 'ben@elm.example'] },
    [
      { undetermined: 'noAnswer', data: { people: 1, reason: 'unreachable' } },
      { undetermined: 'noAnswer', data: { people: 1, reason: 'notAsked' } },
    ],
    { correspondence: { 'anna@oak.example': 'unreachable' } },
  ),
  example(
    { de: 'alle wurden schon einmal angeschrieben', en: 'all of them were written to before' },
    { to: ['anna@oak.example', 'ben@elm.example'] },
    'passed',
    { correspondence: { 'anna@oak.example': true, 'ben@elm.example': true } },
  ),
  example(
    { de: 'die Antwort an jemanden, der zuerst geschrieben hat', en: 'the answer to somebody who wrote first' },
    { to: ['anna@oak.example'], composeType: 'reply', openedWith: ['anna@oak.example'] },
    'passed',
    { correspondence: { 'anna@oak.example': false } },
  ),
  example(
    { de: 'jemand aus dem zitierten Verlauf', en: 'somebody of the quoted thread' },
    { to: ['anna@oak.example'], composeType: 'forward', openedWith: [], body: 'Zur Kenntnis.\n\nVon: Anna Oak <anna@oak.example>\nGesendet: Montag, 23. November 2026 10:00\nAn: Mara Own <mara@own.example>\nBetreff: Termin\n\nPasst Dienstag?' },
    'passed',
    { correspondence: { 'anna@oak.example': false } },
  ),
  example(
    { de: 'ein ausgenommener Kunde', en: 'a client who is exempt' },
    { to: ['neu@oak.example'] },
    'notApplicable',
    { options: { exempt: ['oak.example'] }, correspondence: { 'neu@oak.example': false } },
  ),
  example({ de: 'nur Kollegen', en: 'colleagues only' }, { to: ['eva@own.example'] }, 'notApplicable'),
];
