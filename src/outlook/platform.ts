import type { Place } from '../core/client';

/** `Office.context.platform`, or `null` where Office cannot say. Classic Windows is `PC`, web and new Windows are `OfficeOnline`. */
export function platform(): string | null {
  try {
    return String(Office.context.platform);
  } catch {
    return null;
  }
}

export function readPlace(): Place {
  switch (platform()) {
    case 'OfficeOnline':
      return 'web';
    case 'PC':
      return 'windows';
    case 'Mac':
      return 'mac';
    case 'Android':
    case 'iOS':
      return 'phone';
    default:
      return 'unknown';
  }
}
