import fc from 'fast-check';
import { addressKey } from '../../src/core/address';
import { type Draft, EMPTY_DRAFT, type Recipient, type RecipientField } from '../../src/core/draft';
import { applyEdit, type DraftEdit, leftOf, undoOf } from '../../src/core/edit';

const mara = { address: 'mara@own.example', name: 'Mara Own' };

function draft(fields: Partial<Record<RecipientField, readonly string[]>>, more: Partial<Draft> = {}): Draft {
  const recipients = (Object.keys(fields) as RecipientField[]).flatMap((field) => (fields[field] || []).map((address): Recipient => ({ address, name: address.split('@')[0] as string, field })));
  return { ...EMPTY_DRAFT, from: mara, recipients, ...more };
}

function fieldsOf({ recipients }: Draft): Partial<Record<RecipientField, readonly string[]>> {
  const fields: Partial<Record<RecipientField, string[]>> = {};
  for (const { field, address } of recipients) (fields[field] = fields[field] || []).push(address);
  return fields;
}

test('outsiders move to Bcc, colleagues stay where they are', () => {
  const before = draft({ to: ['anna@oak.example', 'eva@own.example'], cc: ['ben@elm.example'], bcc: ['cem@ash.example'] });
  const after = applyEdit(before, { kind: 'moveToBcc', addresses: ['ANNA@oak.example', 'ben@elm.example'] });
  expect(fieldsOf(after)).toEqual({ to: ['eva@own.example'], bcc: ['cem@ash.example', 'anna@oak.example', 'ben@elm.example'] });
});

test('the sender goes to To when nobody is left there', () => {
  const after = applyEdit(draft({ to: ['anna@oak.example'], cc: ['eva@own.example'] }), { kind: 'moveToBcc', addresses: ['anna@oak.example'] });
  expect(fieldsOf(after)).toEqual({ to: ['mara@own.example'], cc: ['eva@own.example'], bcc: ['anna@oak.example'] });
});

test('the sender goes to To whatever order Outlook names the fields in', () => {
  const after = applyEdit(draft({ cc: ['eva@own.example'], to: ['anna@oak.example'] }), { kind: 'moveToBcc', addresses: ['anna@oak.example'] });
  expect(fieldsOf(after)).toEqual({ to: ['mara@own.example'], cc: ['eva@own.example'], bcc: ['anna@oak.example'] });
});

test('the sender who was in Cc stands in To once', () => {
  const before = draft({ to: ['anna@oak.example'], cc: ['Mara@own.example'] });
  const after = applyEdit(before, { kind: 'moveToBcc', addresses: ['anna@oak.example'] });
  expect(fieldsOf(after)).toEqual({ to: ['mara@own.example'], bcc: ['anna@oak.example'] });
  expect(fieldsOf(applyEdit(after, undoOf(before, after)))).toEqual({ to: ['anna@oak.example'], cc: ['Mara@own.example'] });
});

test.each([[''], ['/o=Own/cn=mara'], ['mara']])('a sender whose address reads %j is put nowhere', (address) => {
  const after = applyEdit(draft({ to: ['anna@oak.example'] }, { from: { address, name: 'Mara' } }), { kind: 'moveToBcc', addresses: ['anna@oak.example'] });
  expect(fieldsOf(after)).toEqual({ bcc: ['anna@oak.example'] });
});

test('nobody is put into To where an edit changes nothing, or leaves nobody', () => {
  const hidden = draft({ cc: ['eva@own.example'], bcc: ['anna@oak.example', 'ben@elm.example'] });
  expect(applyEdit(hidden, { kind: 'removeRecipients', addresses: ['cem@ash.example'] })).toEqual(hidden);
  expect(fieldsOf(applyEdit(hidden, { kind: 'removeRecipients', addresses: ['ben@elm.example'] }))).toEqual({ to: ['mara@own.example'], cc: ['eva@own.example'], bcc: ['anna@oak.example'] });
  const alone = draft({ to: ['anna@oak.example'] });
  expect(applyEdit(alone, { kind: 'removeRecipients', addresses: ['anna@oak.example'] }).recipients).toEqual([]);
  const meeting = draft({ required: ['anna@oak.example'], optional: ['ben@elm.example'] }, { kind: 'meeting' });
  expect(fieldsOf(applyEdit(meeting, { kind: 'removeRecipients', addresses: ['anna@oak.example'] }))).toEqual({ optional: ['ben@elm.example'] });
});

