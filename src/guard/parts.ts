import type { World } from '../core/evaluate';
import type { Clock, EvidenceSource, Mailbox, PolicySource } from '../core/ports';
import type { Rule } from '../core/rule';

/** What the stories are told with; the entry points put it together. */
export interface GuardParts {
  readonly mailbox: Mailbox;
  readonly evidence: EvidenceSource;
  readonly policies: PolicySource;
  readonly clock: Clock;
  readonly rules: readonly Rule[];
  readonly world: World;
}
