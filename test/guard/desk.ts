import { type Draft, EMPTY_DRAFT, type HostPart, type Person, type Recipient, type RecipientField } from '../../src/core/draft';
import { type EvidenceQuestion, type EvidenceSet, NO_EVIDENCE } from '../../src/core/evidence';
import { defaultPolicy, type Policy } from '../../src/core/policy';
import type { Abilities, Clock, Mailbox, PolicyOrigin, SendEvent, SessionData } from '../../src/core/ports';
import { defineRule, type Rule, type RuleContext } from '../../src/core/rule';
import type { SendParts } from '../../src/guard/handle-send';
import { exactWorld } from '../../src/reference/world-exact';
import type { DecisionRecord } from '../../src/core/record';

/*
 * The stories' ports, each as simple as it can be: one draft, session data in memory, a service that
 * answers at once, a clock that stands still. Whoever wants something else hands it in.
 */

export const NOW = Date.parse('2026-11-24T09:00:00Z');
export const MARA: Person = { address: 'mara@own.example', name: 'Mara Own' };

export const recipient = (address: string, field: RecipientField = 'to', list = false): Recipient => ({ address, name: '', field, ...(list ? { list } : {}) });

const words = { title: 'Rule', messages: { found: () => 'Found.' } };
const explained = { why: '', options: {} };

/** A rule of this id that says what `check` says; by default it needs and finds nothing. */
export function ruleOf(id: string, over: Partial<Pick<Rule, 'severity' | 'reads' | 'needs' | 'isIdle'>> & { readonly check?: (context: RuleContext<never>) => unknown } = {}): Rule {
  const { check = () => [], ...rest } = over;
  return defineRule({
    id, topic: 'content', severity: 'warning', legal: [], reads: [], needs: [], options: {}, text: { de: words, en: words }, explanation: { de: explained, en: explained },
    ...rest, check,
  } as Rule);
}

export interface Memory extends SessionData {
  readonly kept: Map<string, string>;
}

export function memory(kept: { readonly [key: string]: string } = {}): Memory {
  const entries = new Map(Object.entries(kept));
  return { kept: entries, read: async (key) => entries.get(key) ?? null, write: async (key, value) => { entries.set(key, value); return true; } };
}

export interface DeskSetup {
  readonly draft?: Partial<Draft>;
  readonly kind?: Draft['kind'];
  readonly owner?: Person | null;
  readonly session?: SessionData;
  readonly rules?: readonly Rule[];
  readonly policy?: (defaults: Policy) => Policy;
  readonly origin?: PolicyOrigin;
  readonly answers?: Partial<EvidenceSet> | ((question: EvidenceQuestion) => Promise<EvidenceSet>);
  readonly abilities?: Partial<Abilities>;
  readonly clock?: Partial<Clock>;
}

export interface Desk {
  readonly parts: SendParts;
  readonly event: SendEvent;
  /** Each verdict the event was completed with. */
  readonly verdicts: Parameters<SendEvent['complete']>[0][];
  /** What the service was asked, with the milliseconds it was given. */
  readonly asked: { readonly question: EvidenceQuestion; readonly within: number }[];
  /** The milliseconds the policy was given. */
  readonly policyWaits: number[];
  /** Parts the host was asked for, call by call. */
  readonly read: (readonly HostPart[])[];
  readonly noted: (readonly string[])[];
  readonly recorded: readonly DecisionRecord[];
  /** Timers that are set: after how long, and what they do. */
  readonly timers: { readonly after: number; readonly call: () => void; off: boolean }[];
}

export function desk(setup: DeskSetup = {}): Desk {
  const { draft = {}, kind = 'message', owner = null, session = memory(), rules = [], policy = (each: Policy) => each, origin = 'service', answers = {}, abilities = {}, clock = {} } = setup;
  const asked: Desk['asked'] = [];
  const policyWaits: number[] = [];
  const read: (readonly HostPart[])[] = [];
  const noted: (readonly string[])[] = [];
  const recorded: DecisionRecord[] = [];
  const timers: Desk['timers'] = [];
  const verdicts: Desk['verdicts'] = [];
  const refuse = (): Promise<never> => Promise.reject(new Error('Nothing may be written.'));
  const mailbox: Mailbox = {
    kind, language: 'en', owner, session,
    abilities: { sendModeOverride: true, dialogButton: 'function', markdown: false, delay: true, ...abilities },
    readDraft: async (parts) => { read.push(parts); return { ...EMPTY_DRAFT, kind, from: MARA, ...draft }; },
    readField: refuse, readsWhole: () => true, addRecipients: refuse, setRecipients: refuse, insertText: refuse, delayDelivery: refuse,
  };
  const parts: SendParts = {
    mailbox, rules, world: exactWorld,
    evidence: { ask: async (question, within) => { asked.push({ question, within }); return typeof answers === 'function' ? answers(question) : { ...NO_EVIDENCE, ...answers }; } },
    policies: { policy: async (within) => { policyWaits.push(within); return { policy: policy(ownPolicy(rules)), origin }; } },
    correspondence: { note: (keys) => { noted.push(keys); } },
    records: { take: (record) => { recorded.push(record); } },
    place: 'web',
    clock: {
      now: () => NOW,
      after: (after, call) => {
        const timer = { after, call, off: false };
        timers.push(timer);
        return () => { timer.off = true; };
      },
      ...clock,
    },
  };
  return { parts, event: { complete: (verdict) => { verdicts.push(verdict); } }, verdicts, asked, policyWaits, read, noted, recorded, timers };
}

/** The defaults, of a firm whose domain is own.example. */
export function ownPolicy(rules: readonly Rule[]): Policy {
  const defaults = defaultPolicy(rules);
  return { ...defaults, organisation: { ...defaults.organisation, domains: ['own.example'] } };
}

/** Lets everything run that waits for nothing but promises. */
export async function turns(): Promise<void> {
  for (let turn = 0; turn < 60; turn += 1) await Promise.resolve();
}
