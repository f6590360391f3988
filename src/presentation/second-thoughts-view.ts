import { type Decision, ticksFor } from '../core/decide';
import type { Policy } from '../core/policy';
import type { Language, Rule } from '../core/rule';
import { wordingOf } from './words';

/** What the pane asks for before a mail may go out in spite of its findings. */
export interface SecondThoughtsView {
  readonly reason: 'none' | 'optional' | 'required';
  /** UTF-16 units. */
  readonly longestReason: number;
  /** One for each person a critical finding is about, or for a finding about nobody in particular, by its title. */
  readonly ticks: readonly { readonly key: string; readonly of: { readonly name: string; readonly address: string } | string }[];
  readonly checkAll: boolean;
  /** The dialog at Send offers no way around, so the pane has to. */
  readonly inPane: boolean;
  /** How long delivery will wait, as a sentence. */
  readonly delayNote: string | null;
}

/** Longest reason that is kept; there is little room beside what Outlook keeps for others. */
export const LONGEST_REASON = 500;

export function secondThoughtsView({ secondThoughts, delayMinutes }: Decision, { sending }: Policy, rules: readonly Rule[], language: Language): SecondThoughtsView {
  return {
    reason: secondThoughts.reason,
    longestReason: LONGEST_REASON,
    ticks: ticksFor(secondThoughts).map(({ key, recipient, outcome }) =>
      ({ key, of: recipient === null ? wordingOf(outcome, rules, language).title : { name: recipient.name, address: recipient.address } })),
    checkAll: sending.checkAll,
    inPane: secondThoughts.inPane,
    delayNote: delayMinutes === null ? null : DELAY[language](delayMinutes),
  };
}

const DELAY: { readonly [L in Language]: (minutes: number) => string } = {
  de: (minutes) => `Zugestellt wird frühestens ${minutes === 1 ? 'eine Minute' : `${minutes} Minuten`} nach Ihrer Bestätigung; bis dahin liegt die Nachricht im Postausgang.`,
  en: (minutes) => `Delivery waits for at least ${minutes === 1 ? 'one minute' : `${minutes} minutes`} after you confirm; until then the message stays in the outbox.`,
};
