import { isAtWork } from '../core/evaluate';
import { groupOf, type Policy, policyFor } from '../core/policy';
import type { Language, Rule } from '../core/rule';
import { POLICY_WORDS } from '../presentation/policy-words';
import { at, differencesBetween, isSame, type Setting, settingsOf, textOf, wordsOf } from './policy-settings';
import { type Look, wrapped } from './terminal';

/** A policy with what the author wrote of it, so that it can be told where a setting comes from. */
export interface WrittenPolicy {
  /** The file; `null` for the built-in defaults. */
  readonly name: string | null;
  readonly policy: Policy;
  /** As migrated to today's version. */
  readonly document: unknown;
}

/**
 * What a policy does, rule by rule: each setting with its value, whether that is the default, and
 * what it is for. For one `sender`, the settings are those that count for that sender, each with
 * the layer it comes from.
 */
export function explanationOf({ name, policy, document }: WrittenPolicy, sender: string | null, defaults: Policy, rules: readonly Rule[], look: Look): string {
  const { language } = look;
  const words = WORDS[language];
  const effective = sender === null ? policy : policyFor(policy, { address: sender });
  const group = sender === null ? undefined : groupOf(policy, { address: sender });
  const settings = settingsOf(effective, rules);
  const defaultOf = new Map(settingsOf(defaults, rules).map(({ path, value }) => [path, value]));
  const ofAll = new Map(settingsOf(policy, rules).map(({ path, value }) => [path, value]));
  const own = differencesBetween(defaults, policy, rules).length;
  const heading = (title: string) => wrapped(title, 0, look, BOLD);

  /** `default: 3 addresses`, or the layer a value comes from, and whether groups may set it. */
  const originOf = (setting: Setting): string => {
    const { path, value } = setting;
    const ofGroup = group === undefined ? undefined : at(settingsOfLayer(group.policy), path);
    const text = (other: unknown) => textOf(setting, other, language);
    const isLocked = policy.locked.some((lock) => path === lock || path.startsWith(`${lock}.`));
    const from = ofGroup !== undefined && group !== undefined ? words.fromGroup(group.name, text(ofAll.get(path)))
      : sender !== null && at(document, path) !== undefined ? words.fromOrganisation(text(defaultOf.get(path)))
      : isSame(setting, value, defaultOf.get(path)) ? words.isDefault : words.defaultIs(text(defaultOf.get(path)));
    return `(${from}${isLocked ? `, ${words.isLocked}` : ''})`;
  };
  const line = (setting: Setting): readonly string[] => [
    ...wrapped(`${setting.name}: ${textOf(setting, setting.value, language)} ${originOf(setting)}`, 2, look, isSame(setting, setting.value, defaultOf.get(setting.path)) ? undefined : BOLD),
    ...wrapped(effectOf(setting, setting.value, rules, language) ?? wordsOf(setting, rules, language).label, 4, look),
  ];
  const section = (title: string, prefix: string) => ['', ...heading(title), ...settings.filter(({ path }) => path === prefix || path.startsWith(`${prefix}.`)).flatMap(line)];

  const lines = [
    ...heading(name ?? words.builtIn),
    ...(name === null ? [] : wrapped(words.own(own), 2, look)),
    ...(sender === null ? [] : wrapped(group ? words.inGroup(sender, group.name) : words.inNoGroup(sender), 2, look)),
    ...section(words.mode, 'mode'),
    ...section(words.organisation, 'organisation'),
    ...section(words.unknown, 'unknownEvidence'),
    ...wrapped(words.scope, 4, look),
    ...section(words.writing, 'writing'),
    ...section(words.sending, 'sending'),
    ...section(words.records, 'records'),
    ...section(words.contact, 'contact'),
  ];
  for (const rule of rules) {
    const isOff = effective.rules[rule.id]?.severity === 'off';
    const [severity, ...options] = settings.filter((setting) => setting.rule === rule) as [Setting, ...Setting[]];
    const changed = (setting: Setting) => !isSame(setting, setting.value, defaultOf.get(setting.path));
    // What a rule that is off was told changes nothing, but may have been meant to. That a rule does as the policy does goes without saying.
    const shown = options.filter((setting) => changed(setting) || (!isOff && setting.name !== 'mode'));
    const isIdle = !isOff && !isAtWork(rule, effective);
    const isObserved = !isOff && !isIdle && effective.mode === 'observe' && (effective.rules[rule.id]?.mode ?? 'asPolicy') === 'asPolicy';
    const notNow = isIdle ? wrapped(words.idle, 4, look) : isObserved ? wrapped(words.onlyObserved, 4, look) : [];
    lines.push('', ...heading(`${rule.text[language].title} (${rule.id})`), ...line(severity), ...notNow, ...shown.flatMap(line));
    if (isOff && shown.length > 0) lines.push(...wrapped(POLICY_WORDS[language].whileOff, 4, look));
    if (rule.legal.length > 0) lines.push(...wrapped(`${words.sources}: ${rule.legal.map((source) => source[language]).join('; ')}`, 2, look, FAINT));
  }
  if (sender === null) for (const each of policy.groups) lines.push(...groupLines(each, policy, rules, look));
  lines.push('', ...wrapped(words.atMost, 0, look, FAINT));
  return `${lines.join('\n')}\n`;
}

