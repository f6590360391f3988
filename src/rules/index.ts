import type { Rule } from '../core/rule';
import { cautionedRecipients } from './cautioned-recipients/rule';
import { cautionedWords } from './cautioned-words/rule';
import { forbiddenRecipients } from './forbidden-recipients/rule';
import { missingConsent } from './missing-consent/rule';
import { missingSubject } from './missing-subject/rule';
import { thirdCountryRecipients } from './third-country-recipients/rule';
import { visibleRecipients } from './visible-recipients/rule';

/** Every rule there is, in the order in which people read them. One folder and one line each. */
export const rules: readonly Rule[] = [
  visibleRecipients,
  missingConsent,
  thirdCountryRecipients,
  forbiddenRecipients,
  cautionedRecipients,
  cautionedWords,
  missingSubject,
];
