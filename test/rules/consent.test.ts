import { EMPTY_DRAFT, type Draft, type Recipient } from '../../src/core/draft';
import { evaluate, type Outcome } from '../../src/core/evaluate';
import { CONSENT_STATUSES, type ConsentTag, type Contact, type Evidence, type EvidenceSet, type ListMembers, NO_EVIDENCE } from '../../src/core/evidence';
import { defaultPolicy, type Policy } from '../../src/core/policy';
import { LANGUAGES, type Rule } from '../../src/core/rule';
import { exactWorld } from '../../src/reference/world-exact';
import { existingCustomers } from '../../src/rules/existing-customers/rule';
import { expiredConsent } from '../../src/rules/expired-consent/rule';
import { missingConsent } from '../../src/rules/missing-consent/rule';
import { purposeMismatch } from '../../src/rules/purpose-mismatch/rule';
import { unconfirmedConsent } from '../../src/rules/unconfirmed-consent/rule';
import { unknownContacts } from '../../src/rules/unknown-contacts/rule';
import { withdrawnConsent } from '../../src/rules/withdrawn-consent/rule';

const NOW = Date.parse('2026-11-24T09:00:00Z');
const SEVEN: readonly Rule[] = [missingConsent, unconfirmedConsent, withdrawnConsent, expiredConsent, purposeMismatch, existingCustomers, unknownContacts];
const NOTICE = 'Sie können sich jederzeit vom Newsletter abmelden.';

const known = (tags: readonly ConsentTag[]): Evidence<Contact> => ({ known: true, value: { record: 'known', tags } });
const nobody: Evidence<Contact> = { known: true, value: { record: 'unknown', tags: [] } };
const tag = (more: Partial<ConsentTag> = {}): ConsentTag => ({ purpose: 'newsletter', status: 'granted', basis: 'consent', ...more });
const to = (...addresses: readonly string[]): readonly Recipient[] => addresses.map((address) => ({ address, name: '', field: 'to' }));
const list = (address: string): Recipient => ({ address, name: '', field: 'bcc', list: true });

function look(draft: Partial<Draft>, evidence: Partial<EvidenceSet>, policy: Policy = { ...defaultPolicy(SEVEN), organisation: { domains: ['own.example'], includeSubdomains: true, except: [] } }): readonly Outcome[] {
  return evaluate({ draft: { ...EMPTY_DRAFT, purpose: 'newsletter', body: NOTICE, ...draft }, policy, evidence: { ...NO_EVIDENCE, ...evidence }, now: NOW, world: exactWorld }, SEVEN);
}

/** `rule message outcome (severity): addresses`, for whatever is said. */
function said(outcomes: readonly Outcome[]): readonly string[] {
  return outcomes.filter(({ message }) => message !== null).map(({ rule, message, outcome, severity, recipients }) => `${rule} ${message as string} ${outcome} (${severity}): ${recipients.map(({ address }) => address).join(' ')}`);
}

test('existing customers need not be taken out where only the notice in this mail is missing', () => {
  const customer = (more: Partial<ConsentTag>) => known([tag({ basis: 'existing-customer', fromSale: true, similarGoods: true, toldAtCollection: true, ...more })]);
  const remedyFor = (contact: Evidence<Contact>) => look({ recipients: to('anna@oak.example', 'eva@own.example'), body: 'Unser Newsletter.' }, { contacts: new Map([['anna@oak.example', contact]]) })
    .filter(({ rule, outcome }) => rule === 'existing-customers' && outcome === 'failed').map(({ remedy }) => remedy && remedy.kind);
  expect(remedyFor(customer({}))).toEqual([null]);
  expect(remedyFor(customer({ toldAtCollection: false }))).toEqual(['removeRecipients']);
  expect(remedyFor(customer({ similarGoods: false }))).toEqual(['removeRecipients']);
});

