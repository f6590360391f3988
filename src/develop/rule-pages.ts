import { addressKey } from '../core/address';
import { actionFor } from '../core/decide';
import { type Draft, type DraftPart, EMPTY_DRAFT, inField, MEETING_FIELDS, MESSAGE_FIELDS, type Person, type RecipientField } from '../core/draft';
import { applyEdit } from '../core/edit';
import { evaluate, isAtWork, type Outcome } from '../core/evaluate';
import type { Contact, Evidence, EvidenceKind, EvidenceSet } from '../core/evidence';
import type { Option } from '../core/option';
import { defaultPolicy, parsePolicy, type Policy } from '../core/policy';
import { LANGUAGES, type Language, partsOf, type ReadPart, type Rule } from '../core/rule';
import { POLICY_WORDS, valueText } from '../presentation/policy-words';
import { fieldName, purposeName, remedyLabelOf, wordingOf } from '../presentation/words';
import { isCountryCode } from '../reference/countries';
import { countryName } from '../reference/country-names';
import { exactWorld } from '../reference/world-exact';
import { type Example, EXAMPLES_NOW, OWN_DOMAIN, policyDocumentOf, SENDER_ADDRESS } from '../rules/example';
import { UNKNOWN_REASONS } from '../rules/unknown-reasons';
import { PAGE_WORDS, type PageWords } from './rule-page-words';
import type { RuleWithExamples } from './rules-with-examples';

/**
 * The rule reference: a page for each rule in each language and an index, as Markdown by file name.
 * What the pages say comes from the rules themselves, and the examples are run for it.
 */
export function rulePages(all: readonly RuleWithExamples[]): ReadonlyMap<string, string> {
  const pages = new Map([['README.md', indexPage(all.map(({ rule }) => rule))]]);
  for (const each of all) for (const language of LANGUAGES) pages.set(fileOf(each.rule, language), rulePage(each, language));
  return pages;
}

function fileOf({ id }: Rule, language: Language): string {
  return `${id}.${language}.md`;
}

function indexPage(rules: readonly Rule[]): string {
  const { settings, severity } = POLICY_WORDS.en;
  return page('src/rules', [
    '# The rules',
    'What each rule checks, why, what it says and what it can be told, with the drafts it is tested by.',
    table(['Rule', 'English', 'Deutsch', 'Default'], rules.map((rule) => [
      code(rule.id), ...(['en', 'de'] as const).map((language) => link(rule.text[language].title, fileOf(rule, language))), `${code(rule.severity)}${isIdle(rule) ? ' \\*' : ''}`,
    ])),
    '\\* does nothing while the policy gives it nothing to look for.',
    'The policy sets the severity of each rule:',
    table(['Severity', 'What a finding does to the send'], Object.entries(severity.effects).map(([name, effect]) => [code(name), effect])),
    `\`unknownEvidence\` decides what happens when a rule of severity \`warning\` or \`critical\` could not be decided:`,
    table(['`unknownEvidence`', 'What happens'], Object.entries(settings.unknownEvidence.effects).map(([name, effect]) => [code(name), effect])),
    '`mode` decides whether the rules guard or only observe, for the policy as a whole and in each rule:',
    table(['`mode`', 'What happens'], Object.entries(settings.mode.effects).map(([name, effect]) => [code(name), effect])),
    '`umsicht policy explain` says what a policy makes of all this, and `umsicht policy schema` writes the format for editors.',
  ]);
}

