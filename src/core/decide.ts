import type { Draft, Recipient } from './draft';
import type { Outcome } from './evaluate';
import { fingerprint, identityOf } from './identity';
import type { DecisionAction, Policy } from './policy';
import { SEVERITIES, type Severity } from './rule';

/** The sender has read these findings and goes on. Void as soon as people or findings change. */
export interface Acknowledgement {
  readonly fingerprint: string;
  /** Milliseconds since 1970, UTC. */
  readonly at: number;
  /** Why the mail goes out all the same, in the sender's words. */
  readonly reason?: string;
  /** Everybody a critical finding is about was ticked singly. */
  readonly each?: true;
}

/** What the sender has to do before a mail may go out in spite of its findings. */
export interface SecondThoughts {
  readonly reason: 'none' | 'optional' | 'required';
  /** Critical findings that may be overruled; each person they are about has to be ticked, and those about nobody as a whole. */
  readonly each: readonly Outcome[];
  /** The dialog at Send has room for none of it: it takes the pane. */
  readonly inPane: boolean;
}

/** What happens to the send, and because of what. */
export interface Decision {
  readonly action: DecisionAction;
  /** Outcomes that speak against sending, gravest first. */
  readonly concerns: readonly Outcome[];
  /** What an acknowledgement has to name to be good for this draft. */
  readonly fingerprint: string;
  readonly acknowledged: boolean;
  readonly secondThoughts: SecondThoughts;
  /** Minutes that delivery is to wait, by the gravest finding the mail goes out with; `null`: none. */
  readonly delayMinutes: number | null;
}

const ACTIONS: readonly DecisionAction[] = ['allow', 'confirm', 'block'];

export function decide(draft: Draft, outcomes: readonly Outcome[], policy: Policy, acknowledgement: Acknowledgement | null): Decision {
  const concerns = outcomes
    .filter(({ outcome, observed }) => !observed && (outcome === 'failed' || outcome === 'undetermined'))
    .map((outcome, index) => ({ outcome, index, weight: weightOf(outcome, policy) }))
    .sort((a, b) => b.weight - a.weight || a.index - b.index)
    .map(({ outcome }) => outcome);
  const gravest = concerns.reduce((most, concern) => Math.max(most, ACTIONS.indexOf(actionFor(concern, policy))), 0);
  const action = ACTIONS[gravest] as DecisionAction;
  // Notices stop nothing, so one that comes or goes does not void what was acknowledged.
  const fingerprint = fingerprintOf(draft, concerns.filter((concern) => actionFor(concern, policy) !== 'allow'));
  const delayMinutes = delayFor(concerns, policy);
  const secondThoughts = secondThoughtsOn(concerns, policy, delayMinutes);
  const acknowledged = action === 'confirm' && acknowledgement !== null && acknowledgement.fingerprint === fingerprint && satisfies(acknowledgement, secondThoughts);
  return { action: acknowledged ? 'allow' : action, concerns, fingerprint, acknowledged, secondThoughts, delayMinutes };
}

function secondThoughtsOn(concerns: readonly Outcome[], { sending }: Policy, delayMinutes: number | null): SecondThoughts {
  const each = sending.critical === 'confirmEach' ? concerns.filter(({ outcome, severity }) => outcome === 'failed' && severity === 'critical') : [];
  return { reason: sending.reason, each, inPane: sending.reason === 'required' || each.length > 0 || delayMinutes !== null };
}

function satisfies({ reason, each }: Acknowledgement, asked: SecondThoughts): boolean {
  return (asked.reason !== 'required' || (reason || '').trim() !== '') && (asked.each.length === 0 || each === true);
}

function delayFor(concerns: readonly Outcome[], { sending: { delayMinutes } }: Policy): number | null {
  const found = concerns.filter(({ outcome }) => outcome === 'failed').map(({ severity }) => SEVERITIES.indexOf(severity));
  const gravest = SEVERITIES[Math.max(0, ...found)] as Severity;
  return gravest === 'off' ? null : delayMinutes[gravest];
}

/** What has to be ticked: people by their addresses, once each, and a finding about nobody as a whole. */
export function ticksFor({ each }: SecondThoughts): readonly { readonly key: string; readonly recipient: Recipient | null; readonly outcome: Outcome }[] {
  const ticks = new Map<string, { key: string; recipient: Recipient | null; outcome: Outcome }>();
  for (const outcome of each) {
    if (outcome.recipients.length === 0) ticks.set(`#${outcome.rule}/${String(outcome.message)}`, { key: `#${outcome.rule}/${String(outcome.message)}`, recipient: null, outcome });
    for (const recipient of outcome.recipients) {
      const key = identityOf(recipient);
      if (!ticks.has(key)) ticks.set(key, { key, recipient, outcome });
    }
  }
  return Array.from(ticks.values());
}

/** What one outcome alone would do to the send. A notice never stops anything, known or unknown, nor does what is only observed. */
export function actionFor({ outcome, severity, observed }: Outcome, policy: Policy): DecisionAction {
  if (observed || outcome === 'passed' || outcome === 'notApplicable' || severity === 'notice' || severity === 'off') return 'allow';
  if (outcome === 'undetermined') return policy.unknownEvidence;
  return severity === 'critical' && policy.sending.critical === 'block' ? 'block' : 'confirm';
}

function weightOf(outcome: Outcome, policy: Policy): number {
  return ACTIONS.indexOf(actionFor(outcome, policy)) * 10 + (outcome.outcome === 'failed' ? 5 : 0) + SEVERITIES.indexOf(outcome.severity);
}

/**
 * A short name for these recipients with these findings. It guards against stale acknowledgements,
 * not against forgery: the sender writes it.
 */
export function fingerprintOf(draft: Draft, concerns: readonly Outcome[]): string {
  const people = draft.recipients.map(({ field, address, name }) => `${field}:${identityOf({ address, name })}`).sort();
  const findings = concerns.map(({ rule, outcome, message, data, recipients }) =>
    [rule, outcome, message, JSON.stringify(data), recipients.map(identityOf).sort().join(',')].join('|')).sort();
  const text = [draft.purpose || '', ...people, '#', ...findings].join('\n');
  return fingerprint(text);
}
