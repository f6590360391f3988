import { PLACES } from '../core/client';
import { ACKNOWLEDGED } from '../core/record';
import type { Problem } from '../core/reading';
import { SEVERITIES } from '../core/rule';
import { ACTIONS } from '../core/settings';
import type { Store } from './open-store';
import { countsOf, type DayCounts, weeksWithRecords } from './records';
import { beginningOf, daysOf, weekOf } from './weeks';
import { type Published, withhold } from './withhold';

const HOUR = 3_600_000;
const WEEK = 7 * 24 * HOUR;

/** A week is over when no clock of any machine is in it any more. */
const AFTERWARDS = HOUR;

/**
 * What is told of one week. Numbers are of decisions on Send, unless said otherwise; null: withheld. Every
 * table adds up to `decisions`, but for rules: there each rule's three do.
 */
export interface WeekReport {
  readonly week: string;
  /** The number below which others were withheld when the week was over. */
  readonly smallest: number;
  readonly decisions: number | null;
  readonly actions: Published;
  /** Of those that were let go after the sender had gone on in the pane. */
  readonly acknowledged: Published;
  /** By the gravest finding the sender saw. */
  readonly findings: Published;
  readonly clients: Published;
  /** Those that were found often enough to be told; the others are not in the list. */
  readonly rules: { readonly [rule: string]: Published<'failed' | 'undetermined' | 'neither'> };
  /** The same for rules that the policy only observed, by what they would have found. */
  readonly observed: { readonly [rule: string]: Published<'failed' | 'undetermined' | 'neither'> };
  /** Added up over all mails; null with `decisions`. */
  readonly recipients: { readonly all: number | null; readonly external: number | null; readonly visible: number | null };
  /** How often senders went on in the pane, with a reason or without. */
  readonly acknowledgements: Published;
}

/**
 * Writes down what may be told of each week that is over, once. From then on it never changes, whatever is asked
 * later, and however many numbers may be told by then: two reports that overlap can never be held against each other.
 * Gives the weeks. Rejects when the database does not answer.
 */
export async function closeWeeks(store: Store, smallest: number, now: number): Promise<readonly string[]> {
  const current = weekOf(now - AFTERWARDS);
  const over = (await weeksWithRecords(store)).filter((week) => week < current);
  const written = new Set((await store.db.selectFrom('record_reports').select('week').execute()).map(({ week }) => week));
  const closed: string[] = [];
  for (const week of over.filter((each) => !written.has(each))) {
    const days: DayCounts[] = [];
    for (const day of daysOf(week)) days.push(await countsOf(store, day));
    const report = JSON.stringify(reportOn(week, days, smallest));
    // Another program may have been faster; it had the same numbers.
    await store.db.insertInto('record_reports').values({ week, report }).onConflict((conflict) => conflict.column('week').doNothing()).execute();
    closed.push(week);
  }
  return closed;
}

/** Reports on the weeks from one to another that are over, the oldest first. Rejects when the database does not answer. */
export async function weekReports(store: Store, from: string, to: string): Promise<readonly WeekReport[]> {
  const rows = await store.db.selectFrom('record_reports').select('report').where('week', '>=', from).where('week', '<=', to).orderBy('week').execute();
  return rows.map(({ report }) => JSON.parse(report) as WeekReport);
}

/** Forgets reports on weeks that began so long before `now`, in milliseconds. Rejects when the database does not answer. */
export async function forgetReports(store: Store, now: number, kept: number): Promise<void> {
  await store.db.deleteFrom('record_reports').where('week', '<', weekOf(now - kept)).execute();
}

