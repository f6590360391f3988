import { type Draft, MEETING_FIELDS, MESSAGE_FIELDS } from '../core/draft';
import { participantsOf } from '../core/evaluate';
import type { Policy } from '../core/policy';
import type { Place } from '../core/client';
import type { CorrespondenceLog, EvidenceSource, RecordLog, SendEvent } from '../core/ports';
import { breakdownAlert, smartAlert } from '../presentation/smart-alert';
import { gather, type Known, nothingYet } from './gather';
import type { GuardParts } from './parts';
import { acknowledgedBy, recordDecision } from './record-decision';
import { verdictOn } from './review';
import { noteSend } from './turn';

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

/** People do nothing in less. Milliseconds. */
const A_MOMENT = 100;

/**
 * While the service was waited for, or Outlook was slow, somebody may have been added. The fields are
 * read once more then; where that fails, what Outlook told at Send stands.
 */
async function lookAgain({ mailbox }: GuardParts, known: Known): Promise<void> {
  const fields = mailbox.kind === 'message' ? MESSAGE_FIELDS : MEETING_FIELDS;
  const { recipients, unread } = await mailbox.readDraft(fields);
  if (unread.length === 0) known.draft = { ...known.draft, recipients };
}

export interface SendParts extends GuardParts {
  readonly correspondence: CorrespondenceLog;
  readonly records: RecordLog;
  readonly place: Place;
}

/**
 * Takes down who outside is written to, where a rule in force wants to know it the next time. It
 * only hands the request over, and whatever goes wrong, the mail goes out all the same.
 */
function noteOutsiders({ correspondence, rules, world }: SendParts, draft: Draft, policy: Policy): void {
  try {
    if (!rules.some(({ id, needs }) => needs.indexOf('correspondence') >= 0 && policy.rules[id]?.severity !== 'off')) return;
    const keys = new Set<string>();
    for (const { standing, parsed, key } of participantsOf(draft, policy, world)) if (standing === 'external' && parsed.usable) keys.add(key);
    if (keys.size > 0) correspondence.note(Array.from(keys));
  } catch {
    // Not taking a mail down is no reason to hold it up.
  }
}

/**
 * Answers a Send: lets it go, or stops it and says why. Completes the event exactly once on every
 * path, and changes nothing in the draft: Outlook on the web loses mail whose recipients change
 * while a send is being handled (office-js issues 5132, 6196).
 */
export function handleSend(parts: SendParts, event: SendEvent): Promise<void> {
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
    const breakDown = () => complete({ allowEvent: false, ...breakdownAlert(mailbox) });

    let conclude = breakDown;
    const callOff = clock.after(SEND_DEADLINE, () => conclude());
    try {
      const known = nothingYet(parts);
      conclude = () => {
        if (answered) return;
        try {
          const found = verdictOn({ ...known, draft: asSent(known.draft) }, parts);
          const { decision, policy } = found;
          recordDecision(parts, { ...found, event: 'send', acknowledged: acknowledgedBy(decision.acknowledged, known.acknowledgement), now: clock.now() });
          if (decision.action === 'allow') noteOutsiders(parts, known.draft, policy);
          complete(decision.action === 'allow'
            ? { allowEvent: true }
            : { allowEvent: false, ...smartAlert(decision, policy, parts.rules, mailbox, clock.now()) });
        } catch {
          breakDown();
        }
      };
      void noteSend(mailbox.session, clock);
      const began = clock.now();
      let asked = false;
      const evidence: EvidenceSource = {
        ask(question, within) {
          asked = true;
          return parts.evidence.ask(question, within);
        },
      };
      gather({ ...parts, evidence }, known, PATIENCE)
        .then(() => (!answered && (asked || clock.now() - began > A_MOMENT) ? lookAgain(parts, known) : undefined))
        .then(() => conclude(), breakDown);
    } catch {
      breakDown();
    }
  });
}