test('nobody is put in who has no address', () => {
  const before = draft({ to: ['anna@oak.example'] });
  expect(applyEdit(before, { kind: 'addRecipients', field: 'cc', people: [{ address: ' ', name: 'Team' }, { address: 'ben@elm.example', name: 'Ben' }] }).recipients.slice(1))
    .toEqual([{ address: 'ben@elm.example', name: 'Ben', field: 'cc' }]);
});

test('somebody in To and Bcc ends up in Bcc once', () => {
  const before = draft({ to: ['anna@oak.example', 'eva@own.example'], bcc: ['anna@oak.example'] });
  const after = applyEdit(before, { kind: 'moveToBcc', addresses: ['anna@oak.example'] });
  expect(fieldsOf(after)).toEqual({ to: ['eva@own.example'], bcc: ['anna@oak.example'] });
  expect(fieldsOf(applyEdit(after, undoOf(before, after)))).toEqual({ to: ['eva@own.example', 'anna@oak.example'], bcc: ['anna@oak.example'] });
});

test('a meeting has no Bcc, so nobody moves there', () => {
  const meeting = draft({ required: ['anna@oak.example'], optional: ['ben@elm.example'] }, { kind: 'meeting' });
  expect(applyEdit(meeting, { kind: 'moveToBcc', addresses: ['anna@oak.example'] })).toEqual(meeting);
});

test('contact groups have no address in common, so no edit names them', () => {
  const groups: Draft = { ...EMPTY_DRAFT, from: mara, recipients: [{ address: '', name: 'Stammkunden', field: 'to', list: true }, { address: '', name: 'Beirat', field: 'to', list: true }] };
  for (const kind of ['moveToBcc', 'removeRecipients'] as const) expect(applyEdit(groups, { kind, addresses: ['', ' '] })).toEqual(groups);
});

test('undo leaves alone what the sender changed since', () => {
  const before = draft({ to: ['anna@oak.example', 'ben@elm.example', 'cem@ash.example'] });
  const after = applyEdit(before, { kind: 'moveToBcc', addresses: ['anna@oak.example', 'ben@elm.example', 'cem@ash.example'] });
  const undo = undoOf(before, after);
  // Ben was taken out, Cem was put into Cc and Dora was added before undo was pressed.
  const changed = draft({ to: ['mara@own.example', 'dora@fir.example'], cc: ['cem@ash.example'], bcc: ['anna@oak.example'] });
  expect(fieldsOf(applyEdit(changed, undo))).toEqual({ to: ['dora@fir.example', 'anna@oak.example'], cc: ['cem@ash.example'] });
});

