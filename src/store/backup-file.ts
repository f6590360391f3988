import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';

/*
 * A backup, the same for every engine: gzip of lines of JSON in UTF-8. A line says what it is, then come the
 * tables, each with a line for its columns and one for each row; the last line counts the rows and sums up the lines
 * before it. So it is written and read in one go, however large it is.
 *
 *   {"format":"umsicht-backup","version":1,"made":"2026-11-24T12:00:00.000Z","migrations":["001-…"]}
 *   {"table":"contacts","columns":["key","name"]}
 *   ["anna@oak.example","Anna Eichner"]
 *   {"key":"…"}                                   only where it was asked for
 *   {"rows":{"contacts":1},"sha256":"…"}
 */

const FORMAT = 'umsicht-backup';
const VERSION = 1;

/** Bytes of a line; the longest a contact can make are some hundred kilobytes. */
const LONGEST_LINE = 4 * 1024 * 1024;

export interface BackupHeader {
  /** ISO 8601, UTC. */
  readonly made: string;
  /** Names of the migrations that had run, in their order. */
  readonly migrations: readonly string[];
}

/** What a database keeps in a cell. */
export type Cell = string | number | null;

export type BackupPart =
  | { readonly is: 'header'; readonly header: BackupHeader }
  | { readonly is: 'table'; readonly table: string; readonly columns: readonly string[] }
  | { readonly is: 'row'; readonly cells: readonly Cell[] }
  /** The hashing keys, as they stand in their file. */
  | { readonly is: 'key'; readonly key: string };

/** Rows by table. */
export type RowCounts = { readonly [table: string]: number };

/** A backup cannot be used. The message is for the administrator and goes on from "The backup …". */
export class BackupDamage extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'BackupDamage';
  }
}

/** The lines of a backup, in portions. Throws when a cell holds what no backup can. */
export async function* backupLines(parts: AsyncIterable<BackupPart>): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  const rows: { [table: string]: number } = {};
  let table = '';
  for await (const part of parts) {
    if (part.is === 'table') {
      ({ table } = part);
      rows[table] = 0;
    } else if (part.is === 'row') rows[table] = (rows[table] ?? 0) + 1;
    const line = Buffer.from(`${JSON.stringify(lineOf(part))}\n`);
    hash.update(line);
    yield line;
  }
  yield Buffer.from(`${JSON.stringify({ rows, sha256: hash.digest('hex') })}\n`);
}

function lineOf(part: BackupPart): unknown {
  switch (part.is) {
    case 'header':
      return { format: FORMAT, version: VERSION, ...part.header };
    case 'table':
      return { table: part.table, columns: part.columns };
    case 'key':
      return { key: part.key };
    case 'row':
      if (!part.cells.every(isCell)) throw new TypeError('A row holds something other than text and numbers.');
      return part.cells;
  }
}

function isCell(value: unknown): value is Cell {
  return value === null || typeof value === 'string' || (typeof value === 'number' && Number.isSafeInteger(value));
}

/**
 * Reads a backup part by part. Only when it has come to its end without throwing is the backup whole. Throws
 * BackupDamage, or what the stream throws.
 */
