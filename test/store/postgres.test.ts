import { dirname, join } from 'node:path';
import { inspect } from 'node:util';
import { sql } from 'kysely';
import { contactsVersion } from '../../src/store/contact-domains';
import { contactsByKey, countContacts, isAnswering } from '../../src/store/contacts';
import { hashesOnRecord, putOnRecord } from '../../src/store/correspondence';
import { importContacts } from '../../src/store/import-contacts';
import { IN_TIME, openStore, type Store, UNLIMITED } from '../../src/store/open-store';
import type { PostgresPlace, PostgresTls } from '../../src/store/postgres-url';
import { StoreFailure } from '../../src/store/store-failure';
import { ANOTHER_AUTHORITY_FILE, AUTHORITY_FILE } from '../connectors/ldap-server';
import { testFolder } from './folder';
import { ownPostgres, type PostgresServer } from './postgres-server';

const folder = testFolder();
let server: PostgresServer;
let place: PostgresPlace;
beforeAll(async () => {
  server = await ownPostgres({ durable: true, certificate: join(dirname(AUTHORITY_FILE), 'server.pem'), key: join(dirname(AUTHORITY_FILE), 'server.key') });
}, 600_000);
afterAll(() => server.remove());
beforeEach(async () => {
  await server.start();
  place = server.place(await server.freshDatabase());
});

const opened: Store[] = [];
const open = async (at: PostgresPlace = place, options = IN_TIME): Promise<Store> => {
  const store = await openStore(at, options);
  opened.push(store);
  return store;
};
afterEach(async () => {
  for (const store of opened.splice(0)) await store.close();
});

const HEADER = 'address,country,purpose,status,basis';
const people = (count: number): string => folder.file('people.csv', [HEADER, ...Array.from({ length: count }, (_, index) => `person${index}@oak.example,DE,newsletter,granted,consent`)].join('\n'));
const backendOf = async (store: Store): Promise<number> => (await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(store.db)).rows[0]?.pid as number;

