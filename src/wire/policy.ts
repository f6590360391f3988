import { parsePolicy, type Policy } from '../core/policy';
import { isSection } from '../core/reading';
import type { Rule } from '../core/rule';

/** Where the policy is asked for: `GET`, answers with an `ETag`. */
export const POLICY_PATH = '/api/v1/policy';

type Document = { readonly [name: string]: unknown };

/** The policy as it travels: the document an administrator would write, with everything filled in. */
export interface PolicyAnswer {
  readonly policy: Document;
}

export function policyAnswer(policy: Policy): PolicyAnswer {
  const rules: { [id: string]: Document } = {};
  for (const id of Object.keys(policy.rules)) {
    const rule = policy.rules[id];
    if (rule) rules[id] = { ...rule.options, severity: rule.severity };
  }
  return { policy: { version: policy.version, organisation: policy.organisation, unknownEvidence: policy.unknownEvidence, rules } };
}

/**
 * Reads an answer; `undefined` for anything that is no whole policy. Never throws.
 *
 * Outlook keeps an old add-in next to a new service for a while, so settings and rules this build
 * does not know are passed over. The administrator's mistakes were found by the service, which
 * reads the document strictly.
 */
export function readPolicyAnswer(body: unknown, rules: readonly Rule[]): Policy | undefined {
  const document = objectIn(objectIn(body)?.policy);
  const organisation = objectIn(document?.organisation);
  const settings = objectIn(document?.rules);
  if (!document || !organisation || !settings || document.version === undefined || document.unknownEvidence === undefined) return undefined;

  const perRule: { [id: string]: unknown } = {};
  for (const rule of rules) {
    if (!has(settings, rule.id)) continue;
    const setting = objectIn(settings[rule.id]);
    perRule[rule.id] = setting ? only(setting, ['severity', ...Object.keys(rule.options)]) : settings[rule.id];
  }
  const known = {
    ...only(document, ['version', 'unknownEvidence']),
    organisation: only(organisation, ['domains', 'includeSubdomains', 'except']),
    rules: perRule,
  };
  const result = parsePolicy(known, rules, (domain) => domain);
  return result.ok ? result.policy : undefined;
}

function objectIn(value: unknown): Document | undefined {
  return isSection(value) ? value : undefined;
}

function has(document: Document, name: string): boolean {
  return Object.prototype.hasOwnProperty.call(document, name);
}

function only(document: Document, names: readonly string[]): Document {
  const kept: { [name: string]: unknown } = {};
  for (const name of names) if (has(document, name)) kept[name] = document[name];
  return kept;
}
