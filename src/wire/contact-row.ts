import { parseAddress } from '../core/address';
import { type ConsentStatus, CONSENT_STATUSES, type ConsentTag, type LegalBasis, LEGAL_BASES, type Safeguard, SAFEGUARDS, type TagPurpose } from '../core/evidence';
import { isCountryCode } from '../reference/countries';
import { LONGEST_TEXT, TAG_PURPOSES } from './contact';
import { readInstant } from './instant';

/**
 * Columns of a contact file, in any order. One row per tag, so several rows per person; a row
 * without a purpose is a contact without a tag. Only `address` must be there.
 */
export const CONTACT_COLUMNS = [
  'address', 'name', 'country', 'safeguard', 'safeguardUntil', 'purpose', 'status', 'basis', 'obtained', 'confirmed', 'withdrawn', 'expires', 'evidence', 'source',
  'fromSale', 'similarGoods', 'toldAtCollection',
] as const;

export type ContactColumn = (typeof CONTACT_COLUMNS)[number];

/** What one row says. */
export interface ContactRow {
  /** The address key under which the person is kept. */
  readonly key: string;
  readonly name?: string;
  readonly country?: string;
  readonly safeguard?: { readonly kind: Safeguard; readonly until?: string };
  readonly tag?: ConsentTag;
}

/** What is wrong with a row. `column` is null where no single column is to blame. */
export interface RowProblem {
  readonly column: ContactColumn | null;
  readonly expected: string;
  readonly found: string;
}

export type ContactHeaderResult =
  | { readonly ok: true; readonly columns: readonly ContactColumn[] }
  | { readonly ok: false; readonly problems: readonly RowProblem[] };

export type ContactRowResult =
  | { readonly ok: true; readonly row: ContactRow }
  | { readonly ok: false; readonly problems: readonly RowProblem[] };

/**
 * Reads the first row. A column that is not known is a problem: a misspelt `withdrawn` that is
 * quietly passed over would turn a refusal into a consent.
 */
export function readContactHeader(cells: readonly string[]): ContactHeaderResult {
  const problems: RowProblem[] = [];
  const columns: ContactColumn[] = [];
  cells.forEach((cell) => {
    const column = contactColumn(cell);
    if (!column) problems.push({ column: null, expected: `columns among ${CONTACT_COLUMNS.join(', ')}`, found: shown(cell) });
    else if (columns.indexOf(column) >= 0) problems.push({ column, expected: 'each column once', found: `"${column}" again` });
    else columns.push(column);
  });
  if (columns.indexOf('address') < 0) problems.push({ column: 'address', expected: 'a column "address" in the first row', found: 'none' });
  return problems.length > 0 ? { ok: false, problems } : { ok: true, columns };
}

/** The column somebody means, in any case; `undefined` for none of ours. */
export function contactColumn(cell: string): ContactColumn | undefined {
  const name = cell.trim().toLowerCase();
  return CONTACT_COLUMNS.find((column) => column.toLowerCase() === name);
}

/**
 * Reads one row, all problems at once. Cells are trimmed, words are taken in any case.
 *
 * Dates are ISO 8601, with a time only together with its offset. A date alone means: obtained,
 * confirmed or withdrawn from the beginning of that day; expires and a safeguard ends at its end, so
 * that the day itself still counts. Days are days in UTC.
 */
export function readContactRow(columns: readonly ContactColumn[], cells: readonly string[]): ContactRowResult {
  if (cells.length !== columns.length) {
    return { ok: false, problems: [{ column: null, expected: `${columns.length} cells as in the first row`, found: `${cells.length}` }] };
  }
  const problems: RowProblem[] = [];
  const problem = (column: ContactColumn, expected: string, found: string): undefined => {
    problems.push({ column, expected, found });
    return undefined;
  };
  const cell = (column: ContactColumn): string => (cells[columns.indexOf(column)] || '').trim();

  const key = addressIn(cell('address'), problem);
  const name = textIn('name', cell('name'), problem);
  const country = countryIn(cell('country'), problem);
  const safeguard = safeguardIn(cell, problem);
  const tag = cell('purpose') === '' ? noTag(cell, problem) : tagIn(cell, problem);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, row: filled({ key: key as string, name, country, safeguard, tag }) };
}

/** One problem as a line of text; whatever was found is shown without control characters. */
export function problemText({ column, expected, found }: RowProblem): string {
  return `${column ? `${column}: ` : ''}expected ${expected}, got ${found}`;
}

type Cell = (column: ContactColumn) => string;
type Report = (column: ContactColumn, expected: string, found: string) => undefined;

function addressIn(text: string, problem: Report): string | undefined {
  const expected = 'an e-mail address without a name, such as anna@oak.example';
  const address = parseAddress(isClean(text) ? text : '');
  if (!address.usable) return problem('address', expected, shown(text));
  // A stray @ is good enough to tell whose mail it is, but no mailbox somebody has consented with.
  if (address.local.indexOf('@') >= 0 && address.local.charAt(0) !== '"') return problem('address', expected, shown(text));
  return address.key.length > 320 ? problem('address', 'at most 320 characters', `${address.key.length}`) : address.key;
}

/** The EU's own codes for these two differ from ISO 3166-1 and name no other country. */
const EU_CODES: { readonly [code: string]: string } = { UK: 'GB', EL: 'GR' };