export async function* readBackup(file: Readable): AsyncGenerator<BackupPart> {
  const hash = createHash('sha256');
  const rows: { [table: string]: number } = {};
  let number = 0;
  let table: { readonly name: string; readonly columns: number } | null = null;
  let hasKey = false;
  let isOver = false;
  for await (const line of linesOf(unpacked(file))) {
    number += 1;
    if (isOver) throw new BackupDamage(`is damaged: something follows its end (line ${number})`);
    const value = parsed(line, number);
    if (number === 1) {
      yield { is: 'header', header: headerIn(value) };
    } else if (Array.isArray(value)) {
      if (!table || value.length !== table.columns || !value.every(isCell)) throw damaged(number);
      rows[table.name] = (rows[table.name] ?? 0) + 1;
      yield { is: 'row', cells: value };
    } else if (isTable(value)) {
      if (Object.hasOwn(rows, value.table)) throw damaged(number);
      table = { name: value.table, columns: value.columns.length };
      rows[value.table] = 0;
      yield { is: 'table', table: value.table, columns: value.columns };
    } else if (isKey(value)) {
      if (hasKey) throw damaged(number);
      hasKey = true;
      yield { is: 'key', key: value.key };
    } else {
      mustSumUp(value, { rows, sha256: hash.digest('hex') }, number);
      isOver = true;
      continue;
    }
    hash.update(line).update('\n');
  }
  if (number === 0) throw new BackupDamage('is empty');
  if (!isOver) throw new BackupDamage('is cut off');
}

function headerIn(value: unknown): BackupHeader {
  if (!isObject(value) || value.format !== FORMAT) throw new BackupDamage('is none of Umsicht');
  const { version, made, migrations } = value;
  if (typeof version === 'number' && version > VERSION) throw new BackupDamage('was made by a newer version of Umsicht. Use that version');
  if (version !== VERSION || typeof made !== 'string' || !isListOfTexts(migrations) || migrations.length === 0) throw damaged(1);
  return { made, migrations };
}

function mustSumUp(value: unknown, found: { readonly rows: RowCounts; readonly sha256: string }, number: number): void {
  if (!isObject(value) || typeof value.sha256 !== 'string' || !isObject(value.rows)) throw damaged(number);
  const { rows, sha256 } = value;
  const names = Object.keys(found.rows);
  const isSame = Object.keys(rows).length === names.length && names.every((name) => rows[name] === found.rows[name]);
  if (!isSame || sha256 !== found.sha256) throw new BackupDamage('is damaged: it does not hold what was written into it');
}

function parsed(line: Buffer, number: number): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(line)) as unknown;
  } catch (error) {
    throw number === 1 ? new BackupDamage('is none of Umsicht', error) : damaged(number, error);
  }
}

function damaged(number: number, cause?: unknown): BackupDamage {
  return new BackupDamage(`is damaged (line ${number})`, cause);
}

function isObject(value: unknown): value is { readonly [name: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isListOfTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}

function isTable(value: unknown): value is { readonly table: string; readonly columns: readonly string[] } {
  return isObject(value) && typeof value.table === 'string' && isListOfTexts(value.columns) && value.columns.length > 0;
}

function isKey(value: unknown): value is { readonly key: string } {
  return isObject(value) && typeof value.key === 'string';
}

/** Throws BackupDamage for what is no gzip, or none to its end. */
async function* unpacked(file: Readable): AsyncGenerator<Buffer> {
  const gunzip = createGunzip();
  file.on('error', (error) => gunzip.destroy(error));
  file.pipe(gunzip);
  let hasBegun = false;
  try {
    for await (const chunk of gunzip as AsyncIterable<Buffer>) {
      hasBegun = true;
      yield chunk;
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'Z_BUF_ERROR') throw new BackupDamage('is cut off', error);
    if (code?.startsWith('Z_')) throw new BackupDamage(hasBegun ? 'is damaged' : 'is none of Umsicht, or damaged', error);
    throw error;
  } finally {
    file.destroy();
    gunzip.destroy();
  }
}

/** Without the line feeds. Throws BackupDamage for a line that is too long. */
async function* linesOf(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let begun: Buffer[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(0x0a); end !== -1; end = chunk.indexOf(0x0a, start)) {
      yield Buffer.concat([...begun, chunk.subarray(start, end)]);
      begun = [];
      length = 0;
      start = end + 1;
    }
    begun.push(chunk.subarray(start));
    length += chunk.length - start;
    if (length > LONGEST_LINE) throw new BackupDamage('is damaged: it holds a line without an end');
  }
  if (length > 0) throw new BackupDamage('is cut off');
}
