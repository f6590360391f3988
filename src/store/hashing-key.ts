import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, linkSync, mkdirSync, openSync, readFileSync, unlinkSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { StoreFailure } from './store-failure';

const BYTES = 32;

/** Where the key of that data folder is. */
export function keyFile(folder: string): string {
  return join(folder, 'correspondence.key');
}

/** The key as it stands in its file; undefined for a text that is none. */
export function keyIn(text: string): Buffer | undefined {
  const key = Buffer.from(text.trim(), 'base64');
  return key.length === BYTES ? key : undefined;
}

/**
 * The key that addresses are hashed with, made on first use in a file of its own beside the database:
 * whoever comes by a copy of the database alone can try no addresses on its hashes. For this user
 * only. Throws a StoreFailure for a file that cannot be used. A key that is lost makes every record
 * of earlier mail worthless, so a damaged one is never replaced.
 */
export function hashingKey(folder: string): Buffer {
  const file = keyFile(folder);
  let text: string;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (!existsSync(file)) writeWhole(file, randomBytes(BYTES));
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new StoreFailure(`The key ${file} cannot be used: ${(error as Error).message}`, error);
  }
  const key = keyIn(text);
  if (key) return key;
  throw new StoreFailure(`The key ${file} is damaged. Restore it from a backup, or delete it: then everybody counts as never written to before.`, null);
}

/** Puts a key, in base 64, into a folder that has none. Throws what the file system throws. */
export function writeKey(folder: string, key: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeWhole(keyFile(folder), Buffer.from(key, 'base64'));
}

/** Whether the folder has this very key. */
export function hasKey(folder: string, key: string): boolean {
  return keyIn(readFileSync(keyFile(folder), 'utf8'))?.toString('base64') === key;
}

/** Whole or not at all, also where two programs start at once: then the first one's key counts. */
function writeWhole(file: string, key: Buffer): void {
  const own = `${file}.${randomBytes(6).toString('hex')}`;
  const handle = openSync(own, 'wx', 0o600);
  try {
    writeSync(handle, `${key.toString('base64')}\n`);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  try {
    linkSync(own, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    unlinkSync(own);
  }
}
