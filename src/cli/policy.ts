import { writeFile } from 'node:fs/promises';
import { Command, InvalidArgumentError, Option } from 'commander';
import { policySchema } from '../configuration/policy-schema';
import { parseAddress } from '../core/address';
import { defaultPolicy } from '../core/policy';
import { FORMAT, migrated } from '../core/policy-migrations';
import { LANGUAGES, type Language } from '../core/rule';
import { rules } from '../rules';
import { type PolicyText, readPolicyText, reasonOf, STANDARD_INPUT } from './check-input';
import { differenceReport, type NamedPolicy } from './policy-diff';
import { explanationOf, type WrittenPolicy } from './policy-explain';
import { migratedText } from '../wire/migrated-text';
import { importFlexConfirmMailCommand } from './policy-import-flexconfirmmail';
import { differencesBetween } from './policy-settings';
import { complain, languageOf, leaveWith, lookOf, ownStreams, type Streams, writer } from './terminal';

const MORE_HELP = `
FILE is a policy document (JSON, comments allowed); - reads it from standard input. What a file leaves out has its
default. For a file that completes itself in editors:
  umsicht policy schema > policy.schema.json
and { "$schema": "./policy.schema.json" } as the first entry of the policy.`;

const CHECK_HELP = `
Exit status: 0 every file is a policy; 2 at least one is not. Every problem is on standard
error with its place.`;

const DIFF_HELP = `
With one file: what it changes of the built-in defaults. With two: what changes from A to B.

Exit status: 0 no setting differs; 1 at least one does; 2 a file could not be read.`;

const EXPLAIN_HELP = `
With --sender: what counts for messages from that address, and which layer each setting comes
from: the built-in defaults, the organisation, or the first group the sender is in.`;

const MIGRATE_HELP = `
Policies of older versions go on being read; this writes down what they mean today. The new text
is on standard output, what has changed in it on standard error.

Exit status: 0 done, or nothing was to be done; 2 the file is no policy, or could not be written.`;

interface Flags {
  readonly language: Language;
}

interface ExplainFlags extends Flags {
  readonly sender?: string;
}

interface MigrateFlags {
  readonly from?: string;
  readonly inPlace?: true;
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
      .addOption(new Option('--sender <address>', 'explain what counts for messages from this address').argParser(senderIn))
      .addOption(language())
      .addHelpText('after', EXPLAIN_HELP)
      .action(async (file: string | undefined, flags: ExplainFlags) => end(await explainPolicy(file ?? null, flags, streams))))
    .addCommand(new Command('migrate')
      .description('writes a policy of an older version as it is written today, comments included')
      .argument('<file>', 'policy (JSON), or - for standard input')
      .addOption(new Option('--from <version>', 'the version it was written for, where it names none').choices(Array.from({ length: FORMAT }, (_, index) => String(index + 1))))
      .option('--in-place', 'writes the file itself')
      .addHelpText('after', MIGRATE_HELP)
      .action(async (file: string, flags: MigrateFlags) => end(await migratePolicy(file, flags, streams))))
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
      .action(async (a: string, b: string | undefined, flags: Flags) => end(await comparePolicies(a, b ?? null, flags, streams))))
    .addCommand(importFlexConfirmMailCommand(streams, end));
}

async function checkPolicies(files: readonly string[], streams: Streams): Promise<Status> {
  if (isReadTwice(files, streams)) return 2;
  const defaults = defaultPolicy(rules);
  let status: Status = 0;
  for (const file of files) {
    const policy = (await policyIn(file, streams))?.policy;
    if (policy === undefined) status = 2;
    else if ((await write(streams, 0, `${nameOf(file)}: a policy; ${changesText(differencesBetween(defaults, policy, rules).length, policy.groups.length)}\n`)) !== 0) return 2;
  }
  return status;
}

async function explainPolicy(file: string | null, { language, sender }: ExplainFlags, streams: Streams): Promise<Status> {
  const defaults = defaultPolicy(rules);
  const builtIn: WrittenPolicy = { name: null, policy: defaults, document: {} };
  const written = file === null ? undefined : await policyIn(file, streams);
  if (file !== null && written === undefined) return 2;
  const explained = written && file !== null ? { name: nameOf(file), policy: written.policy, document: migrated(written.document, rules) } : builtIn;
  return write(streams, 0, explanationOf(explained, sender ?? null, defaults, rules, lookOf(streams, language)));
}

async function migratePolicy(file: string, { from, inPlace }: MigrateFlags, streams: Streams): Promise<Status> {
  const { stderr } = streams;
  if (inPlace && file === STANDARD_INPUT) {
    stderr.write('umsicht: standard input cannot be written in place\n');
    return 2;
  }
  const written = await policyIn(file, streams);
  if (written === undefined) return 2;
  const { text, changes } = migratedText(written.text, written.document, from === undefined ? null : Number(from), rules);
  const said = changes.map(({ path, value }) => `${path.join('.')}: ${JSON.stringify(value)}`);
  complain(stderr, file, said.length > 0 ? said : [`is of version ${FORMAT} already; nothing has changed`]);
  if (!inPlace) return write(streams, 0, text);
  if (changes.length === 0) return 0;
  try {
    await writeFile(file, text);
    return 0;
  } catch (error) {
    complain(stderr, file, [`could not be written: ${reasonOf(error)}`]);
    return 2;
  }
}

async function comparePolicies(a: string, b: string | null, { language }: Flags, streams: Streams): Promise<Status> {
  if (isReadTwice([a, b], streams)) return 2;
  const first = await policyIn(a, streams);
  const second = b === null ? undefined : await policyIn(b, streams);
  if (first === undefined || (b !== null && second === undefined)) return 2;
  const named: NamedPolicy = { name: nameOf(a), policy: first.policy };
  const defaults: NamedPolicy = { name: null, policy: defaultPolicy(rules) };
  const [before, after] = b === null ? [defaults, named] : [named, { name: nameOf(b), policy: (second as PolicyText).policy }];
  const { count, text } = differenceReport(before, after, rules, lookOf(streams, language));
  return write(streams, count === 0 ? 0 : 1, text);
}

/** `undefined` where it could not be understood; the reasons are written. */
async function policyIn(file: string, { stdin, stderr }: Streams): Promise<PolicyText | undefined> {
  const reading = await readPolicyText(file, stdin, rules);
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

function changesText(count: number, groups: number): string {
  const settings = count === 0 ? 'everything as by default' : count === 1 ? 'one setting differs from the defaults' : `${count} settings differ from the defaults`;
  return groups === 0 ? settings : `${settings}; ${groups === 1 ? 'one group' : `${groups} groups`}`;
}

function senderIn(text: string): string {
  if (!parseAddress(text).usable) throw new InvalidArgumentError('It is a mail address.');
  return text;
}
