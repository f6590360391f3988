import type { MailboxFailure, SessionData } from '../core/ports';
import type { ComposedItem } from './item';
import type { OfficeCalls } from './office-calls';

/** Office.js's code for a key that was never set. */
const KEY_NOT_FOUND = 9050;

/**
 * The item's session data: gone when the draft is closed, 50,000 characters for everything of ours
 * together (more from Mailbox 1.16), missing on some builds and late on Mac. So a place to
 * remember things in, never the only place something is known from.
 */
export function itemSessionData(calls: OfficeCalls, item: () => ComposedItem): SessionData {
  return {
    read(key) {
      if (!hasSessionData(item)) return Promise.resolve(null);
      return calls
        // A success without a value is how a client that is late with it says that nothing is stored.
        .askWhetherAny<string, string | null>(
          'sessionData.getAsync',
          (answer) => item().sessionData.getAsync(key, answer),
          (value) => (typeof value === 'string' ? value : null),
        )
        .catch((failure: MailboxFailure) => (failure.code === KEY_NOT_FOUND ? null : undefined));
    },
    write: (key, value) =>
      calls
        .tell('sessionData.setAsync', (answer) => item().sessionData.setAsync(key, value, answer))
        .then(
          () => true,
          () => false,
        ),
  };
}

function hasSessionData(item: () => ComposedItem): boolean {
  try {
    return typeof item().sessionData.getAsync === 'function';
  } catch {
    return false;
  }
}
