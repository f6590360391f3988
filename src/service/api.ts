import type { FastifyInstance } from 'fastify';
import type { Policy } from '../core/policy';
import { CORRESPONDENCE_PATH, readCorrespondenceNote } from '../wire/correspondence';
import { EVIDENCE_PATH, evidenceAnswer, readEvidenceRequest } from '../wire/evidence';
import { POLICY_PATH, policyAnswer } from '../wire/policy';
import { sendTagged } from './add-in-files';
import { answerFrom, type EvidenceSources, keyOf } from './evidence';

export interface ApiParts {
  readonly policy: Policy;
  readonly sources: EvidenceSources;
  /** Takes down who was written to, by address key. */
  readonly noteCorrespondence: (addressKeys: readonly string[]) => Promise<void>;
}

/** What the add-in asks for: the policy, and what is known of its recipients; and what it tells: who was written to. */
export function serveApi(app: FastifyInstance, { policy, sources, noteCorrespondence }: ApiParts): void {
  const policyText = JSON.stringify(policyAnswer(policy));
  app.get(POLICY_PATH, (request, reply) => sendTagged(request, reply.type('application/json; charset=utf-8'), policyText));

  app.post(EVIDENCE_PATH, async (request, reply) => {
    reply.header('cache-control', 'no-store');
    const result = readEvidenceRequest(request.body);
    if (!result.ok) return reply.code(400).send({ problems: result.problems });
    return evidenceAnswer(result.question, await answerFrom(sources, result.question));
  });

  app.post(CORRESPONDENCE_PATH, async (request, reply) => {
    reply.header('cache-control', 'no-store');
    const result = readCorrespondenceNote(request.body);
    if (!result.ok) return reply.code(400).send({ problems: result.problems });
    await noteCorrespondence(result.note.addresses.map(keyOf).filter((key) => key !== undefined));
    return reply.code(204).send();
  });
}
