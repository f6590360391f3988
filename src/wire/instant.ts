const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const INSTANT = /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(?:Z|([+-])(\d{2}):?(\d{2}))$/i;

/**
 * Reads an ISO 8601 date, or an instant with its offset, as an instant in UTC; `undefined` for
 * anything else, days that are in no calendar included. A date alone means the first or the last
 * millisecond of that day in UTC. Years from 1900 to 9999; finer than milliseconds is cut off.
 */
export function readInstant(text: string, dayMeans: 'start' | 'end'): string | undefined {
  const date = DATE.exec(text);
  if (date) {
    const start = dayOf(date);
    return start === undefined ? undefined : iso(dayMeans === 'start' ? start : start + 86_399_999);
  }
  const match = INSTANT.exec(text);
  const day = match ? dayOf(match) : undefined;
  if (!match || day === undefined) return undefined;
  const [hour, minute, second, offsetHour, offsetMinute] = [match[4], match[5], match[6], match[9], match[10]].map((part) => Number(part || 0)) as
    [number, number, number, number, number];
  if (hour > 23 || minute > 59 || second > 59 || offsetHour > 14 || offsetMinute > 59) return undefined;
  const fraction = Number(`${match[7] || ''}000`.slice(0, 3));
  const offset = (match[8] === '-' ? -1 : 1) * (offsetHour * 60 + offsetMinute) * 60_000;
  return iso(day + ((hour * 60 + minute) * 60 + second) * 1000 + fraction - offset);
}

function dayOf(match: RegExpExecArray): number | undefined {
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (year < 1900) return undefined;
  const time = Date.UTC(year, month - 1, day);
  const back = new Date(time);
  return back.getUTCMonth() === month - 1 && back.getUTCDate() === day ? time : undefined;
}

/** `undefined` where an offset has pushed the last day of 9999 over the edge of four-digit years. */
function iso(time: number): string | undefined {
  const text = new Date(time).toISOString();
  return text.length === 24 ? text : undefined;
}
