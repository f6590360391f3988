import { type Draft, MEETING_FIELDS, MESSAGE_FIELDS } from '../core/draft';
import type { SendEvent } from '../core/ports';
import { breakdownAlert, smartAlert } from '../presentation/smart-alert';
import { gather, nothingYet } from './gather';
import type { GuardParts } from './parts';
import { verdictOn } from './review';

/**
 * Outlook shows a dialog of its own after 5 seconds and gives up after 5 minutes. Whoever presses
 * Send should wait for neither, so the verdict is given from what is known by then.
 */
export const SEND_DEADLINE = 3000;

/** Less than the deadline, so that a verdict after a silent service still has its full reasons. */
const PATIENCE = { policyMilliseconds: 1000, evidenceMilliseconds: 1500, keepAnswers: false };

/**
 * Nobody sends a mail to nobody. Where all fields are empty at Send, Outlook has not told: text that
 * is not resolved yet is invisible to add-ins, and Office.js turns a missing list into an empty one.
 */
function asSent(draft: Draft): Draft {
  if (draft.recipients.length > 0) return draft;
  const fields = draft.kind === 'message' ? MESSAGE_FIELDS : MEETING_FIELDS;
  return { ...draft, unread: Array.from(new Set([...fields, ...draft.unread])) };
}

/**
 * Answers a Send: lets it go, or stops it and says why. Completes the event exactly once on every
 * path, and changes nothing in the draft: Outlook on the web loses mail whose recipients change
 * while a send is being handled (office-js issues 5132, 6196).
 */
export function handleSend(parts: GuardParts, event: SendEvent): Promise<void> {
  return new Promise((resolve) => {
    const { mailbox, clock } = parts;
    let answered = false;
    const complete: SendEvent['complete'] = (verdict) => {
      if (answered) return;
      answered = true;
      callOff();
      event.complete(verdict);
      resolve();
    };
    const breakDown = () => complete({ allowEvent: false, ...breakdownAlert(mailbox.language, mailbox.abilities) });

    let conclude = breakDown;
    const callOff = clock.after(SEND_DEADLINE, () => conclude());
    try {
      const known = nothingYet(parts);
      conclude = () => {
        try {
          const { decision, policy } = verdictOn({ ...known, draft: asSent(known.draft) }, parts);
          complete(decision.action === 'allow'
            ? { allowEvent: true }
            : { allowEvent: false, ...smartAlert(decision, policy, parts.rules, mailbox.language, mailbox.abilities, clock.now()) });
        } catch {
          breakDown();
        }
      };
      gather(parts, known, PATIENCE).then(() => conclude(), breakDown);
    } catch {
      breakDown();
    }
  });
}
