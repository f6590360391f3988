import fc from 'fast-check';
import { withhold } from '../../src/store/withhold';

test.each<[string, { readonly [name: string]: number }, number | null, { readonly [name: string]: number | null }]>([
  ['nothing happened', { allow: 0, confirm: 0, block: 0 }, 0, { allow: 0, confirm: 0, block: 0 }],
  ['everything is large', { allow: 90, confirm: 7, block: 5 }, 102, { allow: 90, confirm: 7, block: 5 }],
  ['large or nothing', { allow: 90, confirm: 0, block: 0 }, 90, { allow: 90, confirm: 0, block: 0 }],
  ['the whole is too small', { allow: 3, confirm: 1, block: 0 }, null, { allow: null, confirm: null, block: null }],
  ['one is small, so the largest goes with it', { allow: 90, confirm: 3, block: 12 }, 105, { allow: null, confirm: null, block: 12 }],
  ['one is small beside a single other', { failed: 3, neither: 97 }, 100, { failed: null, neither: null }],
  ['a zero beside a small one is no zero for the reader', { allow: 90, confirm: 3, block: 0, other: 20 }, 113, { allow: null, confirm: null, block: null, other: 20 }],
  ['a single one, and several that are largest', { allow: 20, confirm: 1, block: 20, other: 7 }, 48, { allow: null, confirm: null, block: null, other: 7 }],
])('%s', (_, counts, whole, cells) => {
  expect(withhold(counts, 5)).toEqual({ whole, cells });
});

const tables = fc.array(fc.nat(40), { minLength: 1, maxLength: 5 });
const named = (counts: readonly number[]): { readonly [name: string]: number } => Object.fromEntries(counts.map((count, index) => [`cell${index}`, count]));

test('no published number is between 1 and the smallest one, and what is withheld is never one number alone, nor a small sum', () => {
  fc.assert(fc.property(tables, fc.integer({ min: 3, max: 9 }), (counts, smallest) => {
    const { whole, cells } = withhold(named(counts), smallest);
    const published = Object.values(cells).filter((cell): cell is number => cell !== null && cell !== undefined);
    for (const number of [...published, ...(whole === null ? [] : [whole])]) expect(number === 0 || number >= smallest).toBe(true);
    const hidden = counts.length - published.length;
    if (whole === null) expect(hidden).toBe(counts.length);
    else if (hidden > 0) {
      const together = whole - published.reduce((sum, cell) => sum + cell, 0);
      expect(hidden).toBeGreaterThan(1);
      expect(together).toBeGreaterThanOrEqual(smallest);
    }
  }), { numRuns: 2000 });
});

test.each([[3, 12, 3], [3, 24, 4], [3, 40, 5], [4, 12, 3], [4, 14, 5]])('with %i cells of up to %i together and nothing below %i, somebody who knows how it is done cannot work a small number out', (cells, most, smallest) => {
  // Of every table there is: whatever is published of one, there is another one of which the same is, with another number in each cell that is withheld.
  const alike = new Map<string, (readonly number[])[]>();
  const add = (counts: readonly number[], left: number): void => {
    if (counts.length === cells) {
      const text = JSON.stringify(withhold(named(counts), smallest));
      alike.set(text, [...(alike.get(text) ?? []), counts]);
      return;
    }
    for (let count = 0; count <= left; count += 1) add([...counts, count], left - count);
  };
  add([], most);
  for (const [text, tablesOfIt] of alike) {
    const published = JSON.parse(text) as ReturnType<typeof withhold>;
    Object.values(published.cells).forEach((cell, index) => {
      if (cell === null) expect([text, index, new Set(tablesOfIt.map((counts) => counts[index])).size > 1]).toEqual([text, index, true]);
    });
  }
  expect(alike.size).toBeGreaterThan(50);
});
