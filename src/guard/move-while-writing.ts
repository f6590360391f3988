import { addressKey } from '../core/address';
import { actionFor } from '../core/decide';
import { type Draft, inField, MESSAGE_FIELDS, type Person, type Recipient } from '../core/draft';
import { applyEdit, type UndoEdit, undoOf } from '../core/edit';
import { evaluate, type Outcome, participantsOf } from '../core/evaluate';
import { NO_EVIDENCE } from '../core/evidence';
import type { Policy } from '../core/policy';
import type { Review } from '../presentation/pane-view';
import { convert } from './convert';
import { lastUndo, rememberUndo } from './draft-memory';
import { areMovesDeclined, hasMark, isWritten, type Moves, movesOf, rememberMoves, withMarks, withoutMarks } from './moves-memory';
import type { GuardParts } from './parts';
import { review } from './review';
import { QUIET_AFTER_SEND, type Turn, wasSentWithin } from './turn';

/**
 * So long nobody may have touched the recipients before people move by themselves: somebody who is
 * still typing names would find them gone under their hands. Milliseconds.
 */
const QUIET = 4000;

/** Longer than a call to Outlook may take, so that whoever had the turn before has seen that it is lost. Milliseconds. */
const HAND_OVER = 2500;

const QUICKLY = { policyMilliseconds: 1000, evidenceMilliseconds: 0, keepAnswers: false };

/** What is to be done about the recipients, from the state in which they were found. */
export interface MovePlan {
  /** Addresses that go to Bcc now. Empty: there is only something to be noted. */
  readonly people: readonly string[];
  /** Half of them stand in Bcc already, since something stopped an earlier event. */
  readonly isUnderWay: boolean;
  readonly moves: Moves;
}

/**
 * Who would move to Bcc by themselves, if the policy says so: those whom a rule proposes to move where
 * Send would ask about it and moving them settles it. `null`: nobody, and nothing is to be noted.
 *
 * Nobody moves in a draft that is only looked at, or in which a move was taken back, or which the
 * sender has acknowledged as it is; where a list was cut off or somebody cannot be told to be inside
 * or outside; in a meeting; and nobody whom the sender has moved back by hand.
 */
export async function plannedMoves(parts: GuardParts, turn: Turn, found: Review): Promise<MovePlan | null> {
  const { mailbox: { session }, clock } = parts;
  const { draft, policy } = found;
  const isWhole = !MESSAGE_FIELDS.some((field) => draft.unread.indexOf(field) >= 0);
  if (!policy.writing.moveToBcc || draft.kind !== 'message' || !isWhole || !turn.isKept) return null;
  if (!(await isWritten(session, draft, clock.now()))) return null;
  const [before, declined, justSent] = await Promise.all([movesOf(session), areMovesDeclined(session), wasSentWithin(QUIET_AFTER_SEND, session, clock)]);
  if (before === undefined || declined !== false || justSent) return null;
  const plan = planFrom(found, before, parts);
  return plan.people.length > 0 || plan.moves !== before ? plan : null;
}

/**
 * Carries out what was planned once nobody has touched the draft for a while, from the state it is in
 * by then. False if nothing was changed: somebody else has the turn, or there is nothing to do any more.
 *
 * What is intended, and the way back, is kept with the draft before the first change: changing
 * recipients raises the event that leads here, and on the web and new Windows that ends whatever runs
 * (office-js issues 4669, 5132). The next event carries on from the state it finds, and whoever is
 * overtaken changes nothing any more.
 */
export async function carryOutMoves(parts: GuardParts, turn: Turn, seen: MovePlan): Promise<boolean> {
  const { mailbox: { session }, clock } = parts;
  await new Promise<void>((over) => clock.after(seen.isUnderWay ? HAND_OVER : QUIET, over));
  if ((await turn.holder()) !== 'me') return false;
  const found = await review(parts, QUICKLY);
  const plan = await plannedMoves(parts, turn, found);
  if (plan === null || (await turn.holder()) !== 'me') return false;
  if (plan.people.length > 0) return plan.moves.begun <= mostBegun(plan) && move(parts, turn, found.draft, plan);
  await rememberMoves(session, plan.moves);
  return false;
}

/** Conversions that may begin without one that comes to its end; then the draft is left to Send. */
function mostBegun({ people }: MovePlan): number {
  return 8 + Math.ceil(people.length / 25);
}

