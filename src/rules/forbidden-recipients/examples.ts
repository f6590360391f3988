import { example } from '../example';

const OLD_CLIENT = { entries: ['fir.example', 'cem@ash.example'], reason: 'Das Mandat ist beendet; bitte nur noch über die Kanzlei.', reasonEn: 'The mandate has ended; please go through the law firm.' };
const TYPING_ERRORS = { entries: ['gmial.example'], reasonDe: 'Vertippt; gemeint ist meist gmail.', reasonEn: 'A typing error; gmail is meant mostly.' };

export const examples = [
  example(
    { de: 'ein früherer Kunde steht auf der Sperrliste', en: 'a former client is on the block list' },
    { to: ['fritz@fir.example'], cc: ['anna@oak.example'], subject: 'Unterlagen' },
    { finds: 'listed', severity: 'critical', data: { people: 1, addresses: ['fritz@fir.example'], reasonDe: OLD_CLIENT.reason, reasonEn: OLD_CLIENT.reasonEn }, about: ['fritz@fir.example'] },
    { options: { lists: [OLD_CLIENT] } },
  ),
  example(
    { de: 'drei gesperrte Adressen in An, Cc und Bcc, eine davon doppelt', en: 'three blocked addresses in To, Cc and Bcc, one of them twice' },
    { to: ['fritz@fir.example', 'anna@oak.example'], cc: ['Cem@ASH.example', 'FRITZ@fir.example'], bcc: ['fee@mail.fir.example'] },
    { finds: 'listed', data: { people: 3, addresses: ['fritz@fir.example', 'Cem@ASH.example', 'fee@mail.fir.example'], reasonDe: OLD_CLIENT.reason, reasonEn: OLD_CLIENT.reasonEn }, about: ['fritz@fir.example', 'FRITZ@fir.example', 'cem@ash.example', 'fee@mail.fir.example'] },
    { options: { lists: [OLD_CLIENT] } },
  ),
  example(
    { de: 'zwei Listen, jede mit ihrem Grund', en: 'two lists, each with its reason' },
    { to: ['fritz@fir.example', 'gina@gmial.example', 'gerd@gmial.example'] },
    [
      { finds: 'listed', data: { people: 1, addresses: ['fritz@fir.example'], reasonDe: OLD_CLIENT.reason, reasonEn: OLD_CLIENT.reasonEn }, about: ['fritz@fir.example'] },
      { finds: 'listed', data: { people: 2, addresses: ['gina@gmial.example', 'gerd@gmial.example'], reasonDe: TYPING_ERRORS.reasonDe, reasonEn: TYPING_ERRORS.reasonEn }, about: ['gina@gmial.example', 'gerd@gmial.example'] },
    ],
    { options: { lists: [OLD_CLIENT, TYPING_ERRORS] } },
  ),
  example(
    { de: 'wer auf zwei Listen steht, wird einmal genannt', en: 'somebody on two lists is told once' },
    { to: ['fritz@fir.example'] },
    { finds: 'listed', data: { people: 1, addresses: ['fritz@fir.example'], reasonDe: '', reasonEn: '' } },
    { options: { lists: [{ entries: ['fir.example'] }, { entries: ['fritz@fir.example'], reason: 'Zweiter Grund' }] } },
  ),
  example(
    { de: 'nur die Unterdomains sind gesperrt', en: 'the subdomains alone are blocked' },
    { to: ['fee@mail.fir.example', 'fritz@fir.example'] },
    { finds: 'listed', about: ['fee@mail.fir.example'] },
    { options: { lists: [{ entries: ['*.fir.example'] }] } },
  ),
  example(
    { de: 'eine gesperrte Adresse steht auf einer Verteilerliste', en: 'a blocked address is on a distribution list' },
    { to: ['kunden@own.example', 'anna@oak.example'], lists: ['kunden@own.example'] },
    { finds: 'membersListed', data: { people: 1, addresses: ['fritz@fir.example'], lists: ['kunden@own.example'], reasonDe: OLD_CLIENT.reason, reasonEn: OLD_CLIENT.reasonEn }, about: ['kunden@own.example'] },
    { options: { lists: [OLD_CLIENT] }, members: { 'kunden@own.example': ['ben@elm.example', 'fritz@fir.example'] } },
  ),
  example(
    { de: 'zwei gesperrte Adressen auf zwei Verteilerlisten', en: 'two blocked addresses on two distribution lists' },
    { to: ['kunden@own.example'], bcc: ['partner@own.example'], lists: ['kunden@own.example', 'partner@own.example'] },
    { finds: 'membersListed', data: { people: 2, addresses: ['fritz@fir.example', 'cem@ash.example'], lists: ['kunden@own.example', 'partner@own.example'], reasonDe: OLD_CLIENT.reason, reasonEn: OLD_CLIENT.reasonEn }, about: ['kunden@own.example', 'partner@own.example'] },
    { options: { lists: [OLD_CLIENT] }, members: { 'kunden@own.example': ['fritz@fir.example'], 'partner@own.example': { some: ['cem@ash.example', 'ben@elm.example'] } } },
  ),
  example(
    { de: 'die Verteilerliste selbst ist gesperrt', en: 'the distribution list itself is blocked' },
    { to: ['alle@fir.example'], lists: ['alle@fir.example'] },
    { finds: 'listed', about: ['alle@fir.example'] },
    { options: { lists: [OLD_CLIENT] } },
  ),
  example(
    { de: 'die Schreibweise einer Domain schützt nicht', en: 'the spelling of a domain is no way around' },
    { to: ['max@MÜLLER.example.'] },
    { finds: 'listed', about: ['max@MÜLLER.example.'] },
    { options: { lists: [{ entries: ['xn--mller-kva.example'] }] } },
  ),
  example(
    { de: 'eine gesperrte Person in einer Besprechung', en: 'a blocked person in a meeting' },
    { required: ['anna@oak.example'], optional: ['fritz@fir.example'] },
    { finds: 'listed', about: ['fritz@fir.example'] },
    { options: { lists: [OLD_CLIENT] } },
  ),
  example({ de: 'niemand auf der Sperrliste', en: 'nobody on the block list' }, { to: ['anna@oak.example'], cc: ['eva@own.example'] }, 'passed', { options: { lists: [OLD_CLIENT] } }),
  example(
    { de: 'eine Domain, die nur so endet wie die gesperrte', en: 'a domain that only ends like the blocked one' },
    { to: ['x@notfir.example', 'cem@ash.example.elm.example', 'cem.ash@elm.example'] },
    'passed',
    { options: { lists: [OLD_CLIENT] } },
  ),
  example(
    { de: 'eine Adresse der gesperrten Domain ist ausgenommen', en: 'one address of the blocked domain is excepted' },
    { to: ['counsel@fir.example'] },
    'passed',
    { options: { lists: [{ entries: ['fir.example'], except: ['counsel@fir.example'] }] } },
  ),
  example(
    { de: 'eine Verteilerliste, auf der niemand Gesperrtes steht', en: 'a distribution list with nobody blocked on it' },
    { to: ['kunden@own.example'], lists: ['kunden@own.example'] },
    'passed',
    { options: { lists: [OLD_CLIENT] }, members: { 'kunden@own.example': ['ben@elm.example'] } },
  ),
  example(
    { de: 'eine Kontaktgruppe neben einem Kunden', en: 'a contact group beside a client' },
    { to: ['anna@oak.example', 'Stammkunden'], lists: ['Stammkunden'] },
    { undetermined: 'unclear', severity: 'notice', data: { people: 1 }, about: [''] },
    { options: { lists: [OLD_CLIENT] } },
  ),
  example(
    { de: 'eine Verteilerliste mit einem Mitglied ohne Adresse', en: 'a distribution list with a member without an address' },
    { to: ['kunden@own.example'], lists: ['kunden@own.example'] },
    { undetermined: 'unclear', severity: 'notice', data: { people: 1 }, about: ['kunden@own.example'] },
    { options: { lists: [OLD_CLIENT] }, members: { 'kunden@own.example': ['ben@elm.example', '/o=Own/ou=Exchange/cn=Recipients/cn=cem'] } },
  ),
  example(
    { de: 'zwei Empfänger, von denen niemand weiß, wer dahintersteht', en: 'two recipients nobody can see behind' },
    { to: ['müller'], cc: ['kunden@own.example'], lists: ['kunden@own.example'] },
    { undetermined: 'unclear', severity: 'notice', data: { people: 2 } },
    { options: { lists: [OLD_CLIENT] }, members: { 'kunden@own.example': 'timeout' } },
  ),
  example({ de: 'die Administration hat niemanden gesperrt', en: 'the administrator has blocked nobody' }, { to: ['fritz@fir.example'] }, 'notApplicable'),
  example({ de: 'noch kein Empfänger', en: 'no recipient yet' }, { subject: 'Entwurf' }, 'notApplicable', { options: { lists: [OLD_CLIENT] } }),
];
