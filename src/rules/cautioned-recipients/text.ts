import type { Language, RuleText } from '../../core/rule';
import { recipientListMessages, type RecipientListMessages } from '../recipient-lists';

export const text: { readonly [L in Language]: RuleText<RecipientListMessages> } = {
  de: { title: 'Bei diesem Empfänger zweimal hinsehen', messages: recipientListMessages('de', 'der Vorsichtsliste'), remedy: 'Empfänger entfernen' },
  en: { title: 'Look twice at this recipient', messages: recipientListMessages('en', 'the caution list'), remedy: 'Remove recipients' },
};
