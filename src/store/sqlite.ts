import { chmodSync, existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import type { OpenedDatabase } from './opened-database';
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
  const sqlite = new Database(file);
  try {
    if (isNew) chmodSync(file, 0o600);
    sqlite.pragma('busy_timeout = 5000');
    sqlite.pragma('journal_mode = WAL');
    sqlite.pragma('synchronous = FULL');
    sqlite.pragma('foreign_keys = ON');
  } catch (error) {
    sqlite.close();
    throw error;
  }

  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: sqlite }) });
  return {
    db,
    dialect: { text: 'text' },
    parametersAtOnce: 10_000,
    alone: (run) => db.connection().execute(async (connection) => {
      // SQLite can take table changes back, but Kysely does not ask it to; so they are wrapped here.
      sqlite.exec('begin immediate');
      try {
        const result = await run(connection);
        sqlite.exec('commit');
        return result;
      } catch (error) {
        if (sqlite.inTransaction) sqlite.exec('rollback');
        throw error;
      }
    }),
  };
}
