import fc from 'fast-check';
import { addressKey, normaliseDomain, parseAddress, type UnusableReason } from '../../src/core/address';

const same: readonly (readonly [string, string, string])[] = [
  ['case', 'Anna.Oak@Oak.Example', 'anna.oak@oak.example'],
  ['blanks around', '  anna@oak.example\t', 'anna@oak.example'],
  ['a trailing dot', 'anna@oak.example.', 'anna@oak.example'],
  ['an umlaut domain in both forms', 'anna@müller.example', 'anna@xn--mller-kva.example'],
  ['an umlaut domain in capitals', 'anna@MÜLLER.example', 'anna@XN--MLLER-KVA.EXAMPLE'],
  ['an umlaut put together from two characters', 'anna@mu\u0308ller.example', 'anna@müller.example'],
  ['an umlaut in the local part put together from two characters', 'ju\u0308rgen@oak.example', 'jürgen@oak.example'],
  ['full-width letters in the domain', 'anna@ｏａｋ.example', 'anna@oak.example'],
  ['an ideographic full stop', 'anna@oak。example', 'anna@oak.example'],
  ['the marks that come along where an address is copied', '\u202aanna@oak.example\u202c\u200b', 'anna@oak.example'],
  ['a byte order mark and blanks', ' \ufeff\u200b anna@oak.example', 'anna@oak.example'],
  ['characters without width in the domain', 'anna@oa\u200bk.ex\u00adample\u2060', 'anna@oak.example'],
  ['needless quotes', '"anna.oak"@oak.example', 'anna.oak@oak.example'],
  ['needless backslashes', '"anna\\ oak"@oak.example', '"anna oak"@oak.example'],
  ['a numeric address in both cases', 'anna@[IPv6:2001:DB8::1]', 'anna@[ipv6:2001:db8::1]'],
];

test.each(same)('one mailbox: %s', (_, one, other) => {
  expect(parseAddress(one)).toMatchObject({ usable: true });
  expect(addressKey(one)).toBe(addressKey(other));
});

test.each([
  ['Anna.Oak@Oak.Example', 'anna.oak@oak.example'],
  ['"Anna Oak"@oak.example', '"anna oak"@oak.example'],
  ['"a\\"b\\\\c d"@oak.example', '"a\\"b\\\\c d"@oak.example'],
  ['""@oak.example', '""@oak.example'],
  // What is no address stays as written, but for case and blanks around it.
  ['  Müller GmbH ', 'müller gmbh'],
])('%s is compared as %s', (raw, key) => {
  expect(addressKey(raw)).toBe(key);
});

test.each(['eva/o=x@oak.example', 'x-imceaex-y@oak.example'])('%s only looks like an Exchange name', (raw) => {
  expect(parseAddress(raw)).toMatchObject({ usable: true, domain: 'oak.example' });
});

test('a domain has 253 characters at most', () => {
  const long = (last: string) => `${`${'a'.repeat(63)}.`.repeat(3)}${last}`;
  for (const last of ['a'.repeat(61), `${'a'.repeat(60)}1`]) {
    expect(normaliseDomain(long(last))).toBe(long(last));
    expect(normaliseDomain(long(`a${last}`))).toBeUndefined();
  }
});

const different: readonly (readonly [string, string, string])[] = [
  ['a tag', 'anna+news@oak.example', 'anna@oak.example'],
  ['dots in the local part', 'a.nna@gmail.com', 'anna@gmail.com'],
  ['ß and ss', 'anna@faß.example', 'anna@fass.example'],
  ['a look-alike letter', 'anna@o\u0430k.example', 'anna@oak.example'],
  ['a character without width within the local part', 'an\u200bna@oak.example', 'anna@oak.example'],
  ['a joiner, which some alphabets need', 'anna@oa\u200ck.example', 'anna@oak.example'],
  ['quotes that matter', '"anna oak"@oak.example', 'annaoak@oak.example'],
];

test.each(different)('two mailboxes: %s', (_, one, other) => {
  expect(addressKey(one)).not.toBe(addressKey(other));
});

const domains: readonly (readonly [string, string])[] = [
  ['eva@own.example@evil.example', 'evil.example'],
  ['"eva@own.example"@evil.example', 'evil.example'],
  ['"a\\"b@own.example"@evil.example', 'evil.example'],
  ['eva@mail.own.example', 'mail.own.example'],
  ['eva@localhost', 'localhost'],
  ['eva@[192.0.2.1]', '[192.0.2.1]'],
];