function rulePage({ rule, examples }: RuleWithExamples, language: Language): string {
  const words = PAGE_WORDS[language];
  const other = language === 'de' ? 'en' : 'de';
  const runs = examples.map((example) => ({ example, outcomes: outcomesOf(rule, example, example.draft), policy: policyOf(rule, example) }));
  const { why, conditions = [] } = rule.explanation[language];
  return page(`src/rules/${rule.id}`, [
    `# ${escaped(rule.text[language].title)}`,
    [code(rule.id), words.topics[rule.topic], link(PAGE_WORDS[other].thisLanguage, fileOf(rule, other)), link(words.allRules, 'README.md')].join(' · '),
    escaped(why),
    ...(conditions.length === 0 ? [] : [conditions.map((condition) => `- ${escaped(condition)}`).join('\n')]),
    ...(rule.legal.length === 0 ? [] : [`## ${words.law}`, rule.legal.map((source) => `- ${link(source[language], source.url)}`).join('\n')]),
    `## ${words.settings}`,
    ...settingsOf(rule, language),
    `## ${words.messages}`,
    messagesOf(rule, runs, language),
    ...(rule.onlyFinished ? [words.onlyFinished] : []),
    ...(rule.text[language].remedy === undefined ? [] : [`${words.remedyIs} **${escaped(rule.text[language].remedy)}**.`]),
    `## ${words.missing}`,
    ...missingOf(rule, examples, language),
    `## ${words.examples}`,
    words.circumstances(OWN_DOMAIN, EXAMPLES_NOW.slice(0, 10)),
    ...(['failed', 'undetermined', 'passed', 'notApplicable'] as const).flatMap((kind) => {
      const those = runs.filter(({ outcomes }) => outcomes[0]?.outcome === kind);
      return those.length === 0 ? [] : [`### ${words.group[kind]}`, ...those.flatMap((run) => exampleOf(rule, run, language))];
    }),
  ]);
}

function settingsOf(rule: Rule, language: Language): readonly string[] {
  const words = PAGE_WORDS[language];
  const { severity } = POLICY_WORDS[language];
  const names = Object.keys(rule.options);
  const rows = names.flatMap((name) => optionRows(rule, name, language));
  const defaults = Object.fromEntries([['severity', rule.severity], ...names.map((name) => [name, (rule.options[name] as Option<unknown>).default])]);
  return [
    table(words.settingColumns, [[code('severity'), severity.label, '–', code(rule.severity)], ...rows]),
    `${words.byDefault} ${code(rule.severity)}: ${severity.effects[rule.severity]} ${isIdle(rule) ? `${words.idle} ` : ''}${words.asDocument}`,
    `\`\`\`json\n${JSON.stringify({ rules: { [rule.id]: defaults } }, null, 2)}\n\`\`\``,
  ];
}

/** Whether the defaults leave the rule without anything to look for. */
function isIdle(rule: Rule): boolean {
  return !isAtWork(rule, defaultPolicy([rule]));
}

/** A row for an option, and one for each field of its entries. */
function optionRows(rule: Rule, name: string, language: Language): readonly (readonly string[])[] {
  const words = PAGE_WORDS[language];
  const labels: { readonly [name: string]: string } = rule.explanation[language].options;
  const row = (path: string, { unit, shape, default: otherwise }: Option<unknown>, isRequired = false) => {
    const forms = POLICY_WORDS[language].unit[unit];
    const values = shape.kind === 'choice' ? `: ${shape.values.map(code).join(', ')}` : '';
    return [code(path), `${escaped(labels[path] as string)}${values}`, forms ? forms[1] : '–', isRequired ? words.required : escaped(valueText(otherwise, { unit: 'none', shape }, language))];
  };
  const option = rule.options[name] as Option<unknown>;
  const { shape } = option;
  const fields = shape.kind === 'records' ? Object.keys(shape.fields).map((field) => row(`${name}.${field}`, shape.fields[field] as Option<unknown>, shape.required.includes(field))) : [];
  return [row(name, option), ...fields];
}

/** An example with what came of it. */
interface Run {
  readonly example: Example;
  readonly outcomes: readonly Outcome[];
  readonly policy: Policy;
}

/** Every message as it reads in the first example that reaches it. */
function messagesOf(rule: Rule, runs: readonly Run[], language: Language): string {
  const words = PAGE_WORDS[language];
  return table(words.messageColumns, Object.keys(rule.text[language].messages).map((message) => {
    for (const { outcomes, policy } of runs) {
      const outcome = outcomes.find((each) => each.message === message);
      if (outcome) return [code(message), escaped(wordingOf(outcome, [rule], language).message), effectOf(outcome, policy, words)];
    }
    throw new Error(`No example of ${rule.id} reaches ${message}.`);
  }));
}