describe('a server that is not there for a while', () => {
  test.each(['stop', 'kill'] as const)('(%s) fails what is asked of it meanwhile, and answers when it is back', async (end) => {
    const store = await open();
    await importContacts(store, people(3));
    await server[end]();
    expect(await isAnswering(store)).toBe(false);
    await expect(contactsByKey(store, ['person1@oak.example'])).rejects.toThrow();
    await server.start();
    expect((await contactsByKey(store, ['person1@oak.example'])).get('person1@oak.example')).toMatchObject({ known: true, value: { record: 'known' } });
  });

  test('takes back what was under way, and the program lives on', async () => {
    const store = await open();
    let begun = (): void => undefined;
    const isBegun = new Promise<void>((resolve) => { begun = resolve; });
    let goOn = (): void => undefined;
    const mayGoOn = new Promise<void>((resolve) => { goOn = resolve; });
    const work = store.db.transaction().execute(async (transaction) => {
      await transaction.insertInto('counters').values({ name: 'half', value: 1 }).execute();
      begun();
      // Nothing is asked of the connection while it breaks.
      await mayGoOn;
      await transaction.insertInto('counters').values({ name: 'other half', value: 1 }).execute();
    });
    await isBegun;
    await server.kill();
    goOn();
    await expect(work).rejects.toThrow();
    await server.start();
    expect(await store.db.selectFrom('counters').selectAll().execute()).toEqual([]);
  });

  test('in the middle of an import leaves the old state, and the next import goes through', async () => {
    const store = await open(place, UNLIMITED);
    await importContacts(store, folder.file('old.csv', `${HEADER}\nanna@oak.example,DE,newsletter,granted,consent\n`));
    let hit = false;
    const work = importContacts(store, people(20_000), {
      onProgress: (read, total) => {
        if (hit || read < total / 2) return;
        hit = true;
        void server.query(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${place.database}'`);
      },
    });
    await expect(work).rejects.toThrow(/terminat/i);
    expect([await countContacts(store), await contactsVersion(store)]).toEqual([1, 1]);
    expect(await importContacts(store, people(20_000))).toMatchObject({ ok: true, people: 20_000 });
    expect([await countContacts(store), await contactsVersion(store)]).toEqual([20_001, 2]);
  });
});

describe('nobody waits for ever', () => {
  test('for a statement that takes too long; the connection is as good as before', async () => {
    const store = await open({ ...place, connections: 1 }, { statementTimeout: 200 });
    const backend = await backendOf(store);
    await expect(sql`select pg_sleep(60)`.execute(store.db)).rejects.toMatchObject({ code: '57014' });
    expect(await backendOf(store)).toBe(backend);
  });

  test('for a server that has stopped dead; the next one who asks gets another connection', async () => {
    const store = await open({ ...place, connections: 1 }, { statementTimeout: 200 });
    const backend = await backendOf(store);
    process.kill(backend, 'SIGSTOP');
    try {
      expect(await isAnswering(store)).toBe(false);
      expect(await isAnswering(store)).toBe(true);
      expect(await backendOf(store)).not.toBe(backend);
    } finally {
      process.kill(backend, 'SIGCONT');
    }
  });

  test('for a connection, when all are in use', async () => {
    const store = await open({ ...place, connections: 1 }, UNLIMITED);
    const busy = sql`select pg_sleep(60)`.execute(store.db).catch((error: unknown) => error);
    await expect(contactsByKey(store, ['anna@oak.example'])).rejects.toThrow(/timeout/);
    await server.query(`select pg_cancel_backend(pid) from pg_stat_activity where query like 'select pg_sleep%'`);
    expect(await busy).toMatchObject({ code: '57014' });
  });

  test('but an import may take as long as it takes', async () => {
    const [limit] = (await sql<{ limit: string }>`select current_setting('statement_timeout') as limit`.execute((await open(place, UNLIMITED)).db)).rows;
    expect(limit).toEqual({ limit: '0' });
  });
});

describe('several programs at once', () => {
  test('put the same people on record, in whatever order, and none waits for the other for ever', async () => {
    const [first, second] = [await open(), await open()];
    const hashes = Array.from({ length: 1200 }, (_, index) => `hash-${String(index).padStart(4, '0')}`);
    for (let round = 0; round < 10; round += 1) {
      await Promise.all([putOnRecord(first, hashes, '2026-11-24'), putOnRecord(second, [...hashes].reverse(), '2026-11-25'), putOnRecord(first, [...hashes.slice(600), ...hashes.slice(0, 600)], '2026-11-25')]);
    }
    expect((await hashesOnRecord(first, hashes)).size).toBe(1200);
  });

  test('import the same people, one after the other', async () => {
    const stores = [await open(place, UNLIMITED), await open(place, UNLIMITED), await open(place, UNLIMITED)];
    const file = people(2000);
    const backwards = folder.file('backwards.csv', [HEADER, ...Array.from({ length: 2000 }, (_, index) => `person${1999 - index}@oak.example,CH,newsletter,withdrawn,consent`)].join('\n'));
    const results = await Promise.all(stores.map((store, index) => importContacts(store, index === 1 ? backwards : file)));
    expect(results).toEqual(results.map(() => ({ ok: true, rows: 2000, people: 2000, tags: 2000 })));
    const states = new Set((await contactsByKey(stores[0] as Store, ['person0@oak.example', 'person1000@oak.example', 'person1999@oak.example'])).values());
    expect(new Set([...states].map((evidence) => evidence.known && `${evidence.value.country} ${evidence.value.tags[0]?.status}`)).size).toBe(1);
    expect(await contactsVersion(stores[0] as Store)).toBe(3);
  });
});

describe('a server that cannot be used is named, with the reason and without the password', () => {
  const tls = (mode: PostgresTls['mode'], authority: string | null = null): PostgresTls => ({ mode, authority, certificate: null, key: null });

  test.each<[string, () => PostgresPlace | Promise<PostgresPlace>, RegExp]>([
    ['a wrong password', () => ({ ...place, password: 'wrong' }), /refuses this user or password\.$/],
    ['no such user', () => ({ ...place, user: 'mara' }), /refuses this user or password\.$/],
    ['no password', () => ({ ...place, password: null }), /asks for a password/],
    ['no such database', () => ({ ...place, database: 'elsewhere' }), /^The database elsewhere on 127\.0\.0\.1:\d+ does not exist on that server/],
    ['nobody there', () => ({ ...place, port: 1 }), /no server listens there\.$/],
    ['no such host', () => ({ ...place, host: 'nobody.invalid' }), /nobody knows a host of that name\.$/],
    ['a certificate of an authority nobody knows', () => ({ ...place, tls: tls('verify-full') }), /signed by nobody known here/],
    ['a certificate of another authority', () => ({ ...place, tls: tls('verify-ca', ANOTHER_AUTHORITY_FILE) }), /signed by nobody known here/],
    ['a certificate for another host', () => ({ ...place, host: '127.1', tls: tls('verify-full', AUTHORITY_FILE) }), /certificate for another host\.$/],
    ['an authority that is not there', () => ({ ...place, tls: tls('verify-full', folder.path('nowhere.pem')) }), /nowhere\.pem cannot be read \(ENOENT\)/],
    ['somebody who may not make tables', async () => {
      await server.query(`drop role if exists reader; create role reader login password 'reads only'; revoke create on schema public from public`, place.database);
      return { ...place, user: 'reader', password: 'reads only' };
    }, /cannot be written by this user\. Make the user its owner\.$/],
    ['no connection left', async () => {
      await server.query(`drop role if exists late; create role late login password 'too late' connection limit 0`);
      return { ...place, user: 'late', password: 'too late' };
    }, /has no connection left/],
    ['another encoding', async () => {
      await server.query(`drop database if exists ascii`);
      await server.query(`create database ascii encoding 'SQL_ASCII' template template0 locale_provider libc locale 'C'`);
      return { ...place, database: 'ascii' };
    }, /has to be UTF8/],
  ])('%s', async (_, at, reason) => {
    const given = await at();
    const failure: unknown = await openStore(given).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(StoreFailure);
    expect((failure as StoreFailure).message).toMatch(reason);
    expect(inspect(failure, { depth: 20, showHidden: true })).not.toMatch(/only@home|only%40home|reads only|too late/);
  });

  test.each<[string, () => PostgresPlace]>([
    ['encrypted, with whoever answers', () => ({ ...place, host: '127.1', tls: tls('require') })],
    ['encrypted, with whoever has a certificate of the authority', () => ({ ...place, host: '127.1', tls: tls('verify-ca', AUTHORITY_FILE) })],
    ['encrypted, with the host whose name is in the certificate', () => ({ ...place, host: 'localhost', tls: tls('verify-full', AUTHORITY_FILE) })],
    ['encrypted, with the host whose address is in the certificate', () => ({ ...place, tls: tls('verify-full', AUTHORITY_FILE) })],
  ])('%s it can be used', async (_, at) => {
    const store = await open(at());
    const { rows } = await sql`select ssl from pg_stat_ssl where pid = pg_backend_pid()`.execute(store.db);
    expect(rows).toEqual([{ ssl: true }]);
  });

  test('through its socket it can be used', async () => {
    expect(await isAnswering(await open({ ...place, host: server.socket }))).toBe(true);
  });
});

test('a server without TLS is not talked to where TLS is asked for', async () => {
  const plain = await ownPostgres({ durable: false });
  try {
    const at = plain.place(await plain.freshDatabase());
    await expect(openStore({ ...at, tls: { ...at.tls, mode: 'require' } })).rejects.toThrow(/is not offered with TLS by its server/);
  } finally {
    await plain.remove();
  }
});
