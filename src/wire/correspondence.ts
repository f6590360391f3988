import { LONGEST_ADDRESS, MOST_ADDRESSES } from './evidence';
import { requestOf, textsOf } from './request';

/** Where the service is told who a mail was let go to: `POST {"addresses": [...]}`, answered without content. */
export const CORRESPONDENCE_PATH = '/api/v1/correspondence';

export interface CorrespondenceNote {
  readonly addresses: readonly string[];
}

/** What a note may hold. What was sent is never repeated in a problem. */
export const correspondenceNoteReader = requestOf({ addresses: textsOf('addresses', MOST_ADDRESSES, LONGEST_ADDRESS) });
