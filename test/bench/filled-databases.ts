import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { Client } from 'pg';
import { openStore, type Store, UNLIMITED } from '../../src/store/open-store';
import type { Engine } from '../store/engines';
import { ownPostgres } from '../store/postgres-server';

/** A database with as many contacts as are wanted, each with a consent. */
export interface FilledDatabase {
  /** `PostgreSQL 15.14`, and what of its settings counts here. */
  readonly name: string;
  /** As the service has it; another one after each `fill`. */
  readonly store: Store;
  /** Where a service of its own finds it. */
  readonly environment: { readonly [name: string]: string };
  /** Makes the contacts with the numbers from one up to another. */
  fill(from: number, to: number): Promise<void>;
  /** The same statement, asked of the driver alone. Prepared once, for it is the fastest there is. */
  bare(statement: string): (parameters: readonly unknown[]) => Promise<number>;
  bytes(): Promise<number>;
  close(): Promise<void>;
}

const DOMAINS = 100_000;

export const keyOf = (number: number): string => `person${number}@${domainOf(number)}`;
const domainOf = (number: number): string => `d${number % DOMAINS}.example`;

/** Of a contact with the number `n`, in what both engines understand. */
const COLUMNS = {
  key: `'person' || n || '@d' || (n % ${DOMAINS}) || '.example'`,
  domain: `'d' || (n % ${DOMAINS}) || '.example'`,
};
const CONTACTS = `insert into contacts (key, domain, name, country) select ${COLUMNS.key}, ${COLUMNS.domain}, 'Person ' || n, 'DE' from`;
const TAGS = `insert into consent_tags (contact, purpose, source, status, basis, obtained) select ${COLUMNS.key}, 'newsletter', 'crm', 'granted', 'consent', '2026-01-12T00:00:00.000Z' from`;

export function openFilled(engine: Engine): Promise<FilledDatabase> {
  return engine === 'SQLite' ? openSqlite() : openPostgres();
}

async function openSqlite(): Promise<FilledDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'umsicht-bench-'));
  const file = join(folder, 'umsicht.sqlite');
  let store = await openStore({ engine: 'sqlite', file });
  let bare = new Database(file, { readonly: true });
  return {
    name: `SQLite ${bare.prepare('select sqlite_version()').pluck().get() as string}`,
    get store() { return store; },
    environment: { UMSICHT_DATA: folder },
    async fill(from, to) {
      bare.close();
      await store.close();
      // Nothing here has to outlast a crash, and every page is kept in memory until the end.
      const writing = new Database(file);
      for (const pragma of ['journal_mode = OFF', 'synchronous = OFF', 'locking_mode = EXCLUSIVE', 'foreign_keys = OFF', 'cache_size = -4000000']) writing.pragma(pragma);
      const numbers = `(with recursive numbers(n) as (select ${from} union all select n + 1 from numbers where n < ${to - 1}) select n from numbers)`;
      writing.exec(`begin; ${CONTACTS} ${numbers}; ${TAGS} ${numbers}; commit`);
      writing.close();
      store = await openStore({ engine: 'sqlite', file });
      bare = new Database(file, { readonly: true });
    },
    bare(statement) {
      const prepared = bare.prepare(statement);
      return async (parameters) => prepared.all(...parameters).length;
    },
    bytes: async () => statSync(file).size,
    async close() {
      bare.close();
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function openPostgres(): Promise<FilledDatabase> {
  const sharedBuffers = '2GB';
  const folder = mkdtempSync(join(tmpdir(), 'umsicht-bench-'));
  const server = await ownPostgres({ durable: true, sharedBuffers });
  const name = await server.freshDatabase();
  const place = server.place(name);
  const store = await openStore(place, UNLIMITED);
  const { host, port, user, database, password } = place;
  const bare = new Client({ host, port, user, database, ...(password !== null && { password }) });
  await bare.connect();
  await bare.query(`alter system set max_wal_size = '8GB'`);
  await bare.query('select pg_reload_conf()');
  const { rows: [version] } = await bare.query<{ server_version: string }>('show server_version');
  return {
    name: `PostgreSQL ${version?.server_version.split(' ')[0]} (shared_buffers = ${sharedBuffers})`,
    store,
    environment: { UMSICHT_DATA: folder, UMSICHT_DATABASE_URL: server.url(name) },
    async fill(from, to) {
      // Nobody checks that each consent belongs to a contact, and commits do not wait for the disk.
      await bare.query(`set session_replication_role = replica; set synchronous_commit = off`);
      const numbers = `generate_series(${from}, ${to - 1}) as n`;
      await bare.query(`${CONTACTS} ${numbers}`);
      await bare.query(`${TAGS} ${numbers}`);
      await bare.query('vacuum analyze contacts');
      await bare.query('vacuum analyze consent_tags');
      await bare.query('checkpoint');
    },
    bare: (statement) => async (parameters) => (await bare.query({ name: 'look-up', text: statement, values: [...parameters] })).rows.length,
    bytes: async () => Number((await bare.query<{ size: string }>('select pg_database_size(current_database()) as size')).rows[0]?.size),
    async close() {
      await bare.end();
      await store.close();
      await server.remove();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