test('every combination of records is spoken of by exactly one rule, or by none where it carries the mail', () => {
  const CUSTOMER = { fromSale: true, similarGoods: true, toldAtCollection: true };
  const tags: ConsentTag[] = [];
  for (const purpose of ['newsletter', '*', 'survey'] as const) {
    for (const status of CONSENT_STATUSES) {
      for (const basis of ['consent', 'existing-customer', 'contract'] as const) {
        for (const more of [{}, { expires: '2026-11-23T00:00:00Z' }, { obtained: '2027-01-01T00:00:00Z' }, ...(basis === 'existing-customer' ? [CUSTOMER, { fromSale: false }] : [])]) tags.push(tag({ purpose, status, basis, ...more }));
      }
    }
  }
  const combinations: (readonly ConsentTag[])[] = [[], ...tags.map((one) => [one])];
  tags.forEach((one, index) => tags.slice(index).forEach((other) => combinations.push([one, other])));
  const contacts = new Map<string, Evidence<Contact>>([['nobody@oak.example', nobody], ['silent@oak.example', { known: false, reason: 'timeout' }]]);
  combinations.forEach((each, index) => contacts.set(`p${index}@oak.example`, known(each)));

  const by = new Map<string, string[]>();
  for (const { rule, recipients } of look({ recipients: to(...contacts.keys()) }, { contacts })) {
    for (const { address } of recipients) by.set(address, [...(by.get(address) ?? []), rule]);
  }

  const doubled = [...by].filter(([, rules]) => rules.length > 1);
  expect(doubled).toEqual([]);
  expect([by.get('nobody@oak.example'), by.get('silent@oak.example'), by.get('p0@oak.example')]).toEqual([['unknown-contacts'], ['missing-consent'], ['missing-consent']]);
  expect(combinations.length).toBeGreaterThan(10_000);
  combinations.forEach((each, index) => {
    const covering = each.filter(({ purpose }) => purpose !== 'survey');
    const carries = (one: ConsentTag) => one.status === 'granted' && !one.expires && !one.obtained && (one.basis === 'consent' || (one.basis === 'existing-customer' && one.fromSale === true));
    const speaks = by.has(`p${index}@oak.example`);
    // Nobody who refused, and nobody without anything that could carry the mail, goes by unmentioned.
    if (covering.some(({ status }) => status === 'objected' || status === 'withdrawn')) expect(by.get(`p${index}@oak.example`)).toEqual(['withdrawn-consent']);
    else if (!covering.some(carries)) expect({ each, speaks }).toEqual({ each, speaks: true });
    else if (covering.every(carries)) expect({ each, speaks }).toEqual({ each, speaks: false });
  });
});

test('each of the seven has its own severity, and a refusal stops the mail', () => {
  const contacts = new Map<string, Evidence<Contact>>([
    ['a@oak.example', known([tag({ status: 'objected' })])], ['b@oak.example', known([tag({ status: 'pending' })])], ['c@oak.example', known([tag({ status: 'expired' })])],
    ['d@oak.example', known([tag({ purpose: 'survey' })])], ['e@oak.example', known([tag({ basis: 'existing-customer', fromSale: false })])], ['f@oak.example', nobody], ['g@oak.example', known([])],
  ]);
  expect(said(look({ recipients: to(...contacts.keys()) }, { contacts }))).toEqual([
    'missing-consent notRecorded failed (warning): g@oak.example',
    'unconfirmed-consent pending failed (warning): b@oak.example',
    'withdrawn-consent objected failed (critical): a@oak.example',
    'expired-consent expired failed (warning): c@oak.example',
    'purpose-mismatch otherPurpose failed (warning): d@oak.example',
    'existing-customers notMet failed (warning): e@oak.example',
    'unknown-contacts unknownContact failed (warning): f@oak.example',
  ]);
});

describe('without an answer', () => {
  const contacts = new Map<string, Evidence<Contact>>([['silent@oak.example', { known: false, reason: 'timeout' }], ['anna@oak.example', known([tag()])]]);

  test('one rule says so, in full weight, and none of the others has passed', () => {
    const outcomes = look({ recipients: to('silent@oak.example', 'anna@oak.example') }, { contacts });
    expect(said(outcomes)).toEqual(['missing-consent noAnswer undetermined (warning): silent@oak.example']);
    expect(outcomes.filter(({ outcome }) => outcome === 'passed')).toEqual([]);
  });

  test('with everybody known to agree, all pass but the one about customers, of whom there are none', () => {
    expect(look({ recipients: to('anna@oak.example') }, { contacts }).map(({ rule, outcome }) => `${rule} ${outcome}`)).toEqual(
      SEVEN.map(({ id }) => `${id} ${id === 'existing-customers' ? 'notApplicable' : 'passed'}`));
  });
});

