import type { EvidenceSet } from '../core/evidence';
import { forgetBefore, hashesOnRecord, hashOf, putOnRecord } from '../store/correspondence';
import type { HashingKeys } from '../store/hashing-key';
import { countForeignKeys, forgetKeysBefore, noteKeyInUse } from '../store/keys-in-use';
import type { Store } from '../store/open-store';
import { dayOf } from '../store/weeks';
import { DAY, HOUR, type Job } from './operation/jobs';

/** Who was written to before, without their addresses. */
export interface CorrespondenceRecords {
  /** Rejects when the database does not answer. */
  known(addressKeys: readonly string[]): Promise<EvidenceSet['correspondence']>;
  /** Rejects when the database does not answer. */
  note(addressKeys: readonly string[]): Promise<void>;
  /** What has to be done daily, and hourly. */
  readonly jobs: readonly Job[];
}

export interface CorrespondenceParts {
  readonly store: Store;
  /** Asked for each time, since there may be new ones. */
  readonly keys: () => HashingKeys;
  /** Days after the last mail until somebody is forgotten. */
  readonly keepDays: number;
  /** Milliseconds since 1970, UTC. */
  readonly now: () => number;
  /** Called when everybody is forgotten who was last written to before this day (`2026-11-24`): keys replaced before it are of no more use. */
  readonly onForgotten?: (before: string) => void;
  /** Told every hour how many other keys than these are in use in the same database. */
  readonly onForeignKeys?: (count: number) => void;
}

/**
 * Kept are a keyed hash per address (HMAC-SHA-256) and the first and last day. Nobody's address can be read from it, nor
 * who wrote, nor how often. Whoever was not written to for `keepDays` is forgotten: now, and
 * then daily. What was noted with a key that has been replaced since is found as long as that key is there. Rejects when the
 * database does not answer.
 */
export async function keepRecords({ store, keys, keepDays, now, onForgotten, onForeignKeys }: CorrespondenceParts): Promise<CorrespondenceRecords> {
  const forget = (): Promise<number> => forgetBefore(store, dayOf(now() - keepDays * DAY));
  const forgetWithKeys = async (): Promise<void> => {
    await forget();
    // A day more, since replicas may have gone on with the old key for a while.
    onForgotten?.(dayOf(now() - (keepDays + 1) * DAY));
  };
  const compareKeys = async (): Promise<void> => {
    const yesterday = dayOf(now() - DAY);
    await noteKeyInUse(store.db, keys(), dayOf(now()));
    await forgetKeysBefore(store.db, yesterday);
    onForeignKeys?.(await countForeignKeys(store.db, keys(), yesterday));
  };
  await forget();
  return {
    async known(addressKeys) {
      const { current, former } = keys();
      const all = [current, ...former.map(({ key }) => key)];
      const hashes = new Map(addressKeys.map((each) => [each, all.map((key) => hashOf(key, each))]));
      const onRecord = await hashesOnRecord(store, [...hashes.values()].flat());
      return new Map(Array.from(hashes, ([each, own]) => [each, { known: true, value: { before: own.some((hash) => onRecord.has(hash)) } }]));
    },
    note: (addressKeys) => putOnRecord(store, [...new Set(addressKeys.map((each) => hashOf(keys().current, each)))], dayOf(now())),
    jobs: [{ name: 'forget-correspondence', every: DAY, run: forgetWithKeys }, { name: 'compare-keys', every: HOUR, atOnce: true, run: compareKeys }],
  };
}
