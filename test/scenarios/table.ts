import type { Scenario } from './scenario';
import { ACKNOWLEDGING } from './table-acknowledging';
import { FINDINGS } from './table-findings';
import { OUTLOOK } from './table-outlook';
import { SERVICE } from './table-service';

/** Every send there is a stated outcome for, topic by topic. */
export const SCENARIOS: readonly Scenario[] = [...FINDINGS, ...ACKNOWLEDGING, ...SERVICE, ...OUTLOOK];
