import type { Language, RuleText } from '../../core/rule';
import { counted } from '../listing';

export type Messages = { nobodyInTo: { people: number } };

export const text: { readonly [L in Language]: RuleText<Messages> } = {
  de: {
    title: 'Niemand in An',
    messages: {
      nobodyInTo: ({ people }) => `${counted(people, 'Ein Empfänger steht', 'Empfänger stehen')} in Bcc, in An und Cc steht niemand. Solche Nachrichten landen leicht im Spam oder werden abgewiesen.`,
    },
    remedy: 'Mich in An setzen',
  },
  en: {
    title: 'Nobody in To',
    messages: {
      nobodyInTo: ({ people }) => `${counted(people, 'One recipient is', 'recipients are')} in Bcc, and nobody is in To or Cc. Such mail easily ends up as spam or is refused.`,
    },
    remedy: 'Put me in To',
  },
};
