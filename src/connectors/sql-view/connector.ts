import { type CustomTypesConfig, Pool, type PoolConfig, types } from 'pg';
import { addressKey } from '../../core/address';
import { LONGEST_TEXT } from '../../wire/contact';
import { type AddressFacts, type ConsentFact, type Connector, type LookUpLimits, SourceFailure } from '../connector';
import { OWN_BASES, readConsent, readCountry } from '../own-words';
import { readableBeyond } from './rights';
import { failureOf } from './sql-failures';

export interface SqlViewSettings {
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly user: string;
  readonly password: string;
  /** `umsicht.consents`, with its schema. */
  readonly view: string;
  /** `verified`: TLS, and the server's certificate has to be good for `host`; `off` for this machine only. */
  readonly tls: 'verified' | 'off';
  /** Certificates of authorities to trust instead of those Node knows, in PEM. */
  readonly authority?: string;
  readonly connections: number;
}

/** Columns of the view; the first three have to be there. */
export const VIEW_COLUMNS = [
  'address', 'purpose', 'status', 'basis', 'obtained', 'confirmed', 'withdrawn', 'expires', 'evidence', 'from_sale', 'similar_goods', 'told_at_collection', 'country', 'record', 'changed',
] as const;
type ViewColumn = (typeof VIEW_COLUMNS)[number];
const NEEDED: readonly ViewColumn[] = ['address', 'purpose', 'status'];

/** Milliseconds to connect, and for a statement, whatever the host is ready to wait. */
const CONNECT_TIME = 3000;
const STATEMENT_TIME = 5000;

/** What is written between two changes may become visible late: so much of the past is asked about again, in milliseconds. */
const OVERLAP = 2 * 60_000;
const MOST_CHANGES = 10_000;

/** More rows than so many for one question mean that the view is not what it should be. */
const MOST_ROWS = 20_000;

const NOBODY = 'nobody@umsicht.invalid';

/**
 * A view in the company's own PostgreSQL, one row per address and purpose, or one row without a purpose. Sessions are read only, and
 * are asked for the columns that are there.
 */
export function sqlViewConnector(settings: SqlViewSettings): Connector {
  const pool = new Pool(poolConfig(settings));
  // A connection that breaks, in use or not, is replaced when it is needed; who uses it hears of it from its query.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  const view = settings.view.split('.').map(quoted).join('.');
  let columns: Promise<readonly ViewColumn[]> | null = null;

  const query = async (text: string, values: readonly unknown[], { signal, turn }: LookUpLimits): Promise<readonly Row[]> => {
    await turn();
    const client = await pool.connect().catch((error: unknown) => { throw failureOf(error); });
    // A query that nobody waits for any more is ended with its connection.
    let isLate = false;
    const tooLate = (): void => {
      isLate = true;
      client.release(true);
    };
    signal.addEventListener('abort', tooLate, { once: true });
    try {
      if (signal.aborted) throw new SourceFailure('timeout', 'tooLate');
      return (await client.query<Row>(text, [...values])).rows;
    } catch (error) {
      throw signal.aborted ? new SourceFailure('timeout', 'tooLate') : failureOf(error);
    } finally {
      signal.removeEventListener('abort', tooLate);
      if (!isLate) client.release();
    }
  };

  /** Found out once; again where the view turned out to be another. */
  const columnsOf = (limits: LookUpLimits): Promise<readonly ViewColumn[]> => {
    columns ??= query('select attname as name from pg_attribute where attrelid = to_regclass($1) and attnum > 0 and not attisdropped', [view], limits).then((rows) => {
      const names = rows.map(({ name }) => name);
      if (names.length === 0) throw new SourceFailure('refused', 'noView');
      if (NEEDED.some((column) => !names.includes(column))) throw new SourceFailure('refused', 'columnsMissing');
      return VIEW_COLUMNS.filter((column) => names.includes(column));
    });
    columns.catch(() => { columns = null; });
    return columns;
  };

  const lookUp: Connector['lookUp'] = async (asked, limits) => {
    const selected = (await columnsOf(limits)).filter((column) => column !== 'changed');
    // In the database's own lower case, so that an index on lower(address) serves.
    const rows = await query(`select ${selected.map(quoted).join(', ')} from ${view} where lower(${quoted('address')}) = any($1::text[]) limit ${MOST_ROWS + 1}`, [asked.flatMap(({ spellings }) => spellings)], limits)
      .catch((error: SourceFailure) => {
        if (error.code === 'columnsMissing') columns = null;
        throw error;
      });
    if (rows.length > MOST_ROWS) throw new SourceFailure('invalidAnswer', 'tooManyRows');
    const found = new Map<string, Row[]>();
    for (const row of rows) {
      const key = addressKey(String(row.address));
      found.set(key, [...(found.get(key) ?? []), row]);
    }
    return new Map(asked.map(({ key }) => [key, factsIn(found.get(key) ?? [])]));
  };

  return {
    atOnce: 500,
    bases: OWN_BASES,
    lookUp,
    async check(limits) {
      const problems: string[] = [];
      const answer = (await lookUp([{ key: NOBODY, spellings: [NOBODY] }], limits)).get(NOBODY);
      if (answer instanceof SourceFailure) problems.push(`A row about ${NOBODY} is not understood.`);
      const clocks = await query("select attname as name from pg_attribute where attrelid = to_regclass($1) and attnum > 0 and atttypid = 'timestamp'::regtype", [view], limits);
      problems.push(...clocks.map(({ name }) => `The column ${String(name)} has no time zone. Make it timestamptz, or a date.`));
      const beyond = await readableBeyond((text, values) => query(text, values, limits), view);
      return [...problems, ...beyond];
    },
    async purposes(limits) {
      const rows = await query(`select distinct ${quoted('purpose')} as id from ${view} where ${quoted('purpose')} is not null order by 1 limit 1000`, [], limits);
      return rows.map(({ id }) => ({ id: String(id), label: String(id) }));
    },
    async changes(cursor, since, limits) {
      const until = new Date().toISOString();
      if (!(await columnsOf(limits)).includes('changed')) return { touched: [], cursor: until };
      const from = new Date((cursor === null ? since : Date.parse(cursor)) - OVERLAP).toISOString();
      const rows = await query(`select distinct ${quoted('address')} from ${view} where ${quoted('changed')} >= $1 limit ${MOST_CHANGES + 1}`, [from], limits);
      if (rows.length > MOST_CHANGES) return { touched: [], cursor: until, everything: true };
      return { touched: rows.map(({ address }) => ({ address: String(address) })), cursor: until };
    },
    close: () => pool.end(),
  };
}

