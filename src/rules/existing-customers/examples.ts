import { example, type ExampleTag } from '../example';

const tags = (...all: readonly ExampleTag[]): { readonly tags: readonly ExampleTag[] } => ({ tags: all });
const customer = (more: Partial<ExampleTag> = {}): { readonly tags: readonly ExampleTag[] } => tags({ purpose: 'offer', status: 'granted', basis: 'existing-customer', obtained: '2025-03-01T10:00:00Z', ...more });
const ALL = { fromSale: true, similarGoods: true, toldAtCollection: true };

const WITH_NOTICE = { subject: 'Herbstangebot: Stühle', body: 'Guten Tag,\n\nim November gibt es 10 % Rabatt auf alle Stühle.\n\nSie können der Verwendung Ihrer Adresse für Werbung jederzeit widersprechen, eine kurze Antwort genügt.\n\nFreundliche Grüße\nMara Own' };
const WITHOUT_NOTICE = { subject: 'Herbstangebot: Stühle', body: 'Guten Tag,\n\nim November gibt es 10 % Rabatt auf alle Stühle.\n\nFreundliche Grüße\nMara Own' };

export const examples = [
  example(
    { de: 'zwei Kunden, bei denen alle vier Bedingungen erfüllt sind', en: 'two customers of whom all four conditions are met' },
    { bcc: ['anna@oak.example', 'ben@elm.example'], ...WITH_NOTICE, purpose: 'offer' },
    'passed',
    { contacts: { 'anna@oak.example': customer(ALL), 'ben@elm.example': customer({ ...ALL, purpose: '*' }) } },
  ),
  example(
    { de: 'alles eingetragen, aber diese Nachricht weist nicht auf den Widerspruch hin', en: 'everything is on file, but this message does not point to the right to object' },
    { bcc: ['anna@oak.example', 'ben@elm.example', 'cem@ash.example'], ...WITHOUT_NOTICE, purpose: 'offer' },
    { finds: 'notMet', data: { people: 3, purpose: 'offer', suggested: false, viaLists: false, conditions: ['met', 'met', 'met', 'notMet'], notice: 'here' } },
    { contacts: { 'anna@oak.example': customer(ALL), 'ben@elm.example': customer(ALL), 'cem@ash.example': customer(ALL) } },
  ),
  example(
    { de: 'der Hinweis steht nur in der zitierten Nachricht', en: 'the notice stands in the quoted message only' },
    { to: ['anna@oak.example'], subject: 'AW: Herbstangebot', body: 'Guten Tag,\n\nnoch bis Freitag: 10 % Rabatt.\n\nMara Own\n\nVon: Own GmbH <info@own.example>\nGesendet: Montag, 2. November 2026 09:00\nAn: anna@oak.example\nBetreff: Herbstangebot\n\nSie können der Werbung jederzeit widersprechen.', composeType: 'reply', purpose: 'offer' },
    { finds: 'notMet', data: { people: 1, purpose: 'offer', suggested: false, viaLists: false, conditions: ['met', 'met', 'met', 'notMet'], notice: 'here' } },
    { contacts: { 'anna@oak.example': customer(ALL) } },
  ),
  example(
    { de: 'Adressen von einer Messe, nicht aus einem Verkauf', en: 'addresses from a trade fair, not from a sale' },
    { bcc: ['anna@oak.example', 'ben@elm.example'], ...WITH_NOTICE, purpose: 'offer' },
    { finds: 'notMet', data: { people: 2, purpose: 'offer', suggested: false, viaLists: false, conditions: ['notMet', 'unknown', 'met', 'met'], notice: 'both' }, about: ['anna@oak.example', 'ben@elm.example'] },
    { contacts: { 'anna@oak.example': customer({ fromSale: false, toldAtCollection: true }), 'ben@elm.example': customer({ fromSale: false, toldAtCollection: true }) } },
  ),
  example(
    { de: 'beworben wird etwas ganz anderes, und damals fehlte der Hinweis', en: 'something quite different is advertised, and no notice was given back then' },
    { bcc: ['anna@oak.example'], ...WITH_NOTICE, purpose: 'offer' },
    { finds: 'notMet', data: { people: 1, purpose: 'offer', suggested: false, viaLists: false, conditions: ['met', 'notMet', 'met', 'notMet'], notice: 'before' } },
    { contacts: { 'anna@oak.example': customer({ fromSale: true, similarGoods: false, toldAtCollection: false }) } },
  ),
  example(
    { de: 'weder damals noch hier ein Hinweis, in einem Verteiler', en: 'no notice back then and none here, on a distribution list' },
    { bcc: ['kunden@own.example'], lists: ['kunden@own.example'], ...WITHOUT_NOTICE, purpose: 'offer' },
    { finds: 'notMet', data: { people: 2, purpose: 'offer', suggested: false, viaLists: true, conditions: ['met', 'met', 'met', 'notMet'], notice: 'both' }, about: ['kunden@own.example'] },
    {
      members: { 'kunden@own.example': ['anna@oak.example', 'ben@elm.example'] },
      contacts: { 'anna@oak.example': customer({ ...ALL, toldAtCollection: false }), 'ben@elm.example': customer({ ...ALL, toldAtCollection: false }) },
    },
  ),
  example(
    { de: 'Kunden ohne Angaben zu den Bedingungen, wie ältere Kontakte sie haben', en: 'customers of whom no condition is on file, as in older contacts' },
    { bcc: ['anna@oak.example', 'ben@elm.example'], ...WITH_NOTICE, purpose: 'offer' },
    { undetermined: 'unclear', severity: 'notice', data: { people: 2, purpose: 'offer', suggested: false, viaLists: false, conditions: ['unknown', 'unknown', 'met', 'unknown'], notice: 'before' } },
    { contacts: { 'anna@oak.example': customer(), 'ben@elm.example': customer({ purpose: 'advertising' }) } },
  ),
  example(
    { de: 'ohne Angaben und ohne Hinweis: ein Hinweis, keine Warnung', en: 'nothing on file and no notice: a note, no warning' },
    { bcc: ['anna@oak.example', 'ben@elm.example'], ...WITHOUT_NOTICE, purpose: 'offer' },
    { finds: 'notMet', severity: 'notice', data: { people: 2, purpose: 'offer', suggested: false, viaLists: false, conditions: ['unknown', 'unknown', 'met', 'notMet'], notice: 'here' } },
    { contacts: { 'anna@oak.example': customer(), 'ben@elm.example': customer() } },
  ),
  example(
    { de: 'dreierlei Kunden', en: 'three kinds of customers' },
    { bcc: ['anna@oak.example', 'ben@elm.example', 'cem@ash.example'], subject: 'Sonderangebote im November', body: 'Jetzt bestellen: 20 % Rabatt auf alle Stühle.\n\nHier abmelden: https://own.example/abmelden' },
    [
      { finds: 'notMet', data: { people: 1, purpose: 'offer', suggested: true, viaLists: false, conditions: ['met', 'notMet', 'met', 'met'], notice: 'both' }, about: ['ben@elm.example'] },
      { undetermined: 'unclear', severity: 'notice', data: { people: 1, purpose: 'offer', suggested: true, viaLists: false, conditions: ['met', 'unknown', 'met', 'met'], notice: 'both' }, about: ['cem@ash.example'] },
    ],
    { contacts: { 'anna@oak.example': customer(ALL), 'ben@elm.example': customer({ ...ALL, similarGoods: false }), 'cem@ash.example': customer({ fromSale: true, toldAtCollection: true }) } },
  ),
  example(
    { de: 'zwei Einträge zu einer Kundin ergänzen sich', en: 'two records of one customer complete each other' },
    { to: ['anna@oak.example'], ...WITH_NOTICE, purpose: 'offer' },
    'passed',
    {
      contacts: {
        'anna@oak.example': tags(
          { purpose: 'offer', status: 'granted', basis: 'existing-customer', source: 'shop', fromSale: true, similarGoods: true },
          { purpose: 'advertising', status: 'granted', basis: 'existing-customer', source: 'crm', toldAtCollection: true },
        ),
      },
    },
  ),
  example(
    { de: 'von zwei Einträgen zählt der strengere', en: 'the stricter of two records counts' },
    { to: ['anna@oak.example'], ...WITH_NOTICE, purpose: 'offer' },
    { finds: 'notMet', data: { people: 1, purpose: 'offer', suggested: false, viaLists: false, conditions: ['notMet', 'met', 'met', 'met'], notice: 'both' } },
    {
      contacts: {
        'anna@oak.example': tags(
          { purpose: 'offer', status: 'granted', basis: 'existing-customer', source: 'shop', ...ALL },
          { purpose: 'advertising', status: 'granted', basis: 'existing-customer', source: 'crm', fromSale: false },
        ),
      },
    },
  ),
  example(
    { de: 'zwei ehemalige Bestandskunden', en: 'two former customers' },
    { to: ['anna@oak.example', 'ben@elm.example', 'cem@ash.example'], ...WITH_NOTICE, purpose: 'offer' },
    { finds: 'formerCustomer', data: { people: 2, purpose: 'offer', suggested: false, viaLists: false }, about: ['anna@oak.example', 'ben@elm.example'] },
    {
      contacts: {
        'anna@oak.example': customer({ ...ALL, expires: '2026-06-30T00:00:00Z' }),
        'ben@elm.example': tags({ purpose: '*', status: 'expired', basis: 'existing-customer' }),
        'cem@ash.example': customer(ALL),
      },
    },
  ),
  example(
    { de: 'mit Einwilligung kommt es auf die Bedingungen nicht an', en: 'with consent the conditions do not matter' },
    { to: ['anna@oak.example', 'ben@elm.example'], ...WITH_NOTICE, purpose: 'offer' },
    'passed',
    { contacts: { 'anna@oak.example': tags({ purpose: 'offer', status: 'granted', basis: 'existing-customer', fromSale: false }, { purpose: 'offer', status: 'granted' }), 'ben@elm.example': customer(ALL) } },
  ),
  example(
    { de: 'ein Kunde, der widersprochen hat: davon spricht eine andere Regel', en: 'a customer who objected: another rule speaks of that' },
    { to: ['anna@oak.example'], ...WITH_NOTICE, purpose: 'offer' },
    'notApplicable',
    { contacts: { 'anna@oak.example': tags({ purpose: 'offer', status: 'granted', basis: 'existing-customer' }, { purpose: '*', status: 'objected', basis: 'existing-customer' }) } },
  ),
  example(
    { de: 'eine Auftragsbestätigung an einen Kunden', en: 'an order confirmation to a customer' },
    { to: ['anna@oak.example'], subject: 'Ihr Auftrag 4711', purpose: 'contract' },
    'notApplicable',
    { contacts: { 'anna@oak.example': customer() } },
  ),
  example(
    { de: 'ein Angebot an Leute, die keine Kunden sind', en: 'an offer to people who are no customers' },
    { to: ['anna@oak.example'], ...WITHOUT_NOTICE, purpose: 'offer' },
    'notApplicable',
    { contacts: { 'anna@oak.example': tags({ purpose: 'offer', status: 'granted' }) } },
  ),
  example(
    { de: 'der Dienst hat nicht geantwortet', en: 'the service did not answer' },
    { to: ['anna@oak.example', 'ben@elm.example'], ...WITH_NOTICE, purpose: 'offer' },
    'notApplicable',
    { contacts: { 'anna@oak.example': 'timeout', 'ben@elm.example': customer(ALL) } },
  ),
];
