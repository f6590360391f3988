import type { Clock } from '../core/ports';

/** What the page finds itself in. */
export type Surroundings = 'draft' | 'noDraft' | 'notOutlook' | 'officeMissing';

/** Office.js loads more files from Microsoft before it is ready; a blocked one never answers. */
const PATIENCE_MILLISECONDS = 10000;

/**
 * Finds out where the page runs. Calls back with `officeMissing` if Office.js is not there or does
 * not get ready in time, and once more should it get ready after all.
 */
export function watchForOffice(clock: Clock, found: (surroundings: Surroundings) => void): void {
  if (typeof Office === 'undefined' || typeof Office.onReady !== 'function') return found('officeMissing');
  const callOff = clock.after(PATIENCE_MILLISECONDS, () => found('officeMissing'));
  Office.onReady().then(
    (info) => {
      callOff();
      found(surroundingsOf(info as { host?: unknown } | null));
    },
    () => {
      callOff();
      found('officeMissing');
    },
  );
}

function surroundingsOf(info: { host?: unknown } | null): Surroundings {
  if (!info || info.host !== 'Outlook') return 'notOutlook';
  try {
    // A message that is read has its recipients as plain lists; one that is written has to be asked.
    const item = Office.context.mailbox.item as { to?: { getAsync?: unknown }; requiredAttendees?: { getAsync?: unknown } } | null | undefined;
    const field = item && (item.to || item.requiredAttendees);
    return field && typeof field.getAsync === 'function' ? 'draft' : 'noDraft';
  } catch {
    return 'noDraft';
  }
}
