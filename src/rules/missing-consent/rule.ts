import { defineRule, type Report } from '../../core/rule';
import { audienceOf, consentOptions as options, spokenByKind } from '../consent';
import { distinctPeople, grouped, isNoAddress } from '../people';
import { explanation, legal } from './explanation';
import { type Messages, text } from './text';

/**
 * Advertising by e-mail needs the addressee's express consent given beforehand, at a business
 * address, too (§ 7 (2) no. 2 UWG). This rule speaks of contacts for whom nothing is on file that
 * could carry the mail; who refused, has not confirmed, agreed to something else and so on is told
 * by the rules beside it. So is nobody twice: `core/consent.ts` says where each person stands.
 *
 * It also speaks for all of them of people about whom there was no answer, and of groups whose
 * members nobody knows: that is neither consent nor a missing one. What is no address at all is a
 * notice here, for `unclassifiable-recipients` asks about it.
 *
 * Silent unless the mail is advertising, declared or suggested. Bcc counts: what matters is who
 * gets it, not who sees it.
 */
export const missingConsent = defineRule({
  id: 'missing-consent',
  topic: 'consent',
  severity: 'warning',
  legal,
  reads: ['recipients', 'subject', 'body', 'purpose'],
  needs: ['contacts', 'members'],
  options,
  text,
  explanation,

  check(context) {
    const audience = audienceOf(context);
    if (!audience) return 'notApplicable';
    const { purpose, suggested, unanswered, unclear } = audience;
    const reports: Report<Messages>[] = [...spokenByKind(audience, ['notRecorded'])];
    grouped(unanswered, ({ reason }) => reason).forEach((alike, reason) => {
      const recipients = alike.map(({ person }) => person);
      reports.push({ outcome: 'undetermined', message: 'noAnswer', data: { people: distinctPeople(recipients).length, purpose, suggested, reason }, recipients });
    });
    if (unclear.length > 0) {
      const open: Report<Messages> = { outcome: 'undetermined', message: 'unclearRecipients', data: { unclear: unclear.length, purpose, suggested }, recipients: unclear };
      reports.push(unclear.every(isNoAddress) ? { ...open, atMost: 'notice' } : open);
    }
    return reports;
  },
});
