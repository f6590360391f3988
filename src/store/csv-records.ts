import { createReadStream } from 'node:fs';
import { type CsvError, parse, type Parser } from 'csv-parse';

/** One row with the line it begins on, counted from 1. */
export type CsvRecord =
  | { readonly line: number; readonly cells: readonly string[] }
  | { readonly line: number; readonly damage: CsvDamage };

/** `openQuote`: a quotation mark that nothing closes; `strayQuote`: one in the middle of a cell; `tooLong`: over 64 KB. */
export type CsvDamage = 'openQuote' | 'strayQuote' | 'tooLong';

export interface CsvSource {
  readonly path: string;
  readonly delimiter: string;
  /** Byte at which the first row begins. */
  readonly start: number;
  /** Called with the number of bytes read so far. */
  readonly onBytes?: (bytes: number) => void;
  /** Bytes read at a time. */
  readonly chunk?: number;
}

const LONGEST_RECORD = 65_536;

/**
 * Streams the rows of a CSV file in UTF-8 (RFC 4180; CRLF, LF and CR; empty rows left out). A damaged row is
 * reported with its line, and reading goes on with the line after the one it began on: one missing
 * quotation mark must not hide what is wrong further down. Rejects when the file cannot be read.
 */
export async function* readCsv(source: CsvSource): AsyncGenerator<CsvRecord> {
  let offset = source.start;
  let line = 1;
  for (;;) {
    let damage: CsvDamage | undefined;
    for await (const part of parsePart(source, offset)) {
      if ('damage' in part) {
        damage = part.damage;
        break;
      }
      if (part.cells.some((cell) => cell.trim() !== '')) yield { line, cells: part.cells };
      offset = part.end;
      line += 1 + part.cells.reduce((count, cell) => count + newlinesIn(cell), 0);
    }
    if (damage === undefined) return;
    yield { line, damage };
    offset = await nextLine(source.path, offset);
    line += 1;
  }
}

type Part = { readonly cells: readonly string[]; readonly end: number } | { readonly damage: CsvDamage };

/**
 * Rows from `start` up to the end or the first damaged one. The parser is used for its callback
 * only: as a readable stream it would throw away, with an error, good rows that wait to be read.
 */
async function* parsePart({ path, delimiter, onBytes, chunk: highWaterMark }: CsvSource, start: number): AsyncGenerator<Part> {
  const rows: { readonly cells: readonly string[]; readonly end: number }[] = [];
  const parser = parse({
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    max_record_size: LONGEST_RECORD,
    on_record: (cells: string[], { bytes }) => {
      rows.push({ cells, end: start + bytes });
      return null;
    },
  });
  const file = createReadStream(path, { start, highWaterMark });
  let done = start;
  try {
    for await (const chunk of file as AsyncIterable<Buffer>) {
      const error = await write(parser, chunk);
      done += chunk.length;
      yield* rows.splice(0);
      if (error) return yield { damage: damageOf(error) };
      onBytes?.(done);
    }
    const error = await write(parser, null);
    yield* rows.splice(0);
    if (error) yield { damage: damageOf(error) };
  } finally {
    file.destroy();
    parser.destroy();
  }
}

/** Hands a chunk, or with null the end, to the parser and waits until it is dealt with. */
function write(parser: Parser, chunk: Buffer | null): Promise<CsvError | undefined> {
  return new Promise((resolve) => {
    const failed = (error: Error) => resolve(error as CsvError);
    const done = () => {
      parser.off('error', failed);
      resolve(undefined);
    };
    parser.once('error', failed);
    if (chunk) parser.write(chunk, (error) => error || done());
    else parser.resume().once('end', done).end();
  });
}

function damageOf({ code }: CsvError): CsvDamage {
  switch (code) {
    case 'CSV_QUOTE_NOT_CLOSED':
      return 'openQuote';
    case 'CSV_MAX_RECORD_SIZE':
      return 'tooLong';
    default:
      return 'strayQuote';
  }
}

function newlinesIn(cell: string): number {
  return (cell.match(/\r\n|\n|\r/g) ?? []).length;
}

/** The byte after the next line break, or the end of the file. */
async function nextLine(path: string, start: number): Promise<number> {
  let offset = start;
  let afterReturn = false;
  for await (const chunk of createReadStream(path, { start }) as AsyncIterable<Buffer>) {
    for (const byte of chunk) {
      if (afterReturn) return byte === 0x0a ? offset + 1 : offset;
      offset += 1;
      if (byte === 0x0a) return offset;
      afterReturn = byte === 0x0d;
    }
  }
  return offset;
}
