import { decide, type Decision } from '../../src/core/decide';
import type { Draft } from '../../src/core/draft';
import { mergedEvidence } from '../../src/core/evidence';
import { evaluate, type Outcome } from '../../src/core/evaluate';
import { type Policy, parsePolicy } from '../../src/core/policy';
import { exactWorld } from '../../src/reference/world-exact';
import { example } from '../../src/rules/example';
import { rules } from '../../src/rules/index';
import { EDGES } from './ordinary-day-edges';
import { ENGLISH } from './ordinary-day-english';
import { GERMAN } from './ordinary-day-german';
import type { NamedDraft } from './ordinary-day-mail';
import { MISHAPS } from './ordinary-day-mishaps';
import { SITUATIONS, type SituationName } from './ordinary-day-situations';

/** A Tuesday morning. */
const NOW = Date.UTC(2026, 10, 24, 9);
const POLICY = policyOf({ organisation: { domains: ['own.example'] } });
const MAILS = [...GERMAN, ...ENGLISH, ...EDGES];
const NAMES = Object.keys(SITUATIONS) as readonly SituationName[];

function policyOf(document: unknown): Policy {
  const result = parsePolicy(document, rules, exactWorld.registrableDomain);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.policy;
}

const draftOf = (each: NamedDraft): Draft => example({ de: each.called, en: each.called }, each, 'passed').draft;

function verdictOn(draft: Draft, situation: SituationName): { readonly decision: Decision; readonly concerns: readonly Outcome[] } {
  const outcomes = evaluate({ draft, policy: POLICY, evidence: SITUATIONS[situation](draft), now: NOW, world: exactWorld }, rules);
  const decision = decide(draft, outcomes, POLICY, null);
  return { decision, concerns: decision.concerns };
}

const told = (concerns: readonly Outcome[]): readonly string[] => concerns.map(({ rule, message, outcome, severity }) => `${rule}/${String(message)} ${outcome} ${severity}`);

describe('an ordinary working day', () => {
  test('is at least 150 mails, each of them once, in both languages', () => {
    expect(MAILS.length).toBeGreaterThanOrEqual(150);
    expect(new Set(MAILS.map(({ called }) => called)).size).toBe(MAILS.length);
    for (const language of [GERMAN, ENGLISH]) expect(language.length).toBeGreaterThanOrEqual(60);
  });

  test.each(NAMES)('brings no dialog while %s', (situation) => {
    const stopped = MAILS.map((each) => ({ mail: each.called, ...verdictOn(draftOf(each), situation) }))
      .filter(({ decision }) => decision.action !== 'allow')
      .map(({ mail, concerns }) => ({ mail, concerns: told(concerns) }));
    expect(stopped).toEqual([]);
  });

  test.each(NAMES)('brings no dialog while %s, where nobody saw whom a reply was opened with', (situation) => {
    const stopped = MAILS.filter(({ openedWith }) => openedWith)
      .map((each) => ({ mail: each.called, ...verdictOn({ ...draftOf(each), openedWith: null }, situation) }))
      .filter(({ decision }) => decision.action !== 'allow')
      .map(({ mail, concerns }) => ({ mail, concerns: told(concerns) }));
    expect(stopped).toEqual([]);
  });

  test.each(['the service answers as usual', 'the service knows nobody'] as const)('brings two notices per mail at most, and none or one to most, while %s', (situation) => {
    const counts = MAILS.map((each) => ({ mail: each.called, notices: told(verdictOn(draftOf(each), situation).concerns) }));
    expect(counts.filter(({ notices }) => notices.length > 2)).toEqual([]);
    expect(counts.filter(({ notices }) => notices.length > 1).length).toBeLessThanOrEqual(MAILS.length / 20);
    const most = situation === 'the service answers as usual' ? 0 : 1;
    expect(counts.filter(({ notices }) => notices.length <= most).length).toBeGreaterThanOrEqual(MAILS.length * 0.9);
  });

  test.each(['the service is silent', 'there is no service'] as const)('brings nothing but the silence itself beside what an answering service brings while %s', (situation) => {
    for (const each of MAILS) {
      const draft = draftOf(each);
      const before = new Set(told(verdictOn(draft, 'the service answers as usual').concerns));
      const found = verdictOn(draft, situation).concerns.filter(({ outcome }) => outcome === 'failed');
      // Of a list nobody could look into, outsiders cannot be ruled out.
      const isToList = draft.recipients.some(({ list }) => list);
      if (!isToList) expect({ mail: each.called, found: told(found) }).toEqual({ mail: each.called, found: [...before] });
    }
  });
});

describe('a day on which something goes wrong', () => {
  test('knows at least 45 ways, told by at least 34 rules', () => {
    expect(MISHAPS.length).toBeGreaterThanOrEqual(45);
    expect(new Set(MISHAPS.map(({ called }) => called)).size).toBe(MISHAPS.length);
    const spoken = new Set(MISHAPS.flatMap(({ speaks }) => speaks));
    // By number, not by name: a new rule brings its own examples, and needs no mail here.
    expect(rules.filter(({ id }) => spoken.has(id)).length).toBeGreaterThanOrEqual(34);
  });

  test.each(MISHAPS.map((each) => [each.called, each] as const))('%s', (called, { draft: written, circumstances, policy: settings, decision, speaks }) => {
    const { draft, evidence } = example({ de: called, en: called }, written, 'passed', circumstances);
    const policy = policyOf({ organisation: { domains: ['own.example'] }, ...settings });
    const outcomes = evaluate({ draft, policy, evidence: mergedEvidence(SITUATIONS['the service answers as usual'](draft), evidence), now: NOW, world: exactWorld }, rules);
    const decided = decide(draft, outcomes, policy, null);
    const said = decided.concerns.map(({ rule, outcome }) => (outcome === 'undetermined' ? `${rule}?` : rule));
    expect({ decision: decided.action, speaks: Array.from(new Set(said)) }).toEqual({ decision, speaks });
  });
});
