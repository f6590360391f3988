import type { UnknownReason } from '../../core/evidence';
import type { Purpose } from '../../core/purpose';
import type { Language, RuleText } from '../../core/rule';
import { UNKNOWN_REASONS } from '../unknown-reasons';

type People = { people: number; purpose: Purpose; suggested: boolean };

export type Messages = {
  objected: People;
  withdrawn: People;
  pending: People;
  expired: People;
  customerExpired: People;
  otherBasis: People;
  notRecorded: People;
  unknownContact: People;
  noAnswer: People & { reason: UnknownReason };
  unclearRecipients: { unclear: number; purpose: Purpose; suggested: boolean };
};

const LOOKS_DE: { readonly [P in Purpose]: string } = {
  individual: 'einer persönlichen Nachricht',
  contract: 'einer Nachricht zum Vertrag',
  offer: 'einem Angebot',
  newsletter: 'einem Newsletter',
  event: 'einer Einladung zu einer Veranstaltung',
  survey: 'einer Umfrage',
};

const LOOKS_EN: { readonly [P in Purpose]: string } = {
  individual: 'a personal message',
  contract: 'a message about a contract',
  offer: 'an offer',
  newsletter: 'a newsletter',
  event: 'an invitation to an event',
  survey: 'a survey',
};

export const text: { readonly [L in Language]: RuleText<Messages> } = {
  de: {
    title: 'Einwilligung fehlt',
    messages: {
      objected: (data) => `${looksDe(data)}${one(data.people, 'Eine Person hat', 'Personen haben')} Werbung widersprochen.`,
      withdrawn: (data) => `${looksDe(data)}${one(data.people, 'Eine Person hat ihre', 'Personen haben ihre')} Einwilligung widerrufen.`,
      pending: (data) => `${looksDe(data)}${one(data.people, 'Eine Person hat ihre', 'Personen haben ihre')} Anmeldung noch nicht bestätigt (Double-Opt-in offen).`,
      expired: (data) => `${looksDe(data)}Bei ${one(data.people, 'einer Person', 'Personen')} ist die Einwilligung abgelaufen.`,
      customerExpired: (data) => `${looksDe(data)}Bei ${one(data.people, 'einer Person', 'Personen')} gilt die Ausnahme für Bestandskunden (§ 7 Abs. 3 UWG) nicht mehr.`,
      otherBasis: (data) => `${looksDe(data)}Zu ${one(data.people, 'einer Person', 'Personen')} ist nur eine andere Grundlage hinterlegt, etwa ein Vertrag. Für Werbung reicht das womöglich nicht.`,
      notRecorded: (data) => `${looksDe(data)}Zu ${one(data.people, 'einer Person', 'Personen')} ist keine Einwilligung für diesen Zweck hinterlegt.`,
      unknownContact: (data) => `${looksDe(data)}${one(data.people, 'Eine Adresse steht', 'Adressen stehen')} nicht in den Kontakten, eine Einwilligung ist also nicht hinterlegt.`,
      noAnswer: (data) => `${looksDe(data)}Die Einwilligung ${one(data.people, 'einer Person', 'Personen', 'von ')} konnte nicht geprüft werden: ${UNKNOWN_REASONS.de[data.reason]}.`,
      unclearRecipients: (data) => `${looksDe(data)}Bei ${one(data.unclear, 'einem Empfänger', 'Empfängern')} (Gruppe oder unklare Adresse) lässt sich die Einwilligung nicht prüfen.`,
    },
    remedy: 'Empfänger entfernen',
  },
  en: {
    title: 'Consent is missing',
    messages: {
      objected: (data) => `${looksEn(data)}${one(data.people, 'One person has', 'people have')} objected to advertising.`,
      withdrawn: (data) => `${looksEn(data)}${one(data.people, 'One person has', 'people have')} withdrawn consent.`,
      pending: (data) => `${looksEn(data)}${one(data.people, 'One person has', 'people have')} not confirmed the sign-up yet (double opt-in pending).`,
      expired: (data) => `${looksEn(data)}The consent of ${one(data.people, 'one person', 'people')} has expired.`,
      customerExpired: (data) => `${looksEn(data)}The exception for existing customers (Section 7(3) UWG) no longer covers ${one(data.people, 'one person', 'people')}.`,
      otherBasis: (data) => `${looksEn(data)}For ${one(data.people, 'one person', 'people')} only another basis is on file, such as a contract. That may not be enough for advertising.`,
      notRecorded: (data) => `${looksEn(data)}No consent for this purpose is on file for ${one(data.people, 'one person', 'people')}.`,
      unknownContact: (data) => `${looksEn(data)}${one(data.people, 'One address is', 'addresses are')} not among the contacts, so no consent is on file.`,
      noAnswer: (data) => `${looksEn(data)}The consent of ${one(data.people, 'one person', 'people')} could not be checked: ${UNKNOWN_REASONS.en[data.reason]}.`,
      unclearRecipients: (data) => `${looksEn(data)}Consent cannot be checked for ${one(data.unclear, 'one recipient', 'recipients')} (group or unclear address).`,
    },
    remedy: 'Remove recipients',
  },
};

function one(count: number, single: string, plural: string, before = ''): string {
  return count === 1 ? single : `${before}${count} ${plural}`;
}

function looksDe({ purpose, suggested }: { purpose: Purpose; suggested: boolean }): string {
  return suggested ? `Sieht nach ${LOOKS_DE[purpose]} aus. ` : '';
}

function looksEn({ purpose, suggested }: { purpose: Purpose; suggested: boolean }): string {
  return suggested ? `Looks like ${LOOKS_EN[purpose]}. ` : '';
}
