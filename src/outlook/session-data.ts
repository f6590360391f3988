import type { SessionData } from '../core/ports';
import type { ComposedItem } from './item';
import type { OfficeCalls } from './office-calls';

/**
 * The item's session data: gone when the draft is closed, 50,000 characters for everything of ours
 * together (more from Mailbox 1.16), missing on some builds and late on Mac. So a place to
 * remember things in, never the only place something is known from.
 */
export function itemSessionData(calls: OfficeCalls, item: () => ComposedItem): SessionData {
  return {
    read: (key) =>
      calls
        .ask<string, string | null>(
          'sessionData.getAsync',
          (answer) => item().sessionData.getAsync(key, answer),
          (value) => (typeof value === 'string' ? value : null),
        )
        .catch(() => null),
    write: (key, value) =>
      calls
        .tell('sessionData.setAsync', (answer) => item().sessionData.setAsync(key, value, answer))
        .then(
          () => true,
          () => false,
        ),
  };
}
