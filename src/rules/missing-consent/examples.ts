import { example, type ExampleTag } from '../example';

const granted = (purpose: ExampleTag['purpose'], more: Partial<ExampleTag> = {}): { tags: readonly ExampleTag[] } => ({ tags: [{ purpose, status: 'granted', obtained: '2025-03-01T10:00:00Z', ...more }] });

const NEWSLETTER = { subject: 'Unser Newsletter im November', body: 'Guten Tag,\n\nhier sind die Neuigkeiten aus unserem Haus.\n\nÜber den Link unten können Sie sich jederzeit vom Newsletter abmelden.\n\nFreundliche Grüße\nMara Own' };

export const examples = [
  example(
    { de: 'ein Newsletter an jemanden ohne Einwilligung', en: 'a newsletter to somebody without consent' },
    { bcc: ['Änne Oak <aenne@oak.example>', 'Ben Elm <ben@elm.example>'], ...NEWSLETTER, purpose: 'newsletter' },
    { finds: 'notRecorded', data: { people: 1, purpose: 'newsletter', suggested: false }, about: ['aenne@oak.example'] },
    { contacts: { 'aenne@oak.example': { tags: [] }, 'ben@elm.example': granted('newsletter') } },
  ),
  example(
    { de: 'sieht nach einem Newsletter aus, drei ohne Einwilligung', en: 'looks like a newsletter, three without consent' },
    { bcc: ['aenne@oak.example', 'ben@elm.example', 'cem@ash.example'], cc: ['AENNE@oak.example'], ...NEWSLETTER },
    { finds: 'notRecorded', data: { people: 3, purpose: 'newsletter', suggested: true } },
    { contacts: { 'aenne@oak.example': { tags: [] }, 'ben@elm.example': { tags: [{ purpose: 'survey', status: 'granted' }] }, 'cem@ash.example': { tags: [] } } },
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
    { de: 'eine Einwilligung für einen anderen Zweck', en: 'consent to another purpose' },
    { to: ['anna@oak.example'], purpose: 'event' },
    { finds: 'notRecorded', data: { people: 1, purpose: 'event', suggested: false } },
    { contacts: { 'anna@oak.example': granted('newsletter') } },
  ),
  example(
    { de: 'Bestandskunden (§ 7 Abs. 3 UWG)', en: 'existing customers (Section 7(3) UWG)' },
    { to: ['anna@oak.example'], purpose: 'offer' },
    'passed',
    { contacts: { 'anna@oak.example': granted('offer', { basis: 'existing-customer' }) } },
  ),
  example(
    { de: 'zwei Kunden, die widersprochen haben', en: 'two customers who objected' },
    { to: ['anna@oak.example'], bcc: ['ben@elm.example', 'cem@ash.example'], purpose: 'offer' },
    { finds: 'objected', data: { people: 2, purpose: 'offer', suggested: false }, about: ['anna@oak.example', 'ben@elm.example'] },
    {
      contacts: {
        'anna@oak.example': { tags: [{ purpose: 'offer', status: 'granted', basis: 'existing-customer' }, { purpose: 'advertising', status: 'objected', basis: 'legitimate-interests' }] },
        'ben@elm.example': { tags: [{ purpose: '*', status: 'objected' }, { purpose: 'offer', status: 'granted' }] },
        'cem@ash.example': granted('offer'),
      },
    },
  ),
  example(
    { de: 'ein Widerspruch gegen etwas anderes', en: 'an objection to something else' },
    { to: ['anna@oak.example'], purpose: 'offer' },
    'passed',
    { contacts: { 'anna@oak.example': { tags: [{ purpose: 'survey', status: 'objected' }, { purpose: 'offer', status: 'granted' }] } } },
  ),
  example(
    { de: 'eine widerrufene Einwilligung', en: 'a consent that was withdrawn' },
    { to: ['anna@oak.example', 'ben@elm.example'], purpose: 'newsletter' },
    { finds: 'withdrawn', data: { people: 2, purpose: 'newsletter', suggested: false } },
    {
      contacts: {
        'anna@oak.example': { tags: [{ purpose: 'newsletter', status: 'withdrawn', withdrawn: '2026-10-02T07:00:00Z' }] },
        'ben@elm.example': { tags: [{ purpose: 'newsletter', status: 'granted' }, { purpose: '*', status: 'withdrawn' }] },
      },
    },
  ),
  example(
    { de: 'ein offenes Double-Opt-in', en: 'a double opt-in that is still open' },
    { to: ['anna@oak.example', 'ben@elm.example'], purpose: 'newsletter' },
    { finds: 'pending', data: { people: 1, purpose: 'newsletter', suggested: false }, about: ['anna@oak.example'] },
    { contacts: { 'anna@oak.example': { tags: [{ purpose: 'newsletter', status: 'pending' }] }, 'ben@elm.example': granted('newsletter') } },
  ),
  example(
    { de: 'vier offene Anmeldungen', en: 'four sign-ups still open' },
    { bcc: ['a@oak.example', 'b@oak.example', 'c@oak.example', 'd@oak.example'], purpose: 'newsletter' },
    { finds: 'pending', data: { people: 4, purpose: 'newsletter', suggested: false } },
    {
      contacts: {
        'a@oak.example': { tags: [{ purpose: 'newsletter', status: 'pending' }] },
        'b@oak.example': { tags: [{ purpose: 'newsletter', status: 'pending' }] },
        'c@oak.example': { tags: [{ purpose: '*', status: 'pending' }] },
        'd@oak.example': { tags: [{ purpose: 'advertising', status: 'pending' }] },
      },
    },
  ),
  example(
    { de: 'von zwei Einträgen zählt der strengere', en: 'the stricter of two tags counts' },
    { bcc: ['a@oak.example', 'b@elm.example', 'c@ash.example', 'd@fir.example'], purpose: 'newsletter' },
    [
      { finds: 'objected', about: ['a@oak.example'] },
      { finds: 'withdrawn', about: ['b@elm.example'] },
      { finds: 'pending', about: ['c@ash.example'] },
      { finds: 'expired', about: ['d@fir.example'] },
    ],
    {
      contacts: {
        'a@oak.example': { tags: [{ purpose: 'newsletter', status: 'withdrawn' }, { purpose: '*', status: 'objected' }] },
        'b@elm.example': { tags: [{ purpose: 'newsletter', status: 'pending' }, { purpose: 'advertising', status: 'withdrawn' }] },
        'c@ash.example': { tags: [{ purpose: 'newsletter', status: 'expired' }, { purpose: '*', status: 'pending' }, { purpose: 'newsletter', status: 'granted' }] },
        'd@fir.example': { tags: [{ purpose: 'newsletter', status: 'granted' }, { purpose: 'advertising', status: 'expired' }] },
      },
    },
  ),
  example(
    { de: 'eine Einwilligung, die gestern ablief', en: 'a consent that ran out yesterday' },
    { to: ['anna@oak.example', 'ben@elm.example', 'cem@ash.example'], purpose: 'newsletter' },
    { finds: 'expired', data: { people: 2, purpose: 'newsletter', suggested: false }, about: ['anna@oak.example', 'ben@elm.example'] },
    {
      contacts: {
        'anna@oak.example': granted('newsletter', { expires: '2026-11-23T09:00:00Z' }),
        'ben@elm.example': { tags: [{ purpose: 'newsletter', status: 'expired' }] },
        'cem@ash.example': granted('newsletter', { expires: '2026-11-25T09:00:00Z' }),
      },
    },
  ),
  example(
    { de: 'eine Einwilligung, die in diesem Augenblick abläuft', en: 'a consent that runs out this very moment' },
    { to: ['anna@oak.example'], purpose: 'newsletter' },
    { finds: 'expired', data: { people: 1, purpose: 'newsletter', suggested: false } },
    { contacts: { 'anna@oak.example': granted('newsletter', { expires: '2026-11-24T09:00:00Z' }) } },
  ),
  example(
    { de: 'zwei ehemalige Bestandskunden', en: 'two former customers' },
    { to: ['anna@oak.example', 'ben@elm.example', 'cem@ash.example'], purpose: 'offer' },
    { finds: 'customerExpired', data: { people: 2, purpose: 'offer', suggested: false }, about: ['anna@oak.example', 'ben@elm.example'] },
    {
      contacts: {
        'anna@oak.example': granted('offer', { basis: 'existing-customer', expires: '2026-06-30T00:00:00Z' }),
        'ben@elm.example': { tags: [{ purpose: '*', status: 'expired', basis: 'existing-customer' }] },
        'cem@ash.example': granted('offer', { basis: 'existing-customer' }),
      },
    },
  ),
  example(
    { de: 'ein Vertrag ist keine Einwilligung', en: 'a contract is no consent' },
    { to: ['anna@oak.example', 'ben@elm.example', 'cem@ash.example'], purpose: 'offer' },
    { finds: 'otherBasis', data: { people: 2, purpose: 'offer', suggested: false }, about: ['anna@oak.example', 'ben@elm.example'] },
    {
      contacts: {
        'anna@oak.example': granted('*', { basis: 'contract' }),
        'ben@elm.example': granted('advertising', { basis: 'legitimate-interests' }),
        'cem@ash.example': { tags: [{ purpose: '*', status: 'granted', basis: 'contract' }, { purpose: 'offer', status: 'granted' }] },
      },
    },
  ),
  example(
    { de: 'drei Adressen, die niemand kennt', en: 'three addresses nobody knows' },
    { to: ['anna@oak.example'], cc: ['ben@elm.example'], bcc: ['cem@ash.example'], subject: 'Sonderangebote zum Jahresende', body: 'Jetzt bestellen: 20 % Rabatt auf alle Stühle.' },
    { finds: 'unknownContact', data: { people: 3, purpose: 'offer', suggested: true } },
    { contacts: { 'anna@oak.example': 'nobody', 'ben@elm.example': 'nobody', 'cem@ash.example': 'nobody' } },
  ),
  example(
    { de: 'von jedem etwas', en: 'one of each' },
    { bcc: ['a@oak.example', 'b@elm.example', 'c@ash.example', 'd@fir.example', 'eva@own.example'], purpose: 'survey' },
    [
      { finds: 'objected', data: { people: 1, purpose: 'survey', suggested: false }, about: ['b@elm.example'] },
      { finds: 'notRecorded', data: { people: 1, purpose: 'survey', suggested: false }, about: ['c@ash.example'] },
      { undetermined: 'noAnswer', data: { people: 1, purpose: 'survey', suggested: false, reason: 'ambiguous' }, about: ['d@fir.example'] },
    ],
    { contacts: { 'a@oak.example': granted('survey'), 'b@elm.example': { tags: [{ purpose: 'survey', status: 'objected' }] }, 'c@ash.example': { tags: [] }, 'd@fir.example': 'ambiguous' } },
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
    { de: 'eine Gruppe und ein Verteiler', en: 'a group and a distribution list' },
    { bcc: ['Stammkunden Süd', 'kunden@own.example', 'anna@oak.example'], lists: ['Stammkunden Süd', 'kunden@own.example'], ...NEWSLETTER },
    { undetermined: 'unclearRecipients', data: { unclear: 2, purpose: 'newsletter', suggested: true } },
    { contacts: { 'anna@oak.example': granted('newsletter') } },
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
