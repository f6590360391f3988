import type { Outcome } from '../core/evaluate';
import type { Language, Rule } from '../core/rule';
import { partNames, wordingOf, type Wording } from './words';

/** What several rules could not check because Outlook did not tell parts of the draft. */
export interface UnreadParts extends Wording {
  readonly checks: readonly Outcome[];
  /** Titles of the rules, in the order of the checks. */
  readonly titles: readonly string[];
}

/**
 * One thing to say where Outlook left out what many rules read, such as a list cut off at its limit; eighteen times the same sentence
 * would hide it. `null` where that holds for one rule alone or for none: then its own title says more.
 */
export function unreadPartsOf(concerns: readonly Outcome[], rules: readonly Rule[], language: Language): UnreadParts | null {
  const checks = concerns.filter(isAboutUnreadParts);
  if (checks.length < 2) return null;
  const parts = Array.from(new Set(checks.reduce<readonly string[]>((all, { data }) => [...all, ...partNames(data['parts'], language)], [])));
  const words = WORDS[language];
  return { checks, titles: checks.map((check) => wordingOf(check, rules, language).title), title: words.title, message: words.message(parts.join(', '), checks.length) };
}

function isAboutUnreadParts({ outcome, message }: Outcome): boolean {
  return outcome === 'undetermined' && message === 'partUnread';
}

const WORDS = {
  de: {
    title: 'Nicht alles ließ sich lesen',
    message: (parts: string, checks: number) => `Outlook hat nicht vollständig mitgeteilt: ${parts}. Deshalb waren ${checks} Prüfungen nicht möglich.`,
  },
  en: {
    title: 'Not everything could be read',
    message: (parts: string, checks: number) => `Outlook did not tell everything about: ${parts}. So ${checks} checks were not possible.`,
  },
};
