import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, statSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { PassThrough } from 'node:stream';
import fc from 'fast-check';
import { rotateKeyCommand } from '../../src/cli/rotate-key';
import { keepRecords } from '../../src/service/correspondence';
import { dropFormerKeys, type HashingKeys, hashingKeys, keyFile, keysIn, keysText, rotateKey, watchedKeys } from '../../src/store/hashing-key';
import { StoreFailure } from '../../src/store/store-failure';
import { testFolder } from './folder';

const folder = testFolder();
const DAY = 86_400_000;
const data = (): string => folder.path('.');

test('a new key hashes from now on, and the former ones go on being read, latest first', () => {
  const first = hashingKeys(data());
  const second = rotateKey(data(), '2026-11-24');
  const third = rotateKey(data(), '2026-12-24');
  expect(third.former).toEqual([{ key: second.current, replaced: '2026-12-24' }, { key: first.current, replaced: '2026-11-24' }]);
  expect(hashingKeys(data())).toEqual(third);
  expect(new Set([first, second, third].map(({ current }) => current.toString('hex'))).size).toBe(3);
  expect(statSync(keyFile(data())).mode & 0o777).toBe(0o600);
});

test('a former key is dropped when nothing that was hashed with it can be there any more', () => {
  hashingKeys(data());
  rotateKey(data(), '2026-11-24');
  const kept = rotateKey(data(), '2026-12-24');
  expect(dropFormerKeys(data(), '2026-11-24')).toBe(0);
  expect(dropFormerKeys(data(), '2026-11-25')).toBe(1);
  expect(hashingKeys(data())).toEqual({ current: kept.current, former: kept.former.slice(0, 1) });
});

test('whoever was written to before the key changed is known afterwards, until they are forgotten', async () => {
  const store = await folder.store();
  let now = Date.parse('2026-11-24T12:00:00Z');
  const records = await keepRecords({ store, keys: watchedKeys(data()), keepDays: 30, now: () => now, onForgotten: (day) => void dropFormerKeys(data(), day) });
  const before = async (address: string): Promise<boolean | null> => {
    const evidence = (await records.known([address])).get(address);
    return evidence?.known ? evidence.value.before : null;
  };
  await records.note(['anna@oak.example']);
  rotateKey(data(), '2026-11-24');
  await records.note(['ben@elm.example']);
  expect([await before('anna@oak.example'), await before('ben@elm.example'), await before('cem@ash.example')]).toEqual([true, true, false]);
  const [job] = records.jobs;
  now += 30 * DAY;
  await job?.run();
  expect([await before('anna@oak.example'), hashingKeys(data()).former.length]).toEqual([true, 1]);
  now += 2 * DAY;
  await job?.run();
  expect([await before('anna@oak.example'), hashingKeys(data()).former.length]).toEqual([false, 0]);
});

test('a running service takes up a new key by itself, and keeps to the last good one while the file is damaged', () => {
  const keys = watchedKeys(data());
  const first = keys();
  const rotated = rotateKey(data(), '2026-11-24');
  expect(keys()).toEqual(rotated);
  writeFileSync(keyFile(data()), 'damaged');
  expect(keys()).toEqual(rotated);
  expect(first).not.toEqual(rotated);
});

test('a running service keeps to its key while the file, or the way to it, is gone, and makes no other one', () => {
  mkdirSync(folder.path('data'));
  const keys = watchedKeys(folder.path('data'));
  const { current } = keys();
  renameSync(folder.path('data'), folder.path('away'));
  symlinkSync('data', folder.path('data'));
  expect(keys().current).toEqual(current);
  unlinkSync(folder.path('data'));
  renameSync(folder.path('away'), folder.path('data'));
  unlinkSync(keyFile(folder.path('data')));
  expect(() => dropFormerKeys(folder.path('data'), '2026-11-24')).toThrow(StoreFailure);
  expect([existsSync(keyFile(folder.path('data'))), keys().current]).toEqual([false, current]);
});

test('a former key that cannot be dropped, because its file cannot be written, is no reason not to start', async () => {
  const store = await folder.store();
  const unwritable = (): void => { throw new Error('EROFS'); };
  const { jobs } = await keepRecords({ store, keys: watchedKeys(data()), keepDays: 30, now: Date.now, onForgotten: unwritable });
  await expect(jobs[0]?.run()).rejects.toThrow('EROFS');
});

test('what is written is read back, and every other text is refused', () => {
  const key = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes));
  const day = fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
  fc.assert(fc.property(fc.record({ current: key, former: fc.array(fc.record({ key, replaced: day }), { maxLength: 5 }) }), (keys: HashingKeys) => {
    expect(keysIn(`${keysText(keys)}\n`)).toEqual(keys);
  }));
  const good = Buffer.alloc(32, 1).toString('base64');
  for (const text of ['', 'short', `${good}x`, `${good} ${good}`, `${good}\n${good}`, `${good}\n${good} yesterday`, `${good}\nshort 2026-11-24`, good.slice(0, -4), `${good}\n\n${good} 2026-11-24`]) expect([text, keysIn(text)]).toEqual([text, undefined]);
});

test('a damaged key is never replaced, and a key there is not cannot be rotated', () => {
  expect(() => rotateKey(data(), '2026-11-24')).toThrow(StoreFailure);
  folder.file('correspondence.key', 'short');
  expect(() => rotateKey(data(), '2026-11-24')).toThrow(/is damaged/);
  expect(readFileSync(keyFile(data()), 'utf8')).toBe('short');
});

describe('umsicht rotate-key', () => {
  const run = async (environment: { readonly [name: string]: string }): Promise<readonly [number, string, string]> => {
    const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
    let status = -1;
    await rotateKeyCommand({ stdin, stdout, stderr, environment }, (with_) => { status = with_; }).parseAsync([], { from: 'user' });
    return [status, String(stdout.read() ?? ''), String(stderr.read() ?? '')];
  };

  test('makes a new key in the folder of the service, and never shows one', async () => {
    const { current } = hashingKeys(data());
    const [status, said, complained] = await run({ UMSICHT_DATA: data() });
    expect([status, complained, said]).toEqual([0, '', expect.stringMatching(/^There is a new key in .*correspondence\.key; the former one goes on being read\.\n$/)]);
    const rotated = hashingKeys(data());
    expect(rotated.former.map(({ key }) => key)).toEqual([current]);
    expect(said).not.toContain(rotated.current.toString('base64'));
  });

  test('says why nothing has changed', async () => {
    expect(await run({ UMSICHT_DATA: data() })).toEqual([2, '', expect.stringMatching(/^Nothing has changed: There is no key/)]);
    expect((await run({ UMSICHT_DATABASE_URL: 'mysql://x' }))[0]).toBe(2);
    hashingKeys(data());
    chmodSync(keyFile(data()), 0o400);
    expect((await run({ UMSICHT_DATA: data() }))[0]).toBe(0);
  });
});
