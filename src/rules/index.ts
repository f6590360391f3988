import type { Rule } from '../core/rule';
import { bccReplies } from './bcc-replies/rule';
import { cautionedRecipients } from './cautioned-recipients/rule';
import { cautionedWords } from './cautioned-words/rule';
import { confidentialOutside } from './confidential-outside/rule';
import { existingCustomers } from './existing-customers/rule';
import { expiredConsent } from './expired-consent/rule';
import { externalReplyAll } from './external-reply-all/rule';
import { firstContacts } from './first-contacts/rule';
import { forbiddenRecipients } from './forbidden-recipients/rule';
import { forgottenAttachments } from './forgotten-attachments/rule';
import { largeAudiences } from './large-audiences/rule';
import { lookalikeDomains } from './lookalike-domains/rule';
import { missingConsent } from './missing-consent/rule';
import { missingImprint } from './missing-imprint/rule';
import { missingOptOut } from './missing-opt-out/rule';
import { missingSubject } from './missing-subject/rule';
import { namesakes } from './namesakes/rule';
import { newDomains } from './new-domains/rule';
import { noReplyRecipients } from './no-reply-recipients/rule';
import { onlyBcc } from './only-bcc/rule';
import { privateAddresses } from './private-addresses/rule';
import { purposeMismatch } from './purpose-mismatch/rule';
import { requiredCompanions } from './required-companions/rule';
import { riskyAttachments } from './risky-attachments/rule';
import { salutationMismatch } from './salutation-mismatch/rule';
import { thirdCountryRecipients } from './third-country-recipients/rule';
import { unclassifiableRecipients } from './unclassifiable-recipients/rule';
import { unconfirmedConsent } from './unconfirmed-consent/rule';
import { unexpandedLists } from './unexpanded-lists/rule';
import { undeclaredPurpose } from './undeclared-purpose/rule';
import { unexpectedSender } from './unexpected-sender/rule';
import { unknownContacts } from './unknown-contacts/rule';
import { visibleRecipients } from './visible-recipients/rule';
import { withdrawnConsent } from './withdrawn-consent/rule';

/** Every rule there is, in the order in which people read them. One folder and one line each. */
export const rules: readonly Rule[] = [
  visibleRecipients,
  largeAudiences,
  onlyBcc,
  bccReplies,
  externalReplyAll,
  unexpandedLists,
  undeclaredPurpose,
  missingConsent,
  unconfirmedConsent,
  withdrawnConsent,
  expiredConsent,
  purposeMismatch,
  existingCustomers,
  unknownContacts,
  missingImprint,
  missingOptOut,
  thirdCountryRecipients,
  lookalikeDomains,
  newDomains,
  firstContacts,
  namesakes,
  privateAddresses,
  noReplyRecipients,
  unclassifiableRecipients,
  riskyAttachments,
  salutationMismatch,
  forgottenAttachments,
  forbiddenRecipients,
  cautionedRecipients,
  cautionedWords,
  confidentialOutside,
  missingSubject,
  unexpectedSender,
  requiredCompanions,
];