function countryIn(text: string, problem: Report): string | undefined {
  if (text === '') return undefined;
  const letters = text.toUpperCase();
  const code = EU_CODES[letters] || letters;
  return /^[a-z]{2}$/i.test(text) && isCountryCode(code) ? code : problem('country', 'a country code of two letters (ISO 3166-1), such as DE', shown(text));
}

/** An end without a safeguard has lost what it ends. */
function safeguardIn(cell: Cell, problem: Report): { readonly kind: Safeguard; readonly until?: string } | undefined {
  const until = instantIn('safeguardUntil', cell, problem);
  if (cell('safeguard') === '') {
    return cell('safeguardUntil') === '' ? undefined : problem('safeguard', `one of ${SAFEGUARDS.join(', ')}, because safeguardUntil is given`, 'nothing');
  }
  const kind = wordIn('safeguard', SAFEGUARDS, cell, problem);
  return kind && filled({ kind, until });
}

const TAG_COLUMNS: readonly ContactColumn[] = ['status', 'basis', 'obtained', 'confirmed', 'withdrawn', 'expires', 'evidence', 'fromSale', 'similarGoods', 'toldAtCollection'];

/** A row without a purpose says nothing about consent; one that tries to has lost its purpose. */
function noTag(cell: Cell, problem: Report): undefined {
  const lost = TAG_COLUMNS.filter((column) => cell(column) !== '');
  return lost.length === 0 ? undefined : problem('purpose', `one of ${TAG_PURPOSES.join(', ')}, because ${lost.join(', ')} ${lost.length > 1 ? 'are' : 'is'} given`, 'nothing');
}

function tagIn(cell: Cell, problem: Report): ConsentTag {
  const status = wordIn('status', CONSENT_STATUSES, cell, problem);
  const obtained = instantIn('obtained', cell, problem);
  const confirmed = instantIn('confirmed', cell, problem);
  const withdrawn = instantIn('withdrawn', cell, problem);
  const tag: { [K in keyof ConsentTag]: ConsentTag[K] | undefined } = {
    purpose: wordIn('purpose', TAG_PURPOSES, cell, problem) as TagPurpose,
    status: status as ConsentStatus,
    basis: wordIn('basis', LEGAL_BASES, cell, problem) as LegalBasis,
    obtained,
    confirmed,
    withdrawn,
    expires: instantIn('expires', cell, problem),
    evidence: textIn('evidence', cell('evidence'), problem),
    source: textIn('source', cell('source'), problem),
    fromSale: yesOrNoIn('fromSale', cell, problem),
    similarGoods: yesOrNoIn('similarGoods', cell, problem),
    toldAtCollection: yesOrNoIn('toldAtCollection', cell, problem),
  };
  const latestYes = confirmed !== undefined && (obtained === undefined || confirmed > obtained) ? confirmed : obtained;
  if (status === 'granted' && withdrawn !== undefined && (latestYes === undefined || withdrawn >= latestYes)) {
    problem('withdrawn', 'nothing, or an instant before the consent was given again, because the status is granted', shown(cell('withdrawn')));
  }
  return filled(tag) as ConsentTag;
}

function wordIn<W extends string>(column: ContactColumn, words: readonly W[], cell: Cell, problem: Report): W | undefined {
  const text = cell(column);
  const word = text.toLowerCase() as W;
  return words.indexOf(word) >= 0 ? word : problem(column, `one of ${words.join(', ')}`, shown(text));
}

const YES_OR_NO: { readonly [word: string]: boolean } = { yes: true, no: false, true: true, false: false, ja: true, nein: false, 1: true, 0: false };

/** Nothing in the cell is not known, which is not a no. */
function yesOrNoIn(column: ContactColumn, cell: Cell, problem: Report): boolean | undefined {
  const text = cell(column);
  if (text === '') return undefined;
  const word = text.toLowerCase();
  return Object.prototype.hasOwnProperty.call(YES_OR_NO, word) ? YES_OR_NO[word] : problem(column, 'yes, no or nothing', shown(text));
}

function instantIn(column: 'obtained' | 'confirmed' | 'withdrawn' | 'expires' | 'safeguardUntil', cell: Cell, problem: Report): string | undefined {
  const text = cell(column);
  if (text === '') return undefined;
  const expected = 'a date such as 2026-05-31, or an instant such as 2026-05-31T14:30:00+02:00';
  return readInstant(text, column === 'expires' || column === 'safeguardUntil' ? 'end' : 'start') || problem(column, expected, shown(text));
}

/** U+FFFD stands where bytes were no UTF-8, so a text with it was damaged on the way. */
function isClean(text: string): boolean {
  return !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffd]/.test(text);
}

function textIn(column: ContactColumn, text: string, problem: Report): string | undefined {
  if (text === '') return undefined;
  if (!isClean(text)) return problem(column, 'text in UTF-8 without control characters', shown(text));
  return text.length > LONGEST_TEXT ? problem(column, `at most ${LONGEST_TEXT} characters`, `${text.length}`) : text;
}

function filled<T extends object>(record: { [K in keyof T]: T[K] | undefined }): T {
  const kept: { [name: string]: unknown } = {};
  for (const name of Object.keys(record)) {
    const value = record[name as keyof T];
    if (value !== undefined) kept[name] = value;
  }
  return kept as T;
}

function shown(text: string): string {
  if (text === '') return 'nothing';
  const cut = text.length > 60 ? `${text.slice(0, 59)}…` : text;
  return JSON.stringify(cut).replace(/[\u007f-\u009f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, (control) =>
    `\\u${`000${control.charCodeAt(0).toString(16)}`.slice(-4)}`);
}
