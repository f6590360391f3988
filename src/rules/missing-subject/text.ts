import type { Language, RuleText } from '../../core/rule';
import { quoted } from '../listing';

interface Messages {
  withoutSubject: Record<never, never>;
  meetingWithoutSubject: Record<never, never>;
  onlyReplySigns: { subject: string };
}

export const text: { readonly [L in Language]: RuleText<Messages> } = {
  de: {
    title: 'Betreff fehlt',
    messages: {
      withoutSubject: () => 'Die E-Mail hat keinen Betreff.',
      meetingWithoutSubject: () => 'Die Einladung hat keinen Betreff.',
      onlyReplySigns: ({ subject }) => `Der Betreff besteht nur aus ${quoted(subject, 'de')}.`,
    },
  },
  en: {
    title: 'Subject is missing',
    messages: {
      withoutSubject: () => 'The mail has no subject.',
      meetingWithoutSubject: () => 'The invitation has no subject.',
      onlyReplySigns: ({ subject }) => `The subject is nothing but ${quoted(subject, 'en')}.`,
    },
  },
};
