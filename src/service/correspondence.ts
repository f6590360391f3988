import { createHmac } from 'node:crypto';
import type { EvidenceSet } from '../core/evidence';
import { forgetBefore, hashesOnRecord, putOnRecord } from '../store/correspondence';
import type { Store } from '../store/open-store';

const DAY = 86_400_000;

/** Who was written to before, without their addresses. */
export interface CorrespondenceRecords {
  /** Rejects when the database does not answer. */
  known(addressKeys: readonly string[]): Promise<EvidenceSet['correspondence']>;
  /** Rejects when the database does not answer. */
  note(addressKeys: readonly string[]): Promise<void>;
  stop(): void;
}

export interface CorrespondenceParts {
  readonly store: Store;
  readonly key: Buffer;
  /** Days after the last mail until somebody is forgotten. */
  readonly keepDays: number;
  /** Milliseconds since 1970, UTC. */
  readonly now: () => number;
  /** Called when the daily deletion did not go through; it is tried again a day later. */
  readonly onFailure: (error: unknown) => void;
}

/**
 * Kept are a keyed hash per address (HMAC-SHA-256) and the first and last day. Nobody's address can be read from it, nor
 * who wrote, nor how often. Whoever was not written to for `keepDays` is forgotten: now, and
 * then daily. Rejects when the database does not answer.
 */
export async function keepRecords({ store, key, keepDays, now, onFailure }: CorrespondenceParts): Promise<CorrespondenceRecords> {
  const hashOf = (addressKey: string): string => createHmac('sha256', key).update(addressKey).digest('base64url');
  const forget = (): Promise<unknown> => forgetBefore(store, dayOf(now() - keepDays * DAY));
  await forget();
  const daily = setInterval(() => void forget().catch(onFailure), DAY).unref();
  return {
    async known(addressKeys) {
      const hashes = new Map(addressKeys.map((each) => [each, hashOf(each)]));
      const onRecord = await hashesOnRecord(store, [...hashes.values()]);
      return new Map(Array.from(hashes, ([each, hash]) => [each, { known: true, value: { before: onRecord.has(hash) } }]));
    },
    note: (addressKeys) => putOnRecord(store, [...new Set(addressKeys.map(hashOf))], dayOf(now())),
    stop: () => clearInterval(daily),
  };
}

function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
