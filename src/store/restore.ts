import { type Kysely, sql } from 'kysely';
import { type BackupHeader, type BackupPart, BackupDamage, type Cell, type RowCounts } from './backup-file';
import { type CellKind, columnsOf } from './back-up';
import { CONTACTS_COUNTER } from './contact-domains';
import { ALL_TABLE_NAMES, KEPT_TABLE_NAMES } from './kept-tables';
import { dropLedger, migrate, NewerDatabase } from './migrate';
import type { Store } from './open-store';
import type { Tables } from './tables';

/** Rows written with one statement. */
const ROWS_AT_ONCE = 500;

export interface RestoreOptions {
  /** Whether what the database holds may go. */
  readonly replace: boolean;
  /** Given the hashing key when the backup has come to its good end, before anything is committed. */
  readonly onKey?: (key: string) => void;
}

export type RestoreResult =
  | { readonly ok: true; readonly header: BackupHeader; readonly rows: RowCounts; readonly hadKey: boolean }
  | { readonly ok: false; readonly reason: 'notEmpty' };

/**
 * Puts a backup in place of what the database holds: all of it, or nothing, whatever happens in between.
 * One of an older version is brought up to date. Rejects with BackupDamage, or as the database does.
 */
export async function restore(store: Store, parts: AsyncGenerator<BackupPart>, { replace, onKey }: RestoreOptions): Promise<RestoreResult> {
  try {
    return await store.alone(async (db) => {
      const header = await headerOf(parts);
      if (!replace && !(await isEmpty(db))) return { ok: false, reason: 'notEmpty' };
      const version = await contactsVersionIn(db);
      await emptied(store, db, header);
      const { rows, key } = await filled(db, parts);
      await migrate(db, store.dialect);
      await noticed(db, version);
      if (key !== null) onKey?.(key);
      return { ok: true, header, rows, hadKey: key !== null };
    });
  } finally {
    await parts.return(undefined);
  }
}

async function headerOf(parts: AsyncGenerator<BackupPart>): Promise<BackupHeader> {
  const first = await parts.next();
  if (first.done || first.value.is !== 'header') throw new BackupDamage('is none of Umsicht');
  return first.value.header;
}

async function isEmpty(db: Kysely<Tables>): Promise<boolean> {
  for (const table of KEPT_TABLE_NAMES) {
    if (table !== 'counters' && (await db.selectFrom(table).select(sql<number>`1`.as('one')).limit(1).execute()).length > 0) return false;
  }
  return true;
}

/** New tables, as they were when the backup was made. */
async function emptied({ dialect }: Store, db: Kysely<Tables>, { migrations }: BackupHeader): Promise<void> {
  for (const table of [...ALL_TABLE_NAMES].reverse()) await db.schema.dropTable(table).execute();
  await dropLedger(db);
  const last = [...migrations].sort()[migrations.length - 1] as string;
  const done = await migrate(db, dialect, last);
  const unknown = migrations.find((name) => !done.includes(name));
  if (unknown !== undefined) throw new NewerDatabase(unknown);
}

async function filled(db: Kysely<Tables>, parts: AsyncIterable<BackupPart>): Promise<{ readonly rows: RowCounts; readonly key: string | null }> {
  const known = await columnsOf(db);
  const rows: { [table: string]: number } = {};
  let key: string | null = null;
  let target: Target | null = null;
  let waiting: (readonly Cell[])[] = [];
  const flush = async (): Promise<void> => {
    if (target && waiting.length > 0) await put(db, target, waiting);
    waiting = [];
  };
  for await (const part of parts) {
    if (part.is === 'header') throw new BackupDamage('is damaged');
    else if (part.is === 'key') ({ key } = part);
    else if (part.is === 'table') {
      await flush();
      target = targetOf(known, part);
      rows[target.table] = 0;
    } else if (target) {
      if (!part.cells.every((cell, index) => cell === null || (typeof cell === 'number') === ((target as Target).kinds[index] === 'number'))) throw new BackupDamage(`is damaged: a row of ${target.table} does not fit into its columns`);
      rows[target.table] = (rows[target.table] ?? 0) + 1;
      waiting.push(part.cells);
      if (waiting.length >= ROWS_AT_ONCE) await flush();
    }
  }
  await flush();
  return { rows, key };
}

interface Target {
  readonly table: string;
  readonly columns: readonly string[];
  readonly kinds: readonly CellKind[];
}

function targetOf(known: Awaited<ReturnType<typeof columnsOf>>, { table, columns }: { readonly table: string; readonly columns: readonly string[] }): Target {
  const kinds = KEPT_TABLE_NAMES.some((name) => name === table) ? known.get(table) : undefined;
  if (!kinds || kinds.size !== columns.length || new Set(columns).size !== columns.length || !columns.every((column) => kinds.has(column))) {
    throw new BackupDamage(`is damaged: ${JSON.stringify(table.slice(0, 100))} is no table of that version, or has other columns`);
  }
  return { table, columns, kinds: columns.map((column) => kinds.get(column) as CellKind) };
}

/** What a constraint refuses was not in a database when the backup was made. */
async function put(db: Kysely<Tables>, { table, columns }: Target, rows: readonly (readonly Cell[])[]): Promise<void> {
  try {
    await sql`insert into ${sql.table(table)} (${sql.join(columns.map((column) => sql.ref(column)))}) values ${sql.join(rows.map((cells) => sql`(${sql.join(cells)})`))}`.execute(db);
  } catch (error) {
    if (/^(SQLITE_CONSTRAINT|23|22)/.test((error as { code?: string }).code ?? '')) throw new BackupDamage(`is damaged: rows of ${table} do not fit together`, error);
    throw error;
  }
}

async function contactsVersionIn(db: Kysely<Tables>): Promise<number> {
  return (await db.selectFrom('counters').select('value').where('name', '=', CONTACTS_COUNTER).executeTakeFirst())?.value ?? 0;
}

/** Services that have the database open learn that their contacts are other ones: the counter has to be one they have never seen. */
async function noticed(db: Kysely<Tables>, before: number): Promise<void> {
  const value = Math.max(before, await contactsVersionIn(db)) + 1;
  await db.insertInto('counters').values({ name: CONTACTS_COUNTER, value }).onConflict((conflict) => conflict.column('name').doUpdateSet({ value })).execute();
}
