import { isSection, type Problem, type Reader } from '../core/reading';
import { type Embedded, type Group, path, type Setting, type Settings, type Values } from './kinds';
import { fileVariableOf, flagOf, variableOf } from './names';
import { type ConfigurationFile, type Environment, readConfigurationFile, readFlags, secretIn } from './sources';

export interface SettingsReading<S extends Settings> {
  readonly values: Values<S>;
  /** The names under which settings were set, by their place: `--ldap-url`, `UMSICHT_LDAP_URL`, `umsicht.json: ldap.url`. */
  readonly givenAs: ReadonlyMap<string, string>;
  /** What was read besides the environment; null where no file was named. */
  readonly file: string | null;
  readonly isHelpAsked: boolean;
}

/**
 * Reads everything that can be set. A flag wins over the environment, which wins over the file; what is set nowhere has its
 * fallback. All problems at once, each under the name under which the value was set; a secret is never repeated in one.
 */
export function readSettings<S extends Settings>(settings: S, args: readonly string[], environment: Environment, problems: string[]): SettingsReading<S> {
  const flags = readFlags(settings, args, problems);
  const file = readConfigurationFile(flags, environment, problems);
  const reading: Reading = { flags: flags.given, environment, file, problems, givenAs: new Map() };
  const values = valuesOf(reading, settings, '', file?.document ?? {}) as Values<S>;
  return { values, givenAs: reading.givenAs, file: file?.name ?? null, isHelpAsked: flags.help };
}

interface Reading {
  readonly flags: ReadonlyMap<string, string>;
  readonly environment: Environment;
  readonly file: ConfigurationFile | null;
  readonly problems: string[];
  readonly givenAs: Map<string, string>;
}

function valuesOf(reading: Reading, settings: Settings, within: string, section: { readonly [name: string]: unknown }): unknown {
  const known = Object.keys(settings);
  for (const name of Object.keys(section)) {
    if (!known.includes(name)) reading.problems.push(`${inFile(reading, placeOf(within, name))}: no setting of that name; known here: ${known.join(', ')}`);
  }
  return Object.fromEntries(known.map((name) => {
    const written = Object.hasOwn(section, name) ? section[name] : undefined;
    return [name, valueOf(reading, settings[name] as Setting<unknown> | Group | Embedded<unknown>, placeOf(within, name), written)];
  }));
}

function valueOf(reading: Reading, setting: Setting<unknown> | Group | Embedded<unknown>, place: string, written: unknown): unknown {
  switch (setting.is) {
    case 'group': {
      if (written !== undefined && !isSection(written)) reading.problems.push(`${inFile(reading, place)}: expected an object, got ${shown(written)}`);
      return valuesOf(reading, setting.settings, place, isSection(written) ? written : {});
    }
    case 'embedded': {
      if (written === undefined) return setting.fallback;
      reading.givenAs.set(place, inFile(reading, place));
      const found: Problem[] = [];
      const value = setting.reader({ secret: secretReader(reading), path: pathReader(reading) })(written, place, found);
      reading.problems.push(...found.map(({ path: where, message }) => `${inFile(reading, where)}: ${message}`));
      return value;
    }
    case 'setting':
      return setting.isSecret ? secretValue(reading, place, written) : plainValue(reading, setting, place, written);
  }
}

function plainValue({ flags, environment, ...reading }: Reading, { kind, fallback }: Setting<unknown>, place: string, written: unknown): unknown {
  const flag = flags.get(flagOf(place));
  const variable = environment[variableOf(place)];
  const [name, value, said] = flag !== undefined ? [`--${flagOf(place)}`, kind.placeholder === null ? true : kind.fromText(flag, '.'), flag]
    : variable ? [variableOf(place), kind.fromText(variable, '.'), variable]
      : [inFile({ ...reading }, place), written === undefined ? undefined : kind.fromJson(written, reading.file?.folder ?? '.'), written];
  if (said === undefined) return fallback;
  reading.givenAs.set(place, name);
  if (value === undefined) reading.problems.push(`${name}: expected ${kind.expected}, got ${shown(said)}`);
  return value ?? fallback;
}

function secretValue(reading: Reading, place: string, written: unknown): string | null {
  const { environment, problems, givenAs } = reading;
  const [variable, fileVariable] = [variableOf(place), fileVariableOf(place)];
  const [direct, file] = [environment[variable], environment[fileVariable]];
  if (direct && file) problems.push(`${variable}, ${fileVariable}: expected one of them, got both`);
  if (direct) {
    givenAs.set(place, variable);
    return direct;
  }
  if (file) {
    givenAs.set(place, fileVariable);
    const read = secretIn(file);
    if (!read.ok) problems.push(`${fileVariable}: ${file} ${read.why}`);
    return read.ok ? read.text : null;
  }
  if (written === undefined) return null;
  givenAs.set(place, inFile(reading, place));
  const found: Problem[] = [];
  const value = secretReader(reading)(written, place, found);
  problems.push(...found.map(({ path: where, message }) => `${inFile(reading, where)}: ${message}`));
  return found.length > 0 ? null : value;
}

/** Reads where a secret is, and gives the secret. What stands there instead is never repeated: it may be the secret. */
function secretReader({ environment, file }: Pick<Reading, 'environment' | 'file'>): Reader<string> {
  return (value, place, problems) => {
    const problem = (message: string): string => {
      problems.push({ path: place, message });
      return '';
    };
    const [name, ...others] = isSection(value) ? Object.keys(value) : [];
    const where = isSection(value) && name !== undefined ? value[name] : undefined;
    if ((name !== 'environment' && name !== 'file') || others.length > 0 || typeof where !== 'string' || where === '') {
      return problem('expected where the secret is, as {"environment": "NAME"} or {"file": "path"}; the secret itself does not belong into this file');
    }
    if (name === 'environment') return environment[where] || problem(`the environment has no ${where}`);
    const read = secretIn(path('FILE').fromText(where, file?.folder ?? '.') ?? where);
    return read.ok ? read.text : problem(`${where} ${read.why}`);
  };
}

function pathReader({ file }: Pick<Reading, 'file'>): Reader<string> {
  const kind = path('FILE');
  return (value, place, problems) => {
    const absolute = kind.fromJson(value, file?.folder ?? '.');
    if (absolute === undefined) problems.push({ path: place, message: `expected ${kind.expected}, got ${shown(value)}` });
    return absolute ?? '';
  };
}

function placeOf(within: string, name: string): string {
  return within === '' ? name : `${within}.${name}`;
}

function inFile({ file }: Pick<Reading, 'file'>, place: string): string {
  return file === null ? place : `${file.name}: ${place}`;
}

/** As it was written, cut short; a password in an address is left out. */
function shown(value: unknown): string {
  if (isSection(value)) return 'an object';
  const text = JSON.stringify(value).replace(/\/\/[^@/\s]*@/g, '//…@');
  return text.length > 100 ? `${text.slice(0, 99)}…` : text;
}
