import type { UnknownReason } from '../../core/evidence';
import type { AdvertisingPurpose } from '../../core/purpose';
import type { Language, RuleText } from '../../core/rule';
import type { About } from '../consent';
import { leadIn } from '../consent-words';
import { counted } from '../listing';
import { UNKNOWN_REASONS } from '../unknown-reasons';

export type Messages = {
  notRecorded: About;
  noAnswer: { people: number; purpose: AdvertisingPurpose; suggested: boolean; reason: UnknownReason };
  unclearRecipients: { unclear: number; purpose: AdvertisingPurpose; suggested: boolean };
};

export const text: { readonly [L in Language]: RuleText<Messages> } = {
  de: {
    title: 'Einwilligung fehlt',
    messages: {
      notRecorded: (data) => `${leadIn(data, 'de')}Zu ${counted(data.people, 'einer Person', 'Personen')} ist keine Einwilligung für diesen Zweck hinterlegt.`,
      noAnswer: (data) => `${leadIn(data, 'de')}Die Einwilligung ${data.people === 1 ? 'einer Person' : `von ${data.people} Personen`} konnte nicht geprüft werden: ${UNKNOWN_REASONS.de[data.reason]}.`,
      unclearRecipients: (data) => `${leadIn(data, 'de')}Bei ${counted(data.unclear, 'einem Empfänger', 'Empfängern')} (Gruppe oder unklare Adresse) lässt sich die Einwilligung nicht prüfen.`,
    },
    remedy: 'Empfänger entfernen',
  },
  en: {
    title: 'Consent is missing',
    messages: {
      notRecorded: (data) => `${leadIn(data, 'en')}No consent for this purpose is on file for ${counted(data.people, 'one person', 'people')}.`,
      noAnswer: (data) => `${leadIn(data, 'en')}The consent of ${counted(data.people, 'one person', 'people')} could not be checked: ${UNKNOWN_REASONS.en[data.reason]}.`,
      unclearRecipients: (data) => `${leadIn(data, 'en')}Consent cannot be checked for ${counted(data.unclear, 'one recipient', 'recipients')} (group or unclear address).`,
    },
    remedy: 'Remove recipients',
  },
};
