import * as v from 'valibot';
import { isMailProvider } from '../reference/mail-providers';
import { patternList } from './option';
import { parsePattern, type RegistrableDomain } from './organisation';
import { type Rule, SEVERITIES, type Severity } from './rule';

export type DecisionAction = 'allow' | 'confirm' | 'block';

export interface RulePolicy {
  readonly severity: Severity;
  readonly options: { readonly [name: string]: unknown };
}

/** What the administrator decides. Everything is filled in; nothing is optional any more. */
export interface Policy {
  readonly version: 1;
  readonly organisation: {
    /** Empty: the sender's own domain counts as the organisation. */
    readonly domains: readonly string[];
    readonly includeSubdomains: boolean;
    /** Entries that are outside although a domain above covers them. */
    readonly except: readonly string[];
  };
  /** What happens to the send when a rule could not be decided. */
  readonly unknownEvidence: DecisionAction;
  readonly rules: { readonly [id: string]: RulePolicy };
}

/** What is wrong with a policy, and where. Paths are written as in JavaScript: `rules.missing-consent.severity`. */
export interface PolicyProblem {
  readonly path: string;
  readonly message: string;
}

export type PolicyResult =
  | { readonly ok: true; readonly policy: Policy }
  | { readonly ok: false; readonly problems: readonly PolicyProblem[] };

export function defaultPolicy(rules: readonly Rule[]): Policy {
  const result = parsePolicy({}, rules, (domain) => domain);
  if (!result.ok) throw new Error(`The built-in defaults are no policy: ${JSON.stringify(result.problems)}`);
  return result.policy;
}

/**
 * Reads a policy document. Missing settings get their defaults; whatever is not understood is a
 * problem with its path, all of them at once. Never throws, whatever `document` is.
 */
export function parsePolicy(document: unknown, rules: readonly Rule[], registrableDomain: RegistrableDomain): PolicyResult {
  const result = v.safeParse(policySchema(rules), document);
  const problems = result.success ? [] : result.issues.map(problemOf);
  problems.push(...unknownSettings(document, rules), ...tooWide(document, registrableDomain));
  if (!result.success || problems.length > 0) return { ok: false, problems };

  const { version, organisation, unknownEvidence, rules: settings } = result.output;
  const perRule: { [id: string]: RulePolicy } = {};
  for (const rule of rules) {
    const { severity, ...options } = settings[rule.id] as { severity: Severity };
    perRule[rule.id] = { severity, options };
  }
  return { ok: true, policy: { version, organisation, unknownEvidence, rules: perRule } };
}

/** The schema of a policy document, put together from the rules' own options. */
export function policySchema(rules: readonly Rule[]) {
  const perRule: { [id: string]: v.GenericSchema<unknown, Record<string, unknown>> } = {};
  for (const rule of rules) {
    const entries: { [name: string]: v.GenericSchema } = {
      severity: v.optional(v.picklist(SEVERITIES, oneOf(SEVERITIES)), rule.severity),
    };
    for (const name of Object.keys(rule.options)) {
      const option = rule.options[name];
      entries[name] = v.optional(option.schema, option.default);
    }
    perRule[rule.id] = v.optional(section(entries), {}) as v.GenericSchema<unknown, Record<string, unknown>>;
  }
  return section({
    version: v.optional(v.literal(1, '1'), 1),
    organisation: v.optional(
      section({
        domains: v.optional(patternList, []),
        includeSubdomains: v.optional(v.boolean('true or false'), true),
        except: v.optional(patternList, []),
      }),
      {},
    ),
    unknownEvidence: v.optional(v.picklist(['allow', 'confirm', 'block'] as const, oneOf(['allow', 'confirm', 'block'])), 'confirm'),
    rules: v.optional(section(perRule), {}),
  });
}

/** An object with these settings; lists are none. Others are found by `unknownSettings`, all of them. */
function section<E extends v.ObjectEntries>(entries: E) {
  return v.pipe(v.custom<{ readonly [name: string]: unknown }>(isSection, 'an object'), v.object(entries));
}

function isSection(value: unknown): value is { readonly [name: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Settings nobody reads are mistakes, most of them in spelling. */
function unknownSettings(document: unknown, rules: readonly Rule[]): readonly PolicyProblem[] {
  const problems: PolicyProblem[] = [];
  const look = (value: unknown, path: string, known: readonly string[]): { readonly [name: string]: unknown } => {
    if (!isSection(value)) return {};
    for (const name of Object.keys(value)) {
      if (known.indexOf(name) >= 0) continue;
      problems.push({ path: path === '' ? name : `${path}.${name}`, message: `no setting of that name; known here: ${known.slice().sort().join(', ')}` });
    }
    return value;
  };
  const top = look(document, '', ['version', 'organisation', 'unknownEvidence', 'rules']);
  look(top.organisation, 'organisation', ['domains', 'includeSubdomains', 'except']);
  const settings = look(top.rules, 'rules', rules.map(({ id }) => id));
  for (const { id, options } of rules) look(settings[id], `rules.${id}`, ['severity', ...Object.keys(options)]);
  return problems;
}

function oneOf(values: readonly string[]): string {
  return `one of ${values.map((value) => `"${value}"`).join(', ')}`;
}

function problemOf(issue: v.BaseIssue<unknown>): PolicyProblem {
  const path = (issue.path || []).reduce((text, { key }) =>
    typeof key === 'number' ? `${text}[${key}]` : text === '' ? String(key) : `${text}.${String(key)}`, '');
  return { path, message: `expected ${issue.message}, got ${shown(issue.input)}` };
}

function shown(value: unknown): string {
  const text = value === undefined ? 'nothing' : typeof value === 'object' && value !== null ? (Array.isArray(value) ? 'a list' : 'an object') : JSON.stringify(value);
  return text === undefined ? typeof value : text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

/** An own domain such as `com`, `co.uk` or `gmx.de` would make strangers internal. */
function tooWide(document: unknown, registrableDomain: RegistrableDomain): readonly PolicyProblem[] {
  const organisation = isSection(document) && isSection(document.organisation) ? document.organisation : {};
  const domains: readonly unknown[] = Array.isArray(organisation.domains) ? organisation.domains : [];
  const problems: PolicyProblem[] = [];
  domains.forEach((entry, index) => {
    const pattern = typeof entry === 'string' ? parsePattern(entry) : undefined;
    if (!pattern || pattern.kind === 'address') return;
    const path = `organisation.domains[${index}]`;
    if (registrableDomain(pattern.domain) === undefined) {
      problems.push({ path, message: `expected a domain of your own, got the public suffix ${JSON.stringify(entry)}` });
    } else if (isMailProvider(pattern.domain)) {
      problems.push({ path, message: `expected a domain of your own, got the mail provider ${JSON.stringify(entry)}; name single addresses there` });
    }
  });
  return problems;
}
