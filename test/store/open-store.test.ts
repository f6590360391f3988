import { statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { contactDomains } from '../../src/store/contact-domains';
import { contactsByKey, isAnswering } from '../../src/store/contacts';
import { importContacts } from '../../src/store/import-contacts';
import { openStore, StoreFailure } from '../../src/store/open-store';
import { runProgram } from '../programs/run-program';
import { testFolder } from './folder';

const folder = testFolder();

test('the database is made on first start, with its folder, for this user only', async () => {
  const store = await folder.store('new/deeper/umsicht.sqlite');
  expect(await isAnswering(store)).toBe(true);
  const file = folder.path('new/deeper/umsicht.sqlite');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(statSync(dirname(file)).mode & 0o777).toBe(0o700);
});

test('what was committed is on the disk, and tags belong to people', async () => {
  const store = await folder.store();
  const value = async (name: string) => Object.values((await store.db.executeQuery<object>({ sql: `pragma ${name}`, parameters: [], query: { kind: 'RawNode', sqlFragments: [], parameters: [] }, queryId: { queryId: name } })).rows[0] ?? {})[0];
  expect(await value('journal_mode')).toBe('wal');
  expect(await value('synchronous')).toBe(2);
  expect(await value('foreign_keys')).toBe(1);
  const orphan = { contact: 'nobody@oak.example', purpose: 'newsletter', source: '', status: 'granted', basis: 'consent' };
  await expect(store.db.insertInto('consent_tags').values(orphan).execute()).rejects.toMatchObject({ code: 'SQLITE_CONSTRAINT_FOREIGNKEY' });
});

test('opening again keeps what is there', async () => {
  const first = await openStore(folder.path('umsicht.sqlite'));
  await importContacts(first, folder.file('c.csv', 'address,country\nanna@oak.example,DE\n'));
  await first.close();
  const second = await folder.store();
  expect((await contactsByKey(second, ['anna@oak.example'])).get('anna@oak.example')).toEqual({ known: true, value: { record: 'known', country: 'DE', tags: [] } });
});

test('several programs may start at once on a database that is not there yet', async () => {
  const file = folder.path('umsicht.sqlite');
  const program = `require('./src/store/open-store.ts').openStore(${JSON.stringify(file)}).then((store) => store.close())`;
  const runs = await Promise.all(['a', 'b', 'c'].map(() => runProgram(['-e', program]).ended));
  expect(runs).toEqual(runs.map(() => ({ status: 0, signal: null, stdout: '', stderr: '' })));
  expect(await isAnswering(await folder.store())).toBe(true);
}, 30_000);

describe('a file that cannot be used is named, with the reason', () => {
  test('no database', async () => {
    const file = folder.file('letter.sqlite', 'Dear Sir or Madam, this is a letter and no database. '.repeat(40));
    await expect(openStore(file)).rejects.toThrow(`The database ${file} is no SQLite database.`);
  });

  test('a folder', async () => {
    const file = folder.path('umsicht.sqlite');
    await (await openStore(`${file}/inner.sqlite`)).close();
    await expect(openStore(file)).rejects.toThrow(`The database ${file} cannot be opened`);
  });

  test('made by a newer version', async () => {
    const file = folder.path('umsicht.sqlite');
    await (await openStore(file)).close();
    const sqlite = new Database(file);
    sqlite.exec(`insert into kysely_migration values ('999-later', '2030-01-01T00:00:00.000Z')`);
    sqlite.close();
    await expect(openStore(file)).rejects.toThrow(/newer version/);
  });

  test('damaged', async () => {
    const file = folder.path('umsicht.sqlite');
    await (await openStore(file)).close();
    const sqlite = new Database(file);
    const [header] = [sqlite.serialize().subarray(0, 100)];
    sqlite.close();
    writeFileSync(file, Buffer.concat([header, Buffer.alloc(36_864 - 100, 0xab)]));
    await expect(openStore(file)).rejects.toThrow(StoreFailure);
  });
});

test('a migration that fails half-way leaves no half-made tables behind', async () => {
  const file = folder.path('umsicht.sqlite');
  const sqlite = new Database(file);
  sqlite.exec('create table consent_tags (in_the_way text)');
  sqlite.close();
  await expect(openStore(file)).rejects.toThrow(StoreFailure);
  const after = new Database(file);
  expect(after.prepare(`select name from sqlite_master where type = 'table'`).all()).toEqual([{ name: 'consent_tags' }]);
  after.close();
});

test('a database of the first version keeps its contacts, each with the domain of its address', async () => {
  const sqlite = new Database(folder.path('umsicht.sqlite'));
  sqlite.exec(`
    create table kysely_migration (name varchar(255) not null primary key, timestamp varchar(255) not null);
    create table kysely_migration_lock (id varchar(255) not null primary key, is_locked integer not null default 0);
    insert into kysely_migration values ('001-contacts-and-consent-tags', '2026-01-01T00:00:00.000Z');
    insert into kysely_migration_lock values ('migration_lock', 0);
    create table contacts (key text not null primary key, name text, country text);
    create table consent_tags (contact text not null references contacts (key) on delete cascade, purpose text not null, source text not null, status text not null,
      basis text not null, obtained text, confirmed text, withdrawn text, expires text, evidence text, constraint consent_tags_once primary key (contact, purpose, source));
    insert into contacts values ('anna@oak.example', 'Anna Eichner', 'DE'), ('"an@na"@oak.example', null, null), ('ben@[192.168.0.1]', null, null);
    insert into consent_tags (contact, purpose, source, status, basis) values ('anna@oak.example', 'newsletter', '', 'granted', 'consent');
  `);
  sqlite.close();
  const store = await folder.store();
  expect((await contactsByKey(store, ['anna@oak.example'])).get('anna@oak.example')).toEqual({
    known: true, value: { record: 'known', name: 'Anna Eichner', country: 'DE', tags: [{ purpose: 'newsletter', status: 'granted', basis: 'consent' }] },
  });
  expect(await contactDomains(store)).toEqual([{ domain: 'oak.example', contacts: 2 }, { domain: '[192.168.0.1]', contacts: 1 }]);
});
