import { SourceFailure } from '../connector';

/** How often a source may be asked. */
export interface Rate {
  readonly requests: number;
  /** Milliseconds in which so many may go out. */
  readonly within: number;
}

export interface Turns {
  /** Resolves when a request may go out; rejects with a SourceFailure where that would be after `signal`, or later than `longest` milliseconds. */
  take(signal: AbortSignal, longest: number): Promise<void>;
  /** No request goes out for so many milliseconds: the source has asked for that. */
  pause(milliseconds: number): void;
}

/** A bucket of turns that fills up evenly. Whoever comes to an empty one waits in line. */
export function openTurns({ requests, within }: Rate, now: () => number): Turns {
  const each = within / requests;
  /** When the bucket will be, or was, full. */
  let fullAt = now();
  let pausedUntil = 0;
  let last = now();

  /** A clock that is set back must not make anybody wait for it to catch up. */
  const current = (): number => {
    const at = now();
    if (at < last) {
      fullAt += at - last;
      pausedUntil += at - last;
    }
    last = at;
    return at;
  };

  return {
    async take(signal, longest) {
      const at = current();
      const free = Math.max(pausedUntil, Math.max(fullAt, at) + each - within);
      if (free - at > longest) throw new SourceFailure('timeout', 'noTurn', free - at);
      fullAt = Math.max(fullAt, at) + each;
      if (free > at) await waited(free - at, signal);
      if (signal.aborted) throw new SourceFailure('timeout', 'tooLate');
    },
    pause(milliseconds) {
      pausedUntil = Math.max(pausedUntil, current() + milliseconds);
    },
  };
}

/** Resolves after so many milliseconds, or when the signal goes off. */
export function waited(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    if (signal.aborted) end();
    else signal.addEventListener('abort', end, { once: true });
  });
}
