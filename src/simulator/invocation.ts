import type { Clock } from '../core/ports';
import type { HostProblem } from './inside';

/** What a handler is handed, besides the plain data of the event. Plain enough to be rebuilt on the other side of a port. */
export interface InvokedEvent {
  readonly type: string;
  readonly source: { readonly id: string };
  readonly [extra: string]: unknown;
  completed(options?: unknown): void;
  /** For whoever runs the add-in's script, not for the script: it has no such function, or the function threw. */
  failed(reason: 'notAssociated' | 'error', message?: string): void;
}

/** A place that can run functions of the add-in: its launch event script, or its function file. */
export interface AttachedRuntime {
  readonly kind: 'events' | 'commands';
  /** A throw counts as the function's own. May return how to cut the function off: nothing it asks for from then on is heard. */
  invoke(functionName: string, event: InvokedEvent): (() => void) | void;
}

export type HandlerEnd =
  | { readonly kind: 'completed'; readonly options: unknown }
  | { readonly kind: 'failed'; readonly reason: 'notAssociated' | 'error'; readonly message: string }
  | { readonly kind: 'timedOut' };

interface Invocation {
  readonly runtime: AttachedRuntime;
  readonly functionName: string;
  readonly data: { readonly type: string; readonly source: { readonly id: string }; readonly [extra: string]: unknown };
  readonly clock: Clock;
  /** Milliseconds until the host gives up. */
  readonly timeout: number;
  problem(kind: HostProblem['kind'], message: string): void;
  /** Called once, never before `invoke` has returned to its caller. */
  ended(end: HandlerEnd): void;
}

/**
 * Runs a function of the add-in until it completes, fails, or its time is over. A function that throws or rejects
 * is taken as failed: Microsoft says that an error falls back to the manifest's send mode, although its 2022 office.js
 * was seen to say nothing to the host, so that the time-out comes instead.
 *
 * Returns a function that makes the host deaf to this invocation, as when Outlook drops the handler, and cuts the
 * function off where its runtime knows how.
 */
export function invoke({ runtime, functionName, data, clock, timeout, problem, ended }: Invocation): () => void {
  let cutOff: (() => void) | void;
  let over: HandlerEnd['kind'] | 'dropped' | null = null;

  const end = (how: HandlerEnd) => {
    if (over) return;
    over = how.kind;
    stopTimer();
    void Promise.resolve().then(() => ended(how));
  };
  const stopTimer = clock.after(timeout, () => end({ kind: 'timedOut' }));
  const event: InvokedEvent = {
    ...data,
    completed(options) {
      if (over === 'completed') problem('completedTwice', `${functionName} completed ${data.type} more than once.`);
      if (over === 'timedOut') problem('completedLate', `${functionName} completed ${data.type} after the time-out.`);
      end({ kind: 'completed', options });
    },
    failed(reason, message = '') {
      end({ kind: 'failed', reason, message });
    },
  };

  try {
    cutOff = runtime.invoke(functionName, event);
  } catch (error) {
    end({ kind: 'failed', reason: 'error', message: String(error) });
  }

  return () => {
    if (over) return;
    over = 'dropped';
    stopTimer();
    cutOff?.();
  };
}
