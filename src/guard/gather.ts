import type { Acknowledgement } from '../core/decide';
import { type Draft, EMPTY_DRAFT, type HostPart, MEETING_FIELDS, MESSAGE_FIELDS } from '../core/draft';
import { participantsOf } from '../core/evaluate';
import { contactOf, type ContactEvidence } from '../core/evidence';
import { defaultPolicy, type Policy } from '../core/policy';
import type { Mailbox, PolicyOrigin } from '../core/ports';
import { acknowledgementIn, declaredPurpose } from './draft-memory';
import { keepEvidence, keptEvidence } from './evidence-memory';
import type { GuardParts } from './parts';

/**
 * What is known of a draft at this moment. It begins with nothing read, and fills up as answers
 * come in, so that a verdict can be given at any time from what is there.
 */
export interface Known {
  draft: Draft;
  policy: Policy;
  policyOrigin: PolicyOrigin;
  contacts: ContactEvidence;
  acknowledgement: Acknowledgement | null;
}

/** How long the service may take; each wait ends in `unknown`, never in an error. */
export interface Patience {
  readonly policyMilliseconds: number;
  readonly evidenceMilliseconds: number;
  /** Answers are kept with the draft for whoever looks next; a send has no time for that. */
  readonly keepAnswers: boolean;
}

export function nothingYet({ mailbox, rules }: GuardParts): Known {
  return {
    draft: { ...EMPTY_DRAFT, kind: mailbox.kind, from: null, composeType: null, unread: [...partsOf(mailbox), 'purpose'] },
    policy: defaultPolicy(rules),
    policyOrigin: 'builtIn',
    contacts: new Map(),
    acknowledgement: null,
  };
}

/** Reads the draft and what belongs to it into `known`, then asks about people nobody asked about yet. */
export async function gather(parts: GuardParts, known: Known, patience: Patience): Promise<void> {
  const { mailbox, policies, clock } = parts;
  await Promise.all([
    readDraft(mailbox, known),
    keptEvidence(mailbox.session, clock.now()).then((contacts) => { known.contacts = contacts; }),
    acknowledgementIn(mailbox.session).then((acknowledgement) => { known.acknowledgement = acknowledgement; }),
    policies.policy(patience.policyMilliseconds).then(({ policy, origin }) => { known.policy = policy; known.policyOrigin = origin; }),
  ]);
  await askAboutStrangers(parts, known, patience);
}

async function readDraft(mailbox: Mailbox, known: Known): Promise<void> {
  const [draft, purpose] = await Promise.all([mailbox.readDraft(partsOf(mailbox)), declaredPurpose(mailbox.session)]);
  // The signed-in person stands in for a sender that could not be read; `unread` still says so.
  known.draft = {
    ...draft,
    from: draft.from || mailbox.owner,
    purpose: purpose || null,
    unread: purpose === undefined ? [...draft.unread, 'purpose'] : draft.unread,
  };
}

/** Only people outside are asked about, only if a rule in force wants to know, and only once. */
async function askAboutStrangers({ evidence, mailbox, clock, rules, world }: GuardParts, known: Known, { evidenceMilliseconds, keepAnswers }: Patience): Promise<void> {
  const wanted = rules.some((rule) => rule.needs.length > 0 && known.policy.rules[rule.id]?.severity !== 'off');
  if (!wanted) return;
  const keys = new Set<string>();
  for (const { standing, key } of participantsOf(known.draft, known.policy, world)) {
    if (standing === 'external' && !contactOf(known.contacts, key).known) keys.add(key);
  }
  if (keys.size === 0) return;
  const answers = await evidence.contacts(Array.from(keys), evidenceMilliseconds);
  const merged = new Map(known.contacts);
  answers.forEach((answer, key) => merged.set(key, answer));
  known.contacts = merged;
  if (keepAnswers) await keepEvidence(mailbox.session, answers, clock.now());
}

function partsOf({ kind }: Mailbox): readonly HostPart[] {
  return [...(kind === 'message' ? MESSAGE_FIELDS : MEETING_FIELDS), 'from', 'subject', 'body', 'attachments'];
}
