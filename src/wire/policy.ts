import type { Option } from '../core/option';
import { type Policy, readPolicy } from '../core/policy';
import { isSection } from '../core/reading';
import type { Rule } from '../core/rule';
import { isOption, type Settings, settingsFor } from '../core/settings';

/** Where the policy is asked for: `GET`, answers with an `ETag`. */
export const POLICY_PATH = '/api/v1/policy';

type Document = { readonly [name: string]: unknown };

/** The policy as it travels: the document an administrator would write, with everything filled in. */
export interface PolicyAnswer {
  readonly policy: Document;
}

/** Locks stay with the service: they are about who may write the document, which is over when it travels. */
export function policyAnswer(policy: Policy): PolicyAnswer {
  const { locked: _, groups, ...whole } = policy;
  return { policy: { ...asWritten(whole), groups: groups.map((group) => ({ ...group, policy: asWritten(group.policy) })) } };
}

function asWritten({ rules, ...others }: { readonly rules?: { readonly [id: string]: Partial<Policy['rules'][string]> | undefined } }): Document {
  const perRule: { [id: string]: Document } = {};
  for (const id of Object.keys(rules || {})) {
    const { options, ...common } = (rules || {})[id] || {};
    perRule[id] = { ...options, ...common };
  }
  return { ...others, rules: perRule };
}

/**
 * Reads an answer, of an older service, too; `undefined` for anything that is no whole policy. Never
 * throws.
 *
 * Outlook keeps an old add-in next to a new service for a while, so settings and rules this build
 * does not know are passed over. The administrator's mistakes were found by the service, which
 * reads the document strictly.
 */
export function readPolicyAnswer(body: unknown, rules: readonly Rule[]): Policy | undefined {
  const document = objectIn(objectIn(body)?.policy);
  if (!document || !isSection(document.organisation) || !isSection(document.rules) || document.version === undefined || document.unknownEvidence === undefined) return undefined;

  const settings = settingsFor(rules);
  const { groups } = document;
  const known = {
    ...knownOf(document, settings),
    version: document.version,
    groups: Array.isArray(groups) ? groups.map((group) => (isSection(group) ? { name: group.name, senders: group.senders, policy: knownIn(group.policy, settings) } : group)) : groups,
  };
  const result = readPolicy(known, rules);
  return result.ok ? result.policy : undefined;
}

function objectIn(value: unknown): Document | undefined {
  return isSection(value) ? value : undefined;
}

function knownIn(value: unknown, settings: Option<unknown> | Settings): unknown {
  if (!isOption(settings)) return isSection(value) ? knownOf(value, settings) : value;
  const { shape } = settings;
  return shape.kind === 'records' && Array.isArray(value) ? value.map((entry) => knownIn(entry, shape.fields)) : value;
}

function knownOf(document: Document, settings: Settings): Document {
  const kept: { [name: string]: unknown } = {};
  for (const name of Object.keys(settings)) {
    if (Object.prototype.hasOwnProperty.call(document, name)) kept[name] = knownIn(document[name], settings[name] as Option<unknown> | Settings);
  }
  return kept;
}
