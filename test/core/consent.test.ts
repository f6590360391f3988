import { consentStanding, type ConsentStanding } from '../../src/core/consent';
import { CONSENT_STATUSES, type ConsentTag, LEGAL_BASES, type TagPurpose } from '../../src/core/evidence';
import { isAdvertising, PURPOSES } from '../../src/core/purpose';

const NOW = Date.parse('2026-11-24T09:00:00Z');
const PAST = '2026-11-24T09:00:00.000Z';
const FUTURE = '2026-11-24T09:00:00.001Z';
const DAY_AFTER_TOMORROW = '2026-11-26T09:00:00.000Z';

function standing(...tags: readonly ConsentTag[]): ConsentStanding {
  return consentStanding({ record: 'known', tags }, 'newsletter', NOW);
}

const tag = (more: Partial<ConsentTag> = {}): ConsentTag => ({ purpose: 'newsletter', status: 'granted', basis: 'consent', ...more });

describe('where a source did not answer', () => {
  test.each<[string, readonly ConsentTag[], ConsentStanding]>([
    ['a refusal that another one holds counts', [tag({ status: 'withdrawn' })], { kind: 'withdrawn' }],
    ['a consent does not, since the withdrawal may lie where no answer came from', [tag()], { kind: 'unanswered', reason: 'timeout' }],
    ['nor does a refusal of something else', [tag({ purpose: 'event', status: 'withdrawn' })], { kind: 'unanswered', reason: 'timeout' }],
  ])('%s', (_, tags, expected) => {
    expect(consentStanding({ record: 'known', tags, unanswered: 'timeout' }, 'newsletter', NOW)).toEqual(expected);
  });
});

describe('one record, for a newsletter', () => {
  test.each<[string, Partial<ConsentTag>, ConsentStanding['kind']]>([
    ['consent to newsletters', {}, 'granted'],
    ['consent to all advertising', { purpose: 'advertising' }, 'granted'],
    ['consent to everything', { purpose: '*' }, 'granted'],
    ['consent given a moment ago by a clock that is ahead', { obtained: '2026-11-24T20:00:00.000Z' }, 'granted'],
    ['consent given by a clock that is a day ahead', { obtained: '2026-11-25T09:00:00.000Z' }, 'granted'],
    ['consent that still lasts a millisecond', { expires: FUTURE }, 'granted'],
    ['consent that runs out now', { expires: PAST }, 'expired'],
    ['consent until a day nobody can read', { expires: 'next spring' }, 'expired'],
    ['consent recorded as expired', { status: 'expired' }, 'expired'],
    ['a sign-up not confirmed', { status: 'pending' }, 'pending'],
    ['a sign-up not confirmed, and run out', { status: 'pending', expires: PAST }, 'pending'],
    ['withdrawn', { status: 'withdrawn' }, 'withdrawn'],
    ['objected', { status: 'objected' }, 'objected'],
    ['objected to all advertising', { status: 'objected', purpose: 'advertising', basis: 'legitimate-interests' }, 'objected'],
    ['objected, and the objection has an end', { status: 'objected', expires: PAST }, 'objected'],
    ['consent from the day after tomorrow', { obtained: DAY_AFTER_TOMORROW }, 'notRecorded'],
    ['a customer', { basis: 'existing-customer' }, 'customer'],
    ['a customer for all advertising', { basis: 'existing-customer', purpose: 'advertising' }, 'customer'],
    ['a customer whose exception has ended', { basis: 'existing-customer', expires: PAST }, 'formerCustomer'],
    ['a customer recorded as expired', { basis: 'existing-customer', status: 'expired' }, 'formerCustomer'],
    ['a customer who objected', { basis: 'existing-customer', status: 'objected' }, 'objected'],
    ['a customer, not confirmed', { basis: 'existing-customer', status: 'pending' }, 'pending'],
    ['a customer from the day after tomorrow', { basis: 'existing-customer', obtained: DAY_AFTER_TOMORROW }, 'notRecorded'],
    ['a contract that covers everything', { basis: 'contract', purpose: '*' }, 'otherBasis'],
    ['legitimate interests in advertising', { basis: 'legitimate-interests', purpose: 'advertising' }, 'otherBasis'],
    ['a contract that has ended', { basis: 'contract', expires: PAST }, 'notRecorded'],
    ['a contract not confirmed', { basis: 'contract', status: 'pending' }, 'notRecorded'],
    ['consent to surveys', { purpose: 'survey' }, 'otherPurpose'],
    ['a customer for offers', { purpose: 'offer', basis: 'existing-customer' }, 'otherPurpose'],
    ['a contract', { purpose: 'contract', basis: 'contract' }, 'otherPurpose'],
    ['consent to surveys, withdrawn', { purpose: 'survey', status: 'withdrawn' }, 'notRecorded'],
    ['consent to surveys, objected', { purpose: 'survey', status: 'objected' }, 'notRecorded'],
    ['consent to surveys, not confirmed', { purpose: 'survey', status: 'pending' }, 'notRecorded'],
    ['consent to surveys, expired', { purpose: 'survey', expires: PAST }, 'notRecorded'],
  ])('%s', (_, more, kind) => {
    expect(standing(tag(more)).kind).toBe(kind);
  });

  test('nothing at all', () => {
    expect(standing()).toEqual({ kind: 'notRecorded' });
  });

  test('nobody of that address', () => {
    expect(consentStanding({ record: 'unknown', tags: [] }, 'newsletter', NOW)).toEqual({ kind: 'unknownContact' });
  });
});