describe('what is left of an undo', () => {
  const before = draft({ to: ['anna@oak.example', 'ben@elm.example', 'cem@ash.example'] });
  const undo = undoOf(before, applyEdit(before, { kind: 'moveToBcc', addresses: ['anna@oak.example', 'ben@elm.example', 'cem@ash.example'] }));
  const peopleIn = (left: ReturnType<typeof leftOf>) => left && [left.restore.map(({ address }) => address), left.added.map(({ field, address }) => `${field} ${address}`)];

  test.each<[string, Draft, unknown]>([
    ['all of it, while nobody has touched it', draft({ to: ['mara@own.example'], bcc: ['anna@oak.example', 'ben@elm.example', 'cem@ash.example'] }), [['anna@oak.example', 'ben@elm.example', 'cem@ash.example'], ['to mara@own.example', 'bcc anna@oak.example', 'bcc ben@elm.example', 'bcc cem@ash.example']]],
    ['those who are still in Bcc', draft({ to: ['mara@own.example', 'dora@fir.example'], cc: ['cem@ash.example'], bcc: ['anna@oak.example'] }), [['anna@oak.example'], ['to mara@own.example', 'bcc anna@oak.example']]],
    ['not who was put back by hand', draft({ to: ['mara@own.example', 'ben@elm.example'], bcc: ['anna@oak.example'] }), [['anna@oak.example'], ['to mara@own.example', 'bcc anna@oak.example']]],
    ['out of Bcc, who stands in To again and was left in Bcc', draft({ to: ['mara@own.example', 'ben@elm.example'], bcc: ['anna@oak.example', 'ben@elm.example'] }), [['anna@oak.example'], ['to mara@own.example', 'bcc anna@oak.example', 'bcc ben@elm.example']]],
    ['nothing, once all of them are elsewhere', draft({ to: ['mara@own.example', 'ben@elm.example'] }), null],
    ['nothing, once it was pressed', before, null],
  ])('%s', (_, now, expected) => {
    expect(peopleIn(leftOf(undo, now))).toEqual(expected);
  });

  test('of people taken out, those who were not put back; of people put in, those who are there', () => {
    const removed = undoOf(before, applyEdit(before, { kind: 'removeRecipients', addresses: ['anna@oak.example', 'ben@elm.example'] }));
    expect(peopleIn(leftOf(removed, draft({ to: ['cem@ash.example', 'anna@oak.example'] })))).toEqual([['ben@elm.example'], []]);
    const added = undoOf(before, applyEdit(before, { kind: 'addRecipients', field: 'cc', people: [{ address: 'dora@fir.example', name: '' }, { address: 'emil@yew.example', name: '' }] }));
    expect(peopleIn(leftOf(added, draft({ to: ['anna@oak.example'], cc: ['emil@yew.example'] })))).toEqual([[], ['cc emil@yew.example']]);
    expect(leftOf(added, before)).toBeNull();
  });
});

test('undo brings back who was removed, once', () => {
  const before = draft({ to: ['anna@oak.example', 'ben@elm.example'] });
  const after = applyEdit(before, { kind: 'removeRecipients', addresses: ['anna@oak.example'] });
  const undo = undoOf(before, after);
  const undone = applyEdit(after, undo);
  expect(fieldsOf(undone)).toEqual({ to: ['ben@elm.example', 'anna@oak.example'] });
  expect(fieldsOf(applyEdit(undone, undo))).toEqual(fieldsOf(undone));
});

test('a declared purpose changes nothing else', () => {
  const before = draft({ to: ['anna@oak.example'] });
  expect(applyEdit(before, { kind: 'declarePurpose', purpose: 'newsletter' })).toEqual({ ...before, purpose: 'newsletter' });
});

const people = ['anna@oak.example', 'ANNA@oak.example', 'ben@elm.example', 'cem@ash.example', 'eva@own.example', 'mara@own.example', 'müller', ''];
const address = fc.constantFrom(...people);
const someRecipient = fc.record({ address, name: fc.constantFrom('A', 'B'), field: fc.constantFrom<RecipientField>('to', 'cc', 'bcc') });
const someDraft = fc.array(someRecipient, { maxLength: 10 })
  .chain((recipients) => fc.constantFrom(mara, null).map((from): Draft => ({ ...EMPTY_DRAFT, from, recipients })));
const someEdit: fc.Arbitrary<DraftEdit> = fc.oneof(
  fc.record({ kind: fc.constantFrom('moveToBcc' as const, 'removeRecipients' as const), addresses: fc.array(address, { maxLength: 4 }) }),
  fc.record({ kind: fc.constant('addRecipients' as const), field: fc.constantFrom<RecipientField>('to', 'cc', 'bcc'), people: fc.array(fc.record({ address, name: fc.constantFrom('A', 'B') }), { maxLength: 4 }) }),
);

