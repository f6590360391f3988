import type { DecisionAction, Policy } from '../core/policy';
import type { Language, Rule, Severity } from '../core/rule';
import { POLICY_WORDS } from '../presentation/policy-words';
import { differencesBetween, isSame, labelOf, type Setting, settingsOf, textOf } from './policy-settings';
import { type Look, wrapped } from './terminal';

/**
 * What a policy does, rule by rule: each setting with its value, whether that is the default, and
 * what it is for. `name` is the file; `null` for the built-in defaults themselves.
 */
export function explanationOf(name: string | null, policy: Policy, defaults: Policy, rules: readonly Rule[], look: Look): string {
  const words = WORDS[look.language];
  const settings = settingsOf(policy, rules);
  const defaultOf = new Map(settingsOf(defaults, rules).map(({ path, value }) => [path, value]));
  const own = differencesBetween(defaults, policy, rules).length;
  const text = (setting: Setting) => settingLines(setting, defaultOf.get(setting.path), look);
  const heading = (title: string) => wrapped(title, 0, look, BOLD);

  const lines = [
    ...heading(name ?? words.builtIn),
    ...(name === null ? [] : wrapped(words.own(own), 2, look)),
    '',
    ...heading(words.organisation),
    ...settings.filter(({ path }) => path.startsWith('organisation.')).flatMap(text),
    '',
    ...heading(words.unknown),
    ...settings.filter(({ path }) => path === 'unknownEvidence').flatMap(text),
    ...wrapped(words.scope, 4, look),
  ];
  for (const rule of rules) {
    const isOff = policy.rules[rule.id]?.severity === 'off';
    const [severity, ...options] = settings.filter((setting) => setting.rule === rule) as [Setting, ...Setting[]];
    // What a rule that is off was told changes nothing, but may have been meant to.
    const shown = isOff ? options.filter(({ path, value }) => !isSame(value, defaultOf.get(path))) : options;
    lines.push('', ...heading(`${rule.text[look.language].title} (${rule.id})`), ...text(severity), ...shown.flatMap(text));
    if (isOff && shown.length > 0) lines.push(...wrapped(POLICY_WORDS[look.language].whileOff, 4, look));
    lines.push(...wrapped(`${words.sources}: ${rule.legal.map((source) => source[look.language]).join('; ')}`, 2, look, FAINT));
  }
  lines.push('', ...wrapped(words.atMost, 0, look, FAINT));
  return `${lines.join('\n')}\n`;
}

/** `addresses: 5 addresses (default: 3 addresses)`, and below it what that is for or does. */
function settingLines(setting: Setting, otherwise: unknown, look: Look): readonly string[] {
  const { language } = look;
  const words = WORDS[language];
  const value = textOf(setting, setting.value, language);
  const isDefault = isSame(setting.value, otherwise);
  const origin = isDefault ? words.isDefault : words.defaultIs(textOf(setting, otherwise, language));
  return [
    ...wrapped(`${setting.name}: ${value} ${origin}`, 2, look, isDefault ? undefined : BOLD),
    ...wrapped(effectOf(setting, setting.value, language) ?? labelOf(setting, language), 4, look),
  ];
}

/** What a value of `severity` or `unknownEvidence` does, as a sentence; `null` for settings that say it by their label. */
export function effectOf({ name }: Setting, value: unknown, language: Language): string | null {
  const { severityEffect, unknownEffect } = POLICY_WORDS[language];
  if (name === 'severity') return severityEffect[value as Severity];
  return name === 'unknownEvidence' ? unknownEffect[value as DecisionAction] : null;
}

/** SGR parameters (ECMA-48). */
const BOLD = '1';
const FAINT = '2';

const WORDS = {
  de: {
    builtIn: 'Eingebaute Vorgaben',
    own: (count: number) => (count === 0 ? 'Alles wie vorgegeben.' : count === 1 ? 'Eine Einstellung weicht von den Vorgaben ab.' : `${count} Einstellungen weichen von den Vorgaben ab.`),
    organisation: 'Wer zur Organisation gehört',
    unknown: 'Wenn sich etwas nicht prüfen lässt',
    scope: 'Das gilt für Regeln, die auf warning oder critical stehen; notice hält auch dann nichts auf.',
    isDefault: '(Vorgabe)',
    defaultIs: (value: string) => `(Vorgabe: ${value})`,
    sources: 'Rechtsgrundlagen',
    atMost: 'Schwache Hinweise, etwa die Endung einer Domain, wiegen weniger als die Schwere ihrer Regel.',
  },
  en: {
    builtIn: 'Built-in defaults',
    own: (count: number) => (count === 0 ? 'Everything as by default.' : count === 1 ? 'One setting differs from the defaults.' : `${count} settings differ from the defaults.`),
    organisation: 'Who belongs to the organisation',
    unknown: 'When something cannot be checked',
    scope: 'This holds for rules set to warning or critical; notice stops nothing even then.',
    isDefault: '(default)',
    defaultIs: (value: string) => `(default: ${value})`,
    sources: 'Legal sources',
    atMost: 'Weak hints, such as the ending of a domain, weigh less than the severity of their rule.',
  },
};
