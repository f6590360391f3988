import { type Clock, MailboxFailure } from '../core/ports';

/** Milliseconds the host may take over one call. A send has about three seconds in all. */
export const CALL_TIMEOUT = 2000;

/** Outlook on the web, new Outlook and mobile serve three calls at a time. */
const CALLS_IN_FLIGHT = 3;

/** Starts one call to Office.js; the host answers through the callback. */
export type OfficeCall<T> = (answer: (result: Office.AsyncResult<T>) => void) => void;

/** The one way to Office.js. What is handed in may throw: a missing API is a failure like any other. */
export interface OfficeCalls {
  /** What the timeouts run by. */
  readonly clock: Clock;
  /** For calls that answer with something: no value, or one that `convert` throws at, is a failure. */
  ask<T, R>(operation: string, start: OfficeCall<T>, convert: (value: T) => R): Promise<R>;
  /** For calls that may have nothing to answer with, which is an answer. */
  askWhetherAny<T, R>(operation: string, start: OfficeCall<T>, convert: (value: T | null | undefined) => R): Promise<R>;
  /** For calls that only succeed or fail. */
  tell(operation: string, start: OfficeCall<void>): Promise<void>;
}

/**
 * A queue of calls, in the order they were made, three in flight. Every call is settled once: by
 * the host's answer, by what it throws, or by the timeout, which counts from the start of the call
 * and frees its place in the queue. Answers after that are dropped. Rejects with MailboxFailure only.
 *
 * The timeout is ours because the host's is none: an unanswered call is dropped by Office.js after
 * about a minute without its callback being called.
 */
export function officeCalls({ clock, timeout = CALL_TIMEOUT }: { clock: Clock; timeout?: number }): OfficeCalls {
  const waiting: (() => void)[] = [];
  let inFlight = 0;

  function startWaiting(): void {
    while (inFlight < CALLS_IN_FLIGHT) {
      const start = waiting.shift();
      if (start === undefined) return;
      inFlight += 1;
      start();
    }
  }

  function run<T, R>(operation: string, start: OfficeCall<T>, convert: (value: T | undefined) => R): Promise<R> {
    return new Promise((resolve, reject) => {
      waiting.push(() => {
        let over = false;
        let stopTimer = (): void => undefined;

        function end(settle: () => void): void {
          if (over) return;
          over = true;
          stopTimer();
          inFlight -= 1;
          settle();
          startWaiting();
        }

        function fail(reason: { code?: number | null; timedOut?: boolean; message?: string }): void {
          end(() => reject(new MailboxFailure(operation, reason)));
        }

        // Some builds answer without a result or without an error in it; reading that throws, and is a failure too.
        function answer(result: Office.AsyncResult<T>): void {
          try {
            if (String(result.status) !== 'succeeded') return fail(reasonOf(result.error));
            const value = convert(result.value);
            end(() => resolve(value));
          } catch (error) {
            fail({ message: messageOf(error) });
          }
        }

        try {
          stopTimer = clock.after(timeout, () => fail({ timedOut: true }));
          start(answer);
        } catch (error) {
          fail({ message: messageOf(error) });
        }
      });
      startWaiting();
    });
  }

  return {
    clock,
    ask: (operation, start, convert) =>
      run(operation, start, (value) => {
        if (value === undefined || value === null) throw new Error('an empty answer');
        return convert(value);
      }),
    askWhetherAny: run,
    tell: (operation, start) => run(operation, start, () => undefined),
  };
}

function reasonOf({ code, message }: Office.Error): { code: number | null; message?: string } {
  return { code: typeof code === 'number' ? code : null, message };
}

function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}