/** What the rule does without the evidence or the parts of the draft it rests on. */
function missingOf(rule: Rule, examples: readonly Example[], language: Language): readonly string[] {
  const words = PAGE_WORDS[language];
  const found = examples.find(({ expected }) => typeof expected !== 'string' && expected[0]?.outcome === 'failed') as Example;
  const isOpen = ({ outcome }: Outcome) => outcome === 'undetermined';
  const quoted = (outcomes: readonly Outcome[], policy: Policy) => outcomes
    .map((outcome) => `> ${escaped(wordingOf(outcome, [rule], language).message)} (${effectOf(outcome, policy, words)})`)
    .join('\n>\n');
  // Not every draft hangs on the answer; one that does shows best what is said without it.
  const unanswered = [found, ...examples].map((example) => {
    const before = outcomesOf(rule, example, example.draft).filter(isOpen).map(({ message }) => message);
    return quoted(outcomesOf(rule, { ...example, evidence: silent(example) }, example.draft).filter((each) => isOpen(each) && !before.includes(each.message)), policyOf(rule, example));
  }).find((sentence) => sentence !== '');
  // Where the finding is gone without an answer, the rule has not looked.
  const looksAway = outcomesOf(rule, { ...found, evidence: silent(found) }, found.draft).every(({ outcome }) => outcome === 'notApplicable');
  // A part without which the rule still finds what it found says nothing here.
  const unread = rule.reads.map((part) => quoted(outcomesOf(rule, found, withoutPart(found.draft, part)).filter(isOpen), policyOf(rule, found))).find((sentence) => sentence !== '') ?? '';
  const asks = words.needs(rule.needs.map((kind) => words.kinds[kind]));
  return [
    `${words.reads(rule.reads.map((part) => words.parts[part]))} ${words.unread}`,
    unread,
    ...(rule.needs.length === 0 ? [words.needsNothing]
      : unanswered === undefined ? [`${asks} ${looksAway ? words.looksAway : words.byDraftAlone}`]
      : [`${asks} ${words.unanswered}`, unanswered]),
    words.unknownEvidence,
  ];
}

/** The draft as it reads when Outlook has not told this part. */
function withoutPart(draft: Draft, read: ReadPart): Draft {
  const parts = partsOf(read);
  const part = read === 'recipients' && draft.kind === 'meeting' ? 'required' : parts[0] as DraftPart;
  return { ...draft, [read]: EMPTY_DRAFT[read], unread: [part] };
}

/** Nobody has answered in time about anybody. */
function silent({ draft, evidence }: Example): EvidenceSet {
  const unanswered = (keys: Iterable<string>) => new Map(Array.from(keys, (key) => [key, { known: false, reason: 'timeout' } as const]));
  const people = draft.recipients.map(({ address }) => addressKey(address));
  return {
    contacts: unanswered([...people, ...evidence.contacts.keys()]),
    members: unanswered([...people, ...evidence.members.keys()]),
    domains: unanswered([...people.map((key) => key.slice(key.lastIndexOf('@') + 1)), ...evidence.domains.keys()]),
    correspondence: unanswered([...people, ...evidence.correspondence.keys()]),
  };
}

function exampleOf(rule: Rule, { example, outcomes, policy }: Run, language: Language): readonly string[] {
  return [
    `#### ${escaped(begun(example.title[language]))}`,
    table(['', ''], draftRows(rule, example, language).map(([name = '', value = '']) => [begun(name), value])),
    ...outcomes.map((outcome) => outcomeText(rule, example, outcome, policy, language)),
  ];
}

