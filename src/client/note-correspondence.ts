import { LONGEST_ADDRESS, MOST_ADDRESSES } from '../wire/evidence';
import { CORRESPONDENCE_PATH, type CorrespondenceNote } from '../wire/correspondence';
import type { Fetch } from './http';

/** Characters sent along with `keepalive`, of the 64 KB a browser allows for all such requests together. */
const KEPT_ALIVE = 50_000;

/**
 * Tells the service who a mail was let go to. Returns as soon as the requests are handed over: the
 * event that sends the mail ends right after, and Outlook may end this runtime with it. What
 * does not arrive is lost, and never known.
 */
export function noteCorrespondence(fetch: Fetch, origin: string, addressKeys: readonly string[]): void {
  const keys = Array.from(new Set(addressKeys)).filter((key) => key.length <= LONGEST_ADDRESS);
  let sent = 0;
  for (let start = 0; start < keys.length; start += MOST_ADDRESSES) {
    const note: CorrespondenceNote = { addresses: keys.slice(start, start + MOST_ADDRESSES) };
    const body = JSON.stringify(note);
    sent += body.length;
    try {
      fetch(`${origin}${CORRESPONDENCE_PATH}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        redirect: 'error',
        cache: 'no-store',
        body,
        ...(sent <= KEPT_ALIVE && { keepalive: true }),
      }).then(undefined, () => undefined);
    } catch {
      // A client without fetch, or one that gives no promise, takes nothing down.
    }
  }
}
