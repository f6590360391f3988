import { EMPTY_DRAFT } from '../../src/core/draft';
import { evaluate } from '../../src/core/evaluate';
import { type Contact, type Evidence, NO_EVIDENCE, SAFEGUARDS } from '../../src/core/evidence';
import { defaultPolicy } from '../../src/core/policy';
import { SEVERITIES } from '../../src/core/rule';
import { adequacyOf, COUNTRY_CODES } from '../../src/reference/countries';
import { exactWorld } from '../../src/reference/world-exact';
import { thirdCountryRecipients } from '../../src/rules/third-country-recipients/rule';
import { text } from '../../src/rules/third-country-recipients/text';

const NOW = Date.parse('2026-11-24T09:00:00Z');
const ADDRESS = 'anna@oak.example';

function about(contact: Partial<Contact>) {
  const contacts = new Map<string, Evidence<Contact>>([[ADDRESS, { known: true, value: { record: 'known', tags: [], ...contact } }]]);
  const draft = { ...EMPTY_DRAFT, from: { address: 'mara@own.example', name: '' }, recipients: [{ address: ADDRESS, name: '', field: 'to' as const }] };
  const [outcome] = evaluate({ draft, policy: defaultPolicy([thirdCountryRecipients]), evidence: { ...NO_EVIDENCE, contacts }, now: NOW, world: exactWorld }, [thirdCountryRecipients]);
  if (!outcome) throw new Error('no outcome');
  return { message: outcome.message, weight: outcome.outcome === 'passed' ? 0 : SEVERITIES.indexOf(outcome.severity) };
}

test('every country is told by its standing alone', () => {
  for (const country of COUNTRY_CODES) {
    const expected = { eea: null, adequate: null, partial: 'inPartlyAdequateCountry', third: 'inThirdCountry' }[adequacyOf(country, NOW) as 'eea'];
    expect({ country, message: about({ country }).message }).toEqual({ country, message: expected });
  }
});

test('what a decision in part is for is said for each such country, in both languages', () => {
  for (const country of COUNTRY_CODES.filter((code) => adequacyOf(code, NOW) === 'partial')) {
    expect(text.de.messages.inPartlyAdequateCountry({ people: 2, countries: [country] })).toMatch(/ \(nur .+\)\.$/);
    expect(text.en.messages.inPartlyAdequateCountry({ people: 2, countries: [country] })).toMatch(/ \(only .+\)\.$/);
  }
});

test.each(SAFEGUARDS)('no safeguard makes it graver, and none counts when it has run out: %s', (safeguard) => {
  for (const country of ['IN', 'US', 'CH', 'DE']) {
    const without = about({ country }).weight;
    expect(about({ country, safeguard }).weight).toBeLessThanOrEqual(without);
    // Nothing on file may be somebody the decision covers; whose certification has run out is not.
    const lapsed = safeguard === 'certified' && country === 'US' ? SEVERITIES.indexOf('warning') : without;
    expect(about({ country, safeguard, safeguardUntil: '2026-11-24T08:59:59Z' }).weight).toBe(lapsed);
  }
});

test('a date that cannot be read is none in the future', () => {
  expect(about({ country: 'IN', safeguard: 'scc', safeguardUntil: 'until further notice' }).message).toBe('safeguardExpired');
});
