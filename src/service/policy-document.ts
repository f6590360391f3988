import { readFileSync } from 'node:fs';
import { defaultPolicy, parsePolicy, type PolicyResult } from '../core/policy';
import type { Rule } from '../core/rule';
import { registrableDomain } from '../reference/public-suffixes/exact';
import { readJson } from '../wire/json-text';

/**
 * The policy in a file, or the built-in one where no file is named. A file that cannot be read or
 * is no JSON is a problem of the whole document, whose path is the file itself.
 */
export function loadPolicy(file: string | null, rules: readonly Rule[]): PolicyResult {
  if (file === null) return { ok: true, policy: defaultPolicy(rules) };
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return { ok: false, problems: [{ path: '', message: code === 'ENOENT' ? 'there is no such file' : `cannot be read: ${message}` }] };
  }
  const json = readJson(text, 'allowed');
  return json.ok ? parsePolicy(json.document, rules, registrableDomain) : json;
}
