import type { FastifyInstance } from 'fastify';
import type { SourceHealth } from '../../connectors/host/consent-host';
import type { DirectoryAnswer } from '../../connectors/open-directory';
import { PROBLEM_TYPE } from '../../wire/problem-details';
import { problemDetails } from '../problems';

/** So long the database may take to say that it is there. */
const PATIENCE = 2_000;

export const HEALTH_PATH = '/healthz';
export const READY_PATH = '/readyz';

export interface HealthParts {
  readonly isDatabaseAnswering: () => Promise<boolean>;
  readonly connectors: () => readonly SourceHealth[];
  /** How the last question for a distribution list ended; null where there is no directory. */
  readonly directory: () => DirectoryAnswer | null;
  /** The service is on its way down and takes nothing new. */
  readonly isStopping: () => boolean;
}

export interface Readiness {
  /** `degraded`: it answers, but not everything; whoever balances the load leaves it in. */
  readonly state: 'ready' | 'degraded' | 'notReady' | 'stopping';
  readonly database: 'ok' | 'failing';
  /** By the administrator's names; `resting`: it failed and is left alone for a while. */
  readonly connectors: { readonly [source: string]: 'ok' | 'failing' | 'resting' };
  /** Not there where no directory is set up. */
  readonly directory?: 'ok' | 'failing';
}

/**
 * `GET /healthz`: the process is alive. `GET /readyz`: it can do its work; without the database it cannot, without a CRM it can
 * do most, and says so in what it answers. Both are for whoever starts and balances services, and asked under any name. A no is
 * problem details, which say the same beyond what all problems say (RFC 9457, section 3.2).
 */
export function serveHealth(app: FastifyInstance, parts: HealthParts): void {
  app.get(HEALTH_PATH, async (_, reply) => reply.header('cache-control', 'no-store').send({ status: 'ok' }));
  app.get(READY_PATH, async (_, reply) => {
    const readiness = await readinessOf(parts);
    reply.header('cache-control', 'no-store');
    if (readiness.state === 'ready' || readiness.state === 'degraded') return reply.send(readiness);
    return reply.code(503).type(PROBLEM_TYPE).send({ ...problemDetails('unavailable'), ...readiness });
  });
}

async function readinessOf({ isDatabaseAnswering, connectors, directory, isStopping }: HealthParts): Promise<Readiness> {
  const isAnswering = await withinPatience(isDatabaseAnswering());
  const states = Object.fromEntries(connectors().map(({ source, breaker, failure }) => [source, breaker === 'open' ? 'resting' as const : failure ? 'failing' as const : 'ok' as const]));
  const lists = directory();
  const isDegraded = Object.values(states).some((state) => state !== 'ok') || (lists !== null && lists !== 'answered');
  return {
    state: isStopping() ? 'stopping' : !isAnswering ? 'notReady' : isDegraded ? 'degraded' : 'ready',
    database: isAnswering ? 'ok' : 'failing',
    connectors: states,
    ...(lists !== null && { directory: lists === 'answered' ? 'ok' : 'failing' }),
  };
}

async function withinPatience(answer: Promise<boolean>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => { timer = setTimeout(() => resolve(false), PATIENCE); });
  return Promise.race([answer.catch(() => false), late]).finally(() => clearTimeout(timer));
}
