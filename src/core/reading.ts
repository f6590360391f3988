import { described, isOptional, type Schema, schemaOf } from './reading-schema';

/** What is wrong with a document, and where. Paths are written as in JavaScript: `rules.missing-consent.severity`, `domains[0]`. */
export interface Problem {
  readonly path: string;
  readonly message: string;
}

/**
 * Reads a value from outside. What does not fit is reported with its place, and reading goes on, so
 * that all problems are found at once. The result counts only where nothing was reported.
 */
export type Reader<T> = (value: unknown, path: string, problems: Problem[]) => T;

/** A value, or everything that is wrong with it. Never throws, whatever `value` is. */
export function readWhole<T>(reader: Reader<T>, value: unknown): { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const read = reader(value, '', problems);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: read };
}

/** Accepts what `is` accepts; `what` completes the sentence "expected …". What it documents is said with `described`. */
export function fitting<T>(is: (value: unknown) => boolean, what: string): Reader<T> {
  return (value, path, problems) => {
    if (!is(value)) problems.push({ path, message: `expected ${what}, got ${shown(value)}` });
    return value as T;
  };
}

export function oneOf<T extends string | number>(values: readonly T[]): Reader<T> {
  const what = values.map((value) => JSON.stringify(value)).join(', ');
  return described(fitting((value) => values.indexOf(value as T) >= 0, values.length === 1 ? what : `one of ${what}`), () => ({ enum: values }));
}

export const yesOrNo: Reader<boolean> = described(fitting((value) => value === true || value === false, 'true or false'), () => ({ type: 'boolean' }));

export function listOf<T>(entry: Reader<T>, what: string): Reader<readonly T[]> {
  const list = fitting<readonly T[]>(Array.isArray, what);
  return described((value, path, problems) => {
    const entries = list(value, path, problems);
    return Array.isArray(value) ? entries.map((each, index) => entry(each, `${path}[${index}]`, problems)) : [];
  }, () => ({ type: 'array', items: schemaOf(entry) }));
}

/** `undefined` stands for a setting that is not there. */
export function optional<T, D extends T | undefined>(reader: Reader<T>, otherwise: D): Reader<T | D> {
  return described((value, path, problems) => (value === undefined ? otherwise : reader(value, path, problems)), () => schemaOf(reader), true);
}

export type Section<F extends { readonly [name: string]: Reader<unknown> }> = { readonly [N in keyof F]: F[N] extends Reader<infer T> ? T : never };

/** An object with these settings. Others are mistakes, most of them in spelling, unless `others` passes them over. */
export function section<F extends { readonly [name: string]: Reader<unknown> }>(fields: F, others: 'refused' | 'ignored' = 'refused'): Reader<Section<F>> {
  const known = Object.keys(fields);
  const object = fitting<Section<F>>(isSection, 'an object');
  return described((value, path, problems) => {
    object(value, path, problems);
    if (!isSection(value)) return {} as Section<F>;
    const within = path === '' ? '' : `${path}.`;
    const read: { [name: string]: unknown } = {};
    for (const name of known) {
      const own = Object.prototype.hasOwnProperty.call(value, name) ? value[name] : undefined;
      const setting = (fields[name] as Reader<unknown>)(own, within + name, problems);
      if (setting !== undefined) read[name] = setting;
    }
    for (const name of others === 'refused' ? Object.keys(value) : []) {
      if (known.indexOf(name) < 0) problems.push({ path: within + name, message: `no entry of that name; known here: ${known.slice().sort().join(', ')}` });
    }
    return read as Section<F>;
  }, () => objectSchema(fields, others));
}

function objectSchema(fields: { readonly [name: string]: Reader<unknown> }, others: 'refused' | 'ignored'): Schema {
  const names = Object.keys(fields);
  const properties: { [name: string]: Schema } = {};
  for (const name of names) properties[name] = schemaOf(fields[name] as Reader<unknown>);
  const required = names.filter((name) => !isOptional(fields[name] as Reader<unknown>));
  return {
    type: 'object',
    properties,
    ...(required.length > 0 ? { required } : {}),
    ...(others === 'refused' ? { additionalProperties: false } : {}),
  };
}

export function isSection(value: unknown): value is { readonly [name: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (isSection(value)) return 'an object';
  const text = JSON.stringify(value) || typeof value;
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
