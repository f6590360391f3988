import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command } from 'commander';
import { reasonOf } from './check-input';
import { decoded, type FileName, FILES, type Note } from './policy-import-flexconfirmmail-format';
import { type FlexConfirmMailFiles, policyFromFlexConfirmMail } from './policy-import-flexconfirmmail-policy';
import { neutral, type Streams, writer } from './terminal';

const HELP = `
DIR is the folder "configs" of FlexConfirmMail's web server: ${FILES.join(', ')}.
Files that are not there say nothing. The policy is on standard output, or in the file of --out;
what has no counterpart, or is read differently, is on standard error with file and line.

Exit status: 0 the policy was written; 2 nothing was, and every problem is on standard error.`;

interface Flags {
  readonly out?: string;
  readonly force?: true;
}

/** `umsicht policy import-flexconfirmmail DIR`. */
export function importFlexConfirmMailCommand(streams: Streams, end: (status: 0 | 2) => void): Command {
  return new Command('import-flexconfirmmail')
    .description('makes a policy out of the files of FlexConfirmMail for Outlook')
    .argument('<dir>', 'the folder that holds them')
    .option('--out <file>', 'writes the policy to this file, which must not exist')
    .option('--force', 'overwrites the file of --out')
    .addHelpText('after', HELP)
    .action(async (folder: string, flags: Flags) => end(await importFlexConfirmMail(folder, flags, streams)));
}

async function importFlexConfirmMail(folder: string, { out, force }: Flags, { stdout, stderr }: Streams): Promise<0 | 2> {
  const reading = await readFiles(folder);
  if (!reading.ok) {
    for (const problem of reading.problems) stderr.write(`${neutral(problem)}\n`);
    return 2;
  }
  const { document, notes } = policyFromFlexConfirmMail(reading.files);
  const text = `${JSON.stringify(document, null, 2)}\n`;
  const failure = out === undefined ? await toStream(text, stdout) : await toFile(text, out, force === true);
  if (failure !== null) {
    stderr.write(`${neutral(failure)}\n`);
    return 2;
  }
  for (const note of notes) stderr.write(`${neutral(lineOf(note))}\n`);
  return 0;
}

type Reading =
  | { readonly ok: true; readonly files: FlexConfirmMailFiles }
  | { readonly ok: false; readonly problems: readonly string[] };

/** Bytes. Lists of a hundred thousand domains are shorter. */
const LONGEST_FILE = 8 * 1024 * 1024;

/** Every file that is there, by its name in any case; everything that is wrong with them at once. */
async function readFiles(folder: string): Promise<Reading> {
  let names: readonly string[];
  try {
    names = await readdir(folder);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return { ok: false, problems: [`${folder}: ${code === 'ENOTDIR' ? 'it is no folder' : code === 'ENOENT' ? 'there is no such folder' : reasonOf(error)}`] };
  }
  const problems: string[] = [];
  const files: { [F in FileName]?: string } = {};
  for (const file of FILES) {
    const found = names.filter((name) => name.toLowerCase() === file.toLowerCase());
    if (found.length > 1) problems.push(`${folder}: ${found.join(' and ')} are one file to FlexConfirmMail; keep one of them`);
    for (const name of found) {
      const reading = await readText(join(folder, name));
      if (reading.ok) files[file] = reading.text;
      else problems.push(`${join(folder, name)}: ${reading.why}`);
    }
  }
  if (problems.length === 0 && Object.keys(files).length === 0) problems.push(`${folder}: none of FlexConfirmMail's files is there (${FILES.join(', ')})`);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, files };
}

async function readText(path: string): Promise<{ readonly ok: true; readonly text: string } | { readonly ok: false; readonly why: string }> {
  try {
    const about = await stat(path);
    // Reading a pipe would wait for somebody to write.
    if (!about.isFile()) return { ok: false, why: about.isDirectory() ? 'it is a folder' : 'it is no file' };
    if (about.size > LONGEST_FILE) return { ok: false, why: `longer than ${LONGEST_FILE / 1024 / 1024} MB` };
    const text = decoded(await readFile(path));
    return text === undefined ? { ok: false, why: 'neither UTF-8 nor UTF-16 with a byte order mark' } : { ok: true, text };
  } catch (error) {
    return { ok: false, why: reasonOf(error) };
  }
}

/** `null` when it was written. */
async function toFile(text: string, file: string, force: boolean): Promise<string | null> {
  try {
    await writeFile(file, text, { flag: force ? 'w' : 'wx' });
    return null;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return `${file}: ${code === 'EEXIST' ? 'it is there already; --force overwrites it' : `could not be written: ${reasonOf(error)}`}`;
  }
}

async function toStream(text: string, stdout: Streams['stdout']): Promise<string | null> {
  const output = writer(stdout);
  await output.write(text);
  const failure = output.failure();
  return failure === null ? null : `umsicht: the result could not be written: ${failure}`;
}

/** Long enough for any setting, short enough for a line. */
const LONGEST_QUOTE = 80;

function lineOf({ file, line, what, why }: Note): string {
  const quote = what.length > LONGEST_QUOTE ? `${what.slice(0, LONGEST_QUOTE - 1)}…` : what;
  return `${file}${line === null ? '' : `:${line}`}: ${quote}: ${why}`;
}
