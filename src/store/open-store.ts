import { type Kysely, Migrator } from 'kysely';
import { migrationProvider } from './migrations';
import { openSqlite } from './sqlite';
import type { Tables } from './tables';

export interface Store {
  readonly db: Kysely<Tables>;
  /** Parameters one statement may carry. */
  readonly parametersAtOnce: number;
  close(): Promise<void>;
}

/** The database cannot be used. The message is for the administrator and names the file. */
export class StoreFailure extends Error {
  constructor(message: string, cause: unknown) {
    super(message, { cause });
    this.name = 'StoreFailure';
  }
}

/** Opens the database in `file`, creating it and bringing its tables up to date. Rejects with a StoreFailure. */
export async function openStore(file: string): Promise<Store> {
  const opened = wrapped(file, () => openSqlite(file));
  try {
    await opened.alone(() => migrate(opened.db));
  } catch (error) {
    await opened.db.destroy();
    throw failure(file, error);
  }
  return { db: opened.db, parametersAtOnce: opened.parametersAtOnce, close: () => opened.db.destroy() };
}

async function migrate(db: Kysely<Tables>): Promise<void> {
  const { error } = await new Migrator({ db, provider: migrationProvider }).migrateToLatest();
  if (error) throw error;
}

function wrapped<T>(file: string, open: () => T): T {
  try {
    return open();
  } catch (error) {
    throw failure(file, error);
  }
}

function failure(file: string, error: unknown): StoreFailure {
  const { code = '', message = '' } = error as { code?: string; message?: string };
  return new StoreFailure(`The database ${file} ${reasonOf(code, message)}`, error);
}

function reasonOf(code: string, message: string): string {
  if (code === 'SQLITE_NOTADB') return 'is no SQLite database.';
  if (code.startsWith('SQLITE_CORRUPT')) return 'is damaged. Restore it from a backup, or move it away and import the contacts again.';
  if (code.startsWith('SQLITE_BUSY')) return 'is in use by another program. Try again when that has ended.';
  if (code.startsWith('SQLITE_READONLY') || code === 'EACCES' || code === 'EPERM') return 'cannot be written by this user.';
  if (message.includes('corrupted migrations')) return 'was made by a newer version of Umsicht. Use that version, or another file.';
  return `cannot be opened: ${message}`;
}
