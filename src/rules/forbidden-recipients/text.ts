import type { Language, RuleText } from '../../core/rule';
import { recipientListMessages, type RecipientListMessages } from '../recipient-lists';

export const text: { readonly [L in Language]: RuleText<RecipientListMessages> } = {
  de: { title: 'Empfänger auf der Sperrliste', messages: recipientListMessages('de', 'der Sperrliste'), remedy: 'Empfänger entfernen' },
  en: { title: 'Recipient on the block list', messages: recipientListMessages('en', 'the block list'), remedy: 'Remove recipients' },
};
