import { actionFor, type Decision } from '../core/decide';
import type { Draft } from '../core/draft';
import type { DraftEdit } from '../core/edit';
import type { Outcome } from '../core/evaluate';
import type { DecisionAction, Policy } from '../core/policy';
import type { PolicyOrigin } from '../core/ports';
import { isAdvertising, type Purpose, PURPOSES } from '../core/purpose';
import { type PurposeSuggestion, suggestPurpose } from '../core/purpose-suggestion';
import type { Language, Rule, Severity } from '../core/rule';
import { type SecondThoughtsView, secondThoughtsView } from './second-thoughts-view';
import { type UnreadParts, unreadPartsOf } from './unread-parts';
import { placeName, purposeName, remedyLabelOf, wordingOf } from './words';

/** Everything the pane shows, ready in words. Components only lay it out. */
export interface PaneView {
  readonly language: Language;
  readonly verdict: DecisionAction;
  readonly acknowledged: boolean;
  readonly headline: string;
  /** Nobody is addressed yet, as far as Outlook has told. */
  readonly empty: boolean;
  readonly cards: readonly FindingCard[];
  /** Titles of rules that found nothing. Of rules that only observe, nothing is shown at all. */
  readonly passed: readonly string[];
  readonly purpose: PurposeView;
  readonly secondThoughts: SecondThoughtsView;
  /** Whom the sender can ask; empty parts are not shown. */
  readonly contact: Policy['contact'];
  /** Set when the policy in force is not the service's current one. */
  readonly policyNote: string | null;
}

export interface FindingCard {
  /** Stays the same while the same thing is found, so that a card keeps its place and its open state. */
  readonly key: string;
  readonly rule: string;
  readonly outcome: 'failed' | 'undetermined';
  readonly severity: Severity;
  readonly action: DecisionAction;
  readonly title: string;
  /** What was found, or what could not be checked. */
  readonly message: string;
  readonly why: string;
  /** What a provision asks for, each with where it stands; empty for most findings. */
  readonly conditions: readonly { readonly label: string; readonly state: 'met' | 'notMet' | 'unknown' }[];
  readonly sources: readonly { readonly label: string; readonly url: string }[];
  /** Titles of the rules it speaks for, where it says for many at once that they could not check; else empty. */
  readonly checks: readonly string[];
  readonly people: readonly { readonly name: string; readonly address: string; readonly field: string }[];
  readonly remedy: { readonly label: string; readonly edit: DraftEdit } | null;
}

export interface PurposeView {
  readonly declared: Purpose | null;
  /** What the draft looks like, and the words that made it look so. */
  readonly suggestion: { readonly purpose: Purpose; readonly label: string; readonly seen: readonly string[] } | null;
  readonly choices: readonly { readonly purpose: Purpose; readonly label: string; readonly advertising: boolean }[];
}

/** A draft with everything that was found out about it. */
export interface Review {
  readonly draft: Draft;
  readonly outcomes: readonly Outcome[];
  readonly decision: Decision;
  readonly policy: Policy;
  readonly policyOrigin: PolicyOrigin;
}

export function paneView(review: Review, rules: readonly Rule[], language: Language): PaneView {
  const { draft, outcomes, decision, policy, policyOrigin } = review;
  const cards = cardsOf(decision.concerns, policy, rules, language);
  return {
    language,
    verdict: decision.action,
    acknowledged: decision.acknowledged,
    headline: headlineOf(decision, cards, language),
    empty: draft.recipients.length === 0 && draft.unread.length === 0 && cards.length === 0,
    cards,
    passed: outcomes.filter(({ outcome, observed }) => outcome === 'passed' && !observed).map((outcome) => wordingOf(outcome, rules, language).title),
    purpose: purposeViewOf(draft, cards, language),
    secondThoughts: secondThoughtsView(decision, policy, rules, language),
    contact: policy.contact,
    policyNote: policyOrigin === 'service' ? null : WORDS[language].policy[policyOrigin],
  };
}

/** A card for each finding, in words. */
export function cardsOf(concerns: readonly Outcome[], policy: Policy, rules: readonly Rule[], language: Language): readonly FindingCard[] {
  const stopping = concerns.filter((concern) => actionFor(concern, policy) !== 'allow');
  const unread = unreadPartsOf(stopping, rules, language);
  const cards = concerns.map((concern, index): FindingCard | null => {
    if (!unread || unread.checks.indexOf(concern) < 0) return card(concern, index, policy, rules, language);
    return concern === unread.checks[0] ? unreadCard(concern, unread, policy) : null;
  });
  return unlikeKeys(cards.filter((one): one is FindingCard => one !== null));
}

