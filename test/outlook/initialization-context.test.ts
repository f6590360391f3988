import fc from 'fast-check';
import { parseContextData } from '../../src/outlook/initialization-context';

test.each([
  ['nothing', '', null],
  ['a JSON text', '{"nonce":"n1"}', { nonce: 'n1' }],
  ['a JSON text in a JSON text', JSON.stringify('{"nonce":"n1"}'), { nonce: 'n1' }],
  ['an object that a client has opened already', { nonce: 'n1' }, { nonce: 'n1' }],
  ['text that is no JSON', 'moveToBcc', null],
  ['half a JSON text', '{"nonce":', null],
  ['null', null, null],
  ['no value', undefined, null],
] as const)('a hand-over of %s is read', (_, handedOver, read) => {
  expect(parseContextData(handedOver)).toEqual(read);
});

test('a hand-over survives being encoded once or twice, and reading never throws', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.integer())), (context) => {
      const plain = JSON.parse(JSON.stringify(context)) as unknown;
      expect(parseContextData(JSON.stringify(context))).toEqual(plain);
      expect(parseContextData(JSON.stringify(JSON.stringify(context)))).toEqual(plain);
    }),
  );
  fc.assert(fc.property(fc.anything(), (anything) => void parseContextData(anything)));
});
