import { EVIDENCE_KINDS, type EvidenceQuestion, type EvidenceSet, mergedEvidence } from '../core/evidence';
import { defaultPolicy, type Policy } from '../core/policy';
import type { Clock, CorrespondenceLog, EvidenceSource, PolicySource } from '../core/ports';
import type { Rule } from '../core/rule';
import { allUnknown, EVIDENCE_PATH, evidenceRequest, LONGEST_ADDRESS, perKind, readEvidenceAnswer } from '../wire/evidence';
import { POLICY_PATH, readPolicyAnswer } from '../wire/policy';
import { type Fetch, inTime, request } from './http';
import { noteCorrespondence } from './note-correspondence';

/** Room for one text that outlives this client. What it gives back is not trusted. */
export interface Keep {
  read(): Promise<string | null>;
  write(text: string): Promise<unknown>;
}

export interface ServiceClientParts {
  /** Where the service is, such as `https://umsicht.firm.example`: classic Outlook takes absolute addresses only. */
  readonly origin: string;
  readonly fetch: Fetch;
  readonly clock: Clock;
  /** The rules this build has; the policy is read for them, and its defaults are theirs. */
  readonly rules: readonly Rule[];
  /** Where the last good policy is kept between two starts. */
  readonly keep?: Keep;
}

/** People, domains and earlier mail per request; more are asked about in several requests at once. */
export const ADDRESSES_AT_ONCE = 100;

/** Lists per request. They go out by themselves, so that a slow directory holds up nothing else. */
export const LISTS_AT_ONCE = 5;

/** The service, as the add-in asks it. Nothing here rejects, and everything ends within its time. */
export function createServiceClient(parts: ServiceClientParts): EvidenceSource & PolicySource & CorrespondenceLog {
  const origin = parts.origin.replace(/\/+$/, '');
  return {
    ask: (question, within) => ask(parts, `${origin}${EVIDENCE_PATH}`, question, within),
    note: (addressKeys) => noteCorrespondence(parts.fetch, origin, addressKeys),
    policy: policyMemory(parts, `${origin}${POLICY_PATH}`),
  };
}

async function ask({ fetch, clock }: ServiceClientParts, url: string, question: EvidenceQuestion, within: number): Promise<EvidenceSet> {
  const whole = perKind((kind) => Array.from(new Set(question[kind])));
  // The service refuses a request with an overlong text in it, and the others should not suffer for that.
  const short = perKind((kind) => whole[kind].filter((key) => key.length <= LONGEST_ADDRESS));
  const answers = await Promise.all(portionsOf(short).map(async (portion) => {
    const result = await request(fetch, clock, { url, body: evidenceRequest(portion), within });
    return result.ok ? readEvidenceAnswer(result.body, portion) : allUnknown(portion, result.reason);
  }));
  return answers.reduce(mergedEvidence, allUnknown(whole, 'refused'));
}

function portionsOf(question: EvidenceQuestion): readonly EvidenceQuestion[] {
  const portions: EvidenceQuestion[] = [];
  const count = Math.max(...EVIDENCE_KINDS.map((kind) => Math.ceil(question[kind].length / (kind === 'members' ? LISTS_AT_ONCE : ADDRESSES_AT_ONCE))));
  for (let index = 0; index < count; index += 1) {
    const portion = (lists: boolean): EvidenceQuestion => perKind((kind) => {
      if ((kind === 'members') !== lists) return [];
      const size = lists ? LISTS_AT_ONCE : ADDRESSES_AT_ONCE;
      return question[kind].slice(index * size, (index + 1) * size);
    });
    portions.push(...[portion(false), portion(true)].filter((each) => EVIDENCE_KINDS.some((kind) => each[kind].length > 0)));
  }
  return portions;
}

interface KnownPolicy {
  readonly policy: Policy;
  readonly etag: string | null;
}

/** Asks for the policy; the last good one stands in while the service does not answer, and the defaults before the first. */
function policyMemory({ fetch, clock, rules, keep }: ServiceClientParts, url: string): PolicySource['policy'] {
  let last: KnownPolicy | null = null;

  return async (within) => {
    const start = clock.now();
    if (!last && keep) {
      const kept = await inTime<KnownPolicy | null>(clock, within / 4, async () => readKept(await keep.read(), rules), () => null);
      // Another call may have had an answer meanwhile, which is newer than anything kept.
      last = last || kept;
    }
    const result = await request(fetch, clock, { url, ifNoneMatch: last && last.etag, within: Math.max(0, within - (clock.now() - start)) });
    if (result.ok && result.status === 304 && last) return { policy: last.policy, origin: 'service' };
    const policy = result.ok ? readPolicyAnswer(result.body, rules) : undefined;
    if (result.ok && policy) {
      last = { policy, etag: result.etag };
      if (keep) remember(keep, JSON.stringify({ etag: result.etag, policy: (result.body as { policy: unknown }).policy }));
      return { policy, origin: 'service' };
    }
    return last ? { policy: last.policy, origin: 'lastGood' } : { policy: defaultPolicy(rules), origin: 'builtIn' };
  };
}

function readKept(text: string | null, rules: readonly Rule[]): KnownPolicy | null {
  if (!text) return null;
  const kept: unknown = JSON.parse(text);
  const policy = readPolicyAnswer(kept, rules);
  const { etag } = kept as { etag?: unknown };
  return policy ? { policy, etag: typeof etag === 'string' ? etag : null } : null;
}

/** Nobody waits for it, and what cannot be kept is asked for again. */
function remember(keep: Keep, text: string): void {
  new Promise((resolve) => resolve(keep.write(text))).catch(() => undefined);
}
