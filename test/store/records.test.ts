import { closeWeeks, weekReports } from '../../src/store/record-reports';
import { countsOf, forgetRecordsBefore, forgetSendersBefore, putRecords, weeksWithRecords } from '../../src/store/records';
import type { Store } from '../../src/store/open-store';
import { beginningOf, daysOf, weekOf } from '../../src/store/weeks';
import type { SentRecord } from '../../src/wire/record';
import { aRecord } from '../wire/a-record';
import { ENGINES, testFolder } from './folder';

const DAY = 86_400_000;
const MONDAY = Date.parse('2026-11-23T09:00:00Z');

const many = (count: number, parts: Partial<SentRecord> = {}): readonly SentRecord[] => Array.from({ length: count }, () => aRecord(parts));
const failed = (rule: string, parts: Partial<SentRecord['outcomes'][number]> = {}) => ({ rule, outcome: 'failed' as const, severity: 'warning' as const, observed: false, ...parts });

describe.each(ENGINES)('records on %s', (engine) => {
  const folder = testFolder(engine);
  const rows = (store: Store) => store.db.selectFrom('records').selectAll().orderBy('id').execute();

  test('are taken down once, however often and in whatever company they come', async () => {
    const store = await folder.store();
    const [first, second, third] = [aRecord({ outcomes: [failed('visible-recipients'), failed('third-country-recipients', { outcome: 'undetermined', observed: true })] }), aRecord(), aRecord()] as [SentRecord, SentRecord, SentRecord];
    await putRecords(store, [second, first], MONDAY);
    await putRecords(store, [first, third, third], MONDAY + DAY);
    // Somebody who gets hold of an id can change nothing.
    await putRecords(store, [{ ...first, action: 'block', outcomes: [failed('other-rule')] }], MONDAY + DAY);
    expect((await rows(store)).map(({ id, received, action, gravest }) => [id, received, action, gravest])).toEqual([
      [first.id, '2026-11-23', 'allow', 'warning'], [second.id, '2026-11-23', 'allow', 'none'], [third.id, '2026-11-24', 'allow', 'none'],
    ]);
    expect(await store.db.selectFrom('record_outcomes').selectAll().orderBy('rule').execute()).toEqual([
      { record: first.id, rule: 'third-country-recipients', outcome: 'undetermined', severity: 'warning', observed: 1 },
      { record: first.id, rule: 'visible-recipients', outcome: 'failed', severity: 'warning', observed: 0 },
    ]);
  });

  test('come in from several programs at once, the same ones in another order', async () => {
    const one = await folder.store();
    // Two connections of one process would wait for each other on SQLite.
    const other = engine === 'SQLite' ? one : await folder.store();
    const records = many(50, { outcomes: [failed('visible-recipients'), failed('missing-subject')] });
    for (let round = 0; round < 5; round += 1) await Promise.all([putRecords(one, records, MONDAY), putRecords(other, [...records].reverse(), MONDAY)]);
    expect([(await rows(one)).length, (await outcomesIn(one)).length]).toEqual([50, 100]);
  });

  test('are all taken down, or none', async () => {
    const store = await folder.store();
    // By its words: in a worker that has had SQLite before, its errors are of another realm than Jest's.
    await expect(putRecords(store, [...many(400), aRecord({ action: null as never })], MONDAY)).rejects.toHaveProperty('message', expect.stringMatching(/not.null/i));
    expect(await rows(store)).toEqual([]);
  });

  test('go when their week is long over, with what was found in them', async () => {
    const store = await folder.store();
    await putRecords(store, many(12, { outcomes: [failed('visible-recipients')] }), MONDAY - 8 * DAY);
    await putRecords(store, many(3, { outcomes: [failed('visible-recipients')] }), MONDAY);
    expect(await weeksWithRecords(store)).toEqual(['2026-W46', '2026-W48']);
    expect(await forgetRecordsBefore(store, '2026-W46')).toBe(0);
    expect(await forgetRecordsBefore(store, '2026-W48')).toBe(12);
    expect([(await rows(store)).length, (await outcomesIn(store)).length]).toEqual([3, 3]);
  });

  test('forget their sender sooner, and at once where senders are not to be recorded', async () => {
    const store = await folder.store();
    await putRecords(store, many(2, { sender: 'mara@firm.example' }), MONDAY - DAY);
    await putRecords(store, many(2, { sender: 'mara@firm.example' }), MONDAY);
    expect(await forgetSendersBefore(store, '2026-11-23')).toBe(2);
    expect((await rows(store)).map(({ received, sender }) => [received, sender])).toEqual([['2026-11-22', null], ['2026-11-22', null], ['2026-11-23', 'mara@firm.example'], ['2026-11-23', 'mara@firm.example']]);
    expect(await forgetSendersBefore(store, null)).toBe(2);
    expect((await rows(store)).every(({ sender }) => sender === null)).toBe(true);
  });

  test('are counted by the day they came in', async () => {
    const store = await folder.store();
    await putRecords(store, [...many(2), aRecord({ client: 'mac' }), aRecord({ event: 'acknowledgement', acknowledged: 'yes', outcomes: [failed('visible-recipients')] })], MONDAY);
    await putRecords(store, many(5, { outcomes: [failed('visible-recipients')] }), MONDAY + DAY);
    const { records, outcomes } = await countsOf(store, '2026-11-23');
    expect(records.map(({ event, client, count, recipients, external, visible }) => [event, client, count, recipients, external, visible]).sort()).toEqual([['acknowledgement', 'web', 1, 3, 2, 1], ['send', 'mac', 1, 3, 2, 1], ['send', 'web', 2, 6, 4, 2]]);
    expect(outcomes).toEqual([]);
    expect((await countsOf(store, '2026-11-24')).outcomes).toEqual([{ rule: 'visible-recipients', outcome: 'failed', observed: 0, count: 5 }]);
  });

  describe('a report', () => {
    const NEXT_WEEK = MONDAY + 7 * DAY;

    test('tells of a week that is over, and withholds what is small together with what it could be worked out from', async () => {
      const store = await folder.store();
      await putRecords(store, [
        ...many(80, { client: 'windows' }),
        ...many(12, { client: 'web', action: 'confirm', outcomes: [failed('visible-recipients'), failed('large-audiences', { severity: 'notice', observed: true })] }),
        ...many(6, { client: 'windows', action: 'allow', acknowledged: 'withReason', outcomes: [failed('visible-recipients')] }),
        ...many(2, { client: 'phone', action: 'block', outcomes: [failed('withdrawn-consent', { severity: 'critical' })] }),
        ...many(7, { event: 'acknowledgement', acknowledged: 'withReason', action: 'allow' }),
      ], MONDAY);
      expect(await closeWeeks(store, 5, NEXT_WEEK - DAY)).toEqual([]);
      expect(await closeWeeks(store, 5, NEXT_WEEK)).toEqual(['2026-W48']);
      expect(await weekReports(store, '2026-W40', '2026-W50')).toEqual([{
        week: '2026-W48',
        smallest: 5,
        decisions: 100,
        actions: { allow: null, confirm: 12, block: null },
        acknowledged: { no: 94, yes: 0, withReason: 6 },
        findings: { none: null, notice: null, warning: 18, critical: null },
        clients: { web: 12, windows: null, mac: null, phone: null, unknown: null },
        rules: { 'visible-recipients': { failed: 18, undetermined: 0, neither: 82 } },
        observed: { 'large-audiences': { failed: 12, undetermined: 0, neither: 88 } },
        recipients: { all: 300, external: 200, visible: 100 },
        acknowledgements: { yes: 0, withReason: 7 },
      }]);
    });

    test('of a week with few decisions tells nothing, not even how many', async () => {
      const store = await folder.store();
      await putRecords(store, many(4, { outcomes: [failed('visible-recipients')] }), MONDAY);
      await closeWeeks(store, 5, NEXT_WEEK);
      const [report] = await weekReports(store, '2026-W48', '2026-W48');
      expect(JSON.stringify(report).match(/\d+/g)).toEqual(['2026', '48', '5', '0', '0']);
      expect(report).toMatchObject({ decisions: null, rules: {}, recipients: { all: null } });
    });

    test('never changes once the week is over, whatever comes in later and whatever is asked', async () => {
      const store = await folder.store();
      await putRecords(store, [...many(90), ...many(3, { client: 'mac' })], MONDAY);
      await closeWeeks(store, 5, NEXT_WEEK);
      const first = await weekReports(store, '2026-W48', '2026-W48');
      // A client was away: what it brings counts in the week in which it brings it.
      await putRecords(store, many(20, { client: 'mac', day: '2026-11-23' }), NEXT_WEEK);
      await closeWeeks(store, 3, NEXT_WEEK + DAY);
      expect(await weekReports(store, '2026-W48', '2026-W48')).toEqual(first);
      await forgetRecordsBefore(store, '2027-W01');
      await closeWeeks(store, 3, NEXT_WEEK + 60 * DAY);
      expect(await weekReports(store, '2026-W01', '2027-W50')).toEqual(first);
    });

    test('of several programs is one', async () => {
      const [one, other] = [await folder.store(), await folder.store()];
      for (const week of [0, 1, 2]) await putRecords(one, many(9), MONDAY - week * 7 * DAY);
      await Promise.all([closeWeeks(one, 5, NEXT_WEEK), closeWeeks(other, 5, NEXT_WEEK)]);
      expect((await weekReports(one, '2026-W01', '2026-W52')).map(({ week, decisions }) => [week, decisions])).toEqual([['2026-W46', 9], ['2026-W47', 9], ['2026-W48', 9]]);
    });
  });
});

