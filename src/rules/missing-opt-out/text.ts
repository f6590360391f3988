import type { AdvertisingPurpose } from '../../core/purpose';
import type { Language, RuleText } from '../../core/rule';
import { leadIn } from '../consent-words';
import { counted } from '../listing';

/** `people`: external ones; 0 where only distribution lists are addressed. */
interface Messages {
  withoutOptOut: { purpose: AdvertisingPurpose; suggested: boolean; people: number };
}

export const text: { readonly [L in Language]: RuleText<Messages> } = {
  de: {
    title: 'Hinweis zum Abbestellen fehlt',
    messages: { withoutOptOut: (data) => `${leadIn(data, 'de')}Die Nachricht${data.people > 0 ? ` an ${counted(data.people, 'eine externe Person', 'externe Personen')}` : ''} sagt nicht, wie man solche Nachrichten abbestellt.` },
    remedy: 'Hinweis einfügen',
  },
  en: {
    title: 'A way to opt out is missing',
    messages: { withoutOptOut: (data) => `${leadIn(data, 'en')}The message${data.people > 0 ? ` to ${counted(data.people, 'one external person', 'external people')}` : ''} does not say how to stop such messages.` },
    remedy: 'Insert opt-out note',
  },
};
