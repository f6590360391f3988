import { Command } from 'commander';
import { readConfiguration } from '../configuration/configuration';
import { problemsWith } from '../configuration/policy-document';
import { rules } from '../rules';
import { leaveWith, neutral, ownStreams, type Streams } from './terminal';

const CHECK_HELP = `
Takes the options of the service, and looks at the environment as the service does; to check what a
machine would start with, run it there, as the same user:
  umsicht service check-configuration --config /etc/umsicht/umsicht.json
Nothing is started and nothing is asked of other machines.

Exit status: 0 the service would start with it; 2 it would not. Every problem is on standard
error under the name under which the value was set, those of the policy with their place in it.`;

/** `umsicht service …`: what an administrator asks before the service runs. */
export function serviceCommand(streams: Streams = ownStreams(), end: (status: 0 | 2) => void = leaveWith): Command {
  return new Command('service')
    .description('checks how the service is set up')
    .addCommand(new Command('check-configuration')
      .description('says everything that is wrong with the settings of the service and the policy they name')
      .argument('[options...]', 'options of the service (node dist/service.js --help)')
      .allowUnknownOption()
      .addHelpText('after', CHECK_HELP)
      .action((options: string[]) => end(checkConfiguration(options, streams))));
}

function checkConfiguration(options: readonly string[], { stdout, stderr, environment }: Streams): 0 | 2 {
  const result = readConfiguration(options, environment);
  const problems = problemsWith(result, rules);
  for (const note of result.notes) stderr.write(`${neutral(`note: ${note}`)}\n`);
  for (const problem of problems) stderr.write(`${neutral(problem)}\n`);
  if (problems.length > 0) return 2;
  stdout.write('The service can start with these settings.\n');
  return 0;
}
