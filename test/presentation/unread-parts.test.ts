import { decide } from '../../src/core/decide';
import { type Draft, EMPTY_DRAFT } from '../../src/core/draft';
import { NO_EVIDENCE } from '../../src/core/evidence';
import { evaluate } from '../../src/core/evaluate';
import { parsePolicy } from '../../src/core/policy';
import { paneView } from '../../src/presentation/pane-view';
import { smartAlert } from '../../src/presentation/smart-alert';
import { exactWorld } from '../../src/reference/world-exact';
import { rules } from '../../src/rules';

const NOW = Date.parse('2026-11-24T09:00:00Z');
const anna = { field: 'to', name: 'Anna Eichner', address: 'anna@oak.example' } as const;

/** What becomes of a draft of which Outlook has not told everything. */
function reviewed(changes: Partial<Draft>, policyText: unknown = {}) {
  const parsed = parsePolicy(policyText, rules, exactWorld.registrableDomain);
  if (!parsed.ok) throw new Error('the policy of this test is wrong');
  const { policy } = parsed;
  const draft: Draft = { ...EMPTY_DRAFT, from: { name: 'Mara Own', address: 'mara@own.example' }, subject: 'Termin', recipients: [anna], ...changes };
  const outcomes = evaluate({ draft, policy, evidence: NO_EVIDENCE, now: NOW, world: exactWorld }, rules);
  const decision = decide(draft, outcomes, policy, null);
  return {
    decision, policy,
    view: (language: 'de' | 'en') => paneView({ draft, outcomes, decision, policy, policyOrigin: 'service' }, rules, language),
    alert: smartAlert(decision, policy, rules, { kind: 'message', language: 'de', abilities: { sendModeOverride: true, dialogButton: 'function', markdown: true, delay: true } }, NOW),
  };
}

describe('a list that Outlook cut off', () => {
  const cutOff = { unread: ['to'] } as const;

  test('is one card in the pane, which names every check it left open', () => {
    const { view, decision, policy } = reviewed(cutOff);
    const stopping = view('de').cards.filter(({ action }) => action !== 'allow');
    expect(stopping.map(({ outcome, title }) => [outcome, title])).toEqual([['undetermined', 'Nicht alles ließ sich lesen']]);
    const open = decision.concerns.filter(({ outcome, severity }) => outcome === 'undetermined' && severity !== 'notice');
    expect(policy.unknownEvidence).toBe('confirm');
    expect(open.length).toBeGreaterThan(10);
    expect(stopping[0]?.checks).toHaveLength(open.length);
    expect(stopping[0]?.checks).toContain('Empfänger sehen einander');
    expect(stopping[0]?.message).toBe(`Outlook hat nicht vollständig mitgeteilt: An. Deshalb waren ${open.length} Prüfungen nicht möglich.`);
  });

  test('is said once in the dialog, also where it is formatted', () => {
    const { alert } = reviewed(cutOff);
    expect(alert.errorMessageMarkdown?.match(/Outlook hat nicht/g)).toHaveLength(1);
    expect(alert.errorMessage.match(/Outlook hat nicht/g)).toHaveLength(1);
    expect(alert.errorMessageMarkdown).not.toMatch(/weitere/);
  });

  test('keeps what was found all the same in cards of its own', () => {
    const people = ['ash', 'elm', 'fir', 'yew'].map((tree) => ({ field: 'to' as const, name: '', address: `a@${tree}.example` }));
    const { view, alert } = reviewed({ ...cutOff, recipients: people });
    expect(view('en').cards.filter(({ outcome }) => outcome === 'failed').map(({ rule }) => rule)).toContain('visible-recipients');
    expect(alert.errorMessageMarkdown).toMatch(/Empfänger sehen einander.*Nicht alles ließ sich lesen/s);
  });

  test('names every part once where rules read different ones', () => {
    const { view } = reviewed({ unread: ['to', 'attachments'] });
    expect(view('en').cards.find(({ checks }) => checks.length > 0)?.message).toMatch(/^Outlook did not tell everything about: To, attachments\. So \d+ checks were not possible\.$/);
  });
});

test('what only one rule could not check stands under that rule’s name', () => {
  const { view } = reviewed({ unread: ['attachments'] }, { rules: { 'risky-attachments': { severity: 'off' } } });
  const [card] = view('de').cards.filter(({ action }) => action !== 'allow');
  expect([card?.title, card?.checks, card?.message]).toEqual(['Anhang vergessen?', [], 'Outlook hat nicht vollständig mitgeteilt: Anhänge. Das ließ sich deshalb nicht prüfen.']);
});

test('a title that is a question already gets no second question mark in the dialog', () => {
  const { alert } = reviewed({ unread: ['attachments'] }, { rules: { 'risky-attachments': { severity: 'off' } } });
  expect(alert.errorMessageMarkdown).toContain('**Anhang vergessen?**');
});
