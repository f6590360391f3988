import { addressKey } from '../core/address';
import type { Decision } from '../core/decide';
import { type Draft, inField, MEETING_FIELDS, MESSAGE_FIELDS, type Person, type RecipientField } from '../core/draft';
import type { Outcome } from '../core/evaluate';
import type { DecisionAction, Policy } from '../core/policy';
import { type Language, type Rule, SEVERITIES } from '../core/rule';
import { cardsOf, type FindingCard, paneView } from '../presentation/pane-view';
import { fieldName } from '../presentation/words';
import { escaped, type Look, UNSEEN, wrapped } from './terminal';

/** One file with everything that was said about it. */
export interface CheckedFile {
  /** As it stands on the command line. */
  readonly file: string;
  readonly draft: Draft;
  readonly policy: Policy;
  readonly outcomes: readonly Outcome[];
  readonly decision: Decision;
  /** The draft with every remedy applied. */
  readonly after: Draft;
}

/** The result as one line of JSON, without a line break of any kind in it. */
export function jsonLine({ file, decision, outcomes, after }: CheckedFile): string {
  const people: { [F in RecipientField]?: readonly Person[] } = {};
  for (const field of fieldsOf(after)) people[field] = inField(after, field).map(({ address, name }) => ({ address, name }));
  const line = JSON.stringify({
    file,
    decision: decision.action,
    outcomes: outcomes.map(({ rule, outcome, severity, message, data, recipients, remedy, observed }) => ({
      rule, outcome, severity, message, data, ...(observed && { observed }),
      recipients: recipients.map(({ address, name, field }) => ({ address, name, field })),
      remedy,
    })),
    after: people,
  });
  // JSON lets these stand as they are; some readers of lines break at them, and terminals obey them.
  return line.replace(UNSEEN, escaped);
}

/** The result in words, with an empty line behind it. */
export function textReport(checked: CheckedFile, rules: readonly Rule[], look: Look): string {
  const { file, draft, outcomes, decision, policy, after } = checked;
  const words = WORDS[look.language];
  const view = paneView({ draft, outcomes, decision, policy, policyOrigin: 'service' }, rules, look.language);
  const verdict = `${MARKS[decision.action]} ${file === '-' ? words.standardInput : file}: ${words.decision[decision.action]}`;
  const lines = [...wrapped(verdict, 0, look, COLOURS[decision.action]), ...wrapped(view.headline, 2, look)];
  lines.push(...cardLines(view.cards, look));
  const observed = observedOf(outcomes);
  if (observed.length > 0) lines.push('', ...wrapped(words.observed, 2, look, COLOURS.notice), ...cardLines(cardsOf(observed, policy, rules, look.language), look));
  if (outcomes.some((outcome) => outcome.remedy !== null && !outcome.observed)) lines.push('', ...wrapped(`${words.after}: ${recipientsInShort(after, look)}`, 2, look));
  return `${lines.join('\n')}\n\n`;
}

/** How many files came out how. */
export function summary(counts: { readonly [A in DecisionAction | 'unreadable']: number }, look: Look): string {
  const words = WORDS[look.language];
  const all = counts.allow + counts.confirm + counts.block + counts.unreadable;
  const parts = (['allow', 'confirm', 'block'] as const).filter((action) => counts[action] > 0).map((action) => `${counts[action]} × ${words.decision[action]}`);
  if (counts.unreadable > 0) parts.push(`${counts.unreadable} × ${words.unreadable}`);
  return `${wrapped(`${words.files(all)}: ${parts.join(', ')}`, 0, look).join('\n')}\n`;
}

/** Said once below everything, where a file of contacts would have told more. */
export function consentsHint(look: Look): string {
  return `${wrapped(WORDS[look.language].consentsHint, 0, look, COLOURS.notice).join('\n')}\n`;
}

/** What the policy only observes, as it would count if the policy guarded, the gravest first. */
function observedOf(outcomes: readonly Outcome[]): readonly Outcome[] {
  return outcomes
    .filter(({ outcome, observed }) => observed && (outcome === 'failed' || outcome === 'undetermined'))
    .map(({ observed: _, ...outcome }) => outcome)
    .sort((one, other) => SEVERITIES.indexOf(other.severity) - SEVERITIES.indexOf(one.severity));
}

/** Findings in full; what could not be checked and stops nothing in a line each, since that is much the same for every mail. */
function cardLines(cards: readonly FindingCard[], look: Look): readonly string[] {
  const open = cards.filter(({ outcome, action }) => outcome === 'undetermined' && action === 'allow');
  const lines = cards.filter((card) => !open.includes(card)).flatMap((card) => ['', ...findingLines(card, look)]);
  if (open.length > 0) lines.push('', ...wrapped(WORDS[look.language].open, 2, look, COLOURS.notice));
  for (const { title, message } of open) lines.push(...wrapped(`? ${title}: ${message}`, 4, look, COLOURS.notice));
  return lines;
}

