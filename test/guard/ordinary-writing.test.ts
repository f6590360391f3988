import { actionFor, decide } from '../../src/core/decide';
import type { Draft } from '../../src/core/draft';
import { evaluate } from '../../src/core/evaluate';
import { mergedEvidence } from '../../src/core/evidence';
import { parsePolicy, type Policy } from '../../src/core/policy';
import type { Language } from '../../src/core/rule';
import type { WantedNotice } from '../../src/guard/draft-bar';
import type { Review } from '../../src/presentation/pane-view';
import { wantedNotices } from '../../src/guard/wanted-notices';
import { exactWorld } from '../../src/reference/world-exact';
import { example } from '../../src/rules/example';
import { rules } from '../../src/rules';
import { EDGES } from '../rules/ordinary-day-edges';
import { ENGLISH } from '../rules/ordinary-day-english';
import { GERMAN } from '../rules/ordinary-day-german';
import { MISHAPS } from '../rules/ordinary-day-mishaps';
import type { NamedDraft } from '../rules/ordinary-day-mail';
import { SITUATIONS, type SituationName } from '../rules/ordinary-day-situations';
import { desk, memory } from './desk';

/*
 * An ordinary working day while it is being written: the mails of test/rules/ordinary-day.test.ts at
 * every stage on their way, people first or text first, since Outlook tells of a change at any of them.
 */

/** A Tuesday morning. */
const NOW = Date.UTC(2026, 10, 24, 9);
const MAILS = [...GERMAN, ...ENGLISH, ...EDGES];

const policy = policyOf({ organisation: { domains: ['own.example'] } });

function policyOf(document: unknown): Policy {
  const result = parsePolicy(document, rules, exactWorld.registrableDomain);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.policy;
}

const draftOf = (each: NamedDraft): Draft => example({ de: each.called, en: each.called }, each, 'passed').draft;

/** One person after the other in a new mail or a forward; a reply begins with all of them. */
function stagesOf(draft: Draft): readonly Draft[] {
  const begin = draft.composeType === 'reply' ? draft.recipients.length : 0;
  const words = draft.body.split('\n');
  const stages: Draft[] = [];
  for (let people = begin; people <= draft.recipients.length; people += 1) {
    const recipients = draft.recipients.slice(0, people);
    stages.push({ ...draft, recipients, subject: draft.composeType === 'newMail' ? '' : draft.subject, body: '', attachments: [] }, { ...draft, recipients, attachments: [] }, { ...draft, recipients });
  }
  for (let lines = 1; lines < words.length; lines += 3) stages.push({ ...draft, body: words.slice(0, lines).join('\n'), attachments: [] });
  return stages;
}

async function said(draft: Draft, situation: SituationName): Promise<readonly string[]> {
  const outcomes = evaluate({ draft, policy, evidence: SITUATIONS[situation](draft), now: NOW, world: exactWorld }, rules);
  const review: Review = { draft, outcomes, decision: decide(draft, outcomes, policy, null), policy, policyOrigin: 'service' };
  return (await noticesFor(review)).map((notice) => notice.say(notice.subjects, 'button').text);
}

async function noticesFor(review: Review, language: Language = 'de'): Promise<readonly WantedNotice[]> {
  const { parts } = desk({ session: memory() });
  return (await wantedNotices({ ...parts, mailbox: { ...parts.mailbox, language }, rules }, review, [])).notices;
}

test.each(Object.keys(SITUATIONS) as readonly SituationName[])('nothing is said above any of them while %s', async (situation) => {
  const loud: unknown[] = [];
  for (const each of MAILS) {
    for (const stage of stagesOf(draftOf(each))) {
      const texts = await said(stage, situation);
      if (texts.length > 0) loud.push({ mail: each.called, people: stage.recipients.map(({ address }) => address), body: stage.body.slice(0, 60), texts });
    }
  }
  expect(loud).toEqual([]);
});

/** What is found in a mail with which something goes wrong, under the policy it goes wrong with. */
function mishapOf({ called, draft: written, circumstances, policy: settings }: (typeof MISHAPS)[number]): Review {
  const { draft, evidence } = example({ de: called, en: called }, written, 'passed', circumstances);
  const policyThen = policyOf({ organisation: { domains: ['own.example'] }, ...settings });
  const outcomes = evaluate({ draft, policy: policyThen, evidence: mergedEvidence(SITUATIONS['the service answers as usual'](draft), evidence), now: NOW, world: exactWorld }, rules);
  return { draft, outcomes, decision: decide(draft, outcomes, policyThen, null), policy: policyThen, policyOrigin: 'service' };
}

test('what Send would stop a mail for is said before, unless something is missing, or cannot be told', async () => {
  const missing = new Set(rules.filter(({ onlyFinished }) => onlyFinished).map(({ id }) => id));
  for (const each of MISHAPS) {
    const review = mishapOf(each);
    const grave = review.decision.concerns.filter((concern) => concern.outcome === 'failed' && actionFor(concern, review.policy) !== 'allow' && !missing.has(concern.rule));
    expect([each.called, (await noticesFor(review)).length]).toEqual([each.called, grave.length > 0 ? 1 : 0]);
  }
});

test('every line has at most 150 characters, in both languages, whatever leads to the pane', async () => {
  for (const each of MISHAPS) {
    const review = mishapOf(each);
    for (const language of ['de', 'en'] as const) {
      for (const pane of ['button', 'ribbon', 'none'] as const) {
        for (const notice of await noticesFor(review, language)) {
          const { text, button } = notice.say(notice.subjects, pane);
          expect([text, text.length <= 150]).toEqual([text, true]);
          expect(text).not.toMatch(/…|\s\s/);
          expect((button?.label ?? '').length).toBeLessThanOrEqual(30);
        }
      }
    }
  }
});
