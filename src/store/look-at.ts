import { existsSync } from 'node:fs';
import { sql } from 'kysely';
import type { DatabasePlace } from './database-place';
import { migrationsDone } from './migrate';
import { migrationsIn } from './migrations';
import { IN_TIME } from './open-store';
import { openPostgres } from './postgres';
import { openSqlite } from './sqlite';
import { storeFailure } from './store-failure';

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
}

/** Looks at a database and changes nothing; null where the file is not there yet. Rejects with a StoreFailure. */
export async function lookAtDatabase(place: DatabasePlace): Promise<DatabaseLook | null> {
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
      };
    } finally {
      await db.destroy();
    }
  } catch (error) {
    throw storeFailure(place, error);
  }
}
