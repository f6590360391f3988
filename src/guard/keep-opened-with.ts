import { MESSAGE_FIELDS, type Person } from '../core/draft';
import type { Clock, Mailbox } from '../core/ports';
import { isOpenedWithKept, keepOpenedAs, keepOpenedWith } from './draft-memory';

/**
 * Later than this the sender may have added somebody, who would pass for one of those the reply was
 * opened with. Milliseconds from the event.
 */
export const LOOKING_PATIENCE = 4000;

/**
 * Remembers that a draft was opened as a reply or forward, and who stands in its fields then. People
 * are kept once for each draft: what is kept is never written over, and nothing is kept of new mail, of a list that was cut off or not
 * read, or where looking took too long. Never rejects for what the host does.
 *
 * For Outlook's event `OnNewMessageCompose`, which is raised for replies and forwards, and not for
 * drafts that are opened again: their session data is gone with the window they were written in.
 */
export async function rememberOpenedWith({ mailbox, clock }: { readonly mailbox: Mailbox; readonly clock: Clock }): Promise<void> {
  const began = clock.now();
  const { recipients, composeType, unread } = await mailbox.readDraft(MESSAGE_FIELDS);
  if (composeType !== 'reply' && composeType !== 'forward') return;
  await keepOpenedAs(mailbox.session, composeType);
  if (unread.length > 0) return;
  const opened: readonly Person[] = recipients;
  // A reply goes to somebody: Outlook has not filled the fields yet.
  if (composeType === 'reply' && opened.length === 0) return;
  if (await isOpenedWithKept(mailbox.session)) return;
  if (clock.now() - began <= LOOKING_PATIENCE) await keepOpenedWith(mailbox.session, opened);
}
