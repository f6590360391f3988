import { join } from 'node:path';
import type { Rule } from '../core/rule';
import { rules } from '../rules';
import type { Example } from '../rules/example';

/** A rule with the examples in its folder. */
export interface RuleWithExamples {
  readonly rule: Rule;
  readonly examples: readonly Example[];
}

/** Every rule, in the order in which people read them. Examples are found by folder, so that a new rule is here without a line of ours. */
export function rulesWithExamples(): readonly RuleWithExamples[] {
  return rules.map((rule) => {
    const { examples } = require(join(__dirname, '..', 'rules', rule.id, 'examples.ts')) as { readonly examples: readonly Example[] };
    return { rule, examples };
  });
}