function planFrom(found: Review, before: Moves, parts: GuardParts): MovePlan {
  const { draft } = found;
  const inBcc = new Set(inField(draft, 'bcc').map(({ address }) => addressKey(address)));
  const visible = draft.recipients.filter(({ field }) => field !== 'bcc');
  // Whoever was moved and stands where they were has been moved back, unless the move has not come so far.
  const isByHand = (person: Recipient) => hasMark(before.moved, person) && !hasMark(before.kept, person)
    && (before.moving.length === 0 || (hasMark(before.arrived, person) && !inBcc.has(addressKey(person.address))));
  const byHand = visible.filter(isByHand);
  const moves = byHand.length > 0 ? { ...before, kept: withMarks(before.kept, byHand) } : before;
  const mayMove = (address: string) => !visible.some((person) => addressKey(person.address) === addressKey(address) && hasMark(moves.kept, person));

  if (moves.moving.some((address) => inBcc.has(addressKey(address)))) {
    const here = new Set(visible.map(({ address }) => addressKey(address)));
    const left = moves.moving.filter((address) => here.has(addressKey(address)) && mayMove(address));
    const arrived = withMarks(moves.arrived, inField(draft, 'bcc').filter((recipient) => hasMark(moves.moved, recipient)));
    return { people: left, isUnderWay: true, moves: left.length > 0 ? { ...moves, arrived } : { ...moves, moving: [], arrived: '', begun: 0 } };
  }
  // Nothing of it has happened, so what is to be done is found out anew.
  const fresh = moves.moving.length > 0 ? { ...moves, moving: [], arrived: '', moved: withoutMarks(moves.moved, moves.moving.map(person)) } : moves;
  return { people: targets(found, mayMove, parts), isUnderWay: false, moves: fresh };
}

function targets({ draft, outcomes, decision, policy }: Review, mayMove: (address: string) => boolean, parts: GuardParts): readonly string[] {
  if (decision.acknowledged || !isEverybodyKnown(draft, policy, parts)) return [];
  const proposals = outcomes.filter((outcome) => isProposal(outcome, policy));
  const addresses: string[] = [];
  for (const { remedy } of proposals) if (remedy && remedy.kind === 'moveToBcc') addresses.push(...remedy.addresses.filter(mayMove));
  const after = applyEdit(draft, { kind: 'moveToBcc', addresses });
  // Where it would not settle the matter, or nobody would stand in To, the sender decides.
  if (addresses.length === 0 || inField(after, 'to').length === 0) return [];
  const concerned = parts.rules.filter(({ id }) => proposals.some(({ rule }) => rule === id));
  const outcomesAfter = evaluate({ draft: after, policy, evidence: NO_EVIDENCE, now: parts.clock.now(), world: parts.world }, concerned);
  return outcomesAfter.some((outcome) => isProposal(outcome, policy)) ? [] : addresses;
}

/** What Send would ask about, and what moving people would settle. */
function isProposal(outcome: Outcome, policy: Policy): boolean {
  return outcome.outcome === 'failed' && actionFor(outcome, policy) !== 'allow' && outcome.remedy !== null && outcome.remedy.kind === 'moveToBcc';
}

/** A list of the organisation's own is inside by its address; who is on another one, nobody knows. */
function isEverybodyKnown(draft: Draft, policy: Policy, { world }: GuardParts): boolean {
  const byAddress = draft.recipients.map(({ address, name, field }) => ({ address, name, field }));
  return participantsOf({ ...draft, recipients: byAddress }, policy, world)
    .every(({ standing }, index) => standing === 'internal' || (standing === 'external' && !(draft.recipients[index] as Recipient).list));
}

async function move({ mailbox, clock }: GuardParts, turn: Turn, draft: Draft, { people, isUnderWay, moves }: MovePlan): Promise<boolean> {
  const { session } = mailbox;
  const edit = { kind: 'moveToBcc', addresses: people } as const;
  const earlier = await lastUndo(session);
  if (!isUnderWay && !(await rememberUndo(session, undoOfBoth(earlier, undoOf(draft, applyEdit(draft, edit)), moves)))) return false;
  const begun: Moves = {
    ...moves,
    ...(isUnderWay ? {} : { moving: people, moved: withMarks(moves.moved, people.map(person)) }),
    begun: moves.begun + 1,
  };
  if (!(await rememberMoves(session, begun))) {
    if (!isUnderWay) await rememberUndo(session, earlier);
    return false;
  }
  const conversion = await convert(mailbox, edit, async () => {
    const [holder, isSent] = await Promise.all([turn.holder(), wasSentWithin(QUIET_AFTER_SEND, session, clock)]);
    return holder === 'me' && !isSent;
  });
  // Whatever else came of it is found in the draft by the next event.
  if (conversion.done && (await turn.holder()) === 'me') await rememberMoves(session, { ...begun, moving: [], arrived: '', begun: 0 });
  return true;
}

function person(address: string): Person {
  return { address, name: '' };
}

/** Everybody who moved by themselves goes back at once. */
function undoOfBoth(earlier: UndoEdit | null, undo: UndoEdit, { moved }: Moves): UndoEdit {
  if (earlier === null || !earlier.restore.some((each) => hasMark(moved, each))) return undo;
  return { kind: 'undoRecipients', restore: joined(earlier.restore, undo.restore), added: joined(earlier.added, undo.added) };
}

function joined(these: readonly Recipient[], those: readonly Recipient[]): readonly Recipient[] {
  const isThere = (recipient: Recipient) => these.some(({ field, address }) => field === recipient.field && addressKey(address) === addressKey(recipient.address));
  return [...these, ...those.filter((recipient) => !isThere(recipient))];
}