function draftRows(rule: Rule, { draft, evidence, options, ownDomains, now }: Example, language: Language): readonly (readonly string[])[] {
  const words = PAGE_WORDS[language];
  const rows = recipientRows(draft, language);
  if (draft.subject !== '') rows.push([fieldName('subject', language), escaped(draft.subject)]);
  if (draft.body !== '') rows.push([fieldName('body', language), escaped(draft.body).replace(/\n+/g, '<br>')]);
  if (draft.attachments.length > 0) rows.push([fieldName('attachments', language), draft.attachments.map(({ name }) => code(name)).join(', ')]);
  if (draft.label !== null) rows.push([fieldName('label', language), escaped(draft.label.name ?? draft.label.id)]);
  if (draft.categories.length > 0) rows.push([fieldName('categories', language), draft.categories.map(escaped).join(', ')]);
  if (draft.composeType === 'reply' || draft.composeType === 'forward') rows.push([words.kind, words.composeType[draft.composeType]]);
  if (draft.openedWith !== null) rows.push([fieldName('openedWith', language), draft.openedWith.map(personText).join(', ')]);
  if (draft.from !== null && draft.from.address !== SENDER_ADDRESS) rows.push([fieldName('from', language), personText(draft.from)]);
  if (draft.purpose !== null) rows.push([words.purpose, purposeName(draft.purpose, language)]);
  for (const kind of rule.needs) {
    const known = evidenceRows(evidence, kind, language);
    rows.push([words.kinds[kind], known.length > 0 ? known.join('<br>') : words.nobodyAsked]);
  }
  if (ownDomains.join() !== OWN_DOMAIN) rows.push([words.ownDomains, ownDomains.map(code).join(', ')]);
  for (const name of Object.keys(options)) rows.push([words.setting, `${code(name)}: ${code(JSON.stringify(options[name]))}`]);
  if (now !== Date.parse(EXAMPLES_NOW)) rows.push([words.date, instantText(new Date(now).toISOString())]);
  return rows;
}

function evidenceRows({ contacts, members, domains, correspondence }: EvidenceSet, kind: EvidenceKind, language: Language): readonly string[] {
  const words = PAGE_WORDS[language];
  const rows = <T>(answers: ReadonlyMap<string, Evidence<T>>, textOf: (value: T) => string): readonly string[] =>
    Array.from(answers, ([key, answer]) => `${code(key)}: ${answer.known ? textOf(answer.value) : `${words.notKnown} (${UNKNOWN_REASONS[language][answer.reason]})`}`);
  switch (kind) {
    case 'contacts':
      return rows(contacts, (contact) => contactText(contact, language));
    case 'members':
      return rows(members, ({ members: people, complete }) => `${people.map(personText).join(', ')}${complete ? '' : ` ${words.notAll}`}`);
    case 'domains':
      return rows(domains, ({ inUse, resembles }) => [inUse ? words.inUse : words.notInUse, ...(resembles.length > 0 ? [`${words.resembles} ${resembles.map(code).join(', ')}`] : [])].join(', '));
    case 'correspondence':
      return rows(correspondence, ({ before }) => (before ? words.writtenBefore : words.neverWritten));
  }
}

function recipientRows(draft: Draft, language: Language): string[][] {
  const fields: readonly RecipientField[] = draft.kind === 'meeting' ? MEETING_FIELDS : MESSAGE_FIELDS;
  return fields.flatMap((field) => {
    const people = inField(draft, field);
    return people.length === 0 ? [] : [[begun(fieldName(field, language)), inShort(people.map((person) => `${personText(person)}${person.list ? ` ${PAGE_WORDS[language].list}` : ''}`), language)]];
  });
}

/** Twelve people in full; of more, who comes first and who last: a hundred addresses tell nobody anything. */
function inShort(people: readonly string[], language: Language): string {
  if (people.length <= 12) return people.join(', ');
  return [...people.slice(0, 3), PAGE_WORDS[language].others(people.length - 4), people.at(-1)].join(', ');
}

