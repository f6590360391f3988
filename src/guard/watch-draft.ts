import type { NotificationBar } from '../core/ports';
import type { Review } from '../presentation/pane-view';
import { setBar } from './draft-bar';
import { carryOutMoves, type MovePlan, plannedMoves } from './move-while-writing';
import type { GuardParts } from './parts';
import { review } from './review';
import { besideTurns, takeTurn, type Turn } from './turn';
import { wantedNotices } from './wanted-notices';

export interface SpeakingParts extends GuardParts {
  readonly bar: NotificationBar;
}

export interface WritingParts extends SpeakingParts {
  /** Unlike the name of any other event. */
  readonly name: string;
  /** Classic Outlook on Windows does not document timers; without them nobody moves by themselves. */
  readonly canWait: boolean;
}

/** What Outlook has told of. */
export interface Occasion {
  /** The window has just been opened, or the draft was shown in the list. */
  readonly isJustOpened?: boolean;
  /** A notice with a button was dismissed. */
  readonly isButtonDismissed?: boolean;
}

/** Whoever finds that he was overtaken while he was speaking looks once more, so that the last word is about the draft as it is. */
const MOST_LOOKS = 3;

/**
 * What is done whenever Outlook tells that something has happened to a draft: people are asked about
 * while there is time, so that Send finds the answers there; the bar above the draft says the gravest
 * thing Send would ask about; and people move to Bcc by themselves, if the policy says so. Outlook
 * does not always raise its events, so nothing depends on any of it.
 */
export async function watchDraft(parts: WritingParts, occasion: Occasion): Promise<void> {
  const { mailbox: { session }, name } = parts;
  for (let look = 1; look <= MOST_LOOKS; look += 1) {
    const turn = await takeTurn(session, look === 1 ? name : `${name}.${look}`);
    const spoke = await lookAt(parts, turn, look === 1 ? occasion : {});
    if (!spoke || (await turn.holder()) !== 'other') return;
  }
}

/**
 * The bar after something of which Outlook raises no event: the sender has declared a purpose or acknowledged the findings in
 * the pane, which `found` knows of already. What is still to be done about people is left to whoever is at it.
 */
export async function sayAgain(parts: SpeakingParts, found: Review): Promise<void> {
  await speak(parts, await besideTurns(parts.mailbox.session), {}, found, null);
}

async function lookAt(parts: WritingParts, turn: Turn, occasion: Occasion): Promise<boolean> {
  const found = await review(parts);
  const plan = parts.canWait ? await plannedMoves(parts, turn, found) : null;
  const spoke = await speak(parts, turn, occasion, found, plan);
  if (plan === null || !(await carryOutMoves(parts, turn, plan))) return spoke;
  return speak(parts, turn, {}, await review(parts), null);
}

async function speak(parts: SpeakingParts, turn: Turn, { isJustOpened = false, isButtonDismissed = false }: Occasion, found: Review, plan: MovePlan | null): Promise<boolean> {
  const { bar, clock, mailbox: { session } } = parts;
  const { notices, isOpen } = await wantedNotices(parts, found, plan ? plan.people : []);
  return setBar({ bar, clock, session, turn, isJustOpened, isButtonDismissed }, notices, isOpen);
}
