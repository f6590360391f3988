import type { Clock } from '../../src/core/ports';
import type { DecisionRecord } from '../../src/core/record';
import type { Fetch, FetchInit } from '../../src/client/http';
import { createRecordLog, type RecordShelf } from '../../src/client/record-log';
import { draftShelf, MOST_SHELVED, shelfIn, storageShelf, type TextStorage } from '../../src/client/record-shelves';
import { readWhole } from '../../src/core/reading';
import { MOST_RECORDS } from '../../src/wire/record';
import { recordsReader } from '../../src/wire/record-request';
import { aRecord } from '../wire/a-record';

const NOW = Date.parse('2026-11-24T09:00:00Z');
/** Time that goes on when the test says so. */
let late: (() => void)[] = [];
const clock: Clock = { now: () => NOW, after: (_, call) => { late.push(call); return () => { late = late.filter((each) => each !== call); }; } };
const { id: _, ...RECORD } = aRecord({ day: '2026-11-24' }) as DecisionRecord & { id: string };

/** As a browser has it. */
function storage(room = Infinity): TextStorage & { readonly texts: Map<string, string> } {
  const texts = new Map<string, string>();
  return {
    texts,
    get length() { return texts.size; },
    key: (index) => [...texts.keys()][index] ?? null,
    getItem: (key) => texts.get(key) ?? null,
    setItem(key, value) {
      if (texts.size >= room) throw new Error('QuotaExceededError');
      texts.set(key, value);
    },
    removeItem: (key) => void texts.delete(key),
  };
}

/** A service that answers with what the test says, and counts each record once. */
function service(answer: (records: number) => number | 'away' = () => 204) {
  const taken = new Set<string>();
  const requests: FetchInit[] = [];
  const fetch: Fetch = async (url, init) => {
    expect(url).toBe('https://guard.own.example/api/v1/records');
    requests.push(init);
    const result = readWhole(recordsReader(), JSON.parse(init.body ?? ''));
    const status = result.ok ? answer(result.value.records.length) : 400;
    if (status === 'away') throw new TypeError('Network request failed');
    if (result.ok && status === 204) for (const { id } of result.value.records) taken.add(id);
    return { status, text: async () => '' };
  };
  return { fetch, requests, taken };
}

const log = (fetch: Fetch, shelf: RecordShelf) => createRecordLog({ origin: 'https://guard.own.example/', fetch, shelf, clock });
const turns = async (): Promise<void> => {
  for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
};

test('a record is handed over at once, in a request that outlives the page, and leaves the shelf when it has arrived', async () => {
  const { texts, ...rest } = storage();
  const { fetch, requests, taken } = service();
  log(fetch, storageShelf({ ...rest, get length() { return texts.size; } })).take(RECORD);
  expect(requests).toMatchObject([{ method: 'POST', keepalive: true, redirect: 'error', headers: { 'content-type': 'application/json' } }]);
  expect(texts.size).toBe(1);
  await turns();
  expect([texts.size, taken.size]).toEqual([0, 1]);
});

test('records the service was away for wait, and count once however often they are sent', async () => {
  const kept = storage();
  let isAway = true;
  const { fetch, requests, taken } = service(() => (isAway ? 'away' : 204));
  const records = log(fetch, storageShelf(kept));
  for (let count = 0; count < 3; count += 1) records.take(RECORD);
  await turns();
  await records.deliver();
  expect([kept.texts.size, taken.size]).toEqual([3, 0]);
  isAway = false;
  // Two parts of the add-in may deliver at once.
  await Promise.all([records.deliver(), log(fetch, storageShelf(kept)).deliver()]);
  expect([kept.texts.size, taken.size]).toEqual([0, 3]);
  const before = requests.length;
  await records.deliver();
  expect(requests.length).toBe(before);
});

test.each([500, 503, 404, 401, 403, 429, 302])('an answer %i keeps the record', async (status) => {
  const kept = storage();
  log(service(() => status).fetch, storageShelf(kept)).take(RECORD);
  await turns();
  expect(kept.texts.size).toBe(1);
});

test('one the service does not understand keeps the others from nothing, and is not sent for ever', async () => {
  const kept = storage();
  const shelf = storageShelf(kept);
  const { fetch, taken, requests } = service();
  for (let count = 0; count < 5; count += 1) {
    const record = aRecord({ day: '2026-11-24' });
    shelf.put({ name: `${record.day}.${record.id}`, text: JSON.stringify(count === 2 ? { ...record, action: 'later invention' } : record) });
  }
  await log(fetch, shelf).deliver();
  expect([taken.size, kept.texts.size, requests.length]).toEqual([4, 0, 6]);
});

test('where the service is away, it is asked once and no more', async () => {
  const shelf = storageShelf(storage());
  const { fetch, requests } = service(() => 'away');
  for (let count = 0; count < 3 * MOST_RECORDS; count += 1) {
    const record = aRecord({ day: '2026-11-24' });
    shelf.put({ name: `${record.day}.${record.id}`, text: JSON.stringify(record) });
  }
  await log(fetch, shelf).deliver();
  expect(requests).toHaveLength(1);
  // As many at once may be more than a browser lets a request outlive its page with.
  expect(requests[0]?.keepalive).toBeUndefined();
});

