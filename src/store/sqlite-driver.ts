import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from 'better-sqlite3';
import { CompiledQuery, type DatabaseConnection, type Driver, type QueryResult, SelectQueryNode, SqliteDriver } from 'kysely';

/** Milliseconds for which a program waits until another one has written, and after which it looks again. */
const PATIENCE = 5000;
const AGAIN_AFTER = 10;

/** One user of the driver. From its first statement that is no query on, it alone writes, and reads what it has written, until it is released. */
interface Turn extends DatabaseConnection {
  writing: DatabaseConnection | null;
}

/**
 * Kysely's driver with what it leaves out: it has one connection, and SQLite waits for other programs by stopping the whole process. Here
 * queries have a connection of their own, which in a write-ahead log waits for nobody, and who writes waits without stopping the others.
 * `check` is called before each statement, and throws where nothing is to be asked any more.
 */
export function sqliteDriver(reading: Database, writing: Database, check: () => void): Driver {
  const reader = new SqliteDriver({ database: reading });
  const writer = new SqliteDriver({ database: writing });

  const read = async <R>(query: CompiledQuery): Promise<QueryResult<R>> => {
    const connection = await reader.acquireConnection();
    try {
      check();
      return await connection.executeQuery<R>(query);
    } finally {
      await reader.releaseConnection();
    }
  };
  const toWrite = async (turn: Turn): Promise<DatabaseConnection> => (turn.writing ??= await writer.acquireConnection());
  const write = async <R>(turn: Turn, query: CompiledQuery): Promise<QueryResult<R>> => {
    const connection = await toWrite(turn);
    return whenFree(() => {
      check();
      return connection.executeQuery<R>(query);
    });
  };

  return {
    async init() {
      await reader.init();
      await writer.init();
    },
    async acquireConnection() {
      const turn: Turn = {
        writing: null,
        executeQuery: (query) => (turn.writing === null && SelectQueryNode.is(query.query) ? read(query) : write(turn, query)),
        async *streamQuery<R>(query: CompiledQuery, size: number) {
          yield* (await toWrite(turn)).streamQuery<R>(query, size);
        },
      };
      return turn;
    },
    // At once, since what has read first could not write any more once somebody else has.
    beginTransaction: async (turn, { accessMode }) => void (await write(turn as Turn, CompiledQuery.raw(accessMode === 'read only' ? 'begin' : 'begin immediate'))),
    commitTransaction: async (turn) => void (await write(turn as Turn, CompiledQuery.raw('commit'))),
    rollbackTransaction: async (turn) => void (await write(turn as Turn, CompiledQuery.raw('rollback'))),
    async releaseConnection(turn) {
      if ((turn as Turn).writing) await writer.releaseConnection();
    },
    async destroy() {
      await writer.acquireConnection();
      await reader.destroy();
      await writer.destroy();
    },
  };
}

async function whenFree<T>(statement: () => Promise<T>): Promise<T> {
  for (const end = performance.now() + PATIENCE; ;) {
    try {
      return await statement();
    } catch (error) {
      if (!isBusy(error as { readonly code?: string }) || performance.now() >= end) throw error;
    }
    await pause(AGAIN_AFTER);
  }
}

/** A snapshot that is too old to be written from stays so, however long one waits. */
function isBusy({ code = '' }: { readonly code?: string }): boolean {
  return code.startsWith('SQLITE_BUSY') && code !== 'SQLITE_BUSY_SNAPSHOT';
}
