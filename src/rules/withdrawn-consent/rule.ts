import { defineRule } from '../../core/rule';
import { audienceOf, consentOptions as options, spokenByKind, unlessUnknown } from '../consent';
import { explanation, legal } from './explanation';
import { text } from './text';

/**
 * Whoever has objected to advertising, or withdrawn consent to it, gets none: there is nothing to be
 * weighed against it (Art. 7 (3), 21 (2), (3) GDPR; § 7 (1) sentence 2 UWG). A no counts whatever
 * else is on file, a consent included. Other mail, about a running contract for example, may go on.
 * That a mail is advertising may be a guess from its words: then the sender is asked, not stopped.
 */
export const withdrawnConsent = defineRule({
  id: 'withdrawn-consent',
  topic: 'consent',
  severity: 'critical',
  legal,
  reads: ['recipients', 'subject', 'body', 'purpose'],
  needs: ['contacts', 'members'],
  options,
  text,
  explanation,

  check(context) {
    const audience = audienceOf(context);
    if (!audience) return 'notApplicable';
    const spoken = spokenByKind(audience, ['objected', 'withdrawn']);
    return unlessUnknown(audience, spoken.map((report) => (report.data.suggested ? { ...report, atMost: 'warning' as const } : report)));
  },
});
