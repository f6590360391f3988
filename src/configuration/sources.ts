import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { isSection } from '../core/reading';
import { readJson } from '../wire/json-text';
import type { Settings } from './kinds';
import { allSettings, fileVariableOf, flagOf, variableOf } from './names';

export type Environment = { readonly [name: string]: string | undefined };

/** Not settings, since a file cannot say them of itself. */
const ABOUT_THE_COMMAND = { config: { type: 'string' }, help: { type: 'boolean' } } as const;

export interface Flags {
  /** By flag, without the dashes. A flag without a value is the empty text. */
  readonly given: ReadonlyMap<string, string>;
  readonly config: string | null;
  readonly help: boolean;
}

/** Reads a command line; all problems at once, each with the flag. */
export function readFlags(settings: Settings, args: readonly string[], problems: string[]): Flags {
  const known = new Map(allSettings(settings).flatMap(({ place, setting }) => (setting.is === 'setting' ? [[flagOf(place), { place, setting }] as const] : [])));
  const types = Object.fromEntries(Array.from(known, ([flag, { setting }]) => [flag, { type: setting.kind.placeholder === null ? 'boolean' as const : 'string' as const }]));
  const { tokens } = parseArgs({ args: [...args], options: { ...types, ...ABOUT_THE_COMMAND }, strict: false, tokens: true, allowPositionals: true });
  const given = new Map<string, string>();
  let config: string | null = null;
  let help = false;
  for (const token of tokens) {
    if (token.kind === 'option-terminator') continue;
    if (token.kind === 'positional') {
      problems.push(`${JSON.stringify(token.value)}: expected an option, see --help`);
      continue;
    }
    const { name, rawName, value } = token;
    const one = rawName.startsWith('--') ? known.get(name) : undefined;
    if (rawName === '--help') help = true;
    else if (rawName === '--config') {
      if (value) config = value;
      else problems.push('--config: expected FILE behind it');
    } else if (!one) problems.push(`${rawName}: no such option, see --help`);
    else if (one.setting.isSecret) problems.push(`${rawName}: secrets are taken from the environment only, as ${variableOf(one.place)} or ${fileVariableOf(one.place)}`);
    else if (one.setting.kind.placeholder !== null && !value) problems.push(`${rawName}: expected ${one.setting.kind.placeholder} behind it`);
    else if (one.setting.kind.placeholder === null && value !== undefined) problems.push(`${rawName}: expected no value`);
    else given.set(name, value ?? '');
  }
  return { given, config, help };
}

/** The configuration file, if one is named. */
export interface ConfigurationFile {
  readonly name: string;
  /** Absolute; relative paths in the file start there. */
  readonly folder: string;
  readonly document: { readonly [name: string]: unknown };
}

/** Null where none is named, or where it cannot be used, which is a problem with its place then. */
export function readConfigurationFile({ config }: Flags, environment: Environment, problems: string[]): ConfigurationFile | null {
  const name = config ?? (environment['UMSICHT_CONFIG'] || null);
  if (name === null) return null;
  const text = textOf(name);
  if (!text.ok) {
    problems.push(`${name}: ${text.why}`);
    return null;
  }
  const json = readJson(text.text, 'allowed');
  if (!json.ok) {
    problems.push(...json.problems.map(({ path, message }) => `${name}: ${path === '' ? '' : `${path}: `}${message}`));
    return null;
  }
  if (!isSection(json.document)) {
    problems.push(`${name}: expected an object`);
    return null;
  }
  const { $schema: _, ...document } = json.document;
  return { name, folder: dirname(resolve(name)), document };
}

export type FileText = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly why: string };

export function textOf(file: string): FileText {
  try {
    return { ok: true, text: readFileSync(file, 'utf8') };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return { ok: false, why: 'there is no such file' };
    if (code === 'EISDIR') return { ok: false, why: 'is a folder' };
    if (code === 'EACCES' || code === 'EPERM') return { ok: false, why: 'may not be read by this user' };
    return { ok: false, why: `cannot be read: ${message}` };
  }
}

/** The first line of a file that holds a secret, without the line's end. */
export function secretIn(file: string): FileText {
  const read = textOf(file);
  if (!read.ok) return read;
  const [first = ''] = read.text.replace(/^\ufeff/, '').split(/\r?\n/);
  return first === '' ? { ok: false, why: 'is empty' } : { ok: true, text: first };
}
