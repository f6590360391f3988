import { isSection, type Problem } from '../core/reading';
import { MOST_ADDRESSES, textsIn } from './evidence';

/** Where the service is told who a mail was let go to: `POST {"addresses": [...]}`, answered without content. */
export const CORRESPONDENCE_PATH = '/api/v1/correspondence';

export interface CorrespondenceNote {
  readonly addresses: readonly string[];
}

export type CorrespondenceNoteResult =
  | { readonly ok: true; readonly note: CorrespondenceNote }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Reads a note, all problems at once. What was sent is never repeated in a problem. Never throws. */
export function readCorrespondenceNote(body: unknown): CorrespondenceNoteResult {
  if (!isSection(body)) return { ok: false, problems: [{ path: '', message: 'expected an object' }] };
  const problems: Problem[] = [];
  if (Object.keys(body).some((name) => name !== 'addresses')) problems.push({ path: '', message: 'expected the property "addresses" and no other' });
  const sent = Object.prototype.hasOwnProperty.call(body, 'addresses') ? body.addresses : undefined;
  const addresses = textsIn(sent, 'addresses', 'addresses', MOST_ADDRESSES, problems);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, note: { addresses } };
}
