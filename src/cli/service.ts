import { Command } from 'commander';
import { readConfiguration } from '../configuration/configuration';
import { problemsWith } from '../configuration/policy-document';
import { rules } from '../rules';
import { checkConnectors } from './check-connectors';
import { leaveWith, neutral, ownStreams, type Streams } from './terminal';

const CHECK_HELP = `
Takes the options of the service, and looks at the environment as the service does; to check what a
machine would start with, run it there, as the same user:
  umsicht service check-configuration --config /etc/umsicht/umsicht.json
Nothing is started and nothing is asked of other machines.

Exit status: 0 the service would start with it; 2 it would not. Every problem is on standard
error under the name under which the value was set, those of the policy with their place in it.`;

const CONNECTORS_HELP = `
Takes the options of the service. Every CRM is asked about somebody who is nobody, so that
it shows whether it can be reached and whether the rights are enough and no more; lists and
purposes are named with what they are mapped to. Nothing is written to a CRM.

Exit status: 0 all is well; 1 something is not; 2 the settings are wrong.`;

/** `umsicht service …`: what an administrator asks before the service runs. */
export function serviceCommand(streams: Streams = ownStreams(), end: (status: 0 | 1 | 2) => void = leaveWith): Command {
  return new Command('service')
    .description('checks how the service is set up')
    .addCommand(new Command('check-configuration')
      .description('says everything that is wrong with the settings of the service and the policy they name')
      .argument('[options...]', 'options of the service (node dist/service.js --help)')
      .allowUnknownOption()
      .addHelpText('after', CHECK_HELP)
      .action((options: string[]) => end(checkConfiguration(options, streams))))
    .addCommand(new Command('check-connectors')
      .description('asks the CRMs of the configuration whether they are set up as they should be')
      .argument('[options...]', 'options of the service (node dist/service.js --help)')
      .allowUnknownOption()
      .addHelpText('after', CONNECTORS_HELP)
      .action(async (options: string[]) => end(await checkAll(options, streams))));
}

async function checkAll(options: readonly string[], { stdout, stderr, environment }: Streams): Promise<0 | 1 | 2> {
  const result = readConfiguration(options, environment);
  if (!result.ok) {
    for (const problem of result.problems) stderr.write(`${neutral(problem)}\n`);
    return 2;
  }
  const { lines, isWell } = await checkConnectors(result.configuration.connectors);
  for (const line of lines) stdout.write(`${line}\n`);
  return isWell ? 0 : 1;
}

function checkConfiguration(options: readonly string[], { stdout, stderr, environment }: Streams): 0 | 2 {
  const result = readConfiguration(options, environment);
  const problems = problemsWith(result, rules);
  for (const note of result.notes) stderr.write(`${neutral(`note: ${note}`)}\n`);
  for (const problem of problems) stderr.write(`${neutral(problem)}\n`);
  if (problems.length > 0) return 2;
  const isFileNamed = options.some((option) => /^--config(=|$)/.test(option)) || Boolean(environment['UMSICHT_CONFIG']);
  stdout.write(`The service can start with these settings.${isFileNamed ? '' : ' No configuration file is named (--config FILE or UMSICHT_CONFIG).'}\n`);
  return 0;
}
