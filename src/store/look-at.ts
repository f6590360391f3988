import { existsSync } from 'node:fs';
import { sql } from 'kysely';
import type { DatabasePlace } from './database-place';
import { migrationsDone } from './migrate';
import { migrationsIn } from './migrations';
import type { HashingKeys } from './hashing-key';
import { countForeignKeys } from './keys-in-use';
import { IN_TIME } from './open-store';
import { openPostgres } from './postgres';
import { openSqlite } from './sqlite';
import { storeFailure } from './store-failure';
import { dayOf } from './weeks';

/** What a database looks like from outside. */
export interface DatabaseLook {
  /** Such as `SQLite 3.53.2` or `PostgreSQL 16.4`. */
  readonly engine: string;
  /** What the next start of the service would still do to its tables; everything where it is new. */
  readonly openMigrations: number;
  /** The first change of its tables that this version does not know; null: none. */
  readonly unknownMigration: string | null;
  /** People in it; null while it has no tables. */
  readonly contacts: number | null;
  /** Keys in use since yesterday that are not among those given; null where none were given, or the tables are older. */
  readonly foreignKeys: number | null;
}

/** Looks at a database and changes nothing; null where the file is not there yet. `keys`: this machine's. Rejects with a StoreFailure. */
export async function lookAtDatabase(place: DatabasePlace, keys: HashingKeys | null, now: number): Promise<DatabaseLook | null> {
  if (place.engine === 'sqlite' && !existsSync(place.file)) return null;
  try {
    const { db, dialect } = place.engine === 'sqlite' ? openSqlite(place.file) : openPostgres(place, IN_TIME);
    try {
      const done = await migrationsDone(db) ?? [];
      const known = Object.keys(migrationsIn(dialect));
      const { rows: [version] } = place.engine === 'sqlite'
        ? await sql<{ readonly version: string }>`select sqlite_version() as version`.execute(db)
        : await sql<{ readonly version: string }>`select current_setting('server_version') as version`.execute(db);
      const { contacts } = done.length > 0 ? await db.selectFrom('contacts').select(({ fn }) => fn.countAll<number | string>().as('contacts')).executeTakeFirstOrThrow() : { contacts: null };
      return {
        engine: `${place.engine === 'sqlite' ? 'SQLite' : 'PostgreSQL'} ${version?.version ?? ''}`.trim(),
        openMigrations: known.filter((name) => !done.includes(name)).length,
        unknownMigration: done.find((name) => !known.includes(name)) ?? null,
        contacts: contacts === null ? null : Number(contacts),
        foreignKeys: keys && done.includes('004-hashing-keys') ? await countForeignKeys(db, keys, dayOf(now - 86_400_000)) : null,
      };
    } finally {
      await db.destroy();
    }
  } catch (error) {
    throw storeFailure(place, error);
  }
}
