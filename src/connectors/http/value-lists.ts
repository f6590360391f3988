import { isSection } from '../../core/reading';
import { SourceFailure } from '../connector';

export type Row = { readonly [name: string]: unknown };

/** The rows under a name of an answer; rejects what holds none. */
export function rowsIn(answer: unknown, name: string): readonly Row[] {
  const rows = isSection(answer) ? answer[name] : undefined;
  if (!Array.isArray(rows) || !rows.every(isSection)) throw new SourceFailure('invalidAnswer', 'noRows');
  return rows as readonly Row[];
}

export function textIn(row: Row, name: string): string | undefined {
  const value = row[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/**
 * Groups of values of which each fits into so many characters of an address, once percent-encoded. CRMs take questions in the
 * address, and addresses have an end.
 */
export function fittingGroups(values: readonly string[], room: number): readonly (readonly string[])[] {
  const groups: string[][] = [];
  let left = 0;
  for (const value of values) {
    // Quotes, a comma and, at worst, escapes.
    const length = encodeURIComponent(value).length + 12;
    if (length > left || groups.length === 0) {
      groups.push([]);
      left = room;
    }
    (groups[groups.length - 1] as string[]).push(value);
    left -= length;
  }
  return groups;
}