test('the oldest go where there are too many, and all that are older than two weeks', async () => {
  const kept = storage();
  const shelf = storageShelf(kept);
  for (let count = 0; count < MOST_SHELVED + 20; count += 1) shelf.put({ name: `2026-11-${String(1 + (count % 24)).padStart(2, '0')}.${String(count).padStart(20, '0')}`, text: JSON.stringify(aRecord()) });
  expect(kept.texts.size).toBe(MOST_SHELVED);
  expect((await shelf.read())[0]?.name).toMatch(/^2026-11-01/);
  await log(service(() => 'away').fetch, shelf).deliver();
  expect((await shelf.read())[0]?.name).toMatch(/^2026-11-11/);
});

test('what others keep in the same storage is left alone, and what is no record is not sent', async () => {
  const kept = storage();
  kept.texts.set('somebody else', 'secret').set('umsicht.record.2026-11-24.nonsense', 'x').set('umsicht.record.2026-11-24.00000000000000000000', '"},{"');
  const { fetch, requests } = service();
  await log(fetch, storageShelf(kept)).deliver();
  expect(requests).toEqual([]);
  expect(kept.texts.get('somebody else')).toBe('secret');
});

test.each<[string, () => TextStorage | undefined]>([
  ['forbidden', () => { throw new Error('SecurityError'); }],
  ['not there', () => undefined],
])('where the storage of the browser is %s, records wait with the draft', async (_, find) => {
  const kept = new Map<string, string>();
  const session = { read: async (key: string) => kept.get(key) ?? null, write: async (key: string, value: string) => Boolean(kept.set(key, value)) };
  let isAway = true;
  const { fetch, taken } = service(() => (isAway ? 'away' : 204));
  const records = log(fetch, shelfIn(find, draftShelf(session)));
  records.take(RECORD);
  records.take(RECORD);
  await turns();
  expect((await shelfIn(find, draftShelf(session)).read()).length).toBe(2);
  isAway = false;
  // Another event of the same draft, in a runtime of its own.
  await log(fetch, shelfIn(find, draftShelf(session))).deliver();
  await turns();
  expect([taken.size, kept.get('umsicht.records')]).toEqual([2, '']);
});

test('what events without a sign-in left with the draft, the pane delivers once it is signed in', async () => {
  const kept = new Map<string, string>();
  const session = { read: async (key: string) => kept.get(key) ?? null, write: async (key: string, value: string) => Boolean(kept.set(key, value)) };
  let isSignedIn = false;
  const { fetch, taken } = service(() => (isSignedIn ? 204 : 401));
  log(fetch, shelfIn(() => undefined, draftShelf(session))).take(RECORD);
  await turns();
  await log(fetch, draftShelf(session)).deliver();
  expect([taken.size, (await draftShelf(session).read()).length]).toEqual([0, 1]);
  isSignedIn = true;
  await log(fetch, draftShelf(session)).deliver();
  await turns();
  expect([taken.size, kept.get('umsicht.records')]).toEqual([1, '']);
});

test('with the draft there is room for the last ones only', async () => {
  const kept = new Map<string, string>();
  const shelf = draftShelf({ read: async (key) => kept.get(key) ?? null, write: async (key, value) => Boolean(kept.set(key, value)) });
  for (let count = 0; count < 20; count += 1) shelf.put({ name: `2026-11-24.${String(count).padStart(20, '0')}`, text: JSON.stringify(RECORD) });
  for (let turn = 0; turn < 20; turn += 1) await turns();
  expect((kept.get('umsicht.records') as string).length).toBeLessThanOrEqual(900);
  expect((await shelf.read()).slice(-1)[0]?.name).toMatch(/19$/);
});

test.each<[string, TextStorage]>([
  ['is full', storage(0)],
  ['breaks', { length: 1, key: () => { throw new Error('gone'); }, getItem: () => null, setItem: () => { throw new Error('gone'); }, removeItem: () => undefined }],
])('a storage that %s keeps nobody from anything', async (_, broken) => {
  const { fetch, taken } = service();
  const records = log(fetch, storageShelf(broken));
  records.take(RECORD);
  await turns();
  await records.deliver();
  expect(taken.size).toBe(1);
});

test('a client without fetch, or with one that throws, is no harm', async () => {
  const kept = storage();
  const records = log((() => { throw new ReferenceError('fetch is not defined'); }) as never, storageShelf(kept));
  expect(() => records.take(RECORD)).not.toThrow();
  await records.deliver();
  expect(kept.texts.size).toBe(1);
});

test('a service that never answers keeps whoever delivers waiting for five seconds, and the records on the shelf', async () => {
  const kept = storage();
  const records = log(() => new Promise(() => undefined), storageShelf(kept));
  records.take(RECORD);
  late = [];
  let isOver = false;
  void records.deliver().then(() => { isOver = true; });
  await turns();
  expect([isOver, late.length]).toEqual([false, 1]);
  late[0]?.();
  await turns();
  expect([isOver, kept.texts.size]).toEqual([true, 1]);
});
