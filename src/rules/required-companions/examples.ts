import { example } from '../example';

const LEGAL = { when: ['court.example', 'gegner@fir.example'], companions: ['recht@own.example'], reason: 'Das Verfahren führt die Rechtsabteilung.', reasonEn: 'The legal department conducts the case.' };
const SALES = { when: ['oak.example'], except: ['technik@oak.example'], companions: ['vertrieb@own.example', 'eva@own.example'], field: 'bcc' };
const ANYBODY = { when: ['elm.example'], companions: ['revision.example'], field: 'to' };

export const examples = [
  example(
    { de: 'ein Schreiben an das Gericht ohne die Rechtsabteilung', en: 'a letter to the court without the legal department' },
    { to: ['registry@north.court.example'] },
    { finds: 'companionsMissing', severity: 'warning', data: { people: 1, addresses: ['registry@north.court.example'], missing: ['recht@own.example'], field: 'cc', reasonDe: LEGAL.reason, reasonEn: LEGAL.reasonEn }, about: ['registry@north.court.example'] },
    { options: { companions: [LEGAL] } },
  ),
  example(
    { de: 'drei Empfänger, und zwei fehlen in Kopie', en: 'three recipients, and two are missing in copy' },
    { to: ['anna@oak.example', 'abel@oak.example'], cc: ['ada@mail.oak.example', 'technik@oak.example'] },
    { finds: 'companionsMissing', data: { people: 3, addresses: ['anna@oak.example', 'abel@oak.example', 'ada@mail.oak.example'], missing: ['vertrieb@own.example', 'eva@own.example'], field: 'bcc', reasonDe: '', reasonEn: '' }, about: ['anna@oak.example', 'abel@oak.example', 'ada@mail.oak.example'] },
    { options: { companions: [SALES] } },
  ),
  example(
    { de: 'nur eine von beiden fehlt', en: 'only one of the two is missing' },
    { to: ['anna@oak.example'], cc: ['Eva@own.example'] },
    { finds: 'companionsMissing', data: { people: 1, addresses: ['anna@oak.example'], missing: ['vertrieb@own.example'], field: 'bcc', reasonDe: '', reasonEn: '' } },
    { options: { companions: [SALES] } },
  ),
  example(
    { de: 'jemand aus der Revision, gleich wer', en: 'somebody from the auditors, whoever it is' },
    { to: ['ben@elm.example'] },
    { finds: 'companionsMissing', data: { people: 1, addresses: ['ben@elm.example'], missing: ['revision.example'], field: 'to', reasonDe: '', reasonEn: '' } },
    { options: { companions: [ANYBODY] } },
  ),
  example(
    { de: 'zwei Vorgaben für eine E-Mail', en: 'two settings for one mail' },
    { to: ['anna@oak.example', 'gegner@fir.example'] },
    [{ finds: 'companionsMissing', about: ['gegner@fir.example'] }, { finds: 'companionsMissing', about: ['anna@oak.example'] }],
    { options: { companions: [LEGAL, SALES] } },
  ),
  example(
    { de: 'eine Besprechung, in der jemand fehlt', en: 'a meeting in which somebody is missing' },
    { required: ['gegner@fir.example'], optional: ['ben@elm.example'] },
    { finds: 'companionsMissing', about: ['gegner@fir.example'] },
    { options: { companions: [LEGAL] } },
  ),
  example(
    { de: 'über eine Verteilerliste an die Gegenseite', en: 'to the other party through a distribution list' },
    { to: ['alle@fir.example'], lists: ['alle@fir.example'] },
    { finds: 'companionsMissing', data: { people: 1, addresses: ['gegner@fir.example'], missing: ['recht@own.example'], field: 'cc', reasonDe: LEGAL.reason, reasonEn: LEGAL.reasonEn }, about: ['alle@fir.example'] },
    { options: { companions: [LEGAL] }, members: { 'alle@fir.example': ['gegner@fir.example', 'fee@fir.example'] } },
  ),
  example({ de: 'die Rechtsabteilung steht in Cc', en: 'the legal department is in Cc' }, { to: ['gegner@fir.example'], cc: ['RECHT@own.example'] }, 'passed', { options: { companions: [LEGAL] } }),
  example({ de: 'ein anderes Feld genügt', en: 'another field is enough' }, { to: ['anna@oak.example', 'vertrieb@own.example'], cc: ['eva@own.example'] }, 'passed', { options: { companions: [SALES] } }),
  example({ de: 'die Rechtsabteilung schreibt selbst', en: 'the legal department writes itself' }, { to: ['gegner@fir.example'], from: 'Recht <recht@own.example>' }, 'passed', { options: { companions: [LEGAL] } }),
  example({ de: 'irgendjemand aus der Revision liest mit', en: 'anybody from the auditors reads along' }, { to: ['ben@elm.example'], bcc: ['rita@mail.revision.example'] }, 'passed', { options: { companions: [ANYBODY] } }),
  example(
    { de: 'die Kollegin steht auf der Verteilerliste', en: 'the colleague is on the distribution list' },
    { to: ['gegner@fir.example'], cc: ['team@own.example'], lists: ['team@own.example'] },
    'passed',
    { options: { companions: [LEGAL] }, members: { 'team@own.example': ['recht@own.example', 'finn@own.example'] } },
  ),
  example(
    { de: 'ob die Kollegin auf der Verteilerliste steht, weiß niemand', en: 'nobody knows whether the colleague is on the distribution list' },
    { to: ['gegner@fir.example'], cc: ['team@own.example'], lists: ['team@own.example'] },
    { undetermined: 'companionsMissing', severity: 'notice', data: { people: 1, addresses: ['gegner@fir.example'], missing: ['recht@own.example'], field: 'cc', reasonDe: LEGAL.reason, reasonEn: LEGAL.reasonEn }, about: ['gegner@fir.example'] },
    { options: { companions: [LEGAL] }, members: { 'team@own.example': 'noSource' } },
  ),
  example({ de: 'ein ausgenommener Empfänger', en: 'a recipient who is excepted' }, { to: ['technik@oak.example'] }, 'notApplicable', { options: { companions: [SALES] } }),
  example(
    { de: 'zwei Kontaktgruppen', en: 'two contact groups' },
    { to: ['Stammkunden', 'Beirat'], lists: ['Stammkunden', 'Beirat'] },
    { undetermined: 'unclear', severity: 'notice', data: { people: 2 } },
    { options: { companions: [LEGAL] } },
  ),
  example(
    { de: 'eine unlesbare Adresse', en: 'an address that cannot be read' },
    { to: ['müller', 'cem@ash.example'] },
    { undetermined: 'unclear', severity: 'notice', data: { people: 1 } },
    { options: { companions: [LEGAL] } },
  ),
  example({ de: 'Empfänger, zu denen niemand gehört', en: 'recipients nobody belongs to' }, { to: ['cem@ash.example'] }, 'notApplicable', { options: { companions: [LEGAL, SALES] } }),
  example({ de: 'ohne Vorgabe', en: 'without a setting' }, { to: ['gegner@fir.example'] }, 'notApplicable'),
];
