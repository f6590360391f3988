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
export async function forgetEvidence(session: SessionData): Promise<void> {
  await session.write(EVIDENCE, '');
}
