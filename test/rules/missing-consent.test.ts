import { EMPTY_DRAFT } from '../../src/core/draft';
import { NO_EVIDENCE } from '../../src/core/evidence';
import { evaluate } from '../../src/core/evaluate';
import { defaultPolicy } from '../../src/core/policy';
import { exactWorld } from '../../src/reference/world-exact';
import { missingConsent } from '../../src/rules/missing-consent/rule';

const now = Date.parse('2026-11-24T09:00:00Z');
const ADDRESS = 'anna@oak.example';

test.each([
  ['last year', '2025-11-24T09:00:00.000Z', 'passed', null],
  ['today, by a clock that is ahead', '2026-11-24T20:00:00.000Z', 'passed', null],
  ['next year', '2027-01-11T00:00:00.000Z', 'failed', 'notRecorded'],
] as const)('consent given %s', (_, obtained, outcome, message) => {
  const contacts = new Map([[ADDRESS, { known: true, value: { record: 'known', tags: [{ purpose: 'newsletter', status: 'granted', basis: 'consent', obtained }] } } as const]]);
  const draft = { ...EMPTY_DRAFT, recipients: [{ address: ADDRESS, name: '', field: 'to' } as const], purpose: 'newsletter' as const };
  expect(evaluate({ draft, policy: defaultPolicy([missingConsent]), evidence: { ...NO_EVIDENCE, contacts }, now, world: exactWorld }, [missingConsent])).toMatchObject([{ outcome, message }]);
});
