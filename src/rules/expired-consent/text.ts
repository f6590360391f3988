import type { Language, RuleText } from '../../core/rule';
import type { About } from '../consent';
import { leadIn } from '../consent-words';
import { counted } from '../listing';

export const text: { readonly [L in Language]: RuleText<{ expired: About }> } = {
  de: {
    title: 'Einwilligung abgelaufen',
    messages: {
      expired: (data) => `${leadIn(data, 'de')}Bei ${counted(data.people, 'einer Person', 'Personen')} ist die Einwilligung abgelaufen.`,
    },
    remedy: 'Empfänger entfernen',
  },
  en: {
    title: 'Consent has expired',
    messages: {
      expired: (data) => `${leadIn(data, 'en')}The consent of ${counted(data.people, 'one person', 'people')} has expired.`,
    },
    remedy: 'Remove recipients',
  },
};