/** What is different for a group, and for whom. */
function groupLines(group: Policy['groups'][number], policy: Policy, rules: readonly Rule[], look: Look): readonly string[] {
  const { language } = look;
  const words = WORDS[language];
  const set = settingsOfLayer(group.policy);
  const settings = settingsOf(policy, rules).filter(({ path }) => at(set, path) !== undefined);
  return [
    '', ...wrapped(words.group(group.name, group.senders.join(', ')), 0, look, BOLD),
    ...(settings.length === 0 ? wrapped(words.nothingElse, 2, look) : []),
    ...settings.flatMap((setting) => {
      const value = at(set, setting.path);
      return [
        ...wrapped(`${setting.path}: ${textOf(setting, value, language)} (${words.otherwise(textOf(setting, setting.value, language))})`, 2, look),
        ...wrapped(effectOf(setting, value, rules, language) ?? wordsOf(setting, rules, language).label, 4, look),
      ];
    }),
  ];
}

/** A layer as it stands in the document. */
export function settingsOfLayer({ rules = {}, ...others }: Policy['groups'][number]['policy']): object {
  return { ...others, rules: Object.fromEntries(Object.entries(rules).map(([id, rule]) => [id, { severity: rule?.severity, mode: rule?.mode, ...rule?.options }])) };
}

/** What a value does, as a sentence; `null` for settings that say it by their label. */
export function effectOf(setting: Setting, value: unknown, rules: readonly Rule[], language: Language): string | null {
  return wordsOf(setting, rules, language).effects?.[String(value)] ?? null;
}

/** SGR parameters (ECMA-48). */
const BOLD = '1';
const FAINT = '2';

const WORDS = {
  de: {
    builtIn: 'Eingebaute Vorgaben',
    own: (count: number) => (count === 0 ? 'Alles wie vorgegeben.' : count === 1 ? 'Eine Einstellung weicht von den Vorgaben ab.' : `${count} Einstellungen weichen von den Vorgaben ab.`),
    inGroup: (sender: string, group: string) => `So gilt sie für ${sender}, in der Gruppe ${group}.`,
    inNoGroup: (sender: string) => `So gilt sie für ${sender}, in keiner Gruppe.`,
    mode: 'Schützen oder beobachten',
    organisation: 'Wer zur Organisation gehört',
    unknown: 'Wenn sich etwas nicht prüfen lässt',
    scope: 'Das gilt für Regeln, die auf warning oder critical stehen; notice hält auch dann nichts auf.',
    writing: 'Beim Schreiben',
    sending: 'Senden mit Bedenkzeit',
    records: 'Was von Entscheidungen festgehalten wird',
    contact: 'Wen Beschäftigte fragen können',
    group: (name: string, senders: string) => `Gruppe ${name}: ${senders}`,
    nothingElse: 'Nichts ist anders als für die Organisation.',
    otherwise: (value: string) => `sonst ${value}`,
    isDefault: 'Vorgabe',
    defaultIs: (value: string) => `Vorgabe: ${value}`,
    fromGroup: (group: string, value: string) => `Gruppe ${group}; sonst ${value}`,
    fromOrganisation: (value: string) => `Organisation; Vorgabe: ${value}`,
    isLocked: 'für Gruppen gesperrt',
    idle: 'Noch hat sie nichts, wonach sie sucht: Ihre Liste ist leer.',
    onlyObserved: 'Zurzeit nicht: Die Richtlinie beobachtet nur.',
    sources: 'Rechtsgrundlagen',
    atMost: 'Schwache Hinweise, etwa die Endung einer Domain, wiegen weniger als die Schwere ihrer Regel.',
  },
  en: {
    builtIn: 'Built-in defaults',
    own: (count: number) => (count === 0 ? 'Everything as by default.' : count === 1 ? 'One setting differs from the defaults.' : `${count} settings differ from the defaults.`),
    inGroup: (sender: string, group: string) => `As it is for ${sender}, in the group ${group}.`,
    inNoGroup: (sender: string) => `As it is for ${sender}, in no group.`,
    mode: 'Guarding or observing',
    organisation: 'Who belongs to the organisation',
    unknown: 'When something cannot be checked',
    scope: 'This holds for rules set to warning or critical; notice stops nothing even then.',
    writing: 'While a draft is written',
    sending: 'Sending with second thoughts',
    records: 'What is kept of decisions',
    contact: 'Whom employees can ask',
    group: (name: string, senders: string) => `Group ${name}: ${senders}`,
    nothingElse: 'Nothing is other than for the organisation.',
    otherwise: (value: string) => `otherwise ${value}`,
    isDefault: 'default',
    defaultIs: (value: string) => `default: ${value}`,
    fromGroup: (group: string, value: string) => `group ${group}; otherwise ${value}`,
    fromOrganisation: (value: string) => `organisation; default: ${value}`,
    isLocked: 'locked for groups',
    idle: 'It has nothing to look for yet: its list is empty.',
    onlyObserved: 'Not at present: the policy only observes.',
    sources: 'Legal sources',
    atMost: 'Weak hints, such as the ending of a domain, weigh less than the severity of their rule.',
  },
};
