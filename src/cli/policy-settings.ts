import type { Option } from '../core/option';
import { parsePattern } from '../core/organisation';
import type { Policy } from '../core/policy';
import type { Language, Rule } from '../core/rule';
import { POLICY_WORDS, valueText } from '../presentation/policy-words';
import { countryName } from '../reference/country-names';

/** One setting of a policy, wherever it stands in the document. */
export interface Setting {
  /** As in the problems of a policy: `rules.missing-consent.severity`. */
  readonly path: string;
  readonly value: unknown;
  /** The rule it belongs to; `null` for settings of the whole policy. */
  readonly rule: Rule | null;
  /** The last part of the path. */
  readonly name: string;
}

/** A setting that is not the same in two policies. */
export interface Difference {
  readonly setting: Setting;
  readonly before: unknown;
  readonly after: unknown;
}

/** Every setting there is, in the order of the documentation. */
export function settingsOf(policy: Policy, rules: readonly Rule[]): readonly Setting[] {
  const { organisation, unknownEvidence } = policy;
  const whole = (path: string, name: string, value: unknown): Setting => ({ path: `${path}${name}`, name, value, rule: null });
  return [
    whole('organisation.', 'domains', organisation.domains),
    whole('organisation.', 'includeSubdomains', organisation.includeSubdomains),
    whole('organisation.', 'except', organisation.except),
    whole('', 'unknownEvidence', unknownEvidence),
    ...rules.flatMap((rule) => {
      const { severity, options } = policy.rules[rule.id] as Policy['rules'][string];
      return [{ name: 'severity', value: severity }, ...Object.keys(rule.options).map((name) => ({ name, value: options[name] }))]
        .map(({ name, value }) => ({ path: `rules.${rule.id}.${name}`, name, value, rule }));
    }),
  ];
}

/** What is not the same in both. Lists are the same when they hold the same entries, however spelt and in whatever order. */
export function differencesBetween(before: Policy, after: Policy, rules: readonly Rule[]): readonly Difference[] {
  const old = settingsOf(before, rules);
  return settingsOf(after, rules)
    .map((setting, index) => ({ setting, before: (old[index] as Setting).value, after: setting.value }))
    .filter((difference) => !isSame(difference.before, difference.after));
}

export function isSame(one: unknown, other: unknown): boolean {
  if (!Array.isArray(one) || !Array.isArray(other)) return one === other;
  return missingFrom(one, other).length === 0 && missingFrom(other, one).length === 0;
}

/** Entries of `these` that are not in `those`. */
export function missingFrom(these: readonly string[], those: readonly string[]): readonly string[] {
  const known = new Set(those.map(entryKey));
  return these.filter((entry) => !known.has(entryKey(entry)));
}

/** What a setting is for, without a full stop. */
export function labelOf({ rule, name }: Setting, language: Language): string {
  const words = POLICY_WORDS[language];
  if (name === 'severity') return words.severityLabel;
  if (rule) return rule.explanation[language].options[name] as string;
  if (name === 'domains') return words.domains;
  if (name === 'includeSubdomains') return words.includeSubdomains;
  return name === 'except' ? words.except : words.unknownLabel;
}

/** A value of a setting as people read it, with its unit, and countries by name. */
export function textOf({ rule, name }: Setting, value: unknown, language: Language): string {
  const option = rule ? (rule.options[name] as Option<unknown> | undefined) : undefined;
  const entryText = (entry: string): string => (option?.shape.kind === 'countryCodes' ? `${entry} ${countryName(entry, language)}` : entry);
  return valueText(value, option ? option.unit : 'none', language, entryText);
}

function entryKey(entry: string): string {
  return JSON.stringify(parsePattern(entry) ?? entry);
}