const keysOf = ({ recipients }: Draft): string[] => [...new Set(recipients.map(({ address: raw, name }) => addressKey(raw) || `group ${name}`))].sort();
/** Who stands where; that somebody stands in one field twice is worth nothing. */
const entriesOf = ({ recipients }: Draft): string[] => [...new Set(recipients.map(({ field, address: raw, name }) => `${field} ${addressKey(raw) || name}`))].sort();

test('moving to Bcc loses nobody, doubles nobody and leaves nobody named visible', () => {
  fc.assert(fc.property(someDraft, fc.array(address), (before, addresses) => {
    const after = applyEdit(before, { kind: 'moveToBcc', addresses });
    const sender = before.from && before.recipients.length > 0 ? ['mara@own.example'] : [];
    for (const key of keysOf(before)) expect(keysOf(after)).toContain(key);
    for (const key of keysOf(after)) expect([...keysOf(before), ...sender]).toContain(key);
    const moved = new Set(addresses.filter((each) => each !== '').map(addressKey));
    const visible = after.recipients.filter(({ field, address: raw }) => field !== 'bcc' && moved.has(addressKey(raw)) && addressKey(raw) !== 'mara@own.example');
    expect(visible).toEqual([]);
    expect(after.recipients.length).toBeLessThanOrEqual(before.recipients.length + 1);
  }), { numRuns: 500 });
});

/** How often each person stands in the draft; contact groups without an address are told apart by nothing. */
const countsOf = ({ recipients }: Draft): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const { address: raw } of recipients) if (raw !== '') counts.set(addressKey(raw), (counts.get(addressKey(raw)) ?? 0) + 1);
  return counts;
};

test('adding people loses nobody, doubles nobody and puts in everybody with an address', () => {
  const added = fc.record({ field: fc.constantFrom<RecipientField>('to', 'cc', 'bcc'), people: fc.array(fc.record({ address, name: fc.constantFrom('A', 'B') }), { maxLength: 6 }) });
  fc.assert(fc.property(someDraft, added, (before, { field, people: given }) => {
    const after = applyEdit(before, { kind: 'addRecipients', field, people: given });
    expect(after.recipients.slice(0, before.recipients.length)).toEqual(before.recipients);
    for (const { address: raw } of given) if (raw !== '') expect(keysOf(after)).toContain(addressKey(raw));
    for (const recipient of after.recipients.slice(before.recipients.length)) expect([recipient.field, countsOf(after).get(addressKey(recipient.address))]).toEqual([field, 1]);
  }), { numRuns: 500 });
});

test('no sequence of remedies and undos loses anybody it was not told to, or has anybody stand there more often than before', () => {
  type Step = { readonly edit: DraftEdit; readonly takenBack: boolean };
  const step: fc.Arbitrary<Step> = fc.record({ edit: someEdit, takenBack: fc.boolean() });
  fc.assert(fc.property(someDraft, fc.array(step, { maxLength: 6 }), (first, steps) => {
    let now = first;
    const wanted = new Set(countsOf(first).keys());
    for (const { edit, takenBack } of steps) {
      const before = now;
      now = applyEdit(before, edit);
      if (takenBack) now = applyEdit(now, undoOf(before, now));
      else if (edit.kind === 'removeRecipients') edit.addresses.forEach((raw) => wanted.delete(addressKey(raw)));
      else if (edit.kind === 'addRecipients') edit.people.forEach(({ address: raw }) => raw !== '' && wanted.add(addressKey(raw)));
      for (const key of wanted) expect(keysOf(now)).toContain(key);
      for (const [key, count] of countsOf(now)) expect(count).toBeLessThanOrEqual(Math.max(1, countsOf(first).get(key) ?? 0));
    }
  }), { numRuns: 1000 });
});