describe('members of distribution lists', () => {
  const contacts = new Map<string, Evidence<Contact>>([['anna@oak.example', known([tag({ status: 'withdrawn' })])], ['ben@elm.example', known([tag()])], ['cem@ash.example', nobody]]);
  const members = (entries: { readonly [address: string]: readonly string[] }, complete = true): Map<string, Evidence<ListMembers>> =>
    new Map(Object.entries(entries).map(([address, people]) => [address, { known: true, value: { members: people.map((each) => ({ address: each, name: '' })), complete } }]));

  test('whoever also stands in a field is spoken of as a person', () => {
    expect(said(look({ recipients: [...to('Anna@oak.example'), list('kunden@own.example')] }, { contacts, members: members({ 'kunden@own.example': ['anna@oak.example', 'ben@elm.example'] }) }))).toEqual([
      'withdrawn-consent withdrawn failed (critical): Anna@oak.example',
    ]);
  });

  test('whoever is on two lists counts once, and both lists are named', () => {
    const outcomes = look({ recipients: [list('kunden@own.example'), list('presse@own.example')] }, { contacts, members: members({ 'kunden@own.example': ['anna@oak.example'], 'presse@own.example': ['ANNA@oak.example', 'ben@elm.example'] }) });
    expect(said(outcomes)).toEqual(['withdrawn-consent withdrawn failed (critical): kunden@own.example presse@own.example']);
    expect(outcomes.find(({ message }) => message === 'withdrawn')?.data).toMatchObject({ people: 1, viaLists: true });
  });

  test('a list known in part speaks for the part, and is unclear for the rest', () => {
    expect(said(look({ recipients: [list('kunden@own.example')] }, { contacts, members: members({ 'kunden@own.example': ['cem@ash.example', 'eva@own.example'] }, false) }))).toEqual([
      'missing-consent unclearRecipients undetermined (warning): kunden@own.example',
      'unknown-contacts unknownContact failed (warning): kunden@own.example',
    ]);
  });

  test('a member whose address nobody can read leaves the list unclear', () => {
    expect(said(look({ recipients: [list('kunden@own.example')] }, { contacts, members: members({ 'kunden@own.example': ['ben@elm.example', '/o=Own/cn=x'] }) }))).toEqual([
      'missing-consent unclearRecipients undetermined (warning): kunden@own.example',
    ]);
  });

  test('a member who is exempt is not asked about', () => {
    const policy = { ...defaultPolicy(SEVEN), rules: Object.fromEntries(SEVEN.map(({ id, severity }) => [id, { severity, options: { exempt: ['oak.example'] } }])) } as unknown as Policy;
    expect(said(look({ recipients: [list('kunden@own.example')] }, { contacts, members: members({ 'kunden@own.example': ['anna@oak.example', 'ben@elm.example'] }) }, policy))).toEqual([]);
  });

  test('nobody is asked about on an empty list, nor on one of colleagues', () => {
    for (const people of [[], ['eva@own.example']]) {
      expect(look({ recipients: [list('kunden@own.example')] }, { contacts, members: members({ 'kunden@own.example': people }) }).every(({ outcome }) => outcome === 'notApplicable')).toBe(true);
    }
  });
});

test('what is not advertising asks nobody, and neither does what nobody outside gets', () => {
  const contacts = new Map<string, Evidence<Contact>>([['anna@oak.example', known([tag({ purpose: '*', status: 'objected' })])]]);
  for (const draft of [{ purpose: 'contract' }, { purpose: 'individual' }, { purpose: null, body: 'Guten Tag' }] as const) {
    expect(look({ ...draft, recipients: to('anna@oak.example') }, { contacts }).every(({ outcome }) => outcome === 'notApplicable')).toBe(true);
  }
  expect(look({ recipients: to('eva@own.example') }, { contacts }).every(({ outcome }) => outcome === 'notApplicable')).toBe(true);
});

test('an unread body leaves the pointer to the right to object open, not missing', () => {
  const contacts = new Map<string, Evidence<Contact>>([['anna@oak.example', known([tag({ basis: 'existing-customer', fromSale: true, similarGoods: true, toldAtCollection: true })])]]);
  const found = look({ recipients: to('anna@oak.example'), body: '', unread: ['body'] }, { contacts }).find(({ rule }) => rule === 'existing-customers');
  expect(found).toMatchObject({ outcome: 'undetermined', message: 'unclear', severity: 'notice', data: { conditions: ['met', 'met', 'met', 'unknown'], notice: 'here' } });
});

test('a policy that stops mail on unknown evidence gives unclear customers their full weight', () => {
  const contacts = new Map<string, Evidence<Contact>>([['anna@oak.example', known([tag({ basis: 'existing-customer' })])]]);
  const strict: Policy = { ...defaultPolicy(SEVEN), unknownEvidence: 'block' };
  expect(said(look({ recipients: to('anna@oak.example') }, { contacts }, strict))).toEqual(['existing-customers unclear undetermined (warning): anna@oak.example']);
});