async function outcomesIn(store: Store): Promise<readonly object[]> {
  return store.db.selectFrom('record_outcomes').selectAll().execute();
}

test.each([
  ['2026-01-01T00:00:00Z', '2026-W01'], ['2025-12-29T00:00:00Z', '2026-W01'], ['2025-12-28T23:59:59.999Z', '2025-W52'], ['2021-01-03T12:00:00Z', '2020-W53'], ['2026-11-29T23:59:59Z', '2026-W48'], ['1970-01-01T00:00:00Z', '1970-W01'], ['2027-01-03T00:00:00Z', '2026-W53'],
])('%s is in the week %s', (instant, week) => {
  expect(weekOf(Date.parse(instant))).toBe(week);
});

test('a week has seven days, from Monday, and the next one begins after them', () => {
  for (let time = Date.parse('2019-12-01T12:00:00Z'); time < Date.parse('2030-01-01T00:00:00Z'); time += DAY) {
    const days = daysOf(weekOf(time));
    expect(days).toHaveLength(7);
    expect(days).toContain(new Date(time).toISOString().slice(0, 10));
    expect(new Date(days[0] as string).getUTCDay()).toBe(1);
  }
});

test.each(['2026-W54', '2026-W00', '2025-W53', '2026-48', 'W48', '', '2026-W1'])('%j is no week', (text) => {
  expect(beginningOf(text)).toBeUndefined();
});
