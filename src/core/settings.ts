import { madeOnce } from './made-once';
import { address, choice, count, flag, limit, link, type Option, patterns, text } from './option';
import { type Rule, SEVERITIES } from './rule';

export const ACTIONS = ['allow', 'confirm', 'block'] as const;
export type DecisionAction = (typeof ACTIONS)[number];

/** `observe`: rules are evaluated and their outcomes can be counted, but senders see nothing of them and nothing is stopped. */
export const MODES = ['guard', 'observe'] as const;
export type Mode = (typeof MODES)[number];

/** Of one rule; `asPolicy`: whatever the policy says as a whole. */
export const RULE_MODES = ['asPolicy', ...MODES] as const;
export type RuleMode = (typeof RULE_MODES)[number];

/** In minutes. More than a week is a mistake in the unit, and the add-in sets none. */
export const LONGEST_DELAY = 7 * 24 * 60;

/** A delay in minutes, or `null` for none. */
const delay = limit({ default: null, min: 1, max: LONGEST_DELAY, unit: 'minutes' });

/** What a policy decides besides its rules. Here stands every default that is not a rule's own. */
export const SETTINGS = {
  mode: choice({ default: 'guard', values: MODES }),
  organisation: {
    /** Empty: the sender's own domain counts as the organisation. */
    domains: patterns(),
    includeSubdomains: flag({ default: true }),
    /** Entries that are outside although a domain above covers them. */
    except: patterns(),
  },
  /** What happens to the send when a rule could not be decided. */
  unknownEvidence: choice({ default: 'confirm', values: ACTIONS }),
  /** While a message or meeting is being written, before anybody presses Send. */
  writing: {
    /** Whether the bar above the draft says what Send would ask about. */
    notify: flag({ default: true }),
    /** External people go to Bcc by themselves where a rule proposes that for what Send would ask about. */
    moveToBcc: flag({ default: false }),
  },
  /** Second thoughts: what a sender is asked for, and how long a mail waits in the outbox. */
  sending: {
    /** By the gravest finding the mail went out with. */
    delayMinutes: { notice: delay, warning: delay, critical: delay },
    /** Whether somebody who sends in spite of a warning says why. */
    reason: choice({ default: 'none', values: ['none', 'optional', 'required'] }),
    /** `confirmEach`: a critical finding may be overruled by ticking every recipient it is about. */
    critical: choice({ default: 'block', values: ['block', 'confirmEach'] }),
    /** One box that ticks all of them at once. */
    checkAll: flag({ default: false }),
  },
  /** What the service takes down of decisions, for counts without names. */
  records: {
    keep: flag({ default: false }),
    /** Whole weeks go, when the last day of a week is so long ago. What reports say of it stays. */
    days: count({ default: 180, min: 14, unit: 'days' }),
    /** Reports withhold numbers below it. */
    smallest: count({ default: 5, min: 3, unit: 'none' }),
    /** Who sent: recorded only where a legal reason and a time are named, both. */
    sender: { reason: text(), days: limit({ default: null, min: 1, unit: 'days' }) },
  },
  /** Whom senders can ask; what is empty is not shown. */
  contact: { name: text(), address: address(), link: link() },
} as const;

export interface Settings {
  readonly [name: string]: Option<unknown> | Settings;
}

export type SettingValues<S> = { readonly [N in keyof S]: S[N] extends Option<infer T> ? T : SettingValues<S[N]> };

/** Names that every rule's settings have; no option can be called like this. */
export const OF_EVERY_RULE = ['severity', 'mode'] as const;

/** All that layers of a policy can set, as the document has it. */
export const settingsFor = madeOnce((rules: readonly Rule[]): Settings => {
  const perRule: { [id: string]: Settings } = {};
  for (const { id, severity, options } of rules) {
    perRule[id] = { severity: choice({ default: severity, values: SEVERITIES }), mode: choice({ default: 'asPolicy', values: RULE_MODES }), ...options };
  }
  return { ...SETTINGS, rules: perRule };
});

export function isOption(setting: Option<unknown> | Settings): setting is Option<unknown> {
  return typeof setting.read === 'function';
}

/** Paths of single settings, such as `rules.missing-consent.severity`; with `sections`, those of sections as well. */
export function pathsIn(settings: Settings, sections = false, prefix = ''): readonly string[] {
  const paths: string[] = [];
  for (const name of Object.keys(settings)) {
    const setting = settings[name] as Option<unknown> | Settings;
    if (sections || isOption(setting)) paths.push(prefix + name);
    if (!isOption(setting)) paths.push(...pathsIn(setting, sections, `${prefix}${name}.`));
  }
  return paths;
}
