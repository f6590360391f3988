import type { DecisionRecord } from '../core/record';

/** Where the service is told what was decided: `POST {"records": [...]}`, answered without content. */
export const RECORDS_PATH = '/api/v1/records';

/** Where reports are asked for: `GET`, with the first and the last week as `from` and `to`. */
export const RECORDS_REPORT_PATH = '/api/v1/records/report';

/** Records in one request. */
export const MOST_RECORDS = 50;

/** A record with the id that its maker gave it, so that it counts once however often it arrives. */
export interface SentRecord extends DecisionRecord {
  readonly id: string;
}
