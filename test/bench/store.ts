/*
 * The database under look-ups: npm run bench -- --store [--sizes 1,5,10] [--engine SQLite] [--seconds 10]. For each size, in millions of contacts with
 * a consent each, the store's own look-up of 20 addresses beside the bare driver running the same statement, by turns in one
 * run; and how long an import takes. Needs some 8 GB of disk for ten millions.
 */
import { createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import Database from 'better-sqlite3';
import type { Kysely } from 'kysely';
import { Client } from 'pg';
import { contactsByKey, lookUpQuery } from '../../src/store/contacts';
import { importContacts } from '../../src/store/import-contacts';
import { openStore, type Store, UNLIMITED } from '../../src/store/open-store';
import type { Tables } from '../../src/store/tables';
import { type Engine, ENGINES } from '../store/engines';
import { ownPostgres } from '../store/postgres-server';

const ADDRESSES = 20;
const DOMAINS = 100_000;
const IMPORTED = 200_000;

interface Bench {
  readonly store: Store;
  /** Makes contacts of these numbers. */
  fill(from: number, to: number): Promise<void>;
  /** The statement, run by the driver alone. */
  bare(text: string, parameters: readonly unknown[]): Promise<number>;
  bytes(): Promise<number>;
  close(): Promise<void>;
}

const keyOf = (number: number): string => `person${number}@d${number % DOMAINS}.example`;

/** 18 who are among the contacts and 2 who are not. */
function someKeys(contacts: number): readonly string[] {
  return Array.from({ length: ADDRESSES }, (_, index) => (index < 18 ? keyOf(Math.floor(Math.random() * contacts)) : `stranger${Math.floor(Math.random() * 1e9)}@nowhere.example`));
}

async function openSqlite(): Promise<Bench> {
  const folder = mkdtempSync(join(tmpdir(), 'umsicht-bench-'));
  const file = join(folder, 'umsicht.sqlite');
  const store = await openStore({ engine: 'sqlite', file });
  const bare = new Database(file, { readonly: true });
  return {
    store,
    async fill(from, to) {
      const writing = new Database(file);
      writing.pragma('synchronous = OFF');
      const numbers = `with recursive numbers(n) as (select ${from} union all select n + 1 from numbers where n < ${to - 1})`;
      writing.exec(`insert into contacts (key, domain, name, country) ${numbers} select 'person' || n || '@d' || (n % ${DOMAINS}) || '.example', 'd' || (n % ${DOMAINS}) || '.example', 'Person ' || n, 'DE' from numbers`);
      writing.exec(`insert into consent_tags (contact, purpose, source, status, basis, obtained) ${numbers} select 'person' || n || '@d' || (n % ${DOMAINS}) || '.example', 'newsletter', 'crm', 'granted', 'consent', '2026-01-12T00:00:00.000Z' from numbers`);
      writing.pragma('wal_checkpoint(TRUNCATE)');
      writing.close();
    },
    bare: async (text, parameters) => bare.prepare(text).all(...parameters).length,
    bytes: async () => statSync(file).size,
    async close() {
      bare.close();
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function openPostgres(): Promise<Bench> {
  const server = await ownPostgres();
  const place = server.place(await server.freshDatabase());
  const store = await openStore(place, UNLIMITED);
  const { host, port, user, database, password } = place;
  const bare = new Client({ host, port, user, database, ...(password !== null && { password }) });
  await bare.connect();
  return {
    store,
    async fill(from, to) {
      // In portions, so that the log of changes stays small.
      for (let start = from; start < to; start += 1_000_000) {
        const numbers = `generate_series(${start}, ${Math.min(to, start + 1_000_000) - 1}) as n`;
        await bare.query(`insert into contacts (key, domain, name, country) select 'person' || n || '@d' || (n % ${DOMAINS}) || '.example', 'd' || (n % ${DOMAINS}) || '.example', 'Person ' || n, 'DE' from ${numbers}`);
        await bare.query(`insert into consent_tags (contact, purpose, source, status, basis, obtained) select 'person' || n || '@d' || (n % ${DOMAINS}) || '.example', 'newsletter', 'crm', 'granted', 'consent', '2026-01-12T00:00:00.000Z' from ${numbers}`);
      }
      await bare.query('vacuum analyze contacts');
      await bare.query('vacuum analyze consent_tags');
      await bare.query('checkpoint');
    },
    bare: async (text, parameters) => (await bare.query(text, [...parameters])).rows.length,
    bytes: async () => Number((await bare.query<{ size: string }>('select pg_database_size(current_database()) as size')).rows[0]?.size),
    async close() {
      await bare.end();
      await store.close();
      await server.remove();
    },
  };
}

/** Ways of asking, by turns, each as often as it gets in its share of the time. */
async function compare(seconds: number, ways: { readonly [name: string]: () => Promise<unknown> }): Promise<void> {
  const times = new Map(Object.keys(ways).map((name) => [name, [] as number[]]));
  const turns = 10;
  for (let turn = 0; turn < turns; turn += 1) {
    for (const [name, ask] of Object.entries(ways)) {
      const end = performance.now() + (seconds * 1000) / turns;
      while (performance.now() < end) {
        const start = performance.now();
        await ask();
        times.get(name)?.push(performance.now() - start);
      }
    }
  }
  for (const [name, each] of times) {
    const sorted = each.sort((a, b) => a - b);
    const at = (share: number) => (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] as number).toFixed(2);
    console.log(`  ${name.padEnd(34)} ${String(Math.round(sorted.length / seconds)).padStart(5)} look-ups/s, median ${at(0.5)} ms, 99 % within ${at(0.99)} ms`);
  }
}

async function measure(engine: Engine, sizes: readonly number[], seconds: number): Promise<void> {
  const bench = await (engine === 'SQLite' ? openSqlite() : openPostgres());
  try {
    await imports(bench.store);
    await bench.store.db.deleteFrom('contacts').execute();
    let filled = 0;
    for (const millions of sizes) {
      const contacts = millions * 1_000_000;
      await bench.fill(filled, contacts);
      filled = contacts;
      console.log(`${engine}, ${millions} million contacts, ${((await bench.bytes()) / 1e9).toFixed(2)} GB:`);
      const statement = lookUpQuery(bench.store.db as Kysely<Tables>, someKeys(contacts)).compile().sql;
      for (let warm = 0; warm < 500; warm += 1) await contactsByKey(bench.store, someKeys(contacts));
      await compare(seconds, {
        'store': () => contactsByKey(bench.store, someKeys(contacts)),
        'bare driver, the same statement': () => bench.bare(statement, someKeys(contacts)),
      });
      if (engine === 'PostgreSQL') await atOnce(bench.store, contacts, seconds);
    }
  } finally {
    await bench.close();
  }
}

/** PostgreSQL answers several at once. */
async function atOnce(store: Store, contacts: number, seconds: number): Promise<void> {
  const end = performance.now() + seconds * 1000;
  let count = 0;
  await Promise.all(Array.from({ length: 8 }, async () => {
    for (; performance.now() < end; count += 1) await contactsByKey(store, someKeys(contacts));
  }));
  console.log(`  ${'store, 8 at once'.padEnd(34)} ${String(Math.round(count / seconds)).padStart(5)} look-ups/s`);
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
    console.log(`  import of ${IMPORTED} rows ${what}: ${seconds.toFixed(1)} s, ${Math.round(IMPORTED / seconds)} rows/s`);
  }
  rmSync(folder, { recursive: true, force: true });
}

export async function benchStore(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: { store: { type: 'boolean' }, sizes: { type: 'string', default: '1,5,10' }, seconds: { type: 'string', default: '10' }, engine: { type: 'string' } } });
  for (const engine of ENGINES.filter((each) => values.engine === undefined || each === values.engine)) {
    console.log(`== ${engine} ${engine === 'SQLite' ? new Database(':memory:').prepare('select sqlite_version() as version').pluck().get() : ''}`);
    await measure(engine, values.sizes.split(',').map(Number), Number(values.seconds));
  }
}
