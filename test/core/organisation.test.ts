import fc from 'fast-check';
import { parseAddress } from '../../src/core/address';
import { matcher, organisationOf, parsePattern, patternsOf } from '../../src/core/organisation';
import { compactWorld } from '../../src/reference/world-compact';
import { exactWorld } from '../../src/reference/world-exact';

const entries: readonly (readonly [string, object | undefined])[] = [
  ['own.example', { kind: 'domain', domain: 'own.example' }],
  [' Own.Example. ', { kind: 'domain', domain: 'own.example' }],
  ['müller.example', { kind: 'domain', domain: 'xn--mller-kva.example' }],
  ['*.own.example', { kind: 'subdomains', domain: 'own.example' }],
  ['Eva@Own.example', { kind: 'address', key: 'eva@own.example' }],
  ['', undefined],
  ['own', undefined],
  ['*', undefined],
  ['*.example', undefined],
  ['*.*.own.example', undefined],
  ['mail.*.example', undefined],
  ['*own.example', undefined],
  ['*@own.example', undefined],
  ['eva@*.own.example', undefined],
  ['@own.example', undefined],
  ['own.example/mail', undefined],
  ['https://own.example', undefined],
  ['[192.0.2.1]', undefined],
  ['/o=Own/cn=eva', undefined],
];

test.each(entries)('the entry %j is read as %j', (entry, pattern) => {
  expect(parsePattern(entry)).toEqual(pattern);
});

const matches: readonly (readonly [string, boolean, string, boolean])[] = [
  ['own.example', true, 'eva@own.example', true],
  ['own.example', true, 'eva@mail.own.example', true],
  ['own.example', false, 'eva@mail.own.example', false],
  ['own.example', false, 'EVA@OWN.EXAMPLE.', true],
  ['own.example', true, 'eva@notown.example', false],
  ['own.example', true, 'eva@xown.example', false],
  ['own.example', true, 'eva@own.example.evil.example', false],
  ['own.example', true, 'eva@example', false],
  ['own.example', true, 'eva@own.example@evil.example', false],
  ['*.own.example', true, 'eva@own.example', false],
  ['*.own.example', false, 'eva@a.b.own.example', true],
  ['eva@own.example', true, 'Eva@Own.Example', true],
  ['eva@own.example', true, 'finn@own.example', false],
  ['eva@own.example', true, 'eva+x@own.example', false],
  ['xn--mller-kva.example', false, 'eva@Müller.example', true],
  ['own.example', true, 'IMCEAEX-_o=Own_cn=eva@own.example', false],
  ['own.example', true, '', false],
];

test.each(matches)('%s (subdomains: %s) and %s: %s', (entry, subdomains, address, expected) => {
  expect(matcher(patternsOf([entry]), subdomains)(parseAddress(address))).toBe(expected);
});

const organisations: readonly (readonly [string, string])[] = [
  ['anna@oak.example', 'oak.example'],
  ['anna@mail.oak.example', 'oak.example'],
  ['anna@oak.co.uk', 'oak.co.uk'],
  ['anna@mail.oak.co.uk', 'oak.co.uk'],
  ['anna@co.uk', 'co.uk'],
  ['anna@gmx.de', 'anna@gmx.de'],
  ['anna@gmail.com', 'anna@gmail.com'],
  ['anna@mail.gmx.net', 'anna@mail.gmx.net'],
  ['anna@mail.hotmail.fr', 'anna@mail.hotmail.fr'],
  ['anna@a.b.fastwebnet.it', 'anna@a.b.fastwebnet.it'],
  ['anna@localhost', 'localhost'],
  ['anna@192.0.2.1', '192.0.2.1'],
  ['anna@[192.0.2.1]', '[192.0.2.1]'],
  ['anna@mail.müller.example', 'xn--mller-kva.example'],
];

test.each(organisations)('%s belongs to %s', (raw, organisation) => {
  const address = parseAddress(raw);
  if (!address.usable) throw new Error(raw);
  for (const { registrableDomain, isMailProvider } of [exactWorld, compactWorld]) expect(organisationOf(address, registrableDomain, isMailProvider)).toBe(organisation);
});

test('no entry, however odd, matches an address in another domain', () => {
  const name = fc.stringMatching(/^[a-z*.@-]{0,20}$/);
  fc.assert(fc.property(name, fc.boolean(), (entry, subdomains) => {
    const isOwn = matcher(patternsOf([`${entry}own.example`]), subdomains);
    expect(isOwn(parseAddress('x@elm.example'))).toBe(false);
    expect(isOwn(parseAddress('x@own.example.elm.example'))).toBe(false);
  }));
});
