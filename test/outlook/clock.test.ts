import { runtimeClock } from '../../src/outlook/clock';

const timers = globalThis as { setTimeout?: unknown; clearTimeout?: unknown };
const { setTimeout: realSetTimeout, clearTimeout: realClearTimeout } = timers;

afterEach(() => {
  timers.setTimeout = realSetTimeout;
  timers.clearTimeout = realClearTimeout;
});

test('time passes', async () => {
  const clock = runtimeClock();
  const began = clock.now();
  await new Promise<void>((resolve) => void clock.after(20, resolve));
  expect(clock.now() - began).toBeGreaterThanOrEqual(15);
});

test('what was called off does not happen', async () => {
  const clock = runtimeClock();
  const calledOff = jest.fn();
  clock.after(1, calledOff)();
  await new Promise<void>((resolve) => void clock.after(20, resolve));
  expect(calledOff).not.toHaveBeenCalled();
});

test('where the engine has no timers nothing is called back, and nothing breaks', () => {
  delete timers.setTimeout;
  delete timers.clearTimeout;
  expect(() => runtimeClock().after(0, () => { throw new Error('called'); })()).not.toThrow();
});
