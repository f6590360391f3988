import { decide } from '../core/decide';
import type { Draft, HostPart } from '../core/draft';
import { evaluate } from '../core/evaluate';
import type { Review } from '../presentation/pane-view';
import { type Policy, policyFor } from '../core/policy';
import { gather, type Known, nothingYet, type Patience } from './gather';
import type { GuardParts } from './parts';

/** While somebody writes there is time to wait for a slow service. */
const PATIENCE = { policyMilliseconds: 5000, evidenceMilliseconds: 10000, keepAnswers: true };

/** With the organisation's policy beside the one that counts for the sender. */
export interface Verdict extends Review {
  readonly whole: Policy;
}

/** Looks at the draft as it stands now. Never rejects for what the host or the service do. */
export function review(parts: GuardParts, patience: Patience = PATIENCE): Promise<Verdict> {
  return beginReview(parts, null, patience).whole;
}

/** A review that still waits for somebody. */
export interface ReviewUnderWay {
  readonly whole: Promise<Verdict>;
  /**
   * The verdict from what is there by now; who has not been answered for is unknown. `newer`: what
   * has been read anew of the draft. `null` as long as there is no draft, or no policy at all.
   */
  soFar(newer?: { readonly draft: Draft; readonly parts: readonly HostPart[] }): Verdict | null;
}

/** `before`: an earlier review of this draft, whose policy stands in until the service has answered. */
export function beginReview(parts: GuardParts, before: Verdict | null, patience: Patience = PATIENCE): ReviewUnderWay {
  const known = nothingYet(parts);
  const { draft: unread, policy: builtIn } = known;
  return {
    whole: gather(parts, known, patience).then(() => verdictOn(known, parts)),
    soFar(newer) {
      const unanswered = known.policy === builtIn;
      if (known.draft === unread || (unanswered && before === null)) return null;
      const [policy, policyOrigin] = unanswered && before ? [before.whole, before.policyOrigin] : [known.policy, known.policyOrigin];
      return verdictOn({ ...known, policy, policyOrigin, draft: newer ? withParts(known.draft, newer.draft, newer.parts) : known.draft }, parts);
    },
  };
}

function withParts(draft: Draft, { recipients, subject, body, unread }: Draft, parts: readonly HostPart[]): Draft {
  return { ...draft, recipients, subject, body, unread: [...draft.unread.filter((part) => parts.indexOf(part as HostPart) < 0), ...unread] };
}

export function verdictOn(known: Known, { rules, world, clock }: GuardParts): Verdict {
  const { draft, policyOrigin, evidence, acknowledgement } = known;
  const policy = policyFor(known.policy, draft.from);
  const outcomes = evaluate({ draft, policy, evidence, now: clock.now(), world }, rules);
  return { draft, outcomes, decision: decide(draft, outcomes, policy, acknowledgement), policy, whole: known.policy, policyOrigin };
}
