import { example, type ExampleTag } from '../example';

const granted = (purpose: ExampleTag['purpose'], more: Partial<ExampleTag> = {}): { tags: readonly ExampleTag[] } => ({ tags: [{ purpose, status: 'granted', obtained: '2025-03-01T10:00:00Z', ...more }] });

const NEWSLETTER = { subject: 'Unser Newsletter im November', body: 'Guten Tag,\n\nhier sind die Neuigkeiten aus unserem Haus.\n\nÜber den Link unten können Sie sich jederzeit vom Newsletter abmelden.\n\nFreundliche Grüße\nMara Own' };

export const examples = [
  example(
    { de: 'ein Newsletter an jemanden ohne Einwilligung', en: 'a newsletter to somebody without consent' },
    { bcc: ['Änne Oak <aenne@oak.example>', 'Ben Elm <ben@elm.example>'], ...NEWSLETTER, purpose: 'newsletter' },
    { finds: 'notRecorded', data: { people: 1, purpose: 'newsletter', suggested: false, viaLists: false }, about: ['aenne@oak.example'] },
    { contacts: { 'aenne@oak.example': { tags: [] }, 'ben@elm.example': granted('newsletter') } },
  ),
  example(
    { de: 'sieht nach einem Newsletter aus, drei ohne Einwilligung', en: 'looks like a newsletter, three without consent' },
    { bcc: ['aenne@oak.example', 'ben@elm.example', 'cem@ash.example'], cc: ['AENNE@oak.example'], ...NEWSLETTER },
    { finds: 'notRecorded', data: { people: 3, purpose: 'newsletter', suggested: true, viaLists: false } },
    { contacts: { 'aenne@oak.example': { tags: [] }, 'ben@elm.example': { tags: [{ purpose: 'survey', status: 'withdrawn' }] }, 'cem@ash.example': { tags: [] } } },
  ),
  example(
    { de: 'eine Einwilligung für Newsletter', en: 'consent to newsletters' },
    { to: ['anna@oak.example'], ...NEWSLETTER, purpose: 'newsletter' },
    'passed',
    { contacts: { 'Anna@Oak.example': granted('newsletter', { confirmed: '2025-03-01T10:05:00Z' }) } },
  ),
  example(
    { de: 'eine Einwilligung für alle Werbung und eine für alles', en: 'consent to all advertising, and to everything' },
    { to: ['anna@oak.example', 'ben@elm.example'], purpose: 'event' },
    'passed',
    { contacts: { 'anna@oak.example': granted('advertising'), 'ben@elm.example': granted('*') } },
  ),
  example(
    { de: 'eine Bitte um Bewertung ist Werbung', en: 'a request for a rating is advertising' },
    { to: ['anna@oak.example', 'ben@elm.example'], subject: 'Bewerten Sie uns', body: 'Guten Tag,\n\nwie zufrieden waren Sie mit unseren Stühlen?' },
    { finds: 'notRecorded', data: { people: 2, purpose: 'survey', suggested: true, viaLists: false } },
    { contacts: { 'anna@oak.example': { tags: [] }, 'ben@elm.example': { tags: [] } } },
  ),
  example(
    { de: 'für wen eine andere Regel spricht, den nennt diese nicht', en: 'whoever another rule speaks of is not named by this one' },
    { bcc: ['a@oak.example', 'b@oak.example', 'c@oak.example', 'd@oak.example', 'e@oak.example', 'f@oak.example', 'g@oak.example', 'h@oak.example'], purpose: 'newsletter' },
    { finds: 'notRecorded', data: { people: 1, purpose: 'newsletter', suggested: false, viaLists: false }, about: ['h@oak.example'] },
    {
      contacts: {
        'a@oak.example': { tags: [{ purpose: '*', status: 'objected' }] },
        'b@oak.example': { tags: [{ purpose: 'newsletter', status: 'withdrawn' }] },
        'c@oak.example': { tags: [{ purpose: 'newsletter', status: 'pending' }] },
        'd@oak.example': { tags: [{ purpose: 'newsletter', status: 'expired' }] },
        'e@oak.example': granted('newsletter', { basis: 'existing-customer' }),
        'f@oak.example': granted('survey'),
        'g@oak.example': 'nobody',
        'h@oak.example': { tags: [] },
      },
    },
  ),
  example(
    { de: 'eine Einwilligung, die erst nächstes Jahr erteilt sein soll', en: 'a consent said to be given next year' },
    { to: ['anna@oak.example'], purpose: 'newsletter' },
    { finds: 'notRecorded', about: ['anna@oak.example'] },
    { contacts: { 'anna@oak.example': granted('newsletter', { obtained: '2027-01-11T00:00:00Z' }) } },
  ),
  example(
    { de: 'eine ohne Einwilligung, zu einer keine eindeutige Antwort', en: 'one without consent, one without a clear answer' },
    { bcc: ['a@oak.example', 'c@ash.example', 'd@fir.example', 'eva@own.example'], purpose: 'survey' },
    [
      { finds: 'notRecorded', data: { people: 1, purpose: 'survey', suggested: false, viaLists: false }, about: ['c@ash.example'] },
      { undetermined: 'noAnswer', data: { people: 1, purpose: 'survey', suggested: false, reason: 'ambiguous' }, about: ['d@fir.example'] },
    ],
    { contacts: { 'a@oak.example': granted('survey'), 'c@ash.example': { tags: [] }, 'd@fir.example': 'ambiguous' } },
  ),
  example(
    { de: 'der Dienst hat nicht geantwortet', en: 'the service did not answer' },
    { to: ['anna@oak.example', 'ben@elm.example'], ...NEWSLETTER },
    { undetermined: 'noAnswer', data: { people: 2, purpose: 'newsletter', suggested: true, reason: 'timeout' } },
    { contacts: { 'anna@oak.example': 'timeout', 'ben@elm.example': 'timeout' } },
  ),
  example(
    { de: 'niemand hat den Dienst gefragt', en: 'nobody asked the service' },
    { to: ['anna@oak.example'], purpose: 'survey' },
    { undetermined: 'noAnswer', data: { people: 1, purpose: 'survey', suggested: false, reason: 'notAsked' } },
  ),
  example(
    { de: 'eine Gruppe, deren Mitglieder niemand sieht', en: 'a group whose members nobody sees' },
    { bcc: ['Stammkunden Süd'], lists: ['Stammkunden Süd'], purpose: 'newsletter' },
    { undetermined: 'unclearRecipients', data: { unclear: 1, purpose: 'newsletter', suggested: false } },
  ),
  example(
    { de: 'etwas, das keine Adresse ist', en: 'something that is no address' },
    { bcc: ['müller', 'cem@'], purpose: 'newsletter' },
    { undetermined: 'unclearRecipients', severity: 'notice', data: { unclear: 2, purpose: 'newsletter', suggested: false } },
  ),
  example(
    { de: 'eine unlesbare Adresse und eine Gruppe', en: 'an address that cannot be read and a group' },
    { bcc: ['müller', 'Stammkunden Süd'], lists: ['Stammkunden Süd'], purpose: 'newsletter' },
    { undetermined: 'unclearRecipients', severity: 'warning', data: { unclear: 2, purpose: 'newsletter', suggested: false } },
  ),
  example(
    { de: 'eine Gruppe und ein Verteiler', en: 'a group and a distribution list' },
    { bcc: ['Stammkunden Süd', 'kunden@own.example', 'anna@oak.example'], lists: ['Stammkunden Süd', 'kunden@own.example'], ...NEWSLETTER },
    { undetermined: 'unclearRecipients', data: { unclear: 2, purpose: 'newsletter', suggested: true } },
    { contacts: { 'anna@oak.example': granted('newsletter') } },
  ),
  example(
    { de: 'ein angegebener Newsletter an einen Verteiler des Hauses, in den niemand sehen konnte', en: 'a declared newsletter to a list of the house nobody could look into' },
    { to: ['kunden@own.example'], lists: ['kunden@own.example'], purpose: 'newsletter' },
    { undetermined: 'unclearRecipients', severity: 'warning', data: { unclear: 1, purpose: 'newsletter', suggested: false } },
    { members: { 'kunden@own.example': 'noSource' } },
  ),
  example(
    { de: 'was nur nach einer Umfrage aussieht, an einen solchen Verteiler', en: 'what only looks like a survey, to such a list' },
    { to: ['alle@own.example'], lists: ['alle@own.example'], subject: 'Umfrage', body: 'Liebe Kolleginnen und Kollegen,\n\nbitte nehmen Sie an unserer kurzen Umfrage teil.' },
    'notApplicable',
    { members: { 'alle@own.example': 'noSource' } },
  ),
  example(
    { de: 'ein Verteiler, dessen Mitglieder alle zugestimmt haben', en: 'a distribution list whose members have all agreed' },
    { bcc: ['kunden@own.example'], lists: ['kunden@own.example'], ...NEWSLETTER, purpose: 'newsletter' },
    'passed',
    {
      members: { 'kunden@own.example': ['anna@oak.example', 'ben@elm.example', 'eva@own.example'] },
      contacts: { 'anna@oak.example': granted('newsletter'), 'ben@elm.example': granted('*') },
    },
  ),
  example(
    { de: 'vier Mitglieder eines Verteilers ohne Einwilligung', en: 'four members of a distribution list without consent' },
    { bcc: ['kunden@own.example'], lists: ['kunden@own.example'], ...NEWSLETTER, purpose: 'newsletter' },
    { finds: 'notRecorded', data: { people: 4, purpose: 'newsletter', suggested: false, viaLists: true }, about: ['kunden@own.example'] },
    {
      members: { 'kunden@own.example': ['a@oak.example', 'b@oak.example', 'c@oak.example', 'd@oak.example', 'e@oak.example'] },
      contacts: { 'a@oak.example': { tags: [] }, 'b@oak.example': { tags: [] }, 'c@oak.example': { tags: [] }, 'd@oak.example': { tags: [] }, 'e@oak.example': granted('newsletter') },
    },
  ),
  example(
    { de: 'ein Verteiler, von dessen Mitgliedern eines unbefragt blieb, und einer, der nur zum Teil bekannt ist', en: 'a distribution list with a member nobody was asked about, and one known only in part' },
    { bcc: ['kunden@own.example', 'partner@own.example'], lists: ['kunden@own.example', 'partner@own.example'], ...NEWSLETTER, purpose: 'newsletter' },
    { undetermined: 'unclearRecipients', data: { unclear: 2, purpose: 'newsletter', suggested: false }, about: ['kunden@own.example', 'partner@own.example'] },
    {
      members: { 'kunden@own.example': ['anna@oak.example', 'ben@elm.example'], 'partner@own.example': { some: ['anna@oak.example'] } },
      contacts: { 'anna@oak.example': granted('newsletter') },
    },
  ),
  example(
    { de: 'ein Verteiler nur mit Kollegen', en: 'a distribution list of colleagues only' },
    { to: ['alle@own.example'], lists: ['alle@own.example'], ...NEWSLETTER, purpose: 'newsletter' },
    'notApplicable',
    { members: { 'alle@own.example': ['eva@own.example', 'finn@own.example'] } },
  ),
  example(
    { de: 'eine Absprache unter zwei Firmen', en: 'two firms agreeing on something' },
    { to: ['anna@oak.example'], subject: 'Re: Termin am Dienstag', body: 'Hallo Anna,\n\n14 Uhr passt mir gut. Das Angebot schicke ich dir bis Freitag.\n\nViele Grüße\nMara', composeType: 'reply' },
    'notApplicable',
    { contacts: { 'anna@oak.example': { tags: [] } } },
  ),
  example(
    { de: 'zum Vertrag erklärt', en: 'declared to be about the contract' },
    { to: ['anna@oak.example'], ...NEWSLETTER, purpose: 'contract' },
    'notApplicable',
    { contacts: { 'anna@oak.example': { tags: [] } } },
  ),
  example({ de: 'ein Newsletter an Kollegen', en: 'a newsletter to colleagues' }, { to: ['eva@own.example'], ...NEWSLETTER, purpose: 'newsletter' }, 'notApplicable'),
  example(
    { de: 'eine Presseliste, die ausgenommen ist', en: 'a press list that is exempt' },
    { bcc: ['a@press.example', 'b@press.example'], purpose: 'newsletter' },
    'notApplicable',
    { options: { exempt: ['press.example'] } },
  ),
];
