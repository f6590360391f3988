import type { Language, RuleText } from '../../core/rule';
import type { About } from '../consent';
import { leadIn } from '../consent-words';
import { counted } from '../listing';

export const text: { readonly [L in Language]: RuleText<{ unknownContact: About }> } = {
  de: {
    title: 'Adresse nicht in den Kontakten',
    messages: {
      unknownContact: (data) => `${leadIn(data, 'de')}${counted(data.people, 'Eine Adresse steht', 'Adressen stehen')} nicht in den Kontakten, eine Einwilligung ist also nicht hinterlegt.`,
    },
    remedy: 'Empfänger entfernen',
  },
  en: {
    title: 'Address not among the contacts',
    messages: {
      unknownContact: (data) => `${leadIn(data, 'en')}${counted(data.people, 'One address is', 'addresses are')} not among the contacts, so no consent is on file.`,
    },
    remedy: 'Remove recipients',
  },
};
