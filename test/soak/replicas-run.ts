import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importContacts } from '../../src/store/import-contacts';
import { openStore, type Store } from '../../src/store/open-store';
import { RECORDS_PATH } from '../../src/wire/record';
import type { PostgresServer } from '../store/postgres-server';
import { type Backend, type Balancer, startBalancer } from './balancer';
import { type Program, type Programs, startService } from './programs';
import { randomFrom } from './random';
import { type Sender, startSender } from './sender';

export interface ReplicasOptions {
  readonly postgres: PostgresServer;
  readonly programs: Programs;
  readonly seed: number;
  /** In each, one replica is killed and started anew, and another one is told to stop and started anew. */
  readonly rounds: number;
  /** Decisions between two of these. */
  readonly decisions: number;
  /** Milliseconds that each sender lets go by between two mails. */
  readonly rest: number;
  readonly onEvent?: (line: string) => void;
}

export interface ReplicasResult {
  readonly decisions: number;
  readonly failedDecisions: number;
  readonly failedRequests: number;
  /** Requests that were with a replica when it was killed: no more than these may fail. */
  readonly inFlight: number;
  readonly records: number;
  readonly recordsSentAgain: number;
  readonly notes: number;
}

const REPLICAS = 3;
const SENDERS = 6;
const PEOPLE = 500;

/** Seconds a replica goes on while the balancer learns that it stops. */
const DRAIN = 2;

interface Replica {
  readonly program: Program;
  readonly backend: Backend;
  start(): Promise<Replica>;
}

/**
 * Three services on one PostgreSQL behind one address, started together on an empty database, under load from the add-in's own client,
 * while one after the other is killed, stopped and started. Throws where a request failed that was not with a replica when it was killed,
 * where a replica that is told to stop does not end well, or where a record or a note that was acknowledged is not there.
 */
export async function replicas({ postgres, programs, seed, rounds, decisions, rest, onEvent = () => undefined }: ReplicasOptions): Promise<ReplicasResult> {
  const random = randomFrom(seed);
  const folder = mkdtempSync(join(tmpdir(), 'umsicht-replicas-'));
  const database = await postgres.freshDatabase();
  const balancer = await startBalancer();
  const running: Replica[] = [];
  const senders: Sender[] = [];
  const policy = join(folder, 'policy.json');
  writeFileSync(policy, JSON.stringify({ records: { keep: true } }));
  const key = randomBytes(32).toString('base64');

  const start = async (name: string): Promise<Replica> => {
    const data = join(folder, name);
    const program = await startService(programs, { UMSICHT_DATA: data, UMSICHT_POLICY: policy, UMSICHT_DATABASE_URL: postgres.url(database), UMSICHT_STOP_DRAIN: String(DRAIN) });
    const replica = { program, backend: balancer.add(program.address), start: () => start(name) };
    running.push(replica);
    return replica;
  };
  const takeOut = (replica: Replica): void => {
    running.splice(running.indexOf(replica), 1);
    balancer.remove(replica.backend);
  };
  const total = (count: (sender: Sender) => number): number => senders.reduce((sum, sender) => sum + count(sender), 0);
  const underLoad = async (): Promise<void> => {
    const before = total((sender) => sender.decisions);
    await until(() => total((sender) => sender.decisions) >= before + decisions);
  };
  const oneOf = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T;

  try {
    const names = Array.from({ length: REPLICAS }, (_, index) => `replica-${index + 1}`);
    for (const name of names) {
      mkdirSync(join(folder, name));
      // One for all of them, as an administrator would copy it.
      writeFileSync(join(folder, name, 'correspondence.key'), key);
    }
    await Promise.all(names.map(start));
    const store = await openStore(postgres.place(database));
    try {
      const people = await someContacts(store, folder);
      await until(() => running.every(({ backend }) => backend.isReady));
      for (let index = 0; index < SENDERS; index += 1) senders.push(startSender({ name: `sender${index}`, address: balancer.address, people, random, rest }));

      const killed = new Set<Backend>();
      let inFlight = 0;
      for (let round = 0; round < rounds; round += 1) {
        await underLoad();
        const victim = oneOf(running);
        inFlight += await killUnderLoad(victim);
        killed.add(victim.backend);
        takeOut(victim);
        await underLoad();
        await served(await victim.start());
        const stopped = oneOf(running);
        stopped.program.process.kill('SIGTERM');
        const { status } = await stopped.program.ended;
        if (status !== 0) throw new Error(`A replica that was told to stop ended with ${status}: ${stopped.program.said()}`);
        takeOut(stopped);
        await underLoad();
        await served(await stopped.start());
        onEvent(`round ${round + 1}/${rounds}: ${total((sender) => sender.decisions)} decisions, ${total((sender) => sender.failedDecisions)} failed; ${inFlight} requests in flight with those killed, ${balancer.failures.length} failed`);
      }
      await underLoad();
      await Promise.all(senders.map((sender) => sender.stop()));

      const result = {
        decisions: total((sender) => sender.decisions), failedDecisions: total((sender) => sender.failedDecisions), failedRequests: balancer.failures.length, inFlight,
        records: total((sender) => sender.records.size), recordsSentAgain: total((sender) => sender.sentAgain), notes: total((sender) => sender.noted.length),
      };
      onlyKilledFailed(balancer, killed, result);
      if (senders.some(({ wrongDecisions }) => wrongDecisions > 0)) throw new Error('Somebody who has agreed was answered as if not.');
      await allIsThere(store, senders);
      return result;
    } finally {
      await store.close();
    }
  } finally {
    for (const { program } of running) program.process.kill('SIGKILL');
    await Promise.all(running.map(({ program }) => program.ended));
    await balancer.stop();
    await postgres.dropDatabase(database);
    rmSync(folder, { recursive: true, force: true });
  }
}

