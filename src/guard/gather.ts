import type { Acknowledgement } from '../core/decide';
import { answeredBySubject } from '../core/answered-subject';
import { type ComposeType, type Draft, type DraftPart, EMPTY_DRAFT, type HostPart, MEETING_FIELDS, MESSAGE_FIELDS, type Recipient } from '../core/draft';
import { parseAddress } from '../core/address';
import { isAtWork, participantsOf } from '../core/evaluate';
import { type Evidence, EVIDENCE_KINDS, evidenceOn, type EvidenceQuestion, type EvidenceSet, mergedEvidence, NO_EVIDENCE } from '../core/evidence';
import { defaultPolicy, type Policy, policyFor } from '../core/policy';
import type { Mailbox, PolicyOrigin } from '../core/ports';
import type { Participant } from '../core/rule';
import { readWriting } from '../core/writing';
import { acknowledgementIn, declaredPurpose, openedAs, readOpenedWith } from './draft-memory';
import { keepEvidence, keptEvidence } from './evidence-memory';
import type { GuardParts } from './parts';

/**
 * What is known of a draft at this moment. It begins with nothing read, and fills up as answers
 * come in, so that a verdict can be given at any time from what is there.
 */
export interface Known {
  draft: Draft;
  /** The organisation's whole policy; what counts for the sender is `policyFor` them. */
  policy: Policy;
  policyOrigin: PolicyOrigin;
  evidence: EvidenceSet;
  acknowledgement: Acknowledgement | null;
}

/** How long the service may take; each wait ends in `unknown`, never in an error. */
export interface Patience {
  readonly policyMilliseconds: number;
  /** 0: nobody is asked, and what is kept has to do. */
  readonly evidenceMilliseconds: number;
  /** Answers are kept with the draft for whoever looks next; a send has no time for that. */
  readonly keepAnswers: boolean;
}

export function nothingYet({ mailbox, rules }: GuardParts): Known {
  return {
    draft: { ...EMPTY_DRAFT, kind: mailbox.kind, from: null, composeType: null, unread: [...partsOf(mailbox), 'purpose', 'openedWith'] },
    policy: defaultPolicy(rules),
    policyOrigin: 'builtIn',
    evidence: NO_EVIDENCE,
    acknowledgement: null,
  };
}

/** Reads the draft and what belongs to it into `known`, then asks about people nobody asked about yet. */
export async function gather(parts: GuardParts, known: Known, patience: Patience): Promise<void> {
  const { mailbox, policies, clock } = parts;
  await Promise.all([
    readDraft(mailbox, known),
    keptEvidence(mailbox.session, clock.now()).then((evidence) => { known.evidence = evidence; }),
    acknowledgementIn(mailbox.session).then((acknowledgement) => { known.acknowledgement = acknowledgement; }),
    policies.policy(patience.policyMilliseconds).then(({ policy, origin }) => { known.policy = policy; known.policyOrigin = origin; }),
  ]);
  await askTheService(parts, known, patience, (answer) => !answer || !answer.known);
  // Who is on a list is known only now. A send has no time for a second question.
  if (patience.keepAnswers) await askTheService(parts, known, patience, (answer) => !answer);
}

async function readDraft(mailbox: Mailbox, known: Known): Promise<void> {
  const { session } = mailbox;
  const [draft, purpose, openedWith, opened] = await Promise.all([mailbox.readDraft(partsOf(mailbox)), declaredPurpose(session), readOpenedWith(session), openedAs(session)]);
  const untold: DraftPart[] = [];
  if (purpose === undefined) untold.push('purpose');
  if (openedWith === undefined) untold.push('openedWith');
  // The signed-in person stands in for a sender that could not be read; `unread` still says so.
  known.draft = {
    ...draft,
    from: draft.from || mailbox.owner,
    composeType: opened || composeTypeOf(draft),
    purpose: purpose || null,
    openedWith: openedWith || null,
    unread: [...draft.unread, ...untold],
  };
}

/**
 * Outlook calls replies new mail: in the send handler on a Mac, after they were opened again from
 * Drafts, and in some builds always (office-js issues 6739, 4835, 6652). A subject that answers, above
 * quoted mail, says more.
 */
function composeTypeOf({ kind, composeType, subject, body }: Draft): ComposeType | null {
  if (kind === 'meeting' || composeType === 'reply' || composeType === 'forward') return composeType;
  const answered = answeredBySubject(subject);
  return answered !== null && readWriting(body).headings.length > 0 ? answered : composeType;
}

type Answer = Evidence<unknown> | undefined;

/** Asks about those whose answer so far, if any, is `open`. */
async function askTheService(parts: GuardParts, known: Known, { evidenceMilliseconds, keepAnswers }: Patience, isOpen: (answer: Answer) => boolean): Promise<void> {
  const { evidence, mailbox, clock } = parts;
  const question = openQuestion(parts, known, isOpen);
  if (evidenceMilliseconds === 0 || EVIDENCE_KINDS.every((kind) => question[kind].length === 0)) return;
  const answers = await evidence.ask(question, evidenceMilliseconds);
  known.evidence = mergedEvidence(known.evidence, answers);
  if (keepAnswers) await keepEvidence(mailbox.session, answers, clock.now());
}

/** Only what a rule in force wants to know of people outside, their domains, and lists. */
function openQuestion({ rules, world }: GuardParts, { draft, policy: whole, evidence }: Known, isOpen: (answer: Answer) => boolean): EvidenceQuestion {
  const policy = policyFor(whole, draft.from);
  const wanted = new Set<string>();
  for (const rule of rules) if (isAtWork(rule, policy)) for (const kind of rule.needs) wanted.add(kind);
  const people = new Set<string>();
  const lists = new Set<string>();
  const domains = new Set<string>();
  for (const { standing, key, parsed, list } of addressed(draft, policy, evidence, world)) {
    if (!parsed.usable) continue;
    if (list) lists.add(key);
    else if (standing === 'external') {
      people.add(key);
      domains.add(parsed.domain);
    }
  }
  const open = (kind: keyof EvidenceSet, keys: ReadonlySet<string>): readonly string[] =>
    (wanted.has(kind) ? Array.from(keys).filter((key) => isOpen((evidence[kind] as ReadonlyMap<string, Evidence<unknown>>).get(key))) : []);
  return { contacts: open('contacts', people), members: open('members', lists), domains: open('domains', domains), correspondence: open('correspondence', people) };
}

/** Everybody in the fields and everybody known to be on a list there. */
function addressed(draft: Draft, policy: Policy, { members }: EvidenceSet, world: GuardParts['world']): readonly Participant[] {
  const onLists: Recipient[] = [];
  for (const { address, field, list } of draft.recipients) {
    const parsed = list ? parseAddress(address) : null;
    const known = parsed && parsed.usable ? evidenceOn(members, parsed.key) : null;
    if (known && known.known) for (const person of known.value.members) onLists.push({ ...person, field });
  }
  return participantsOf({ ...draft, recipients: [...draft.recipients, ...onLists] }, policy, world);
}

function partsOf({ kind }: Mailbox): readonly HostPart[] {
  return [...(kind === 'message' ? MESSAGE_FIELDS : MEETING_FIELDS), 'from', 'subject', 'body', 'attachments', 'label', 'categories'];
}
