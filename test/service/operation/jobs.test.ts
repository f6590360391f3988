import { DAY, HOUR, type Job, startJobs } from '../../../src/service/operation/jobs';

const MINUTE = 60_000;

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

function stage(...jobs: readonly Job[]) {
  const outcomes: string[] = [];
  return { outcomes, jobs: startJobs({ jobs, random: () => 0.5, onOutcome: (name, outcome) => void outcomes.push(`${name} ${outcome}`) }) };
}

test('what has to be done daily is done soon after the start, and then daily', async () => {
  const { outcomes, jobs } = stage({ name: 'forget', every: DAY, run: async () => undefined });
  expect(outcomes).toEqual([]);
  await jest.advanceTimersByTimeAsync(MINUTE);
  expect(outcomes).toEqual(['forget done']);
  await jest.advanceTimersByTimeAsync(DAY);
  expect(outcomes).toEqual(['forget done', 'forget done']);
  await jobs.stop();
  await jest.advanceTimersByTimeAsync(10 * DAY);
  expect(outcomes).toHaveLength(2);
  expect(jest.getTimerCount()).toBe(0);
});

test('what cannot wait is done with the start, and what is hourly hourly', async () => {
  const { outcomes, jobs } = stage({ name: 'tidy', every: HOUR, atOnce: true, run: async () => undefined });
  await jest.advanceTimersByTimeAsync(0);
  expect(outcomes).toEqual(['tidy done']);
  await jest.advanceTimersByTimeAsync(HOUR);
  expect(outcomes).toEqual(['tidy done', 'tidy done']);
  await jobs.stop();
});

test('what did not go through is tried again an hour later', async () => {
  let works = false;
  const { outcomes, jobs } = stage({ name: 'forget', every: DAY, run: () => (works ? Promise.resolve() : Promise.reject(new Error('the database is away'))) });
  await jest.advanceTimersByTimeAsync(MINUTE);
  works = true;
  await jest.advanceTimersByTimeAsync(HOUR);
  expect(outcomes).toEqual(['forget failed', 'forget done']);
  await jobs.stop();
});

test('two jobs never run at the same time, and stopping waits for the one that runs', async () => {
  let running = 0;
  let most = 0;
  const ends: (() => void)[] = [];
  const slow = (name: string): Job => ({
    name,
    every: DAY,
    run: () => {
      most = Math.max(most, running += 1);
      return new Promise<void>((done) => ends.push(() => {
        running -= 1;
        done();
      }));
    },
  });
  const { outcomes, jobs } = stage(slow('a'), slow('b'));
  await jest.advanceTimersByTimeAsync(MINUTE);
  expect([running, ends.length]).toEqual([1, 1]);
  let stopped = false;
  const stopping = jobs.stop().then(() => { stopped = true; });
  await jest.advanceTimersByTimeAsync(MINUTE);
  expect(stopped).toBe(false);
  ends[0]?.();
  await stopping;
  expect([outcomes, most]).toEqual([['a done'], 1]);
});
