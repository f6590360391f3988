import { ALL, GROUPS, isIn } from './clients';
import { actWords, BUTTONS, modeWords, sightWords, TOPICS } from './page-words';
import { type Case, type ClientGroup, MODES, type Scenario, type Step, type Topic } from './scenario';
import { dialogOf } from './shown';

/** `docs/outlook-behaviour.md`: the table of scenarios as administrators read it. */
export function outlookBehaviourPage(scenarios: readonly Scenario[]): string {
  const parts = [
    '# What the sender sees when they press Send',
    'For every kind of send there is a stated outcome, on every Outlook. This page is the table the tests go by: each line is played on the simulated Outlook of every client and in each of the manifest’s send modes it names, with the add-in’s sources and with the script as it is built, '
      + 'and on Microsoft’s own office.js as far as that can play it. Nothing of it was measured in a running Outlook. It follows Microsoft’s documentation of Smart Alerts and of the Mailbox requirement sets as of August 2026 and the issues named beside it.',
    '## Umsicht’s dialogs',
    'Findings are **asked** about, or **stop** the mail where they are critical and the policy does not let the sender overrule them. What that looks like depends on what a client can do:',
    table(['Outlook', 'asked', 'asked in the pane', 'stopped'], (['noButton', 'paneButton', 'functionButton'] as const).map((group) => [GROUPS[group].name, ...(['asked', 'askedInPane', 'stopped'] as const).map((kind) => dialogWords(kind, group))])),
    'Our button says what it does: “Move to Bcc” where that repairs what was found, “Review in Umsicht” otherwise. It moves the people at once where it runs a function, and opens the pane everywhere else. '
      + 'With `PromptUser` in the manifest Outlook offers “Send Anyway” in each of these dialogs, whatever was found.',
    ...(Object.keys(TOPICS) as Topic[]).flatMap((topic) => [`## ${TOPICS[topic].title}`, TOPICS[topic].about, topicTable(scenarios.filter((scenario) => scenario.topic === topic))]),
    'Where Outlook does not call the add-in at all, or lets somebody past it, is in [deployment.md](deployment.md#what-no-code-can-help-with).',
  ];
  return `${parts.join('\n\n')}\n\n<!-- Made from test/scenarios by npm run docs; change it there. -->\n`;
}

function dialogWords(kind: 'asked' | 'askedInPane' | 'stopped', group: 'noButton' | 'paneButton' | 'functionButton'): string {
  const { buttons, advice } = dialogOf({ kind, button: 'review' }, GROUPS[group].members[0]!, 'SoftBlock');
  const names = buttons.map((each) => {
    const [id, label] = each.split(': ');
    return label === undefined ? BUTTONS[id as keyof typeof BUTTONS] : id === 'dontSend' ? '*our button*, in the place of Don’t Send' : '*our button*';
  });
  return `${names.join(', ')}${advice === null ? '' : `<br>“${advice}”`}`;
}

function topicTable(scenarios: readonly Scenario[]): string {
  return table(['What is sent', 'What happens', 'Why, and what to know'], scenarios.map((scenario) => [whatIsSent(scenario), whatHappens(scenario), whatToKnow(scenario)]));
}

function whatIsSent({ says, clients, modes }: Scenario): string {
  const limits = [clients === undefined ? '' : GROUPS[clients].name, modes === undefined || modes.length === MODES.length ? '' : modeWords(modes)].filter((limit) => limit !== '');
  return `${says}${limits.length === 0 ? '' : ` *(${limits.join('; ')})*`}`;
}

function whatHappens({ steps }: Scenario): string {
  const only = steps.length === 1 && steps[0]!.does === 'send';
  return steps.flatMap((step) => stepWords(step, only)).join('<br>');
}

function stepWords({ does, meanwhile, sees }: Step, isOnly: boolean): readonly string[] {
  const said = [actWords(does), meanwhile === undefined ? '' : lowered(actWords(meanwhile))].filter((word) => word !== '').join(', meanwhile ');
  if (sees === undefined) return said === '' ? [] : [`${said}.`];
  const begin = isOnly && meanwhile === undefined ? '' : `${said}: `;
  if ('kind' in sees) return [sentence(begin, sightWords(sees))];
  const different = [...new Set(sees.map((each) => sightWords(each.sees)))];
  if (different.length === 1) return [sentence(begin, different[0]!)];
  return [...(begin === '' ? [] : [begin.trim()]), ...sees.map((each) => sentence(`• ${caseWords(each)}: `, sightWords(each.sees)))];
}

function sentence(begin: string, words: string): string {
  return `${begin}${begun(words, begin === '')}${/[.!?]”$/.test(words) ? '' : '.'}`;
}

function caseWords({ on, mode }: Case): string {
  return [on === undefined ? '' : GROUPS[on].name, mode === undefined ? '' : modeWords(mode)].filter((word) => word !== '').join(', ');
}

function whatToKnow({ because = '', issues = [], onlySimulated }: Scenario): string {
  return [because, onlySimulated === undefined ? '' : `*Not played on Microsoft’s library: ${onlySimulated}.*`, issues.map((issue) => `[#${issue}](https://github.com/OfficeDev/office-js/issues/${issue})`).join(' ')].filter((word) => word !== '').join(' ');
}

function table(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(columns), line(columns.map(() => '---')), ...rows.map(line)].join('\n');
}

function begun(text: string, atBeginning: boolean): string {
  return atBeginning ? text.replace(/^(\*\*)?(.)/, (_, stars: string | undefined, first: string) => `${stars ?? ''}${first.toUpperCase()}`) : text;
}

function lowered(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** Groups that no scenario needs any more would be explained in vain. */
export function unusedGroups(scenarios: readonly Scenario[]): readonly string[] {
  const used = new Set<ClientGroup | undefined>(['everywhere', ...scenarios.flatMap(({ clients, steps }) => [clients, ...steps.flatMap(({ sees }) => (Array.isArray(sees) ? (sees as readonly Case[]).map(({ on }) => on) : []))])]);
  return Object.keys(GROUPS).filter((group) => !used.has(group as ClientGroup) && ALL.some((id) => isIn(id, group as ClientGroup)));
}
