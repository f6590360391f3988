import { example, type ExampleTag } from '../example';

const tags = (...all: readonly ExampleTag[]): { readonly tags: readonly ExampleTag[] } => ({ tags: all });
const YES: ExampleTag = { purpose: 'newsletter', status: 'granted', obtained: '2025-03-01T10:00:00Z', confirmed: '2025-03-01T10:05:00Z' };

export const examples = [
  example(
    { de: 'drei Adressen, die niemand kennt', en: 'three addresses nobody knows' },
    { to: ['anna@oak.example'], cc: ['ben@elm.example'], bcc: ['cem@ash.example'], subject: 'Sonderangebote zum Jahresende', body: 'Jetzt bestellen: 20 % Rabatt auf alle Stühle.' },
    { finds: 'unknownContact', data: { people: 3, purpose: 'offer', suggested: true, viaLists: false } },
    { contacts: { 'anna@oak.example': 'nobody', 'ben@elm.example': 'nobody', 'cem@ash.example': 'nobody' } },
  ),
  example(
    { de: 'eine unbekannte Adresse unter bekannten', en: 'an unknown address among known ones' },
    { bcc: ['anna@oak.example', 'info@elm.example'], purpose: 'newsletter' },
    { finds: 'unknownContact', data: { people: 1, purpose: 'newsletter', suggested: false, viaLists: false }, about: ['info@elm.example'] },
    { contacts: { 'anna@oak.example': tags(YES), 'info@elm.example': 'nobody' } },
  ),
  example(
    { de: 'zwei Unbekannte in einem Verteiler', en: 'two unknown people on a distribution list' },
    { bcc: ['kunden@own.example'], lists: ['kunden@own.example'], purpose: 'newsletter' },
    { finds: 'unknownContact', data: { people: 2, purpose: 'newsletter', suggested: false, viaLists: true }, about: ['kunden@own.example'] },
    {
      members: { 'kunden@own.example': ['anna@oak.example', 'ben@elm.example', 'cem@ash.example'] },
      contacts: { 'anna@oak.example': tags(YES), 'ben@elm.example': 'nobody', 'cem@ash.example': 'nobody' },
    },
  ),
  example(
    { de: 'lauter bekannte Leute', en: 'known people only' },
    { bcc: ['anna@oak.example', 'ben@elm.example'], purpose: 'newsletter' },
    'passed',
    { contacts: { 'anna@oak.example': tags(YES), 'ben@elm.example': tags() } },
  ),
  example(
    { de: 'eine Anfrage bei einer neuen Firma', en: 'an enquiry at a new firm' },
    { to: ['info@elm.example'], subject: 'Anfrage: 40 Stühle', body: 'Guten Tag,\n\nkönnen Sie uns 40 Stühle anbieten?\n\nMara Own' },
    'notApplicable',
    { contacts: { 'info@elm.example': 'nobody' } },
  ),
  example(
    { de: 'niemand hat den Dienst gefragt', en: 'nobody asked the service' },
    { to: ['info@elm.example'], purpose: 'newsletter' },
    'notApplicable',
  ),
  example(
    { de: 'eine Presseliste, die ausgenommen ist', en: 'a press list that is exempt' },
    { bcc: ['a@press.example', 'anna@oak.example'], purpose: 'newsletter' },
    'passed',
    { contacts: { 'a@press.example': 'nobody', 'anna@oak.example': tags(YES) }, options: { exempt: ['press.example'] } },
  ),
];
