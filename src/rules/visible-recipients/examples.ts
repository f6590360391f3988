import { example } from '../example';

const OAK_AND_OTHERS = ['anna@oak.example', 'abel@oak.example', 'ben@elm.example', 'bea@elm.example', 'cem@ash.example'];

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
    { de: 'eine Verteilerliste zu viel', en: 'one distribution list too many' },
    { to: ['anna@oak.example', 'abel@oak.example', 'beate@oak.example'], cc: ['alle@own.example'], lists: ['alle@own.example'] },
    { undetermined: 'unclearAddresses', data: { unclear: 1, people: 3 }, about: ['alle@own.example'] },
  ),
  example(
    { de: 'vier unlesbare Adressen', en: 'four addresses that cannot be read' },
    { to: ['müller', '@elm.example', 'cem@', 'dora@fir..example'] },
    { undetermined: 'unclearAddresses', data: { unclear: 4, people: 0 } },
  ),
  example(
    { de: 'eine unlesbare Adresse neben einer lesbaren', en: 'one address that cannot be read beside one that can' },
    { to: ['müller', 'anna@oak.example'] },
    { undetermined: 'unclearAddresses', data: { unclear: 1, people: 1 } },
    { options: { addresses: 1 } },
  ),
];