describe('words', () => {
  const about = { people: 3, purpose: 'newsletter', suggested: false, viaLists: false };
  const sentences: readonly (readonly [Rule, string, object, string, string])[] = [
    [withdrawnConsent, 'objected', { ...about, suggested: true }, 'Sieht nach einem Newsletter aus. 3 Personen haben Werbung widersprochen.', 'Looks like a newsletter. 3 people have objected to advertising.'],
    [withdrawnConsent, 'withdrawn', { ...about, people: 1, viaLists: true }, 'In Verteilern: Eine Person hat ihre Einwilligung widerrufen.', 'On distribution lists: One person has withdrawn consent.'],
    [purposeMismatch, 'otherPurpose', { ...about, recorded: ['contract', 'event', 'survey'] }, 'Die Daten von 3 Personen wurden für Verträge, Veranstaltungen und Umfragen erhoben, nicht für Newsletter.', 'The data of 3 people was collected for contracts, events and surveys, not for newsletters.'],
    [purposeMismatch, 'otherPurpose', { ...about, people: 1, recorded: ['individual'] }, 'Die Daten einer Person wurden für persönliche Nachrichten erhoben, nicht für Newsletter.', 'The data of one person was collected for personal messages, not for newsletters.'],
    [purposeMismatch, 'otherBasis', { ...about, recorded: ['legitimate-interests'] }, 'Zu 3 Personen ist für Newsletter keine Einwilligung hinterlegt, nur: berechtigte Interessen.', 'For 3 people no consent to newsletters is on file, only: legitimate interests.'],
    [existingCustomers, 'notMet', { ...about, conditions: ['met', 'unknown', 'met', 'notMet'], notice: 'here' }, 'Bestandskundenausnahme (3 Personen) – nicht erfüllt: Hinweis zum Abbestellen; ungeklärt: ähnliche Angebote; erfüllt: Adresse aus Kauf, kein Widerspruch.', 'Exception for existing customers (3 people) – not met: way to opt out here; not known: similar offers; met: address from a sale, no objection.'],
    [existingCustomers, 'unclear', { ...about, people: 1, conditions: ['unknown', 'met', 'met', 'unknown'], notice: 'both' }, 'Bestandskundenausnahme (eine Person) – ungeklärt: Adresse aus Kauf, Widerspruchshinweise; erfüllt: ähnliche Angebote, kein Widerspruch.', 'Exception for existing customers (one person) – not known: address from a sale, objection notices; met: similar offers, no objection.'],
    [missingConsent, 'noAnswer', { ...about, reason: 'timeout' }, 'Die Einwilligung von 3 Personen konnte nicht geprüft werden: keine rechtzeitige Antwort.', 'The consent of 3 people could not be checked: no answer in time.'],
  ];

  test.each(sentences.map((row) => [row[4], ...row] as const))('%s', (_, rule, message, data, de, en) => {
    expect(LANGUAGES.map((language) => rule.text[language].messages[message]?.(data))).toEqual([de, en]);
  });

  test('each of the four conditions of the exception has a line of its own beside the sentence', () => {
    for (const language of LANGUAGES) expect(existingCustomers.explanation[language].conditions?.map((line) => line.slice(0, 5))).toEqual(language === 'de' ? ['Nr. 1', 'Nr. 2', 'Nr. 3', 'Nr. 4'] : ['No. 1', 'No. 2', 'No. 3', 'No. 4']);
  });
});

test('no sentence about consent is longer than a dialog bears, whatever the numbers', () => {
  const states = ['met', 'notMet', 'unknown'] as const;
  const four = states.flatMap((a) => states.flatMap((b) => states.flatMap((c) => states.map((d) => [a, b, c, d] as const))));
  const purposes = ['offer', 'newsletter', 'event', 'survey'] as const;
  const recorded = [['contract', 'event', 'individual', 'newsletter', 'offer'], ['contract', 'legal-obligation', 'legitimate-interests', 'other', 'public-task', 'vital-interests'], ['legal-obligation', 'public-task', 'vital-interests']];
  for (const rule of SEVEN) {
    for (const language of LANGUAGES) {
      for (const [message, say] of Object.entries<(data: object) => string>(rule.text[language].messages)) {
        for (const purpose of purposes) {
          for (const conditions of four) {
            for (const notice of ['before', 'here', 'both']) {
              for (const names of rule === purposeMismatch ? (message === 'otherPurpose' ? recorded.slice(0, 1) : recorded.slice(1)) : [[]]) {
                const sentence = say({ people: 10_000, unclear: 10_000, purpose, suggested: true, viaLists: true, conditions, notice, recorded: names, reason: 'ambiguous' });
                expect({ sentence, long: sentence.length > 220 }).toEqual({ sentence, long: false });
              }
              if (rule !== existingCustomers) break;
            }
            if (rule !== existingCustomers) break;
          }
        }
      }
    }
  }
});
