import fc from 'fast-check';
import { type Contact, type Evidence, type EvidenceQuestion, type EvidenceSet, NO_EVIDENCE } from '../../src/core/evidence';
import { allUnknown, evidenceAnswer, evidenceRequest, LONGEST_ADDRESS, MOST_ADDRESSES, MOST_LISTS, readEvidenceAnswer } from '../../src/wire/evidence';
import { readEvidenceRequest } from '../../src/wire/evidence-request';

const ANNA = 'anna@oak.example';
const BEN = 'ben@elm.example';
const granted: Contact = {
  record: 'known',
  country: 'DE',
  tags: [{ purpose: 'newsletter', status: 'granted', basis: 'consent', obtained: '2026-01-12T08:14:00.000Z', source: 'website' }],
};
const invalid: Evidence<Contact> = { known: false, reason: 'invalidAnswer' };

const NOTHING: EvidenceQuestion = { contacts: [], members: [], domains: [], correspondence: [] };
const about = (...contacts: readonly string[]): EvidenceQuestion => ({ ...NOTHING, contacts });
const contactsIn = (body: unknown, ...asked: readonly string[]) => readEvidenceAnswer(body, about(...asked)).contacts;

const travelled = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const answerAbout = (contact: object): unknown => ({ contacts: [{ address: ANNA, known: true, ...contact }] });

describe('an answer about two recipients', () => {
  test('has the age it had, and none where it is new', () => {
    const sent = evidenceAnswer(about(ANNA, BEN), { ...NO_EVIDENCE, contacts: new Map<string, Evidence<Contact>>([[ANNA, { known: true, value: granted, age: 840 }], [BEN, { known: true, value: { record: 'known', tags: [], unanswered: 'timeout' } }]]) });
    expect([...contactsIn(travelled(sent), ANNA, BEN).values()]).toEqual([{ known: true, value: granted, age: 840 }, { known: true, value: { record: 'known', tags: [], unanswered: 'timeout' } }]);
  });

  test('arrives as it was sent', () => {
    const sent = evidenceAnswer(about(ANNA, BEN), { ...NO_EVIDENCE, contacts: new Map<string, Evidence<Contact>>([[ANNA, { known: true, value: granted }], [BEN, { known: false, reason: 'ambiguous' }]]) });
    expect([...contactsIn(travelled(sent), ANNA, BEN)]).toEqual([
      [ANNA, { known: true, value: granted }],
      [BEN, { known: false, reason: 'ambiguous' }],
    ]);
  });

  test('says "invalid" about somebody it forgot, and nothing about somebody nobody asked about', () => {
    const sent = evidenceAnswer(about('cem@ash.example'), { ...NO_EVIDENCE, contacts: new Map([['cem@ash.example', { known: true, value: granted }]]) });
    expect([...contactsIn(travelled(sent), ANNA)]).toEqual([[ANNA, invalid]]);
  });

  test('counts for nobody it names twice, even if the first entry says yes', () => {
    const entry = { address: ANNA, known: true, ...granted };
    expect(contactsIn({ contacts: [entry, { ...entry, tags: [] }] }, ANNA).get(ANNA)).toEqual(invalid);
  });
});

