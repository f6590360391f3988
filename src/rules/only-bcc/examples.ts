import { example } from '../example';

const CLIENTS = ['anna@oak.example', 'ben@elm.example', 'cem@ash.example'];

export const examples = [
  example(
    { de: 'drei Kunden in Bcc, sonst niemand', en: 'three clients in Bcc, nobody else' },
    { bcc: CLIENTS, subject: 'Betriebsferien' },
    { finds: 'nobodyInTo', data: { people: 3 }, about: CLIENTS },
  ),
  example({ de: 'ein einzelner Empfänger in Bcc', en: 'a single recipient in Bcc' }, { bcc: ['anna@oak.example'] }, { finds: 'nobodyInTo', data: { people: 1 } }),
  example({ de: 'jemand steht zweimal in Bcc', en: 'somebody is in Bcc twice' }, { bcc: ['anna@oak.example', 'Anna@OAK.example', 'ben@elm.example'] }, { finds: 'nobodyInTo', data: { people: 2 } }),
  example({ de: 'nur Kolleginnen in Bcc', en: 'nobody but colleagues in Bcc' }, { bcc: ['eva@own.example', 'finn@own.example'] }, { finds: 'nobodyInTo', data: { people: 2 } }),
  example({ de: 'eine Kontaktgruppe in Bcc', en: 'a contact group in Bcc' }, { bcc: ['Stammkunden Süd', 'Stammkunden Nord'], lists: ['Stammkunden Süd', 'Stammkunden Nord'] }, { finds: 'nobodyInTo', data: { people: 2 } }),
  example({ de: 'die Absenderin selbst steht mit in Bcc', en: 'the sender is in Bcc, too' }, { bcc: [...CLIENTS, 'Mara Own <MARA@own.example>'] }, { finds: 'nobodyInTo', data: { people: 4 } }),
  example({ de: 'ein Absender ohne lesbare Adresse', en: 'a sender without a readable address' }, { from: '/o=Own/cn=mara', bcc: CLIENTS }, { finds: 'nobodyInTo', data: { people: 3 } }),
  example({ de: 'die Absenderin steht in An', en: 'the sender is in To' }, { to: ['mara@own.example'], bcc: CLIENTS }, 'passed'),
  example({ de: 'jemand steht in Cc', en: 'somebody is in Cc' }, { cc: ['eva@own.example'], bcc: CLIENTS }, 'passed'),
  example({ de: 'eine Gruppe ohne Adresse steht in An', en: 'a group without an address is in To' }, { to: ['Beirat'], bcc: CLIENTS, lists: ['Beirat'] }, 'passed'),
  example({ de: 'niemand in Bcc', en: 'nobody in Bcc' }, { to: ['anna@oak.example'] }, 'notApplicable'),
  example({ de: 'ein Entwurf ohne Empfänger', en: 'a draft without recipients' }, {}, 'notApplicable'),
  example({ de: 'eine Besprechung', en: 'a meeting' }, { required: ['anna@oak.example'] }, 'notApplicable'),
];
