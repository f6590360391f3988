import type { Decision } from '../core/decide';
import type { Mailbox } from '../core/ports';

/** Minutes that were asked for last, so that a delay of ours is taken back and one of the sender's is not. */
const DELAY = 'umsicht.delay';

/**
 * Has Outlook hold the mail back for as long as the policy asks at its findings, counted from now: to
 * be called whenever the sender has looked at them, for Outlook knows no "minutes after Send". Takes
 * the delay back when nothing asks for it any more. False where this Outlook did not take it; never rejects.
 */
export async function keepDelay({ abilities, kind, session, delayDelivery }: Mailbox, { action, delayMinutes }: Decision): Promise<boolean> {
  const wanted = action === 'allow' ? delayMinutes : null;
  if (!abilities.delay || kind !== 'message') return wanted === null;
  if (wanted === null && !(await session.read(DELAY))) return true;
  try {
    await delayDelivery(wanted);
    await session.write(DELAY, wanted === null ? '' : String(wanted));
    return true;
  } catch {
    return false;
  }
}
