import { isCountryCode } from '../reference/countries';
import { parsePattern } from './organisation';
import { fitting, listOf, oneOf, optional, type Reader, section, yesOrNo } from './reading';

/**
 * One setting of a rule. It says everything once: what a policy may hold, what counts when the
 * policy is silent, and the unit for forms and documentation. Words for people are in the rule's
 * explanation.
 */
export interface Option<T> {
  readonly read: Reader<T>;
  readonly default: T;
  readonly unit: Unit;
  /** What `read` accepts, as data: for forms, the schema of the policy and the documentation. */
  readonly shape: OptionShape;
}

/** Bytes are counted in megabytes of 1,000,000, as Outlook shows them. */
export type Unit = 'addresses' | 'organisations' | 'people' | 'entries' | 'words' | 'megabytes' | 'days' | 'minutes' | 'characters' | 'none';

/** Whoever adds one is told by the compiler where it has to be described. */
export type OptionShape =
  | { readonly kind: 'count'; readonly min: number; readonly max?: number; readonly orNever: boolean }
  | { readonly kind: 'choice'; readonly values: readonly string[] }
  | { readonly kind: 'flag' | 'patterns' | 'countryCodes' | 'countryCode' | 'texts' | 'text' | 'address' | 'link' }
  /** A list of entries, each with these fields; `required` ones have to be there. */
  | { readonly kind: 'records'; readonly fields: { readonly [name: string]: Option<unknown> }; readonly required: readonly string[] };

export type Options = { readonly [name: string]: Option<unknown> };
export type OptionValues<O extends Options> = { readonly [K in keyof O]: O[K] extends Option<infer T> ? T : never };

/** What a rule's explanation has to label: each option, and each field of records as `<option>.<field>`. */
export function labelNames(options: Options): readonly string[] {
  const names: string[] = [];
  for (const name of Object.keys(options)) {
    const { shape } = options[name] as Option<unknown>;
    names.push(name);
    if (shape.kind === 'records') for (const field of Object.keys(shape.fields)) names.push(`${name}.${field}`);
  }
  return names;
}

/** A whole number from `min` upwards. */
export function count({ default: otherwise, min, unit }: { default: number; min: number; unit: Unit }): Option<number> {
  return { read: wholeNumber(min), default: otherwise, unit, shape: { kind: 'count', min, orNever: false } };
}

/** The same, or `null` for a limit that is never reached; at most `max` where that is given. */
export function limit({ default: otherwise, min, max, unit }: { default: number | null; min: number; max?: number; unit: Unit }): Option<number | null> {
  const number = wholeNumber(min, ', or null for never', max);
  return { read: (value, path, problems) => (value === null ? null : number(value, path, problems)), default: otherwise, unit, shape: { kind: 'count', min, ...(max === undefined ? {} : { max }), orNever: true } };
}

function wholeNumber(min: number, otherwise = '', max = Infinity): Reader<number> {
  const range = max < Infinity ? `from ${min} to ${max}` : `${min} or more`;
  return fitting<number>((value) => Number.isInteger(value) && (value as number) >= min && (value as number) <= max, `a whole number, ${range}${otherwise}`);
}

/** One of a few words. */
export function choice<V extends string>({ default: otherwise, values }: { default: V; values: readonly V[] }): Option<V> {
  return { read: oneOf(values), default: otherwise, unit: 'none', shape: { kind: 'choice', values } };
}

/** Words, names or phrases; empty ones are refused, for they would be found everywhere. */
export function texts({ default: otherwise = [], unit = 'entries' }: { default?: readonly string[]; unit?: Unit } = {}): Option<readonly string[]> {
  return { read: listOf(filledText, 'a list of texts'), default: otherwise, unit, shape: { kind: 'texts' } };
}

/** A text of any length; empty where the policy is silent. */
export function text(): Option<string> {
  return { read: fitting((value) => typeof value === 'string', 'a text'), default: '', unit: 'none', shape: { kind: 'text' } };
}

/** One mail address; empty where the policy is silent. */
export function address(): Option<string> {
  const read = fitting<string>((value) => value === '' || (typeof value === 'string' && (parsePattern(value) || { kind: '' }).kind === 'address'), 'an address, or nothing');
  return { read, default: '', unit: 'none', shape: { kind: 'address' } };
}

/** Of a page that may be shown as a link. Nothing but https, so that no policy can make a button run something. */
export const LINK = /^(https:\/\/[^\s/?#@\\]+([/?#]\S*)?)?$/;

/** The address of a page; empty where the policy is silent. */
export function link(): Option<string> {
  return { read: fitting<string>((value) => typeof value === 'string' && LINK.test(value), 'an address that begins with https://, or nothing'), default: '', unit: 'none', shape: { kind: 'link' } };
}

/** Entries with several fields, such as a list with its reason. A field that is left out has its default. */
export function records<F extends Options>(fields: F, required: readonly (keyof F & string)[]): Option<readonly OptionValues<F>[]> {
  const readers: { [name: string]: Reader<unknown> } = {};
  for (const name of Object.keys(fields)) {
    const field = fields[name] as Option<unknown>;
    readers[name] = required.indexOf(name) >= 0 ? field.read : optional(field.read, field.default);
  }
  const read = listOf(section(readers), 'a list of entries') as unknown as Reader<readonly OptionValues<F>[]>;
  return { read, default: [], unit: 'entries', shape: { kind: 'records', fields, required } };
}

const filledText = fitting<string>((value) => typeof value === 'string' && value.trim() !== '', 'a text that is not empty');

/** Yes or no. */
export function flag(setting: { default: boolean }): Option<boolean> {
  return { read: yesOrNo, default: setting.default, unit: 'none', shape: { kind: 'flag' } };
}

/** Domains, addresses and `*.domain` entries, as everywhere in a policy. */
export function patterns(): Option<readonly string[]> {
  return { read: patternList, default: [], unit: 'entries', shape: { kind: 'patterns' } };
}

/** Countries by ISO 3166-1 alpha-2 code, in capitals. */
export function countryCodes(): Option<readonly string[]> {
  return { read: countryList, default: [], unit: 'entries', shape: { kind: 'countryCodes' } };
}

/** One country; for fields of records that have to be there. */
export function countryCode(): Option<string> {
  return { read: country, default: '', unit: 'none', shape: { kind: 'countryCode' } };
}

const country = fitting<string>((value) => typeof value === 'string' && isCountryCode(value), 'a country code of ISO 3166-1 in capitals, such as "CH" (the United Kingdom is "GB")');
const countryList = listOf(country, 'a list of country codes');

export const patternList = listOf(
  fitting<string>((value) => typeof value === 'string' && parsePattern(value) !== undefined, 'a domain, an address or *.domain'),
  'a list of domains, addresses and *.domain entries',
);
