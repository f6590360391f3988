import { sql } from 'kysely';
import { SEVERITIES } from '../core/rule';
import type { SentRecord } from '../wire/record';
import type { Store } from './open-store';
import { dayOf, weekOf } from './weeks';

/** Rows written with one statement. */
const ROWS_AT_ONCE = 300;

/** Rows deleted with one statement, so that nobody waits long behind it. */
const DELETED_AT_ONCE = 5000;

/**
 * Takes records down, all or none; one that is there already stays as it is. What is counted is the week in which they
 * come in, so a week that is over never changes. `now` in milliseconds since 1970, UTC. Rejects when the
 * database does not answer.
 */
export async function putRecords(store: Store, records: readonly SentRecord[], now: number): Promise<void> {
  const received = dayOf(now);
  const week = weekOf(now);
  // Sorted, because two programs that lock the same rows in different order would wait for each other.
  const byId = [...new Map(records.map((record) => [record.id, record])).values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  await store.db.transaction().execute(async (transaction) => {
    for (let start = 0; start < byId.length; start += ROWS_AT_ONCE) {
      const some = byId.slice(start, start + ROWS_AT_ONCE);
      const added = await transaction
        .insertInto('records')
        .values(some.map(({ outcomes, kind, policyOrigin, sender = null, ...record }) => ({ ...record, item: kind, policy_origin: policyOrigin, sender, received, week, gravest: gravestOf(outcomes) })))
        .onConflict((conflict) => conflict.column('id').doNothing())
        .returning('id')
        .execute();
      const isNew = new Set(added.map(({ id }) => id));
      const outcomes = some.filter(({ id }) => isNew.has(id)).flatMap(({ id, outcomes: each }) => each.map((outcome) => ({ ...outcome, record: id, observed: Number(outcome.observed) })));
      for (let from = 0; from < outcomes.length; from += ROWS_AT_ONCE) await transaction.insertInto('record_outcomes').values(outcomes.slice(from, from + ROWS_AT_ONCE)).execute();
    }
  });
}

/** The severity of the gravest finding that the sender saw. */
function gravestOf(outcomes: SentRecord['outcomes']): string {
  const found = outcomes.filter(({ outcome, observed }) => outcome === 'failed' && !observed).map(({ severity }) => SEVERITIES.indexOf(severity));
  return found.length === 0 ? 'none' : SEVERITIES[Math.max(...found)] as string;
}

/** Deletes the records of weeks before that one. Gives how many. Rejects when the database does not answer. */
export async function forgetRecordsBefore(store: Store, week: string): Promise<number> {
  return inPortions(() => store.db
    .deleteFrom('records')
    .where('id', 'in', (from) => from.selectFrom('records').select('id').where('week', '<', week).limit(DELETED_AT_ONCE))
    .executeTakeFirstOrThrow()
    .then(({ numDeletedRows }) => numDeletedRows));
}

/** Forgets who sent what came in before that day; null: all of it. Gives of how many records. Rejects when the database does not answer. */
export async function forgetSendersBefore(store: Store, day: string | null): Promise<number> {
  return inPortions(() => store.db
    .updateTable('records')
    .set({ sender: null })
    .where('id', 'in', (from) => from.selectFrom('records').select('id').where('sender', 'is not', null).$if(day !== null, (query) => query.where('received', '<', day as string)).limit(DELETED_AT_ONCE))
    .executeTakeFirstOrThrow()
    .then(({ numUpdatedRows }) => numUpdatedRows));
}

async function inPortions(portion: () => Promise<bigint>): Promise<number> {
  let all = 0;
  for (;;) {
    const rows = Number(await portion());
    all += rows;
    if (rows < DELETED_AT_ONCE) return all;
    await new Promise((resume) => setImmediate(resume));
  }
}

/** Weeks that records have come in, the oldest first. Rejects when the database does not answer. */
export async function weeksWithRecords(store: Store): Promise<readonly string[]> {
  // One look-up in the index for each week, where `distinct` would go through every record.
  const weeks: string[] = [];
  for (let last = ''; ;) {
    const { next } = await store.db.selectFrom('records').select(({ fn }) => fn.min('week').as('next')).where('week', '>', last).executeTakeFirstOrThrow() as { next: string | null };
    if (next === null) return weeks;
    weeks.push(next);
    last = next;
  }
}

/** How often what came in on one day. */
export interface DayCounts {
  readonly records: readonly { readonly event: string; readonly action: string; readonly acknowledged: string; readonly client: string; readonly gravest: string; readonly count: number; readonly recipients: number; readonly external: number; readonly visible: number }[];
  /** Of records made on Send. */
  readonly outcomes: readonly { readonly rule: string; readonly outcome: string; readonly observed: number; readonly count: number }[];
}

/** Rejects when the database does not answer. */
export async function countsOf(store: Store, day: string): Promise<DayCounts> {
  const count = sql<number>`count(*)`.as('count');
  const records = await store.db
    .selectFrom('records')
    .where('received', '=', day)
    .select(({ fn }) => ['event', 'action', 'acknowledged', 'client', 'gravest', count, fn.sum<number>('recipients').as('recipients'), fn.sum<number>('external').as('external'), fn.sum<number>('visible').as('visible')])
    .groupBy(['event', 'action', 'acknowledged', 'client', 'gravest'])
    .execute();
  const outcomes = await store.db
    .selectFrom('records')
    .innerJoin('record_outcomes as found', 'found.record', 'records.id')
    .where('records.received', '=', day)
    .where('records.event', '=', 'send')
    .select(['found.rule', 'found.outcome', 'found.observed', count])
    .groupBy(['found.rule', 'found.outcome', 'found.observed'])
    .execute();
  return { records: records.map((row) => ({ ...row, recipients: Number(row.recipients), external: Number(row.external), visible: Number(row.visible) })), outcomes };
}
