import { chownSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { sql } from 'kysely';
import { contactDomains } from '../../src/store/contact-domains';
import { contactsByKey, isAnswering } from '../../src/store/contacts';
import { hashingKeys, rotateKey } from '../../src/store/hashing-key';
import { importContacts } from '../../src/store/import-contacts';
import { openStore } from '../../src/store/open-store';
import { StoreFailure } from '../../src/store/store-failure';
import { runProgram } from '../programs/run-program';
import { ENGINES, testFolder } from './folder';

describe.each(ENGINES)('on %s', (engine) => {
  const folder = testFolder(engine);

  test('tags belong to people', async () => {
    const store = await folder.store();
    const orphan = { contact: 'nobody@oak.example', purpose: 'newsletter', source: '', status: 'granted', basis: 'consent' };
    const code = engine === 'SQLite' ? 'SQLITE_CONSTRAINT_FOREIGNKEY' : '23503';
    await expect(store.db.insertInto('consent_tags').values(orphan).execute()).rejects.toMatchObject({ code });
  });

  test('opening again keeps what is there', async () => {
    const first = await openStore(await folder.database());
    await importContacts(first, folder.file('c.csv', 'address,country\nanna@oak.example,DE\n'));
    await first.close();
    const second = await folder.store();
    expect((await contactsByKey(second, ['anna@oak.example'])).get('anna@oak.example')).toEqual({ known: true, value: { record: 'known', country: 'DE', tags: [] } });
  });

  test('several programs may start at once on a database that is not there yet', async () => {
    const program = `require('./src/store/open-store.ts').openStore(${JSON.stringify(await folder.database())}).then((store) => store.close())`;
    const runs = await Promise.all(['a', 'b', 'c', 'd'].map(() => runProgram(['-e', program]).ended));
    expect(runs).toEqual(runs.map(() => ({ status: 0, signal: null, stdout: '', stderr: '' })));
    expect(await isAnswering(await folder.store())).toBe(true);
  }, 60_000);

  test('one made by a newer version is left alone', async () => {
    const store = await openStore(await folder.database());
    await sql`insert into kysely_migration values ('999-later', '2030-01-01T00:00:00.000Z')`.execute(store.db);
    await store.close();
    await expect(openStore(await folder.database())).rejects.toThrow(/was made by a newer version of Umsicht/);
  });

  test('a migration that fails half-way leaves no half-made tables behind', async () => {
    const store = await openStore(await folder.database());
    for (const table of ['hashing_keys', 'record_reports', 'record_outcomes', 'records', 'counters', 'correspondence', 'consent_tags', 'contacts', 'kysely_migration'] as const) await sql`drop table ${sql.table(table)}`.execute(store.db);
    await sql`create table consent_tags (in_the_way text)`.execute(store.db);
    await store.close();
    await expect(openStore(await folder.database())).rejects.toThrow(StoreFailure);
    await expect(openStore(await folder.database())).rejects.toThrow(/holds tables of another program/);
    expect(await tablesIn(await folder.database())).toEqual(['consent_tags']);
  });

  test('a database of the first version keeps its contacts, each with the domain of its address', async () => {
    const first = await openStore(await folder.database());
    for (const table of ['hashing_keys', 'record_reports', 'record_outcomes', 'records', 'counters', 'correspondence', 'consent_tags', 'contacts'] as const) await sql`drop table ${sql.table(table)}`.execute(first.db);
    for (const statement of [
      `delete from kysely_migration where name <> '001-contacts-and-consent-tags'`,
      'create table contacts (key text not null primary key, name text, country text)',
      `create table consent_tags (contact text not null references contacts (key) on delete cascade, purpose text not null, source text not null, status text not null,
        basis text not null, obtained text, confirmed text, withdrawn text, expires text, evidence text, constraint consent_tags_once primary key (contact, purpose, source))`,
      `insert into contacts values ('anna@oak.example', 'Anna Eichner', 'DE'), ('"an@na"@oak.example', null, null), ('ben@[192.168.0.1]', null, null)`,
      `insert into consent_tags (contact, purpose, source, status, basis) values ('anna@oak.example', 'newsletter', '', 'granted', 'consent')`,
    ]) await sql.raw(statement).execute(first.db);
    await first.close();

    const store = await folder.store();
    expect((await contactsByKey(store, ['anna@oak.example'])).get('anna@oak.example')).toEqual({
      known: true, value: { record: 'known', name: 'Anna Eichner', country: 'DE', tags: [{ purpose: 'newsletter', status: 'granted', basis: 'consent' }] },
    });
    expect(await contactDomains(store)).toEqual([{ domain: 'oak.example', contacts: 2 }, { domain: '[192.168.0.1]', contacts: 1 }]);
  });

  test('names and addresses are sorted by their bytes, whatever the server thinks of languages', async () => {
    const store = await folder.store();
    await importContacts(store, folder.file('c.csv', 'address\na@zeder.example\na@ähre.example\na@Ahorn.example\na@a-z.example\na@ab.example\n'));
    expect((await contactDomains(store)).map(({ domain }) => domain)).toEqual(['a-z.example', 'ab.example', 'ahorn.example', 'xn--hre-pla.example', 'zeder.example']);
    await store.db.insertInto('counters').values(['a', 'B', 'ä', 'Z', '_'].map((name) => ({ name, value: 1 }))).execute();
    expect((await store.db.selectFrom('counters').select('name').where('name', '<>', 'contacts').orderBy('name').execute()).map(({ name }) => name)).toEqual(['B', 'Z', '_', 'a', 'ä']);
  });

  test('rows are counted in numbers, also beyond 32 bits', async () => {
    const store = await folder.store();
    await importContacts(store, folder.file('c.csv', 'address\nanna@oak.example\n'));
    const { count } = await store.db.selectFrom('contacts').select(({ fn }) => fn.countAll<number>().as('count')).executeTakeFirstOrThrow();
    expect(count).toBe(1);
    expect((await sql<{ big: number }>`select cast(9007199254740991 as bigint) as big`.execute(store.db)).rows).toEqual([{ big: 9_007_199_254_740_991 }]);
  });

  test('what runs alone is not seen half-done, and is taken back when it fails', async () => {
    const store = await folder.store();
    const put = (name: string, fail: boolean): Promise<void> => store.alone(async (db) => {
      await db.insertInto('counters').values({ name, value: 1 }).execute();
      await sql`create table ${sql.table(name)} (a integer)`.execute(db);
      if (fail) throw new Error('thought better of it');
    });
    await put('kept', false);
    await expect(put('dropped', true)).rejects.toThrow('thought better of it');
    expect(await store.db.selectFrom('counters').select('name').execute()).toEqual([{ name: 'kept' }]);
    const tables = await tablesIn(await folder.database());
    expect([tables.includes('kept'), tables.includes('dropped')]).toEqual([true, false]);
  });
});

/** Through a connection of its own, since a StoreFailure leaves none. */
async function tablesIn(place: Parameters<typeof openStore>[0]): Promise<readonly string[]> {
  if (place.engine === 'sqlite') {
    const sqlite = new Database(place.file, { readonly: true });
    const rows = sqlite.prepare<[], { name: string }>(`select name from sqlite_master where type = 'table' order by name`).all();
    sqlite.close();
    return rows.map(({ name }) => name);
  }
  const { sharedPostgres } = await import('./postgres-server');
  const rows = await (await sharedPostgres()).query(`select table_name as name from information_schema.tables where table_schema = 'public' order by 1`, place.database);
  return rows.map(({ name }) => String(name));
}

describe('an embedded database', () => {
  const folder = testFolder();
  const openFile = (file: string) => openStore({ engine: 'sqlite', file });

  test('is made on first start, with its folder, for this user only', async () => {
    const store = await folder.store('new/deeper/umsicht.sqlite');
    expect(await isAnswering(store)).toBe(true);
    const file = folder.path('new/deeper/umsicht.sqlite');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(dirname(file)).mode & 0o777).toBe(0o700);
  });

  test('has on the disk what was committed', async () => {
    const store = await folder.store();
    const value = async (name: string): Promise<unknown> => Object.values((await sql.raw<object>(`pragma ${name}`).execute(store.db)).rows[0] ?? {})[0];
    expect(await value('journal_mode')).toBe('wal');
    expect(await value('synchronous')).toBe(2);
    expect(await value('foreign_keys')).toBe(1);
  });

  test('that is none is named, with the reason', async () => {
    const file = folder.file('letter.sqlite', 'Dear Sir or Madam, this is a letter and no database. '.repeat(40));
    await expect(openFile(file)).rejects.toThrow(`The database ${file} is no SQLite database.`);
  });

  (process.getuid?.() === 0 ? test : test.skip)('that root makes belongs to whom its folder belongs, as does the key, so that the service can be started afterwards', async () => {
    const owner = 65_534;
    mkdirSync(folder.path('data'));
    chownSync(folder.path('data'), owner, owner);
    const store = await folder.store('data/umsicht.sqlite');
    await importContacts(store, folder.file('c.csv', 'address\nanna@oak.example\n'));
    hashingKeys(folder.path('data'));
    const owners = (): readonly string[] => readdirSync(folder.path('data')).sort().map((name) => `${name} ${statSync(folder.path(`data/${name}`)).uid}`);
    const expected = ['correspondence.key', 'umsicht.sqlite', 'umsicht.sqlite-shm', 'umsicht.sqlite-wal'].map((name) => `${name} ${owner}`);
    expect(owners()).toEqual(expected);
    rotateKey(folder.path('data'), '2026-11-24');
    expect(owners()).toEqual(expected);
  });

  test('that is a folder is named, with the reason', async () => {
    const file = folder.path('umsicht.sqlite');
    await (await openFile(`${file}/inner.sqlite`)).close();
    await expect(openFile(file)).rejects.toThrow(`The database ${file} cannot be opened`);
  });

  test('that is damaged is named, with the reason', async () => {
    const file = folder.path('umsicht.sqlite');
    await (await openFile(file)).close();
    const sqlite = new Database(file);
    const [header] = [sqlite.serialize().subarray(0, 100)];
    sqlite.close();
    writeFileSync(file, Buffer.concat([header, Buffer.alloc(36_864 - 100, 0xab)]));
    await expect(openFile(file)).rejects.toThrow(StoreFailure);
  });
});
