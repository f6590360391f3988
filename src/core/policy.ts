import { isMailProvider } from '../reference/mail-providers';
import { patternList } from './option';
import { parsePattern, type RegistrableDomain } from './organisation';
import { fitting, isSection, oneOf, optional, type Problem, type Reader, readWhole, section, yesOrNo } from './reading';
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

/** What is wrong with a policy, and where. */
export type PolicyProblem = Problem;

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
  const result = readWhole(policyReader(rules), document);
  const problems = [...(result.ok ? [] : result.problems), ...tooWide(document, registrableDomain)];
  if (!result.ok || problems.length > 0) return { ok: false, problems };

  const { version, organisation, unknownEvidence, rules: settings } = result.value;
  const perRule: { [id: string]: RulePolicy } = {};
  for (const rule of rules) {
    const { severity, ...options } = settings[rule.id] as { severity: Severity };
    perRule[rule.id] = { severity, options };
  }
  return { ok: true, policy: { version, organisation, unknownEvidence, rules: perRule } };
}

/** Reads a policy document; put together from the rules' own options. */
function policyReader(rules: readonly Rule[]) {
  const perRule: { [id: string]: Reader<unknown> } = {};
  for (const rule of rules) {
    const settings: { [name: string]: Reader<unknown> } = { severity: optional(oneOf(SEVERITIES), rule.severity) };
    for (const name of Object.keys(rule.options)) settings[name] = optional(rule.options[name].read, rule.options[name].default);
    perRule[rule.id] = withDefaults(settings);
  }
  return section({
    // Editors are told here where the schema lies.
    $schema: optional(fitting((value) => typeof value === 'string', 'the address of a JSON Schema'), undefined),
    version: optional(oneOf([1] as const), 1 as const),
    organisation: withDefaults({
      domains: optional(patternList, []),
      includeSubdomains: optional(yesOrNo, true),
      except: optional(patternList, []),
    }),
    unknownEvidence: optional(oneOf(ACTIONS), 'confirm' as const),
    rules: withDefaults(perRule),
  });
}

const ACTIONS: readonly DecisionAction[] = ['allow', 'confirm', 'block'];

/** A part that is left out has its defaults, like each setting in it. */
function withDefaults<F extends { readonly [name: string]: Reader<unknown> }>(fields: F) {
  const read = section(fields);
  return ((value, path, problems) => read(value === undefined ? {} : value, path, problems)) as typeof read;
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
