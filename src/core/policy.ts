import { parseAddress } from './address';
import type { Person } from './draft';
import { fingerprint } from './identity';
import { madeOnce } from './made-once';
import { type Option, patternList } from './option';
import { matcher, patternsOf, type RegistrableDomain } from './organisation';
import { contradictions, type PolicyDocument } from './policy-contradictions';
import { FORMAT, migrated, newerVersion } from './policy-migrations';
import { fitting, isSection, listOf, oneOf, optional, type Problem, type Reader, section } from './reading';
import type { Rule, Severity } from './rule';
import { isOption, pathsIn, type RuleMode, type Settings, type SETTINGS, settingsFor, type SettingValues } from './settings';

export type { DecisionAction, Mode, RuleMode } from './settings';

export interface RulePolicy {
  readonly severity: Severity;
  readonly mode: RuleMode;
  readonly options: { readonly [name: string]: unknown };
}

/** What the administrator decides. Everything is filled in; nothing is optional any more. */
export interface Policy extends SettingValues<typeof SETTINGS> {
  readonly version: typeof FORMAT;
  readonly rules: { readonly [id: string]: RulePolicy };
  /** Paths of settings and sections that no group may set. */
  readonly locked: readonly string[];
  /** The first one that a sender is in counts, alone. */
  readonly groups: readonly Group[];
}

/** Senders for whom some settings are others than for the organisation. */
export interface Group {
  readonly name: string;
  readonly senders: readonly string[];
  readonly policy: Layer;
}

/** Some settings of a policy; a list stands for the whole list. */
export type Layer = Partly<Omit<Policy, 'version' | 'locked' | 'groups'>>;
type Partly<T> = T extends readonly unknown[] ? T : { readonly [N in keyof T]?: T[N] extends object ? Partly<T[N]> : T[N] };

/** What is wrong with a policy, and where. */
export type PolicyProblem = Problem;

export type PolicyResult =
  | { readonly ok: true; readonly policy: Policy }
  | { readonly ok: false; readonly problems: readonly PolicyProblem[] };

export function defaultPolicy(rules: readonly Rule[]): Policy {
  const result = readPolicy({}, rules);
  if (!result.ok) throw new Error(`The built-in defaults are no policy: ${JSON.stringify(result.problems)}`);
  return result.policy;
}

/**
 * Reads a policy document, of an old version, too. Missing settings get their defaults; whatever is
 * not understood, contradicts itself or touches a locked setting is a problem with its path, all of
 * them at once. Never throws, whatever `document` is.
 */
export function parsePolicy(document: unknown, rules: readonly Rule[], registrableDomain: RegistrableDomain): PolicyResult {
  return readPolicy(document, rules, (read, settings) => contradictions(read, settings, registrableDomain));
}

/** The same for a document that was found good before. `check` looks at what was read of it, wrong or not. */
export function readPolicy(document: unknown, rules: readonly Rule[], check: (read: PolicyDocument, settings: Settings) => readonly Problem[] = () => []): PolicyResult {
  const newer = newerVersion(document);
  if (newer) return { ok: false, problems: [newer] };
  const settings = settingsFor(rules);
  const problems: Problem[] = [];
  const read = documentReader(settings)(migrated(document, rules), '', problems) as unknown as PolicyDocument;
  problems.push(...check(read, settings));
  if (problems.length > 0) return { ok: false, problems };
  const { $schema: _, ...whole } = read;
  return { ok: true, policy: { ...withOptions(whole), groups: read.groups.map((group) => ({ ...group, policy: withOptions(group.policy) })) } as unknown as Policy };
}

/** The group whose settings count for this sender; `undefined`: those of the organisation. */
export function groupOf({ groups }: Policy, sender: Pick<Person, 'address'> | null): Group | undefined {
  const address = parseAddress(sender && sender.address);
  return groups.find(({ senders }) => matcher(patternsOf(senders), false)(address));
}

/** The policy as it is for one sender. Whoever is in no group, or is not known, is under that of the organisation. */
export function policyFor(policy: Policy, sender: Pick<Person, 'address'> | null): Policy {
  const group = groupOf(policy, sender);
  return group ? { ...(laidOver(policy, group.policy) as Policy), groups: [] } : policy;
}

/** Another one for a policy that says something else. Locks are not in it: clients never see them. */
export function policyFingerprint(policy: Policy): string {
  return fingerprint(JSON.stringify({ ...policy, locked: [] }));
}

/** Reads a whole document; put together from the settings there are. */
const documentReader = madeOnce((settings: Settings) => {
  const paths = new Set(pathsIn(settings, true));
  return section({
    // Editors are told here where the schema lies.
    $schema: optional(fitting((value) => typeof value === 'string', 'the address of a JSON Schema'), undefined),
    version: optional(oneOf([FORMAT] as const), FORMAT),
    ...fieldsOf(settings, true),
    locked: optional(listOf(fitting<string>((value) => paths.has(value as string), 'the path of a setting or section, such as "rules.missing-consent"'), 'a list of paths'), []),
    groups: optional(listOf(section({
      name: fitting<string>((value) => typeof value === 'string' && value.trim() !== '', 'a name'),
      senders: someSenders,
      policy: section(fieldsOf(settings, false)),
    }), 'a list of groups'), []),
  });
});

const someSenders: Reader<readonly string[]> = (value, path, problems) => {
  if (Array.isArray(value) && value.length === 0) problems.push({ path, message: 'expected at least one domain, address or *.domain entry' });
  return patternList(value, path, problems);
};

/** `filled`: what is left out gets its default. */
function fieldsOf(settings: Settings, filled: boolean): { readonly [name: string]: Reader<unknown> } {
  const fields: { [name: string]: Reader<unknown> } = {};
  for (const name of Object.keys(settings)) {
    const setting = settings[name] as Option<unknown> | Settings;
    if (isOption(setting)) fields[name] = optional(setting.read, filled ? setting.default : undefined);
    else {
      const read = section(fieldsOf(setting, filled));
      fields[name] = (value, path, problems) => (value !== undefined ? read(value, path, problems) : filled ? read({}, path, problems) : undefined);
    }
  }
  return fields;
}

function withOptions(read: { readonly [section: string]: unknown }): object {
  const rules: { [id: string]: Partial<RulePolicy> } = {};
  const settings = (read.rules || {}) as { readonly [id: string]: Partial<RulePolicy> };
  for (const id of Object.keys(settings)) {
    const { severity, mode, ...options } = settings[id] as Partial<RulePolicy>;
    rules[id] = { severity, mode, options };
  }
  return { ...read, rules };
}

/** Settings of a layer in place of those below; sections are merged, lists are not. */
function laidOver(below: unknown, layer: unknown): unknown {
  if (layer === undefined) return below;
  if (!isSection(below) || !isSection(layer)) return layer;
  const merged: { [name: string]: unknown } = { ...below };
  for (const name of Object.keys(layer)) merged[name] = laidOver(below[name], layer[name]);
  return merged;
}