/** Gravest first: what is recorded together comes to the gravest of what each record comes to alone. */
const ORDER: readonly ConsentStanding['kind'][] = ['objected', 'withdrawn', 'pending', 'expired', 'granted', 'formerCustomer', 'customer', 'otherBasis', 'otherPurpose', 'notRecorded'];

test('two records together come to the gravest of what each comes to alone, in either order', () => {
  const purposes: readonly TagPurpose[] = ['newsletter', 'advertising', '*', 'survey', 'contract'];
  const dates: readonly Partial<ConsentTag>[] = [{}, { expires: PAST }, { expires: FUTURE }, { obtained: DAY_AFTER_TOMORROW }];
  const all = purposes.flatMap((purpose) => CONSENT_STATUSES.flatMap((status) => LEGAL_BASES.slice(0, 4).flatMap((basis) => dates.map((date) => tag({ purpose, status, basis, ...date })))));
  const alone = all.map((each) => ORDER.indexOf(standing(each).kind));
  const wrong: unknown[] = [];
  all.forEach((one, i) => all.forEach((other, j) => {
    if (standing(one, other).kind !== ORDER[Math.min(alone[i] as number, alone[j] as number)]) wrong.push([one, other]);
  }));
  expect(wrong).toEqual([]);
});

describe('a customer with several records', () => {
  const customer = (more: Partial<ConsentTag>) => tag({ basis: 'existing-customer', ...more });

  test('has what any of them says', () => {
    expect(standing(customer({ fromSale: true }), customer({ purpose: '*', toldAtCollection: true }))).toEqual({ kind: 'customer', fromSale: true, toldAtCollection: true });
  });

  test('lacks what any of them denies', () => {
    expect(standing(customer({ fromSale: true, similarGoods: false }), customer({ purpose: '*', fromSale: false, similarGoods: true }))).toEqual({ kind: 'customer', fromSale: false, similarGoods: false });
  });

  test('is judged by records for this purpose that hold', () => {
    expect(standing(customer({ fromSale: true }), customer({ purpose: 'offer', fromSale: false }), customer({ obtained: DAY_AFTER_TOMORROW, fromSale: false }))).toEqual({ kind: 'customer', fromSale: true });
  });
});

test('what else is recorded is named once each, in a fixed order', () => {
  expect(standing(tag({ purpose: 'survey' }), tag({ purpose: 'contract', basis: 'contract' }), tag({ purpose: 'survey', basis: 'existing-customer' }))).toEqual({ kind: 'otherPurpose', purposes: ['contract', 'survey'] });
  expect(standing(tag({ basis: 'other' }), tag({ purpose: '*', basis: 'contract' }), tag({ basis: 'contract' }), tag({ purpose: 'survey' }))).toEqual({ kind: 'otherBasis', bases: ['contract', 'other'] });
});

test('offers, newsletters, events and surveys advertise; what a person or a contract calls for does not', () => {
  expect(PURPOSES.filter(isAdvertising)).toEqual(['offer', 'newsletter', 'event', 'survey']);
});
