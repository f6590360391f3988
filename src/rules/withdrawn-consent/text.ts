import type { Language, RuleText } from '../../core/rule';
import type { About } from '../consent';
import { leadIn } from '../consent-words';
import { counted } from '../listing';

export const text: { readonly [L in Language]: RuleText<{ objected: About; withdrawn: About }> } = {
  de: {
    title: 'Widerspruch oder Widerruf',
    messages: {
      objected: (data) => `${leadIn(data, 'de')}${counted(data.people, 'Eine Person hat', 'Personen haben')} Werbung widersprochen.`,
      withdrawn: (data) => `${leadIn(data, 'de')}${counted(data.people, 'Eine Person hat ihre', 'Personen haben ihre')} Einwilligung widerrufen.`,
    },
    remedy: 'Empfänger entfernen',
  },
  en: {
    title: 'Objection or withdrawn consent',
    messages: {
      objected: (data) => `${leadIn(data, 'en')}${counted(data.people, 'One person has', 'people have')} objected to advertising.`,
      withdrawn: (data) => `${leadIn(data, 'en')}${counted(data.people, 'One person has', 'people have')} withdrawn consent.`,
    },
    remedy: 'Remove recipients',
  },
};
