import { type Kysely, sql } from 'kysely';
import type { ContactRow } from '../wire/contact-row';
import { type ContactFileOptions, type ContactFileProblem, readContactFile } from './contact-file';
import { raiseContactsVersion } from './contact-domains';
import type { Dialect } from './opened-database';
import type { Store } from './open-store';
import type { StagedRowsTable, Tables } from './tables';

export interface ImportOptions extends ContactFileOptions {
  /** Called for every problem as it is found, however many there are. */
  readonly onProblem?: (problem: ContactFileProblem) => void;
}

export type ImportResult =
  | { readonly ok: true; readonly rows: number; readonly people: number; readonly tags: number }
  | {
      readonly ok: false;
      /** The first thousand, by line. */
      readonly problems: readonly ContactFileProblem[];
      /** All of them, counted. */
      readonly problemCount: number;
      /** Good rows, none of which were taken. */
      readonly rows: number;
    };

/** Problems kept in memory; more are counted and handed to `onProblem` only. */
export const MOST_KEPT_PROBLEMS = 1000;

/** Rows put aside with one statement. */
const ROWS_AT_ONCE = 300;

/**
 * Takes a contact file into the database: all of it, or nothing when a single row is wrong.
 *
 * A tag replaces the one the same person has for the same purpose from the same source; name and
 * country replace older ones where the file gives them, and so does a safeguard together with its end. People and tags the file does not name stay
 * as they are, so a file from one source never touches what another source says. Two rows
 * of one file for the same person, purpose and source, or two countries or safeguards for one
 * person, are problems.
 *
 * Rows are put aside in a temporary table and moved over in one transaction at the end. Whatever
 * happens before its commit, the old state stands. Imports that run at once are taken over one after
 * the other. Rejects when the file or the database fails.
 */
export async function importContacts(store: Store, path: string, { onProblem, ...options }: ImportOptions = {}): Promise<ImportResult> {
  return store.db.connection().execute(async (db) => {
    const kept: ContactFileProblem[] = [];
    let problemCount = 0;
    const report = (problem: ContactFileProblem): void => {
      problemCount += 1;
      if (kept.length < MOST_KEPT_PROBLEMS) kept.push(problem);
      onProblem?.(problem);
    };

    await createStaging(db, store.dialect);
    try {
      const rows = await stage(db, readContactFile(path, options), report);
      for (const problem of await contradictions(db)) report(problem);
      if (problemCount > 0) return { ok: false, problems: kept.sort((a, b) => a.line - b.line), problemCount, rows };
      return { ok: true, rows, ...(await takeOver(db)) };
    } finally {
      // Where the connection is lost, the table is gone with it.
      await db.schema.dropTable('staged_rows').ifExists().execute().catch(() => undefined);
    }
  });
}

async function createStaging(db: Kysely<Tables>, dialect: Dialect): Promise<void> {
  const text = sql.raw(dialect.text);
  await db.schema.dropTable('staged_rows').ifExists().execute();
  await db.schema
    .createTable('staged_rows')
    .temporary()
    .addColumn('line', 'integer', (column) => column.primaryKey().notNull())
    .addColumn('contact', text, (column) => column.notNull())
    .addColumn('domain', text, (column) => column.notNull())
    .addColumn('name', text)
    .addColumn('country', text)
    .addColumn('safeguard', text)
    .addColumn('safeguard_until', text)
    .addColumn('purpose', text)
    .addColumn('source', text)
    .addColumn('status', text)
    .addColumn('basis', text)
    .addColumn('obtained', text)
    .addColumn('confirmed', text)
    .addColumn('withdrawn', text)
    .addColumn('expires', text)
    .addColumn('evidence', text)
    .addColumn('from_sale', 'integer')
    .addColumn('similar_goods', 'integer')
    .addColumn('told_at_collection', 'integer')
    .execute();
}

