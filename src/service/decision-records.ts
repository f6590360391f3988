import { addressKey, parseAddress } from '../core/address';
import type { Policy } from '../core/policy';
import { closeWeeks, forgetReports, weekReports, type WeekReport } from '../store/record-reports';
import { forgetRecordsBefore, forgetSendersBefore, putRecords } from '../store/records';
import type { Store } from '../store/open-store';
import { dayOf, weekOf } from '../store/weeks';
import type { SentRecord } from '../wire/record';
import { DAY, HOUR, type Job } from './operation/jobs';

/** Reports are counts without names, so they outlive the records they were made of. */
const REPORTS_KEPT = 3 * 366 * DAY;

/** What was decided, as far as the policy wants it taken down. */
export interface DecisionRecords {
  /** `isSignedIn`: whoever brings them is known; what others say about senders is passed over. Rejects when the database does not answer. */
  take(records: readonly SentRecord[], isSignedIn: boolean): Promise<void>;
  /** Weeks that are over, from one to another (`2026-W40`). Rejects when the database does not answer. */
  report(from: string, to: string): Promise<readonly WeekReport[]>;
  /** What has to be done every hour. */
  readonly jobs: readonly Job[];
}

export interface DecisionRecordsParts {
  readonly store: Store;
  readonly policy: Policy;
  /** Milliseconds since 1970, UTC. */
  readonly now: () => number;
}

/**
 * Takes records down; its job writes the reports of weeks that are over and deletes what is to be kept no
 * longer. Where the policy wants no records, those of clients that have not heard of it yet are passed over, and where it wants no
 * senders, so is what they say of them.
 */
export function keepDecisions({ store, policy, now }: DecisionRecordsParts): DecisionRecords {
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
  return {
    async take(records, isSignedIn) {
      if (isKept) await putRecords(store, records.map((record) => withSender(record, isSignedIn && senderDays !== null)), now());
    },
    async report(from, to) {
      await closeWeeks(store, smallest, now());
      return weekReports(store, from, to);
    },
    jobs: [{ name: 'tidy-records', every: HOUR, atOnce: true, run: tidy }],
  };
}

/** Under one spelling; without it where senders are not recorded, or it is no address. */
function withSender({ sender, ...record }: SentRecord, isRecorded: boolean): SentRecord {
  const address = sender !== undefined && isRecorded ? parseAddress(sender) : undefined;
  return address?.usable ? { ...record, sender: addressKey(address.key) } : record;
}
