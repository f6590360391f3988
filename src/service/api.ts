import type { FastifyInstance } from 'fastify';
import type { Policy } from '../core/policy';
import { EVIDENCE_PATH, evidenceAnswer, readEvidenceRequest } from '../wire/evidence';
import { POLICY_PATH, policyAnswer } from '../wire/policy';
import { sendTagged } from './add-in-files';
import { answerFrom, type EvidenceSources } from './evidence';

/** What the add-in asks for: the policy, and what is known of its recipients. */
export function serveApi(app: FastifyInstance, sources: EvidenceSources, policy: Policy): void {
  const policyText = JSON.stringify(policyAnswer(policy));
  app.get(POLICY_PATH, (request, reply) => sendTagged(request, reply.type('application/json; charset=utf-8'), policyText));

  app.post(EVIDENCE_PATH, async (request, reply) => {
    reply.header('cache-control', 'no-store');
    const result = readEvidenceRequest(request.body);
    if (!result.ok) return reply.code(400).send({ problems: result.problems });
    return evidenceAnswer(result.question, await answerFrom(sources, result.question));
  });
}