test('any sequence of edits, taken back one by one, ends where it began', () => {
  fc.assert(fc.property(someDraft, fc.array(someEdit, { maxLength: 5 }), (first, edits) => {
    const undos: DraftEdit[] = [];
    let now = first;
    for (const edit of edits) {
      const after = applyEdit(now, edit);
      undos.push(undoOf(now, after));
      now = after;
    }
    for (const undo of undos.reverse()) now = applyEdit(now, undo);
    expect(entriesOf(now)).toEqual(entriesOf(first));
  }), { numRuns: 500 });
});

test('what is left of an undo brings back whom the undo brings back, and nothing is left where it brings back nobody', () => {
  fc.assert(fc.property(someDraft, someEdit, fc.array(someEdit, { maxLength: 2 }), fc.array(someRecipient, { maxLength: 2 }), (before, edit, since, byHand) => {
    const undo = undoOf(before, applyEdit(before, edit));
    const edited = since.reduce<Draft>(applyEdit, applyEdit(before, edit));
    // By hand, anybody can stand in any field again.
    const now = { ...edited, recipients: [...edited.recipients, ...byHand] };
    const left = leftOf(undo, now);
    const outside = (those: Draft) => entriesOf({ ...those, recipients: those.recipients.filter(({ address: raw }) => addressKey(raw) !== mara.address) });
    const undone = outside(applyEdit(now, undo));
    if (left) expect(outside(applyEdit(now, left))).toEqual(undone);
    else expect(outside(now)).toEqual(expect.arrayContaining(undone));
  }), { numRuns: 500 });
});

test('an undo pressed twice is an undo pressed once', () => {
  fc.assert(fc.property(someDraft, someEdit, (before, edit) => {
    const after = applyEdit(before, edit);
    const undo = undoOf(before, after);
    const once = applyEdit(after, undo);
    expect(entriesOf(applyEdit(once, undo))).toEqual(entriesOf(once));
  }), { numRuns: 500 });
});

test('the draft handed in stays as it was', () => {
  fc.assert(fc.property(someDraft, someEdit, (before, edit) => {
    const copy = JSON.stringify(before);
    applyEdit(before, edit);
    expect(JSON.stringify(before)).toBe(copy);
  }));
});

const inserted: readonly (readonly [string, string, string])[] = [
  ['in front of quoted mail', 'Hallo Anna\n\nVon: Ben Elm <ben@elm.example>\nGesendet: Montag\nBetreff: x\n\ntheirs', 'Hallo Anna\n\nOwn GmbH\n\nVon: Ben Elm <ben@elm.example>\nGesendet: Montag\nBetreff: x\n\ntheirs'],
  ['behind the signature', 'Hallo Anna\n-- \nMara\n', 'Hallo Anna\n-- \nMara\n\nOwn GmbH\n'],
  ['behind the last answer between quoted lines', '> When?\nMonday.\n> Where?\nHere.\n> Why?', '> When?\nMonday.\n> Where?\nHere.\n\nOwn GmbH\n\n> Why?'],
  ['though an earlier mail quotes it', 'Hallo Anna\n> Own GmbH', 'Hallo Anna\n\nOwn GmbH\n\n> Own GmbH'],
  ['not twice where the mail begins with it', 'Own GmbH\n\nHallo Anna', 'Own GmbH\n\nHallo Anna'],
  ['not twice', 'Hallo Anna\r\n\r\nOwn GmbH', 'Hallo Anna\r\n\r\nOwn GmbH'],
];

test.each(inserted)('a text is put in %s', (_, body, after) => {
  expect(applyEdit({ ...EMPTY_DRAFT, body }, { kind: 'insertText', text: 'Own GmbH\r\n' }).body).toBe(after);
});

test.each([
  ['with the line ends of any system', 'Own GmbH\rOakstraße 1\r\nHRB 4711', 'Hallo Anna\n\nOwn GmbH\nOakstraße 1\nHRB 4711\n'],
  ['only where there is one', ' \r\n ', 'Hallo Anna'],
])('a text is put in %s', (_, text, after) => {
  expect(applyEdit({ ...EMPTY_DRAFT, body: 'Hallo Anna' }, { kind: 'insertText', text }).body).toBe(after);
});