function unreadCard(gravest: Outcome, { title, message, titles }: UnreadParts, policy: Policy): FindingCard {
  const { rule, severity } = gravest;
  return { key: 'unread', rule, outcome: 'undetermined', severity, action: actionFor(gravest, policy), title, message, why: '', conditions: [], sources: [], checks: titles, people: [], remedy: null };
}

function card(concern: Outcome, index: number, policy: Policy, rules: readonly Rule[], language: Language): FindingCard {
  const rule = rules.find(({ id }) => id === concern.rule);
  const { title, message } = wordingOf(concern, rules, language);
  const label = remedyLabelOf(concern, rules, language);
  return {
    key: `${concern.rule}/${concern.message || index}`,
    rule: concern.rule,
    outcome: concern.outcome === 'undetermined' ? 'undetermined' : 'failed',
    severity: concern.severity,
    action: actionFor(concern, policy),
    title,
    message,
    why: rule ? rule.explanation[language].why : '',
    conditions: conditionsOf(concern, rule, language),
    sources: rule ? rule.legal.map((source) => ({ label: source[language], url: source.url })) : [],
    checks: [],
    people: concern.recipients.map((recipient) => ({ name: recipient.name, address: recipient.address, field: placeName(recipient.field, language) })),
    remedy: concern.remedy && label !== undefined ? { label, edit: concern.remedy } : null,
  };
}

function conditionsOf({ data }: Outcome, rule: Rule | undefined, language: Language): FindingCard['conditions'] {
  const states = data['conditions'];
  const labels = rule && rule.explanation[language].conditions;
  if (!labels || !Array.isArray(states)) return [];
  return labels.map((label, index) => ({ label, state: states[index] === 'met' || states[index] === 'notMet' ? states[index] as 'met' | 'notMet' : 'unknown' }));
}

/** One rule may say the same twice, about two countries for example. */
function unlikeKeys(cards: readonly FindingCard[]): readonly FindingCard[] {
  return cards.map((one, index) => {
    const before = cards.slice(0, index).filter(({ key }) => key === one.key).length;
    return before === 0 ? one : { ...one, key: `${one.key}/${before + 1}` };
  });
}

function headlineOf(decision: Decision, cards: readonly FindingCard[], language: Language): string {
  const words = WORDS[language].headline;
  if (decision.acknowledged) return words.acknowledged;
  if (decision.action === 'block') return words.block;
  if (decision.action === 'confirm') return cards.some(({ outcome, action }) => outcome === 'failed' && action !== 'allow') ? words.confirm : words.undetermined;
  const found = cards.filter(({ outcome }) => outcome === 'failed').length;
  return found > 0 ? words.notice(found) : cards.length > 0 ? words.open : words.allow;
}

function purposeViewOf(draft: Draft, cards: readonly FindingCard[], language: Language): PurposeView {
  // A finding that offers the same is enough.
  const isOffered = cards.some(({ remedy }) => remedy !== null && remedy.edit.kind === 'declarePurpose');
  const suggestion: PurposeSuggestion | null = draft.kind === 'message' && !isOffered ? suggestPurpose(draft) : null;
  return {
    declared: draft.purpose,
    suggestion: suggestion && { purpose: suggestion.purpose, label: purposeName(suggestion.purpose, language), seen: suggestion.seen },
    choices: PURPOSES.map((purpose) => ({ purpose, label: purposeName(purpose, language), advertising: isAdvertising(purpose) })),
  };
}

const WORDS = {
  de: {
    headline: {
      allow: 'Es ist nichts aufgefallen',
      open: 'Nichts aufgefallen, doch nicht alles geprüft',
      notice: (count: number) => (count === 1 ? 'Ein Hinweis, bevor Sie senden' : `${count} Hinweise, bevor Sie senden`),
      confirm: 'Bitte prüfen, bevor Sie senden',
      undetermined: 'Etwas ließ sich nicht prüfen',
      block: 'So wird die Nachricht nicht gesendet',
      acknowledged: 'Von Ihnen bestätigt – Sie können senden',
    },
    policy: {
      lastGood: 'Die Richtlinie konnte nicht neu geladen werden. Es gilt die zuletzt geladene Fassung.',
      builtIn: 'Die Richtlinie Ihrer Organisation konnte nicht geladen werden. Es gelten die eingebauten Vorgaben.',
    },
  },
  en: {
    headline: {
      allow: 'Nothing stands out',
      open: 'Nothing stands out, but not all was checked',
      notice: (count: number) => (count === 1 ? 'A note before you send' : `${count} notes before you send`),
      confirm: 'Please check before you send',
      undetermined: 'Something could not be checked',
      block: 'The message will not be sent like this',
      acknowledged: 'Confirmed by you – you can send',
    },
    policy: {
      lastGood: 'The policy could not be loaded again. The version loaded last applies.',
      builtIn: 'Your organisation’s policy could not be loaded. The built-in defaults apply.',
    },
  },
};
