import type { AdvertisingPurpose } from '../../core/purpose';
import type { Language, RuleText } from '../../core/rule';
import { leadIn } from '../consent-words';
import { counted } from '../listing';

/** `people`: external ones; 0 where only distribution lists are addressed. */
interface Messages {
  withoutImprint: { purpose: AdvertisingPurpose; suggested: boolean; people: number };
}

export const text: { readonly [L in Language]: RuleText<Messages> } = {
  de: {
    title: 'Impressum fehlt',
    messages: { withoutImprint: (data) => `${leadIn(data, 'de')}Die Nachricht${data.people > 0 ? ` an ${counted(data.people, 'eine externe Person', 'externe Personen')}` : ''} nennt weder Impressum noch Registerangaben.` },
    remedy: 'Impressum einfügen',
  },
  en: {
    title: 'Legal notice is missing',
    messages: { withoutImprint: (data) => `${leadIn(data, 'en')}The message${data.people > 0 ? ` to ${counted(data.people, 'one external person', 'external people')}` : ''} has neither a legal notice nor register details.` },
    remedy: 'Insert legal notice',
  },
};
