import type { FastifyInstance } from 'fastify';
import { parseAddress } from '../core/address';
import { contactOf } from '../core/evidence';
import type { Policy } from '../core/policy';
import { contactsByKey } from '../store/contacts';
import type { Store } from '../store/open-store';
import { EVIDENCE_PATH, evidenceAnswer, readEvidenceRequest } from '../wire/evidence';
import { POLICY_PATH, policyAnswer } from '../wire/policy';
import { sendTagged } from './add-in-files';

/** What the add-in asks for: the policy, and what is known of its recipients. */
export function serveApi(app: FastifyInstance, store: Store, policy: Policy): void {
  const policyText = JSON.stringify(policyAnswer(policy));
  app.get(POLICY_PATH, (request, reply) => sendTagged(request, reply.type('application/json; charset=utf-8'), policyText));

  app.post(EVIDENCE_PATH, async (request, reply) => {
    reply.header('cache-control', 'no-store');
    const result = readEvidenceRequest(request.body);
    if (!result.ok) return reply.code(400).send({ problems: result.problems });

    const asked = result.request.addresses.map((address) => ({ address, parsed: parseAddress(address) }));
    const contacts = await contactsByKey(store, asked.flatMap(({ parsed }) => (parsed.usable ? [parsed.key] : [])));
    return evidenceAnswer(asked.map(({ address, parsed }) => ({
      address,
      // Nobody can be looked up under what is no address, so nobody has been.
      evidence: parsed.usable ? contactOf(contacts, parsed.key) : { known: false, reason: 'notAsked' },
    })));
  });
}
