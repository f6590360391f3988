/*
 * The database under look-ups: npm run bench -- --store [--sizes 1,5,10] [--engine SQLite] [--seconds 10]. For each size, in millions of contacts with
 * a consent each, look-ups of 20 addresses: the bare driver with the very statement, the store, and a service over HTTP, by turns in one
 * run. Besides, how long an import takes. The lines that begin with | are the table of docs/benchmarks.md. Needs 10 GB of disk for ten millions.
 */
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { contactsByKey, lookUpQuery } from '../../src/store/contacts';
import { importContacts } from '../../src/store/import-contacts';
import type { Store } from '../../src/store/open-store';
import { EVIDENCE_PATH } from '../../src/wire/evidence';
import { builtPrograms, startService } from '../soak/programs';
import { type Engine, ENGINES } from '../store/engines';
import { type FilledDatabase, keyOf, openFilled } from './filled-databases';

const ADDRESSES = 20;
const IMPORTED = 200_000;

/** Requests on their way to the service at the same time, where there are several. */
const AT_ONCE = 8;

/** 18 who are among the contacts and 2 who are not. */
function someKeys(contacts: number): readonly string[] {
  return Array.from({ length: ADDRESSES }, (_, index) => (index < 18 ? keyOf(Math.floor(Math.random() * contacts)) : `stranger${Math.floor(Math.random() * 1e9)}@nowhere.example`));
}

interface Way {
  readonly name: string;
  readonly atOnce: number;
  ask(): Promise<unknown>;
}

const TURNS = 10;

/** Ways of asking, by turns, each as often as it gets in its share of the time. */
async function compare(database: string, millions: number, seconds: number, ways: readonly Way[]): Promise<void> {
  const times = ways.map((): number[] => []);
  for (let turn = 0; turn <= TURNS; turn += 1) {
    for (const [index, { ask, atOnce }] of ways.entries()) {
      const end = performance.now() + (seconds * 1000) / TURNS;
      await Promise.all(Array.from({ length: atOnce }, async () => {
        while (performance.now() < end) {
          const start = performance.now();
          await ask();
          // The first turn is for warming up.
          if (turn > 0) times[index]?.push(performance.now() - start);
        }
      }));
    }
  }
  for (const [index, { name, atOnce }] of ways.entries()) {
    const sorted = (times[index] as number[]).sort((a, b) => a - b);
    const at = (share: number) => (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] as number).toFixed(1);
    console.log(`| ${database} | ${millions} | ${name}${atOnce > 1 ? `, ${atOnce} at once` : ''} | ${Math.round(sorted.length / seconds)} | ${at(0.5)} | ${at(0.99)} |`);
  }
}

async function measure(engine: Engine, sizes: readonly number[], seconds: number): Promise<void> {
  const database = await openFilled(engine);
  try {
    console.log(`\n== ${database.name}`);
    await imports(database.store);
    await database.store.db.deleteFrom('contacts').execute();
    let filled = 0;
    for (const millions of sizes) {
      const start = performance.now();
      await database.fill(filled, millions * 1_000_000);
      filled = millions * 1_000_000;
      console.log(`${millions} million contacts, ${((await database.bytes()) / 1e9).toFixed(2)} GB, made in ${((performance.now() - start) / 1000).toFixed(0)} s`);
      await lookUps(engine, database, millions, seconds);
    }
  } finally {
    await database.close();
  }
}

async function lookUps(engine: Engine, database: FilledDatabase, millions: number, seconds: number): Promise<void> {
  const contacts = millions * 1_000_000;
  const { store, environment } = database;
  const bare = database.bare(lookUpQuery(store.db, someKeys(contacts)).compile().sql);
  const service = await startService(builtPrograms(), environment);
  const agent = new Agent({ keepAlive: true });
  const overHttp = (): Promise<void> => post(`${service.address}${EVIDENCE_PATH}`, agent, JSON.stringify({ addresses: someKeys(contacts) }));
  try {
    await compare(engine, millions, seconds, [
      { name: 'bare driver', atOnce: 1, ask: () => bare(someKeys(contacts)) },
      { name: 'store', atOnce: 1, ask: () => contactsByKey(store, someKeys(contacts)) },
      // SQLite answers one after the other in any case.
      ...(engine === 'PostgreSQL' ? [{ name: 'store', atOnce: AT_ONCE, ask: () => contactsByKey(store, someKeys(contacts)) }] : []),
      { name: 'service over HTTP', atOnce: 1, ask: overHttp },
      { name: 'service over HTTP', atOnce: AT_ONCE, ask: overHttp },
    ]);
  } finally {
    agent.destroy();
    service.process.kill('SIGTERM');
    await service.ended;
  }
}

function post(url: string, agent: Agent, body: string): Promise<void> {
  return new Promise((done, failed) => {
    request(url, { method: 'POST', agent, headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) } }, (answer) => {
      if (answer.statusCode !== 200) failed(new Error(`The service answered ${answer.statusCode}.`));
      answer.resume().on('end', done).on('error', failed);
    }).on('error', failed).end(body);
  });
}

async function imports(store: Store): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'umsicht-bench-'));
  const file = join(folder, 'contacts.csv');
  const out = createWriteStream(file);
  out.write('address,name,country,purpose,status,basis,obtained,source\n');
  for (let row = 0; row < IMPORTED; row += 1) if (!out.write(`${keyOf(row)},Person ${row},DE,newsletter,granted,consent,2026-01-12,crm\n`)) await once(out, 'drain');
  out.end();
  await once(out, 'close');
  for (const what of ['into an empty database', 'the same once more']) {
    const start = performance.now();
    const result = await importContacts(store, file);
    if (!result.ok) throw new Error('The import was refused.');
    const seconds = (performance.now() - start) / 1000;
    console.log(`Import of ${IMPORTED} rows ${what}: ${seconds.toFixed(1)} s, ${Math.round(IMPORTED / seconds)} rows/s`);
  }
  rmSync(folder, { recursive: true, force: true });
}

export async function benchStore(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: { store: { type: 'boolean' }, sizes: { type: 'string', default: '1,5,10' }, seconds: { type: 'string', default: '10' }, engine: { type: 'string' } } });
  for (const engine of ENGINES.filter((each) => values.engine === undefined || each === values.engine)) await measure(engine, values.sizes.split(',').map(Number), Number(values.seconds));
}
