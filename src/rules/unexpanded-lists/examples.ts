import { example } from '../example';

export const examples = [
  example(
    { de: 'drei Externe auf zwei Hauslisten', en: 'three outsiders on two lists of the house' },
    { to: ['projekt@own.example', 'team@own.example'], cc: ['alle@own.example'], lists: ['projekt@own.example', 'team@own.example', 'alle@own.example'] },
    { finds: 'outsidersOnLists', data: { lists: 2, people: 3 }, about: ['projekt@own.example', 'team@own.example'] },
    { members: { 'projekt@own.example': ['eva@own.example', 'anna@oak.example', 'ben@elm.example'], 'team@own.example': ['Anna <ANNA@oak.example>', 'cem@ash.example'], 'alle@own.example': ['eva@own.example', 'finn@mail.own.example'] } },
  ),
  example(
    { de: 'eine ehemalige Kollegin auf der Teamliste, in Bcc', en: 'a former colleague on the team’s list, in Bcc' },
    { to: ['eva@own.example'], bcc: ['team@own.example'], lists: ['team@own.example'] },
    { finds: 'outsidersOnLists', data: { lists: 1, people: 1 } },
    { members: { 'team@own.example': ['eva@own.example', 'frueher@gmx.de'] } },
  ),
  example(
    { de: 'ein Mitglied ohne lesbare Adresse gilt nicht als Kollege', en: 'a member without a readable address does not pass for a colleague' },
    { to: ['team@own.example'], lists: ['team@own.example'] },
    { finds: 'outsidersOnLists', data: { lists: 1, people: 1 } },
    { members: { 'team@own.example': ['eva@own.example', '/o=Own/cn=finn'] } },
  ),
  example(
    { de: 'eine Hausliste, auf der nur Kollegen stehen', en: 'a list of the house with nobody but colleagues' },
    { to: ['alle@own.example', 'anna@oak.example'], lists: ['alle@own.example'] },
    'passed',
    { members: { 'alle@own.example': ['eva@own.example', 'finn@mail.own.example'] } },
  ),
  example({ de: 'eine leere Liste', en: 'an empty list' }, { to: ['neu@own.example'], lists: ['neu@own.example'] }, 'passed', { members: { 'neu@own.example': [] } }),
  example(
    { de: 'zwei Listen, von denen das Verzeichnis nur einen Teil nennt', en: 'two lists of which the directory names only a part' },
    { to: ['alle@own.example', 'nord@own.example'], lists: ['alle@own.example', 'nord@own.example'] },
    { undetermined: 'membersInPart', severity: 'notice', data: { lists: 2 } },
    { members: { 'alle@own.example': { some: ['eva@own.example'] }, 'nord@own.example': { some: [] } } },
  ),
  example(
    { de: 'eine halb bekannte Liste mit zwei Externen', en: 'a list known in part with two outsiders' },
    { to: ['projekt@own.example'], lists: ['projekt@own.example'] },
    [{ finds: 'outsidersOnLists', data: { lists: 1, people: 2 } }, { undetermined: 'membersInPart', data: { lists: 1 } }],
    { members: { 'projekt@own.example': { some: ['eva@own.example', 'anna@oak.example', 'ben@elm.example'] } } },
  ),
  example(
    { de: 'das Verzeichnis antwortet nicht', en: 'the directory does not answer' },
    { to: ['alle@own.example'], cc: ['mitglieder@verband.example'], lists: ['alle@own.example', 'mitglieder@verband.example'] },
    { undetermined: 'membersUnknown', severity: 'notice', data: { lists: 2, reason: 'timeout' } },
    { members: { 'alle@own.example': 'timeout', 'mitglieder@verband.example': 'timeout' } },
  ),
  example(
    { de: 'zwei Listen, zwei Gründe', en: 'two lists, two reasons' },
    { to: ['alle@own.example'], cc: ['mitglieder@verband.example'], lists: ['alle@own.example', 'mitglieder@verband.example'] },
    [{ undetermined: 'membersUnknown', data: { lists: 1, reason: 'refused' }, about: ['alle@own.example'] }, { undetermined: 'membersUnknown', data: { lists: 1, reason: 'notAsked' }, about: ['mitglieder@verband.example'] }],
    { members: { 'alle@own.example': 'refused' } },
  ),
  example(
    { de: 'eine Kontaktgruppe', en: 'a contact group' },
    { to: ['Stammkunden Süd'], lists: ['Stammkunden Süd'] },
    { undetermined: 'groupsWithoutAddress', severity: 'notice', data: { groups: 1 } },
  ),
  example(
    { de: 'ein Eintrag ohne Adresse, den Outlook nicht als Gruppe kennzeichnet', en: 'an entry without an address that Outlook does not mark as a group' },
    { to: ['Beirat < >'] },
    { undetermined: 'groupsWithoutAddress', severity: 'notice', data: { groups: 1 } },
  ),
  example(
    { de: 'eine Kontaktgruppe und eine Liste, die nur einen Verzeichnisnamen hat', en: 'a contact group and a list that has a name of the directory only' },
    { bcc: ['Stammkunden Süd', '/o=Own/cn=alle@x', 'anna@oak.example'], lists: ['Stammkunden Süd', '/o=Own/cn=alle@x'] },
    { undetermined: 'groupsWithoutAddress', severity: 'notice', data: { groups: 2 }, about: ['', '/o=own/cn=alle@x'] },
  ),
  example(
    { de: 'dieselbe Liste in An und Cc', en: 'the same list in To and Cc' },
    { to: ['team@own.example'], cc: ['Team@OWN.example'], lists: ['team@own.example', 'Team@OWN.example'] },
    { finds: 'outsidersOnLists', data: { lists: 1, people: 2 } },
    { members: { 'team@own.example': ['anna@oak.example', 'ben@elm.example', 'eva@own.example'] } },
  ),
  example(
    { de: 'eine Einladung an eine Liste', en: 'an invitation to a list' },
    { required: ['projekt@own.example'], lists: ['projekt@own.example'] },
    { finds: 'outsidersOnLists', data: { lists: 1, people: 1 } },
    { members: { 'projekt@own.example': ['anna@oak.example'] } },
  ),
  example({ de: 'einzelne Personen', en: 'single people' }, { to: ['anna@oak.example', 'eva@own.example', 'müller'] }, 'notApplicable'),
  example({ de: 'eine Liste, deren Kreis jeder kennt', en: 'a list whose circle everybody knows' }, { to: ['alle@own.example'], lists: ['alle@own.example'] }, 'notApplicable', { options: { exempt: ['alle@own.example'] } }),
];
