import type { ContactEvidence } from '../core/evidence';
import type { SessionData } from '../core/ports';
import { decodeEvidence, encodeEvidence } from '../wire/kept-evidence';

const EVIDENCE = 'umsicht.evidence';

/** Older clients keep 50,000 characters per draft in all; the rest is left to the smaller notes. */
const MAX_CHARACTERS = 40000;

/** Answers already given for this draft and still fresh, whoever asked: the pane or an event. */
export async function keptEvidence(session: SessionData, now: number): Promise<ContactEvidence> {
  const text = await session.read(EVIDENCE);
  return text ? decodeEvidence(text, now) : new Map();
}

/** Only what is known is kept; who could not be asked is asked again. */
export async function keepEvidence(session: SessionData, contacts: ContactEvidence, now: number): Promise<void> {
  await session.write(EVIDENCE, encodeEvidence(contacts, now, MAX_CHARACTERS));
}
