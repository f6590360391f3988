import type { ConsentTag, Contact, Evidence, LegalBasis, TagPurpose, UnknownReason } from '../../core/evidence';

/** What several sources say of one person comes to. */
export interface MergedContact {
  readonly evidence: Evidence<Contact>;
  /** Where they say different things of the same purpose. */
  readonly conflicts: readonly Conflict[];
}

/** Sources that contradict each other, with the words of each. `counts` is the one that is taken: the least permissive. */
export interface Conflict {
  readonly purpose: TagPurpose;
  readonly said: readonly { readonly source: string; readonly status: ConsentTag['status'] }[];
  readonly counts: ConsentTag['status'];
}

/** From the least permissive to the most. */
const STRICTNESS: readonly ConsentTag['status'][] = ['objected', 'withdrawn', 'pending', 'expired', 'granted'];

/** Bases on which nothing may be advertised; two of them contradict nobody. */
const ADVERTISING_BASES: readonly LegalBasis[] = ['consent', 'existing-customer'];

/**
 * Everything all sources say of one person, each tag under its source's name; core/consent.ts lets the least permissive one count. As old as the
 * oldest part. Where a source did not answer, consents of others count for nothing, since it may hold the withdrawal: left are the
 * refusals, with the reason; without any it is unknown.
 */
export function mergedContact(answers: readonly Evidence<Contact>[]): MergedContact {
  const known = answers.flatMap((answer) => (answer.known ? [answer] : []));
  const unanswered = answers.map(silenceIn).find((reason) => reason !== null) ?? null;
  const tags = known.flatMap(({ value }) => value.tags);
  if (unanswered !== null) {
    const refusals = tags.filter(isRefusal);
    if (refusals.length === 0) return { evidence: { known: false, reason: unanswered }, conflicts: [] };
    return { evidence: { known: true, value: { ...described(known.map(({ value }) => value)), record: 'known', tags: refusals, unanswered }, ...ageOf(known) }, conflicts: conflictsIn(tags) };
  }
  const record = known.some(({ value }) => value.record === 'known') ? 'known' : 'unknown';
  return { evidence: { known: true, value: { ...described(known.map(({ value }) => value)), record, tags }, ...ageOf(known) }, conflicts: conflictsIn(tags) };
}

function silenceIn(answer: Evidence<Contact>): UnknownReason | null {
  return answer.known ? answer.value.unanswered ?? null : answer.reason;
}

function isRefusal({ status }: ConsentTag): boolean {
  return status === 'objected' || status === 'withdrawn';
}

/** What is not consent comes from the first source that has it; a safeguard stays with its own end. */
function described(contacts: readonly Contact[]): Omit<Contact, 'record' | 'tags' | 'unanswered'> {
  const named = contacts.find(({ name }) => name !== undefined);
  const located = contacts.find(({ country }) => country !== undefined);
  const guarded = contacts.find(({ safeguard }) => safeguard !== undefined);
  return {
    ...(named?.name !== undefined && { name: named.name }),
    ...(located?.country !== undefined && { country: located.country }),
    ...(guarded?.safeguard !== undefined && { safeguard: guarded.safeguard }),
    ...(guarded?.safeguardUntil !== undefined && { safeguardUntil: guarded.safeguardUntil }),
  };
}

function ageOf(known: readonly { readonly age?: number }[]): { readonly age?: number } {
  const age = Math.max(0, ...known.map((each) => each.age ?? 0));
  return age > 0 ? { age } : {};
}

function conflictsIn(tags: readonly ConsentTag[]): readonly Conflict[] {
  const speaking = tags.filter(({ basis, status }) => status !== 'granted' || ADVERTISING_BASES.includes(basis));
  return [...new Set(speaking.map(({ purpose }) => purpose))].flatMap((purpose): readonly Conflict[] => {
    const said = speaking.filter((tag) => tag.purpose === purpose).map(({ source = '', status }) => ({ source, status }));
    const apart = new Set(said.map(({ source }) => source)).size > 1 && new Set(said.map(({ status }) => status)).size > 1;
    const counts = STRICTNESS.find((status) => said.some((each) => each.status === status));
    return apart && counts !== undefined ? [{ purpose, said, counts }] : [];
  });
}
