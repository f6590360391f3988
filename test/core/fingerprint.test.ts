import fc from 'fast-check';
import { fingerprintOf } from '../../src/core/decide';
import { type Draft, EMPTY_DRAFT, type Recipient, type RecipientField } from '../../src/core/draft';
import type { Outcome } from '../../src/core/evaluate';
import { PURPOSES } from '../../src/core/purpose';

/*
 * What an acknowledgement is bound to: these people in these fields, these findings, this purpose.
 * However the same is written it is the same, and the least change makes another one.
 */

const fields: readonly RecipientField[] = ['to', 'cc', 'bcc'];
const person = fc.record({ local: fc.constantFrom('anna', 'ben', 'cem', 'dora+x', '"e f"'), domain: fc.constantFrom('oak.example', 'elm.example', 'müller.example') });
const recipient = fc.record({ person, field: fc.constantFrom(...fields) }).map(({ person: { local, domain }, field }): Recipient => ({ address: `${local}@${domain}`, name: local, field }));
const group = fc.record({ name: fc.constantFrom('Board', 'Clients'), field: fc.constantFrom(...fields) }).map(({ name, field }): Recipient => ({ address: '', name, field, list: true }));
const entry = ({ field, address, name }: Recipient): string => `${field}:${address || name}`;
const recipients = fc.uniqueArray(fc.oneof(recipient, recipient, recipient, group), { selector: entry, minLength: 1, maxLength: 6 });

const finding = (among: readonly Recipient[]) => fc.record({
  rule: fc.constantFrom('visible-recipients', 'missing-consent'),
  outcome: fc.constantFrom('failed' as const, 'undetermined' as const),
  message: fc.constantFrom('seen', 'unclear'),
  people: fc.nat(9),
  about: fc.subarray([...among]),
}).map(({ rule, outcome, message, people, about }): Outcome => ({ rule, outcome, severity: 'warning', message, data: { people }, recipients: about, remedy: null }));

const situation = recipients.chain((people) => fc.record({
  draft: fc.constantFrom(null, ...PURPOSES).map((purpose): Draft => ({ ...EMPTY_DRAFT, recipients: people, purpose })),
  findings: fc.uniqueArray(finding(people), { selector: (each) => JSON.stringify(each), maxLength: 4 }),
}));

/** Another spelling of the same address. */
const respelt = ({ address, ...rest }: Recipient, loud: boolean): Recipient =>
  (address === '' ? { address, ...rest } : { ...rest, name: loud ? 'Somebody' : rest.name, address: loud ? `${address.toUpperCase()}.` : address.replace('müller', 'xn--mller-kva') });

test('people and findings in another order, and addresses in another spelling, are the same', () => {
  fc.assert(fc.property(situation, fc.boolean(), ({ draft, findings }, loud) => {
    const other = (people: readonly Recipient[]): readonly Recipient[] => [...people].reverse().map((each) => respelt(each, loud));
    const same: Draft = { ...draft, recipients: other(draft.recipients), subject: 'changed', body: 'changed', attachments: [{ name: 'a.pdf' }] };
    const alike = [...findings].reverse().map((each) => ({ ...each, recipients: other(each.recipients) }));
    expect(fingerprintOf(same, alike)).toBe(fingerprintOf(draft, findings));
  }), { numRuns: 300 });
});

type Change = (draft: Draft, findings: readonly Outcome[]) => readonly [Draft, readonly Outcome[]];
const withFirst = (draft: Draft, change: (first: Recipient) => readonly Recipient[]): Draft => ({ ...draft, recipients: [...change(draft.recipients[0] as Recipient), ...draft.recipients.slice(1)] });
const elsewhere = (field: RecipientField): RecipientField => fields[(fields.indexOf(field) + 1) % fields.length] as RecipientField;
const changes: { readonly [called: string]: Change } = {
  'somebody is added': (draft, findings) => [{ ...draft, recipients: [...draft.recipients, { address: 'zoe@ash.example', name: '', field: 'bcc' }] }, findings],
  'somebody is taken out': (draft, findings) => [withFirst(draft, () => []), findings],
  'somebody stands in another field': (draft, findings) => [withFirst(draft, (first) => [{ ...first, field: elsewhere(first.field) }]), findings],
  'somebody is replaced': (draft, findings) => [withFirst(draft, (first) => [{ ...first, address: 'zoe@ash.example', name: 'Zoe' }]), findings],
  'another purpose is declared': (draft, findings) => [{ ...draft, purpose: draft.purpose === 'offer' ? 'event' : 'offer' }, findings],
  'there is one finding more': (draft, findings) => [draft, [...findings, { rule: 'new-domains', outcome: 'failed', severity: 'warning', message: 'added', data: {}, recipients: [], remedy: null }]],
};
const ofFindings: { readonly [called: string]: (first: Outcome) => readonly Outcome[] } = {
  'a finding is gone': () => [],
  'a finding has another number': (first) => [{ ...first, data: { people: 10 } }],
  'a finding says something else': (first) => [{ ...first, message: 'another' }],
  'a finding is of another rule': (first) => [{ ...first, rule: 'another' }],
  'what was not known is found': (first) => [{ ...first, outcome: first.outcome === 'failed' ? 'undetermined' : 'failed' }],
  'a finding is about one person more': (first) => [{ ...first, recipients: [...first.recipients, { address: 'zoe@ash.example', name: '', field: 'to' }] }],
};

test.each(Object.entries(changes))('it is another one when %s', (_, change) => {
  fc.assert(fc.property(situation, ({ draft, findings }) => {
    expect(fingerprintOf(...change(draft, findings))).not.toBe(fingerprintOf(draft, findings));
  }), { numRuns: 200 });
});

test.each(Object.entries(ofFindings))('it is another one when %s', (_, change) => {
  fc.assert(fc.property(situation.filter(({ findings }) => findings.length > 0), ({ draft, findings: [first, ...rest] }) => {
    expect(fingerprintOf(draft, [...change(first as Outcome), ...rest])).not.toBe(fingerprintOf(draft, [first as Outcome, ...rest]));
  }), { numRuns: 200 });
});
