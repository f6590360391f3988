import type { Language, RuleText } from '../../core/rule';
import { listed } from '../listing';

interface Messages {
  notAmongRecipients: { names: readonly string[] };
}

export const text: { readonly [L in Language]: RuleText<Messages> } = {
  de: {
    title: 'Anrede passt nicht zu den Empfängern',
    messages: { notAmongRecipients: ({ names }) => `Die Anrede nennt ${listed(names, 'de')}, doch die Nachricht geht an niemanden, der so heißt.` },
  },
  en: {
    title: 'The greeting does not fit the recipients',
    messages: { notAmongRecipients: ({ names }) => `The greeting names ${listed(names, 'en')}, but the message goes to nobody of that name.` },
  },
};
