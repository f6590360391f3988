import type { Scenario } from './scenario';
import { ACKNOWLEDGING } from './table-acknowledging';
import { FINDINGS } from './table-findings';
import { OFFICE_CALLS } from './table-office-calls';
import { OUTLOOK } from './table-outlook';
import { RECIPIENTS } from './table-recipients';
import { SENDERS } from './table-senders';
import { SERVICE } from './table-service';
import { THREADS } from './table-threads';

/** Every send there is a stated outcome for, topic by topic. */
export const SCENARIOS: readonly Scenario[] = [...FINDINGS, ...THREADS, ...ACKNOWLEDGING, ...RECIPIENTS, ...SENDERS, ...OFFICE_CALLS, ...SERVICE, ...OUTLOOK];
