import { chmodSync, existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { Kysely, sql, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely';
import { giveToFolderOwner } from './folder-owner';
import type { OpenedDatabase } from './opened-database';
import { sqliteDriver } from './sqlite-driver';
import type { Tables } from './tables';

/**
 * Opens or creates the file, with its folder. Contacts are nobody else's business, so both are
 * made for this user only. Throws what SQLite throws.
 *
 * The write-ahead log lets others read while an import writes; full synchronisation means that
 * what was committed survives a power cut.
 */
export function openSqlite(file: string): OpenedDatabase {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const isNew = !existsSync(file);
  const writing = new Database(file);
  let reading: Database.Database | null = null;
  try {
    if (isNew) {
      chmodSync(file, 0o600);
      // Before SQLite makes its files beside it, to which it gives the same owner.
      giveToFolderOwner(file);
    }
    writing.pragma('busy_timeout = 5000');
    writing.pragma('journal_mode = WAL');
    writing.pragma('synchronous = FULL');
    writing.pragma('foreign_keys = ON');
    // From now on it is the driver that waits.
    writing.pragma('busy_timeout = 0');
    reading = new Database(file);
    reading.pragma('query_only = ON');
  } catch (error) {
    writing.close();
    reading?.close();
    throw error;
  }

  const driver = sqliteDriver(reading, writing, inItsPlace(file));
  const db = new Kysely<Tables>({
    dialect: {
      createAdapter: () => new SqliteAdapter(),
      createDriver: () => driver,
      createIntrospector: (own) => new SqliteIntrospector(own),
      createQueryCompiler: () => new SqliteQueryCompiler(),
    },
  });
  return {
    db,
    dialect: { text: 'text' },
    parametersAtOnce: 10_000,
    alone: (run) => db.connection().execute(async (connection) => {
      // SQLite can take table changes back, but Kysely does not ask it to; so they are wrapped here.
      await sql`begin immediate`.execute(connection);
      try {
        const result = await run(connection);
        await sql`commit`.execute(connection);
        return result;
      } catch (error) {
        if (writing.inTransaction) await sql`rollback`.execute(connection);
        throw error;
      }
    }),
  };
}

/** SQLite goes on with a file that was moved, deleted or replaced, and whatever it still takes is lost with it. */
function inItsPlace(file: string): () => void {
  const opened = statSync(file);
  return () => {
    const { dev, ino } = statSync(file, { throwIfNoEntry: false }) ?? {};
    if (dev !== opened.dev || ino !== opened.ino) throw Object.assign(new Error('moved'), { code: 'SQLITE_READONLY_DBMOVED' });
  };
}
