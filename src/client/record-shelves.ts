import type { SessionData } from '../core/ports';
import type { RecordShelf, ShelvedRecord } from './record-log';

/** As much of `localStorage` as is needed. */
export interface TextStorage {
  readonly length: number;
  key(index: number): string | null;
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

const PREFIX = 'umsicht.record.';

/** Records that wait in one browser, two weeks of a busy mailbox that never reaches the service. */
export const MOST_SHELVED = 500;

/**
 * In the browser's storage, which all parts of the add-in share and which outlives them. One entry for each
 * record, so that two of them that write at once take nothing from each other. The oldest go where there are too many.
 */
export function storageShelf(storage: TextStorage): RecordShelf {
  const names = (): string[] => {
    const found: string[] = [];
    for (let index = 0; index < storage.length; index += 1) {
      const key = storage.key(index);
      if (key !== null && key.slice(0, PREFIX.length) === PREFIX) found.push(key.slice(PREFIX.length));
    }
    return found.sort();
  };
  const drop = (gone: readonly string[]): void => {
    for (const name of gone) storage.removeItem(PREFIX + name);
  };
  return {
    read: () => Promise.resolve(quietly<readonly ShelvedRecord[]>(() => names().map((name) => ({ name, text: storage.getItem(PREFIX + name) || '' })), [])),
    put: ({ name, text }) => quietly(() => {
      const there = names();
      if (there.length >= MOST_SHELVED) drop(there.slice(0, there.length - MOST_SHELVED + 1));
      storage.setItem(PREFIX + name, text);
    }, undefined),
    drop: (gone) => quietly(() => drop(gone), undefined),
  };
}

const KEPT = 'umsicht.records';

/** UTF-16 units: most clients keep 50,000 for the whole draft, and what is known of its recipients needs nearly all of them. */
const ROOM = 900;

/** With the draft, where the client has nothing else: a mail that was stopped takes its last records along until it is sent. */
export function draftShelf(session: SessionData): RecordShelf {
  // One after the other, or two would write over each other what they have read.
  let last: Promise<unknown> = Promise.resolve();
  const read = async (): Promise<readonly ShelvedRecord[]> => {
    try {
      const kept: unknown = JSON.parse((await session.read(KEPT)) || '[]');
      return Array.isArray(kept) ? kept.filter((each): each is ShelvedRecord => typeof each === 'object' && each !== null && typeof each.name === 'string' && typeof each.text === 'string') : [];
    } catch {
      return [];
    }
  };
  const change = (changed: (kept: readonly ShelvedRecord[]) => readonly ShelvedRecord[]): void => {
    last = last.then(async () => {
      const before = await read();
      let after = changed(before);
      while (after.length > 0 && JSON.stringify(after).length > ROOM) after = after.slice(1);
      if (after.length !== before.length || after.some(({ name }, index) => name !== before[index]?.name)) await session.write(KEPT, after.length > 0 ? JSON.stringify(after) : '');
    }).catch(() => undefined);
  };
  return {
    read,
    put: (record) => change((kept) => kept.concat(record)),
    drop: (gone) => change((kept) => kept.filter(({ name }) => gone.indexOf(name) < 0)),
  };
}

/** A browser may forbid its storage to pages in a frame: then every use of it throws, and records go to `otherwise`. */
export function shelfIn(storage: () => TextStorage | undefined, otherwise: RecordShelf): RecordShelf {
  const found = quietly(storage, undefined);
  return found ? storageShelf(found) : otherwise;
}

function quietly<T>(work: () => T, otherwise: T): T {
  try {
    return work();
  } catch {
    return otherwise;
  }
}
