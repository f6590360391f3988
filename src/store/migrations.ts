import type { Kysely, Migration, MigrationProvider } from 'kysely';

/** Migrations by name, run in the order of their names. One that has been released is never changed. */
const MIGRATIONS: { readonly [name: string]: Migration } = {
  '001-contacts-and-consent-tags': {
    async up(db: Kysely<unknown>): Promise<void> {
      await db.schema
        .createTable('contacts')
        .addColumn('key', 'text', (column) => column.primaryKey().notNull())
        .addColumn('name', 'text')
        .addColumn('country', 'text')
        .execute();
      await db.schema
        .createTable('consent_tags')
        .addColumn('contact', 'text', (column) => column.notNull().references('contacts.key').onDelete('cascade'))
        .addColumn('purpose', 'text', (column) => column.notNull())
        .addColumn('source', 'text', (column) => column.notNull())
        .addColumn('status', 'text', (column) => column.notNull())
        .addColumn('basis', 'text', (column) => column.notNull())
        .addColumn('obtained', 'text')
        .addColumn('confirmed', 'text')
        .addColumn('withdrawn', 'text')
        .addColumn('expires', 'text')
        .addColumn('evidence', 'text')
        .addPrimaryKeyConstraint('consent_tags_once', ['contact', 'purpose', 'source'])
        .execute();
    },
  },
};

export const migrationProvider: MigrationProvider = {
  async getMigrations() {
    return MIGRATIONS;
  },
};
