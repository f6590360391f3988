import { Command, Option } from 'commander';
import { defaultPolicy, type Policy } from '../core/policy';
import { LANGUAGES, type Language } from '../core/rule';
import { rules } from '../rules';
import { readPolicyFile, STANDARD_INPUT } from './check-input';
import { differenceReport, type NamedPolicy } from './policy-diff';
import { explanationOf } from './policy-explain';
import { policySchema } from './policy-schema';
import { differencesBetween } from './policy-settings';
import { complain, languageOf, leaveWith, lookOf, ownStreams, type Streams, writer } from './terminal';

const MORE_HELP = `
FILE is a policy document (JSON); - reads it from standard input. What a file leaves out has its
default. For a file that completes itself in editors:
  umsicht policy schema > policy.schema.json
and { "$schema": "./policy.schema.json" } as the first entry of the policy.`;

const CHECK_HELP = `
Exit status: 0 every file is a policy; 2 at least one is not. Every problem is on standard
error with its place.`;

const DIFF_HELP = `
With one file: what it changes of the built-in defaults. With two: what changes from A to B.

Exit status: 0 no setting differs; 1 at least one does; 2 a file could not be read.`;

interface Flags {
  readonly language: Language;
}

type Status = 0 | 1 | 2;

/** `umsicht policy …`: what an administrator asks about a policy before it counts. */
export function policyCommand(streams: Streams = ownStreams(), end: (status: Status) => void = leaveWith): Command {
  const language = () => new Option('--language <language>', 'language of the words').choices(LANGUAGES).default(languageOf(streams.environment), "the system's");
  return new Command('policy')
    .description('checks, explains and compares policies, and describes their format')
    .addHelpText('after', MORE_HELP)
    .addCommand(new Command('check')
      .description('says everything that is wrong with policies')
      .argument('<file...>', 'policies (JSON), or - for standard input')
      .addHelpText('after', CHECK_HELP)
      .action(async (files: string[]) => end(await checkPolicies(files, streams))))
    .addCommand(new Command('explain')
      .description('says in plain words what a policy does, rule by rule')
      .argument('[file]', 'policy (JSON), or - for standard input; the built-in defaults without it')
      .addOption(language())
      .action(async (file: string | undefined, flags: Flags) => end(await explainPolicy(file ?? null, flags, streams))))
    .addCommand(new Command('schema')
      .description('writes the JSON Schema (2020-12) of policies')
      .addOption(language())
      .action(async (flags: Flags) => end(await write(streams, 0, `${JSON.stringify(policySchema(rules, flags.language), null, 2)}\n`))))
    .addCommand(new Command('diff')
      .description('says which settings differ between two policies, and what that changes')
      .argument('<a>', 'policy (JSON), or - for standard input')
      .argument('[b]', 'another one; without it, A is held against the built-in defaults')
      .addOption(language())
      .addHelpText('after', DIFF_HELP)
      .action(async (a: string, b: string | undefined, flags: Flags) => end(await comparePolicies(a, b ?? null, flags, streams))));
}

async function checkPolicies(files: readonly string[], streams: Streams): Promise<Status> {
  if (isReadTwice(files, streams)) return 2;
  const defaults = defaultPolicy(rules);
  let status: Status = 0;
  for (const file of files) {
    const policy = await policyIn(file, streams);
    if (policy === undefined) status = 2;
    else if ((await write(streams, 0, `${nameOf(file)}: a policy; ${changesText(differencesBetween(defaults, policy, rules).length)}\n`)) !== 0) return 2;
  }
  return status;
}

async function explainPolicy(file: string | null, { language }: Flags, streams: Streams): Promise<Status> {
  const defaults = defaultPolicy(rules);
  const policy = file === null ? defaults : await policyIn(file, streams);
  if (policy === undefined) return 2;
  return write(streams, 0, explanationOf(file === null ? null : nameOf(file), policy, defaults, rules, lookOf(streams, language)));
}

async function comparePolicies(a: string, b: string | null, { language }: Flags, streams: Streams): Promise<Status> {
  if (isReadTwice([a, b], streams)) return 2;
  const first = await policyIn(a, streams);
  const second = b === null ? undefined : await policyIn(b, streams);
  if (first === undefined || (b !== null && second === undefined)) return 2;
  const named: NamedPolicy = { name: nameOf(a), policy: first };
  const defaults: NamedPolicy = { name: null, policy: defaultPolicy(rules) };
  const [before, after] = b === null ? [defaults, named] : [named, { name: nameOf(b), policy: second as Policy }];
  const { count, text } = differenceReport(before, after, rules, lookOf(streams, language));
  return write(streams, count === 0 ? 0 : 1, text);
}

/** `undefined` where it could not be understood; the reasons are written. */
async function policyIn(file: string, { stdin, stderr }: Streams): Promise<Policy | undefined> {
  const reading = await readPolicyFile(file, stdin, rules);
  if (reading.ok) return reading.value;
  complain(stderr, file, reading.problems);
  return undefined;
}

function isReadTwice(files: readonly (string | null)[], { stderr }: Streams): boolean {
  const twice = files.filter((file) => file === STANDARD_INPUT).length > 1;
  if (twice) stderr.write('umsicht: standard input (-) can be read only once\n');
  return twice;
}

/** `status`, unless the text could not be written. */
async function write({ stdout, stderr }: Streams, status: Status, text: string): Promise<Status> {
  const output = writer(stdout);
  await output.write(text);
  const failure = output.failure();
  if (failure === null) return status;
  stderr.write(`umsicht: the result could not be written: ${failure}\n`);
  return 2;
}

function nameOf(file: string): string {
  return file === STANDARD_INPUT ? 'standard input' : file;
}

function changesText(count: number): string {
  return count === 0 ? 'everything as by default' : count === 1 ? 'one setting differs from the defaults' : `${count} settings differ from the defaults`;
}
