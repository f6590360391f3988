import { readFileSync } from 'node:fs';
import { checkServerIdentity, type ConnectionOptions } from 'node:tls';
import { Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient, sql } from 'kysely';
import { DatabaseError, Pool, types } from 'pg';
import type { OpenedDatabase } from './opened-database';
import type { PostgresPlace } from './postgres-url';
import type { Tables } from './tables';

export interface PostgresOptions {
  /** Milliseconds after which a statement is given up; `null`: never, for imports and backups. */
  readonly statementTimeout: number | null;
}

/** Milliseconds to wait for a connection, a new one or one that others use. */
const CONNECT_TIMEOUT = 5000;

/** Milliseconds a server that has said nothing gets beyond the time after which it ought to have given up itself. */
const GRACE = 2000;

/** Any number, the same in all programs: whoever changes the tables holds the lock of this number. */
const ALONE_LOCK = 5_201_314_159n;

/** Rows are counted in 64 bits, which the driver hands on as text; here they are numbers, or an error. */
const COUNT = 20;

/**
 * Connections are made when they are needed and left when they break: the query that was under way
 * fails, the next one takes a new connection. Throws for certificates that cannot be read.
 */
export function openPostgres(place: PostgresPlace, { statementTimeout }: PostgresOptions): OpenedDatabase {
  const pool = new Pool({
    host: place.host,
    port: place.port,
    database: place.database,
    user: place.user,
    ...(place.password !== null && { password: place.password }),
    ssl: tlsOptions(place),
    application_name: 'umsicht',
    max: place.connections,
    connectionTimeoutMillis: CONNECT_TIMEOUT,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    ...(statementTimeout !== null && { query_timeout: statementTimeout + GRACE }),
    types: { getTypeParser: ((oid: number, format: 'text') => (oid === COUNT ? numberFrom : types.getTypeParser(oid, format))) as typeof types.getTypeParser },
    // By a query, because connection poolers refuse it as a parameter of the connection.
    verify: (client, done) => {
      client.query(`select set_config('statement_timeout', $1, false), set_config('idle_in_transaction_session_timeout', $1, false)`, [String(statementTimeout ?? 0)]).then(() => done(), done);
    },
  });
  // An idle connection that is lost is no longer in the pool by then.
  pool.on('error', () => undefined);

  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: replacingBroken(pool) }) });
  return {
    db,
    dialect: { text: 'text collate "C"' },
    parametersAtOnce: 10_000,
    alone: (run) => db.connection().execute(async (connection) => {
      await sql`begin`.execute(connection);
      try {
        // Whoever waits here waits for a migration or a restore, which may take long.
        await sql`set local statement_timeout = 0`.execute(connection);
        await sql`set local idle_in_transaction_session_timeout = 0`.execute(connection);
        await sql`select pg_advisory_xact_lock(${sql.lit(ALONE_LOCK)})`.execute(connection);
        const result = await run(connection);
        await sql`commit`.execute(connection);
        return result;
      } catch (error) {
        // Where the connection is gone, the server takes everything back by itself.
        await sql`rollback`.execute(connection).catch(() => undefined);
        throw error;
      }
    }),
  };
}

function numberFrom(text: string): number {
  const number = Number(text);
  if (Number.isSafeInteger(number)) return number;
  throw new RangeError(`${text} is more than can be counted`);
}

/**
 * The pool as Kysely takes it, with what Kysely leaves out: a connection that failed, or on which a query
 * is still running that nobody waits for any more, does not go back into the pool; and one
 * that breaks while nothing is asked of it does not end the program.
 */
function replacingBroken(pool: Pool): PostgresPool {
  return {
    async connect() {
      const client = await pool.connect();
      let broken: Error | null = null;
      const breaks = (error: Error): void => {
        broken ??= error;
      };
      client.on('error', breaks);
      const query = async (text: string, parameters: readonly unknown[]): Promise<unknown> => {
        // The driver would say only that the connection is broken, not what broke it.
        if (broken) throw broken;
        try {
          return await client.query(text, [...parameters]);
        } catch (error) {
          if (!isAnswer(error)) breaks(error as Error);
          throw error;
        }
      };
      const release = (): void => {
        client.off('error', breaks);
        client.release(broken ?? undefined);
      };
      return { query: query as PostgresPoolClient['query'], release };
    },
    end: () => pool.end(),
  };
}

/** Whether the server itself said no: then the connection is as good as before. */
function isAnswer(error: unknown): boolean {
  return error instanceof DatabaseError && error.severity !== 'FATAL' && error.severity !== 'PANIC';
}

/** The host is named here because the driver does not say whom it meant where the host is an address. */
function tlsOptions({ host, tls: { mode, authority, certificate, key } }: PostgresPlace): false | ConnectionOptions {
  if (mode === 'disable') return false;
  return {
    rejectUnauthorized: mode !== 'require',
    checkServerIdentity: (_, shown) => (mode === 'verify-full' ? checkServerIdentity(host, shown) : undefined),
    ...(authority !== null && { ca: pemIn(authority) }),
    ...(certificate !== null && { cert: pemIn(certificate) }),
    ...(key !== null && { key: pemIn(key) }),
  };
}

function pemIn(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new Error(`the file ${file} cannot be read (${(error as NodeJS.ErrnoException).code}).`, { cause: error });
  }
}
