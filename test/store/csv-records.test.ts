import fc from 'fast-check';
import { type CsvRecord, readCsv } from '../../src/store/csv-records';
import { testFolder } from './folder';

const folder = testFolder();

async function recordsOf(content: string | Buffer, { chunk, start = 0, delimiter = ',' }: { chunk?: number; start?: number; delimiter?: string } = {}): Promise<readonly CsvRecord[]> {
  const records: CsvRecord[] = [];
  for await (const record of readCsv({ path: folder.file('file.csv', content), delimiter, start, chunk })) records.push(record);
  return records;
}

const short = (records: readonly CsvRecord[]): readonly string[] => records.map((record) => `${record.line}: ${'damage' in record ? record.damage : record.cells.join('|')}`);

test.each<[string, string]>([
  ['LF', '\n'],
  ['CRLF', '\r\n'],
  ['CR', '\r'],
])('rows end with %s, the last one with or without', async (_, end) => {
  const rows = ['a,b', '1,2', '', '3,4'];
  expect(short(await recordsOf(rows.join(end)))).toEqual(['1: a|b', '2: 1|2', '4: 3|4']);
  expect(short(await recordsOf(rows.join(end) + end))).toEqual(['1: a|b', '2: 1|2', '4: 3|4']);
});

test('rows that a spreadsheet left behind empty are passed over, and counted', async () => {
  expect(short(await recordsOf('a,b\n,\n , \n1,2\n'))).toEqual(['1: a|b', '4: 1|2']);
});

test('line breaks in quotation marks belong to the cell, and lines are counted through them', async () => {
  for (const chunk of [1, 2, 3, 7, 65_536]) {
    expect(short(await recordsOf('a,b\r\n"x\r\ny","1\n2\r3"\r\nlast,"he said ""no"""\r\n', { chunk }))).toEqual(['1: a|b', '2: x\r\ny|1\n2\r3', '6: last|he said "no"']);
  }
});

describe('a damaged row is named, and the rows behind it are still read', () => {
  test.each<[string, string, readonly string[]]>([
    ['a quotation mark in the middle of a cell', 'a,b\nx"y,1\nok,2\n', ['1: a|b', '2: strayQuote', '3: ok|2']],
    ['a quotation mark that is not doubled', 'a,b\n"x "y" z",1\nok,2\n', ['1: a|b', '2: strayQuote', '3: ok|2']],
    ['one that is open to the end of the file', 'a,b\n"x,1\nok,2\nok,3', ['1: a|b', '2: openQuote', '3: ok|2', '4: ok|3']],
    ['one that is closed by the next row', 'a,b\n"x,1\n"ok",2\nok,3', ['1: a|b', '2: strayQuote', '3: ok|2', '4: ok|3']],
    ['two in a row', 'a,b\n"x,1\n"y,2\nok,3\n', ['1: a|b', '2: strayQuote', '3: openQuote', '4: ok|3']],
    ['one in the last row', 'a,b\nok,1\n"x,2', ['1: a|b', '2: ok|1', '3: openQuote']],
    ['a file that is nothing but one', '"', ['1: openQuote']],
  ])('%s', async (_, content, expected) => {
    for (const chunk of [1, 3, 65_536]) {
      expect(short(await recordsOf(content, { chunk }))).toEqual(expected);
      const returned = content.replace(/\n/g, '\r\n');
      expect(short(await recordsOf(returned, { chunk }))).toEqual(expected);
      expect(short(await recordsOf(content.replace(/\n/g, '\r'), { chunk }))).toEqual(expected);
    }
  });

  test('a row longer than 64 KB, most likely an open quotation mark', async () => {
    const rest = Array.from({ length: 20_000 }, (_, index) => `ok,${index}`).join('\n');
    const records = await recordsOf(`a,b\n"x,1\n${rest}\n`);
    expect(short(records.slice(0, 3))).toEqual(['1: a|b', '2: tooLong', '3: ok|0']);
    expect(records.length).toBe(20_002);
  });
});

test('any cells, written as CSV, come back as they were, with their lines, however the file is cut into chunks', async () => {
  const cells = fc.string({ unit: fc.constantFrom('a', 'ä', '😀', '"', ',', '\n', '\r', ' '), maxLength: 6 });
  await fc.assert(fc.asyncProperty(fc.array(fc.array(cells, { minLength: 2, maxLength: 3 }), { maxLength: 6 }), fc.integer({ min: 1, max: 20 }), async (rows, chunk) => {
    const content = rows.map((row) => `${row.map((cell) => `"${cell.replace(/"/g, '""')}"`).join(',')}\n`).join('');
    let line = 1;
    const expected = rows.flatMap((row) => {
      const begin = line;
      // Cell by cell: line breaks that end one cell and begin another are two, not one.
      line += row.reduce((count, cell) => count + cell.replace(/\r\n/g, '\n').replace(/[^\r\n]/g, '').length, 1);
      return row.some((cell) => cell.trim() !== '') ? [{ line: begin, cells: row }] : [];
    });
    expect(await recordsOf(content, { chunk })).toEqual(expected);
  }), { numRuns: 60, examples: [[[['\r', '', '\n'], ['', 'a']], 1], [[['\r', '\n'], ['', 'a']], 1]] });
});

test('any text at all is read to its end', async () => {
  await fc.assert(fc.asyncProperty(fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r'), maxLength: 40 }), fc.integer({ min: 1, max: 10 }), async (content, chunk) => {
    const lines = (await recordsOf(content, { chunk })).map(({ line }) => line);
    expect(lines).toEqual([...lines].sort((a, b) => a - b));
    expect(new Set(lines).size).toBe(lines.length);
  }), { numRuns: 100 });
});

test('a file that is not there is an error, not an empty file', async () => {
  await expect(readCsv({ path: folder.path('nowhere.csv'), delimiter: ',', start: 0 }).next()).rejects.toMatchObject({ code: 'ENOENT' });
});
