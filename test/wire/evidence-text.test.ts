import fc from 'fast-check';
import { CONSENT_STATUSES, type Contact, type Evidence, EVIDENCE_KINDS, type EvidenceSet, LEGAL_BASES, type ListMembers, NO_EVIDENCE, SAFEGUARDS } from '../../src/core/evidence';
import { TAG_PURPOSES } from '../../src/wire/contact';
import { decodeEvidence, encodeEvidence, LONGEST_AGE } from '../../src/wire/evidence-text';

const NOW = Date.parse('2026-11-24T10:00:00Z');
const MINUTE = 60_000;
const granted: Contact = { record: 'known', country: 'DE', tags: [{ purpose: 'newsletter', status: 'granted', basis: 'consent' }] };
const withdrawn: Contact = { record: 'known', tags: [{ purpose: 'newsletter', status: 'withdrawn', basis: 'consent', withdrawn: '2026-11-24T09:59:00.000Z' }] };
const nobody: Contact = { record: 'unknown', tags: [] };

const known = (contacts: { readonly [key: string]: Contact }): EvidenceSet => withContacts(Object.entries(contacts).map(([key, value]) => [key, { known: true, value }]));
const withContacts = (entries: readonly (readonly [string, Evidence<Contact>])[]): EvidenceSet => ({ ...NO_EVIDENCE, contacts: new Map(entries) });
const people = (evidence: EvidenceSet): readonly string[] => [...evidence.contacts.keys()];

const instants = fc.date({ min: new Date(0), max: new Date('2099-12-31'), noInvalidDate: true }).map((date) => date.toISOString());
const texts = fc.string({ minLength: 1, maxLength: 40 });
const tags = fc.record({
  purpose: fc.constantFrom(...TAG_PURPOSES), status: fc.constantFrom(...CONSENT_STATUSES), basis: fc.constantFrom(...LEGAL_BASES),
  obtained: instants, confirmed: instants, withdrawn: instants, expires: instants, evidence: texts, source: texts,
  fromSale: fc.boolean(), similarGoods: fc.boolean(), toldAtCollection: fc.boolean(),
}, { requiredKeys: ['purpose', 'status', 'basis'] });
const recorded = fc.record({ record: fc.constant('known' as const), country: fc.constantFrom('DE', 'CH', 'IN'), name: texts, safeguard: fc.constantFrom(...SAFEGUARDS), safeguardUntil: instants, tags: fc.array(tags, { maxLength: 4 }) }, { requiredKeys: ['record', 'tags'] });
const contacts = fc.oneof(recorded, fc.constant(nobody));
const person = fc.record({ address: fc.emailAddress(), name: fc.string() });
const mapOf = <T>(keys: fc.Arbitrary<string>, values: fc.Arbitrary<T>): fc.Arbitrary<ReadonlyMap<string, Evidence<T>>> =>
  fc.array(fc.tuple(keys, values), { maxLength: 6 }).map((entries) => new Map(entries.map(([key, value]): [string, Evidence<T>] => [key, { known: true, value }])));
const evidences: fc.Arbitrary<EvidenceSet> = fc.record({
  contacts: mapOf<Contact>(fc.emailAddress(), contacts),
  members: mapOf(fc.emailAddress(), fc.record({ members: fc.array(person, { maxLength: 5 }), complete: fc.boolean() })),
  domains: mapOf(fc.domain(), fc.record({ inUse: fc.boolean(), resembles: fc.array(fc.domain(), { maxLength: 3 }) })),
  correspondence: mapOf(fc.emailAddress(), fc.record({ before: fc.boolean() })),
});

test('what was kept with the draft comes back as it was', () => {
  fc.assert(fc.property(evidences, (evidence) => {
    expect(decodeEvidence(encodeEvidence(evidence, NOW), NOW)).toEqual(evidence);
  }));
});

test('who could not be asked about is asked again', () => {
  const evidence = withContacts([['anna@oak.example', { known: false, reason: 'timeout' }], ['ben@elm.example', { known: true, value: nobody }]]);
  expect(people(decodeEvidence(encodeEvidence(evidence, NOW), NOW))).toEqual(['ben@elm.example']);
});

