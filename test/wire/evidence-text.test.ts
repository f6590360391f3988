import fc from 'fast-check';
import { CONSENT_STATUSES, type Contact, type ContactEvidence, type Evidence, LEGAL_BASES } from '../../src/core/evidence';
import { TAG_PURPOSES } from '../../src/wire/contact';
import { decodeEvidence, encodeEvidence, LONGEST_AGE } from '../../src/wire/evidence-text';

const NOW = Date.parse('2026-11-24T10:00:00Z');
const MINUTE = 60_000;
const granted: Contact = { record: 'known', country: 'DE', tags: [{ purpose: 'newsletter', status: 'granted', basis: 'consent' }] };
const withdrawn: Contact = { record: 'known', tags: [{ purpose: 'newsletter', status: 'withdrawn', basis: 'consent', withdrawn: '2026-11-24T09:59:00.000Z' }] };
const nobody: Contact = { record: 'unknown', tags: [] };

const known = (contacts: { readonly [key: string]: Contact }): ContactEvidence =>
  new Map(Object.entries(contacts).map(([key, value]) => [key, { known: true, value }]));

const instants = fc.date({ min: new Date(0), max: new Date('2099-12-31'), noInvalidDate: true }).map((date) => date.toISOString());
const texts = fc.string({ minLength: 1, maxLength: 40 });
const tags = fc.record({
  purpose: fc.constantFrom(...TAG_PURPOSES), status: fc.constantFrom(...CONSENT_STATUSES), basis: fc.constantFrom(...LEGAL_BASES),
  obtained: instants, confirmed: instants, withdrawn: instants, expires: instants, evidence: texts, source: texts,
}, { requiredKeys: ['purpose', 'status', 'basis'] });
const recorded = fc.record({ record: fc.constant('known' as const), country: fc.constantFrom('DE', 'CH', 'IN'), tags: fc.array(tags, { maxLength: 4 }) }, { requiredKeys: ['record', 'tags'] });
const contacts = fc.oneof(recorded, fc.constant(nobody));
const evidences = fc.array(fc.tuple(fc.emailAddress(), contacts), { maxLength: 8 })
  .map((entries): ContactEvidence => new Map(entries.map(([key, value]): [string, Evidence<Contact>] => [key, { known: true, value }])));

test('what was kept with the draft comes back as it was', () => {
  fc.assert(fc.property(evidences, (evidence) => {
    expect([...decodeEvidence(encodeEvidence(evidence, NOW), NOW)]).toEqual([...evidence]);
  }));
});

test('who could not be asked about is asked again', () => {
  const evidence: ContactEvidence = new Map<string, Evidence<Contact>>([
    ['anna@oak.example', { known: false, reason: 'timeout' }],
    ['ben@elm.example', { known: true, value: nobody }],
  ]);
  expect([...decodeEvidence(encodeEvidence(evidence, NOW), NOW).keys()]).toEqual(['ben@elm.example']);
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
  ])('%s', (_, now, maxAge, people) => {
    expect(decodeEvidence(text, now, maxAge).size).toBe(people);
  });
});

describe('keeping more answers', () => {
  const first = encodeEvidence(known({ 'anna@oak.example': granted, 'ben@elm.example': granted }), NOW);

  test('does not make the earlier ones younger', () => {
    const second = encodeEvidence(known({ 'cem@ash.example': nobody }), NOW + 10 * MINUTE, undefined, first);
    expect([...decodeEvidence(second, NOW + 10 * MINUTE).keys()]).toEqual(['anna@oak.example', 'ben@elm.example', 'cem@ash.example']);
    expect([...decodeEvidence(second, NOW + 16 * MINUTE).keys()]).toEqual(['cem@ash.example']);
  });

  test('puts the newer answer about one person in place of the older', () => {
    const second = encodeEvidence(known({ 'anna@oak.example': withdrawn }), NOW + MINUTE, undefined, first);
    expect(decodeEvidence(second, NOW + MINUTE).get('anna@oak.example')).toEqual({ known: true, value: withdrawn });
  });

  test('forgets somebody about whom the newer answer is that it did not arrive', () => {
    const second = encodeEvidence(new Map([['anna@oak.example', { known: false, reason: 'timeout' }]]), NOW, undefined, first);
    expect([...decodeEvidence(second, NOW).keys()]).toEqual(['ben@elm.example']);
  });

  test('clears out those that are too old to be used', () => {
    expect(encodeEvidence(new Map(), NOW + 16 * MINUTE, undefined, first)).toBe('[]');
  });
});

test('a circular to a thousand people fits into what Outlook gives, by leaving out the last ones', () => {
  const many = known(Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`person${index}@oak.example`, granted])));
  const text = encodeEvidence(many, NOW, 5000);
  const back = decodeEvidence(text, NOW);
  expect(text.length).toBeLessThanOrEqual(5000);
  expect(back.size).toBeGreaterThan(40);
  expect([...back.keys()]).toEqual([...many.keys()].slice(0, back.size));
});

test('the text keeps within any limit and can always be read', () => {
  fc.assert(fc.property(evidences, fc.integer({ min: 2, max: 400 }), (evidence, room) => {
    const text = encodeEvidence(evidence, NOW, room);
    expect(text.length).toBeLessThanOrEqual(room);
    for (const [key, value] of decodeEvidence(text, NOW)) expect(evidence.get(key)).toEqual(value);
  }));
});

describe('what somebody else left in the draft', () => {
  test.each<[string, string | null]>([
    ['nothing', null],
    ['an empty text', ''],
    ['half a text', '[["anna@oak.example",17639'],
    ['no list', '{"anna@oak.example":{}}'],
    ['an age that is text', '[["anna@oak.example","now","+",""]]'],
    ['a status nobody knows', `[["anna@oak.example",${NOW},"+","DE",["newsletter","yes","consent"]]]`],
    ['a consent of somebody who is not recorded', `[["anna@oak.example",${NOW},"-","",["newsletter","granted","consent"]]]`],
    ['a tag that is an object', `[["anna@oak.example",${NOW},"+","",{"0":"newsletter"}]]`],
  ])('%s is not taken for an answer', (_, text) => {
    expect(decodeEvidence(text, NOW).size).toBe(0);
  });

  test('is read without an error, whatever it is', () => {
    fc.assert(fc.property(fc.json(), fc.string(), (json, text) => {
      decodeEvidence(json, NOW);
      decodeEvidence(text, NOW);
      encodeEvidence(new Map(), NOW, 100, json);
    }));
  });
});
