import { isVisible } from '../core/draft';
import type { DraftEdit } from '../core/edit';
import { participantsOf } from '../core/evaluate';
import type { Mailbox } from '../core/ports';
import type { Review } from '../presentation/pane-view';
import { type Conversion, convert } from './convert';
import { lastUndo, rememberUndo } from './draft-memory';
import { declineMoves } from './moves-memory';
import type { GuardParts } from './parts';
import { review } from './review';
import { endTurns, watchSend } from './turn';

/**
 * Carries an edit of recipients out and keeps the way back with the draft. Where Outlook has no room
 * for it, the way back from an earlier change goes, too: "Undo" must not take back another one.
 */
export async function changeRecipients({ mailbox, clock }: GuardParts, edit: DraftEdit, isSent = watchSend(mailbox.session)): Promise<Conversion> {
  // People who are just moving by themselves would be moved from two sides.
  await endTurns(mailbox.session, clock);
  const conversion = await convertBeforeSend(mailbox, edit, await isSent);
  if (conversion.done && conversion.people > 0 && !(await rememberUndo(mailbox.session, conversion.undo))) await rememberUndo(mailbox.session, null);
  return conversion;
}

/**
 * Takes the last change of recipients back. `null` where there is none. Whoever takes a move to Bcc
 * back wants people where they were, so from then on nobody moves by themselves in this draft. That is
 * noted first: taking it back raises the event that would have them move again.
 */
export async function undoLastChange({ mailbox, clock }: GuardParts): Promise<Conversion | null> {
  const [isSent, undo] = await Promise.all([watchSend(mailbox.session), lastUndo(mailbox.session)]);
  if (!undo) return null;
  if (undo.added.some(({ field }) => field === 'bcc')) await declineMoves(mailbox.session);
  await endTurns(mailbox.session, clock);
  const conversion = await convertBeforeSend(mailbox, undo, isSent);
  if (conversion.done) await rememberUndo(mailbox.session, null);
  return conversion;
}

/**
 * Whoever presses Send before everybody has moved ends the move: on the web and new Windows a mail whose recipients change while
 * its send is handled is lost or stranded (office-js issues 5132, 6196). The call that is under way by then still counts. Send asks
 * about those who see each other still.
 */
async function convertBeforeSend(mailbox: Mailbox, edit: DraftEdit, isSent: () => Promise<boolean>): Promise<Conversion> {
  const conversion = await convert(mailbox, edit, async () => !(await isSent()));
  return !conversion.done && (await isSent()) ? { ...conversion, reason: 'sending' } : conversion;
}

/** Somebody has pressed a button and looks at it. */
const PATIENCE = { policyMilliseconds: 1000, evidenceMilliseconds: 1000, keepAnswers: false };

/**
 * "Move to Bcc" from the dialog or the ribbon. It does what the findings propose; without a
 * finding it does what the button says, for everybody outside.
 */
export async function moveToBcc(parts: GuardParts): Promise<Conversion> {
  const isSent = watchSend(parts.mailbox.session);
  const found = await review(parts, PATIENCE);
  const conversion = await changeRecipients(parts, moveToBccEdit(found, parts), isSent);
  // Who was not read was not moved either, and "nobody from outside is there" would be a guess.
  const isGuess = conversion.done && conversion.people === 0 && found.draft.unread.some((part) => part === 'to' || part === 'cc');
  return isGuess ? { done: false, reason: 'hostFailed', restored: true, missing: [] } : conversion;
}

function moveToBccEdit({ draft, outcomes, policy }: Review, { world }: GuardParts): DraftEdit {
  const addresses: string[] = [];
  for (const { remedy, observed } of outcomes) if (!observed && remedy && remedy.kind === 'moveToBcc') addresses.push(...remedy.addresses);
  if (addresses.length > 0) return { kind: 'moveToBcc', addresses };
  const outside = participantsOf(draft, policy, world).filter((person) => isVisible(person) && person.standing === 'external');
  return { kind: 'moveToBcc', addresses: outside.map(({ address }) => address) };
}
