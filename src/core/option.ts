import * as v from 'valibot';
import { isCountryCode } from '../reference/countries';
import { parsePattern } from './organisation';

/**
 * One setting of a rule. It says everything once: what a policy may hold, what counts when the
 * policy is silent, and the unit for forms and documentation. Words for people are in the rule's
 * explanation.
 */
export interface Option<T> {
  readonly schema: v.GenericSchema<unknown, T>;
  readonly default: T;
  readonly unit: 'addresses' | 'organisations' | 'people' | 'entries' | 'none';
}

export type Options = { readonly [name: string]: Option<unknown> };
export type OptionValues<O extends Options> = { readonly [K in keyof O]: O[K] extends Option<infer T> ? T : never };

/** A whole number from `min` upwards. */
export function count(setting: { default: number; min: number; unit: 'addresses' | 'organisations' | 'people' }): Option<number> {
  return {
    schema: v.pipe(
      v.number('a whole number'),
      v.check((n: number) => isFinite(n) && Math.floor(n) === n && n >= setting.min, `a whole number, ${setting.min} or more`),
    ),
    default: setting.default,
    unit: setting.unit,
  };
}

/** Yes or no. */
export function flag(setting: { default: boolean }): Option<boolean> {
  return { schema: v.boolean('true or false'), default: setting.default, unit: 'none' };
}

/** Domains, addresses and `*.domain` entries, as everywhere in a policy. */
export function patterns(): Option<readonly string[]> {
  return { schema: patternList, default: [], unit: 'entries' };
}

/** Countries by ISO 3166-1 alpha-2 code, in capitals. */
export function countryCodes(): Option<readonly string[]> {
  return { schema: countryList, default: [], unit: 'entries' };
}

const countryList = v.array(
  v.pipe(
    v.string('a country code such as "CH"'),
    v.check(isCountryCode, 'a country code of ISO 3166-1 in capitals, such as "CH" (the United Kingdom is "GB")'),
  ),
  'a list of country codes',
);

export const patternList = v.array(
  v.pipe(
    v.string('a domain, an address or *.domain'),
    v.check((entry: string) => parsePattern(entry) !== undefined, 'a domain, an address or *.domain'),
  ),
  'a list of domains, addresses and *.domain entries',
);
