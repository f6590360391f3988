import { example, type ExampleTag } from '../example';

const tags = (...all: readonly ExampleTag[]): { readonly tags: readonly ExampleTag[] } => ({ tags: all });
const YES: ExampleTag = { purpose: 'newsletter', status: 'granted', obtained: '2025-03-01T10:00:00Z', confirmed: '2025-03-01T10:05:00Z' };

export const examples = [
  example(
    { de: 'zwei Kunden, die Werbung widersprochen haben', en: 'two customers who objected to advertising' },
    { to: ['anna@oak.example'], bcc: ['ben@elm.example', 'cem@ash.example'], purpose: 'offer' },
    { finds: 'objected', data: { people: 2, purpose: 'offer', suggested: false, viaLists: false }, about: ['anna@oak.example', 'ben@elm.example'] },
    {
      contacts: {
        'anna@oak.example': tags({ purpose: 'offer', status: 'granted', basis: 'existing-customer' }, { purpose: 'advertising', status: 'objected', basis: 'legitimate-interests' }),
        'ben@elm.example': tags({ purpose: '*', status: 'objected' }, { purpose: 'offer', status: 'granted' }),
        'cem@ash.example': tags({ purpose: 'offer', status: 'granted' }),
      },
    },
  ),
  example(
    { de: 'zwei widerrufene Einwilligungen', en: 'two consents that were withdrawn' },
    { to: ['anna@oak.example', 'ben@elm.example'], purpose: 'newsletter' },
    { finds: 'withdrawn', data: { people: 2, purpose: 'newsletter', suggested: false, viaLists: false } },
    {
      contacts: {
        'anna@oak.example': tags({ purpose: 'newsletter', status: 'withdrawn', withdrawn: '2026-10-02T07:00:00Z' }),
        'ben@elm.example': tags(YES, { purpose: '*', status: 'withdrawn' }),
      },
    },
  ),
  example(
    { de: 'sieht nach einem Newsletter aus und geht an jemanden, der sich abgemeldet hat', en: 'looks like a newsletter and goes to somebody who unsubscribed' },
    { bcc: ['Anna Eichner <anna@oak.example>', 'ben@elm.example'], subject: 'Unser Newsletter im November', body: 'Guten Tag,\n\nhier sind die Neuigkeiten aus unserem Haus. Sie können sich jederzeit vom Newsletter abmelden.' },
    { finds: 'withdrawn', data: { people: 1, purpose: 'newsletter', suggested: true, viaLists: false }, severity: 'warning', about: ['anna@oak.example'] },
    { contacts: { 'anna@oak.example': tags({ purpose: 'newsletter', status: 'withdrawn' }), 'ben@elm.example': tags(YES) } },
  ),
  example(
    { de: 'eine Person mit Widerspruch in zwei Feldern', en: 'a person who objected, in two fields' },
    { to: ['anna@oak.example'], cc: ['Anna@Oak.example'], purpose: 'survey' },
    { finds: 'objected', data: { people: 1, purpose: 'survey', suggested: false, viaLists: false }, about: ['anna@oak.example', 'anna@oak.example'] },
    { contacts: { 'anna@oak.example': tags({ purpose: 'advertising', status: 'objected' }) } },
  ),
  example(
    { de: 'Widerspruch und Widerruf: der Widerspruch wird genannt', en: 'objection and withdrawal: the objection is named' },
    { bcc: ['anna@oak.example', 'ben@elm.example'], purpose: 'newsletter' },
    [{ finds: 'objected', about: ['anna@oak.example'] }, { finds: 'withdrawn', about: ['ben@elm.example'] }],
    {
      contacts: {
        'anna@oak.example': tags({ purpose: 'newsletter', status: 'withdrawn' }, { purpose: '*', status: 'objected' }),
        'ben@elm.example': tags({ purpose: 'newsletter', status: 'pending' }, { purpose: 'advertising', status: 'withdrawn' }),
      },
    },
  ),
  example(
    { de: 'drei Mitglieder eines Verteilers haben widersprochen', en: 'three members of a distribution list objected' },
    { to: ['kunden@own.example'], lists: ['kunden@own.example'], purpose: 'newsletter' },
    { finds: 'objected', data: { people: 3, purpose: 'newsletter', suggested: false, viaLists: true }, about: ['kunden@own.example'] },
    {
      members: { 'kunden@own.example': ['anna@oak.example', 'ben@elm.example', 'cem@ash.example', 'dora@fir.example', 'eva@own.example'] },
      contacts: {
        'anna@oak.example': tags({ purpose: '*', status: 'objected' }),
        'ben@elm.example': tags({ purpose: '*', status: 'objected' }),
        'cem@ash.example': tags({ purpose: 'newsletter', status: 'objected' }),
        'dora@fir.example': tags(YES),
      },
    },
  ),
  example(
    { de: 'ein Verteiler, und jemand daneben', en: 'a distribution list, and somebody beside it' },
    { to: ['anna@oak.example'], bcc: ['kunden@own.example'], lists: ['kunden@own.example'], purpose: 'newsletter' },
    [
      { finds: 'objected', data: { people: 2, purpose: 'newsletter', suggested: false, viaLists: true }, about: ['kunden@own.example'] },
      { finds: 'withdrawn', data: { people: 1, purpose: 'newsletter', suggested: false, viaLists: false }, about: ['anna@oak.example'] },
    ],
    {
      members: { 'kunden@own.example': ['ben@elm.example', 'cem@ash.example'] },
      contacts: {
        'anna@oak.example': tags({ purpose: 'newsletter', status: 'withdrawn' }),
        'ben@elm.example': tags({ purpose: 'newsletter', status: 'objected' }),
        'cem@ash.example': tags({ purpose: '*', status: 'objected' }),
      },
    },
  ),
  example(
    { de: 'ein Widerspruch gegen etwas anderes', en: 'an objection to something else' },
    { to: ['anna@oak.example'], purpose: 'offer' },
    'passed',
    { contacts: { 'anna@oak.example': tags({ purpose: 'survey', status: 'objected' }, { purpose: 'offer', status: 'granted' }) } },
  ),
  example(
    { de: 'alle haben zugestimmt', en: 'everybody has agreed' },
    { bcc: ['anna@oak.example', 'ben@elm.example'], purpose: 'newsletter' },
    'passed',
    { contacts: { 'anna@oak.example': tags(YES), 'ben@elm.example': tags(YES) } },
  ),
  example(
    { de: 'eine Rechnung an eine Kundin, die Werbung widersprochen hat', en: 'an invoice to a customer who objected to advertising' },
    { to: ['anna@oak.example'], subject: 'Rechnung 4711', purpose: 'contract' },
    'notApplicable',
    { contacts: { 'anna@oak.example': tags({ purpose: 'advertising', status: 'objected' }) } },
  ),
  example(
    { de: 'eine Antwort ohne jede Werbung', en: 'a reply without any advertising' },
    { to: ['anna@oak.example'], subject: 'AW: Termin', body: 'Hallo Anna,\n\n14 Uhr passt.\n\nViele Grüße\nMara', composeType: 'reply' },
    'notApplicable',
    { contacts: { 'anna@oak.example': tags({ purpose: '*', status: 'objected' }) } },
  ),
  example(
    { de: 'der Dienst schweigt: kein Urteil über den Widerruf', en: 'the service is silent: no verdict on withdrawals' },
    { to: ['anna@oak.example', 'ben@elm.example'], purpose: 'newsletter' },
    'notApplicable',
    { contacts: { 'anna@oak.example': 'timeout', 'ben@elm.example': tags(YES) } },
  ),
  example(
    { de: 'ein Newsletter an Kollegen', en: 'a newsletter to colleagues' },
    { to: ['eva@own.example'], purpose: 'newsletter' },
    'notApplicable',
    { contacts: { 'eva@own.example': tags({ purpose: '*', status: 'objected' }) } },
  ),
  example(
    { de: 'eine Tochterfirma, die ausgenommen ist', en: 'a subsidiary that is exempt' },
    { to: ['anna@oak.example'], purpose: 'newsletter' },
    'notApplicable',
    { contacts: { 'anna@oak.example': tags({ purpose: '*', status: 'objected' }) }, options: { exempt: ['oak.example'] } },
  ),
];
