import type { Draft } from '../core/draft';
import { type Mailbox, MailboxFailure } from '../core/ports';
import { splitBehindWritten } from '../core/writing';
import type { Refusal } from '../presentation/conversion-words';

/** How putting a text into the mail ended. */
export type Insertion =
  | {
      readonly done: true;
      /** The text stood there before. */
      readonly already: boolean;
    }
  | {
      readonly done: false;
      readonly reason: Refusal;
      /** The body reads as it did before. Otherwise nobody knows, and the sender has to look. */
      readonly untouched: boolean;
    };

/**
 * Puts a text behind what the sender wrote. Never rejects. There is no edit that takes it back:
 * Office.js can only write the body as a whole, and doing that a second time, over what the sender
 * has written since, risks more than deleting a few lines by hand.
 */
export async function insertText(mailbox: Mailbox, text: string): Promise<Insertion> {
  const before = await bodyOf(mailbox);
  if (before === null) return { done: false, reason: 'hostFailed', untouched: true };
  if (stands(before, text)) return { done: true, already: true };
  try {
    await mailbox.insertText(text);
    return { done: true, already: false };
  } catch (error) {
    const after = await bodyOf(mailbox);
    const reason = error instanceof MailboxFailure && error.timedOut ? 'hostSilent' : 'hostFailed';
    return { done: false, reason, untouched: after !== null && packed(after) === packed(before) };
  }
}

async function bodyOf(mailbox: Mailbox): Promise<string | null> {
  const { body, unread }: Draft = await mailbox.readDraft(['body']);
  return unread.indexOf('body') >= 0 ? null : body;
}

function stands(body: string, text: string): boolean {
  return packed(splitBehindWritten(body).before).indexOf(packed(text)) >= 0;
}

/** Clients set blanks and line ends as they like. */
function packed(text: string): string {
  return text.replace(/\s+/g, '');
}