test.each(domains)('the last @ decides: %s is at %s', (raw, domain) => {
  expect(parseAddress(raw)).toMatchObject({ usable: true, domain });
});

const unusable: readonly (readonly [string | null | undefined, UnusableReason])[] = [
  ['', 'noAddress'],
  ['   ', 'noAddress'],
  [null, 'noAddress'],
  [undefined, 'noAddress'],
  ['\u200b', 'noAddress'],
  ['Stammkunden Süd', 'noDomain'],
  ['eva@', 'noDomain'],
  ['eva＠own.example', 'noDomain'],
  ['/o=Own/ou=Exchange Administrative Group/cn=Recipients/cn=eva', 'x500'],
  ['/O=OWN/OU=X/CN=EVA', 'x500'],
  ['IMCEAEX-_o=Own_cn=eva@own.example', 'x500'],
  ['IMCEAFAX-Eva+40+2B49+2030@own.example', 'x500'],
  ['IMCEAINVALID-eva@own.example', 'x500'],
  ['@own.example', 'malformed'],
  ['eva@own..example', 'malformed'],
  ['eva@own.example..', 'malformed'],
  ['eva@-own.example', 'malformed'],
  ['eva@own-.example', 'malformed'],
  [`eva@own.${'a'.repeat(64)}`, 'malformed'],
  ['eva@own example', 'malformed'],
  ['eva finn@own.example', 'malformed'],
  ['<eva@own.example>', 'malformed'],
  ['Eva <eva@own.example>', 'malformed'],
  ['eva@evil＠own.example', 'malformed'],
  ['eva,finn@own.example', 'malformed'],
  ['eva;finn@own.example', 'malformed'],
  ['eva\u0000@own.example', 'malformed'],
  ['"eva\r\nBcc: x"@own.example', 'malformed'],
  ['"eva\\\r\nBcc: x"@own.example', 'malformed'],
  ['"eva@own.example', 'malformed'],
  [`eva@${'a'.repeat(64)}.example`, 'malformed'],
  [`eva@${'a.'.repeat(127)}example`, 'malformed'],
  ['eva@[own.example]', 'malformed'],
  // More than can be encoded.
  [`eva@${'a'.repeat(2500)}\u{10ffff}.example`, 'malformed'],
];

test.each(unusable)('%j is no address to compare: %s', (raw, reason) => {
  expect(parseAddress(raw)).toEqual({ usable: false, reason });
});

const awkward = fc.stringMatching(/^[a-zäöüßA-ZÄİΣ0-9"\\@.+<>,; \u0300\u0308\u200d＠。\-_[\]:/=()\r\n]{0,40}$/);
const anything = fc.oneof(fc.string({ unit: 'binary' }), awkward, fc.tuple(awkward, awkward).map(([local, domain]) => `${local}@${domain}`), fc.emailAddress());

test('whatever stands in an address field is read without an error', () => {
  fc.assert(fc.property(anything, (raw) => {
    const address = parseAddress(raw);
    if (address.usable) expect(address.domain).toMatch(/^[\x21-\x7e]+$/);
  }), { numRuns: 2000 });
});

test('the key of a key is the key', () => {
  fc.assert(fc.property(anything, (raw) => {
    const address = parseAddress(raw);
    if (address.usable) expect(parseAddress(address.key)).toMatchObject({ usable: true, key: address.key });
    expect(addressKey(addressKey(raw))).toBe(addressKey(raw));
  }), { numRuns: 2000 });
});

test('no local part can bring its own domain along', () => {
  fc.assert(fc.property(anything, (raw) => {
    const address = parseAddress(`${raw}@own.example@elm.example`);
    if (address.usable) expect(address.domain).toBe('elm.example');
  }));
});

const label = fc.stringMatching(/^[a-zäöüéßñ0-9]{1,12}$/);

test('an international domain is one domain in both forms, in any case', () => {
  fc.assert(fc.property(fc.array(label, { minLength: 1, maxLength: 3 }), (labels) => {
    const domain = `${labels.join('.')}.example`;
    const ascii = normaliseDomain(domain);
    expect(ascii).toMatch(/^[a-z0-9.-]+$/);
    expect(normaliseDomain(ascii as string)).toBe(ascii);
    expect(normaliseDomain(domain.normalize('NFD'))).toBe(ascii);
    if (domain.indexOf('ß') < 0) expect(normaliseDomain(domain.toUpperCase())).toBe(ascii);
  }));
});