export type Row = { readonly [column: string]: unknown };

/** Dates and timestamps without a time zone (pg_type.dat): the library would read them as this machine's own. */
const AS_WRITTEN: readonly number[] = [1082, 1114];

function poolConfig({ host, port, database, user, password, tls, authority, connections }: SqlViewSettings): PoolConfig {
  return {
    host, port, database, user, password,
    max: connections,
    connectionTimeoutMillis: CONNECT_TIME,
    statement_timeout: STATEMENT_TIME,
    idleTimeoutMillis: 60_000,
    application_name: 'umsicht',
    types: { getTypeParser: (type: number) => (AS_WRITTEN.includes(type) ? String : types.getTypeParser(type)) } as CustomTypesConfig,
    // Set again for whoever gave the role more than it needs.
    options: '-c default_transaction_read_only=on',
    ssl: tls === 'off' ? false : { rejectUnauthorized: true, minVersion: 'TLSv1.2', ...(authority !== undefined && { ca: authority }) },
  };
}

function quoted(name: string): string {
  return `"${name.replace(/"/g, '""')}"`;
}

/** All rows of one address. One that is not understood spoils them all. */
function factsIn(rows: readonly Row[]): AddressFacts | SourceFailure {
  if (rows.length === 0) return { contact: 'unknown' };
  const facts: ConsentFact[] = [];
  const records = new Set<string>();
  let country: string | undefined;
  for (const row of rows) {
    if (row.record !== null && row.record !== undefined) records.add(String(row.record).slice(0, LONGEST_TEXT));
    const where = row.country === null || row.country === undefined || row.country === '' ? null : readCountry(row.country);
    if (where === undefined) return new SourceFailure('invalidAnswer', 'notUnderstood');
    country ??= where ?? undefined;
    if (row.purpose === null || row.purpose === '') {
      if (row.status === null || row.status === '') continue;
      return new SourceFailure('invalidAnswer', 'notUnderstood');
    }
    const { purpose, status, basis, obtained, confirmed, withdrawn, expires, evidence, from_sale: fromSale, similar_goods: similarGoods, told_at_collection: toldAtCollection } = row;
    const fact = readConsent({ purpose, status, basis, obtained, confirmed, withdrawn, expires, evidence, fromSale, similarGoods, toldAtCollection });
    if (!fact) return new SourceFailure('invalidAnswer', 'notUnderstood');
    facts.push(fact);
  }
  return { contact: 'known', facts, ...(country !== undefined && { country }), records: [...records] };
}
