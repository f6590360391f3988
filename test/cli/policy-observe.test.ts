import { checkDraft } from '../../src/cli/check-run';
import { jsonLine, textReport } from '../../src/cli/report';
import { EMPTY_DRAFT, type Draft } from '../../src/core/draft';
import { parsePolicy, type Policy } from '../../src/core/policy';
import { LANGUAGES } from '../../src/core/rule';
import { registrableDomain } from '../../src/reference/public-suffixes/exact';
import { rules } from '../../src/rules';

const NOW = Date.parse('2026-11-24T09:00:00Z');
const circular: Draft = {
  ...EMPTY_DRAFT, from: { address: 'mara@own.example', name: 'Mara' }, subject: 'Termin', body: 'Hallo',
  recipients: ['anna@oak.example', 'ben@elm.example', 'cem@ash.example', 'dora@fir.example', 'emil@yew.example', 'fay@bay.example'].map((address) => ({ address, name: '', field: 'to' })),
};
/** Nothing else speaks, whatever rules there are. */
const alone = (id: string, settings: object) => ({ ...Object.fromEntries(rules.map((rule) => [rule.id, { severity: 'off' }])), [id]: settings });

function policyOf(document: object): Policy {
  const result = parsePolicy(document, rules, registrableDomain);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.policy;
}

const observed = policyOf({ rules: alone('visible-recipients', { severity: 'critical', mode: 'observe' }) });
const look = (language: 'de' | 'en') => ({ language, colour: false, columns: null });

test('umsicht check shows what is only observed, with what it would have done, and lets the mail go', () => {
  const checked = checkDraft('circular.eml', circular, observed, null, NOW);
  expect(checked.decision.action).toBe('allow');
  const report = textReport(checked, rules, look('en'));
  expect(report).toContain('✓ circular.eml: allow\n  Nothing stands out\n\n  Only observed; the sender sees nothing of it:\n\n  ✗ Recipients can see each other\n');
  for (const language of LANGUAGES) expect(textReport(checked, rules, look(language))).toContain('fay@bay.example');
});

test('of what is observed the gravest stands first', () => {
  const two = policyOf({ mode: 'observe', rules: { ...alone('missing-subject', {}), 'visible-recipients': {} } });
  const report = textReport(checkDraft('x.eml', { ...circular, subject: '' }, two, null, NOW), rules, look('en'));
  expect(report.indexOf('! Recipients can see each other')).toBeGreaterThan(0);
  expect(report.indexOf('i Subject is missing')).toBeGreaterThan(report.indexOf('! Recipients can see each other'));
  const rest = policyOf({ mode: 'observe', rules: { ...alone('forgotten-attachments', {}), 'only-bcc': {} } });
  const bcc = { ...circular, body: 'Anbei die Liste.', recipients: circular.recipients.map((person) => ({ ...person, field: 'bcc' as const })) };
  const later = textReport(checkDraft('x.eml', bcc, rest, null, NOW), rules, look('en'));
  expect(later.indexOf('! Attachment forgotten?')).toBeLessThan(later.indexOf('i Nobody in To'));
});

test('the remedy of what is observed is not applied', () => {
  const checked = checkDraft('circular.eml', circular, observed, null, NOW);
  expect(checked.outcomes.some(({ remedy }) => remedy !== null)).toBe(true);
  expect(checked.after).toEqual(circular);
  expect(textReport(checked, rules, look('en'))).not.toContain('With every remedy applied');
});

test('as JSON, observed outcomes say so, and no others', () => {
  const outcomesUnder = (policy: Policy) => (JSON.parse(jsonLine(checkDraft('circular.eml', circular, policy, null, NOW))) as { outcomes: readonly { readonly observed?: boolean }[] }).outcomes;
  expect(outcomesUnder(observed).map((outcome) => outcome.observed)).toEqual([true]);
  for (const outcome of outcomesUnder(policyOf({}))) expect(outcome).not.toHaveProperty('observed');
});

test('umsicht check applies the group the sender of a mail is in', () => {
  const grouped = policyOf({ rules: alone('visible-recipients', { severity: 'critical' }), groups: [{ name: 'press', senders: ['press@own.example'], policy: { rules: { 'visible-recipients': { severity: 'off' } } } }] });
  const actionFor = (address: string) => checkDraft('-', { ...circular, from: { address, name: '' } }, grouped, null, NOW).decision.action;
  expect([actionFor('mara@own.example'), actionFor('press@own.example')]).toEqual(['block', 'allow']);
});
