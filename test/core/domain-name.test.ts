import { normaliseDomain } from '../../src/core/address';
import { mixesScripts, shownDomain } from '../../src/core/domain-name';

test('people read domains in their own letters', () => {
  expect(shownDomain('xn--mller-kva.example')).toBe('müller.example');
  expect(shownDomain('mail.oak.example')).toBe('mail.oak.example');
  expect(shownDomain('xn--99999999999.example')).toBe('xn--99999999999.example');
});

test.each([
  ['оak.example', true],
  ['οak.example', true],
  ['օak.example', true],
  ['оак.example', false],
  ['müller.example', false],
  ['пример-oak.example', true],
  ['пример.oak.example', false],
  ['例え-oak.example', false],
  ['oak.example', false],
])('%s mixes alphabets: %s', (domain, expected) => {
  expect(mixesScripts(normaliseDomain(domain) as string)).toBe(expected);
});
