import { example } from '../example';

const BRAND = { recipients: ['oak.example'], senders: ['nord.own.example', 'nord@own.example'], reason: 'Oak kennt nur die Marke Nord.', reasonEn: 'Oak knows the Nord brand only.' };
const COURT = { recipients: ['*.court.example', 'anwalt@elm.example'], senders: ['recht@own.example'] };

const expected = { senders: BRAND.senders, reasonDe: BRAND.reason, reasonEn: BRAND.reasonEn };

export const examples = [
  example(
    { de: 'an den Kunden der einen Marke schreibt die andere', en: 'the other brand writes to a client' },
    { to: ['anna@oak.example'], cc: ['ben@elm.example'] },
    { finds: 'otherSender', severity: 'warning', data: { people: 1, addresses: ['anna@oak.example'], sender: 'mara@own.example', ...expected }, about: ['anna@oak.example'] },
    { options: { accounts: [BRAND] } },
  ),
  example(
    { de: 'drei Empfänger, für die ein anderes Konto vorgesehen ist', en: 'three recipients for whom another account is meant' },
    { to: ['anna@oak.example', 'abel@mail.oak.example'], bcc: ['ada@oak.example', 'ANNA@oak.example'] },
    { finds: 'otherSender', data: { people: 3, addresses: ['anna@oak.example', 'abel@mail.oak.example', 'ada@oak.example'], sender: 'mara@own.example', ...expected }, about: ['anna@oak.example', 'abel@mail.oak.example', 'ada@oak.example'] },
    { options: { accounts: [BRAND] } },
  ),
  example(
    { de: 'zwei Empfänger, zwei vorgesehene Konten', en: 'two recipients, two accounts meant for them' },
    { to: ['anna@oak.example', 'registry@north.court.example'], from: 'recht@own.example' },
    { finds: 'otherSender', data: { people: 1, addresses: ['anna@oak.example'], sender: 'recht@own.example', ...expected } },
    { options: { accounts: [BRAND, COURT] } },
  ),
  example(
    { de: 'ein Mitglied der Verteilerliste gehört zum anderen Konto', en: 'a member of the distribution list belongs to the other account' },
    { to: ['kunden@own.example'], lists: ['kunden@own.example'] },
    { finds: 'otherSender', data: { people: 1, addresses: ['anna@oak.example'], sender: 'mara@own.example', ...expected }, about: ['kunden@own.example'] },
    { options: { accounts: [BRAND] }, members: { 'kunden@own.example': ['anna@oak.example', 'ben@elm.example'] } },
  ),
  example(
    { de: 'eine Besprechung vom falschen Konto', en: 'a meeting from the wrong account' },
    { required: ['anwalt@elm.example'], subject: 'Termin' },
    { finds: 'otherSender', data: { people: 1, addresses: ['anwalt@elm.example'], sender: 'mara@own.example', senders: COURT.senders, reasonDe: '', reasonEn: '' } },
    { options: { accounts: [BRAND, COURT] } },
  ),
  example(
    { de: 'drei vorgesehene Absender, und ein vierter schreibt', en: 'three senders meant for it, and a fourth one writes' },
    { to: ['registry@north.court.example'] },
    { finds: 'otherSender', data: { people: 1, addresses: ['registry@north.court.example'], sender: 'mara@own.example', senders: ['recht@own.example', 'kanzlei@own.example', 'eva@own.example'], reasonDe: '', reasonEn: '' } },
    { options: { accounts: [{ ...COURT, senders: ['recht@own.example', 'kanzlei@own.example', 'eva@own.example'] }] } },
  ),
  example({ de: 'das vorgesehene Konto', en: 'the account meant for it' }, { to: ['anna@oak.example'], from: 'Team Nord <Nord@own.example>' }, 'passed', { options: { accounts: [BRAND] } }),
  example({ de: 'ein Konto der vorgesehenen Domain', en: 'an account of the domain meant for it' }, { to: ['anna@oak.example'], from: 'mara@mail.nord.own.example' }, 'passed', { options: { accounts: [BRAND] } }),
  example(
    { de: 'der erste Eintrag, der einen Empfänger nennt, zählt', en: 'the first entry that names a recipient counts' },
    { to: ['anna@oak.example'] },
    'passed',
    { options: { accounts: [{ recipients: ['anna@oak.example'], senders: ['own.example'] }, BRAND] } },
  ),
  example(
    { de: 'ein Absender ohne lesbare Adresse', en: 'a sender without a readable address' },
    { to: ['anna@oak.example', 'abel@oak.example'], from: '/o=Own/ou=Exchange/cn=Recipients/cn=mara' },
    { undetermined: 'senderUnknown', severity: 'notice', data: { people: 2, addresses: ['anna@oak.example', 'abel@oak.example'], ...expected } },
    { options: { accounts: [BRAND] } },
  ),
  example(
    { de: 'eine Kontaktgruppe, in der jeder stehen kann', en: 'a contact group that may hold anybody' },
    { to: ['ben@elm.example', 'Stammkunden'], lists: ['Stammkunden'] },
    { undetermined: 'unclear', severity: 'notice', data: { people: 1 } },
    { options: { accounts: [BRAND] } },
  ),
  example(
    { de: 'zwei Empfänger, hinter denen niemand zu erkennen ist', en: 'two recipients nobody can see behind' },
    { to: ['müller', 'kunden@own.example'], lists: ['kunden@own.example'] },
    { undetermined: 'unclear', severity: 'notice', data: { people: 2 } },
    { options: { accounts: [BRAND] }, members: { 'kunden@own.example': { some: ['ben@elm.example'] } } },
  ),
  example({ de: 'Empfänger, für die jedes Konto recht ist', en: 'recipients for whom any account will do' }, { to: ['ben@elm.example'] }, 'notApplicable', { options: { accounts: [BRAND] } }),
  example({ de: 'die Richtlinie sieht für niemanden ein Konto vor', en: 'the policy means no account for anybody' }, { to: ['anna@oak.example'] }, 'notApplicable'),
];
