import { open, stat } from 'node:fs/promises';
import { CONTACT_COLUMNS, type ContactColumn, contactColumn, type ContactRow, readContactHeader, readContactRow, type RowProblem } from '../wire/contact-row';
import { type CsvDamage, readCsv } from './csv-records';

/** One row of a contact file, or one thing that is wrong with it. Lines count from 1, the first row included. */
export type ContactFileEntry =
  | { readonly line: number; readonly row: ContactRow }
  | ContactFileProblem;

export interface ContactFileProblem {
  readonly line: number;
  readonly problem: RowProblem;
}

export interface ContactFileOptions {
  /** Called with the bytes read so far and the bytes there are. */
  readonly onProgress?: (read: number, total: number) => void;
}

/**
 * Streams a contact file (columns: src/wire/contact-row.ts). CSV in UTF-8, with or without a byte
 * order mark; comma, semicolon or tab, whichever makes columns of the first row. Every problem
 * is reported; a first row that is not understood ends the file. Rejects when the file cannot be read.
 */
export async function* readContactFile(path: string, { onProgress }: ContactFileOptions = {}): AsyncGenerator<ContactFileEntry> {
  const { size } = await stat(path);
  const head = await beginningOf(path);
  if (isUtf16(head)) return yield { line: 1, problem: { column: null, expected: 'a file in UTF-8', found: 'UTF-16' } };

  const start = head.subarray(0, 3).equals(UTF8_MARK) ? 3 : 0;
  const delimiter = delimiterOf(head.subarray(start));
  const onBytes = onProgress && ((read: number) => onProgress(read, size));
  let columns: readonly ContactColumn[] | undefined;
  for await (const record of readCsv({ path, start, delimiter, onBytes })) {
    const { line } = record;
    if ('damage' in record) {
      yield { line, problem: DAMAGES[record.damage] };
      if (!columns) return;
      continue;
    }
    if (!columns) {
      const header = readContactHeader(record.cells);
      if (!header.ok) return yield* header.problems.map((problem) => ({ line, problem }));
      columns = header.columns;
      continue;
    }
    const result = readContactRow(columns, record.cells);
    if (result.ok) yield { line, row: result.row };
    else yield* result.problems.map((problem) => ({ line, problem }));
  }
  if (!columns) yield { line: 1, problem: { column: null, expected: `a first row with columns among ${CONTACT_COLUMNS.join(', ')}`, found: 'nothing' } };
}

const DAMAGES: { readonly [D in CsvDamage]: RowProblem } = {
  openQuote: { column: null, expected: 'a closing quotation mark', found: 'the end of the file' },
  strayQuote: { column: null, expected: 'quotation marks around whole cells, doubled inside them', found: 'one in the middle of a cell' },
  tooLong: { column: null, expected: 'at most 65536 characters in a row', found: 'more (is a quotation mark left open?)' },
};

const UTF8_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

function isUtf16(head: Buffer): boolean {
  return head.length >= 2 && ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff));
}

async function beginningOf(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(4096), position: 0 });
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

function delimiterOf(head: Buffer): string {
  const firstRow = head.toString('utf8').split(/[\r\n]+/).find((line) => line.trim() !== '') ?? '';
  const columnsBy = (delimiter: string): number =>
    firstRow.split(delimiter).filter((cell) => contactColumn(cell.replace(/"/g, '')) !== undefined).length;
  return [';', '\t'].reduce((best, delimiter) => (columnsBy(delimiter) > columnsBy(best) ? delimiter : best), ',');
}