describe('one thing that is not understood makes a person unknown, never consenting and never tagless', () => {
  const tag = granted.tags[0];
  test.each<[string, object]>([
    ['a status of a later version', { ...granted, tags: [tag, { ...tag, status: 'revoked' }] }],
    ['a purpose of a later version', { ...granted, tags: [tag, { ...tag, purpose: 'sms' }] }],
    ['a legal basis nobody knows', { ...granted, tags: [{ ...tag, basis: 'because' }] }],
    ['tags that are no list', { ...granted, tags: { 0: tag } }],
    ['no tags at all', { record: 'known' }],
    ['a tag that is null', { ...granted, tags: [null] }],
    ['an instant that is a number', { ...granted, tags: [{ ...tag, expires: 1893456000000 }] }],
    ['an instant on a day that does not exist', { ...granted, tags: [{ ...tag, expires: '2026-13-45T00:00:00.000Z' }] }],
    ['a country by name', { ...granted, country: 'Germany' }],
    ['an unrecorded person with a consent', { ...granted, record: 'unknown' }],
    ['an unrecorded person with a name', { record: 'unknown', name: 'Anna Eichner', tags: [] }],
    ['a safeguard nobody knows', { ...granted, safeguard: 'handshake' }],
    ['a condition of § 7 (3) UWG as text', { ...granted, tags: [{ ...tag, fromSale: 'yes' }] }],
    ['a record nobody knows', { ...granted, record: 'maybe' }],
    ['an age that is text', { ...granted, age: '5' }],
    ['an age from the future', { ...granted, age: -5 }],
    ['an unrecorded person of whom somebody did not answer', { record: 'unknown', tags: [], unanswered: 'timeout' }],
    ['somebody of whom a source did not answer for no reason there is', { ...granted, unanswered: 'bored' }],
    ['`known` as text', { ...granted, known: 'true' }],
    ['no `known`', { ...granted, known: undefined }],
    ['a reason nobody knows', { known: false, reason: 'granted' }],
    ['a reason that is a property of every object', { known: false, reason: 'toString' }],
  ])('%s', (_, contact) => {
    expect(contactsIn(travelled(answerAbout(contact)), ANNA).get(ANNA)).toEqual(invalid);
  });
});

test('names that mean something to JavaScript are addresses like any other', () => {
  const body: unknown = JSON.parse(`{"contacts":[{"address":"__proto__","known":true,"record":"known","tags":[]},
    {"__proto__":{"address":"${ANNA}","known":true,"record":"known","tags":[]}}],"__proto__":{"contacts":[]}}`);
  const contacts = contactsIn(body, '__proto__', 'constructor', ANNA);
  expect([...contacts]).toEqual([['__proto__', { known: true, value: { record: 'known', tags: [] } }], ['constructor', invalid], [ANNA, invalid]]);
  expect(({} as { contacts?: unknown }).contacts).toBeUndefined();
});

test('whatever answers, everybody asked about is accounted for and nobody is granted anything', () => {
  fc.assert(fc.property(fc.anything(), (body) => {
    const evidence = readEvidenceAnswer(body, { contacts: [ANNA, BEN], members: ['team@own.example'], domains: ['oak.example'], correspondence: [ANNA] });
    expect([...evidence.contacts]).toEqual([[ANNA, invalid], [BEN, invalid]]);
    for (const kind of ['members', 'domains', 'correspondence'] as const) expect([...evidence[kind].values()]).toEqual([invalid]);
  }));
});

describe('a request', () => {
  test('is read as it was sent', () => {
    expect(readEvidenceRequest(travelled({ addresses: [ANNA, BEN] }))).toEqual({ ok: true, question: about(ANNA, BEN) });
  });

  test('about every kind is read as it was sent', () => {
    const question: EvidenceQuestion = { contacts: [ANNA], members: ['team@own.example'], domains: ['oak.example', 'elm.example'], correspondence: [BEN] };
    expect(travelled(evidenceRequest(question))).toEqual({ addresses: [ANNA], lists: ['team@own.example'], domains: ['oak.example', 'elm.example'], correspondence: [BEN] });
    expect(readEvidenceRequest(travelled(evidenceRequest(question)))).toEqual({ ok: true, question });
    expect(evidenceRequest(about(ANNA))).toEqual({ addresses: [ANNA] });
  });

  test.each<[string, unknown, readonly string[]]>([
    ['nothing', null, ['']],
    ['a list', [ANNA], ['']],
    ['text', ANNA, ['']],
    ['no addresses', {}, ['addresses']],
    ['one address that is no list', { addresses: ANNA }, ['addresses']],
    ['something besides the addresses', { addresses: [ANNA], query: '*' }, ['']],
    ['a prototype', JSON.parse(`{"__proto__":{"addresses":["${ANNA}"]}}`), ['', 'addresses']],
    ['several wrong entries, all named', { addresses: [ANNA, 5, null, 'x'.repeat(LONGEST_ADDRESS + 1)] }, ['addresses[1]', 'addresses[2]', 'addresses[3]']],
    ['one address too many', { addresses: Array.from({ length: MOST_ADDRESSES + 1 }, (_, index) => `p${index}@oak.example`) }, ['addresses']],
    ['one list too many', { addresses: [], lists: Array.from({ length: MOST_LISTS + 1 }, () => 'team@own.example') }, ['lists']],
    ['lists and domains that are none, all named', { addresses: ANNA, lists: 'team@own.example', domains: [null], correspondence: { 0: ANNA } }, ['addresses', 'lists', 'domains[0]', 'correspondence']],
    ['lists that are null', { addresses: [], lists: null }, ['lists']],
  ])('with %s is refused', (_, body, paths) => {
    const result = readEvidenceRequest(body);
    expect(result.ok ? [] : result.problems.map(({ path }) => path)).toEqual(paths);
  });

  test('is refused without repeating what it said', () => {
    expect(JSON.stringify(readEvidenceRequest({ addresses: [ANNA, 5], [BEN]: true }))).not.toMatch(/oak|elm/);
  });
});

