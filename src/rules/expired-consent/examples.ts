import { example, type ExampleTag } from '../example';

const tags = (...all: readonly ExampleTag[]): { readonly tags: readonly ExampleTag[] } => ({ tags: all });
const YES: ExampleTag = { purpose: 'newsletter', status: 'granted', obtained: '2025-03-01T10:00:00Z', confirmed: '2025-03-01T10:05:00Z' };

export const examples = [
  example(
    { de: 'eine Einwilligung, die gestern ablief, und eine, die als abgelaufen geführt wird', en: 'a consent that ran out yesterday, and one recorded as expired' },
    { to: ['anna@oak.example', 'ben@elm.example', 'cem@ash.example'], purpose: 'newsletter' },
    { finds: 'expired', data: { people: 2, purpose: 'newsletter', suggested: false, viaLists: false }, about: ['anna@oak.example', 'ben@elm.example'] },
    {
      contacts: {
        'anna@oak.example': tags({ ...YES, expires: '2026-11-23T09:00:00Z' }),
        'ben@elm.example': tags({ purpose: 'newsletter', status: 'expired' }),
        'cem@ash.example': tags({ ...YES, expires: '2026-11-25T09:00:00Z' }),
      },
    },
  ),
  example(
    { de: 'eine Einwilligung, die in diesem Augenblick abläuft', en: 'a consent that runs out this very moment' },
    { to: ['anna@oak.example'], purpose: 'newsletter' },
    { finds: 'expired', data: { people: 1, purpose: 'newsletter', suggested: false, viaLists: false } },
    { contacts: { 'anna@oak.example': tags({ ...YES, expires: '2026-11-24T09:00:00Z' }) } },
  ),
  example(
    { de: 'sieht nach einer Veranstaltung aus, drei abgelaufene Einwilligungen', en: 'looks like an event, three expired consents' },
    { bcc: ['anna@oak.example', 'ben@elm.example', 'cem@ash.example'], subject: 'Einladung zu unserer Hausmesse', body: 'Guten Tag,\n\nbesuchen Sie uns im Mai.' },
    { finds: 'expired', data: { people: 3, purpose: 'event', suggested: true, viaLists: false } },
    {
      contacts: {
        'anna@oak.example': tags({ purpose: 'event', status: 'expired' }),
        'ben@elm.example': tags({ purpose: '*', status: 'expired' }),
        'cem@ash.example': tags({ purpose: 'advertising', status: 'granted', expires: '2024-05-04T23:59:59.999Z' }),
      },
    },
  ),
  example(
    { de: 'eine abgelaufene Einwilligung neben einer gültigen: der strengere Eintrag zählt', en: 'an expired consent beside a valid one: the stricter record counts' },
    { to: ['anna@oak.example'], purpose: 'newsletter' },
    { finds: 'expired', about: ['anna@oak.example'] },
    { contacts: { 'anna@oak.example': tags(YES, { purpose: 'advertising', status: 'expired' }) } },
  ),
  example(
    { de: 'zwei Abgelaufene in einem Verteiler', en: 'two expired consents on a distribution list' },
    { bcc: ['kunden@own.example'], lists: ['kunden@own.example'], purpose: 'newsletter' },
    { finds: 'expired', data: { people: 2, purpose: 'newsletter', suggested: false, viaLists: true }, about: ['kunden@own.example'] },
    {
      members: { 'kunden@own.example': ['anna@oak.example', 'ben@elm.example', 'cem@ash.example'] },
      contacts: { 'anna@oak.example': tags(YES), 'ben@elm.example': tags({ purpose: 'newsletter', status: 'expired' }), 'cem@ash.example': tags({ purpose: '*', status: 'expired' }) },
    },
  ),
  example(
    { de: 'eine alte Einwilligung ohne Frist gilt weiter', en: 'an old consent without a term still holds' },
    { to: ['anna@oak.example'], purpose: 'newsletter' },
    'passed',
    { contacts: { 'anna@oak.example': tags({ purpose: 'newsletter', status: 'granted', obtained: '2014-02-03T08:00:00Z' }) } },
  ),
  example(
    { de: 'abgelaufen ist nur die Einwilligung für etwas anderes', en: 'only the consent to something else has expired' },
    { to: ['anna@oak.example'], purpose: 'newsletter' },
    'passed',
    { contacts: { 'anna@oak.example': tags(YES, { purpose: 'survey', status: 'expired' }) } },
  ),
  example(
    { de: 'eine Rechnung an jemanden mit abgelaufener Einwilligung', en: 'an invoice to somebody whose consent has expired' },
    { to: ['anna@oak.example'], purpose: 'contract' },
    'notApplicable',
    { contacts: { 'anna@oak.example': tags({ purpose: '*', status: 'expired' }) } },
  ),
  example(
    { de: 'zwei Kontakte mit derselben Adresse', en: 'two contacts with the same address' },
    { to: ['anna@oak.example', 'ben@elm.example'], purpose: 'newsletter' },
    'notApplicable',
    { contacts: { 'anna@oak.example': 'ambiguous', 'ben@elm.example': tags(YES) } },
  ),
];
