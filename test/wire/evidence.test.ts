import fc from 'fast-check';
import type { Contact, Evidence } from '../../src/core/evidence';
import { allUnknown, evidenceAnswer, LONGEST_ADDRESS, MOST_ADDRESSES, readEvidenceAnswer, readEvidenceRequest } from '../../src/wire/evidence';

const ANNA = 'anna@oak.example';
const BEN = 'ben@elm.example';
const granted: Contact = {
  record: 'known',
  country: 'DE',
  tags: [{ purpose: 'newsletter', status: 'granted', basis: 'consent', obtained: '2026-01-12T08:14:00.000Z', source: 'website' }],
};
const invalid: Evidence<Contact> = { known: false, reason: 'invalidAnswer' };

const travelled = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const answerAbout = (contact: object): unknown => ({ contacts: [{ address: ANNA, known: true, ...contact }] });

describe('an answer about two recipients', () => {
  test('arrives as it was sent', () => {
    const sent = evidenceAnswer([
      { address: ANNA, evidence: { known: true, value: granted } },
      { address: BEN, evidence: { known: false, reason: 'ambiguous' } },
    ]);
    expect([...readEvidenceAnswer(travelled(sent), [ANNA, BEN])]).toEqual([
      [ANNA, { known: true, value: granted }],
      [BEN, { known: false, reason: 'ambiguous' }],
    ]);
  });

  test('says "invalid" about somebody it forgot, and nothing about somebody nobody asked about', () => {
    const sent = evidenceAnswer([{ address: 'cem@ash.example', evidence: { known: true, value: granted } }]);
    expect([...readEvidenceAnswer(travelled(sent), [ANNA])]).toEqual([[ANNA, invalid]]);
  });

  test('counts for nobody it names twice, even if the first entry says yes', () => {
    const entry = { address: ANNA, known: true, ...granted };
    expect(readEvidenceAnswer({ contacts: [entry, { ...entry, tags: [] }] }, [ANNA]).get(ANNA)).toEqual(invalid);
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
    ['a record nobody knows', { ...granted, record: 'maybe' }],
    ['`known` as text', { ...granted, known: 'true' }],
    ['no `known`', { ...granted, known: undefined }],
    ['a reason nobody knows', { known: false, reason: 'granted' }],
    ['a reason that is a property of every object', { known: false, reason: 'toString' }],
  ])('%s', (_, contact) => {
    expect(readEvidenceAnswer(travelled(answerAbout(contact)), [ANNA]).get(ANNA)).toEqual(invalid);
  });
});

test('names that mean something to JavaScript are addresses like any other', () => {
  const body: unknown = JSON.parse(`{"contacts":[{"address":"__proto__","known":true,"record":"known","tags":[]},
    {"__proto__":{"address":"${ANNA}","known":true,"record":"known","tags":[]}}],"__proto__":{"contacts":[]}}`);
  const contacts = readEvidenceAnswer(body, ['__proto__', 'constructor', ANNA]);
  expect([...contacts]).toEqual([['__proto__', { known: true, value: { record: 'known', tags: [] } }], ['constructor', invalid], [ANNA, invalid]]);
  expect(({} as { contacts?: unknown }).contacts).toBeUndefined();
});

test('whatever answers, everybody asked about is accounted for and nobody is granted anything', () => {
  fc.assert(fc.property(fc.anything(), (body) => {
    const contacts = readEvidenceAnswer(body, [ANNA, BEN]);
    expect([...contacts]).toEqual([[ANNA, invalid], [BEN, invalid]]);
  }));
});

describe('a request', () => {
  test('is read as it was sent', () => {
    expect(readEvidenceRequest(travelled({ addresses: [ANNA, BEN] }))).toEqual({ ok: true, request: { addresses: [ANNA, BEN] } });
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
  ])('with %s is refused', (_, body, paths) => {
    const result = readEvidenceRequest(body);
    expect(result.ok ? [] : result.problems.map(({ path }) => path)).toEqual(paths);
  });

  test('is refused without repeating what it said', () => {
    expect(JSON.stringify(readEvidenceRequest({ addresses: [ANNA, 5], [BEN]: true }))).not.toMatch(/oak|elm/);
  });
});

test('a service that cannot be asked makes everybody unknown for the same reason', () => {
  expect([...allUnknown([ANNA, BEN], 'timeout')]).toEqual([[ANNA, { known: false, reason: 'timeout' }], [BEN, { known: false, reason: 'timeout' }]]);
});