test('a service that cannot be asked makes everybody unknown for the same reason', () => {
  expect([...allUnknown(about(ANNA, BEN), 'timeout').contacts]).toEqual([[ANNA, { known: false, reason: 'timeout' }], [BEN, { known: false, reason: 'timeout' }]]);
});

describe('an answer about lists, domains and earlier mail', () => {
  const question: EvidenceQuestion = { contacts: [], members: ['team@own.example', 'all@own.example'], domains: ['oak.example'], correspondence: [ANNA] };
  const evidence: EvidenceSet = {
    contacts: new Map(),
    members: new Map<string, Evidence<never> | { known: true; value: { members: readonly { address: string; name: string }[]; complete: boolean } }>([
      ['team@own.example', { known: true, value: { members: [{ address: ANNA, name: 'Anna Eichner' }, { address: BEN, name: '' }], complete: false } }],
      ['all@own.example', { known: false, reason: 'notFound' }],
    ]),
    domains: new Map([['oak.example', { known: true, value: { inUse: false, resembles: ['0ak.example'] } }]]),
    correspondence: new Map([[ANNA, { known: true, value: { before: true } }]]),
  };

  test('arrives as it was sent', () => {
    expect(readEvidenceAnswer(travelled(evidenceAnswer(question, evidence)), question)).toEqual(evidence);
  });

  test('is not given to somebody who asked about contacts alone', () => {
    expect(Object.keys(evidenceAnswer(about(ANNA), evidence))).toEqual(['contacts']);
  });

  test('of an older service, which knows contacts alone, leaves the rest unknown', () => {
    const { members, domains, correspondence } = readEvidenceAnswer({ contacts: [] }, question);
    expect([...members.values(), ...domains.values(), ...correspondence.values()]).toEqual([invalid, invalid, invalid, invalid]);
  });

  test.each<[string, object]>([
    ['a member without an address', { members: [{ address: 'team@own.example', known: true, members: [{ name: 'Anna' }], complete: true }] }],
    ['members without a word on completeness', { members: [{ address: 'team@own.example', known: true, members: [] }] }],
    ['a list as an object', { members: [{ address: 'team@own.example', known: true, members: { 0: ANNA }, complete: true }] }],
    ['a domain that is used perhaps', { domains: [{ domain: 'oak.example', known: true, inUse: 'perhaps', resembles: [] }] }],
    ['a resemblance to a number', { domains: [{ domain: 'oak.example', known: true, inUse: false, resembles: [1] }] }],
    ['a domain under an address', { domains: [{ address: 'oak.example', known: true, inUse: false, resembles: [] }] }],
    ['earlier mail counted', { correspondence: [{ address: ANNA, known: true, before: 3 }] }],
  ])('with %s is unknown', (_, body) => {
    const { members, domains, correspondence } = readEvidenceAnswer(travelled(body), question);
    for (const said of [...members.values(), ...domains.values(), ...correspondence.values()]) expect(said).toEqual(invalid);
  });
});
