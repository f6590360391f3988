import { renameSync, writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { contactsByKey, isAnswering } from '../../src/store/contacts';
import { hashesOnRecord, putOnRecord } from '../../src/store/correspondence';
import { testFolder } from './folder';

const folder = testFolder();

test('while another program writes, who reads is answered, and who writes waits without holding up anybody', async () => {
  const store = await folder.store();
  const other = new Database(folder.path('data/umsicht.sqlite'));
  other.exec(`begin immediate; insert into contacts (key, country) values ('anna@oak.example', 'DE')`);
  let isWritten = false;
  const writing = putOnRecord(store, ['hash'], '2026-11-24').then(() => { isWritten = true; });
  const alone = store.alone(async () => undefined);
  expect((await contactsByKey(store, ['anna@oak.example'])).get('anna@oak.example')).toMatchObject({ value: { record: 'unknown' } });
  expect([isWritten, (await hashesOnRecord(store, ['hash'])).size]).toEqual([false, 0]);
  other.exec('commit');
  await Promise.all([writing, alone]);
  expect((await contactsByKey(store, ['anna@oak.example'])).get('anna@oak.example')).toMatchObject({ value: { country: 'DE' } });
  expect((await hashesOnRecord(store, ['hash'])).size).toBe(1);
  other.close();
});

test('a database that is closed while somebody waits to write is closed after them', async () => {
  const store = await folder.store();
  const other = new Database(folder.path('data/umsicht.sqlite'));
  other.exec('begin immediate');
  const writing = putOnRecord(store, ['hash'], '2026-11-24');
  await hashesOnRecord(store, ['hash']);
  const closed = store.close();
  other.exec('commit');
  await Promise.all([writing, closed]);
  expect(other.prepare('select count(*) as rows from correspondence').get()).toEqual({ rows: 1 });
  other.close();
});

test('a transaction that only reads keeps nobody from writing', async () => {
  const store = await folder.store();
  const other = new Database(folder.path('data/umsicht.sqlite'), { timeout: 0 });
  await store.db.transaction().setAccessMode('read only').execute(async (snapshot) => {
    expect(await snapshot.selectFrom('correspondence').selectAll().execute()).toEqual([]);
    other.exec(`insert into correspondence values ('hash', '2026-11-24', '2026-11-24')`);
    expect(await snapshot.selectFrom('correspondence').selectAll().execute()).toEqual([]);
  });
  expect((await hashesOnRecord(store, ['hash'])).size).toBe(1);
  other.close();
});

test.each<[string, () => void]>([
  ['moved away', () => undefined],
  ['replaced', () => writeFileSync(folder.path('data/umsicht.sqlite'), '')],
])('a database whose file was %s takes nothing and is not answering, until it is back', async (_, then) => {
  const store = await folder.store();
  renameSync(folder.path('data/umsicht.sqlite'), folder.path('data/away.sqlite'));
  then();
  await expect(putOnRecord(store, ['hash'], '2026-11-24')).rejects.toMatchObject({ code: 'SQLITE_READONLY_DBMOVED' });
  expect(await isAnswering(store)).toBe(false);
  renameSync(folder.path('data/away.sqlite'), folder.path('data/umsicht.sqlite'));
  await putOnRecord(store, ['hash'], '2026-11-24');
  expect((await hashesOnRecord(store, ['hash'])).size).toBe(1);
});
