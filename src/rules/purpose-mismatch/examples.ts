import { example, type ExampleTag } from '../example';

const tags = (...all: readonly ExampleTag[]): { readonly tags: readonly ExampleTag[] } => ({ tags: all });
const granted = (purpose: ExampleTag['purpose'], basis: ExampleTag['basis'] = 'consent'): ExampleTag => ({ purpose, status: 'granted', basis, obtained: '2025-03-01T10:00:00Z' });

export const examples = [
  example(
    { de: 'eine Veranstaltung, zugestimmt wurde nur Newslettern', en: 'an event, but consent was given to newsletters only' },
    { to: ['Anna Eichner <anna@oak.example>', 'ben@elm.example'], purpose: 'event' },
    { finds: 'otherPurpose', data: { people: 1, purpose: 'event', suggested: false, viaLists: false, recorded: ['newsletter'] }, about: ['anna@oak.example'] },
    { contacts: { 'anna@oak.example': tags(granted('newsletter')), 'ben@elm.example': tags(granted('event')) } },
  ),
  example(
    { de: 'drei Adressen aus Umfragen, Verträgen und persönlichen Kontakten', en: 'three addresses from surveys, contracts and personal contacts' },
    { bcc: ['anna@oak.example', 'ben@elm.example', 'cem@ash.example'], subject: 'Unser Newsletter im November', body: 'Hier sind die Neuigkeiten aus unserem Haus.' },
    { finds: 'otherPurpose', data: { people: 3, purpose: 'newsletter', suggested: true, viaLists: false, recorded: ['contract', 'individual', 'survey'] } },
    {
      contacts: {
        'anna@oak.example': tags(granted('survey')),
        'ben@elm.example': tags(granted('contract', 'contract'), granted('survey')),
        'cem@ash.example': tags(granted('individual', 'legitimate-interests')),
      },
    },
  ),
  example(
    { de: 'ein Vertrag ist keine Einwilligung', en: 'a contract is no consent' },
    { to: ['anna@oak.example', 'ben@elm.example', 'cem@ash.example'], purpose: 'offer' },
    { finds: 'otherBasis', data: { people: 2, purpose: 'offer', suggested: false, viaLists: false, recorded: ['contract', 'legitimate-interests'] }, about: ['anna@oak.example', 'ben@elm.example'] },
    {
      contacts: {
        'anna@oak.example': tags(granted('*', 'contract')),
        'ben@elm.example': tags(granted('advertising', 'legitimate-interests')),
        'cem@ash.example': tags(granted('*', 'contract'), granted('offer')),
      },
    },
  ),
  example(
    { de: 'beides in einer Nachricht', en: 'both in one mail' },
    { bcc: ['anna@oak.example', 'ben@elm.example'], purpose: 'survey' },
    [
      { finds: 'otherPurpose', data: { people: 1, purpose: 'survey', suggested: false, viaLists: false, recorded: ['offer'] }, about: ['ben@elm.example'] },
      { finds: 'otherBasis', data: { people: 1, purpose: 'survey', suggested: false, viaLists: false, recorded: ['public-task'] }, about: ['anna@oak.example'] },
    ],
    { contacts: { 'anna@oak.example': tags(granted('survey', 'public-task'), granted('newsletter')), 'ben@elm.example': tags(granted('offer', 'existing-customer')) } },
  ),
  example(
    { de: 'zwei Bewerberinnen in einem Verteiler', en: 'two applicants on a distribution list' },
    { bcc: ['kontakte@own.example'], lists: ['kontakte@own.example'], purpose: 'newsletter' },
    { finds: 'otherPurpose', data: { people: 2, purpose: 'newsletter', suggested: false, viaLists: true, recorded: ['individual'] }, about: ['kontakte@own.example'] },
    {
      members: { 'kontakte@own.example': ['anna@oak.example', 'ben@elm.example'] },
      contacts: { 'anna@oak.example': tags(granted('individual', 'contract')), 'ben@elm.example': tags(granted('individual', 'contract')) },
    },
  ),
  example(
    { de: 'eine Einwilligung in alle Werbung und eine in alles', en: 'consent to all advertising, and to everything' },
    { to: ['anna@oak.example', 'ben@elm.example'], purpose: 'event' },
    'passed',
    { contacts: { 'anna@oak.example': tags(granted('advertising')), 'ben@elm.example': tags(granted('*')) } },
  ),
  example(
    { de: 'neben dem anderen Zweck liegt die passende Einwilligung vor', en: 'the fitting consent is there beside the other purpose' },
    { to: ['anna@oak.example'], purpose: 'event' },
    'passed',
    { contacts: { 'anna@oak.example': tags(granted('contract', 'contract'), granted('event')) } },
  ),
  example(
    { de: 'widerrufen für diesen Zweck: davon spricht eine andere Regel', en: 'withdrawn for this purpose: another rule speaks of that' },
    { to: ['anna@oak.example'], purpose: 'event' },
    'passed',
    { contacts: { 'anna@oak.example': tags(granted('newsletter'), { purpose: 'event', status: 'withdrawn' }) } },
  ),
  example(
    { de: 'gar nichts hinterlegt: davon spricht eine andere Regel', en: 'nothing on file at all: another rule speaks of that' },
    { to: ['anna@oak.example'], purpose: 'event' },
    'passed',
    { contacts: { 'anna@oak.example': tags() } },
  ),
  example(
    { de: 'eine Rechnung an jemanden, der Newslettern zugestimmt hat', en: 'an invoice to somebody who consented to newsletters' },
    { to: ['anna@oak.example'], subject: 'Rechnung 4711', purpose: 'contract' },
    'notApplicable',
    { contacts: { 'anna@oak.example': tags(granted('newsletter')) } },
  ),
  example(
    { de: 'der Dienst hat nicht geantwortet', en: 'the service did not answer' },
    { to: ['anna@oak.example'], purpose: 'event' },
    'notApplicable',
    { contacts: { 'anna@oak.example': 'timeout' } },
  ),
];
