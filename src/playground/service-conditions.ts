import { EVIDENCE_PATH, type EvidenceEntry, readEvidenceRequest } from '../wire/evidence';
import { POLICY_PATH, type PolicyAnswer } from '../wire/policy';

/**
 * How the add-in finds the service at the moment. An example may bring a policy and contacts of its
 * own; everything else is answered by the real service. Plain data, for it travels to a worker.
 */
export interface ServiceConditions {
  readonly isReachable: boolean;
  /** In place of the service's policy; `null`: the service's own. */
  readonly policy: PolicyAnswer | null;
  /** Known to the example; whoever is not among them is asked about at the service. */
  readonly contacts: readonly EvidenceEntry[];
}

export const UNCHANGED: ServiceConditions = { isReachable: true, policy: null, contacts: [] };

export type Reach = (address: string, init?: RequestInit) => Promise<Response>;

// Held on to, for the classic runtime takes them from its global scope.
const Answers = globalThis.Response;

/** Carries out a request of the add-in under these conditions. Rejects as `fetch` does where there is no service. */
export async function fetchUnder({ isReachable, policy, contacts }: ServiceConditions, reach: Reach, address: string, init?: RequestInit): Promise<Response> {
  if (!isReachable) throw new TypeError('Failed to fetch');
  const path = address.replace(/^https?:\/\/[^/]*/i, '').replace(/[?#].*$/, '');
  if (policy && path === POLICY_PATH) return json(policy);
  if (contacts.length === 0 || path !== EVIDENCE_PATH || typeof init?.body !== 'string') return reach(address, init);

  const asked = readEvidenceRequest(JSON.parse(init.body));
  if (!asked.ok) return reach(address, init);
  const { addresses } = asked.request;
  const own = contacts.filter((contact) => addresses.indexOf(contact.address) >= 0);
  const others = addresses.filter((one) => !own.some((contact) => contact.address === one));
  if (others.length === 0) return json({ contacts: own });

  const answer = await reach(address, { ...init, body: JSON.stringify({ addresses: others }) });
  if (!answer.ok) return answer;
  const said = await answer.json() as { readonly contacts: readonly EvidenceEntry[] };
  return json({ contacts: [...own, ...said.contacts] });
}

function json(body: unknown): Response {
  return new Answers(JSON.stringify(body), { status: 200, headers: { 'content-type': 'application/json' } });
}
