import { createHmac, randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, linkSync, mkdirSync, openSync, readFileSync, renameSync, statSync, unlinkSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { giveToFolderOwner } from './folder-owner';
import { StoreFailure } from './store-failure';

const BYTES = 32;

/** What addresses are hashed with. */
export interface HashingKeys {
  readonly current: Buffer;
  /** Keys that were current once, latest first: what was hashed with them is still found. */
  readonly former: readonly FormerKey[];
}

export interface FormerKey {
  readonly key: Buffer;
  /** The day on which it was replaced (`2026-11-24`, UTC). */
  readonly replaced: string;
}

/** Where the keys of that data folder are. */
export function keyFile(folder: string): string {
  return join(folder, 'correspondence.key');
}

/**
 * The keys as they stand in their file: the current one in base 64, and a line for each former one, with the day on which it was
 * replaced. Undefined for a text that is something else.
 */
export function keysIn(text: string): HashingKeys | undefined {
  const [first = '', ...lines] = text.trim().split(/\r?\n/);
  const current = keyIn(first);
  const former = lines.map((line): FormerKey | undefined => {
    const [, written = '', replaced = ''] = /^(\S+) (\d{4}-\d{2}-\d{2})$/.exec(line) ?? [];
    const key = keyIn(written);
    return key && { key, replaced };
  });
  return current && former.every((each) => each !== undefined) ? { current, former: former as FormerKey[] } : undefined;
}

/** The same for the same key, and nothing from which one could be made. */
export function fingerprintOf(key: Buffer): string {
  return createHmac('sha256', key).update('umsicht hashing key').digest('base64url').slice(0, 22);
}

/** As `keysIn` reads it. */
export function keysText({ current, former }: HashingKeys): string {
  return [current.toString('base64'), ...former.map(({ key, replaced }) => `${key.toString('base64')} ${replaced}`)].join('\n');
}

function keyIn(text: string): Buffer | undefined {
  const key = Buffer.from(text, 'base64');
  return key.length === BYTES && key.toString('base64') === text ? key : undefined;
}

/**
 * The keys that addresses are hashed with; one is made on first use, in a file of its own beside the database:
 * whoever comes by a copy of the database alone can try no addresses on its hashes. For this user
 * only. Throws a StoreFailure for a file that cannot be used. A key that is lost makes every record
 * of earlier mail worthless, so a damaged file is never replaced.
 */
export function hashingKeys(folder: string): HashingKeys {
  const file = keyFile(folder);
  let text: string;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (!existsSync(file)) writeOnce(file, { current: randomBytes(BYTES), former: [] });
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new StoreFailure(`The key ${file} cannot be used: ${(error as Error).message}`, error);
  }
  const keys = keysIn(text);
  if (keys) return keys;
  throw new StoreFailure(`The key ${file} is damaged. Restore it from a backup, or delete it: then everybody counts as never written to before.`, null);
}

/**
 * The keys, read again when their file has changed, so that a running service takes up a new one. While there is none that can be read,
 * the last ones count. Throws as `hashingKeys`, now.
 */
export function watchedKeys(folder: string): () => HashingKeys {
  let seen = stamp(folder);
  let keys = hashingKeys(folder);
  return () => {
    const now = stamp(folder);
    if (now === seen || now === null) return keys;
    seen = now;
    try {
      keys = keysIn(readFileSync(keyFile(folder), 'utf8')) ?? keys;
    } catch {
      // It is being replaced; the next look finds it.
      seen = null;
    }
    return keys;
  };
}

/** As `hashingKeys`, but makes none: whoever changes keys must not do so to new ones while a service goes on with those it has read. */
function keysThere(folder: string): HashingKeys {
  if (!existsSync(keyFile(folder))) throw new StoreFailure(`There is no key ${keyFile(folder)}. The service makes one when it starts without.`, null);
  return hashingKeys(folder);
}

/** Makes a new key; the one there is becomes a former one. Throws a StoreFailure, or what the file system throws. */
export function rotateKey(folder: string, day: string): HashingKeys {
  const { current, former } = keysThere(folder);
  const keys: HashingKeys = { current: randomBytes(BYTES), former: [{ key: current, replaced: day }, ...former] };
  replace(folder, keys);
  return keys;
}

/**
 * Drops former keys that were replaced before a day: nothing that was hashed with them is there any more. Gives how many. Throws a
 * StoreFailure, or what the file system throws.
 */
export function dropFormerKeys(folder: string, before: string): number {
  const { current, former } = keysThere(folder);
  const kept = former.filter(({ replaced }) => replaced >= before);
  if (kept.length < former.length) replace(folder, { current, former: kept });
  return former.length - kept.length;
}

/** Puts keys, as a text, into a folder that has none. Throws what the file system throws. */
export function writeKeys(folder: string, text: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeOnce(keyFile(folder), keysIn(text) as HashingKeys);
}

/** Whether the folder has these very keys. */
export function hasKeys(folder: string, text: string): boolean {
  const [here, there] = [keysIn(readFileSync(keyFile(folder), 'utf8')), keysIn(text)];
  return here !== undefined && there !== undefined && keysText(here) === keysText(there);
}

/** Changes with every new version of the file; null while there is none that can be reached. */
function stamp(folder: string): string | null {
  try {
    const { ino, mtimeMs, size } = statSync(keyFile(folder));
    return `${ino} ${mtimeMs} ${size}`;
  } catch {
    return null;
  }
}

/** Whole or not at all, also where two programs start at once: then the first one's key counts. */
function writeOnce(file: string, keys: HashingKeys): void {
  const own = written(file, keys);
  try {
    linkSync(own, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    unlinkSync(own);
  }
}

/** Whole or not at all: whoever reads meanwhile has the old ones or the new ones. */
function replace(folder: string, keys: HashingKeys): void {
  const file = keyFile(folder);
  renameSync(written(file, keys), file);
  const handle = openSync(dirname(file), 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** A file of its own, for its owner only and on the disk. */
function written(file: string, keys: HashingKeys): string {
  const own = `${file}.${randomBytes(6).toString('hex')}`;
  const handle = openSync(own, 'wx', 0o600);
  try {
    writeSync(handle, `${keysText(keys)}\n`);
    giveToFolderOwner(own);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  return own;
}
