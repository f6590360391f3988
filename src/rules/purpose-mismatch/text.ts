import type { LegalBasis } from '../../core/evidence';
import type { Purpose } from '../../core/purpose';
import type { Language, RuleText } from '../../core/rule';
import type { About } from '../consent';
import { leadIn } from '../consent-words';
import { counted, listed } from '../listing';

/** `recorded`: what the people's data was collected for, purposes or bases. */
export type Messages = { otherPurpose: About & { recorded: readonly string[] }; otherBasis: About & { recorded: readonly string[] } };

type Words = { readonly [W in Purpose | LegalBasis]?: string } & { readonly [P in Purpose]: string };

const WORDS: { readonly [L in Language]: Words } = {
  de: {
    individual: 'persönliche Nachrichten', contract: 'Verträge', offer: 'Angebote', newsletter: 'Newsletter', event: 'Veranstaltungen', survey: 'Umfragen',
    'legal-obligation': 'rechtliche Pflichten', 'vital-interests': 'lebenswichtige Interessen', 'public-task': 'öffentliche Aufgaben', 'legitimate-interests': 'berechtigte Interessen', other: 'anderes',
  },
  en: {
    individual: 'personal messages', contract: 'contracts', offer: 'offers', newsletter: 'newsletters', event: 'events', survey: 'surveys',
    'legal-obligation': 'legal obligations', 'vital-interests': 'vital interests', 'public-task': 'public tasks', 'legitimate-interests': 'legitimate interests', other: 'something else',
  },
};

const said = (recorded: readonly string[], language: Language, most?: number): string => listed(recorded.map((name) => WORDS[language][name as Purpose] || name), language, most);

export const text: { readonly [L in Language]: RuleText<Messages> } = {
  de: {
    title: 'Für einen anderen Zweck erhoben',
    messages: {
      otherPurpose: (data) => `${leadIn(data, 'de')}Die Daten ${data.people === 1 ? 'einer Person' : `von ${data.people} Personen`} wurden für ${said(data.recorded, 'de', 4)} erhoben, nicht für ${WORDS.de[data.purpose]}.`,
      otherBasis: (data) => `${leadIn(data, 'de')}Zu ${counted(data.people, 'einer Person', 'Personen')} ist für ${WORDS.de[data.purpose]} keine Einwilligung hinterlegt, nur: ${said(data.recorded, 'de')}.`,
    },
    remedy: 'Empfänger entfernen',
  },
  en: {
    title: 'Collected for another purpose',
    messages: {
      otherPurpose: (data) => `${leadIn(data, 'en')}The data of ${counted(data.people, 'one person', 'people')} was collected for ${said(data.recorded, 'en', 4)}, not for ${WORDS.en[data.purpose]}.`,
      otherBasis: (data) => `${leadIn(data, 'en')}For ${counted(data.people, 'one person', 'people')} no consent to ${WORDS.en[data.purpose]} is on file, only: ${said(data.recorded, 'en')}.`,
    },
    remedy: 'Remove recipients',
  },
};
