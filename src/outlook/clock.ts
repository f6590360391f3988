import type { Clock } from '../core/ports';

// Declared here because the send bundle's engine promises neither a DOM nor timers.
declare const setTimeout: ((call: () => void, milliseconds: number) => unknown) | undefined;
declare const clearTimeout: ((timer: unknown) => void) | undefined;

/** False where the runtime has none, so that nothing can be waited for. */
export function hasTimers(): boolean {
  return typeof setTimeout === 'function';
}

/**
 * The clock of the runtime the add-in runs in. Classic Outlook on Windows does not document
 * timers; where they are missing `after` never calls back, and only Outlook's own limit is left.
 */
export function runtimeClock(): Clock {
  return { now: () => Date.now(), after };
}

function after(milliseconds: number, call: () => void): () => void {
  if (typeof setTimeout !== 'function') return () => undefined;
  const timer = setTimeout(call, milliseconds);
  return () => {
    if (typeof clearTimeout === 'function') clearTimeout(timer);
  };
}
