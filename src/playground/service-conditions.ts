import { EVIDENCE_KINDS, type EvidenceSet, mergedEvidence, NO_EVIDENCE } from '../core/evidence';
import { EVIDENCE_PATH, evidenceAnswer, evidenceRequest, perKind, readEvidenceAnswer } from '../wire/evidence';
import { readEvidenceRequest } from '../wire/evidence-request';
import { POLICY_PATH, type PolicyAnswer } from '../wire/policy';

/**
 * How the add-in finds the service at the moment. An example may bring a policy and evidence of its
 * own; everything else is answered by the real service. Plain data, for it travels to a worker.
 */
export interface ServiceConditions {
  readonly isReachable: boolean;
  /** In place of the service's policy; `null`: the service's own. */
  readonly policy: PolicyAnswer | null;
  /** Known to the example, by the keys the add-in asks with; the service is asked about everything else. */
  readonly evidence: EvidenceSet;
}

export const UNCHANGED: ServiceConditions = { isReachable: true, policy: null, evidence: NO_EVIDENCE };

export type Reach = (address: string, init?: RequestInit) => Promise<Response>;

// Held on to, for the classic runtime takes them from its global scope.
const Answers = globalThis.Response;

/** Carries out a request of the add-in under these conditions. Rejects as `fetch` does where there is no service. */
export async function fetchUnder({ isReachable, policy, evidence }: ServiceConditions, reach: Reach, address: string, init?: RequestInit): Promise<Response> {
  if (!isReachable) throw new TypeError('Failed to fetch');
  const path = address.replace(/^https?:\/\/[^/]*/i, '').replace(/[?#].*$/, '');
  if (policy && path === POLICY_PATH) return json(policy);
  const isSilent = EVIDENCE_KINDS.every((kind) => evidence[kind].size === 0);
  if (isSilent || path !== EVIDENCE_PATH || typeof init?.body !== 'string') return reach(address, init);

  const asked = readEvidenceRequest(JSON.parse(init.body));
  if (!asked.ok) return reach(address, init);
  const { question } = asked;
  const others = perKind((kind) => question[kind].filter((key) => !evidence[kind].has(key)));
  if (EVIDENCE_KINDS.every((kind) => others[kind].length === 0)) return json(evidenceAnswer(question, evidence));

  const answer = await reach(address, { ...init, body: JSON.stringify(evidenceRequest(others)) });
  if (!answer.ok) return answer;
  return json(evidenceAnswer(question, mergedEvidence(readEvidenceAnswer(await answer.json(), others), evidence)));
}

function json(body: unknown): Response {
  return new Answers(JSON.stringify(body), { status: 200, headers: { 'content-type': 'application/json' } });
}
