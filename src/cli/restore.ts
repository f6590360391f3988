import { createReadStream, existsSync, renameSync } from 'node:fs';
import type { Readable, Writable } from 'node:stream';
import { Command } from 'commander';
import { BackupDamage, type BackupPart, readBackup, type RowCounts } from '../store/backup-file';
import { nameOfPlace } from '../store/database-place';
import { hasKeys, keyFile, keysIn, writeKeys } from '../store/hashing-key';
import { NewerDatabase } from '../store/migrate';
import { openStore, UNLIMITED } from '../store/open-store';
import { restore, type RestoreResult } from '../store/restore';
import { chosenData, type ChosenData, type DatabaseFlags, withDatabaseOptions } from './database-option';
import { reasonOf } from './database-reasons';
import { rowsText } from './row-counts';

const MORE_HELP = `
All of it or nothing: until the last line of the backup has been read and found right, the database
stays as it is. Services with the same database answer that they cannot answer meanwhile; stop them
for a large one.`;

/** `umsicht restore FILE`: exit status 0 when the database holds what the backup does, 2 when nothing has changed. */
export function restoreCommand(): Command {
  return withDatabaseOptions(new Command('restore'))
    .description('puts a backup in place of what is in the database, all of it or nothing')
    .argument('<file>', 'backup to read, or - for standard input')
    .option('--replace', 'also where the database holds something, which is gone then')
    .option('--check', 'only look whether the backup is whole; needs no database')
    .addHelpText('after', MORE_HELP)
    .action(async (file: string, { replace = false, check, ...flags }: DatabaseFlags & { replace?: boolean; check?: boolean }) => {
      if (check) {
        process.exitCode = await runCheck(file, process);
        return;
      }
      const data = chosenData(flags, process);
      process.exitCode = data ? await runRestore(file, data, { replace }, process) : 2;
    });
}

export interface RestoreStreams {
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly stderr: Writable;
}

export async function runRestore(file: string, { place, folder }: ChosenData, { replace }: { readonly replace: boolean }, { stdin, stdout, stderr }: RestoreStreams): Promise<0 | 2> {
  try {
    const store = await openStore(place, UNLIMITED);
    let putKey = (): string => '';
    try {
      const result = await restore(store, readBackup(openBackup(file, stdin)), { replace, onKey: (key) => { putKey = keyPutter(folder, key, replace); } });
      if (!result.ok) {
        stderr.write(`Nothing was restored: ${nameOfPlace(place)} is not empty (--replace lets go of what it holds).\n`);
        return 2;
      }
      stdout.write(`Restored ${nameOfPlace(place)} as it was on ${result.header.made}: ${rowsText(result.rows)}.\n${aboutKey(result, folder)}${putKey()}`);
      return 0;
    } finally {
      await store.close();
    }
  } catch (error) {
    stderr.write(`Nothing was restored: ${failureText(error, file, place)}\n`);
    return 2;
  }
}

/** Reads a backup to its end. What only a database can tell, it does not. */
export async function runCheck(file: string, { stdin, stdout, stderr }: RestoreStreams): Promise<0 | 2> {
  try {
    const rows: { [table: string]: number } = {};
    let made = '';
    let table = '';
    let hasKey = false;
    const parts: AsyncGenerator<BackupPart> = readBackup(openBackup(file, stdin));
    for await (const part of parts) {
      if (part.is === 'header') ({ made } = part.header);
      else if (part.is === 'table') rows[({ table } = part).table] = 0;
      else if (part.is === 'row') rows[table] = (rows[table] ?? 0) + 1;
      else hasKey = true;
    }
    stdout.write(`The backup ${file} is whole: made on ${made}, ${rowsText(rows as RowCounts)}${hasKey ? ', and the key of the hashes' : ''}.\n`);
    return 0;
  } catch (error) {
    stderr.write(`${failureText(error, file, null)}\n`);
    return 2;
  }
}

function openBackup(file: string, stdin: Readable): Readable {
  return file === '-' ? stdin : createReadStream(file);
}

class KeyRefusal extends Error {}

/**
 * Looks whether the key can be put into the folder, while everything can still be taken back; the function it gives
 * puts it there, and says what it has done. Another key is kept beside it.
 */
function keyPutter(folder: string, key: string, replace: boolean): () => string {
  if (!keysIn(key)) throw new BackupDamage('is damaged: its key is none');
  const file = keyFile(folder);
  const isThere = existsSync(file);
  if (isThere && hasKeys(folder, key)) return () => '';
  if (isThere && !replace) throw new KeyRefusal(`${file} is another key than the one in the backup (--replace puts the one in the backup in its place).`);
  return () => {
    if (isThere) renameSync(file, `${file}.before-restore`);
    writeKeys(folder, key);
    return isThere ? `Its key is in ${file} now, the one that was there in ${file}.before-restore.\n` : `Its key is in ${file} now.\n`;
  };
}

function aboutKey({ rows, hadKey }: Extract<RestoreResult, { ok: true }>, folder: string): string {
  if (hadKey || !rows['correspondence']) return '';
  return `The key of the hashes was not in it: ${keyFile(folder)} has to be the one of that time.\n`;
}

function failureText(error: unknown, file: string, place: ChosenData['place'] | null): string {
  if (error instanceof BackupDamage) return `the backup ${file} ${error.message}.`;
  if (error instanceof NewerDatabase) return `the backup ${file} was made by a newer version of Umsicht. Use that version.`;
  if (error instanceof KeyRefusal) return error.message;
  return reasonOf(error, file, place ?? { engine: 'sqlite', file });
}
