import type { DraftPart } from '../../src/core/draft';
import { evaluate } from '../../src/core/evaluate';
import { parsePolicy } from '../../src/core/policy';
import type { Rule } from '../../src/core/rule';
import { exactWorld } from '../../src/reference/world-exact';
import { example, type ExampleDraft, policyDocumentOf } from '../../src/rules/example';
import { forgottenAttachments } from '../../src/rules/forgotten-attachments/rule';
import { salutationMismatch } from '../../src/rules/salutation-mismatch/rule';
import { undeclaredPurpose } from '../../src/rules/undeclared-purpose/rule';

const cases: readonly (readonly [string, Rule, ExampleDraft, DraftPart])[] = [
  ['attachments Outlook has not told are not forgotten', forgottenAttachments, { to: ['anna@oak.example'], body: 'Anbei die Rechnung.' }, 'attachments'],
  ['the person greeted may stand in a field Outlook has not told', salutationMismatch, { to: ['Anna Oak <anna.oak@oak.example>'], body: 'Hallo Dora,' }, 'cc'],
  ['a purpose Outlook has not told may have been declared', undeclaredPurpose, { to: ['anna@oak.example'], subject: 'Unser Newsletter im November' }, 'purpose'],
];

test.each(cases)('%s', (_, rule, draft, part) => {
  const each = example({ de: '', en: '' }, draft, 'passed');
  const policy = parsePolicy(policyDocumentOf(rule.id, each), [rule], exactWorld.registrableDomain);
  if (!policy.ok) throw new Error(JSON.stringify(policy.problems));
  const outcomesWith = (unread: readonly DraftPart[]): readonly string[] => evaluate({ draft: { ...each.draft, unread }, policy: policy.policy, evidence: each.evidence, now: each.now, world: exactWorld }, [rule]).map(({ outcome }) => outcome);
  expect(outcomesWith([])).toEqual(['failed']);
  expect(outcomesWith([part])).toEqual(['undetermined']);
});
