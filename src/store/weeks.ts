const DAY = 86_400_000;
const WEEK = 7 * DAY;

/** 5 January 1970 was a Monday. */
const FIRST_MONDAY = 4 * DAY;

/** The week of an instant by ISO 8601, in UTC: `2026-W48`. Weeks sort as text. */
export function weekOf(time: number): string {
  const thursday = new Date(mondayOf(time) + 3 * DAY);
  const year = thursday.getUTCFullYear();
  const week = Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / WEEK) + 1;
  return `${year}-W${String(week).padStart(2, '0')}`;
}

/** When a week begins; undefined for a text that names none. */
export function beginningOf(week: string): number | undefined {
  const match = /^(\d{4})-W(\d\d)$/.exec(week);
  if (!match) return undefined;
  const [, year, number] = match.map(Number) as [number, number, number];
  // 4 January is always in the first week.
  const beginning = mondayOf(Date.UTC(year, 0, 4)) + (number - 1) * WEEK;
  return weekOf(beginning) === week ? beginning : undefined;
}

/** So many weeks up to that of an instant, which is the last one, the oldest first. */
export function weeksUpTo(time: number, count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => weekOf(time - (count - 1 - index) * WEEK));
}

/** `2026-11-24`, UTC. */
export function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

/** The days of a week, from Monday. */
export function daysOf(week: string): readonly string[] {
  const beginning = beginningOf(week);
  return beginning === undefined ? [] : Array.from({ length: 7 }, (_, index) => dayOf(beginning + index * DAY));
}

function mondayOf(time: number): number {
  return time - ((((time - FIRST_MONDAY) % WEEK) + WEEK) % WEEK);
}
