import type { AttachedRuntime, InvokedEvent } from '../../src/simulator/invocation';

export type Completion =
  | { readonly kind: 'completed'; readonly options: unknown }
  | { readonly kind: 'failed'; readonly reason: 'notAssociated' | 'error' };

/** Runs one function of the add-in by hand, without the host's send logic; waits for its end, for ever if need be. */
export function fire(invoke: AttachedRuntime['invoke'], eventType: string, functionName: string, extra: Readonly<Record<string, unknown>> = {}): Promise<Completion> {
  return new Promise((resolve) => {
    const event: InvokedEvent = {
      ...extra,
      type: eventType,
      source: { id: functionName },
      completed: (options) => resolve({ kind: 'completed', options }),
      failed: (reason) => resolve({ kind: 'failed', reason }),
    };
    invoke(functionName, event);
  });
}
