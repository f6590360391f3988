import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { HostEvent } from '../../connectors/host/consent-host';
import type { DirectoryAnswer } from '../../connectors/open-directory';
import { EVIDENCE_KINDS, type Evidence, type EvidenceSet } from '../../core/evidence';

/** What the service counts. No label ever holds an address, a person or anything else that has no bounds. */
export interface Metrics {
  /** `route` as it was declared, never the address that was asked for. */
  answered(method: string, route: string | undefined, status: number, seconds: number): void;
  identified(outcome: string): void;
  evidence(answer: EvidenceSet): void;
  limited(): void;
  keysFetched(outcome: 'fetched' | 'failed'): void;
  connector(event: HostEvent): void;
  directory(answer: DirectoryAnswer): void;
  /** Keys other than this program's that hash in the same database. */
  foreignKeys(count: number): void;
  job(name: string, outcome: 'done' | 'failed', at: number): void;
  /** In the text format of Prometheus. */
  text(): Promise<string>;
  readonly type: string;
}

const METHODS: readonly string[] = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS'];

/** Seconds; a send waits for three at most. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3, 5, 10];

/** Counters of one service. `ofProcess` adds those of Node itself, which are the same for everything in the process. */
export function createMetrics(version: string, ofProcess: boolean): Metrics {
  const registry = new Registry();
  const registers = [registry];
  if (ofProcess) collectDefaultMetrics({ register: registry, prefix: 'umsicht_' });
  new Gauge({ name: 'umsicht_build_info', help: 'Always 1; the version is in the label.', labelNames: ['version'], registers }).set({ version }, 1);
  const requests = new Counter({ name: 'umsicht_http_requests_total', help: 'Requests answered.', labelNames: ['method', 'route', 'status'] as const, registers });
  const seconds = new Histogram({ name: 'umsicht_http_request_duration_seconds', help: 'Time to the last byte of the answer.', labelNames: ['route'] as const, buckets: BUCKETS, registers });
  const identified = new Counter({ name: 'umsicht_identifications_total', help: 'Whether who asks was recognised, and why not.', labelNames: ['outcome'] as const, registers });
  const evidence = new Counter({ name: 'umsicht_evidence_total', help: 'Entries answered, by kind, known or the reason why not.', labelNames: ['kind', 'outcome'] as const, registers });
  const limited = new Counter({ name: 'umsicht_rate_limited_total', help: 'Requests refused because there were too many.', registers });
  const keys = new Counter({ name: 'umsicht_sign_in_keys_total', help: 'Requests for the keys of the sign-in.', labelNames: ['outcome'] as const, registers });
  const asked = new Counter({ name: 'umsicht_connector_questions_total', help: 'Questions put to a CRM.', labelNames: ['source', 'outcome'] as const, registers });
  const askedSeconds = new Histogram({ name: 'umsicht_connector_question_duration_seconds', help: 'Time until a CRM answered or was given up.', labelNames: ['source'] as const, buckets: BUCKETS, registers });
  const breakers = new Gauge({ name: 'umsicht_connector_breaker_open', help: '1 while a CRM is spared because it did not answer.', labelNames: ['source'] as const, registers });
  const changes = new Counter({ name: 'umsicht_connector_changes_total', help: 'Questions for changes put to a CRM.', labelNames: ['source', 'outcome'] as const, registers });
  const conflicts = new Counter({ name: 'umsicht_connector_conflicts_total', help: 'People of whom two sources say different things.', registers });
  const lists = new Counter({ name: 'umsicht_directory_look_ups_total', help: 'Distribution lists looked up in the directory.', labelNames: ['outcome'] as const, registers });
  const jobs = new Counter({ name: 'umsicht_jobs_total', help: 'Retention and other jobs, by outcome.', labelNames: ['job', 'outcome'] as const, registers });
  const lastDone = new Gauge({ name: 'umsicht_job_last_done_timestamp_seconds', help: 'When a job last went through.', labelNames: ['job'] as const, registers });
  const foreign = new Gauge({ name: 'umsicht_foreign_hashing_keys', help: 'Keys of other machines in the same database that are not known here; has to be 0.', registers });

  return {
    answered(method, route = 'none', status, took) {
      requests.inc({ method: METHODS.includes(method) ? method : 'other', route, status: String(status) });
      seconds.observe({ route }, took);
    },
    identified: (outcome) => identified.inc({ outcome }),
    evidence(answer) {
      for (const kind of EVIDENCE_KINDS) {
        for (const entry of (answer[kind] as ReadonlyMap<string, Evidence<unknown>>).values()) evidence.inc({ kind, outcome: entry.known ? 'known' : entry.reason });
      }
    },
    limited: () => limited.inc(),
    keysFetched: (outcome) => keys.inc({ outcome }),
    connector(event) {
      switch (event.kind) {
        case 'asked':
          asked.inc({ source: event.source, outcome: event.outcome });
          return askedSeconds.observe({ source: event.source }, event.milliseconds / 1000);
        case 'breaker':
          return breakers.set({ source: event.source }, event.state === 'open' ? 1 : 0);
        case 'changes':
          return changes.inc({ source: event.source, outcome: event.outcome });
        case 'conflict':
          return conflicts.inc();
        case 'unmapped':
          return undefined;
      }
    },
    directory: (outcome) => lists.inc({ outcome }),
    foreignKeys: (count) => foreign.set(count),
    job(name, outcome, at) {
      jobs.inc({ job: name, outcome });
      if (outcome === 'done') lastDone.set({ job: name }, at / 1000);
    },
    text: () => registry.metrics(),
    type: registry.contentType,
  };
}
