import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { ServiceConfiguration } from '../configuration/configuration';
import type { IdentityConfiguration } from '../configuration/identity';
import { loadPolicy, policyProblemText } from '../configuration/policy-document';
import type { HostEvent } from '../connectors/host/consent-host';
import type { Directory } from '../connectors/directory';
import { type DirectoryAnswer, type DirectoryConfiguration, type DirectoryEars, openDirectory, UnusableCertificate } from '../connectors/open-directory';
import { rules } from '../rules';
import { allKeys, contactsByKey, countContacts, isAnswering } from '../store/contacts';
import { forgetAll } from '../store/correspondence';
import { dropFormerKeys, hashingKeys, watchedKeys } from '../store/hashing-key';
import { importContacts } from '../store/import-contacts';
import { openStore, type Store } from '../store/open-store';
import { storeFailure } from '../store/store-failure';
import { problemText } from '../wire/contact-row';
import { contactsFrom, logged as loggedEvent, openConnectors } from './connectors';
import { type CorrespondenceRecords, keepRecords } from './correspondence';
import { keepDecisions } from './decision-records';
import { type EvidenceSources, noSource } from './evidence';
import { domainsOfContacts } from './known-domains';
import { EVERYBODY, type Identity, identityFrom } from '../identity/identity';
import { listLookUps } from './list-look-ups';
import { closer } from './operation/closer';
import { startJobs } from './operation/jobs';
import type { LogSink } from './operation/log';
import { createMetrics, type Metrics } from './operation/metrics';
import { type MetricsServer, serveMetrics } from './operation/metrics-server';
import { sendTraces, traceFields } from './operation/trace';
import { createServer } from './server';
import { VERSION } from './version';

export interface RunningService {
  /** `http://127.0.0.1:3000` */
  readonly address: string;
  /** Where figures are given out; null: nowhere. */
  readonly metricsPort: number | null;
  /** Takes nothing new, finishes what has begun, then closes the database. */
  stop(): Promise<void>;
}

/** The service cannot start; each line is one reason, for the administrator. */
export class StartFailure extends Error {
  readonly reasons: readonly string[];

  constructor(reasons: readonly string[]) {
    super(reasons.join('\n'));
    this.name = 'StartFailure';
    this.reasons = reasons;
  }
}

export interface StartParts {
  readonly configuration: ServiceConfiguration;
  /** Folder with the built add-in. */
  readonly addIn: string;
  readonly demoContacts: string;
  readonly logTo?: LogSink;
  /** Counts; without it, whoever asks at `configuration.metrics` is the only one to know. */
  readonly metrics?: Metrics;
}

