import { defineRule } from '../../core/rule';
import { audienceOf, consentOptions as options, spokenByKind, unlessUnknown } from '../consent';
import { explanation, legal } from './explanation';
import { text } from './text';

/**
 * A consent that has run out: recorded as expired, or with a date behind us. The law knows no fixed
 * term; a date is there because the declaration, or the organisation's own rule, set one (DSK,
 * guidance on direct marketing, 2022). It runs out at the very instant that `expires` names.
 */
export const expiredConsent = defineRule({
  id: 'expired-consent',
  topic: 'consent',
  severity: 'warning',
  legal,
  reads: ['recipients'],
  needs: ['contacts', 'members'],
  options,
  text,
  explanation,

  check(context) {
    const audience = audienceOf(context);
    return audience ? unlessUnknown(audience, spokenByKind(audience, ['expired'])) : 'notApplicable';
  },
});
