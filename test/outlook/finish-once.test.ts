import { finishOnce } from '../../src/outlook/finish-once';
import { createManualClock } from '../simulator/manual-clock';

function counted() {
  let completions = 0;
  return { event: { completed: () => { completions += 1; } }, completions: () => completions };
}

test('an event that is done is completed once, and its time running out later changes nothing', async () => {
  const clock = createManualClock();
  const { event, completions } = counted();
  const finish = finishOnce(event, clock, 1000);
  finish();
  finish();
  await clock.advance(5000);
  expect(completions()).toBe(1);
  expect(clock.pending()).toBe(0);
});

test('an event that is never done is completed when its time is over, and not again', async () => {
  const clock = createManualClock();
  const { event, completions } = counted();
  const finish = finishOnce(event, clock, 1000);
  await clock.advance(999);
  expect(completions()).toBe(0);
  await clock.advance(1);
  finish();
  expect(completions()).toBe(1);
});