async function stage(db: Kysely<Tables>, entries: ReturnType<typeof readContactFile>, report: (problem: ContactFileProblem) => void): Promise<number> {
  let waiting: StagedRowsTable[] = [];
  let rows = 0;
  const flush = async (): Promise<void> => {
    if (waiting.length > 0) await db.insertInto('staged_rows').values(waiting).execute();
    waiting = [];
  };
  for await (const entry of entries) {
    if ('problem' in entry) {
      report(entry);
      continue;
    }
    rows += 1;
    waiting.push(stagedRow(entry.line, entry.row));
    if (waiting.length >= ROWS_AT_ONCE) await flush();
  }
  await flush();
  return rows;
}

function stagedRow(line: number, { key, name, country, safeguard, tag }: ContactRow): StagedRowsTable {
  return {
    line,
    contact: key,
    domain: key.slice(key.lastIndexOf('@') + 1),
    name: name ?? null,
    country: country ?? null,
    safeguard: safeguard?.kind ?? null,
    safeguard_until: safeguard?.until ?? null,
    purpose: tag?.purpose ?? null,
    source: tag ? tag.source ?? '' : null,
    status: tag?.status ?? null,
    basis: tag?.basis ?? null,
    obtained: tag?.obtained ?? null,
    confirmed: tag?.confirmed ?? null,
    withdrawn: tag?.withdrawn ?? null,
    expires: tag?.expires ?? null,
    evidence: tag?.evidence ?? null,
    from_sale: numberOf(tag?.fromSale),
    similar_goods: numberOf(tag?.similarGoods),
    told_at_collection: numberOf(tag?.toldAtCollection),
  };
}

/** SQLite takes no booleans. */
function numberOf(answer: boolean | undefined): number | null {
  return answer === undefined ? null : Number(answer);
}

/** Rows that are fine alone and not together; each is reported on its own line, against the first of its kind. */
async function contradictions(db: Kysely<Tables>): Promise<readonly ContactFileProblem[]> {
  const sameTag = await db
    .selectFrom('staged_rows as row')
    .innerJoin(
      (from) => from.selectFrom('staged_rows').where('purpose', 'is not', null)
        .select(['contact', 'purpose', 'source', ({ fn }) => fn.min('line').as('line')])
        .groupBy(['contact', 'purpose', 'source'])
        .having(({ fn }) => fn.countAll(), '>', 1)
        .as('first'),
      (join) => join.onRef('first.contact', '=', 'row.contact').onRef('first.purpose', '=', 'row.purpose').onRef('first.source', '=', 'row.source'),
    )
    .whereRef('row.line', '>', 'first.line')
    .select(['row.line', 'first.line as firstLine'])
    .orderBy('row.line')
    .execute();

  const otherCountry = await db
    .selectFrom('staged_rows as row')
    .innerJoin(
      (from) => from.selectFrom('staged_rows').where('country', 'is not', null)
        .select(['contact', ({ fn }) => fn.min('line').as('line')])
        .groupBy('contact')
        .having(({ fn }) => fn.count('country').distinct(), '>', 1)
        .as('first'),
      (join) => join.onRef('first.contact', '=', 'row.contact'),
    )
    .innerJoin('staged_rows as earlier', 'earlier.line', 'first.line')
    .whereRef('row.country', '<>', 'earlier.country')
    .select(['row.line', 'row.country', 'earlier.country as firstCountry', 'first.line as firstLine'])
    .orderBy('row.line')
    .execute();

  const otherSafeguard = await db
    .selectFrom('staged_rows as row')
    .innerJoin(
      (from) => from.selectFrom('staged_rows').where('safeguard', 'is not', null).select(['contact', ({ fn }) => fn.min('line').as('line')]).groupBy('contact').as('first'),
      (join) => join.onRef('first.contact', '=', 'row.contact').onRef('row.line', '>', 'first.line'),
    )
    .innerJoin('staged_rows as earlier', 'earlier.line', 'first.line')
    .where('row.safeguard', 'is not', null)
    .where(({ eb, fn, or, ref, val }) => or([
      eb('row.safeguard', '<>', ref('earlier.safeguard')),
      eb(fn.coalesce('row.safeguard_until', val('')), '<>', fn.coalesce('earlier.safeguard_until', val(''))),
    ]))
    .select(['row.line', 'first.line as firstLine'])
    .orderBy('row.line')
    .execute();

  return [
    ...sameTag.map(({ line, firstLine }) => ({ line, problem: { column: 'address', expected: 'one row for each person, purpose and source', found: `the same three as in line ${firstLine}` } } as const)),
    ...otherCountry.map(({ line, country, firstCountry, firstLine }) => ({ line, problem: { column: 'country', expected: `${firstCountry} as in line ${firstLine}`, found: JSON.stringify(country) } } as const)),
    ...otherSafeguard.map(({ line, firstLine }) => ({ line, problem: { column: 'safeguard', expected: `the same safeguard, and the same end, as in line ${firstLine}`, found: 'another' } } as const)),
  ];
}

