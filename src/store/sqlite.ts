import { chmodSync, existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import type { Tables } from './tables';

/**
 * Everything that is true of SQLite only. A second database joins with a file like this one; the
 * queries elsewhere are written for both.
 */
export interface OpenedDatabase {
  readonly db: Kysely<Tables>;
  /** Parameters one statement may carry. */
  readonly parametersAtOnce: number;
  /** Runs alone among all processes, and leaves nothing behind when it throws. */
  alone(run: () => Promise<void>): Promise<void>;
}

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

  return {
    db: new Kysely<Tables>({ dialect: new SqliteDialect({ database: sqlite }) }),
    parametersAtOnce: 10_000,
    async alone(run) {
      // SQLite can take table changes back, but Kysely does not ask it to; so they are wrapped here.
      sqlite.exec('begin immediate');
      try {
        await run();
        sqlite.exec('commit');
      } catch (error) {
        if (sqlite.inTransaction) sqlite.exec('rollback');
        throw error;
      }
    },
  };
}
