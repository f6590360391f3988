import { existsSync } from 'node:fs';
import { Command, Option } from 'commander';
import { configuredDatabase } from '../configuration/configuration';
import { loadPolicy, policyProblemText } from '../configuration/policy-document';
import { rules } from '../rules';
import { nameOfPlace } from '../store/database-place';
import { openStore, UNLIMITED } from '../store/open-store';
import { closeWeeks, readReportRange, weekReports, type WeekReport } from '../store/record-reports';
import type { Published } from '../store/withhold';
import { chosenData, type DatabaseFlags, environmentWith, withDatabaseOptions } from './database-option';
import { reasonOf } from './database-reasons';

const MORE_HELP = `
Weeks run from Monday to Sunday by ISO 8601, in UTC, and are told of once they are over. What was told
of a week never changes. Numbers below the policy's records.smallest are withheld, and so are others they
could be worked out from; a rule that was found too seldom is not in the list.

  decided      what Umsicht did at Send: let go, asked, or stopped
  confirmed    how many of these the sender had confirmed in the pane before, with a reason or without
  gravest      by the gravest finding that the sender saw
  client       by Outlook
  in the pane  how often senders confirmed there
  found        each rule: failed, could not be decided, neither of the two
  observed     the same for rules that the policy only observes

Exit status: 0 with a report; 2 there can be none.`;

/** `umsicht records report`: exit status 0 with a report, 2 where there can be none. */
export function recordsCommand(): Command {
  return new Command('records')
    .description('tells what was decided, in numbers without names')
    .addCommand(withDatabaseOptions(new Command('report'))
      .description('what was decided, week by week')
      .option('--from <week>', 'first week, such as 2026-W40 (twelve weeks)')
      .option('--to <week>', 'last week (the last one that is over)')
      .addOption(new Option('--format <format>', 'how it is written').choices(['text', 'json']).default('text'))
      .addHelpText('after', MORE_HELP)
      .action(async ({ format, config, database, ...range }: DatabaseFlags & { format: 'text' | 'json'; from?: string; to?: string }) => {
        process.exitCode = await runReport(range, format, { config, database }, process);
      }));
}

type Streams = Pick<NodeJS.Process, 'env' | 'stdout' | 'stderr'>;

async function runReport(asked: { readonly from?: string; readonly to?: string }, format: 'text' | 'json', flags: DatabaseFlags, { env, stdout, stderr }: Streams): Promise<0 | 2> {
  const data = chosenData(flags, { env, stderr });
  if (!data) return 2;
  const range = readReportRange(asked, Date.now());
  if (!range.ok) {
    for (const { path, message } of range.problems) stderr.write(`--${path}: ${message}\n`);
    return 2;
  }
  const configured = configuredDatabase(environmentWith(flags.config, env));
  const policyFile = configured.ok ? configured.policyFile : null;
  const policy = loadPolicy(policyFile, rules);
  if (!policy.ok) {
    for (const problem of policy.problems) stderr.write(`${policyProblemText(policyFile as string, problem)}\n`);
    return 2;
  }
  // Opening it would make a new one, in which nothing was ever decided.
  if (data.place.engine === 'sqlite' && !existsSync(data.place.file)) {
    stderr.write(`There is no report: there is no database ${data.place.file}.\n`);
    return 2;
  }
  try {
    const store = await openStore(data.place, UNLIMITED);
    try {
      await closeWeeks(store, policy.policy.records.smallest, Date.now());
      const weeks = await weekReports(store, range.from, range.to);
      stdout.write(format === 'json' ? `${JSON.stringify({ from: range.from, to: range.to, weeks }, null, 2)}\n` : textOf(weeks, range, nameOfPlace(data.place)));
      return 0;
    } finally {
      await store.close();
    }
  } catch (error) {
    stderr.write(`There is no report: ${reasonOf(error, nameOfPlace(data.place), data.place)}\n`);
    return 2;
  }
}

function textOf(weeks: readonly WeekReport[], { from, to }: { readonly from: string; readonly to: string }, place: string): string {
  if (weeks.length === 0) return `No week from ${from} to ${to} with records is over in ${place}.\n`;
  return `${weeks.map(weekText).join('\n')}\n– withheld: fewer than it takes, or it would tell a number that is\n`;
}

function weekText({ week, decisions, actions, acknowledged, findings, clients, recipients, acknowledgements, rules: perRule, observed }: WeekReport): string {
  if (decisions === null) return `${week}  –\n`;
  const lines = [
    `${week}  ${decisions} decisions on ${shown(recipients.all)} recipients, ${shown(recipients.external)} of them external, ${shown(recipients.visible)} visible to others`,
    `  decided       ${row(actions)}`,
    `  confirmed     ${row(acknowledged)}`,
    `  gravest       ${row(findings)}`,
    `  client        ${row(clients)}`,
    `  in the pane   ${row(acknowledgements)}`,
    ...ruleLines('found', perRule),
    ...ruleLines('observed', observed),
  ];
  return `${lines.join('\n')}\n`;
}

function ruleLines(title: string, rulesOf: WeekReport['rules']): readonly string[] {
  const names = Object.keys(rulesOf);
  const width = Math.max(...names.map((name) => name.length));
  return names.map((name, index) => `  ${(index === 0 ? title : '').padEnd(14)}${name.padEnd(width)}  ${row(rulesOf[name] as Published)}`);
}

function row(cells: Published): string {
  return Object.entries(cells).map(([name, count]) => `${name} ${shown(count)}`).join(', ');
}

function shown(count: number | null | undefined): string {
  return count === null || count === undefined ? '–' : String(count);
}
