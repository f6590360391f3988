import { isAbsolute, resolve } from 'node:path';
import type { Reader } from '../core/reading';

/**
 * How a setting of one kind is written: as text behind a flag or in the environment, as JSON in a file. `folder` is where
 * relative paths start. Both give `undefined` for what does not fit.
 */
export interface Kind<T> {
  /** What stands behind the flag, such as FILE; null where nothing does. */
  readonly placeholder: string | null;
  /** Completes the sentence "expected …". */
  readonly expected: string;
  fromText(text: string, folder: string): T | undefined;
  fromJson(value: unknown, folder: string): T | undefined;
}

/** A text that `parse` understands; the same text in a file. */
export function text<T = string>(placeholder: string, expected: string, parse: (text: string) => T | undefined): Kind<T> {
  return { placeholder, expected, fromText: parse, fromJson: (value) => (typeof value === 'string' && value !== '' ? parse(value) : undefined) };
}

export function oneOfWords<W extends string>(placeholder: string, words: readonly W[]): Kind<W> {
  return text(placeholder, `one of ${words.join(', ')}`, (written) => words.find((word) => word === written));
}

/** A whole number without a sign. */
export function count(placeholder: string, what: string, least: number, most: number): Kind<number> {
  const fits = (value: number): number | undefined => (Number.isInteger(value) && value >= least && value <= most ? value : undefined);
  return {
    placeholder,
    expected: `${what} from ${least} to ${most}`,
    fromText: (written) => (/^\d{1,15}$/.test(written) ? fits(Number(written)) : undefined),
    fromJson: (value) => (typeof value === 'number' ? fits(value) : undefined),
  };
}

/** Several texts, at least so many, separated by spaces or commas; a list in a file. */
export function list<T>(placeholder: string, expected: string, parse: (entry: string) => T | undefined, least = 0): Kind<readonly T[]> {
  const all = (entries: readonly string[]): readonly T[] | undefined => {
    const parsed = entries.map(parse);
    return parsed.length >= least && parsed.every((entry) => entry !== undefined) ? (parsed as T[]) : undefined;
  };
  return {
    placeholder,
    expected,
    fromText: (written) => all(written.split(/[\s,]+/).filter((entry) => entry !== '')),
    fromJson: (value) => (Array.isArray(value) && value.every((entry) => typeof entry === 'string') ? all(value as string[]) : undefined),
  };
}

const YES_AND_NO: ReadonlyMap<string, boolean> = new Map([['true', true], ['yes', true], ['1', true], ['false', false], ['no', false], ['0', false]]);

/** On or off; the flag alone means on. */
export const onOrOff: Kind<boolean> = {
  placeholder: null,
  expected: 'true or false',
  fromText: (written) => YES_AND_NO.get(written.toLowerCase()),
  fromJson: (value) => (typeof value === 'boolean' ? value : undefined),
};

/** A file or folder, made absolute; in a configuration file relative to that file. */
export function path(placeholder: 'FILE' | 'FOLDER'): Kind<string> {
  const absolute = (written: string, folder: string): string | undefined => (written.includes('\0') ? undefined : isAbsolute(written) ? resolve(written) : resolve(folder, written));
  return {
    placeholder,
    expected: placeholder === 'FILE' ? 'the path of a file' : 'the path of a folder',
    fromText: absolute,
    fromJson: (value, folder) => (typeof value === 'string' && value !== '' ? absolute(value, folder) : undefined),
  };
}

/** One setting. The name of its place is its only name: `ldap.url` in a file, `--ldap-url`, `UMSICHT_LDAP_URL`. */
export interface Setting<T> {
  readonly is: 'setting';
  readonly kind: Kind<T>;
  readonly fallback: T;
  /** For the administrator; begins with a small letter, as it stands behind the name. */
  readonly help: string;
  /** What counts when it is not set, in words. */
  readonly otherwise: string;
  /** Taken from the environment or from a file of its own: command lines are seen by everybody on a machine, and configuration files are copied about. */
  readonly isSecret: boolean;
}

/** Settings that belong together. */
export interface Group<S extends Settings = Settings> {
  readonly is: 'group';
  readonly help: string;
  readonly settings: S;
}

/**
 * A part of the configuration file that somebody else reads, such as the connectors. It has no flags and no variables.
 * `secret` reads `{"environment": "NAME"}` or `{"file": "path"}` and gives the secret itself; `path` makes paths absolute.
 */
export interface Embedded<T> {
  readonly is: 'embedded';
  readonly help: string;
  readonly otherwise: string;
  readonly fallback: T;
  reader(readers: EmbeddedReaders): Reader<T>;
}

export interface EmbeddedReaders {
  readonly secret: Reader<string>;
  readonly path: Reader<string>;
}

export interface Settings {
  readonly [name: string]: Setting<unknown> | Group | Embedded<unknown>;
}

export type Values<S extends Settings> = {
  readonly [N in keyof S]: S[N] extends Setting<infer T> ? T : S[N] extends Group<infer G> ? Values<G> : S[N] extends Embedded<infer T> ? T : never;
};

export function setting<T, F extends T | null>(kind: Kind<T>, fallback: F, help: string, otherwise?: string): Setting<T | F> {
  return { is: 'setting', kind, fallback, help, otherwise: otherwise ?? (fallback === null ? 'none' : String(fallback)), isSecret: false };
}

export function secret(help: string): Setting<string | null> {
  const kind = text('', 'a text', (written) => written);
  return { is: 'setting', kind, fallback: null, help, otherwise: 'none', isSecret: true };
}

export function group<S extends Settings>(help: string, settings: S): Group<S> {
  return { is: 'group', help, settings };
}

export function embedded<T>(help: string, fallback: T, otherwise: string, reader: Embedded<T>['reader']): Embedded<T> {
  return { is: 'embedded', help, otherwise, fallback, reader };
}
