import type { Clock } from '../core/ports';

/**
 * Ends an event or a function command that has nothing to decide: once, when it is done or when its
 * time is over, whichever comes first. Outlook waits for `completed` and allows no second one.
 */
export function finishOnce(event: { completed(): void }, clock: Clock, milliseconds: number): () => void {
  let finished = false;
  const finish = (): void => {
    if (finished) return;
    finished = true;
    callOff();
    event.completed();
  };
  const callOff = clock.after(milliseconds, finish);
  return finish;
}
