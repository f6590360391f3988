/** Numbers by name; null: withheld. */
export type Published<N extends string = string> = { readonly [name in N]?: number | null };

/**
 * What may be told of a table whose cells add up to a whole that is told as well, so that no cell between 1 and
 * `smallest` − 1 can be read from it, nor worked out from the others, also by somebody who knows how this is done.
 *
 * Where there is such a cell, all that are smaller than `smallest` are withheld, zeros among them, or one could tell that
 * none of the others is zero; and the largest one with them, so that what was withheld may be split up in many ways. (The
 * smallest of the large ones would lose less, and lie between `smallest` and the next one, which can be
 * close together.) A single 1 beside a largest cell that is as large as the next one could be worked out still; then that goes
 * as well. A whole that is too small itself is withheld with all its parts.
 */
export function withhold<N extends string>(counts: { readonly [name in N]?: number }, smallest: number): { readonly whole: number | null; readonly cells: Published<N> } {
  const entries = Object.entries(counts) as [N, number][];
  const whole = entries.reduce((sum, [, count]) => sum + count, 0);
  const isTooSmall = (count: number): boolean => count > 0 && count < smallest;
  const small = entries.filter(([, count]) => isTooSmall(count));
  const told = new Map<N, number>(isTooSmall(whole) ? [] : entries);
  if (told.size > 0 && small.length > 0) {
    for (const [name, count] of entries) if (count < smallest) told.delete(name);
    // Of equal ones the first by name, so that the same numbers always give the same table.
    const large = [...told].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
    const isLonelyOne = small.length === 1 && small[0]?.[1] === 1;
    for (const [index, [name, count]] of large.entries()) {
      told.delete(name);
      if (!isLonelyOne || count !== large[index + 1]?.[1]) break;
    }
  }
  return { whole: isTooSmall(whole) ? null : whole, cells: Object.fromEntries(entries.map(([name]) => [name, told.get(name) ?? null])) as Published<N> };
}