export function reportOn(week: string, days: readonly DayCounts[], smallest: number): WeekReport {
  const records = days.flatMap((day) => day.records);
  const sends = records.filter(({ event }) => event === 'send');
  const by = (name: 'action' | 'acknowledged' | 'client' | 'gravest', names: readonly string[] = [], rows = sends): { [name: string]: number } => {
    const counts: { [name: string]: number } = Object.fromEntries(names.map((each) => [each, 0]));
    for (const row of rows) counts[row[name]] = (counts[row[name]] ?? 0) + row.count;
    return counts;
  };
  const { whole: decisions, cells: actions } = withhold(by('action', ACTIONS), smallest);
  const sum = (name: 'recipients' | 'external' | 'visible'): number | null => (decisions === null ? null : sends.reduce((all, row) => all + row[name], 0));
  const cells = (counts: { readonly [name: string]: number }): Published => withhold(counts, smallest).cells;
  return {
    week,
    smallest,
    decisions,
    actions,
    acknowledged: cells(by('acknowledged', ACKNOWLEDGED)),
    findings: cells(by('gravest', ['none', ...SEVERITIES.filter((severity) => severity !== 'off')])),
    clients: cells(by('client', PLACES)),
    rules: perRule(days, 0, sends, smallest),
    observed: perRule(days, 1, sends, smallest),
    recipients: { all: sum('recipients'), external: sum('external'), visible: sum('visible') },
    acknowledgements: cells(by('acknowledged', ['yes', 'withReason'], records.filter(({ event }) => event === 'acknowledgement'))),
  };
}

function perRule(days: readonly DayCounts[], observed: 0 | 1, sends: readonly { readonly count: number }[], smallest: number): WeekReport['rules'] {
  const whole = sends.reduce((all, { count }) => all + count, 0);
  const found = new Map<string, { failed: number; undetermined: number }>();
  for (const row of days.flatMap(({ outcomes }) => outcomes)) {
    if (row.observed !== observed || (row.outcome !== 'failed' && row.outcome !== 'undetermined')) continue;
    const counts = found.get(row.rule) ?? { failed: 0, undetermined: 0 };
    counts[row.outcome] += row.count;
    found.set(row.rule, counts);
  }
  const rules: { [rule: string]: Published<'failed' | 'undetermined' | 'neither'> } = {};
  for (const [rule, counts] of [...found].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const { cells } = withhold({ ...counts, neither: whole - counts.failed - counts.undetermined }, smallest);
    // That a rule is in the list at all would tell that it has found something.
    if (Object.values(cells).some((cell) => cell !== null)) rules[rule] = cells;
  }
  return rules;
}

/** A report as it travels, in JSON Schema. */
export function reportSchema(): { readonly [keyword: string]: unknown } {
  const number = { type: ['integer', 'null'], minimum: 0, description: 'null: withheld' };
  const table = { type: 'object', additionalProperties: number };
  const properties = {
    week: { type: 'string' }, smallest: { type: 'integer' }, decisions: number, actions: table, acknowledged: table, findings: table, clients: table,
    rules: { type: 'object', additionalProperties: table }, observed: { type: 'object', additionalProperties: table }, recipients: table, acknowledgements: table,
  };
  const weeks = { type: 'array', items: { type: 'object', properties, required: Object.keys(properties) } };
  return { type: 'object', properties: { from: { type: 'string' }, to: { type: 'string' }, weeks }, required: ['from', 'to', 'weeks'] };
}

/** Most weeks in one report. */
const MOST_WEEKS = 160;

export type ReportRange =
  | { readonly ok: true; readonly from: string; readonly to: string }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Which weeks are asked for; the last twelve that are over where nothing is said. */
export function readReportRange({ from, to, ...others }: { readonly [name: string]: unknown }, now: number): ReportRange {
  const problems: Problem[] = Object.keys(others).length > 0 ? [{ path: '', message: 'expected from and to and nothing else' }] : [];
  const week = (path: string, given: unknown, otherwise: number): number => {
    const beginning = given === undefined ? beginningOf(weekOf(otherwise)) : typeof given === 'string' ? beginningOf(given) : undefined;
    if (beginning === undefined) problems.push({ path, message: 'expected a week such as 2026-W48' });
    return beginning ?? 0;
  };
  const last = week('to', to, now - WEEK);
  const first = week('from', from, last - 11 * WEEK);
  if (problems.length === 0 && (first > last || last - first >= MOST_WEEKS * WEEK)) problems.push({ path: 'from', message: `expected at most ${MOST_WEEKS} weeks, the first one first` });
  return problems.length > 0 ? { ok: false, problems } : { ok: true, from: weekOf(first), to: weekOf(last) };
}
