import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { openStore, type Store } from '../../src/store/open-store';
import type { Engine } from '../store/engines';
import { ownPostgres, type PostgresServer } from '../store/postgres-server';
import { aRecord } from '../wire/a-record';
import { hasEnded, type Program, type Programs, startProgram, startService } from './programs';
import { randomFrom } from './random';

export interface SoakOptions {
  readonly engine: Engine;
  readonly kills: number;
  readonly programs: Programs;
  readonly seed: number;
  /** Told what is killed, and what has been acknowledged by then. */
  readonly onKill?: (line: string) => void;
}

export interface SoakResult {
  readonly kills: { readonly [target: string]: number };
  /** Answered with a yes, and found afterwards; whatever is missing throws. */
  readonly acknowledged: { readonly imports: number; readonly notes: number; readonly records: number };
  /** Found although nobody had been told: killed between commit and answer, and then sent once more. */
  readonly unansweredRequests: number;
}

/** People in each file: enough for an import to take a while. */
const PEOPLE = 4000;

/** Milliseconds after which something is killed at the latest; sooner where an import is over by then. */
const LONGEST_WAIT = 2500;

/**
 * Imports, notes and records, while the service, the import, and with PostgreSQL its backends and the whole server, are killed
 * with SIGKILL at moments drawn by chance. After every kill everything is started anew and looked at: what was acknowledged is there,
 * an import is there as a whole or not at all, and a record has everything or is not there. Throws where that is not so.
 */
export async function soak({ engine, kills, programs, seed, onKill = () => undefined }: SoakOptions): Promise<SoakResult> {
  const random = randomFrom(seed);
  const folder = mkdtempSync(join(tmpdir(), 'umsicht-soak-'));
  const postgres = engine === 'PostgreSQL' ? await ownPostgres() : null;
  const database = await postgres?.freshDatabase();
  const environment = { UMSICHT_DATA: join(folder, 'data'), UMSICHT_POLICY: join(folder, 'policy.json'), ...(postgres && database && { UMSICHT_DATABASE_URL: postgres.url(database) }) };
  writeFileSync(environment.UMSICHT_POLICY, JSON.stringify({ records: { keep: true } }));

  const state: State = { generation: 0, notes: new Set(), records: new Map(), pending: null, sent: 0, unanswered: 0 };
  const killed: { [target: string]: number } = {};
  const targets = engine === 'SQLite' ? ['service', 'import'] : ['service', 'import', 'backend', 'server'];
  let importTakes = LONGEST_WAIT;
  let service: Program | null = null;
  try {
    service = await startService(programs, environment);
    const store = await openStore(postgres && database ? postgres.place(database) : { engine: 'sqlite', file: join(environment.UMSICHT_DATA, 'umsicht.sqlite') });
    try {
      let hits = 0;
      while (hits < kills) {
        const target = targets[Math.floor(random() * targets.length)] as string;
        const importing = startImport(programs, environment, folder, state.generation + 1);
        const requests = writeOn(service, state);
        await sleep(50 + random() * importTakes);
        const isHit = await killOne(target, { service, importing, postgres, random });
        // Whatever was not hit goes on for a moment, and then comes to its end by itself.
        await sleep(random() * 300);
        requests.stop();
        await requests.ended;
        await postgres?.start();
        if (postgres) await isBack(postgres);
        const { status } = await importing.ended;
        if (target === 'service') {
          await service.ended;
          service = await startService(programs, environment);
        } else if (hasEnded(service)) throw new Error(`The service ended by itself when this was killed: ${target}. ${service.said()}`);
        if (status === 0) state.generation += 1;
        if (target === 'import') importTakes = Math.min(LONGEST_WAIT, importTakes * (isHit ? 1.1 : 0.8));
        await isWhole(store, state, status === 0);
        await sendAgain(service, state);
        if (!isHit) continue;
        hits += 1;
        killed[target] = (killed[target] ?? 0) + 1;
        onKill(`${hits}/${kills} ${target}: ${state.generation} imports, ${state.notes.size} notes, ${state.records.size} records acknowledged`);
      }
      if (engine === 'SQLite') mustBeSound(join(environment.UMSICHT_DATA, 'umsicht.sqlite'));
    } finally {
      await store.close();
    }
    return { kills: killed, acknowledged: { imports: state.generation, notes: state.notes.size, records: state.records.size }, unansweredRequests: state.unanswered };
  } finally {
    service?.process.kill('SIGKILL');
    await service?.ended;
    await postgres?.remove();
    rmSync(folder, { recursive: true, force: true });
  }
}

interface State {
  /** The last import that ended with 0. */
  generation: number;
  /** Addresses whose note was answered with a yes. */
  readonly notes: Set<string>;
  /** Records that were answered with a yes, with how many outcomes they had. */
  readonly records: Map<string, number>;
  /** What was sent last and not answered. */
  pending: Request | null;
  sent: number;
  unanswered: number;
}

interface Request {
  readonly path: string;
  readonly body: object;
  done(): void;
}

/** Everybody gets the country of the generation, and a consent that is one of it. */
function startImport(programs: Programs, environment: NodeJS.ProcessEnv, folder: string, generation: number): Program {
  const file = join(folder, 'people.csv');
  const rows = Array.from({ length: PEOPLE }, (_, index) => `person${index}@oak.example,Generation ${generation},newsletter,granted,consent,proof ${generation},crm`);
  writeFileSync(file, ['address,name,purpose,status,basis,evidence,source', ...rows].join('\n'));
  const program = startProgram([...programs.cli, 'import', file], environment);
  program.process.stdout?.resume();
  return program;
}