async function someContacts(store: Store, folder: string): Promise<readonly string[]> {
  const people = Array.from({ length: PEOPLE }, (_, index) => `person${index}@oak.example`);
  const file = join(folder, 'contacts.csv');
  writeFileSync(file, ['address,purpose,status,basis,source', ...people.map((address) => `${address},newsletter,granted,consent,crm`)].join('\n'));
  await importContacts(store, file);
  return people;
}

/** Kills a replica while a record is with it, and gives how many requests were until it was gone. */
async function killUnderLoad({ program, backend }: Replica): Promise<number> {
  await until(() => backend.underWay.includes(RECORDS_PATH));
  const before = backend.begun - backend.underWay.length;
  program.process.kill('SIGKILL');
  await program.ended;
  return backend.begun - before;
}

async function served({ backend }: Replica): Promise<void> {
  await until(() => backend.answered >= 20);
}

function onlyKilledFailed({ failures }: Balancer, killed: ReadonlySet<Backend>, { failedDecisions, failedRequests, inFlight }: ReplicasResult): void {
  const others = failures.filter(({ backend }) => backend === null || !killed.has(backend));
  if (others.length > 0) throw new Error(`Requests failed that were with no killed replica: ${JSON.stringify(others)}`);
  if (failedRequests > inFlight) throw new Error(`${failedRequests} requests failed, and only ${inFlight} were with a replica when it was killed.`);
  if (failedDecisions > failedRequests) throw new Error(`${failedDecisions} decisions failed, and only ${failedRequests} requests.`);
}

async function allIsThere(store: Store, senders: readonly Sender[]): Promise<void> {
  const kept = new Map((await store.db.selectFrom('records').leftJoin('record_outcomes as found', 'found.record', 'records.id').select(({ fn }) => ['records.id', fn.count<number>('found.rule').as('outcomes')]).groupBy('records.id').execute()).map(({ id, outcomes }) => [id, outcomes]));
  const made = new Map(senders.flatMap(({ records }) => [...records]));
  for (const sender of senders) for (const id of sender.records.keys()) if (!sender.acknowledged.has(id)) throw new Error(`Record ${id} was never acknowledged.`);
  for (const [id, outcomes] of made) if (kept.get(id) !== outcomes) throw new Error(`Record ${id} was acknowledged with ${outcomes} outcomes; it has ${kept.get(id)}.`);
  if (kept.size !== made.size) throw new Error(`${made.size} records were made, and ${kept.size} are there.`);

  const { count } = await store.db.selectFrom('correspondence').select(({ fn }) => fn.countAll<number>().as('count')).executeTakeFirstOrThrow();
  const noted = senders.reduce((sum, sender) => sum + sender.noted.length, 0);
  if (count < noted) throw new Error(`${noted} notes were acknowledged, and ${count} are there.`);
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resume) => setTimeout(resume, 2));
}
