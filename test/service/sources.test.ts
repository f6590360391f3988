import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { keepRecords } from '../../src/service/correspondence';
import { domainsOfContacts, inTurns } from '../../src/service/known-domains';
import { hashingKeys } from '../../src/store/hashing-key';
import { importContacts } from '../../src/store/import-contacts';
import { openStore } from '../../src/store/open-store';
import { StoreFailure } from '../../src/store/store-failure';
import { ENGINES, testFolder } from '../store/folder';
import { runningService, type TestService } from './running';

describe.each(ENGINES)('on %s', (engine) => {
  const folder = testFolder(engine);
  const running: TestService[] = [];
  const run = async (...args: readonly string[]): Promise<TestService> => {
    const service = await runningService(folder.path('.'), args, await folder.environment());
    running.push(service);
    return service;
  };
  afterEach(async () => {
    for (const service of running.splice(0)) await service.stop();
  });

  const JSON_TYPE = { 'content-type': 'application/json' };
  const DAY = 86_400_000;
  const post = (service: TestService, path: string, body: unknown) => service.ask(`/api/v1/${path}`, { method: 'POST', headers: JSON_TYPE, body: JSON.stringify(body) });
  const before = async (service: TestService, ...correspondence: readonly string[]): Promise<unknown> => {
    const answer = (await post(service, 'evidence', { addresses: [], correspondence })).json() as { correspondence: readonly { before?: boolean; reason?: string }[] };
    return answer.correspondence.map((each) => each.before ?? each.reason);
  };

  describe('who was written to before', () => {
    test('is known from the first mail that was let go, under every spelling', async () => {
      const service = await run();
      expect(await before(service, 'anna@oak.example', 'ben@elm.example', 'no address')).toEqual([false, false, 'notAsked']);
      const answer = await post(service, 'correspondence', { addresses: ['Anna@OAK.example', 'no address'] });
      expect([answer.status, answer.text, answer.headers['cache-control']]).toEqual([204, '', 'no-store']);
      expect(await before(service, 'anna@oak.example', '"anna"@oak.example.', 'ben@elm.example')).toEqual([true, true, false]);
    });

    test('is still known after a restart, and nobody can read from the disk who it was', async () => {
      const first = await run();
      await post(first, 'correspondence', { addresses: ['anna@oak.example'] });
      await first.stop();
      running.length = 0;
      const files = [folder.path('data/correspondence.key'), ...(engine === 'SQLite' ? [folder.path('data/umsicht.sqlite')] : [])];
      const rows = await (await folder.store()).db.selectFrom('correspondence').selectAll().execute();
      expect(rows).toHaveLength(1);
      expect(files.map((file) => readFileSync(file, 'latin1')).join('') + JSON.stringify(rows)).not.toMatch(/anna|oak\.example/);
      expect(statSync(folder.path('data/correspondence.key')).mode & 0o777).toBe(0o600);
      expect(await before(await run(), 'anna@oak.example')).toEqual([true]);
    });

    test('cannot be found out with the database alone', async () => {
      const first = await run();
      await post(first, 'correspondence', { addresses: ['anna@oak.example'] });
      await first.stop();
      running.length = 0;
      writeFileSync(folder.path('data/correspondence.key'), `${Buffer.alloc(32, 7).toString('base64')}\n`);
      expect(await before(await run(), 'anna@oak.example')).toEqual([false]);
    });

    test('of the demo contacts is everybody', async () => {
      expect(await before(await run('--demo'), 'anna@oak.example', 'stranger@oak.example')).toEqual([true, false]);
    });

    test('is nobody where nothing is kept, and what was kept is deleted', async () => {
      const first = await run();
      await post(first, 'correspondence', { addresses: ['anna@oak.example'] });
      await first.stop();
      running.length = 0;
      const off = await run('--keep-correspondence=0');
      expect((await post(off, 'correspondence', { addresses: ['anna@oak.example'] })).status).toBe(204);
      expect(await before(off, 'anna@oak.example')).toEqual(['noSource']);
      await off.stop();
      running.length = 0;
      expect(await before(await run(), 'anna@oak.example')).toEqual([false]);
    });

    test.each<[string, unknown, readonly string[] | undefined]>([
      ['nothing', null, ['']],
      ['a list', ['anna@oak.example'], ['']],
      ['no addresses', {}, ['addresses']],
      ['a prototype', '{"__proto__":{"addresses":["anna@oak.example"]}}', undefined],
      ['wrong entries, all named', { addresses: ['anna@oak.example', 5, null, {}], who: 'mara' }, ['', 'addresses[1]', 'addresses[2]', 'addresses[3]']],
      ['too many', { addresses: Array.from({ length: 501 }, () => 'anna@oak.example') }, ['addresses']],
    ])('is not learnt from %s', async (_, body, paths) => {
      const service = await run();
      const answer = await service.ask('/api/v1/correspondence', { method: 'POST', headers: JSON_TYPE, body: typeof body === 'string' ? body : JSON.stringify(body) });
      expect(answer.status).toBe(400);
      expect((answer.json() as { errors?: readonly { path: string }[] }).errors?.map(({ path }) => path)).toEqual(paths);
      expect(answer.text + service.log.join('')).not.toMatch(/oak/);
      expect(await before(service, 'anna@oak.example')).toEqual([false]);
    });

    test('is not learnt from a page of somebody else', async () => {
      const service = await run();
      const answer = await service.ask('/api/v1/correspondence', { method: 'POST', headers: { ...JSON_TYPE, origin: 'https://evil.example' }, body: '{"addresses":["anna@oak.example"]}' });
      expect(answer.status).toBe(403);
      expect(await before(service, 'anna@oak.example')).toEqual([false]);
    });
  });

  describe('records of earlier mail', () => {
    test('keep the first and the last day, and go when the last one is long ago', async () => {
      const store = await folder.store();
      let now = Date.parse('2026-11-24T23:30:00Z');
      const parts = { store, keys: () => ({ current: Buffer.alloc(32, 1), former: [] }), keepDays: 730, now: () => now };
      const records = await keepRecords(parts);
      await records.note(['anna@oak.example', 'ben@elm.example']);
      now += DAY;
      await records.note(['anna@oak.example', 'anna@oak.example']);
      expect(await store.db.selectFrom('correspondence').select(['first_day', 'last_day']).orderBy('last_day').execute())
        .toEqual([{ first_day: '2026-11-24', last_day: '2026-11-24' }, { first_day: '2026-11-24', last_day: '2026-11-25' }]);
      const known = async (): Promise<unknown> => {
        const again = await keepRecords(parts);
        return [...(await again.known(['anna@oak.example', 'ben@elm.example'])).values()].map((evidence) => evidence.known && evidence.value.before);
      };
      now = Date.parse('2026-11-24T00:00:00Z') + 730 * DAY;
      expect(await known()).toEqual([true, true]);
      now += DAY;
      expect(await known()).toEqual([true, false]);
      now += DAY;
      expect(await known()).toEqual([false, false]);
    });

    test('on a machine with another key are noticed, until it has the same one or a day has passed', async () => {
      const store = await folder.store();
      let now = Date.parse('2026-11-24T12:00:00Z');
      const heard: number[] = [];
      const compare = async (current: number, ...former: readonly number[]): Promise<number | undefined> => {
        const keys = { current: Buffer.alloc(32, current), former: former.map((each) => ({ key: Buffer.alloc(32, each), replaced: '2026-11-24' })) };
        const { jobs } = await keepRecords({ store, keys: () => keys, keepDays: 730, now: () => now, onForeignKeys: (count) => heard.push(count) });
        await jobs.find(({ name }) => name === 'compare-keys')?.run();
        return heard.at(-1);
      };
      expect([await compare(1), await compare(1), await compare(2)]).toEqual([0, 0, 1]);
      // The key was rotated on one machine: it knows the other's as a former one, but not the other way round.
      expect([await compare(3, 2, 1), await compare(1)]).toEqual([0, 2]);
      expect(await compare(3, 2, 1)).toBe(0);
      now += 2 * DAY;
      expect(await compare(1)).toBe(0);
    });

    test('of ten thousand people are written at once, or not at all', async () => {
      const store = { ...(await folder.store()), parametersAtOnce: 900 };
      const records = await keepRecords({ store, keys: () => ({ current: Buffer.alloc(32, 1), former: [] }), keepDays: 730, now: Date.now });
      const keys = Array.from({ length: 10_000 }, (_, index) => `person${index}@oak.example`);
      await records.note(keys);
      expect([...(await records.known(keys)).values()].every((evidence) => evidence.known && evidence.value.before)).toBe(true);
    });

    test('have one key, whoever asks for it first, and a damaged one is not replaced', () => {
      const key = hashingKeys(folder.path('.'));
      expect(key.current).toHaveLength(32);
      expect(hashingKeys(folder.path('.'))).toEqual(key);
      folder.file('correspondence.key', 'short');
      expect(() => hashingKeys(folder.path('.'))).toThrow(StoreFailure);
      expect(readFileSync(folder.path('correspondence.key'), 'utf8')).toBe('short');
      expect(() => hashingKeys(folder.path('correspondence.key'))).toThrow(/cannot be used/);
      expect(hashingKeys(folder.path('new/deeper')).current).toHaveLength(32);
    });
  });

  describe('domains', () => {
    const about = async (service: TestService, ...domains: readonly string[]): Promise<unknown> => ((await post(service, 'evidence', { addresses: [], domains })).json() as { domains: unknown }).domains;

    test('are in use, or resemble one that is, or neither, under the spelling that was asked for', async () => {
      const service = await run('--demo');
      expect(await about(service, 'OAK.example.', 'beech.example', 'beeech.example', 'stranger.example', 'not a domain', '__proto__')).toEqual([
        { domain: 'OAK.example.', known: true, inUse: true, resembles: [] },
        { domain: 'beech.example', known: true, inUse: true, resembles: [] },
        { domain: 'beeech.example', known: true, inUse: false, resembles: ['beech.example'] },
        { domain: 'stranger.example', known: true, inUse: false, resembles: [] },
        { domain: 'not a domain', known: false, reason: 'notAsked' },
        { domain: '__proto__', known: true, inUse: false, resembles: [] },
      ]);
    });

    test('of contacts that came in meanwhile, through another program, are known at once', async () => {
      const service = await run();
      expect(await about(service, 'hawthorn.example', 'hawthom.example')).toMatchObject([{ inUse: false, resembles: [] }, { inUse: false, resembles: [] }]);
      const other = await openStore(await folder.database());
      await importContacts(other, folder.file('c.csv', 'address\nanna@hawthorn.example\n'));
      await other.close();
      expect(await about(service, 'hawthorn.example', 'hawthom.example')).toMatchObject([{ inUse: true, resembles: [] }, { inUse: false, resembles: ['hawthorn.example'] }]);
    });

    test('that cannot be read once are read the next time', async () => {
      const store = await folder.store();
      await importContacts(store, folder.file('c.csv', 'address\nanna@hawthorn.example\n'));
      const ask = domainsOfContacts(store);
      await store.db.schema.alterTable('contacts').renameTo('elsewhere').execute();
      // The driver's errors belong to whichever test file loaded it first, so they are told by their text.
      await expect(ask(['hawthorn.example'])).rejects.toMatchObject({ message: expect.stringMatching(/^no such table: contacts$|^relation "contacts" does not exist$/) as string });
      await store.db.schema.alterTable('elsewhere').renameTo('contacts').execute();
      expect((await ask(['hawthorn.example'])).get('hawthorn.example')).toEqual({ known: true, value: { inUse: true, resembles: [] } });
    });

    test('five hundred of them are compared with a hundred thousand, and others are answered meanwhile', async () => {
      const store = await folder.store();
      const syllables = ['bau', 'tech', 'med', 'soft', 'haus', 'werk', 'berg', 'stein', 'feld', 'auto'];
      const name = (number: number): string => String(number).padStart(5, '0').split('').map((digit) => syllables[Number(digit)]).join('');
      await importContacts(store, folder.file('c.csv', `address\n${Array.from({ length: 100_000 }, (_, index) => `info@${name(index)}.example`).join('\n')}\n`));
      const ask = domainsOfContacts(store);
      await ask([]);
      let turns = 0;
      const turn = setInterval(() => { turns += 1; }, 0);
      const answers = await ask(Array.from({ length: 500 }, (_, index) => `${name(index * 7)}x.example`));
      clearInterval(turn);
      expect(answers.size).toBe(500);
      expect([...answers.values()].every((evidence) => evidence.known && !evidence.value.inUse && evidence.value.resembles.length <= 5)).toBe(true);
      expect(turns).toBeGreaterThan(2);
    }, 60_000);
  });
});

test('others get their turn between comparisons that take long, however few there are', async () => {
  for (const [milliseconds, isBetween] of [[6, true], [0, false]] as const) {
    let now = 0;
    const order: string[] = [];
    const done = inTurns(['a.example', 'b.example', 'c.example', 'd.example', 'e.example', 'f.example'], () => {
      now += milliseconds;
      order.push('compared');
    }, () => now);
    setImmediate(() => order.push('other'));
    await done;
    expect([milliseconds, order.includes('other')]).toEqual([milliseconds, isBetween]);
  }
});
