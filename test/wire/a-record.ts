import type { SentRecord } from '../../src/wire/record';

let made = 0;

/** A record of a mail that was let go without a finding, with an id of its own. */
export function aRecord(parts: Partial<SentRecord> = {}): SentRecord {
  made += 1;
  return {
    id: `record-${String(made).padStart(16, '0')}`, event: 'send', day: '2026-11-23', kind: 'message', client: 'web', action: 'allow', acknowledged: 'no', policy: '0123456789abcdef', policyOrigin: 'service',
    recipients: 3, external: 2, visible: 1, outcomes: [], ...parts,
  };
}
