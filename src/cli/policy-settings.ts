import type { Option } from '../core/option';
import { parsePattern } from '../core/organisation';
import type { Policy } from '../core/policy';
import type { Language, Rule } from '../core/rule';
import { isOption, pathsIn, type Settings, settingsFor } from '../core/settings';
import { type AllWords, type SectionWords, type SettingWords, valueText, wordsFor } from '../presentation/policy-words';
import { countryName } from '../reference/country-names';
import { policyAnswer } from '../wire/policy';

/** One setting of a policy, wherever it stands in the document. */
export interface Setting {
  /** As in the problems of a policy: `rules.missing-consent.severity`. */
  readonly path: string;
  /** The path without the section of the first floor, or without the rule: `delayMinutes.notice`. */
  readonly name: string;
  readonly value: unknown;
  readonly option: Option<unknown>;
  /** The rule it belongs to; `null` for settings of the whole policy. */
  readonly rule: Rule | null;
}

/** A setting that is not the same in two policies. */
export interface Difference {
  readonly setting: Setting;
  readonly before: unknown;
  readonly after: unknown;
}

/** Every setting there is, in the order of the documentation. */
export function settingsOf(policy: Policy, rules: readonly Rule[]): readonly Setting[] {
  const document = policyAnswer(policy).policy;
  const settings = settingsFor(rules);
  return pathsIn(settings).map((path) => {
    const [top = '', second, ...rest] = path.split('.');
    return {
      path,
      name: top === 'rules' ? rest.join('.') : second === undefined ? top : [second, ...rest].join('.'),
      value: at(document, path),
      option: optionAt(settings, path),
      rule: (top === 'rules' && rules.find(({ id }) => id === second)) || null,
    };
  });
}

/** What stands under a path; `undefined` where nothing does. */
export function at(document: unknown, path: string): unknown {
  let within = document;
  for (const name of path.split('.')) {
    within = typeof within === 'object' && within !== null && Object.hasOwn(within, name) ? (within as { readonly [name: string]: unknown })[name] : undefined;
  }
  return within;
}

/** What is not the same in both. Lists are the same when they hold the same entries, however spelt and in whatever order. */
export function differencesBetween(before: Policy, after: Policy, rules: readonly Rule[]): readonly Difference[] {
  const old = settingsOf(before, rules);
  return settingsOf(after, rules)
    .map((setting, index) => ({ setting, before: (old[index] as Setting).value, after: setting.value }))
    .filter((difference) => !isSame(difference.setting, difference.before, difference.after));
}

export function isSame({ option }: Pick<Setting, 'option'>, one: unknown, other: unknown): boolean {
  if (!Array.isArray(one) || !Array.isArray(other)) return one === other;
  return missingFrom(option, one, other).length === 0 && missingFrom(option, other, one).length === 0;
}

/** Entries of `these` that are not in `those`. */
export function missingFrom({ shape }: Option<unknown>, these: readonly unknown[], those: readonly unknown[]): readonly unknown[] {
  const key = (entry: unknown): string => JSON.stringify((shape.kind === 'patterns' && parsePattern(String(entry))) || inOrder(entry));
  const known = new Set(those.map(key));
  return these.filter((entry) => !known.has(key(entry)));
}

/** What a setting decides, and what each of its values does. */
export function wordsOf({ path }: Pick<Setting, 'path'>, rules: readonly Rule[], language: Language): SettingWords {
  let words: SettingWords | SectionWords = { what: '', settings: wordsFor(rules, language) };
  for (const name of path.split('.')) words = ((words as SectionWords).settings as AllWords)[name] as SettingWords | SectionWords;
  return words as SettingWords;
}

/** A value of a setting as people read it, with its unit, and countries by name. */
export function textOf({ option }: Pick<Setting, 'option'>, value: unknown, language: Language): string {
  return valueText(value, option, language, (code) => `${code} ${countryName(code, language)}`);
}

function optionAt(settings: Settings, path: string): Option<unknown> {
  let within: Settings | Option<unknown> = settings;
  for (const name of path.split('.')) within = (within as Settings)[name] as Settings | Option<unknown>;
  if (!isOption(within)) throw new Error(`${path} is a section, no setting.`);
  return within;
}

/** Entries of records are the same in whatever order their fields and words stand. */
function inOrder(entry: unknown): unknown {
  if (Array.isArray(entry)) return entry.map(inOrder).sort();
  if (typeof entry !== 'object' || entry === null) return entry;
  return Object.entries(entry).sort(([one], [other]) => (one < other ? -1 : 1)).map(([name, value]) => [name, inOrder(value)]);
}
