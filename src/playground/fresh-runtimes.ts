import type { AttachedRuntime, InvokedEvent } from '../simulator/invocation';

export type Invoke = AttachedRuntime['invoke'];

/** A place where the add-in's script is being loaded. */
export interface StartedRuntime {
  /** Rejects where the script could not be loaded. */
  readonly ready: Promise<Invoke>;
  dispose(): void;
}

/** Sins after completing, such as completing twice, are still noticed for so many milliseconds. */
const AFTERLIFE = 1000;

/** A little more than the five minutes after which Outlook gives up on a handler. */
const LONGEST_LIFE = 310_000;

/**
 * Runs every event in a runtime of its own, as Outlook does, so that nothing is carried over from
 * one event to the next. One is always loaded ahead, so that Send does not wait for it.
 */
export function freshRuntimes(kind: AttachedRuntime['kind'], start: () => StartedRuntime): { readonly runtime: AttachedRuntime; dispose(): void } {
  const alive = new Set<StartedRuntime>();
  let spare: StartedRuntime | null = started();
  let isOver = false;

  function started(): StartedRuntime {
    const runtime = start();
    alive.add(runtime);
    // Whether it could be loaded matters when it is needed.
    runtime.ready.catch(() => undefined);
    return runtime;
  }

  function dispose(runtime: StartedRuntime): void {
    if (!alive.delete(runtime)) return;
    runtime.dispose();
  }

  function invoke(functionName: string, event: InvokedEvent): (() => void) | void {
    if (isOver) return undefined;
    const mine = spare ?? started();
    spare = null;
    const last = setTimeout(() => dispose(mine), LONGEST_LIFE);
    const over = (): void => {
      clearTimeout(last);
      setTimeout(() => dispose(mine), AFTERLIFE);
      if (!isOver) spare ??= started();
    };
    mine.ready.then(
      (run) => alive.has(mine) && run(functionName, {
        ...event,
        completed(options) {
          event.completed(options);
          over();
        },
        failed(reason, message) {
          event.failed(reason, message);
          over();
        },
      }),
      (error: unknown) => {
        event.failed('error', error instanceof Error ? error.message : String(error));
        over();
      },
    );
    // As when Outlook ends a runtime in the middle of its work.
    return () => {
      clearTimeout(last);
      dispose(mine);
      if (!isOver) spare ??= started();
    };
  }

  return {
    runtime: { kind, invoke },
    dispose() {
      isOver = true;
      for (const runtime of [...alive]) dispose(runtime);
    },
  };
}
