import { example, type ExampleTag } from '../example';

const tags = (...all: readonly ExampleTag[]): { readonly tags: readonly ExampleTag[] } => ({ tags: all });
const YES: ExampleTag = { purpose: 'newsletter', status: 'granted', obtained: '2025-03-01T10:00:00Z', confirmed: '2025-03-01T10:05:00Z' };

export const examples = [
  example(
    { de: 'ein offenes Double-Opt-in', en: 'a double opt-in that is still open' },
    { to: ['Ben Ulmer <ben@elm.example>', 'anna@oak.example'], purpose: 'newsletter' },
    { finds: 'pending', data: { people: 1, purpose: 'newsletter', suggested: false, viaLists: false }, about: ['ben@elm.example'] },
    { contacts: { 'ben@elm.example': tags({ purpose: 'newsletter', status: 'pending', obtained: '2026-11-20T16:40:00Z' }), 'anna@oak.example': tags(YES) } },
  ),
  example(
    { de: 'vier offene Anmeldungen', en: 'four sign-ups still open' },
    { bcc: ['a@oak.example', 'b@oak.example', 'c@oak.example', 'd@oak.example'], purpose: 'newsletter' },
    { finds: 'pending', data: { people: 4, purpose: 'newsletter', suggested: false, viaLists: false } },
    {
      contacts: {
        'a@oak.example': tags({ purpose: 'newsletter', status: 'pending' }),
        'b@oak.example': tags({ purpose: '*', status: 'pending' }),
        'c@oak.example': tags({ purpose: 'advertising', status: 'pending' }),
        'd@oak.example': tags({ purpose: 'newsletter', status: 'pending' }, { purpose: '*', status: 'granted', basis: 'contract' }),
      },
    },
  ),
  example(
    { de: 'sieht nach einer Umfrage aus, zwei Anmeldungen offen', en: 'looks like a survey, two sign-ups open' },
    { bcc: ['anna@oak.example', 'ben@elm.example'], subject: 'Wie zufrieden waren Sie?', body: 'Guten Tag,\n\nnehmen Sie an unserer kurzen Umfrage teil.' },
    { finds: 'pending', data: { people: 2, purpose: 'survey', suggested: true, viaLists: false } },
    { contacts: { 'anna@oak.example': tags({ purpose: 'survey', status: 'pending' }), 'ben@elm.example': tags({ purpose: 'advertising', status: 'pending' }) } },
  ),
  example(
    { de: 'von zwei Einträgen zählt der strengere', en: 'the stricter of two records counts' },
    { to: ['anna@oak.example'], bcc: ['ben@elm.example'], purpose: 'newsletter' },
    { finds: 'pending', about: ['anna@oak.example', 'ben@elm.example'] },
    {
      contacts: {
        'anna@oak.example': tags(YES, { purpose: 'advertising', status: 'pending' }),
        'ben@elm.example': tags({ purpose: 'newsletter', status: 'expired' }, { purpose: '*', status: 'pending' }),
      },
    },
  ),
  example(
    { de: 'zwei Unbestätigte in einem Verteiler', en: 'two unconfirmed people on a distribution list' },
    { bcc: ['kunden@own.example'], lists: ['kunden@own.example'], purpose: 'newsletter' },
    { finds: 'pending', data: { people: 2, purpose: 'newsletter', suggested: false, viaLists: true }, about: ['kunden@own.example'] },
    {
      members: { 'kunden@own.example': ['anna@oak.example', 'ben@elm.example', 'cem@ash.example'] },
      contacts: { 'anna@oak.example': tags(YES), 'ben@elm.example': tags({ purpose: 'newsletter', status: 'pending' }), 'cem@ash.example': tags({ purpose: '*', status: 'pending' }) },
    },
  ),
  example(
    { de: 'eine bestätigte Anmeldung', en: 'a confirmed sign-up' },
    { to: ['anna@oak.example'], purpose: 'newsletter' },
    'passed',
    { contacts: { 'anna@oak.example': tags(YES) } },
  ),
  example(
    { de: 'eine offene Anmeldung für etwas anderes', en: 'an open sign-up for something else' },
    { to: ['anna@oak.example'], purpose: 'newsletter' },
    'passed',
    { contacts: { 'anna@oak.example': tags(YES, { purpose: 'event', status: 'pending' }) } },
  ),
  example(
    { de: 'eine offene Anmeldung, danach widerrufen: davon spricht eine andere Regel', en: 'an open sign-up, withdrawn later: another rule speaks of that' },
    { to: ['anna@oak.example'], purpose: 'newsletter' },
    'passed',
    { contacts: { 'anna@oak.example': tags({ purpose: 'newsletter', status: 'pending' }, { purpose: 'advertising', status: 'withdrawn' }) } },
  ),
  example(
    { de: 'ein Termin mit jemandem, dessen Anmeldung offen ist', en: 'an appointment with somebody whose sign-up is open' },
    { to: ['anna@oak.example'], subject: 'Termin am Dienstag', body: 'Hallo Anna,\n\npasst 14 Uhr?\n\nViele Grüße\nMara' },
    'notApplicable',
    { contacts: { 'anna@oak.example': tags({ purpose: 'newsletter', status: 'pending' }) } },
  ),
  example(
    { de: 'der Dienst hat nicht geantwortet', en: 'the service did not answer' },
    { to: ['anna@oak.example', 'ben@elm.example'], purpose: 'newsletter' },
    'notApplicable',
    { contacts: { 'anna@oak.example': 'unreachable', 'ben@elm.example': 'unreachable' } },
  ),
];
