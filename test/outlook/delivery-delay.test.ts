import { MailboxFailure } from '../../src/core/ports';
import { runtimeClock } from '../../src/outlook/clock';
import { deliveryDelay } from '../../src/outlook/delivery-delay';
import type { ComposedItem } from '../../src/outlook/item';
import { officeCalls } from '../../src/outlook/office-calls';

const NOW = Date.parse('2026-11-24T09:00:30Z');
const MINUTE = 60_000;

const global = globalThis as { Office?: unknown };
beforeEach(() => {
  global.Office = { context: { requirements: { isSetSupported: () => true } } };
});
afterEach(() => {
  delete global.Office;
});

/** What a client makes of a time that is set. Throws where it refuses it. */
type Taking = (time: number, before: number) => number;

function client({ takes = (time) => time, tells = (time) => (time === 0 ? 0 : new Date(time)), start = 0, forgets = false }: {
  readonly takes?: Taking; readonly tells?: (time: number) => unknown; readonly start?: number; readonly forgets?: boolean;
} = {}) {
  const state = { time: start, set: [] as number[], now: NOW };
  const kept = new Map<string, string>();
  const item = {
    delayDeliveryTime: {
      getAsync: (answer: (result: object) => void) => answer({ status: 'succeeded', value: tells(state.time) }),
      setAsync: (time: Date, answer: (result: object) => void) => {
        state.set.push(time.getTime());
        try {
          state.time = takes(time.getTime(), state.time);
          answer({ status: 'succeeded' });
        } catch {
          answer({ status: 'failed', error: { code: 9031 } });
        }
      },
    },
  };
  const session = { read: async (key: string) => kept.get(key) ?? null, write: async (key: string, value: string) => { if (!forgets) kept.set(key, value); return !forgets; } };
  const clock = { ...runtimeClock(), now: () => state.now };
  const open = () => deliveryDelay(officeCalls({ clock, timeout: 30 }), () => item as unknown as ComposedItem, session);
  return { state, delay: open(), open };
}

test.each<[string, Parameters<typeof client>[0]]>([
  ['to the millisecond', {}],
  ['to the minute', { takes: (time) => Math.floor(time / MINUTE) * MINUTE }],
  ['and tells it as a number', { tells: (time) => time }],
  ['and keeps no session data', { forgets: true }],
  ['and takes no 0', { takes: (time) => { if (time === 0) throw new Error(); return time; } }],
  ['and ignores a 0', { takes: (time, before) => (time === 0 ? before : time) }],
])('a client that keeps the time %s delays, and does no longer when that is taken back', async (_, ways) => {
  const { state, delay } = client(ways);
  await delay(5);
  expect(Math.abs(state.time - (NOW + 5 * MINUTE))).toBeLessThan(MINUTE);
  await delay(null);
  expect(state.time).toBeLessThanOrEqual(NOW);
});

test('a time the sender has changed since is the sender’s', async () => {
  const { state, delay } = client();
  await delay(5);
  state.time = NOW + 90 * MINUTE;
  await delay(null);
  await delay(5);
  expect(state.time).toBe(NOW + 90 * MINUTE);
});

test('a time the sender has chosen before the delay would end is moved to its end, and then it is ours', async () => {
  const { state, delay } = client({ start: NOW + 2 * MINUTE });
  await delay(5);
  expect(state.time).toBe(NOW + 5 * MINUTE);
});

test('a delay counts from when it is asked for, each time', async () => {
  const { state, delay } = client();
  await delay(5);
  state.now += 3 * MINUTE;
  await delay(5);
  expect(state.time).toBe(NOW + 8 * MINUTE);
});

test('taking back twice, or what was delivered in the meantime, changes nothing', async () => {
  const { state, delay } = client();
  await delay(5);
  await delay(null);
  const before = state.set.length;
  await delay(null);
  expect(state.set).toHaveLength(before);
});

test.each<[string, Parameters<typeof client>[0]]>([
  ['refuses every time', { takes: () => { throw new Error(); } }],
  ['takes no notice', { takes: (_time, before) => before }],
  ['tells no time', { tells: () => 'tomorrow' }],
  ['tells a date that is none', { tells: () => new Date('never') }],
  ['tells nothing', { tells: () => undefined }],
])('a client that %s has not delayed', async (_, ways) => {
  await expect(client(ways).delay(5)).rejects.toThrow(MailboxFailure);
});

test('a delay that cannot be taken back is told as such', async () => {
  const { state, delay } = client({ takes: (time, before) => (time > NOW ? time : before) });
  await delay(5);
  await expect(delay(null)).rejects.toThrow('not taken');
  expect(state.time).toBe(NOW + 5 * MINUTE);
});
