import { isCountryCode } from '../reference/countries';
import { parsePattern } from './organisation';
import { fitting, listOf, type Reader, yesOrNo } from './reading';

/**
 * One setting of a rule. It says everything once: what a policy may hold, what counts when the
 * policy is silent, and the unit for forms and documentation. Words for people are in the rule's
 * explanation.
 */
export interface Option<T> {
  readonly read: Reader<T>;
  readonly default: T;
  readonly unit: 'addresses' | 'organisations' | 'people' | 'entries' | 'none';
  /** What `read` accepts, as data: for forms, the schema of the policy and the documentation. */
  readonly shape: OptionShape;
}

/** Whoever adds one is told by the compiler where it has to be described. */
export type OptionShape =
  | { readonly kind: 'count'; readonly min: number }
  | { readonly kind: 'flag' | 'patterns' | 'countryCodes' };

export type Options = { readonly [name: string]: Option<unknown> };
export type OptionValues<O extends Options> = { readonly [K in keyof O]: O[K] extends Option<infer T> ? T : never };

/** A whole number from `min` upwards. */
export function count({ default: otherwise, min, unit }: { default: number; min: number; unit: 'addresses' | 'organisations' | 'people' }): Option<number> {
  const read = fitting<number>((value) => typeof value === 'number' && isFinite(value) && Math.floor(value) === value && value >= min, `a whole number, ${min} or more`);
  return { read, default: otherwise, unit, shape: { kind: 'count', min } };
}

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

const countryList = listOf(
  fitting<string>((value) => typeof value === 'string' && isCountryCode(value), 'a country code of ISO 3166-1 in capitals, such as "CH" (the United Kingdom is "GB")'),
  'a list of country codes',
);

export const patternList = listOf(
  fitting<string>((value) => typeof value === 'string' && parsePattern(value) !== undefined, 'a domain, an address or *.domain'),
  'a list of domains, addresses and *.domain entries',
);
