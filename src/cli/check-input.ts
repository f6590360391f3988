import { createReadStream } from 'node:fs';
import { extname } from 'node:path';
import type { Draft } from '../core/draft';
import { type Policy, parsePolicy } from '../core/policy';
import type { Rule } from '../core/rule';
import { registrableDomain } from '../reference/public-suffixes/exact';
import { readJson } from '../wire/json-text';
import { readEml } from './eml';
import { readJsonDraft } from './json-draft';

/** What came of an input: its value, or everything that is wrong with it, one line of text each. */
export type Reading<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: readonly string[] };

/** Stands for standard input among the files. */
export const STANDARD_INPUT = '-';

/** Bytes. Exchange Online carries 150 MB; whatever is longer is no mail. */
const LONGEST_FILE = 256 * 1024 * 1024;

/** Reads a message, or by the ending `.json` a draft. Never rejects. */
export async function readDraftFile(file: string, stdin: NodeJS.ReadableStream): Promise<Reading<Draft>> {
  const bytes = await readBytes(file, stdin);
  if (!bytes.ok) return bytes;
  if (file !== STANDARD_INPUT && extname(file).toLowerCase() === '.json') {
    const text = decodeUtf8(bytes.value);
    if (text === undefined) return failed('no UTF-8');
    const reading = readJsonDraft(text);
    return reading.ok ? { ok: true, value: reading.draft } : { ok: false, problems: reading.problems.map(withPath) };
  }
  const reading = await readEml(bytes.value);
  return reading.ok ? { ok: true, value: reading.draft } : failed(reading.reason);
}

/** Reads a policy document. Never rejects. */
export async function readPolicyFile(file: string, stdin: NodeJS.ReadableStream, rules: readonly Rule[]): Promise<Reading<Policy>> {
  const reading = await readPolicyText(file, stdin, rules);
  return reading.ok ? { ok: true, value: reading.value.policy } : reading;
}

/** A policy and what its author wrote. */
export interface PolicyText {
  readonly text: string;
  readonly document: unknown;
  readonly policy: Policy;
}

/** The same with the text it comes from. Never rejects. */
export async function readPolicyText(file: string, stdin: NodeJS.ReadableStream, rules: readonly Rule[]): Promise<Reading<PolicyText>> {
  const bytes = await readBytes(file, stdin);
  if (!bytes.ok) return bytes;
  const text = decodeUtf8(bytes.value);
  if (text === undefined) return failed('no UTF-8');
  const json = readJson(text, 'allowed');
  const result = json.ok ? parsePolicy(json.document, rules, registrableDomain) : json;
  return result.ok && json.ok ? { ok: true, value: { text, document: json.document, policy: result.policy } } : { ok: false, problems: (result.ok ? [] : result.problems).map(withPath) };
}

/** Why a file could not be read, in words; the system's own message where there are none. */
export function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return 'there is no such file';
  if (code === 'EISDIR') return 'it is a folder';
  if (code === 'EACCES' || code === 'EPERM') return 'this user may not read it';
  return message;
}

/** The bytes of a file or of standard input. Never rejects. */
export async function readBytes(file: string, stdin: NodeJS.ReadableStream): Promise<Reading<Uint8Array>> {
  try {
    const chunks: Buffer[] = [];
    let length = 0;
    const source = file === STANDARD_INPUT ? stdin : createReadStream(file, { highWaterMark: 1024 * 1024 });
    for await (const chunk of source) {
      const piece = Buffer.from(chunk);
      chunks.push(piece);
      length += piece.length;
      if (length > LONGEST_FILE) return failed(`longer than ${LONGEST_FILE / 1024 / 1024} MB`);
    }
    return { ok: true, value: Buffer.concat(chunks) };
  } catch (error) {
    return failed(reasonOf(error));
  }
}

/** `undefined` for bytes that are no UTF-8. A byte order mark is left out. */
function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function failed(problem: string): { readonly ok: false; readonly problems: readonly string[] } {
  return { ok: false, problems: [problem] };
}

function withPath({ path, message }: { readonly path: string; readonly message: string }): string {
  return path === '' ? message : `${path}: ${message}`;
}