function outcomeText(rule: Rule, { draft }: Example, outcome: Outcome, policy: Policy, language: Language): string {
  const words = PAGE_WORDS[language];
  if (outcome.message === null) return `**${outcome.outcome === 'passed' ? words.passed : words.notApplicable}**`;
  const lines = [`**${effectOf(outcome, policy, words)}:** ${escaped(wordingOf(outcome, [rule], language).message)}`];
  if (outcome.recipients.length > 0) lines.push(`${words.concerns}: ${inShort([...new Set(outcome.recipients.map(personText))], language)}`);
  const label = remedyLabelOf(outcome, [rule], language);
  if (outcome.remedy && label !== undefined) {
    const after = recipientRows(applyEdit(draft, outcome.remedy), language).map(([field, people]) => `${field} ${people}`);
    lines.push(`${words.remedy}: **${escaped(label)}** → ${after.length > 0 ? after.join('; ') : words.nobodyLeft}`);
  }
  return lines.join('\\\n');
}

/** `Finding, asks before sending (warning)`. */
function effectOf(outcome: Outcome, policy: Policy, words: PageWords): string {
  const kind = outcome.outcome === 'undetermined' ? words.undetermined : words.finding;
  return `${kind}, ${words.action[actionFor(outcome, policy)]}`;
}

function contactText({ record, country, safeguard, safeguardUntil, tags }: Contact, language: Language): string {
  const words = PAGE_WORDS[language];
  if (record === 'unknown') return words.noContact;
  const said = country === undefined ? [] : [isCountryCode(country) ? escaped(countryName(country, language)) : code(country)];
  if (safeguard !== undefined) said.push(`${words.safeguards[safeguard]}${safeguardUntil === undefined ? '' : `, ${words.dates.expires} ${instantText(safeguardUntil)}`}`);
  for (const { purpose, status, basis, obtained, confirmed, withdrawn, expires, fromSale, similarGoods, toldAtCollection } of tags) {
    const dates = Object.entries({ obtained, confirmed, withdrawn, expires }).flatMap(([name, instant]) =>
      (instant === undefined ? [] : [`${words.dates[name as keyof PageWords['dates']]} ${instantText(instant)}`]));
    const purposeText = purpose === '*' ? words.everything : purpose === 'advertising' ? words.allAdvertising : purposeName(purpose, language);
    const conditions = Object.entries({ fromSale, similarGoods, toldAtCollection }).flatMap(([name, met]) =>
      (met === undefined ? [] : [`${words.conditions[name as keyof PageWords['conditions']]}: ${met ? words.met : words.notMet}`]));
    said.push(`${purposeText}: ${[`${words.statuses[status]} (${words.bases[basis]})`, ...dates, ...conditions].join(', ')}`);
  }
  return said.length > 0 ? said.join('; ') : words.nothingRecorded;
}

function outcomesOf(rule: Rule, example: Example, draft: Draft): readonly Outcome[] {
  return evaluate({ draft, policy: policyOf(rule, example), evidence: example.evidence, now: example.now, world: exactWorld }, [rule]);
}

function policyOf(rule: Rule, example: Example): Policy {
  const result = parsePolicy(policyDocumentOf(rule.id, example), [rule], exactWorld.registrableDomain);
  if (!result.ok) throw new Error(`The policy of "${example.title.en}" is none: ${JSON.stringify(result.problems)}`);
  return result.policy;
}

/** `2026-11-24`, with the time where it is not midnight (UTC). */
function instantText(iso: string): string {
  const [date = '', time = ''] = iso.split('T');
  return /^00:00/.test(time) || time === '' ? date : `${date} ${time.slice(0, 5)}`;
}

function personText({ address, name }: Person): string {
  return code(address === '' ? name : name === '' ? address : `${name} <${address}>`);
}

function page(source: string, parts: readonly string[]): string {
  return `${parts.join('\n\n')}\n\n<!-- Made from ${source} by npm run docs; change it there. -->\n`;
}

function table(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(columns), line(columns.map(() => '---')), ...rows.map(line)].join('\n');
}

function link(text: string, target: string): string {
  return `[${escaped(text)}](${target})`;
}

/** As it stands at the beginning of a line. */
function begun(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Text that is no Markdown. */
function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>|]/g, '\\$&');
}

/** Text as it is, in a table, too. */
function code(text: string): string {
  const fence = text.includes('`') ? '``' : '`';
  return `${fence}${text.replace(/\|/g, '\\|')}${fence}`;
}
