import { example } from '../example';

const PRESS = { entries: ['daily.example', '*.press.example'], reasonDe: 'Anfragen der Presse beantwortet die Pressestelle.', reasonEn: 'The press office answers the press.' };
const NAMESAKE = { entries: ['oak-group.example'], reason: 'Nicht unser Kunde Oak, sondern eine andere Firma' };

export const examples = [
  example(
    { de: 'eine E-Mail an eine Zeitung', en: 'a mail to a newspaper' },
    { to: ['desk@daily.example'], subject: 'Ihre Anfrage' },
    { finds: 'listed', severity: 'warning', data: { people: 1, addresses: ['desk@daily.example'], reasonDe: PRESS.reasonDe, reasonEn: PRESS.reasonEn }, about: ['desk@daily.example'] },
    { options: { lists: [PRESS] } },
  ),
  example(
    { de: 'vier Redaktionen', en: 'four newsrooms' },
    { to: ['desk@daily.example', 'a@north.press.example'], bcc: ['b@south.press.example', 'c@east.press.example', 'anna@oak.example'] },
    { finds: 'listed', data: { people: 4, addresses: ['desk@daily.example', 'a@north.press.example', 'b@south.press.example', 'c@east.press.example'], reasonDe: PRESS.reasonDe, reasonEn: PRESS.reasonEn }, about: ['desk@daily.example', 'a@north.press.example', 'b@south.press.example', 'c@east.press.example'] },
    { options: { lists: [PRESS, NAMESAKE] } },
  ),
  example(
    { de: 'eine Firma, die so ähnlich heißt wie der Kunde', en: 'a firm with a name like the client’s' },
    { to: ['anna@oak-group.example'], cc: ['anna@oak.example'] },
    { finds: 'listed', data: { people: 1, addresses: ['anna@oak-group.example'], reasonDe: NAMESAKE.reason, reasonEn: NAMESAKE.reason }, about: ['anna@oak-group.example'] },
    { options: { lists: [PRESS, NAMESAKE] } },
  ),
  example(
    { de: 'eine Liste ohne Grund', en: 'a list without a reason' },
    { to: ['ben@elm.example', 'bea@elm.example'] },
    { finds: 'listed', data: { people: 2, addresses: ['ben@elm.example', 'bea@elm.example'], reasonDe: '', reasonEn: '' } },
    { options: { lists: [{ entries: ['elm.example'] }] } },
  ),
  example(
    { de: 'ein Grund, der länger ist als ein Dialog', en: 'a reason longer than a dialog' },
    { to: ['ben@elm.example'] },
    { finds: 'listed', about: ['ben@elm.example'] },
    { options: { lists: [{ entries: ['elm.example'], reason: 'Bitte beachten Sie die Anweisung der Geschäftsführung vom ersten März, wonach Schreiben an diese Firma erst nach Durchsicht durch die Rechtsabteilung und nur mit dem Aktenzeichen des laufenden Verfahrens in der Betreffzeile versandt werden.' }] } },
  ),
  example(
    { de: 'die Redaktion liest auf einer Verteilerliste mit', en: 'the newsroom is on a distribution list' },
    { to: ['verteiler@own.example'], lists: ['verteiler@own.example'] },
    { finds: 'membersListed', data: { people: 3, addresses: ['desk@daily.example', 'a@north.press.example', 'b@south.press.example'], lists: ['verteiler@own.example'], reasonDe: PRESS.reasonDe, reasonEn: PRESS.reasonEn }, about: ['verteiler@own.example'] },
    { options: { lists: [PRESS] }, members: { 'verteiler@own.example': ['desk@daily.example', 'a@north.press.example', 'b@south.press.example', 'anna@oak.example'] } },
  ),
  example(
    { de: 'eine Redaktion in An und auf der Verteilerliste', en: 'a newsroom in To and on the distribution list' },
    { to: ['desk@daily.example', 'verteiler@own.example'], lists: ['verteiler@own.example'] },
    [{ finds: 'listed', about: ['desk@daily.example'] }, { finds: 'membersListed', data: { people: 1, addresses: ['desk@daily.example'], lists: ['verteiler@own.example'], reasonDe: PRESS.reasonDe, reasonEn: PRESS.reasonEn }, about: ['verteiler@own.example'] }],
    { options: { lists: [PRESS] }, members: { 'verteiler@own.example': ['desk@daily.example'] } },
  ),
  example(
    { de: 'auch Kollegen können auf der Liste stehen', en: 'colleagues can be on the list, too' },
    { to: ['alle@own.example'] },
    { finds: 'listed', about: ['alle@own.example'] },
    { options: { lists: [{ entries: ['alle@own.example'], reason: 'Liest die ganze Firma' }] } },
  ),
  example(
    { de: 'zwei unlesbare Empfänger', en: 'two recipients that cannot be read' },
    { to: ['Stammkunden', 'schmidt'], lists: ['Stammkunden'] },
    { undetermined: 'unclear', severity: 'notice', data: { people: 2 } },
    { options: { lists: [PRESS] } },
  ),
  example(
    { de: 'ein Name aus dem Adressbuch ohne Adresse', en: 'a name from the directory without an address' },
    { to: ['/o=Own/ou=Exchange/cn=Recipients/cn=eva'] },
    { undetermined: 'unclear', severity: 'notice', data: { people: 1 } },
    { options: { lists: [PRESS] } },
  ),
  example({ de: 'der Kunde selbst', en: 'the client itself' }, { to: ['anna@oak.example'] }, 'passed', { options: { lists: [PRESS, NAMESAKE] } }),
  example(
    { de: '*.domain meint nicht die Domain selbst', en: '*.domain does not mean the domain itself' },
    { to: ['office@press.example'] },
    'passed',
    { options: { lists: [PRESS] } },
  ),
  example({ de: 'ohne Liste gibt es nichts zu prüfen', en: 'without a list there is nothing to check' }, { to: ['desk@daily.example'] }, 'notApplicable'),
];
