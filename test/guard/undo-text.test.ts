import fc from 'fast-check';
import { EMPTY_DRAFT, type Recipient, type RecipientField } from '../../src/core/draft';
import { applyEdit, undoOf } from '../../src/core/edit';
import { decodeUndo, encodeUndo } from '../../src/guard/undo-text';
import { MARA } from './desk';

const ADDRESSES = ['anna@oak.example', 'Anna@Oak.example', 'ben@elm.example', 'eva@own.example', 'mara@own.example', '', 'kein "Name"'];
const recipient = (fields: readonly RecipientField[]): fc.Arbitrary<Recipient> => fc.record({ address: fc.constantFrom(...ADDRESSES), name: fc.constantFrom('', 'Anna Oak', '„Ben“ \\ "Elm"\n'), field: fc.constantFrom(...fields) });

test('whatever a change of recipients was, its way back is read as it was written', () => {
  fc.assert(fc.property(
    fc.array(recipient(['to', 'cc', 'bcc']), { maxLength: 8 }),
    fc.subarray(ADDRESSES),
    fc.constantFrom('moveToBcc' as const, 'removeRecipients' as const, 'addRecipients' as const),
    (recipients, addresses, kind) => {
      const before = { ...EMPTY_DRAFT, from: MARA, recipients };
      const edit = kind === 'addRecipients' ? { kind, field: 'cc' as const, people: addresses.map((address) => ({ address, name: '' })) } : { kind, addresses };
      const undo = undoOf(before, applyEdit(before, edit));
      expect(decodeUndo(encodeUndo(undo))).toEqual(undo);
    },
  ));
});

test('the attendees of a meeting come back into their fields', () => {
  const undo = { kind: 'undoRecipients', restore: [{ address: 'anna@oak.example', name: '', field: 'required' }, { address: 'ben@elm.example', name: 'Ben', field: 'optional' }], added: [] } as const;
  expect(decodeUndo(encodeUndo(undo))).toEqual(undo);
});

test('the way back of 500 people leaves room for what else is kept with a draft', () => {
  const people = Array.from({ length: 500 }, (_, index): Recipient => ({ address: `vorname.nachname${index}@oak${index}.example`, name: `Nachname, Vorname ${index}`, field: index % 2 === 0 ? 'to' : 'cc' }));
  const before = { ...EMPTY_DRAFT, from: MARA, recipients: people };
  const undo = undoOf(before, applyEdit(before, { kind: 'moveToBcc', addresses: people.map(({ address }) => address) }));
  expect(undo.added).toHaveLength(501);
  expect(encodeUndo(undo).length).toBeLessThan(40_000);
});

test.each([
  ['nothing', null], ['an empty text', ''], ['half a text', '{"restore":['], ['a list', '[]'], ['a place nobody has', '{"restore":[],"added":[0]}'], ['half a place', '{"restore":[[0,"a@b.example"]],"added":[0.5]}'],
  ['a place before the first', '{"restore":[[0,"a@b.example"]],"added":[-1]}'], ['a field there is not', '{"restore":[[5,"a@b.example"]],"added":[]}'], ['somebody without an address', '{"restore":[[0]],"added":[]}'],
  ['a name that is none', '{"restore":[[0,"a@b.example",1]],"added":[]}'], ['more than it says', '{"restore":[],"added":[],"more":1}'], ['the way back of an older version', '{"kind":"undoRecipients","restore":[],"added":[]}'],
])('%s is no way back', (_what, text) => {
  expect(decodeUndo(text)).toBeNull();
});
