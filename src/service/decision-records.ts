import { addressKey, parseAddress } from '../core/address';
import type { Policy } from '../core/policy';
import { closeWeeks, forgetReports, weekReports, type WeekReport } from '../store/record-reports';
import { forgetRecordsBefore, forgetSendersBefore, putRecords } from '../store/records';
import type { Store } from '../store/open-store';
import { dayOf, weekOf } from '../store/weeks';
import type { SentRecord } from '../wire/record';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Reports are counts without names, so they outlive the records they were made of. */
const REPORTS_KEPT = 3 * 366 * DAY;

/** What was decided, as far as the policy wants it taken down. */
export interface DecisionRecords {
  /** Rejects when the database does not answer. */
  take(records: readonly SentRecord[]): Promise<void>;
  /** Weeks that are over, from one to another (`2026-W40`). Rejects when the database does not answer. */
  report(from: string, to: string): Promise<readonly WeekReport[]>;
  /** Waits for what is done every hour, where that is under way. */
  stop(): Promise<void>;
}

export interface DecisionRecordsParts {
  readonly store: Store;
  readonly policy: Policy;
  /** Milliseconds since 1970, UTC. */
  readonly now: () => number;
  /** Called when what is done every hour did not go through; it is tried again an hour later. */
  readonly onFailure: (error: unknown) => void;
}

/**
 * Takes records down, and once an hour writes the reports of weeks that are over and deletes what is to be kept no
 * longer. Where the policy wants no records, those of clients that have not heard of it yet are passed over, and where it wants no
 * senders, so is what they say of them.
 */
export function keepDecisions({ store, policy, now, onFailure }: DecisionRecordsParts): DecisionRecords {
  const { days, smallest, sender } = policy.records;
  const isKept = policy.records.keep || policy.groups.some((group) => group.policy.records?.keep === true);
  const senderDays = sender.reason.trim() !== '' ? sender.days : null;

  const tidy = async (): Promise<void> => {
    await closeWeeks(store, smallest, now());
    await forgetSendersBefore(store, senderDays === null ? null : dayOf(now() - senderDays * DAY));
    // Of a week that has its last day within the time, every day is kept.
    await forgetRecordsBefore(store, weekOf(now() - days * DAY));
    await forgetReports(store, now(), REPORTS_KEPT);
  };
  let underWay = Promise.resolve();
  const tidyUp = (): void => {
    underWay = underWay.then(tidy).catch(onFailure);
  };
  tidyUp();
  const hourly = setInterval(tidyUp, HOUR).unref();
  return {
    async take(records) {
      if (isKept) await putRecords(store, records.map((record) => withSender(record, senderDays !== null)), now());
    },
    async report(from, to) {
      await closeWeeks(store, smallest, now());
      return weekReports(store, from, to);
    },
    async stop() {
      clearInterval(hourly);
      await underWay;
    },
  };
}

/** Under one spelling; without it where senders are not recorded, or it is no address. */
function withSender({ sender, ...record }: SentRecord, isRecorded: boolean): SentRecord {
  const address = sender !== undefined && isRecorded ? parseAddress(sender) : undefined;
  return address?.usable ? { ...record, sender: addressKey(address.key) } : record;
}
