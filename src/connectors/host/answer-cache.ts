import { LRUCache } from 'lru-cache';
import type { Contact } from '../../core/evidence';

/** Milliseconds for which answers are kept. */
export interface KeepingTimes {
  /** Somebody who has withdrawn since is written to for as long as this at most. */
  readonly granted: number;
  /** An old no only holds up more than it has to. */
  readonly refused: number;
  /** For whoever is not recorded, or has neither said yes nor no. */
  readonly other: number;
}

export interface KeptAnswer {
  readonly contact: Contact;
  /** Milliseconds since 1970, UTC: when the question went out. */
  readonly asked: number;
  /** Until when it may be given again. */
  readonly until: number;
}

export interface AnswerCache {
  get(hash: string, now: number): KeptAnswer | undefined;
  put(hash: string, contact: Contact, records: readonly string[], asked: number): void;
  /** Drops what was kept, and what is on its way and was asked before. */
  forget(hash: string, now: number): void;
  /** The same by the id of a record behind it. */
  forgetRecord(record: string, now: number): void;
  forgetAll(now: number): void;
  readonly size: number;
}

/**
 * What one source has said, by keyed hash of the address, and of the ids of the records behind it: nothing in here says of whom. In memory only, the answers not asked for
 * longest go first.
 */
export function openAnswerCache(times: KeepingTimes, most: number): AnswerCache {
  const hashesOf = new Map<string, Set<string>>();
  const recordsOf = new Map<string, readonly string[]>();
  /** Answers to questions from before these instants are not kept: they may be older than the change. */
  const changedAt = new LRUCache<string, number>({ max: most });
  const recordChangedAt = new LRUCache<string, number>({ max: most });
  let allChangedAt = 0;

  const unlink = (hash: string): void => {
    for (const record of recordsOf.get(hash) ?? []) {
      const hashes = hashesOf.get(record);
      hashes?.delete(hash);
      if (hashes?.size === 0) hashesOf.delete(record);
    }
    recordsOf.delete(hash);
  };
  const kept = new LRUCache<string, KeptAnswer>({ max: most, dispose: (_, hash) => unlink(hash) });
  const forget = (hash: string, now: number): void => {
    changedAt.set(hash, now);
    kept.delete(hash);
  };

  return {
    get(hash, now) {
      const answer = kept.get(hash);
      // A clock that was set back makes no answer younger than nothing.
      if (answer && answer.asked <= now && now < answer.until) return answer;
      if (answer) kept.delete(hash);
      return undefined;
    },
    put(hash, contact, records, asked) {
      if (asked <= Math.max(allChangedAt, changedAt.get(hash) ?? 0, ...records.map((record) => recordChangedAt.get(record) ?? 0))) return;
      kept.delete(hash);
      kept.set(hash, { contact, asked, until: asked + keepFor(contact, times) });
      recordsOf.set(hash, records);
      for (const record of records) {
        const hashes = hashesOf.get(record) ?? new Set();
        hashesOf.set(record, hashes.add(hash));
      }
    },
    forget,
    forgetRecord(record, now) {
      recordChangedAt.set(record, now);
      for (const hash of [...(hashesOf.get(record) ?? [])]) forget(hash, now);
    },
    forgetAll(now) {
      allChangedAt = now;
      kept.clear();
    },
    get size() { return kept.size; },
  };
}

/** As long as its shortest-lived part: a refusal beside a consent does not make the consent last. */
function keepFor({ tags }: Contact, { granted, refused, other }: KeepingTimes): number {
  if (tags.some(({ status }) => status === 'granted')) return granted;
  const isRefused = tags.length > 0 && tags.every(({ status }) => status === 'objected' || status === 'withdrawn');
  return isRefused ? refused : other;
}
