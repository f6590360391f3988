import { readFile } from 'node:fs/promises';
import { Command, Option } from 'commander';
import { readConfiguration, type ServiceConfiguration } from '../../configuration/configuration';
import { problemsWith } from '../../configuration/policy-document';
import { rules } from '../../rules';
import { leaveWith, lookOf, neutral, ownStreams, type Streams, wrapped } from '../terminal';
import { checkAddIn } from './add-in';
import { ask } from './ask';
import { checkCertificate } from './certificate';
import { type Diagnosis, fault, notChecked, warning, well } from './check';
import { checkClock } from './clock';
import { checkData } from './data';
import { checkDirectory } from './directory';
import { checkSignIn } from './sign-in';

const MORE_HELP = `
Looks at a deployment from the machine it is started on, with the settings the service has (the
environment, --config FILE and the other options of the service), best as the same user. Asks
the origin what Outlook will ask it, the tenant for its keys, the database and the CRMs whether
they answer. Changes nothing, and never shows a secret.

Exit status: 0 all is well, or worth a warning; 1 something has to be mended; 2 the settings
could not be read.`;

interface DoctorFlags {
  readonly format: 'text' | 'json';
  readonly token?: string;
}

/** `umsicht doctor`: what is wrong with a deployment, and what to do about it. */
export function doctorCommand(streams: Streams = ownStreams(), end: (status: 0 | 1 | 2) => void = leaveWith): Command {
  return new Command('doctor')
    .description('checks a deployment: origin, certificate, manifest, sign-in, database, CRMs, directory, clock; says what to do about each fault')
    .argument('[options...]', 'options of the service (node dist/service.js --help)')
    .allowUnknownOption()
    .addOption(new Option('--format <format>', 'how the result is written').choices(['text', 'json']).default('text'))
    .option('--token <file>', 'a file with an access token that the pane got, to see what the service makes of it')
    .addHelpText('after', MORE_HELP)
    .action(async (options: string[], flags: DoctorFlags) => end(await examine(options, flags, streams)));
}

async function examine(options: readonly string[], { format, token }: DoctorFlags, streams: Streams): Promise<0 | 1 | 2> {
  const { stdout, stderr, environment } = streams;
  const result = readConfiguration(options, environment);
  if (!result.ok) {
    for (const problem of problemsWith(result, rules)) stderr.write(`${neutral(problem)}\n`);
    return 2;
  }
  let text: string | null = null;
  if (token !== undefined) {
    try {
      text = (await readFile(token, 'utf8')).trim();
    } catch (error) {
      stderr.write(`${neutral(token)}: cannot be read (${(error as NodeJS.ErrnoException).code})\n`);
      return 2;
    }
  }
  const problems = problemsWith(result, rules);
  const diagnoses: readonly Diagnosis[] = [
    problems.length > 0 ? faultySettings(problems)
      : result.notes.length > 0 ? warning('settings', result.notes.join(' '), 'Look whether that is meant.') : well('settings', 'The settings and the policy can be read.'),
    ...await diagnosesOf(result.configuration, text),
  ];
  stdout.write(format === 'json' ? `${JSON.stringify({ version: 1, diagnoses }, null, 2)}\n` : reportOf(diagnoses, streams));
  return diagnoses.some(({ state }) => state === 'fault') ? 1 : 0;
}

function faultySettings(problems: readonly string[]): Diagnosis {
  const [first = ''] = problems;
  if (problems.length === 1) return fault('settings', first, 'Mend it: the service does not start with it.');
  return fault('settings', `${problems.length} settings are wrong, the first: ${first}`, 'Look at all of them (umsicht service check-configuration) and mend them: the service does not start with them.');
}

async function diagnosesOf(configuration: ServiceConfiguration, token: string | null): Promise<readonly Diagnosis[]> {
  const { origin, host, port } = configuration;
  const own = `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
  const [signIn, data, directory, addIn, certificate, date] = await Promise.all([
    checkSignIn(configuration, token),
    checkData(configuration, Date.now()),
    checkDirectory(configuration.directory),
    checkAddIn(origin ?? own),
    origin === null ? notChecked('certificate', 'No origin is set, so the service is for this machine only.') : checkCertificate(origin, Date.now()),
    ask(`${origin ?? own}/healthz`),
  ]);
  return [...addIn, certificate, ...signIn.diagnoses, ...data, directory, checkClock([...signIn.answers, ...(date.ok ? [date.answer] : [])])];
}

const SIGNS: { readonly [S in Diagnosis['state']]: { readonly sign: string; readonly sgr: string } } = {
  well: { sign: 'well   ', sgr: '32' },
  warning: { sign: 'warning', sgr: '33' },
  fault: { sign: 'fault  ', sgr: '1;31' },
  notChecked: { sign: '–      ', sgr: '2' },
};

function reportOf(diagnoses: readonly Diagnosis[], streams: Streams): string {
  const look = lookOf(streams, 'en');
  const widest = Math.max(...diagnoses.map(({ id }) => id.length));
  return diagnoses.map(({ id, state, says, advice }) => {
    const { sign, sgr } = SIGNS[state];
    const indent = sign.length + widest + 4;
    const [first = '', ...more] = wrapped(says, indent, look);
    const advised = advice === undefined ? [] : wrapped(advice, indent, look, '2');
    return [`${look.colour ? `\u001b[${sgr}m${sign}\u001b[0m` : sign}  ${id.padEnd(widest)}  ${first.trimStart()}`, ...more, ...advised].join('\n');
  }).join('\n').concat('\n');
}
