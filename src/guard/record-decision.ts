import { addressKey, parseAddress } from '../core/address';
import type { Acknowledgement, Decision } from '../core/decide';
import type { Draft } from '../core/draft';
import { type Outcome, participantsOf, type World } from '../core/evaluate';
import { type Policy, policyFingerprint } from '../core/policy';
import type { PolicyOrigin, RecordLog } from '../core/ports';
import type { Place } from '../core/client';
import type { Acknowledged, DecisionRecord, RecordedEvent, RecordedOutcome } from '../core/record';
import { SEVERITIES } from '../core/rule';

/** What a record is made of. */
export interface Decided {
  readonly event: RecordedEvent;
  readonly draft: Draft;
  readonly outcomes: readonly Outcome[];
  readonly decision: Pick<Decision, 'action'>;
  readonly acknowledged: Acknowledged;
  /** As it is for the sender. */
  readonly policy: Policy;
  /** As it is for the organisation. */
  readonly whole: Policy;
  readonly policyOrigin: PolicyOrigin;
  /** Milliseconds since 1970, UTC. */
  readonly now: number;
}

/** Hands a record of the decision over, where the policy wants one. Whatever goes wrong, nobody else notices. */
export function recordDecision({ records, place, world }: { readonly records: RecordLog; readonly place: Place; readonly world: World }, decided: Decided): void {
  try {
    if (decided.policy.records.keep) records.take(recordOf(decided, place, world));
  } catch {
    // What is not counted is no reason to hold a mail up.
  }
}

export function recordOf({ event, draft, outcomes, decision, acknowledged, policy, whole, policyOrigin, now }: Decided, client: Place, world: World): DecisionRecord {
  const outside = participantsOf(draft, policy, world).filter(({ standing }) => standing === 'external');
  const { sender } = whole.records;
  const from = draft.from && parseAddress(draft.from.address);
  return {
    event,
    day: new Date(now).toISOString().slice(0, 10),
    kind: draft.kind,
    client,
    action: decision.action,
    acknowledged,
    policy: policyFingerprint(whole),
    policyOrigin,
    recipients: draft.recipients.length,
    external: outside.length,
    visible: outside.filter(({ field }) => field !== 'bcc').length,
    outcomes: outcomesIn(outcomes),
    ...(sender.reason.trim() !== '' && sender.days !== null && from && from.usable ? { sender: addressKey(from.key) } : {}),
  };
}

/** One for each rule, what weighs most: what failed before what nobody could tell, then the graver. */
function outcomesIn(outcomes: readonly Outcome[]): readonly RecordedOutcome[] {
  const heaviest = new Map<string, RecordedOutcome>();
  for (const { rule, outcome, severity, observed } of outcomes) {
    if (outcome !== 'failed' && outcome !== 'undetermined') continue;
    const found: RecordedOutcome = { rule, outcome, severity, observed: observed === true };
    const before = heaviest.get(rule);
    if (!before || weightOf(found) > weightOf(before)) heaviest.set(rule, found);
  }
  return Array.from(heaviest.values());
}

function weightOf({ outcome, severity }: RecordedOutcome): number {
  return (outcome === 'failed' ? 10 : 0) + SEVERITIES.indexOf(severity);
}

/** `goesOn`: the decision rests on it. */
export function acknowledgedBy(goesOn: boolean, acknowledgement: Pick<Acknowledgement, 'reason'> | null): Acknowledged {
  if (!goesOn || acknowledgement === null) return 'no';
  return (acknowledgement.reason || '').trim() === '' ? 'yes' : 'withReason';
}