async function takeOver(db: Kysely<Tables>): Promise<{ readonly people: number; readonly tags: number }> {
  return db.transaction().execute(async (transaction) => {
    // First, so that another import waits here until this one is done.
    await raiseContactsVersion(transaction);
    const people = await transaction
      .insertInto('contacts')
      .columns(['key', 'domain', 'name', 'country', 'safeguard', 'safeguard_until'])
      .expression((from) => from
        .selectFrom('staged_rows as row')
        .leftJoin(
          (each) => each.selectFrom('staged_rows').where('name', 'is not', null).select(['contact', ({ fn }) => fn.min('line').as('line')]).groupBy('contact').as('first'),
          (join) => join.onRef('first.contact', '=', 'row.contact'),
        )
        .leftJoin('staged_rows as named', 'named.line', 'first.line')
        .select(({ fn }) => [
          'row.contact', fn.max('row.domain').as('domain'), fn.max('named.name').as('name'), fn.max('row.country').as('country'),
          fn.max('row.safeguard').as('safeguard'), fn.max('row.safeguard_until').as('safeguard_until'),
        ])
        .where('row.line', '>', 0) // SQLite needs a WHERE to tell ON CONFLICT from a join condition.
        .groupBy('row.contact'))
      .onConflict((conflict) => conflict.column('key').doUpdateSet(({ eb, fn, ref }) => ({
        name: fn.coalesce(ref('excluded.name'), ref('contacts.name')),
        country: fn.coalesce(ref('excluded.country'), ref('contacts.country')),
        safeguard: fn.coalesce(ref('excluded.safeguard'), ref('contacts.safeguard')),
        safeguard_until: eb.case().when('excluded.safeguard', 'is', null).then(ref('contacts.safeguard_until')).else(ref('excluded.safeguard_until')).end(),
      })))
      .executeTakeFirstOrThrow();
    const tags = await transaction
      .insertInto('consent_tags')
      .columns(['contact', 'purpose', 'source', 'status', 'basis', 'obtained', 'confirmed', 'withdrawn', 'expires', 'evidence', 'from_sale', 'similar_goods', 'told_at_collection'])
      .expression((from) => from
        .selectFrom('staged_rows')
        .where('purpose', 'is not', null)
        .select(['contact', 'purpose', 'source', 'status', 'basis', 'obtained', 'confirmed', 'withdrawn', 'expires', 'evidence', 'from_sale', 'similar_goods', 'told_at_collection'])
        .$narrowType<{ purpose: string; source: string; status: string; basis: string }>())
      .onConflict((conflict) => conflict.columns(['contact', 'purpose', 'source']).doUpdateSet(({ ref }) => ({
        status: ref('excluded.status'),
        basis: ref('excluded.basis'),
        obtained: ref('excluded.obtained'),
        confirmed: ref('excluded.confirmed'),
        withdrawn: ref('excluded.withdrawn'),
        expires: ref('excluded.expires'),
        evidence: ref('excluded.evidence'),
        from_sale: ref('excluded.from_sale'),
        similar_goods: ref('excluded.similar_goods'),
        told_at_collection: ref('excluded.told_at_collection'),
      })))
      .executeTakeFirstOrThrow();
    return { people: Number(people.numInsertedOrUpdatedRows), tags: Number(tags.numInsertedOrUpdatedRows) };
  });
}