/** Sends one request after the other until it is told to stop, or one is not answered. */
function writeOn({ address }: Program, state: State): { stop(): void; readonly ended: Promise<void> } {
  let stopped = false;
  const ended = (async () => {
    while (!stopped && state.pending === null) {
      const request = nextRequest(state);
      state.pending = request;
      try {
        if ((await post(address, request)) !== 204) return;
      } catch {
        return;
      }
      state.pending = null;
      request.done();
    }
  })();
  return { stop: () => { stopped = true; }, ended };
}

function nextRequest(state: State): Request {
  state.sent += 1;
  const { sent } = state;
  if (sent % 2 === 0) {
    const addresses = Array.from({ length: 20 }, (_, index) => `note${sent}-${index}@elm.example`);
    return { path: 'correspondence', body: { addresses }, done: () => addresses.forEach((each) => state.notes.add(each)) };
  }
  const records = Array.from({ length: 5 }, (_, index) => aRecord({ outcomes: ['visible-recipients', 'missing-subject', 'large-audiences'].slice(0, index % 4).map((rule) => ({ rule, outcome: 'failed', severity: 'warning', observed: false })) }));
  return { path: 'records', body: { records }, done: () => records.forEach(({ id, outcomes }) => state.records.set(id, outcomes.length)) };
}

async function post(address: string, { path, body }: Request): Promise<number> {
  const answer = await fetch(`${address}/api/v1/${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body), signal: AbortSignal.timeout(30_000) });
  return answer.status;
}

/** As a client does with what was not answered: the same, once more. */
async function sendAgain({ address }: Program, state: State): Promise<void> {
  const { pending } = state;
  if (!pending) return;
  state.unanswered += 1;
  const status = await post(address, pending);
  if (status !== 204) throw new Error(`Sent again, a request got ${status}.`);
  pending.done();
  state.pending = null;
}

async function isWhole(store: Store, state: State, wasImported: boolean): Promise<void> {
  const names = await store.db.selectFrom('contacts').select(({ fn }) => ['name', fn.countAll<number>().as('count')]).groupBy('name').execute();
  const tags = await store.db.selectFrom('consent_tags').select(({ fn }) => ['evidence', fn.countAll<number>().as('count')]).groupBy('evidence').execute();
  const generation = Number(/\d+/.exec(names[0]?.name ?? '0')?.[0]);
  // Where it was killed between commit and end, the import is there and nobody was told.
  if (!wasImported && generation === state.generation + 1) state.generation += 1;
  const expected = state.generation === 0 ? [] : [{ name: `Generation ${state.generation}`, count: PEOPLE }];
  if (JSON.stringify(names) !== JSON.stringify(expected)) throw new Error(`Half imported: ${JSON.stringify(names)}, where generation ${state.generation} was to be.`);
  if (JSON.stringify(tags) !== JSON.stringify(expected.map(({ count }) => ({ evidence: `proof ${state.generation}`, count })))) throw new Error(`Half imported: ${JSON.stringify(tags)}`);
  const { count: notes } = await store.db.selectFrom('correspondence').select(({ fn }) => fn.countAll<number>().as('count')).executeTakeFirstOrThrow();
  const unansweredNotes = state.pending?.path === 'correspondence' ? 20 : 0;
  if (notes !== state.notes.size && notes !== state.notes.size + unansweredNotes) throw new Error(`${state.notes.size} notes were acknowledged, and there are ${notes}.`);
  const kept = new Map((await store.db.selectFrom('records').leftJoin('record_outcomes as found', 'found.record', 'records.id').select(({ fn }) => ['records.id', fn.count<number>('found.rule').as('outcomes')]).groupBy('records.id').execute()).map(({ id, outcomes }) => [id, outcomes]));
  for (const [id, outcomes] of state.records) if (kept.get(id) !== outcomes) throw new Error(`Record ${id} was acknowledged with ${outcomes} outcomes; it has ${kept.get(id)}.`);
  const unansweredRecords = state.pending?.path === 'records' ? 5 : 0;
  if (kept.size !== state.records.size && kept.size !== state.records.size + unansweredRecords) throw new Error(`${state.records.size} records were acknowledged, and there are ${kept.size}.`);
}

interface Victims {
  readonly service: Program;
  readonly importing: Program;
  readonly postgres: PostgresServer | null;
  readonly random: () => number;
}

/** Whether there was still something to kill. */
async function killOne(target: string, { service, importing, postgres, random }: Victims): Promise<boolean> {
  if (target === 'service') return service.process.kill('SIGKILL');
  if (target === 'import') return importing.process.kill('SIGKILL');
  if (target === 'backend') return killBackend(postgres as PostgresServer, random);
  await postgres?.kill();
  return true;
}

/** One connection of ours, as if the kernel had run out of memory: PostgreSQL takes all others down with it and recovers. */
async function killBackend(server: PostgresServer, random: () => number): Promise<boolean> {
  const backends = await server.query(`select pid from pg_stat_activity where application_name = 'umsicht'`);
  const chosen = backends[Math.floor(random() * backends.length)]?.pid as number | undefined;
  return chosen !== undefined && process.kill(chosen, 'SIGKILL');
}

/** After a backend was killed, the server recovers by itself. */
async function isBack(server: PostgresServer): Promise<void> {
  for (let waited = 0; ; waited += 50) {
    try {
      await server.query('select 1');
      return;
    } catch (error) {
      if (waited > 60_000) throw error;
      await sleep(50);
    }
  }
}

function mustBeSound(file: string): void {
  const sqlite = new Database(file, { readonly: true });
  const result: unknown = sqlite.pragma('integrity_check', { simple: true });
  sqlite.close();
  if (result !== 'ok') throw new Error(`integrity_check: ${String(result)}`);
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resume) => setTimeout(resume, milliseconds));
}
