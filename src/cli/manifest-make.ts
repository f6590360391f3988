import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { strToU8, unzipSync, zipSync } from 'fflate';
import type { AddIn } from '../manifest/add-in';
import { EDITION } from '../manifest/edition';
import type { SendMode } from '../manifest/launch-events';
import { describeUmsicht, type ManifestChoices, MOST_REVISIONS } from '../manifest/umsicht';
import { PACKAGE_ICONS, unifiedManifest } from '../manifest/unified-manifest';
import { xmlManifest } from '../manifest/xml-manifest';
import { OFFICE_CLOUDS, type OfficeCloudName } from '../reference/office-clouds';
import { reasonOf } from './check-input';
import { complain, neutral, type Streams, writer } from './terminal';

export interface MakeFlags {
  readonly origin?: string;
  readonly sendMode: SendMode;
  readonly unified?: true;
  readonly out?: string;
  readonly cloud: OfficeCloudName;
  readonly name: string;
  readonly supportUrl?: string;
  readonly privacyUrl?: string;
  readonly termsUrl?: string;
  readonly mobile: boolean;
  readonly revision?: number;
}

/** Everything that is decided about it; without a revision it is counted from the file. */
type Choices = Omit<ManifestChoices, 'revision'> & { readonly unified: boolean; readonly cloud: OfficeCloudName; readonly revision: number | null };

/** Makes the manifest and writes it. 2 where that cannot be; the reason is on standard error. */
export async function makeManifest({ origin, ...rest }: MakeFlags, streams: Streams): Promise<0 | 2> {
  // No option of the command itself that has to be given: commander would demand it of the commands in it as well.
  if (origin === undefined) return refuse(streams, 'manifest: --origin is needed, such as --origin https://guard.example; see umsicht manifest --help');
  const { out, unified = false, supportUrl = null, privacyUrl = null, termsUrl = null, revision = null, cloud, sendMode, name, mobile } = rest;
  const flags: Choices = { origin, unified, supportUrl, privacyUrl, termsUrl, revision, cloud, sendMode, name, mobile };
  const refusal = refusalOf(flags, out);
  if (refusal !== null) return refuse(streams, refusal);
  if (out === undefined) return print(contentOf(describe(flags, revision ?? 0), unified), streams);

  const isPackage = extname(out).toLowerCase() === '.zip';
  const before = await earlierIn(out, isPackage);
  if (typeof before === 'string') return refuse(streams, `${out}: ${before}`);
  const next = nextRevision(before, flags);
  if (typeof next === 'string') return refuse(streams, `${out}: ${next}`);
  const addIn = describe(flags, next);
  if (before !== null && before.text === contentOf(addIn, unified)) {
    complain(streams.stderr, out, [`is as it should be: version ${addIn.version}`]);
    return 0;
  }
  try {
    await writeFile(out, isPackage ? packageOf(addIn) : contentOf(addIn, unified));
  } catch (error) {
    return refuse(streams, `${out}: could not be written: ${reasonOf(error)}`);
  }
  complain(streams.stderr, out, [
    `version ${addIn.version}, id ${unified ? addIn.unifiedId : addIn.id}, send mode ${flags.sendMode}${before === null ? '' : `; was version ${before.version}`}`,
    ...(cloud === 'standard' ? [] : [`run the service with --cloud ${cloud}, so that its pages load office.js from ${OFFICE_CLOUDS[cloud].officeJs}`]),
  ]);
  return 0;
}

function refusalOf({ unified, cloud, mobile }: Choices, out: string | undefined): string | null {
  if (unified && !OFFICE_CLOUDS[cloud].integratedApps) return `--unified: the cloud ${cloud} has no Integrated apps to upload a unified manifest to; it takes the XML manifest, through Centralized Deployment`;
  if (unified && !mobile) return '--no-mobile: a unified manifest has no part for phones anyway';
  if (out === undefined) return null;
  const ending = extname(out).toLowerCase();
  if (unified && ending !== '.json' && ending !== '.zip') return `--out ${out}: a unified manifest is written to a file that ends in .json, or as a package to one that ends in .zip`;
  return !unified && ending !== '.xml' ? `--out ${out}: an XML manifest is written to a file that ends in .xml; for JSON there is --unified` : null;
}

