import type { Kysely, Migration } from 'kysely';
import { migrationsIn } from './migrations';
import type { Dialect } from './opened-database';
import type { Tables } from './tables';

/** Where it is written down which migrations have run. Kysely's own name for it, from when its migrator did this. */
const LEDGER = 'kysely_migration';

/** A database that holds what this version of Umsicht does not know. */
export class NewerDatabase extends Error {
  constructor(readonly migration: string) {
    super(`made by a newer version: ${migration}`);
    this.name = 'NewerDatabase';
  }
}

interface Ledger {
  kysely_migration: { name: string; timestamp: string };
}

/**
 * Runs what has not run yet, in the order of names, up to `last`. To be called in `alone`, which
 * has the lock and takes everything back when a migration fails: Kysely's migrator wants both for itself, and hides
 * the first error behind what follows from it. Gives what has run by then. Rejects with NewerDatabase, or as the database does.
 */
export async function migrate(db: Kysely<Tables>, dialect: Dialect, last?: string): Promise<readonly string[]> {
  const migrations = migrationsIn(dialect);
  const done = await migrationsDone(db);
  if (done === null) {
    await db.schema.createTable(LEDGER).addColumn('name', 'varchar(255)', (column) => column.primaryKey().notNull()).addColumn('timestamp', 'varchar(255)', (column) => column.notNull()).execute();
  }
  const unknown = done?.find((name) => !(name in migrations));
  if (unknown !== undefined) throw new NewerDatabase(unknown);
  const wanted = Object.keys(migrations).sort().filter((name) => last === undefined || name <= last);
  for (const name of wanted) {
    if (done?.includes(name)) continue;
    await (migrations[name] as Migration).up(db);
    await (db as unknown as Kysely<Ledger>).insertInto(LEDGER).values({ name, timestamp: new Date().toISOString() }).execute();
  }
  return wanted;
}

/** For a database whose tables are made anew. */
export async function dropLedger(db: Kysely<Tables>): Promise<void> {
  await db.schema.dropTable(LEDGER).ifExists().execute();
}

/** Names of the migrations that have run, in their order; `null` where none ever has. */
export async function migrationsDone(db: Kysely<Tables>): Promise<readonly string[] | null> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some(({ name }) => name === LEDGER)) return null;
  return (await (db as unknown as Kysely<Ledger>).selectFrom(LEDGER).select('name').orderBy('name').execute()).map(({ name }) => name);
}
