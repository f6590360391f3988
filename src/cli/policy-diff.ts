import type { Policy } from '../core/policy';
import type { Language, Rule } from '../core/rule';
import { POLICY_WORDS } from '../presentation/policy-words';
import { effectOf } from './policy-explain';
import { type Difference, differencesBetween, labelOf, missingFrom, textOf } from './policy-settings';
import { type Look, wrapped } from './terminal';

/** A policy with the name people know it by; `null` for the built-in defaults. */
export interface NamedPolicy {
  readonly name: string | null;
  readonly policy: Policy;
}

/** Every setting that is not the same in both, and what the change does. */
export function differenceReport(before: NamedPolicy, after: NamedPolicy, rules: readonly Rule[], look: Look): { readonly count: number; readonly text: string } {
  const words = WORDS[look.language];
  const differences = differencesBetween(before.policy, after.policy, rules);
  const names = `${before.name ?? words.builtIn} → ${after.name ?? words.builtIn}`;
  const lines: string[] = [...wrapped(`${names}: ${words.count(differences.length)}`, 0, look)];
  for (const difference of differences) {
    lines.push('', ...wrapped(`${difference.setting.path}: ${changeText(difference, look.language)}`, 0, look, BOLD));
    for (const sentence of consequences(difference, before.policy, after.policy, look.language)) lines.push(...wrapped(sentence, 2, look));
  }
  return { count: differences.length, text: `${lines.join('\n')}\n` };
}

/** `3 addresses → 5 addresses`; of lists what came and what went. */
function changeText({ setting, before, after }: Difference, language: Language): string {
  if (!isList(before) || !isList(after)) return `${textOf(setting, before, language)} → ${textOf(setting, after, language)}`;
  const came = missingFrom(after, before).map((entry) => `+ ${textOf(setting, [entry], language)}`);
  const went = missingFrom(before, after).map((entry) => `− ${textOf(setting, [entry], language)}`);
  return [...came, ...went].join(', ');
}

/** What the change does, in sentences. */
function consequences({ setting, before, after }: Difference, was: Policy, is: Policy, language: Language): readonly string[] {
  const words = WORDS[language];
  const effect = effectOf(setting, after, language);
  const title = setting.rule && setting.name === 'severity' ? `${setting.rule.text[language].title}: ` : '';
  const sentences = effect === null ? [`${labelOf(setting, language)}.`] : [`${title}${effect}`, `${words.before}: ${effectOf(setting, before, language)}`];
  if (setting.name === 'domains' && was.organisation.domains.length === 0) sentences.push(words.namedNow);
  if (setting.name === 'domains' && is.organisation.domains.length === 0) sentences.push(words.namedNoMore);
  if (setting.rule && setting.name !== 'severity' && is.rules[setting.rule.id]?.severity === 'off') sentences.push(POLICY_WORDS[language].whileOff);
  return sentences;
}

function isList(value: unknown): value is readonly string[] {
  return Array.isArray(value);
}

/** SGR parameters (ECMA-48). */
const BOLD = '1';

const WORDS = {
  de: {
    builtIn: 'eingebaute Vorgaben',
    count: (count: number) => (count === 0 ? 'kein Unterschied' : count === 1 ? 'ein Unterschied' : `${count} Unterschiede`),
    before: 'Bisher',
    namedNow: 'Bisher zählte die Domain des Absenders; jetzt zählt nur, was genannt ist.',
    namedNoMore: 'Jetzt zählt die Domain des Absenders.',
  },
  en: {
    builtIn: 'built-in defaults',
    count: (count: number) => (count === 0 ? 'no difference' : count === 1 ? 'one difference' : `${count} differences`),
    before: 'Before',
    namedNow: 'Before, the sender’s domain counted; now only what is named counts.',
    namedNoMore: 'Now the sender’s domain counts.',
  },
};
