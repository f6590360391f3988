import { type Option, patterns, texts } from '../core/option';
import { type Group, type Policy, policyFor } from '../core/policy';
import type { Language, Rule } from '../core/rule';
import { POLICY_WORDS } from '../presentation/policy-words';
import { effectOf } from './policy-explain';
import { type Difference, differencesBetween, isSame, missingFrom, textOf, wordsOf } from './policy-settings';
import { type Look, wrapped } from './terminal';

/** A policy with the name people know it by; `null` for the built-in defaults. */
export interface NamedPolicy {
  readonly name: string | null;
  readonly policy: Policy;
}

/** Every setting that is not the same in both, for the organisation and for groups, and what the change does. */
export function differenceReport(before: NamedPolicy, after: NamedPolicy, rules: readonly Rule[], look: Look): { readonly count: number; readonly text: string } {
  const words = WORDS[look.language];
  const changes = [
    ...differencesBetween(before.policy, after.policy, rules).map((difference) => changeOf(difference, '', before.policy, after.policy, rules, look.language)),
    ...listChange('locked', words.locked, texts(), before.policy.locked, after.policy.locked),
    ...groupChanges(before.policy, after.policy, rules, look.language),
  ];
  const names = `${before.name ?? words.builtIn} → ${after.name ?? words.builtIn}`;
  const lines: string[] = [...wrapped(`${names}: ${words.count(changes.length)}`, 0, look)];
  for (const { what, sentences } of changes) {
    lines.push('', ...wrapped(what, 0, look, BOLD));
    for (const sentence of sentences) lines.push(...wrapped(sentence, 2, look));
  }
  return { count: changes.length, text: `${lines.join('\n')}\n` };
}

interface Change {
  readonly what: string;
  readonly sentences: readonly string[];
}

function changeOf(difference: Difference, prefix: string, was: Policy, is: Policy, rules: readonly Rule[], language: Language): Change {
  return { what: `${prefix}${difference.setting.path}: ${changeText(difference, language)}`, sentences: consequences(difference, was, is, rules, language) };
}

/** `3 addresses → 5 addresses`; of lists what came and what went. */
function changeText({ setting, before, after }: Difference, language: Language): string {
  if (!Array.isArray(before) || !Array.isArray(after)) return `${textOf(setting, before, language)} → ${textOf(setting, after, language)}`;
  const came = missingFrom(setting.option, after, before).map((entry) => `+ ${textOf(setting, [entry], language)}`);
  const went = missingFrom(setting.option, before, after).map((entry) => `− ${textOf(setting, [entry], language)}`);
  return [...came, ...went].join(', ');
}

/** What the change does, in sentences. */
function consequences({ setting, before, after }: Difference, was: Policy, is: Policy, rules: readonly Rule[], language: Language): readonly string[] {
  const words = WORDS[language];
  const effect = effectOf(setting, after, rules, language);
  const title = setting.rule && setting.name === 'severity' ? `${setting.rule.text[language].title}: ` : '';
  const sentences = effect === null ? [`${wordsOf(setting, rules, language).label}.`] : [`${title}${effect}`, `${words.before}: ${effectOf(setting, before, rules, language)}`];
  if (setting.path === 'organisation.domains' && was.organisation.domains.length === 0) sentences.push(words.namedNow);
  if (setting.path === 'organisation.domains' && is.organisation.domains.length === 0) sentences.push(words.namedNoMore);
  if (setting.rule && setting.name !== 'severity' && is.rules[setting.rule.id]?.severity === 'off') sentences.push(POLICY_WORDS[language].whileOff);
  return sentences;
}

function listChange(path: string, label: string, kind: Option<readonly string[]>, before: readonly string[], after: readonly string[]): readonly Change[] {
  const changes = [...missingFrom(kind, after, before).map((entry) => `+ ${entry}`), ...missingFrom(kind, before, after).map((entry) => `− ${entry}`)];
  return changes.length === 0 ? [] : [{ what: `${path}: ${changes.join(', ')}`, sentences: [label] }];
}

/** Groups are held against each other by their names: who is in them, and what counts for them that changes for nobody else. */
function groupChanges(was: Policy, is: Policy, rules: readonly Rule[], language: Language): readonly Change[] {
  const words = WORDS[language];
  const forAll = differencesBetween(was, is, rules);
  const names = [...new Set([...was.groups, ...is.groups].map(({ name }) => name))];
  const changes = names.flatMap((name): readonly Change[] => {
    const [old, now] = [was, is].map(({ groups }) => groups.find((group) => group.name === name));
    const [before, after] = [ofMembers(was, old), ofMembers(is, now)];
    const existence = old === undefined || now === undefined ? [{ what: `groups: ${old === undefined ? '+' : '−'} ${name}`, sentences: [words.senders(((now ?? old) as Group).senders.join(', '))] }] : [];
    return [
      ...existence,
      ...(old && now ? listChange(`groups ${name}: senders`, words.sendersChanged, patterns(), old.senders, now.senders) : []),
      ...differencesBetween(before, after, rules)
        .filter(({ setting, before: one, after: other }) => !forAll.some((each) => each.setting.path === setting.path && isSame(setting, each.before, one) && isSame(setting, each.after, other)))
        .map((difference) => changeOf(difference, `groups ${name}: `, before, after, rules, language)),
    ];
  });
  const kept = (these: Policy, those: Policy) => these.groups.map(({ name }) => name).filter((name) => those.groups.some((group) => group.name === name)).join(', ');
  return kept(was, is) === kept(is, was) ? changes : [...changes, { what: `groups: ${kept(was, is)} → ${kept(is, was)}`, sentences: [words.order] }];
}

function ofMembers(policy: Policy, group: Group | undefined): Policy {
  return group === undefined ? policy : policyFor({ ...policy, groups: [{ ...group, senders: ['member@group.example'] }] }, { address: 'member@group.example' });
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
    locked: 'Das dürfen Gruppen nicht anders setzen.',
    senders: (senders: string) => `Für Nachrichten von: ${senders}.`,
    sendersChanged: 'Für wessen Nachrichten die Gruppe gilt.',
    order: 'Wer in mehreren Gruppen steht, für den zählt die erste.',
  },
  en: {
    builtIn: 'built-in defaults',
    count: (count: number) => (count === 0 ? 'no difference' : count === 1 ? 'one difference' : `${count} differences`),
    before: 'Before',
    namedNow: 'Before, the sender’s domain counted; now only what is named counts.',
    namedNoMore: 'Now the sender’s domain counts.',
    locked: 'Groups may not set this otherwise.',
    senders: (senders: string) => `For messages from: ${senders}.`,
    sendersChanged: 'For whose messages the group counts.',
    order: 'For whoever is in several groups, the first one counts.',
  },
};
