import { decide, type Decision } from '../../src/core/decide';
import type { Draft } from '../../src/core/draft';
import { evaluate, type Outcome } from '../../src/core/evaluate';
import { type Policy, parsePolicy } from '../../src/core/policy';
import { exactWorld } from '../../src/reference/world-exact';
import { example } from '../../src/rules/example';
import { rules } from '../../src/rules/index';
import { ENGLISH } from './ordinary-day-english';
import { GERMAN } from './ordinary-day-german';
import type { NamedDraft } from './ordinary-day-mail';
import { SITUATIONS, type SituationName } from './ordinary-day-situations';

/** A Tuesday morning. */
const NOW = Date.UTC(2026, 10, 24, 9);
const POLICY = policyOf({ organisation: { domains: ['own.example'] } });
const MAILS = [...GERMAN, ...ENGLISH];
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
});
