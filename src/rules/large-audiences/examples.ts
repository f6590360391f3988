import { example } from '../example';

/** So many people of different firms: p1@d1.example, p2@d2.example and so on. */
const people = (count: number, first = 1): readonly string[] => Array.from({ length: count }, (_, index) => `p${first + index}@d${first + index}.example`);
const colleagues = (count: number): readonly string[] => Array.from({ length: count }, (_, index) => `c${index + 1}@own.example`);

export const examples = [
  example(
    { de: 'ein Rundschreiben an 130 Kunden in Bcc', en: 'a circular to 130 clients in Bcc' },
    { to: ['mara@own.example'], bcc: people(130), subject: 'Neue Preise ab Januar' },
    { finds: 'manyPeople', severity: 'warning', data: { people: 130 }, about: people(130) },
  ),
  example(
    { de: 'eine Einladung an 30 Kunden, über alle Felder verteilt', en: 'an invitation to 30 clients, spread over all fields' },
    { to: people(10), cc: people(10, 11), bcc: people(10, 21) },
    { finds: 'manyPeople', severity: 'notice', data: { people: 30 } },
  ),
  example({ de: 'genau am Grenzwert zum Hinweis', en: 'exactly at the limit for a notice' }, { bcc: people(25) }, { finds: 'manyPeople', severity: 'notice', data: { people: 25 } }),
  example({ de: 'einer weniger als für einen Hinweis', en: 'one less than for a notice' }, { to: ['mara@own.example'], bcc: people(24) }, 'passed'),
  example({ de: 'einer weniger als für eine Warnung', en: 'one less than for a warning' }, { bcc: people(99) }, { finds: 'manyPeople', severity: 'notice', data: { people: 99 } }),
  example({ de: 'genau am Grenzwert zur Warnung', en: 'exactly at the limit for a warning' }, { bcc: people(100) }, { finds: 'manyPeople', severity: 'warning', data: { people: 100 } }),
  example({ de: 'dieselben Personen in mehreren Feldern', en: 'the same people in several fields' }, { to: people(20), cc: people(20), bcc: people(20).map((address) => address.toUpperCase()) }, 'passed'),
  example({ de: 'zweihundert Kolleginnen und Kollegen', en: 'two hundred colleagues' }, { to: colleagues(200) }, 'notApplicable'),
  example({ de: 'zweihundert im Haus und zwei Kunden', en: 'two hundred in the house and two clients' }, { to: colleagues(200), cc: people(2) }, 'passed', { members: {} }),
  example(
    { de: 'eine Liste mit 140 Mitgliedern von außen', en: 'a list with 140 members from outside' },
    { to: ['kunden@own.example', 'p1@d1.example'], lists: ['kunden@own.example'] },
    { finds: 'manyPeople', severity: 'warning', data: { people: 141, onLists: 140 }, about: ['kunden@own.example', 'p1@d1.example'] },
    { members: { 'kunden@own.example': [...people(140, 2), ...colleagues(3)] } },
  ),
  example(
    { de: 'wer auf zwei Listen steht, zählt einmal', en: 'who is on two lists counts once' },
    { cc: people(1), bcc: ['nord@own.example', 'sued@own.example', ...people(3)], lists: ['nord@own.example', 'sued@own.example'] },
    { finds: 'manyPeople', severity: 'notice', data: { people: 28, onLists: 25 } },
    { members: { 'nord@own.example': people(20), 'sued@own.example': people(20, 9) } },
  ),
  example(
    { de: 'eine fremde Liste, deren zwölf Mitglieder alle bekannt sind', en: 'a list from outside whose twelve members are all known' },
    { to: ['mitglieder@verband.example'], lists: ['mitglieder@verband.example'] },
    'passed',
    { members: { 'mitglieder@verband.example': people(12) } },
  ),
  example(
    { de: 'eine Hausliste, auf der nur Kollegen stehen', en: 'a list of the house with nobody but colleagues' },
    { to: ['alle@own.example', 'p1@d1.example'], lists: ['alle@own.example'] },
    'passed',
    { members: { 'alle@own.example': colleagues(300) } },
  ),
  example(
    { de: 'eine Hausliste, deren Mitglieder niemand kennt', en: 'a list of the house whose members nobody told' },
    { to: ['alle@own.example', 'p1@d1.example'], lists: ['alle@own.example'] },
    'passed',
    { members: { 'alle@own.example': 'unreachable' } },
  ),
  example(
    { de: 'eine fremde Liste, deren Mitglieder niemand kennt', en: 'a list from outside whose members nobody told' },
    { to: ['mitglieder@verband.example'], lists: ['mitglieder@verband.example'] },
    { undetermined: 'listsOfAnySize', severity: 'notice', data: { lists: 1, people: 0 }, about: ['mitglieder@verband.example'] },
    { members: { 'mitglieder@verband.example': 'timeout' } },
  ),
  example(
    { de: 'zwei Kontaktgruppen neben drei Kunden', en: 'two contact groups beside three clients' },
    { bcc: ['Stammkunden Süd', 'Stammkunden Nord', ...people(3)], lists: ['Stammkunden Süd', 'Stammkunden Nord'] },
    { undetermined: 'listsOfAnySize', severity: 'notice', data: { lists: 2, people: 3 } },
  ),
  example(
    { de: 'eine Liste, von der das Verzeichnis nur einen Teil nennt', en: 'a list of which the directory tells only a part' },
    { to: ['mitglieder@verband.example'], lists: ['mitglieder@verband.example'] },
    [{ finds: 'manyPeople', severity: 'notice', data: { people: 40, onLists: 40 } }, { undetermined: 'listsOfAnySize', severity: 'notice', data: { lists: 1, people: 40 } }],
    { members: { 'mitglieder@verband.example': { some: people(40) } } },
  ),
  example(
    { de: 'eine Liste, deren bekannter Teil schon reicht', en: 'a list whose known part is enough' },
    { to: ['mitglieder@verband.example'], lists: ['mitglieder@verband.example'] },
    { finds: 'manyPeople', severity: 'warning', data: { people: 105, onLists: 105 } },
    { members: { 'mitglieder@verband.example': { some: people(105) } } },
  ),
  example(
    { de: 'drei Einträge ohne lesbare Adresse neben 23 Kunden', en: 'three entries without a readable address beside 23 clients' },
    { bcc: [...people(23), '/o=Own/cn=eva', '/o=Own/cn=finn', 'müller'] },
    { undetermined: 'unclearAddresses', severity: 'notice', data: { unclear: 3, people: 23 } },
  ),
  example(
    { de: 'dreißig Einträge, von denen keiner eine Adresse verrät', en: 'thirty entries none of which shows an address' },
    { to: Array.from({ length: 30 }, (_, index) => `/o=Own/ou=Exchange/cn=Recipients/cn=u${index}`) },
    { undetermined: 'unclearAddresses', severity: 'notice', data: { unclear: 30, people: 0 } },
  ),
  example(
    { de: 'eine Liste mit einem Namen aus dem Verzeichnis statt einer Adresse', en: 'a list with a name from the directory instead of an address' },
    { to: ['/o=Own/cn=alle@x'], lists: ['/o=Own/cn=alle@x'] },
    { undetermined: 'listsOfAnySize', severity: 'notice', data: { lists: 1, people: 0 } },
  ),
  example({ de: 'ein Eintrag ohne lesbare Adresse neben drei Kunden', en: 'one entry without a readable address beside three clients' }, { bcc: [...people(3), 'müller'] }, 'passed'),
  example({ de: 'eine Richtlinie, die früher warnt', en: 'a policy that warns sooner' }, { bcc: people(12) }, { finds: 'manyPeople', severity: 'warning', data: { people: 12 } }, { options: { noticeFrom: null, warnFrom: 12 } }),
  example({ de: 'eine Richtlinie mit einer kritischen Stufe', en: 'a policy with a critical stage' }, { bcc: people(60) }, { finds: 'manyPeople', severity: 'critical', data: { people: 60 } }, { options: { warnFrom: null, criticalFrom: 60 } }),
  example({ de: 'eine Richtlinie ohne Hinweise', en: 'a policy without notices' }, { bcc: people(60) }, 'passed', { options: { noticeFrom: null } }),
  example({ de: 'der Newsletter-Dienst ist ausgenommen', en: 'the newsletter service is exempt' }, { to: ['liste@dienst.example'], lists: ['liste@dienst.example'] }, 'notApplicable', { options: { exempt: ['dienst.example'] } }),
  example({ de: 'eine Besprechung mit dreißig Externen', en: 'a meeting with thirty from outside' }, { required: people(30) }, 'notApplicable'),
];
