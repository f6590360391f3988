import { type Kysely, sql } from 'kysely';
import type { DatabasePlace } from './database-place';
import { migrate } from './migrate';
import type { OpenedDatabase } from './opened-database';
import { openPostgres, type PostgresOptions } from './postgres';
import { openSqlite } from './sqlite';
import { storeFailure } from './store-failure';
import type { Tables } from './tables';

export interface Store extends OpenedDatabase {
  close(): Promise<void>;
}

/** For the service, where people wait. The embedded database knows no such limit. */
export const IN_TIME: PostgresOptions = { statementTimeout: 10_000 };

/** For imports and backups. */
export const UNLIMITED: PostgresOptions = { statementTimeout: null };

/**
 * Opens the database, creates its tables and brings them up to date. Several programs may do so at
 * once: one works, the others wait. Rejects with a StoreFailure.
 */
export async function openStore(place: DatabasePlace, options = IN_TIME): Promise<Store> {
  const opened = wrapped(place, () => (place.engine === 'sqlite' ? openSqlite(place.file) : openPostgres(place, options)));
  try {
    if (place.engine === 'postgres') await mustBeUtf8(opened.db);
    await opened.alone((db) => migrate(db, opened.dialect));
  } catch (error) {
    await opened.db.destroy();
    throw storeFailure(place, error);
  }
  return { ...opened, close: () => opened.db.destroy() };
}

/** In any other encoding names would come back as other ones. */
async function mustBeUtf8(db: Kysely<Tables>): Promise<void> {
  const { rows: [setting] } = await sql<{ readonly server_encoding: string }>`show server_encoding`.execute(db);
  if (setting?.server_encoding !== 'UTF8') throw new Error(`its encoding is ${setting?.server_encoding}, and has to be UTF8 (createdb --encoding=UTF8 --template=template0).`);
}

function wrapped<T>(place: DatabasePlace, open: () => T): T {
  try {
    return open();
  } catch (error) {
    throw storeFailure(place, error);
  }
}
