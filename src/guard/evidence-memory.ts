import type { EvidenceSet } from '../core/evidence';
import type { SessionData } from '../core/ports';
import { decodeEvidence, encodeEvidence, EVIDENCE_ROOM } from '../wire/evidence-text';

const EVIDENCE = 'umsicht.evidence';

/** Answers already given for this draft and still fresh, whoever asked: the pane or an event. */
export async function keptEvidence(session: SessionData, now: number): Promise<EvidenceSet> {
  return decodeEvidence((await session.read(EVIDENCE)) || null, now);
}

/** Adds answers that have just arrived. Those kept before keep their age. */
export async function keepEvidence(session: SessionData, answers: EvidenceSet, now: number): Promise<void> {
  await session.write(EVIDENCE, encodeEvidence(answers, now, EVIDENCE_ROOM, (await session.read(EVIDENCE)) || null));
}

/** Makes room for something else; whoever wants to know asks again. */
function forgetEvidence(session: SessionData): Promise<boolean> {
  return session.write(EVIDENCE, '');
}

/**
 * Keeps what nobody can find out again: what the sender has decided, and where people stood. Where Outlook has no room for it, the
 * answers about people go. False where it could not be kept all the same.
 */
export async function keepForSure(session: SessionData, key: string, value: string): Promise<boolean> {
  return (await session.write(key, value)) || ((await forgetEvidence(session)) && session.write(key, value));
}
