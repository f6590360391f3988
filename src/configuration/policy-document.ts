import { defaultPolicy, parsePolicy, type PolicyProblem, type PolicyResult } from '../core/policy';
import type { Rule } from '../core/rule';
import { registrableDomain } from '../reference/public-suffixes/exact';
import { readJson } from '../wire/json-text';
import type { ConfigurationResult } from './configuration';
import { textOf } from './sources';

/**
 * The policy in a file, or the built-in one where no file is named. A file that cannot be read or
 * is no JSON is a problem of the whole document, whose path is the file itself.
 */
export function loadPolicy(file: string | null, rules: readonly Rule[]): PolicyResult {
  if (file === null) return { ok: true, policy: defaultPolicy(rules) };
  const read = textOf(file);
  if (!read.ok) return { ok: false, problems: [{ path: '', message: read.why }] };
  const json = readJson(read.text, 'allowed');
  return json.ok ? parsePolicy(json.document, rules, registrableDomain) : json;
}

export function policyProblemText(file: string, { path, message }: PolicyProblem): string {
  return `${file}: ${path === '' ? '' : `${path}: `}${message}`;
}

/** Everything that is wrong with settings and with the policy they name, so that one look shows all of it. */
export function problemsWith(result: ConfigurationResult, rules: readonly Rule[]): readonly string[] {
  const { policyFile } = result;
  const policy = loadPolicy(policyFile, rules);
  const inPolicy = policyFile === null || policy.ok ? [] : policy.problems.map((problem) => policyProblemText(policyFile, problem));
  return result.ok ? inPolicy : [...result.problems, ...inPolicy];
}
