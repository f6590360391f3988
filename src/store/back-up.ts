import { type Kysely, sql, type Transaction } from 'kysely';
import type { BackupPart, Cell } from './backup-file';
import { KEPT_TABLE_NAMES, KEPT_TABLES } from './kept-tables';
import { migrationsDone } from './migrate';
import type { Store } from './open-store';
import type { Tables } from './tables';

/** Rows read with one statement. */
const ROWS_AT_ONCE = 1000;

export interface BackupOptions {
  /** Milliseconds since 1970, UTC. */
  readonly now: number;
  /** The hashing keys, as they stand in their file; null: they are not to be in the backup. */
  readonly key: string | null;
}

/**
 * Everything in the database as it is at one moment, whoever writes meanwhile. `take` is given the parts and
 * has to read them to the end. Rejects when the database does not answer, or when `take` does.
 */
export async function backUp<T>(store: Store, { now, key }: BackupOptions, take: (parts: AsyncGenerator<BackupPart>) => Promise<T>): Promise<T> {
  // The embedded database gives a snapshot to every transaction, and passes the wish over.
  return store.db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute((snapshot) => take(partsOf(snapshot, now, key)));
}

async function* partsOf(db: Transaction<Tables>, now: number, key: string | null): AsyncGenerator<BackupPart> {
  yield { is: 'header', header: { made: new Date(now).toISOString(), migrations: await migrationsDone(db) ?? [] } };
  const columns = await columnsOf(db);
  for (const table of KEPT_TABLE_NAMES) {
    const names = [...(columns.get(table) ?? new Map<string, never>()).keys()];
    yield { is: 'table', table, columns: names };
    for await (const row of rowsOf(db, table)) yield { is: 'row', cells: names.map((name) => row[name] as Cell) };
  }
  if (key !== null) yield { is: 'key', key };
}

/** In the order of the primary key, each portion from where the last one ended. */
async function* rowsOf(db: Kysely<Tables>, table: keyof typeof KEPT_TABLES): AsyncGenerator<{ readonly [column: string]: unknown }> {
  const key: readonly string[] = KEPT_TABLES[table];
  const columns = sql.join(key.map((column) => sql.ref(column)));
  let last: { readonly [column: string]: unknown } | undefined;
  for (;;) {
    const behind = last;
    const after = behind ? sql`where (${columns}) > (${sql.join(key.map((column) => behind[column]))})` : sql``;
    const { rows } = await sql<{ readonly [column: string]: unknown }>`select * from ${sql.table(table)} ${after} order by ${columns} limit ${sql.lit(ROWS_AT_ONCE)}`.execute(db);
    yield* rows;
    if (rows.length < ROWS_AT_ONCE) return;
    last = rows[rows.length - 1];
  }
}

export type CellKind = 'text' | 'number';

/** Of all tables, by name: what their columns hold. */
export async function columnsOf(db: Kysely<Tables>): Promise<ReadonlyMap<string, ReadonlyMap<string, CellKind>>> {
  const tables = await db.introspection.getTables();
  return new Map(tables.map(({ name, columns }) => [name, new Map(columns.map((column) => [column.name, /int/i.test(column.dataType) ? 'number' as const : 'text' as const]))]));
}
