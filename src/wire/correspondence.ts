import type { Reader } from '../core/reading';
import { LONGEST_ADDRESS, MOST_ADDRESSES } from './evidence';
import { requestOf, textsOf } from './request';

/** Where the service is told who a mail was let go to: `POST {"addresses": [...]}`, answered without content. */
export const CORRESPONDENCE_PATH = '/api/v1/correspondence';

export interface CorrespondenceNote {
  readonly addresses: readonly string[];
}

/** Reads a note. What was sent is never repeated in a problem. Made when asked for: the send bundle, which only sends notes, need not hold it. */
export function correspondenceNoteReader(): Reader<CorrespondenceNote> {
  return requestOf({ addresses: textsOf('addresses', MOST_ADDRESSES, LONGEST_ADDRESS) });
}
