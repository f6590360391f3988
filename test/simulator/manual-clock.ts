import type { Clock } from '../../src/core/ports';

/** A clock that stands still until a test moves it. */
export interface ManualClock extends Clock {
  /** Moves on, timer by timer, and lets everything run that became due, promises included. */
  advance(milliseconds: number): Promise<void>;
  /** Lets pending promises run, without any time going by. */
  settle(): Promise<void>;
  /** Timers that are set and not due yet. */
  pending(): number;
}

export const NOON = Date.UTC(2026, 8, 1, 12);

export function createManualClock(start = NOON): ManualClock {
  let now = start;
  let count = 0;
  const timers = new Map<number, { readonly due: number; readonly call: () => void }>();
  const settle = () => new Promise<void>((done) => void setImmediate(done));

  return {
    now: () => now,
    after(milliseconds, call) {
      const id = (count += 1);
      timers.set(id, { due: now + milliseconds, call });
      return () => void timers.delete(id);
    },
    async advance(milliseconds) {
      const until = now + milliseconds;
      await settle();
      for (;;) {
        const next = [...timers].filter(([, { due }]) => due <= until).sort(([a, x], [b, y]) => x.due - y.due || a - b)[0];
        if (!next) break;
        timers.delete(next[0]);
        now = Math.max(now, next[1].due);
        next[1].call();
        await settle();
      }
      now = until;
      await settle();
    },
    settle,
    pending: () => timers.size,
  };
}
