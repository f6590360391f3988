import type { AdvertisingPurpose } from '../core/purpose';
import type { Language } from '../core/rule';

const LOOKS: { readonly [L in Language]: { readonly [P in AdvertisingPurpose]: string } } = {
  de: { offer: 'einem Angebot', newsletter: 'einem Newsletter', event: 'einer Veranstaltungseinladung', survey: 'einer Umfrage' },
  en: { offer: 'an offer', newsletter: 'a newsletter', event: 'an invitation to an event', survey: 'a survey' },
};

/** What goes before a sentence about consent: why it is asked for, and where the people are found. */
export function leadIn({ purpose, suggested, viaLists = false }: { purpose: AdvertisingPurpose; suggested: boolean; viaLists?: boolean }, language: Language): string {
  const looks = LOOKS[language][purpose];
  return language === 'de'
    ? `${suggested ? `Sieht nach ${looks} aus. ` : ''}${viaLists ? 'In Verteilern: ' : ''}`
    : `${suggested ? `Looks like ${looks}. ` : ''}${viaLists ? 'On distribution lists: ' : ''}`;
}