const MOST_SHOWN = 10;

function findingLines({ outcome, action, title, message, checks, people, remedy, sources }: FindingCard, look: Look): readonly string[] {
  const words = WORDS[look.language];
  const open = outcome === 'undetermined';
  const head = `${open ? '?' : MARKS[action === 'allow' ? 'notice' : action]} ${title}${open ? ` – ${words.undetermined}` : ''}`;
  const lines = [...wrapped(head, 2, look, open && action === 'allow' ? COLOURS.notice : COLOURS[action === 'allow' ? 'notice' : action]), ...wrapped(message, 4, look)];
  if (checks.length > 0) lines.push(...wrapped(checks.join('; '), 4, look, COLOURS.notice));
  for (const { name, address, field } of people.slice(0, MOST_SHOWN)) lines.push(...wrapped(`${field}: ${personText({ name, address }, look.language)}`, 6, look));
  if (people.length > MOST_SHOWN) lines.push(...wrapped(words.more(people.length - MOST_SHOWN), 6, look));
  if (remedy) lines.push(...wrapped(`${words.remedy}: ${remedy.label}`, 4, look));
  if (sources.length > 0) lines.push(...wrapped(`${words.sources}: ${sources.map(({ label }) => label).join('; ')}`, 4, look, COLOURS.notice));
  return lines;
}

function fieldsOf({ kind }: Draft): readonly RecipientField[] {
  return kind === 'meeting' ? MEETING_FIELDS : MESSAGE_FIELDS;
}

function recipientsInShort(draft: Draft, { language }: Look): string {
  const words = WORDS[language];
  const parts = fieldsOf(draft).map((field) => {
    const people = inField(draft, field);
    if (people.length === 0) return '';
    const shown = people.slice(0, 3).map(({ address, name }) => address || name || words.noAddress).join(', ');
    return `${fieldName(field, language)} ${shown}${people.length > 3 ? ` ${words.more(people.length - 3)}` : ''}`;
  }).filter((part) => part !== '');
  return parts.length > 0 ? parts.join('; ') : words.nobody;
}

function personText({ name, address }: Person, language: Language): string {
  if (address === '') return name === '' ? `(${WORDS[language].noAddress})` : `${name} (${WORDS[language].noAddress})`;
  return name === '' || addressKey(name) === addressKey(address) ? address : `${name} <${address}>`;
}

const MARKS = { allow: '✓', confirm: '!', block: '✗', notice: 'i' } as const;

/** SGR parameters (ECMA-48). */
const COLOURS = { allow: '32', confirm: '33', block: '31', notice: '2' } as const;

const WORDS = {
  de: {
    decision: { allow: 'senden', confirm: 'nachfragen', block: 'anhalten' },
    unreadable: 'nicht lesbar',
    undetermined: 'ungeklärt',
    open: 'Nicht geprüft:',
    standardInput: 'Standardeingabe',
    observed: 'Nur beobachtet; wer sendet, sieht davon nichts:',
    remedy: 'Abhilfe',
    sources: 'Rechtsgrundlagen',
    after: 'Nach allen Abhilfen',
    noAddress: 'ohne Adresse',
    nobody: 'kein Empfänger mehr',
    more: (count: number) => (count === 1 ? 'und eine weitere' : `und ${count} weitere`),
    consentsHint: 'Ohne Kontakte ist über Einwilligungen, Länder und bekannte Domains nichts zu sagen: --consents DATEI.csv nennt sie.',
    files: (count: number) => (count === 1 ? 'Eine Datei' : `${count} Dateien`),
  },
  en: {
    decision: { allow: 'allow', confirm: 'confirm', block: 'block' },
    unreadable: 'unreadable',
    undetermined: 'not checked',
    open: 'Not checked:',
    standardInput: 'standard input',
    observed: 'Only observed; the sender sees nothing of it:',
    remedy: 'Remedy',
    sources: 'Legal sources',
    after: 'With every remedy applied',
    noAddress: 'no address',
    nobody: 'no recipient left',
    more: (count: number) => (count === 1 ? 'and one more' : `and ${count} more`),
    consentsHint: 'Without contacts there is nothing to say about consents, countries and known domains: --consents FILE.csv names them.',
    files: (count: number) => (count === 1 ? 'One file' : `${count} files`),
  },
};
