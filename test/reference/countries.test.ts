import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { ADEQUACY_DECISIONS, ORGANISATION_DECISIONS } from '../../src/reference/adequacy-sources';
import { adequacyOf, type Adequacy, COUNTRY_CODES, countryOfDomain, isAdequateOrganisation, isCountryCode } from '../../src/reference/countries';
import { countryName } from '../../src/reference/country-names';

const NOW = Date.parse('2026-11-24T09:00:00Z');

const standings: readonly (readonly [string, string, Adequacy | undefined])[] = [
  ['DE', '2026-11-24', 'eea'],
  ['NO', '2026-11-24', 'eea'],
  ['RE', '2026-11-24', 'eea'],
  ['CH', '2026-11-24', 'adequate'],
  ['US', '2026-11-24', 'partial'],
  ['US', '2023-07-09', 'third'],
  ['US', '2023-07-10', 'partial'],
  ['CA', '2026-11-24', 'partial'],
  ['BR', '2026-01-25', 'third'],
  ['BR', '2026-01-26', 'adequate'],
  ['GB', '2031-12-27', 'adequate'],
  ['GB', '2031-12-28', 'third'],
  ['GI', '2026-11-24', 'third'],
  ['IN', '2026-11-24', 'third'],
  ['SJ', '2026-11-24', 'third'],
  ['XK', '2026-11-24', 'third'],
  ['UK', '2026-11-24', undefined],
  ['EU', '2026-11-24', undefined],
  ['de', '2026-11-24', undefined],
  ['', '2026-11-24', undefined],
  ['toString', '2026-11-24', undefined],
];

test.each(standings)('%s on %s: %s', (code, day, expected) => {
  expect(adequacyOf(code, Date.parse(day))).toBe(expected);
});

test('the last day of a decision counts to its end', () => {
  expect(adequacyOf('GB', Date.parse('2031-12-27T23:59:59Z'))).toBe('adequate');
});

test('every country has exactly one standing', () => {
  const counts: { [standing: string]: number } = {};
  for (const code of COUNTRY_CODES) counts[adequacyOf(code, NOW) as string] = (counts[adequacyOf(code, NOW) as string] || 0) + 1;
  expect(counts).toEqual({ eea: 37, adequate: 12, partial: 4, third: 197 });
  expect(new Set(COUNTRY_CODES).size).toBe(250);
});

test('every decision the clock is held against has its source, with the same dates', () => {
  const decided = COUNTRY_CODES.filter((code) => ['adequate', 'partial'].includes(adequacyOf(code, NOW) as string));
  expect(Object.keys(ADEQUACY_DECISIONS).sort()).toEqual(decided);
  const DAY = 24 * 60 * 60 * 1000;
  for (const [code, { since, until, url }] of Object.entries(ADEQUACY_DECISIONS)) {
    expect(url).toMatch(/^https:\/\/eur-lex\.europa\.eu\/eli\/dec(_impl)?\/\d{4}\/\d+\/oj$/);
    expect(adequacyOf(code, Date.parse(since))).not.toBe('third');
    if (until) expect(adequacyOf(code, Date.parse(until) + DAY)).toBe('third');
    else expect(adequacyOf(code, Date.parse('2040-01-01'))).not.toBe('third');
  }
  for (const code of ['BR', 'GB', 'US']) {
    expect(adequacyOf(code, Date.parse((ADEQUACY_DECISIONS[code] as { since: string }).since) - 1)).toBe('third');
  }
});

test.each([
  ['epo.org', '2026-11-24', true],
  ['mail.epo.org', '2026-11-24', true],
  ['epo.org', '2025-07-15', true],
  ['epo.org', '2025-07-14T23:59:59Z', false],
  ['notepo.org', '2026-11-24', false],
  ['epo.org.example', '2026-11-24', false],
  ['un.org', '2026-11-24', false],
  ['toString', '2026-11-24', false],
] as const)('%s is an adequate organisation on %s: %s', (domain, day, expected) => {
  expect(isAdequateOrganisation(domain, Date.parse(day))).toBe(expected);
});

test('every decision for an international organisation has its source, with the same first day', () => {
  expect(Object.keys(ORGANISATION_DECISIONS)).toEqual(['epo.org']);
  for (const [domain, { since, url }] of Object.entries(ORGANISATION_DECISIONS)) {
    expect(url).toMatch(/^https:\/\/eur-lex\.europa\.eu\/eli\/dec(_impl)?\/\d{4}\/\d+\/oj$/);
    expect(isAdequateOrganisation(domain, Date.parse(since))).toBe(true);
    expect(isAdequateOrganisation(domain, Date.parse(since) - 1)).toBe(false);
  }
});

const hints: readonly (readonly [string, string | undefined])[] = [
  ['oak.cn', 'CN'], ['mail.oak.com.tr', 'TR'], ['oak.co.uk', 'GB'], ['oak.gb', 'GB'], ['oak.de', 'DE'], ['oak.us', 'US'],
  ['oak.com', undefined], ['oak.example', undefined], ['oak.io', undefined], ['oak.ai', undefined], ['oak.tv', undefined], ['oak.me', undefined],
  ['oak.co', undefined], ['oak.eu', undefined], ['oak.xn--p1ai', undefined], ['cn', undefined], ['192.0.2.1', undefined], ['[192.0.2.1]', undefined],
];

test.each(hints)('%s hints at %s', (domain, expected) => {
  expect(countryOfDomain(domain)).toBe(expected);
});

test('every country has a name in both languages, short enough for a sentence', () => {
  for (const code of COUNTRY_CODES) {
    for (const language of ['de', 'en'] as const) {
      const name = countryName(code, language);
      expect(name.length).toBeGreaterThan(3);
      expect(name.length).toBeLessThan(46);
    }
  }
  expect([countryName('DE', 'de'), countryName('DE', 'en'), countryName('CI', 'de'), countryName('HK', 'en')]).toEqual(['Deutschland', 'Germany', 'Côte d’Ivoire', 'Hong Kong']);
  expect(countryName('QQ', 'de')).toBe('QQ');
});

/** Each version of Node brings its own CLDR, which renames a country now and then. */
test('the names are those of CLDR, but for a handful', () => {
  const script = join(__dirname, '../../src/reference/generate-country-names.mjs');
  const printed = execFileSync(process.execPath, ['--input-type=module', '-e', `import { generated } from ${JSON.stringify(script)}; console.log(JSON.stringify(generated()));`], { encoding: 'utf8' });
  const made = JSON.parse(printed) as readonly string[];
  expect(made.map((entry) => entry.slice(0, 2))).toEqual(COUNTRY_CODES);
  const other = made.filter((entry) => {
    const [english, german] = entry.slice(2).split('/') as [string, string?];
    const code = entry.slice(0, 2);
    return countryName(code, 'en') !== english || countryName(code, 'de') !== (german || english);
  });
  expect(other.length).toBeLessThanOrEqual(8);
});

test('only country codes are country codes', () => {
  expect([isCountryCode('DE'), isCountryCode('XX'), isCountryCode('constructor'), isCountryCode('')]).toEqual([true, false, false, false]);
});
