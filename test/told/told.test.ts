import { addressesIn, foundIn } from './addresses';
import { namedCast } from './named-cast';
import { search } from './search';

const KNOWN = new Set(['anna@oak.example', "o'neill@oak.example", '"very odd"@oak.example', 'bernd@müller.example']);

test.each<[string, string, readonly string[]]>([
  ['as it is', '{"message":"cannot ask about anna@oak.example"}', ['anna@oak.example']],
  ['in capitals', 'ANNA@OAK.EXAMPLE', ['anna@oak.example']],
  ['in the address of a page', 'GET /people/anna%40oak.example', ['anna@oak.example']],
  ['as JSON may write it', String.raw`{"to":"anna\u0040oak.example"}`, ['anna@oak.example']],
  ['as HTML may write it', 'anna&#64;oak.example', ['anna@oak.example']],
  ['of an internationalised domain', 'bernd@müller.example', ['bernd@müller.example']],
  ['with an apostrophe', "'o'neill@oak.example'", ["o'neill@oak.example"]],
  ['that is no ordinary one', 'for "very odd"@oak.example', ['"very odd"@oak.example']],
  ['of somebody nobody has heard of', 'umsicht_x{who="new.person@else.example"} 1', ['new.person@else.example']],
])('an address %s is found', (_, text, found) => {
  expect([...foundIn(text, KNOWN)].sort()).toEqual([...found].sort());
});

test.each([
  'at Object.<anonymous> (/opt/umsicht/node_modules/@fastify/static/index.js:5:3)',
  '{"connector":{"kind":"asked","source":"crm","addresses":2}}',
  'anna, oak.example',
])('%s holds none', (text) => {
  expect(foundIn(text, KNOWN)).toEqual([]);
});

test('the named cast is everybody who occurs in tests, examples and demo contacts', () => {
  const cast = namedCast();
  for (const address of ['anna@oak.example', 'eva@own.example', 'mara@own.example', "o'neill@oak.example"]) expect([...cast]).toContain(address);
  expect(cast.size).toBeGreaterThan(500);
});

test('a run in which one address got into one line of a log fails, and says where', () => {
  const lines = Array.from({ length: 1000 }, (_, index) => ['log', `{"level":"info","status":${index}}`] as const);
  expect(search(lines, KNOWN, true)).toBe('Of 4 addresses none is in what services let out (1000 log).');
  expect(() => search([...lines, ['figures', 'x{who="ANNA%40oak.example"} 1']], KNOWN, true)).toThrow(/1 times:\n {2}figures: anna@oak\.example in x\{who/);
});

test('a run in which nothing was listened to is no proof', () => {
  expect(() => search([], KNOWN, true)).toThrow(/nothing of its log was taken down/);
  expect(search([], KNOWN, false)).toMatch(/no service ran/);
});

test('addresses are taken out of what a service was asked, however they are written there', () => {
  expect(addressesIn('{"addresses":["Anna@Oak.example","ben@elm.example"]} /x?y=cem%40ash.example')).toEqual(['anna@oak.example', 'ben@elm.example', 'cem@ash.example']);
});