describe('an answer grows old', () => {
  const text = encodeEvidence(known({ 'anna@oak.example': granted }), NOW);
  test.each<[string, number, number | undefined, number]>([
    ['is used for fifteen minutes', NOW + LONGEST_AGE, undefined, 1],
    ['is not used a moment later', NOW + LONGEST_AGE + 1, undefined, 0],
    ['is not used for longer, whatever is asked for', NOW + LONGEST_AGE + 1, 60 * MINUTE, 0],
    ['is used for less where less is asked for', NOW + 2 * MINUTE, MINUTE, 0],
    ['is used when the clock was set back a little', NOW - MINUTE, undefined, 1],
    ['is not used when it claims to come from the future', NOW - 2 * MINUTE, undefined, 0],
  ])('%s', (_, now, maxAge, count) => {
    expect(people(decodeEvidence(text, now, maxAge)).length).toBe(count);
  });
});

test('an answer that was old when it came is as old when it is kept', () => {
  const evidence = withContacts([['anna@oak.example', { known: true, value: granted, age: 14 * 60 }], ['ben@elm.example', { known: true, value: withdrawn }], ['cem@ash.example', { known: true, value: withdrawn, age: 16 * 60 }]]);
  const text = encodeEvidence(evidence, NOW);
  expect(people(decodeEvidence(text, NOW + MINUTE))).toEqual(['anna@oak.example', 'ben@elm.example']);
  expect(people(decodeEvidence(text, NOW + MINUTE + 1))).toEqual(['ben@elm.example']);
});

test('somebody of whom not every source was heard is asked about again', () => {
  const evidence = withContacts([['anna@oak.example', { known: true, value: { ...withdrawn, unanswered: 'timeout' } }], ['ben@elm.example', { known: true, value: withdrawn }]]);
  expect(people(decodeEvidence(encodeEvidence(evidence, NOW), NOW))).toEqual(['ben@elm.example']);
});

describe('keeping more answers', () => {
  const first = encodeEvidence(known({ 'anna@oak.example': granted, 'ben@elm.example': granted }), NOW);

  test('does not make the earlier ones younger', () => {
    const second = encodeEvidence(known({ 'cem@ash.example': nobody }), NOW + 10 * MINUTE, undefined, first);
    expect(people(decodeEvidence(second, NOW + 10 * MINUTE))).toEqual(['anna@oak.example', 'ben@elm.example', 'cem@ash.example']);
    expect(people(decodeEvidence(second, NOW + 16 * MINUTE))).toEqual(['cem@ash.example']);
  });

  test('puts the newer answer about one person in place of the older', () => {
    const second = encodeEvidence(known({ 'anna@oak.example': withdrawn }), NOW + MINUTE, undefined, first);
    expect(decodeEvidence(second, NOW + MINUTE).contacts.get('anna@oak.example')).toEqual({ known: true, value: withdrawn });
  });

  test('forgets somebody about whom the newer answer is that it did not arrive', () => {
    const second = encodeEvidence(withContacts([['anna@oak.example', { known: false, reason: 'timeout' }]]), NOW, undefined, first);
    expect(people(decodeEvidence(second, NOW))).toEqual(['ben@elm.example']);
  });

  test('clears out those that are too old to be used', () => {
    expect(encodeEvidence(NO_EVIDENCE, NOW + 16 * MINUTE, undefined, first)).toBe('[]');
  });
});

test('a circular to a thousand people fits into what Outlook gives, by leaving out the last ones', () => {
  const many = known(Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`person${index}@oak.example`, granted])));
  const text = encodeEvidence(many, NOW, 5000);
  const back = decodeEvidence(text, NOW);
  expect(text.length).toBeLessThanOrEqual(5000);
  expect(people(back).length).toBeGreaterThan(60);
  expect(people(back)).toEqual(people(many).slice(0, people(back).length));
});

test('the text keeps within any limit and can always be read', () => {
  fc.assert(fc.property(evidences, fc.integer({ min: 2, max: 400 }), (evidence, room) => {
    const text = encodeEvidence(evidence, NOW, room);
    expect(text.length).toBeLessThanOrEqual(room);
    const back = decodeEvidence(text, NOW);
    for (const kind of EVIDENCE_KINDS) for (const [key, said] of back[kind]) expect(evidence[kind].get(key)).toEqual(said);
  }));
});

