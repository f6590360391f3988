import { actionFor, type Decision } from '../core/decide';
import type { Outcome } from '../core/evaluate';
import { oneLine } from '../core/one-line';
import type { Policy } from '../core/policy';
import type { Mailbox, SmartAlert } from '../core/ports';
import type { Language, Rule } from '../core/rule';
import { unreadPartsOf } from './unread-parts';
import { asQuestion, remedyLabelOf, wordingOf, type Wording } from './words';

/** Outlook's limits on Smart Alerts, in UTF-16 units (Microsoft, Smart Alerts, 2026-04-03). */
export const MESSAGE_LIMIT = 500;
export const LABEL_LIMIT = 20;

/** Ids of the manifest's controls; a dialog button runs one of them. A control belongs to one kind of window, and another id only cancels. */
export const OPEN_PANE = 'Umsicht.OpenPane';
export const MEETING_PANE = 'Umsicht.Meeting.OpenPane';
export const MOVE_TO_BCC = 'Umsicht.MoveToBcc';

/** Where a dialog is shown. */
export type Screen = Pick<Mailbox, 'kind' | 'language' | 'abilities'>;

/** What the pressed button hands on. The nonce tells a fresh dialog from one that a desktop client still remembers. */
interface AlertContext {
  readonly version: 1;
  /** Time of the dialog and fingerprint of what it was about. */
  readonly nonce: string;
}

/**
 * Which findings on which recipients a dialog was about, from what its button handed on; `null` for
 * anything else. Desktop clients keep it from an earlier dialog, so it only says something about a
 * draft whose fingerprint is the same.
 */
export function fingerprintIn(context: unknown): string | null {
  const { version, nonce } = (context || {}) as { readonly version?: unknown; readonly nonce?: unknown };
  const parts = version === 1 && typeof nonce === 'string' ? /^[0-9a-z]+-([0-9a-f]{16})$/.exec(nonce) : null;
  return parts ? (parts[1] as string) : null;
}

/**
 * The dialog for a send that does not simply go out. Findings that stop it come first; what does
 * not fit into Outlook's 500 characters is counted, and stands in the pane.
 */
export function smartAlert(decision: Decision, policy: Policy, rules: readonly Rule[], screen: Screen, now: number): SmartAlert {
  const { language, abilities } = screen;
  const stopping = decision.concerns.filter((concern) => actionFor(concern, policy) !== 'allow');
  // What the draft looks like is said with the first finding that rests on it.
  const first = stopping.findIndex(({ data }) => data['suggested'] === true);
  const unread = unreadPartsOf(stopping, rules, language);
  const wordings = stopping.map((concern, index): Wording | null => {
    if (unread && unread.checks.indexOf(concern) >= 0) return concern === unread.checks[0] ? unread : null;
    const again = index > first && concern.data['suggested'] === true;
    const { title, message } = wordingOf(again ? { ...concern, data: { ...concern.data, suggested: false } } : concern, rules, language);
    // "Consent is missing" would be untrue where nobody knows.
    return { title: concern.outcome === 'undetermined' ? asQuestion(title) : title, message: oneLine(message) || title };
  }).filter((wording): wording is Wording => wording !== null);
  const button = buttonFor(stopping, rules, screen);
  // Second thoughts that take more than a click are had in the pane, so the dialog does not offer to send.
  const override = decision.action === 'confirm' && abilities.sendModeOverride && !decision.secondThoughts.inPane;
  const tail = adviceFor(decision, button !== undefined, override, language);
  const context: AlertContext = { version: 1, nonce: `${now.toString(36)}-${decision.fingerprint}` };
  return {
    // Without titles, what several rules could not check for one reason reads as one sentence.
    errorMessage: fitted(wordings.filter(({ message }, index) => wordings.findIndex((other) => other.message === message) === index), tail, language, plainStyle),
    ...(abilities.markdown ? { errorMessageMarkdown: fitted(wordings, tail, language, markdownStyle) } : {}),
    ...(button ? { cancelLabel: button.label, commandId: button.commandId, contextData: JSON.stringify(context) } : {}),
    ...(override ? { sendModeOverride: 'promptUser' as const } : {}),
  };
}

/** The dialog for a check that broke down before it had a decision. */
export function breakdownAlert({ kind, language, abilities }: Screen): SmartAlert {
  return {
    errorMessage: `${WORDS[language].breakdown} ${abilities.sendModeOverride ? WORDS[language].mayConfirm : WORDS[language].openPane}`,
    ...(abilities.dialogButton === 'none' ? {} : { cancelLabel: WORDS[language].review, commandId: paneOf(kind) }),
    ...(abilities.sendModeOverride ? { sendModeOverride: 'promptUser' as const } : {}),
  };
}

