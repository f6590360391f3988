import { decide } from '../core/decide';
import { evaluate } from '../core/evaluate';
import type { Review } from '../presentation/pane-view';
import { gather, type Known, nothingYet, type Patience } from './gather';
import type { GuardParts } from './parts';

/** While somebody writes there is time to wait for a slow service. */
const PATIENCE = { policyMilliseconds: 5000, evidenceMilliseconds: 10000, keepAnswers: true };

/** Looks at the draft as it stands now. Never rejects for what the host or the service do. */
export async function review(parts: GuardParts, patience: Patience = PATIENCE): Promise<Review> {
  const known = nothingYet(parts);
  await gather(parts, known, patience);
  return verdictOn(known, parts);
}

export function verdictOn(known: Known, { rules, world, clock }: GuardParts): Review {
  const { draft, policy, policyOrigin, contacts, acknowledgement } = known;
  const outcomes = evaluate({ draft, policy, contacts, now: clock.now(), world }, rules);
  return { draft, outcomes, decision: decide(draft, outcomes, policy, acknowledgement), policy, policyOrigin };
}