function describe(flags: Choices, revision: number): AddIn {
  return describeUmsicht({ ...flags, revision }, (bytes) => createHash('sha1').update(bytes).digest());
}

function contentOf(addIn: AddIn, unified: boolean): string {
  return unified ? unifiedManifest(addIn).manifest.text : xmlManifest(addIn);
}

/** The package of a unified manifest: itself, its pictures and the files of its other languages. */
function packageOf(addIn: AddIn): Uint8Array {
  const { manifest, languages } = unifiedManifest(addIn);
  const files = Object.fromEntries([manifest, ...languages].map(({ name, text }) => [name, strToU8(text)]));
  // The same content is the same file, whenever it is made; ZIP knows no time before 1980.
  return zipSync({ ...files, [PACKAGE_ICONS.color]: picture('app-color-192.png'), [PACKAGE_ICONS.outline]: picture('app-outline-32.png') }, { mtime: new Date(1980, 0, 1) });
}

/** Beside the built program, or in the project. */
function picture(name: string): Uint8Array {
  const built = join(__dirname, 'assets', name);
  return readFileSync(existsSync(built) ? built : join(__dirname, '..', '..', 'assets', name));
}

interface Earlier {
  readonly text: string;
  readonly id: string;
  readonly version: string;
}

/** The manifest that is in the file already; null where there is none, or why it is in the way. */
async function earlierIn(file: string, isPackage: boolean): Promise<Earlier | null | string> {
  let text: string;
  try {
    const bytes = await readFile(file);
    text = Buffer.from(isPackage ? unzipSync(bytes, { filter: ({ name, originalSize }) => name === 'manifest.json' && originalSize < 1024 * 1024 })['manifest.json'] ?? [] : bytes).toString('utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    return (error as NodeJS.ErrnoException).code === undefined ? NOT_OURS : `could not be read: ${reasonOf(error)}`;
  }
  const [, id, version] = /<Id>([^<]*)<\/Id>\s*<Version>([\d.]+)<\/Version>/.exec(text) ?? /"id": "([^"]*)",\s*"version": "([\d.]+)"/.exec(text) ?? [];
  return id === undefined || version === undefined ? NOT_OURS : { text, id, version: version.split('.').slice(0, 3).join('.') };
}

const NOT_OURS = 'is there already and is no manifest of this program; move it out of the way';

/** The revision that makes the version higher than the earlier one, unless nothing else changes; or why there is none. */
function nextRevision(before: Earlier | null, flags: Choices): number | string {
  if (before === null) return flags.revision ?? 0;
  const { id, unifiedId } = describe(flags, 0);
  if (before.id !== (flags.unified ? unifiedId : id)) return `is the manifest of another add-in (${before.id}), of another origin or made elsewhere; move it out of the way`;
  const [, edition = 0, revision = 0] = before.version.split('.').map(Number);
  if (edition > EDITION) return `was made by a newer Umsicht (version ${before.version}; this one makes 1.${EDITION}); a manifest that goes back is refused by Microsoft 365`;
  if (edition < EDITION) return flags.revision ?? 0;
  const isUnchanged = before.text === contentOf(describe(flags, revision), flags.unified);
  if (flags.revision !== null) {
    return flags.revision > revision || (isUnchanged && flags.revision === revision) ? flags.revision : `--revision ${flags.revision}: it is ${revision} already, and has to rise with a change`;
  }
  if (isUnchanged) return revision;
  return revision < MOST_REVISIONS ? revision + 1 : `has the last version there can be (${before.version})`;
}

async function print(text: string, { stdout, stderr }: Streams): Promise<0 | 2> {
  const output = writer(stdout);
  await output.write(text);
  const failure = output.failure();
  if (failure === null) return 0;
  stderr.write(`umsicht: the result could not be written: ${failure}\n`);
  return 2;
}

function refuse({ stderr }: Streams, reason: string): 2 {
  stderr.write(`${neutral(`umsicht: ${reason}`)}\n`);
  return 2;
}