interface Button {
  readonly label: string;
  readonly commandId: string;
}

/** The repair itself where the client can run it from the dialog, the pane otherwise. */
function buttonFor(stopping: readonly Outcome[], rules: readonly Rule[], { kind, language, abilities }: Screen): Button | undefined {
  if (abilities.dialogButton === 'none') return undefined;
  const curable = stopping.find(({ remedy }) => remedy !== null && remedy.kind === 'moveToBcc');
  const label = curable ? remedyLabelOf(curable, rules, language) : undefined;
  if (label === undefined) return { label: WORDS[language].review, commandId: paneOf(kind) };
  return { label, commandId: abilities.dialogButton === 'function' ? MOVE_TO_BCC : paneOf(kind) };
}

/** The control that opens the pane: meetings have one of their own. */
export function paneOf(kind: Screen['kind']): string {
  return kind === 'meeting' ? MEETING_PANE : OPEN_PANE;
}

function adviceFor({ action, secondThoughts }: Decision, hasButton: boolean, override: boolean, language: Language): string {
  const words = WORDS[language];
  if (!hasButton || (action === 'confirm' && secondThoughts.inPane)) return action === 'confirm' ? words.confirmInPane : words.openPane;
  return override ? words.mayConfirm : '';
}

interface Style {
  finding(wording: Wording): string;
  sentence(text: string): string;
  readonly gap: string;
}

/** Clients drop line breaks from plain text (office-js issue 2949), so it is written as sentences. */
const plainStyle: Style = {
  finding: ({ message }) => message,
  sentence: (text) => text,
  gap: ' ',
};

const markdownStyle: Style = {
  finding: ({ title, message }) => `**${escapeMarkdown(title)}**\n\n${escapeMarkdown(message)}`,
  sentence: escapeMarkdown,
  gap: '\n\n',
};

function fitted(wordings: readonly Wording[], tail: string, language: Language, style: Style): string {
  for (let shown = wordings.length; shown > 0; shown -= 1) {
    const left = wordings.length - shown;
    const parts = wordings.slice(0, shown).map(style.finding);
    if (left > 0) parts.push(style.sentence(WORDS[language].more(left)));
    if (tail !== '') parts.push(style.sentence(tail));
    const text = parts.join(style.gap);
    if (text.length <= MESSAGE_LIMIT) return text;
  }
  // Not even one finding fits as it is: cut its sentence, never the advice.
  const rest = tail === '' ? '' : `${style.gap}${style.sentence(tail)}`;
  const first = wordings[0] ? wordings[0].message : WORDS[language].breakdown;
  let room = MESSAGE_LIMIT - rest.length;
  let cut = style.sentence(clip(first, room));
  while (cut.length > MESSAGE_LIMIT - rest.length) {
    room -= cut.length - (MESSAGE_LIMIT - rest.length);
    cut = style.sentence(clip(first, room));
  }
  return cut + rest;
}

/** Shortens to so many UTF-16 units without splitting a surrogate pair. */
export function clip(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const end = Math.max(0, limit - 1);
  const code = text.charCodeAt(end - 1);
  return `${text.slice(0, code >= 0xd800 && code <= 0xdbff ? end - 1 : end)}…`;
}

/** Names and addresses come from outside: none of them may turn into formatting, a link or a new line. */
export function escapeMarkdown(text: string): string {
  return oneLine(text).replace(/[\\*_[\]]/g, '\\$&');
}

const WORDS = {
  de: {
    review: 'In Umsicht prüfen',
    more: (count: number) => (count === 1 ? 'Ein weiterer Befund steht in Umsicht.' : `${count} weitere Befunde stehen in Umsicht.`),
    mayConfirm: 'Wenn es so gewollt ist, können Sie trotzdem senden.',
    openPane: 'Öffnen Sie im Menüband „Empfänger prüfen“, um das zu beheben.',
    confirmInPane: 'Öffnen Sie im Menüband „Empfänger prüfen“, um das zu beheben oder zu bestätigen.',
    breakdown: 'Umsicht konnte diese Nachricht nicht prüfen.',
  },
  en: {
    review: 'Review in Umsicht',
    more: (count: number) => (count === 1 ? 'One more finding is shown in Umsicht.' : `${count} more findings are shown in Umsicht.`),
    mayConfirm: 'If this is what you want, you can send anyway.',
    openPane: 'Open “Check recipients” in the ribbon to fix this.',
    confirmInPane: 'Open “Check recipients” in the ribbon to fix or confirm this.',
    breakdown: 'Umsicht could not check this message.',
  },
};