describe('a list of members', () => {
  const listOf = (length: number): Evidence<ListMembers> =>
    ({ known: true, value: { members: Array.from({ length }, (_, index) => ({ address: `member${index}@own.example`, name: 'First Last' })), complete: true } });
  const lists: EvidenceSet = { ...known({ 'anna@oak.example': granted }), members: new Map([['team@own.example', listOf(5)], ['all@own.example', listOf(3000)], ['board@own.example', listOf(3)]]) };

  test('that is too long is left out, and the shorter ones and everybody else are kept', () => {
    const text = encodeEvidence(lists, NOW);
    const back = decodeEvidence(text, NOW);
    expect([...back.members.keys()]).toEqual(['team@own.example', 'board@own.example']);
    expect(people(back)).toEqual(['anna@oak.example']);
  });

  test('makes way for a consent that comes later', () => {
    const full = encodeEvidence({ ...NO_EVIDENCE, members: new Map([['team@own.example', listOf(50)]]) }, NOW, 2400);
    expect(decodeEvidence(full, NOW).members.size).toBe(1);
    const back = decodeEvidence(encodeEvidence(known(Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`person${index}@oak.example`, granted]))), NOW, 2400, full), NOW);
    expect([people(back).length, back.members.size]).toEqual([20, 0]);
  });
});

test('250 recipients with name, consent, domain and earlier mail fit into what Outlook gives', () => {
  const recipients = Array.from({ length: 250 }, (_, index) => `first.last${index}@firm${index}.example`);
  const all: EvidenceSet = {
    contacts: new Map(recipients.map((key) => [key, { known: true, value: { ...granted, name: 'First Last' } }])),
    members: new Map(),
    domains: new Map(recipients.map((_, index) => [`firm${index}.example`, { known: true, value: { inUse: true, resembles: [] } }])),
    correspondence: new Map(recipients.map((key) => [key, { known: true, value: { before: true } }])),
  };
  expect(decodeEvidence(encodeEvidence(all, NOW), NOW)).toEqual(all);
});

describe('what somebody else left in the draft', () => {
  test.each<[string, string | null]>([
    ['nothing', null],
    ['an empty text', ''],
    ['half a text', '[[0,17639'],
    ['no list', '{"anna@oak.example":{}}'],
    ['what an earlier version wrote', `[["anna@oak.example",${NOW},"+","DE",["newsletter","granted","consent"]]]`],
    ['an age that is text', '[[0,"now",["anna@oak.example",1,[]]]]'],
    ['a kind that is a property of every list', `[["length",${NOW},["anna@oak.example",1,[]]]]`],
    ['a kind nobody knows', `[[4,${NOW},["anna@oak.example",1,[]]]]`],
    ['a status nobody knows', `[[0,${NOW},["anna@oak.example",1,["DE"],["newsletter","yes","consent"]]]]`],
    ['a consent of somebody who is not recorded', `[[0,${NOW},["anna@oak.example",0,[],["newsletter","granted","consent"]]]]`],
    ['a tag that is an object', `[[0,${NOW},["anna@oak.example",1,["DE"],{"0":"newsletter"}]]]`],
    ['a tag with a field too many', `[[0,${NOW},["anna@oak.example",1,["DE"],["newsletter","granted","consent",${'"",'.repeat(9)}"x"]]]]`],
    ['a contact without its fields', `[[0,${NOW},["anna@oak.example",1]]]`],
    ['a domain that is used perhaps', `[[1,${NOW},["oak.example","perhaps"]]]`],
    ['earlier mail without a word', `[[2,${NOW},["anna@oak.example"]]]`],
    ['a member that is a number', `[[3,${NOW},["team@own.example",1,5]]]`],
    ['a member whose name is a number', `[[3,${NOW},["team@own.example",1,["anna@oak.example",5]]]]`],
  ])('%s is not taken for an answer', (_, text) => {
    expect(decodeEvidence(text, NOW)).toEqual(NO_EVIDENCE);
  });

  test('is read without an error, whatever it is', () => {
    fc.assert(fc.property(fc.json(), fc.string(), (json, text) => {
      decodeEvidence(json, NOW);
      decodeEvidence(text, NOW);
      encodeEvidence(NO_EVIDENCE, NOW, 100, json);
    }));
  });
});