/** Rejects with a StartFailure for what the administrator can mend, or a StoreFailure. */
export async function startService({ configuration, addIn, demoContacts, logTo, metrics = createMetrics(VERSION, configuration.metrics !== null) }: StartParts): Promise<RunningService> {
  const policy = loadPolicy(configuration.policyFile, rules);
  if (!policy.ok) throw new StartFailure(policy.problems.map((problem) => policyProblemText(configuration.policyFile as string, problem)));
  if (!existsSync(join(addIn, 'launchevent.js'))) throw new StartFailure([`The add-in is not in ${addIn}. Build it first: npm run build`]);

  const store = await openStore(configuration.database);
  const closing: (() => unknown)[] = [() => store.close()];
  const close = async (): Promise<void> => {
    for (const each of closing.splice(0).reverse()) await each();
  };
  try {
    let logged = (_: unknown): void => undefined;
    let stopping = false;
    let loggedOf = (_: HostEvent): void => undefined;
    let onForeignKeys = (_: number): void => undefined;
    const correspondence = await openCorrespondence(store, configuration, (count) => onForeignKeys(count));
    const records = keepDecisions({ store, policy: policy.policy, now: Date.now });
    let directoryAnswer: DirectoryAnswer = 'answered';
    const directory = directoryFrom(configuration.directory, {
      onFailure: (error) => logged(error),
      onAnswer(answer) {
        directoryAnswer = answer;
        metrics.directory(answer);
      },
    });
    if (configuration.demo) await fillEmpty(store, demoContacts, correspondence);
    const crms = openConnectors({ configuration: configuration.connectors, key: () => hashingKeys(configuration.dataFolder).current, onEvent: (event) => loggedOf(event) });
    closing.push(() => crms.stop());
    const sources: EvidenceSources = {
      contacts: contactsFrom((keys) => contactsByKey(store, keys), crms),
      members: directory ? listLookUps(directory, Date.now) : noSource,
      domains: domainsOfContacts(store),
      correspondence: correspondence.known,
    };
    const identity = counted(openIdentity(configuration.identity, metrics, (error) => logged(error)), metrics);
    const server = await createServer({
      configuration,
      api: { policy: policy.policy, openPolicy: configuration.identity?.openPolicy ?? false, openRecords: configuration.identity?.openRecords ?? false, sources, onEvidence: metrics.evidence, noteCorrespondence: correspondence.note, records },
      crms, identity, metrics, addIn, logTo,
      health: { isDatabaseAnswering: () => isAnswering(store), connectors: () => crms.health(), directory: () => directory && directoryAnswer, isStopping: () => stopping },
      limits: configuration.identity && configuration.limits,
    });
    logged = (error) => server.log.error({ err: error, ...traceFields() });
    loggedOf = (event) => {
      metrics.connector(event);
      const { level, fields, message } = loggedEvent(event);
      server.log[level]({ ...fields, ...traceFields() }, message);
    };
    onForeignKeys = (count) => {
      metrics.foreignKeys(count);
      if (count > 0) server.log.error({ keys: count }, 'another machine hashes with another key in this database: give all of them the same correspondence.key');
    };
    closing.push(sendTraces());
    const jobs = startJobs({
      jobs: [...correspondence.jobs, ...records.jobs],
      random: Math.random,
      onOutcome: (job, outcome, error) => {
        metrics.job(job, outcome, Date.now());
        if (outcome === 'failed') server.log.error({ job, err: error });
        else server.log.info({ job }, 'job done');
      },
    });
    closing.push(() => jobs.stop());
    const metricsServer = configuration.metrics && (await openMetrics(metrics, configuration.metrics));
    if (metricsServer) closing.push(metricsServer.stop);
    const closeServer = closer(server, configuration.stop.deadline);
    await listen(server, configuration);
    closing.push(closeServer);
    const { port } = server.server.address() as AddressInfo;
    const host = configuration.host.includes(':') ? `[${configuration.host}]` : configuration.host;
    return {
      address: `http://${host}:${port}`,
      metricsPort: metricsServer && metricsServer.port,
      async stop() {
        stopping = true;
        await new Promise((drained) => setTimeout(drained, configuration.stop.drain));
        await close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Keys of the sign-in are asked for while everything else starts; nobody waits for them. */
function openIdentity(configuration: IdentityConfiguration | null, metrics: Metrics, onFailure: (error: Error) => void): Identity {
  if (configuration === null) return EVERYBODY;
  const identity = identityFrom(configuration, {
    now: Date.now,
    fetch,
    onFetch: (outcome) => {
      metrics.keysFetched(outcome);
      if (outcome === 'failed') onFailure(Object.assign(new Error('the keys of the sign-in cannot be read'), { name: 'SignInFailure', code: 'KEYS_UNREACHABLE' }));
    },
  });
  void identity.tokens?.warmUp();
  return identity;
}

/** Counts who was recognised. */
function counted(identity: Identity, metrics: Metrics): Identity {
  return {
    ...identity,
    async identify(request) {
      const found = await identity.identify(request);
      metrics.identified(found.ok ? 'recognised' : found.reason);
      return found;
    },
  };
}

async function openMetrics(metrics: Metrics, { host, port }: NonNullable<ServiceConfiguration['metrics']>): Promise<MetricsServer> {
  try {
    return await serveMetrics(metrics, host, port);
  } catch (error) {
    throw new StartFailure([listeningProblem(error as NodeJS.ErrnoException, host, port, '--metrics-port')]);
  }
}

function directoryFrom(configuration: DirectoryConfiguration | null, ears: DirectoryEars): Directory | null {
  try {
    return configuration && openDirectory(configuration, ears);
  } catch (error) {
    throw error instanceof UnusableCertificate ? new StartFailure([error.message]) : error;
  }
}

/** What was taken down while it was wanted is deleted where it no longer is. */
async function openCorrespondence(store: Store, { database, dataFolder, keepCorrespondence }: ServiceConfiguration, onForeignKeys: (count: number) => void): Promise<CorrespondenceRecords> {
  try {
    if (keepCorrespondence > 0) return await keepRecords({ store, keys: watchedKeys(dataFolder), keepDays: keepCorrespondence, now: Date.now, onForgotten: (day) => void dropFormerKeys(dataFolder, day), onForeignKeys });
    await forgetAll(store);
    return { known: noSource, note: async () => undefined, jobs: [] };
  } catch (error) {
    throw storeFailure(database, error);
  }
}

/** In the demo everybody among the contacts has had mail before. */
async function fillEmpty(store: Store, demoContacts: string, correspondence: CorrespondenceRecords): Promise<void> {
  if ((await countContacts(store)) > 0) return;
  const result = await importContacts(store, demoContacts);
  if (!result.ok) throw new Error(`The demo contacts are damaged: ${result.problems.map(({ line, problem }) => `line ${line}: ${problemText(problem)}`).join('; ')}`);
  await correspondence.note(await allKeys(store));
}

async function listen(server: FastifyInstance, { host, port }: ServiceConfiguration): Promise<void> {
  try {
    await server.listen({ host, port });
  } catch (error) {
    await server.close();
    throw new StartFailure([listeningProblem(error as NodeJS.ErrnoException, host, port, '--port')]);
  }
}

function listeningProblem({ code, message }: NodeJS.ErrnoException, host: string, port: number, flag: string): string {
  if (code === 'EADDRINUSE') return `Port ${port} is taken by another program. Choose another one with ${flag}.`;
  if (code === 'EACCES') return `Port ${port} may not be used by this user. Choose one above 1023 with ${flag}.`;
  return `Cannot listen on ${host}, port ${port}: ${message}`;
}
