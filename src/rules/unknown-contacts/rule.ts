import { defineRule } from '../../core/rule';
import { audienceOf, consentOptions as options, spokenByKind, unlessUnknown } from '../consent';
import { explanation, legal } from './explanation';
import { text } from './text';

/**
 * Advertising to an address that the CRM does not know at all: bought, found, mistyped, or never
 * recorded. Nothing can show a consent then (Art. 7 (1) GDPR). In ordinary mail a new address is
 * an ordinary thing, so the rule is silent there.
 */
export const unknownContacts = defineRule({
  id: 'unknown-contacts',
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
    return audience ? unlessUnknown(audience, spokenByKind(audience, ['unknownContact'])) : 'notApplicable';
  },
});
