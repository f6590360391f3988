import { gather, nothingYet } from './gather';
import type { GuardParts } from './parts';

const PATIENCE = { policyMilliseconds: 5000, evidenceMilliseconds: 10000, keepAnswers: true };

/**
 * Asks about new recipients while the mail is still being written, and keeps the answers with the
 * draft, so that Send finds them there. Outlook does not always raise the event, so nothing
 * depends on it.
 */
export async function lookAhead(parts: GuardParts): Promise<void> {
  await gather(parts, nothingYet(parts), PATIENCE);
}
