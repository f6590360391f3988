import { example } from '../example';

const OAK_AND_OTHERS = ['anna@oak.example', 'abel@oak.example', 'ben@elm.example', 'bea@elm.example', 'cem@ash.example'];

/** Two messages of a thread in which all of them stand. */
const QUOTED = `zur Kenntnis.

________________________________
Von: Anna Oak <anna@oak.example>
Gesendet: Montag, 23. November 2026 14:05
An: Mara Own <mara@own.example>; Ben Elm <ben@elm.example>
Cc: Bea Elm <BEA@elm.example>; abel@oak.example
Betreff: Termin

der Dienstag passt.

________________________________
Von: Cem Ash <cem@ash.example>
Gesendet: Freitag, 20. November 2026 09:00
An: Anna Oak <anna@oak.example>
Betreff: Termin

wann passt es?
`;

export const examples = [
  example(
    { de: 'ein Rundschreiben an fünf Personen bei drei Kunden', en: 'a circular to five people at three clients' },
    { to: ['Anna Oak <anna@oak.example>', 'Abel Öllinger <abel@oak.example>', 'Ben Elm <ben@elm.example>', 'Bea Elm <bea@elm.example>', 'Cem Ash <cem@ash.example>'], subject: 'Neue Öffnungszeiten', body: 'Guten Tag,\n\nab Dezember sind wir montags bis freitags von 8 bis 16 Uhr für Sie da.\n\nFreundliche Grüße\nMara Own' },
    { finds: 'recipientsSeeEachOther', data: { people: 5, organisations: 3 }, about: OAK_AND_OTHERS },
  ),
  example(
    { de: 'vier Kunden, verteilt auf An und Cc', en: 'four clients, split over To and Cc' },
    { to: ['anna@oak.example', 'ben@elm.example'], cc: ['cem@ash.example', 'cora@ash.example'] },
    { finds: 'recipientsSeeEachOther', data: { people: 4, organisations: 3 } },
  ),
  example(
    { de: 'Kollegen stehen mit in Cc und bleiben dort', en: 'colleagues in Cc, who stay there' },
    { to: OAK_AND_OTHERS, cc: ['eva@own.example', 'finn@mail.own.example'] },
    { finds: 'recipientsSeeEachOther', data: { people: 5, organisations: 3 }, about: OAK_AND_OTHERS },
  ),
  example({ de: 'genau am Grenzwert', en: 'exactly at the limit' }, { to: ['anna@oak.example', 'ben@elm.example', 'cem@ash.example'] }, 'passed'),
  example({ de: 'alle in Bcc', en: 'all in Bcc' }, { to: ['mara@own.example'], bcc: OAK_AND_OTHERS }, 'passed'),
  example(
    { de: 'eine Person sichtbar, die anderen in Bcc', en: 'one visible, the rest in Bcc' },
    { to: ['anna@oak.example'], bcc: ['ben@elm.example', 'cem@ash.example', 'dora@fir.example'] },
    'passed',
  ),
  example({ de: 'vier Personen eines Kunden', en: 'four people of one client' }, { to: ['a@oak.example', 'b@oak.example', 'c@oak.example', 'd@mail.oak.example'] }, 'passed'),
  example(
    { de: 'vier Kunden unter einer öffentlichen Endung', en: 'four clients under one public suffix' },
    { to: ['a@oak.co.uk', 'b@elm.co.uk', 'c@ash.co.uk', 'd@mail.ash.co.uk'] },
    { finds: 'recipientsSeeEachOther', data: { people: 4, organisations: 3 } },
  ),
  example(
    { de: 'vier Privatpersonen bei einem Mailanbieter', en: 'four private people at one mail provider' },
    { to: ['a@gmx.de', 'b@gmx.de', 'c@gmx.de'], cc: ['a@gmx.de', 'd@gmx.de', 'D@GMX.de.'] },
    { finds: 'recipientsSeeEachOther', data: { people: 4, organisations: 4, privateMailboxes: 4 } },
  ),
  example(
    { de: 'eine Person in mehreren Schreibweisen', en: 'one person in several spellings' },
    { to: ['jürgen@müller.example', 'JÜRGEN@xn--mller-kva.example', '"jürgen"@Müller.example'], cc: ['jürgen@müller.example.', 'ben@elm.example', 'cem@ash.example'] },
    'passed',
  ),
  example({ de: 'nur Kollegen', en: 'colleagues only' }, { to: ['eva@own.example', 'finn@mail.own.example'] }, 'notApplicable'),
  example(
    { de: 'eine Domain, die nur so endet wie die eigene, ist fremd', en: 'a domain that only ends like ours is outside' },
    { to: ['x@notown.example', 'y@elm.example', 'z@ash.example', 'w@fir.example'] },
    { finds: 'recipientsSeeEachOther', data: { people: 4, organisations: 4 } },
  ),
  example(
    { de: 'das letzte @ entscheidet', en: 'the last @ decides' },
    { to: ['eva@own.example@elm.example', 'y@oak.example', 'z@ash.example', 'w@fir.example'] },
    { finds: 'recipientsSeeEachOther', about: ['eva@own.example@elm.example', 'y@oak.example', 'z@ash.example', 'w@fir.example'] },
  ),
  example(
    { de: 'eine strengere Richtlinie', en: 'a stricter policy' },
    { to: ['anna@oak.example', 'abel@oak.example', 'ben@elm.example'] },
    { finds: 'recipientsSeeEachOther', data: { people: 3, organisations: 2 } },
    { options: { addresses: 2 } },
  ),
  example(
    { de: 'eine mildere Richtlinie', en: 'a more lenient policy' },
    { to: OAK_AND_OTHERS },
    'passed',
    { options: { organisations: 3 } },
  ),
  example(
    { de: 'die Kanzlei ist ausgenommen und bleibt stehen', en: 'the law firm is exempt and stays where it is' },
    { to: ['anna@oak.example', 'abel@oak.example', 'ben@elm.example', 'bea@elm.example'], cc: ['counsel@law.example', 'desk@fir.example'] },
    { finds: 'recipientsSeeEachOther', data: { people: 4, organisations: 2 }, about: ['anna@oak.example', 'abel@oak.example', 'ben@elm.example', 'bea@elm.example'] },
    { options: { exempt: ['law.example', 'desk@fir.example'] } },
  ),
  example(
    { de: 'eine ausgenommene Domain spricht nicht für ihre Unterdomains', en: 'an exempt domain does not speak for its subdomains' },
    { to: ['a@law.example', 'b@mail.law.example', 'c@elm.example', 'd@ash.example', 'e@fir.example'] },
    { finds: 'recipientsSeeEachOther', data: { people: 4, organisations: 4 } },
    { options: { exempt: ['law.example'] } },
  ),
  example(
    { de: 'eine Besprechung mit sechs Fremden', en: 'a meeting with six strangers' },
    { required: [...OAK_AND_OTHERS, 'eva@own.example'], optional: ['dora@oak.example'], subject: 'Jour fixe' },
    { finds: 'attendeesSeeEachOther', data: { people: 6, organisations: 3 }, about: [...OAK_AND_OTHERS, 'dora@oak.example'] },
  ),
  example(
    { de: 'eine Kontaktgruppe in An', en: 'a contact group in To' },
    { to: ['Stammkunden Süd'], lists: ['Stammkunden Süd'] },
    { undetermined: 'groupMembersHidden', data: { groups: 1, people: 0 } },
  ),
  example(
    { de: 'zwei Kontaktgruppen neben drei Kunden', en: 'two contact groups beside three clients' },
    { to: ['Stammkunden Süd', 'anna@oak.example', 'ben@elm.example', 'cem@ash.example'], cc: ['Stammkunden Nord'], lists: ['Stammkunden Süd', 'Stammkunden Nord'] },
    { undetermined: 'groupMembersHidden', data: { groups: 2, people: 3 }, about: ['', ''] },
  ),
  example(
    { de: 'eine Kontaktgruppe neben einem Kunden', en: 'a contact group beside one client' },
    { to: ['anna@oak.example'], cc: ['Beirat'], lists: ['Beirat'] },
    { undetermined: 'groupMembersHidden', data: { groups: 1, people: 1 } },
  ),
  example({ de: 'eine Kontaktgruppe in Bcc', en: 'a contact group in Bcc' }, { bcc: ['Stammkunden Süd'], lists: ['Stammkunden Süd'] }, 'passed'),
  example(
    { de: 'zwei Namen aus dem Adressbuch, die keine Adresse verraten', en: 'two names from the directory that show no address' },
    { to: ['anna@oak.example', '/o=Own/ou=Exchange/cn=Recipients/cn=eva'], cc: ['abel@oak.example', 'ben@elm.example', 'IMCEAEX-_o=Own_cn=finn@own.example'] },
    { undetermined: 'unclearAddresses', data: { unclear: 2, people: 3 } },
  ),
  example(
    { de: 'eine Verteilerliste neben einem Kunden', en: 'a distribution list beside one client' },
    { to: ['anna@oak.example'], cc: ['alle@own.example'], lists: ['alle@own.example'] },
    'passed',
  ),
  example(
    { de: 'eine Hausliste neben drei Personen eines Kunden', en: 'a list of the house beside three people of one client' },
    { to: ['anna@oak.example', 'abel@oak.example', 'beate@oak.example'], cc: ['alle@own.example'], lists: ['alle@own.example'] },
    'passed',
  ),
  example({ de: 'nur eine Hausliste', en: 'nothing but a list of the house' }, { to: ['alle@own.example'], lists: ['alle@own.example'] }, 'notApplicable'),
  example(
    { de: 'eine fremde Verteilerliste zu viel', en: 'one distribution list from outside too many' },
    { to: ['anna@oak.example', 'abel@oak.example', 'beate@oak.example'], cc: ['mitglieder@verband.example'], lists: ['mitglieder@verband.example'] },
    { undetermined: 'unclearAddresses', data: { unclear: 1, people: 3 }, about: ['mitglieder@verband.example'] },
  ),
  example(
    { de: 'vier unlesbare Adressen', en: 'four addresses that cannot be read' },
    { to: ['müller', '@elm.example', 'cem@', 'dora@fir..example'] },
    { undetermined: 'unclearAddresses', severity: 'notice', data: { unclear: 4, people: 0 } },
  ),
  example(
    { de: 'eine unlesbare Adresse neben einer lesbaren', en: 'one address that cannot be read beside one that can' },
    { to: ['müller', 'anna@oak.example'] },
    { undetermined: 'unclearAddresses', severity: 'notice', data: { unclear: 1, people: 1 } },
    { options: { addresses: 1 } },
  ),
  example(
    { de: 'eine unlesbare Adresse neben einem Namen aus dem Adressbuch', en: 'an address that cannot be read beside a name from the directory' },
    { to: ['anna@oak.example', 'abel@oak.example', 'beate@oak.example', '/o=Own/ou=Exchange/cn=Recipients/cn=eva'], cc: ['müller'] },
    { undetermined: 'unclearAddresses', severity: 'warning', data: { unclear: 2, people: 3 } },
  ),
  example(
    { de: 'ein Hinweis schon unter dem Grenzwert', en: 'a notice below the limit already' },
    { to: ['anna@oak.example', 'ben@elm.example'] },
    { finds: 'recipientsSeeEachOther', severity: 'notice', data: { people: 2, organisations: 2 } },
    { options: { noticeAboveAddresses: 1 } },
  ),
  example(
    { de: 'ein Hinweis nach Organisationen, nicht nach Adressen', en: 'a notice by organisations, not by addresses' },
    { to: ['anna@oak.example', 'ben@elm.example', 'cem@ash.example'] },
    { finds: 'recipientsSeeEachOther', severity: 'notice', data: { people: 3, organisations: 3 } },
    { options: { noticeAboveAddresses: 10, noticeAboveOrganisations: 2 } },
  ),
  example(
    { de: 'genau an der Grenze zum Hinweis', en: 'exactly at the limit for a notice' },
    { to: ['anna@oak.example', 'ben@elm.example', 'bea@elm.example'] },
    'passed',
    { options: { noticeAboveAddresses: 3, noticeAboveOrganisations: 2 } },
  ),
  example(
    { de: 'Stufen gelten nicht innerhalb einer einzigen Organisation', en: 'stages do not count inside one organisation' },
    { to: ['a@oak.example', 'b@oak.example', 'c@oak.example', 'd@oak.example', 'e@oak.example'] },
    'passed',
    { options: { noticeAboveAddresses: 1, criticalAboveAddresses: 2 } },
  ),
  example(
    { de: 'mehr Adressen, als die kritische Stufe duldet', en: 'more addresses than the critical stage bears' },
    { to: OAK_AND_OTHERS },
    { finds: 'recipientsSeeEachOther', severity: 'critical', data: { people: 5, organisations: 3 } },
    { options: { warnAboveAddresses: 3, criticalAboveAddresses: 4 } },
  ),
  example(
    { de: 'mehr Organisationen, als die kritische Stufe duldet', en: 'more organisations than the critical stage bears' },
    { to: ['anna@oak.example', 'ben@elm.example', 'cem@ash.example'], cc: ['dora@fir.example'] },
    { finds: 'recipientsSeeEachOther', severity: 'critical', data: { people: 4, organisations: 4 } },
    { options: { criticalAboveAddresses: 50, criticalAboveOrganisations: 3 } },
  ),
  example(
    { de: 'genau an der Grenze zur kritischen Stufe', en: 'exactly at the limit of the critical stage' },
    { to: OAK_AND_OTHERS },
    { finds: 'recipientsSeeEachOther', severity: 'warning' },
    { options: { criticalAboveAddresses: 5, criticalAboveOrganisations: 3 } },
  ),
  example(
    { de: 'eine Regel, die nur Hinweise gibt, warnt ab ihrer zweiten Stufe', en: 'a rule set to notices warns from its second stage on' },
    { to: OAK_AND_OTHERS },
    { finds: 'recipientsSeeEachOther', severity: 'warning' },
    { options: { severity: 'notice', warnAboveOrganisations: 2 } },
  ),
  example(
    { de: 'unter der zweiten Stufe bleibt es beim Hinweis', en: 'below the second stage it stays a notice' },
    { to: OAK_AND_OTHERS },
    { finds: 'recipientsSeeEachOther', severity: 'notice' },
    { options: { severity: 'notice', warnAboveOrganisations: 3 } },
  ),
  example(
    { de: 'der Beirat, dessen Mitglieder einander kennen', en: 'the advisory board, whose members know each other' },
    { to: ['anna@oak.example', 'ben@elm.example', 'cem@ash.example'], cc: ['dora@fir.example', 'eva@own.example'] },
    'passed',
    { options: { groups: [{ name: 'Verein', entries: ['oak.example'] }, { name: 'Beirat', entries: ['anna@oak.example', 'elm.example', 'ash.example', 'dora@fir.example'] }] } },
  ),
  example(
    { de: 'der Beirat mit jemandem, der nicht dazugehört', en: 'the advisory board with somebody who does not belong to it' },
    { to: ['anna@oak.example', 'ben@elm.example', 'cem@ash.example'], cc: ['dora@fir.example', 'emil@yew.example'] },
    { finds: 'recipientsSeeEachOther', data: { people: 5, organisations: 5 } },
    { options: { groups: [{ name: 'Beirat', entries: ['oak.example', 'elm.example', 'ash.example', 'fir.example'] }] } },
  ),
  example(
    { de: 'zwei Gruppen, die einander nicht kennen', en: 'two groups that do not know each other' },
    { to: ['anna@oak.example', 'abel@oak.example'], cc: ['ben@elm.example', 'bea@elm.example'] },
    { finds: 'recipientsSeeEachOther', data: { people: 4, organisations: 2 } },
    { options: { groups: [{ name: 'A', entries: ['oak.example'] }, { name: 'B', entries: ['elm.example'] }] } },
  ),
  example(
    { de: 'der Beirat neben einer Kontaktgruppe', en: 'the advisory board beside a contact group' },
    { to: ['anna@oak.example', 'ben@elm.example'], cc: ['Stammkunden Süd'], lists: ['Stammkunden Süd'] },
    { undetermined: 'groupMembersHidden', data: { groups: 1, people: 2 } },
    { options: { groups: [{ name: 'Beirat', entries: ['oak.example', 'elm.example'] }] } },
  ),
  example(
    { de: 'eine Antwort an alle, die schon dabei waren', en: 'a reply to all who were there already' },
    { to: OAK_AND_OTHERS, cc: ['eva@own.example'], composeType: 'reply', openedWith: [...OAK_AND_OTHERS, 'Eva <eva@own.example>'] },
    { finds: 'recipientsSeeEachOther', severity: 'notice', data: { people: 5, organisations: 3, thread: true } },
  ),
  example(
    { de: 'eine Antwort mit einem neuen Empfänger', en: 'a reply with one new recipient' },
    { to: OAK_AND_OTHERS, cc: ['dora@fir.example'], composeType: 'reply', openedWith: OAK_AND_OTHERS },
    { finds: 'recipientsSeeEachOther', severity: 'warning', data: { people: 6, organisations: 4 } },
  ),
  example(
    { de: 'eine neue Nachricht, bei deren Öffnen schon alle dastanden', en: 'a new mail that had everybody in it when it was opened' },
    { to: OAK_AND_OTHERS, composeType: 'newMail', openedWith: OAK_AND_OTHERS },
    { finds: 'recipientsSeeEachOther', severity: 'warning', data: { people: 5, organisations: 3 } },
  ),
  example(
    { de: 'eine Weiterleitung an alle, die der zitierte Verlauf nennt', en: 'a forward to everybody the quoted thread names' },
    { to: OAK_AND_OTHERS, composeType: 'forward', body: QUOTED },
    { finds: 'recipientsSeeEachOther', severity: 'notice', data: { people: 5, organisations: 3, thread: true } },
  ),
  example(
    { de: 'ein Verlauf, der einen davon nur mit Namen nennt', en: 'a thread that names one of them without an address' },
    { to: OAK_AND_OTHERS, composeType: 'reply', body: QUOTED.replace('Cem Ash <cem@ash.example>', 'Cem Ash') },
    { finds: 'recipientsSeeEachOther', severity: 'warning', data: { people: 5, organisations: 3 } },
  ),
  example(
    { de: 'teils beim Öffnen im Feld, teils im Verlauf', en: 'some in the fields at the start, some in the thread' },
    { to: OAK_AND_OTHERS, composeType: 'reply', openedWith: ['cem@ash.example'], body: QUOTED.replace('Cem Ash <cem@ash.example>', 'Cem Ash') },
    { finds: 'recipientsSeeEachOther', severity: 'notice', data: { people: 5, organisations: 3, thread: true } },
  ),
  example(
    { de: 'die Fortsetzung einer Besprechung kennt kein früheres An und Cc', en: 'a meeting that goes on knows no earlier To and Cc' },
    { required: OAK_AND_OTHERS, composeType: 'reply', openedWith: OAK_AND_OTHERS },
    { finds: 'attendeesSeeEachOther', severity: 'warning', data: { people: 5, organisations: 3 } },
  ),
  example(
    { de: 'auch die kritische Stufe sinkt, wenn alle im Verlauf stehen', en: 'the critical stage sinks, too, when all are in the thread' },
    { to: OAK_AND_OTHERS, composeType: 'reply', openedWith: OAK_AND_OTHERS },
    { finds: 'recipientsSeeEachOther', severity: 'notice' },
    { options: { criticalAboveAddresses: 4 } },
  ),
  example(
    { de: 'alle im Verlauf, und ein Name ohne Adresse', en: 'all in the thread, and a name without an address' },
    { to: [...OAK_AND_OTHERS, '/o=Own/ou=Exchange/cn=Recipients/cn=eva'], composeType: 'reply', openedWith: OAK_AND_OTHERS },
    [{ finds: 'recipientsSeeEachOther', severity: 'notice' }, { undetermined: 'unclearAddresses', severity: 'warning', data: { unclear: 1, people: 5 } }],
  ),
  example(
    { de: 'alle im Verlauf, und eine unlesbare Adresse', en: 'all in the thread, and an address that cannot be read' },
    { to: [...OAK_AND_OTHERS, 'müller'], composeType: 'reply', openedWith: OAK_AND_OTHERS },
    [{ finds: 'recipientsSeeEachOther', severity: 'notice' }, { undetermined: 'unclearAddresses', severity: 'notice', data: { unclear: 1, people: 5 } }],
  ),
  example(
    { de: 'ein unklarer Name, mit dem es ein Hinweis würde', en: 'an unclear name that would make it a notice' },
    { to: ['anna@oak.example', '/o=Own/ou=Exchange/cn=Recipients/cn=eva'] },
    { undetermined: 'unclearAddresses', severity: 'notice', data: { unclear: 1, people: 1 } },
    { options: { noticeAboveAddresses: 1 } },
  ),
  example(
    { de: 'Funktionspostfächer zählen, solange die Richtlinie nichts anderes sagt', en: 'shared mailboxes count unless the policy says otherwise' },
    { to: ['info@oak.example', 'kontakt@elm.example', 'office@ash.example', 'mail@fir.example'] },
    { finds: 'recipientsSeeEachOther', data: { people: 4, organisations: 4 } },
  ),
  example(
    { de: 'nur Funktionspostfächer, die nicht zählen', en: 'nothing but shared mailboxes, which do not count' },
    { to: ['info@oak.example', 'Kontakt@elm.example', 'office+de@ash.example', 'mail@fir.example'] },
    'passed',
    { options: { ignoreFunctional: true, noticeAboveOrganisations: 1 } },
  ),
  example(
    { de: 'vier Personen und zwei Funktionspostfächer', en: 'four people and two shared mailboxes' },
    { to: ['anna@oak.example', 'abel@oak.example', 'ben@elm.example', 'bea@elm.example'], cc: ['info@ash.example', 'office@fir.example'] },
    { finds: 'recipientsSeeEachOther', data: { people: 4, organisations: 4, functional: 2 }, about: ['anna@oak.example', 'abel@oak.example', 'ben@elm.example', 'bea@elm.example', 'info@ash.example', 'office@fir.example'] },
    { options: { ignoreFunctional: true } },
  ),
  example(
    { de: 'drei Personen, und ein Funktionspostfach darüber hinaus', en: 'three people, and a shared mailbox beyond them' },
    { to: ['anna@oak.example', 'abel@oak.example', 'ben@elm.example'], cc: ['info@ash.example'] },
    'passed',
    { options: { ignoreFunctional: true } },
  ),
  example(
    { de: 'eine Liste von Funktionspostfächern nach eigener Art', en: 'a list of shared mailboxes of one’s own' },
    { to: ['anna@oak.example', 'leitstelle@elm.example', 'Leitstelle@ash.example', 'info@fir.example', 'ben@elm.example'] },
    'passed',
    { options: { ignoreFunctional: true, functionalNames: ['Leitstelle'] } },
  ),
  example(
    { de: 'eine Besprechung, kritisch nach Organisationen', en: 'a meeting, critical by organisations' },
    { required: ['anna@oak.example', 'ben@elm.example', 'bea@elm.example', 'cem@ash.example', 'info@fir.example', 'sales@yew.example'] },
    { finds: 'attendeesSeeEachOther', severity: 'critical', data: { people: 4, organisations: 5, functional: 2 } },
    { options: { ignoreFunctional: true, criticalAboveOrganisations: 4 } },
  ),
];
