import { defineRule } from '../../core/rule';
import { audienceOf, consentOptions as options, spokenByKind, unlessUnknown } from '../consent';
import { explanation, legal } from './explanation';
import { text } from './text';

/**
 * A sign-up by double opt-in whose confirmation is still open. Before the click nobody can show that
 * the address belongs to whoever typed it (Art. 7 (1) GDPR; BGH I ZR 164/09). A tag is pending for
 * its purpose; a consent on file beside it does not answer the question why somebody signed up anew.
 */
export const unconfirmedConsent = defineRule({
  id: 'unconfirmed-consent',
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
    return audience ? unlessUnknown(audience, spokenByKind(audience, ['pending'])) : 'notApplicable';
  },
});
