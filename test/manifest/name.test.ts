import fc from 'fast-check';
import { checkManifest } from '../../src/manifest/check/check-manifest';
import { nameIn } from '../../src/manifest/umsicht';
import { xmlManifest } from '../../src/manifest/xml-manifest';
import { umsichtAt } from './good-manifests';

test.each(['Umsicht (Test)', 'R&D "Guard" <2>', 'Умсихт', '慎重 😀', "L'Umsicht"])('an add-in can be called %s', (name) => {
  expect(nameIn(` ${name} `)).toBe(name);
});

test.each([
  ['nothing', ''], ['blanks', ' \t'], ['more than 30 characters', 'n'.repeat(31)], ['a control character, which no XML can hold', 'Um\u0007sicht'], ['two lines', 'Um\nsicht'],
  ['what is no character', 'Um\uffffsicht'], ['a title that reads backwards', 'Um\u202esicht'],
])('none can be called %s', (_what, name) => {
  expect(nameIn(name)).toBeUndefined();
});

test('whatever it is called, its manifest is a good one', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }), (given) => {
    const name = nameIn(given);
    if (name === undefined) return;
    const text = xmlManifest(umsichtAt({ name }));
    expect(checkManifest(text, Buffer.byteLength(text), { marketplace: false }).findings).toEqual([]);
  }), { numRuns: 60 });
});
