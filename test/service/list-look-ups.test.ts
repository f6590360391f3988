import type { Evidence, ListMembers } from '../../src/core/evidence';
import type { Directory, DirectoryList } from '../../src/connectors/directory';
import { listLookUps } from '../../src/service/list-look-ups';

const MINUTE = 60_000;

/** A directory whose answers the test gives, one by one. */
function heldDirectory() {
  const asked: string[] = [];
  const answers = new Map<string, (evidence: Evidence<DirectoryList>) => void>();
  const directory: Directory = {
    open: () => ({
      listAt: (address) => new Promise((resolve) => {
        asked.push(address);
        answers.set(address, resolve);
      }),
      list: () => Promise.resolve({ known: false, reason: 'notFound' }),
      close: () => undefined,
    }),
  };
  const answer = async (address: string, people: number | null): Promise<void> => {
    const members = Array.from({ length: people ?? 0 }, (_, index) => ({ kind: 'person' as const, person: { address: `p${index}@${address.replace('@', '.')}`, name: '' } }));
    while (!answers.has(address)) await new Promise((resume) => setImmediate(resume));
    answers.get(address)?.(people === null ? { known: false, reason: 'unreachable' } : { known: true, value: { id: address, members, complete: true } });
    answers.delete(address);
  };
  return { directory, asked, answer };
}

const sizeOf = (evidence: Evidence<ListMembers> | undefined): number | string | undefined => evidence && (evidence.known ? evidence.value.members.length : evidence.reason);

test('a list is looked up once for all who ask at the same time, and again when the answer is old', async () => {
  let now = Date.parse('2026-11-24T09:00:00Z');
  const { directory, asked, answer } = heldDirectory();
  const look = listLookUps(directory, () => now);
  const both = Promise.all([look(['team@firm.example']), look(['team@firm.example'])]);
  await answer('team@firm.example', 3);
  expect((await both).map((members) => sizeOf(members.get('team@firm.example')))).toEqual([3, 3]);
  now += 10 * MINUTE - 1;
  expect(sizeOf((await look(['team@firm.example'])).get('team@firm.example'))).toBe(3);
  expect(asked).toHaveLength(1);
  now += 1;
  const again = look(['team@firm.example']);
  await answer('team@firm.example', 4);
  expect(sizeOf((await again).get('team@firm.example'))).toBe(4);
  expect(asked).toHaveLength(2);
});

test('an answer from before the clock was set back is not kept until it has caught up', async () => {
  let now = Date.parse('2026-11-24T11:00:00Z');
  const { directory, asked, answer } = heldDirectory();
  const look = listLookUps(directory, () => now);
  const first = look(['team@firm.example']);
  await answer('team@firm.example', 3);
  await first;
  now -= 120 * MINUTE;
  const second = look(['team@firm.example']);
  await answer('team@firm.example', 4);
  expect([sizeOf((await second).get('team@firm.example')), asked.length]).toEqual([4, 2]);
});

test('a directory that did not answer is asked again soon', async () => {
  let now = 0;
  const { directory, asked, answer } = heldDirectory();
  const look = listLookUps(directory, () => now);
  const first = look(['team@firm.example']);
  await answer('team@firm.example', null);
  expect(sizeOf((await first).get('team@firm.example'))).toBe('unreachable');
  now += 10_000;
  await look(['team@firm.example']);
  expect(asked).toHaveLength(1);
  now += 10_000;
  const second = look(['team@firm.example']);
  await answer('team@firm.example', 1);
  expect(sizeOf((await second).get('team@firm.example'))).toBe(1);
});

test('a few lists are looked up at once, the others in their turn, and whoever comes when too many wait is told so', async () => {
  const { directory, asked, answer } = heldDirectory();
  const look = listLookUps(directory, () => 0);
  const lists = Array.from({ length: 105 }, (_, index) => `list${index}@firm.example`);
  const looking = look(lists);
  for (const [index, list] of lists.slice(0, 104).entries()) {
    await answer(list, 1);
    expect(asked.length).toBeLessThanOrEqual(index + 4);
  }
  const members = await looking;
  expect(lists.map((list) => sizeOf(members.get(list)))).toEqual([...Array.from({ length: 104 }, () => 1), 'timeout']);
});

test('only so many people are kept, the newest', async () => {
  const { directory, asked, answer } = heldDirectory();
  const look = listLookUps(directory, () => 0);
  const ask = async (list: string): Promise<void> => {
    const looking = look([list]);
    await answer(list, 5000);
    await looking;
  };
  for (let index = 0; index < 45; index += 1) await ask(`list${index}@firm.example`);
  expect(asked).toHaveLength(45);
  await look(['list44@firm.example']);
  expect(asked).toHaveLength(45);
  await ask('list0@firm.example');
  expect(asked).toHaveLength(46);
});
