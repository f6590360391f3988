import { type CreateTableBuilder, type Kysely, type Migration, sql } from 'kysely';
import type { Dialect } from './opened-database';

/** Migrations by name, run in the order of their names. One that has been released is never changed. */
export function migrationsIn(dialect: Dialect): { readonly [name: string]: Migration } {
  const text = sql.raw(dialect.text);
  return {
    '001-contacts-and-consent-tags': {
      async up(db: Kysely<unknown>): Promise<void> {
        await db.schema
          .createTable('contacts')
          .addColumn('key', text, (column) => column.primaryKey().notNull())
          .addColumn('name', text)
          .addColumn('country', text)
          .execute();
        await db.schema
          .createTable('consent_tags')
          .addColumn('contact', text, (column) => column.notNull().references('contacts.key').onDelete('cascade'))
          .addColumn('purpose', text, (column) => column.notNull())
          .addColumn('source', text, (column) => column.notNull())
          .addColumn('status', text, (column) => column.notNull())
          .addColumn('basis', text, (column) => column.notNull())
          .addColumn('obtained', text)
          .addColumn('confirmed', text)
          .addColumn('withdrawn', text)
          .addColumn('expires', text)
          .addColumn('evidence', text)
          .addPrimaryKeyConstraint('consent_tags_once', ['contact', 'purpose', 'source'])
          .execute();
      },
    },
    '002-safeguards-sales-domains-and-correspondence': {
      async up(db: Kysely<unknown>): Promise<void> {
        for (const column of ['domain', 'safeguard', 'safeguard_until'] as const) await db.schema.alterTable('contacts').addColumn(column, text).execute();
        for (const column of ['from_sale', 'similar_goods', 'told_at_collection'] as const) await db.schema.alterTable('consent_tags').addColumn(column, 'integer').execute();
        // Everything but @ is taken off the end; what is left reaches up to the last @.
        await sql`update contacts set domain = substr(key, length(rtrim(key, replace(key, '@', ''))) + 1)`.execute(db);
        await db.schema.createIndex('contacts_by_domain').on('contacts').column('domain').execute();
        await db.schema
          .createTable('correspondence')
          .addColumn('hash', text, (column) => column.primaryKey().notNull())
          .addColumn('first_day', text, (column) => column.notNull())
          .addColumn('last_day', text, (column) => column.notNull())
          .execute();
        await db.schema.createIndex('correspondence_by_last_day').on('correspondence').column('last_day').execute();
        await db.schema
          .createTable('counters')
          .addColumn('name', text, (column) => column.primaryKey().notNull())
          .addColumn('value', 'integer', (column) => column.notNull())
          .execute();
      },
    },
    '003-records': {
      async up(db: Kysely<unknown>): Promise<void> {
        const needed = ['received', 'week', 'day', 'event', 'item', 'client', 'action', 'acknowledged', 'policy', 'policy_origin', 'gravest'] as const;
        let records = db.schema.createTable('records').addColumn('id', text, (column) => column.primaryKey().notNull()) as CreateTableBuilder<string, string>;
        for (const column of needed) records = records.addColumn(column, text, (each) => each.notNull());
        for (const column of ['recipients', 'external', 'visible'] as const) records = records.addColumn(column, 'integer', (each) => each.notNull());
        await records.addColumn('sender', text).execute();
        await db.schema.createIndex('records_by_week').on('records').column('week').execute();
        await db.schema.createIndex('records_by_received').on('records').column('received').execute();
        await db.schema.createIndex('records_with_sender').on('records').column('received').where(sql.ref('sender'), 'is not', null).execute();
        await db.schema
          .createTable('record_outcomes')
          .addColumn('record', text, (column) => column.notNull().references('records.id').onDelete('cascade'))
          .addColumn('rule', text, (column) => column.notNull())
          .addColumn('outcome', text, (column) => column.notNull())
          .addColumn('severity', text, (column) => column.notNull())
          .addColumn('observed', 'integer', (column) => column.notNull())
          .addPrimaryKeyConstraint('record_outcomes_once', ['record', 'rule'])
          .execute();
        await db.schema
          .createTable('record_reports')
          .addColumn('week', text, (column) => column.primaryKey().notNull())
          .addColumn('report', text, (column) => column.notNull())
          .execute();
      },
    },
    '004-hashing-keys': {
      async up(db: Kysely<unknown>): Promise<void> {
        await db.schema
          .createTable('hashing_keys')
          .addColumn('fingerprint', text, (column) => column.primaryKey().notNull())
          .addColumn('last_day', text, (column) => column.notNull())
          .execute();
      },
    },
  };
}
