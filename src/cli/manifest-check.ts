import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { imageSize } from 'image-size';
import { bundleFindings } from '../manifest/check/bundle';
import { checkManifest, hasErrors } from '../manifest/check/check-manifest';
import { finding, inOrder, type ManifestFinding } from '../manifest/check/finding';
import { type Measured, pictureFindings } from '../manifest/check/pictures';
import { readBytes, STANDARD_INPUT } from './check-input';
import { type ManifestInput, readManifestInput } from './manifest-input';
import { complain, lookOf, neutral, type Streams, wrapped, writer } from './terminal';

export interface CheckFlags {
  readonly bundle?: string;
  readonly icons?: string;
  readonly marketplace?: true;
  readonly errorsOnly?: true;
  readonly format: 'text' | 'json';
}

/** What was found in a file: a manifest, or the script that belongs to it. */
interface FileFindings {
  readonly file: string;
  readonly kind: 'xml' | 'unified' | 'script';
  readonly findings: readonly ManifestFinding[];
}

/** Checks manifests one by one; what could not be read does not keep the others from being checked. */
export async function checkManifests(files: readonly string[], flags: CheckFlags, streams: Streams): Promise<0 | 1 | 2> {
  const { stdin, stderr } = streams;
  if (files.filter((file) => file === STANDARD_INPUT).length > 1) {
    stderr.write('umsicht: standard input (-) can be read only once\n');
    return 2;
  }
  const script = flags.bundle === undefined ? null : await scriptIn(flags.bundle, streams);
  const folderProblem = flags.icons !== undefined && !isFolder(flags.icons) ? `${flags.icons}: there is no such folder` : null;
  if (folderProblem !== null) stderr.write(`${neutral(folderProblem)}\n`);
  if (script === undefined || folderProblem !== null) return 2;

  const results: FileFindings[] = [];
  let unreadable = false;
  for (const file of files) {
    const reading = await readManifestInput(file, stdin);
    if (!reading.ok) {
      complain(stderr, file, reading.problems);
      unreadable = true;
      continue;
    }
    results.push(...resultsOf(file, reading.value, script, flags));
  }
  const shown = results.map((result) => (flags.errorsOnly ? { ...result, findings: result.findings.filter(({ level }) => level === 'error') } : result));
  const output = writer(streams.stdout);
  await output.write(flags.format === 'json' ? `${JSON.stringify({ version: 1, files: shown }, null, 2)}\n` : shown.map((result) => textOf(result, streams)).join('\n'));
  const failure = output.failure();
  if (failure !== null) stderr.write(`umsicht: the result could not be written: ${failure}\n`);
  if (unreadable || failure !== null) return 2;
  return results.some(({ findings }) => hasErrors(findings)) ? 1 : 0;
}

function resultsOf(file: string, input: ManifestInput, script: { readonly file: string; readonly text: string } | null, flags: CheckFlags): readonly FileFindings[] {
  const name = file === STANDARD_INPUT ? 'standard input' : file;
  if (input.fault) return [{ file: name, kind: 'xml', findings: [input.fault] }];
  const { kind, findings, functions, pictures, files } = checkManifest(input.text, input.bytes, { marketplace: flags.marketplace === true });
  const isPackage = Object.keys(input.files).length > 0;
  const inPackage = (path: string): boolean => !/^[a-z]+:/i.test(path);
  const own = pictures.filter(({ url }) => inPackage(url) && isPackage);
  const ofFolder = flags.icons === undefined ? [] : pictures.filter(({ url }) => !(inPackage(url) && isPackage));
  const bundle = script === null ? null : bundleFindings(script.text, functions);
  const all = [
    ...findings,
    ...pictureFindings(own, (path) => (input.files[path] ? measured(input.files[path]) : undefined)),
    ...pictureFindings(ofFolder, (url) => pictureIn(flags.icons as string, url)),
    ...(isPackage ? files.filter(({ path }, index) => input.files[path] === undefined && files.findIndex((other) => other.path === path) === index).map(({ path, spot }) => finding('file-not-found', spot, path)) : []),
    ...(bundle?.ofManifest ?? []),
  ];
  return [
    { file: name, kind, findings: inOrder(all) },
    ...(script !== null && bundle && bundle.ofScript.length > 0 ? [{ file: script.file, kind: 'script' as const, findings: inOrder(bundle.ofScript) }] : []),
  ];
}

/** `undefined` where it could not be read; that is said. */
async function scriptIn(file: string, { stdin, stderr }: Streams): Promise<{ readonly file: string; readonly text: string } | undefined> {
  const reading = await readBytes(file, stdin);
  if (reading.ok) return { file, text: Buffer.from(reading.value).toString('utf8').replace(/^\ufeff/, '') };
  complain(stderr, file, reading.problems);
  return undefined;
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** The picture behind an address: the longest end of its path that is in the folder. */
function pictureIn(folder: string, url: string): Measured | undefined {
  const path = url.replace(/^[a-z]+:\/\/[^/]*/i, '').replace(/[?#].*$/, '');
  const parts = path.split('/').filter((part) => part !== '' && part !== '.');
  if (parts.length === 0 || parts.includes('..') || path.includes('\\') || path.includes('\0')) return undefined;
  for (let from = 0; from < parts.length; from += 1) {
    const file = join(folder, ...parts.slice(from));
    if (statSync(file, { throwIfNoEntry: false })?.isFile()) return measured(readFileSync(file));
  }
  return undefined;
}

function measured(bytes: Uint8Array): Measured {
  try {
    const { width, height, type = '' } = imageSize(bytes);
    return { width, height, format: type };
  } catch {
    return null;
  }
}

const KINDS = { xml: 'XML manifest', unified: 'unified manifest', script: 'script of the events' } as const;

function textOf({ file, kind, findings }: FileFindings, streams: Streams): string {
  const look = lookOf(streams, 'en');
  const paint = (text: string, sgr: string): string => (look.colour ? `\u001b[${sgr}m${text}\u001b[0m` : text);
  const errors = findings.filter(({ level }) => level === 'error').length;
  const counted = (count: number, what: string): string => `${count === 0 ? 'no' : count} ${what}${count === 1 ? '' : 's'}`;
  const lines = findings.flatMap(({ line, column, level, code, path, found, expected, source }) => [
    '',
    `${neutral(file)}:${line}:${column}: ${paint(level, level === 'error' ? '1;31' : '33')} ${code}`,
    ...(path === '' ? [] : wrapped(path, 2, look, '2')),
    ...wrapped(`found     ${found}`, 2, look),
    ...wrapped(`expected  ${expected}`, 2, look),
    ...wrapped(`source    ${source}`, 2, look, '2'),
  ]);
  return [`${neutral(file)}: ${KINDS[kind]}, ${counted(errors, 'error')}, ${counted(findings.length - errors, 'recommendation')}`, ...lines, ''].join('\n');
}
