import type { Language, RuleText } from '../../core/rule';
import type { About } from '../consent';
import { leadIn } from '../consent-words';
import { counted } from '../listing';

export const text: { readonly [L in Language]: RuleText<{ pending: About }> } = {
  de: {
    title: 'Anmeldung nicht bestätigt',
    messages: {
      pending: (data) => `${leadIn(data, 'de')}${counted(data.people, 'Eine Person hat ihre', 'Personen haben ihre')} Anmeldung noch nicht bestätigt (Double-Opt-in offen).`,
    },
    remedy: 'Empfänger entfernen',
  },
  en: {
    title: 'Sign-up not confirmed',
    messages: {
      pending: (data) => `${leadIn(data, 'en')}${counted(data.people, 'One person has', 'people have')} not confirmed the sign-up yet (double opt-in pending).`,
    },
    remedy: 'Remove recipients',
  },
};
