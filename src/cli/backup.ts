import { createWriteStream, existsSync } from 'node:fs';
import { readFile, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { Command } from 'commander';
import { backUp } from '../store/back-up';
import { backupLines, type BackupPart, type RowCounts } from '../store/backup-file';
import { type DatabasePlace, nameOfPlace } from '../store/database-place';
import { keyFile, keysIn, keysText } from '../store/hashing-key';
import { openStore, UNLIMITED } from '../store/open-store';
import { chosenData, type ChosenData, type DatabaseFlags, withDatabaseOptions } from './database-option';
import { reasonOf } from './database-reasons';
import { rowsText } from './row-counts';

const MORE_HELP = `
Works while the service runs, and holds everything as it was at one moment. The file is the same
for the embedded database and for PostgreSQL, so one can be restored as the other. It holds
addresses and names: only this user may read it; encrypt it before it leaves the machine:
  umsicht backup - | age --recipient … > umsicht.backup.age

The key of the hashes (correspondence.key) is not in it: keep a copy of that in another place.`;

/** `umsicht backup FILE`: exit status 0 when the file is whole and on the disk, 2 when there is none. */
export function backupCommand(): Command {
  return withDatabaseOptions(new Command('backup'))
    .description('writes everything that is in the database into a file')
    .argument('<file>', 'file to write, or - for standard output')
    .option('--with-key', 'put the key of the hashes into the same file')
    .option('--overwrite', 'replace a file that is there')
    .addHelpText('after', MORE_HELP)
    .action(async (file: string, { config, database, ...options }: DatabaseFlags & { withKey?: boolean; overwrite?: boolean }) => {
      const data = chosenData({ config, database }, process);
      process.exitCode = data ? await runBackup(file, data, options, process) : 2;
    });
}

export interface BackupStreams {
  readonly stdout: Writable;
  readonly stderr: Writable;
}

export async function runBackup(file: string, { place, folder }: ChosenData, options: { readonly withKey?: boolean; readonly overwrite?: boolean }, { stdout, stderr }: BackupStreams): Promise<0 | 2> {
  const toStdout = file === '-';
  try {
    if (!toStdout && existsSync(file) && !options.overwrite) throw new Refusal(`there is ${file} already (--overwrite replaces it).`);
    // Opening it would make a new one.
    if (place.engine === 'sqlite' && !existsSync(place.file)) throw new Refusal(`there is no database ${place.file}.`);
    const key = options.withKey ? await keyOf(folder) : null;
    const counts = await written(place, key, toStdout ? (lines) => pipeline(lines, createGzip(), stdout, { end: false }) : (lines) => intoFile(file, lines));
    const said = toStdout ? stderr : stdout;
    said.write(`Backed up ${nameOfPlace(place)}${toStdout ? '' : ` to ${file}`}: ${rowsText(counts)}.\n`);
    if (key !== null) stderr.write('The key of the hashes is in the same file: whoever gets hold of it can try addresses on them. Keep it as safe as the key.\n');
    else if (existsSync(keyFile(folder))) said.write(`Not in it: ${keyFile(folder)}. Keep a copy of that in another place.\n`);
    return 0;
  } catch (error) {
    stderr.write(`Nothing was backed up: ${error instanceof Refusal ? error.message : reasonOf(error, file, place)}\n`);
    return 2;
  }
}

class Refusal extends Error {}

async function keyOf(folder: string): Promise<string> {
  const file = keyFile(folder);
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new Refusal(error.code === 'ENOENT' ? `there is no key ${file}.` : `the key ${file} cannot be read by this user.`);
  });
  const keys = keysIn(text);
  if (!keys) throw new Refusal(`the key ${file} is damaged.`);
  return keysText(keys);
}

async function written(place: DatabasePlace, key: string | null, write: (lines: Readable) => Promise<unknown>): Promise<RowCounts> {
  const store = await openStore(place, UNLIMITED);
  try {
    const counts: { [table: string]: number } = {};
    await backUp(store, { now: Date.now(), key }, (parts) => write(Readable.from(backupLines(counted(parts, counts)), { objectMode: false, highWaterMark: 1024 * 1024 })));
    return counts;
  } finally {
    await store.close();
  }
}

async function* counted(parts: AsyncIterable<BackupPart>, counts: { [table: string]: number }): AsyncGenerator<BackupPart> {
  let table = '';
  for await (const part of parts) {
    if (part.is === 'table') counts[({ table } = part).table] = 0;
    else if (part.is === 'row') counts[table] = (counts[table] ?? 0) + 1;
    yield part;
  }
}

/** Under another name until it is whole and on the disk, so that a file of that name is always a whole one. */
async function intoFile(file: string, lines: Readable): Promise<void> {
  const unfinished = join(dirname(file), `.${basename(file)}.${process.pid}.part`);
  try {
    await pipeline(lines, createGzip(), createWriteStream(unfinished, { flags: 'wx', mode: 0o600, flush: true }));
    await rename(unfinished, file);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}
