import {
  BrokenCircuitError, bulkhead, BulkheadRejectedError, circuitBreaker, CircuitState, ConsecutiveBreaker, ExponentialBackoff, handleWhen,
  type IBackoff, type IBackoffFactory, type IRetryBackoffContext, retry, wrap,
} from 'cockatiel';
import { SourceFailure } from '../connector';

export interface PatienceSettings {
  /** Questions out at the same time. */
  readonly concurrent: number;
  /** Milliseconds one question may take in all, its repetitions and waiting included. */
  readonly milliseconds: number;
}

/** Questions that may wait for their turn; whoever comes later is told at once that there is no time. */
const MOST_WAITING = 200;

const MOST_REPETITIONS = 3;

/** Milliseconds before the first and the last repetition at most, with a random part. */
const FIRST_WAIT = 100;
const LONGEST_WAIT = 2000;

/** Failures in a row after which a source is left alone, and for how many milliseconds at first and at last. */
export const FAILURES_TO_BREAK = 5;
const FIRST_REST = 10_000;
const LONGEST_REST = 300_000;

export type BreakerState = 'closed' | 'open' | 'halfOpen';

export interface Patience {
  readonly state: BreakerState;
  /** The answer, or rejects with a SourceFailure, whatever `ask` throws. */
  ask<T>(question: (signal: AbortSignal) => Promise<T>): Promise<T>;
}

/**
 * Asks a source as one should: a few questions at a time, again after a random wait where one was lost, not at all for a
 * while where nothing comes back. A refusal counts as well, since repeating a wrong password locks accounts. Ends everything when `closed`
 * goes off.
 */
export function openPatience({ concurrent, milliseconds }: PatienceSettings, closed: AbortSignal, onState: (state: BreakerState) => void): Patience {
  const breaker = circuitBreaker(handleWhen(isSourceAtFault), {
    breaker: new ConsecutiveBreaker(FAILURES_TO_BREAK),
    halfOpenAfter: new ExponentialBackoff({ initialDelay: FIRST_REST, maxDelay: LONGEST_REST }),
  });
  let brokenAt = 0;
  breaker.onStateChange((state) => {
    if (state === CircuitState.Open) brokenAt = Date.now();
    onState(stateOf(state));
  });
  /** The library rests until the time of day has caught up, and a clock that was set back must not make anybody wait for that. */
  const closeAfterSettingBack = (): void => {
    if (breaker.state === CircuitState.Open && Date.now() < brokenAt) breaker.isolate().dispose();
  };
  const repeating = retry(handleWhen(isWorthRepeating), { maxAttempts: MOST_REPETITIONS, backoff: notBefore(new ExponentialBackoff({ initialDelay: FIRST_WAIT, maxDelay: LONGEST_WAIT })) });
  const inLine = bulkhead(concurrent, MOST_WAITING);
  const policy = wrap(repeating, breaker);

  return {
    get state() { return stateOf(breaker.state); },
    async ask(question) {
      closeAfterSettingBack();
      try {
        return await inLine.execute(() => within(milliseconds, closed, (end) => policy.execute(({ signal }) => orTooLate(question(signal), end), end)));
      } catch (error) {
        throw asSourceFailure(error);
      }
    },
  };
}

/**
 * Runs work with a signal that goes off when its time is over or `closed` goes off. A controller of our own: Node collects signals made by
 * AbortSignal.any and AbortSignal.timeout while they are still waited for (nodejs/node issue 57736), and then they never go off.
 */
async function within<T>(milliseconds: number, closed: AbortSignal, work: (end: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const end = (): void => controller.abort();
  const timer = setTimeout(end, milliseconds);
  if (closed.aborted) end();
  else closed.addEventListener('abort', end, { once: true });
  try {
    return await work(controller.signal);
  } finally {
    clearTimeout(timer);
    closed.removeEventListener('abort', end);
  }
}

/** A connector that does not watch the signal must not hold up the line. */
function orTooLate<T>(answer: Promise<T>, end: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const tooLate = (): void => reject(new SourceFailure('timeout', 'tooLate'));
    if (end.aborted) tooLate();
    else end.addEventListener('abort', tooLate, { once: true });
    answer.then(resolve, reject).finally(() => end.removeEventListener('abort', tooLate));
  });
}

function isSourceAtFault(error: Error): boolean {
  return !(error instanceof SourceFailure) || !(error.code === 'noTurn' || isPutOff(error) || error.code === 'rejected');
}

/** The source said when it wants to be asked again. That is no fault, and the turns see to it. */
function isPutOff({ retryAfter }: SourceFailure): boolean {
  return retryAfter !== null;
}

function isWorthRepeating(error: Error): boolean {
  if (!(error instanceof SourceFailure) || error.code === 'noTurn') return false;
  return isPutOff(error) ? (error.retryAfter as number) <= LONGEST_WAIT : error.reason === 'unreachable' || error.reason === 'timeout';
}

type Backoff = IBackoffFactory<IRetryBackoffContext<unknown>>;

/** Waits no shorter than the source has asked for. */
function notBefore(factory: Backoff): Backoff {
  return {
    next(context): IBackoff<IRetryBackoffContext<unknown>> {
      const own = factory.next(context);
      const asked = 'error' in context.result && context.result.error instanceof SourceFailure ? context.result.error.retryAfter ?? 0 : 0;
      return { duration: Math.max(own.duration, asked), next: notBefore(own).next };
    },
  };
}

function stateOf(state: CircuitState): BreakerState {
  if (state === CircuitState.HalfOpen) return 'halfOpen';
  return state === CircuitState.Closed ? 'closed' : 'open';
}

function asSourceFailure(error: unknown): SourceFailure {
  if (error instanceof SourceFailure) return error;
  if (error instanceof BrokenCircuitError) return new SourceFailure('unreachable', 'leftAlone');
  if (error instanceof BulkheadRejectedError) return new SourceFailure('timeout', 'tooManyWaiting');
  // Whatever else a connector throws is a mistake of ours, and says nothing about anybody.
  return new SourceFailure('invalidAnswer', error instanceof Error ? error.name : 'unknown');
}
