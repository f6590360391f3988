import type { Place } from './client';
import type { Draft } from './draft';
import type { PolicyOrigin } from './ports';
import type { Severity } from './rule';
import type { DecisionAction } from './settings';

/** When a record is made: Send was pressed, or the sender went on in the pane in spite of what it found. */
export const RECORDED_EVENTS = ['send', 'acknowledgement'] as const;
export type RecordedEvent = (typeof RECORDED_EVENTS)[number];

/** What the sender said to the findings beforehand; never the reason itself. */
export const ACKNOWLEDGED = ['no', 'yes', 'withReason'] as const;
export type Acknowledged = (typeof ACKNOWLEDGED)[number];

/**
 * What is kept of one decision. No address, no subject, no content; nothing that tells one sender
 * from another, unless the policy has senders recorded.
 */
export interface DecisionRecord {
  readonly event: RecordedEvent;
  /** `2026-11-24`, UTC. No time: beside the log of a mail server it would tell whose mail it was. */
  readonly day: string;
  readonly kind: Draft['kind'];
  readonly client: Place;
  readonly action: DecisionAction;
  readonly acknowledged: Acknowledged;
  /** A fingerprint of the organisation's policy, not of the sender's group: groups can be small. */
  readonly policy: string;
  readonly policyOrigin: PolicyOrigin;
  readonly recipients: number;
  readonly external: number;
  /** External people whom the others can see. */
  readonly visible: number;
  /** Of each rule that failed or could not be decided, what weighs most. */
  readonly outcomes: readonly RecordedOutcome[];
  /** The address key, only where the policy has senders recorded. */
  readonly sender?: string;
}

export interface RecordedOutcome {
  readonly rule: string;
  readonly outcome: 'failed' | 'undetermined';
  readonly severity: Severity;
  /** The policy only observes the rule. */
  readonly observed: boolean;
}
