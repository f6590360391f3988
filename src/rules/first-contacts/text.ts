import type { UnknownReason } from '../../core/evidence';
import type { Language, RuleText } from '../../core/rule';
import { counted, listed } from '../listing';
import { UNKNOWN_REASONS } from '../unknown-reasons';

export type Messages = {
  neverWrittenTo: { people: number; addresses: readonly string[] };
  noAnswer: { people: number; reason: UnknownReason };
};

export const text: { readonly [L in Language]: RuleText<Messages> } = {
  de: {
    title: 'Zum ersten Mal angeschrieben',
    messages: {
      neverWrittenTo: ({ people, addresses }) => `An ${counted(people, 'eine externe Adresse', 'externe Adressen')} ist noch keine Nachricht verzeichnet: ${listed(addresses, 'de')}.`,
      noAnswer: ({ people, reason }) => `Ob ${counted(people, 'eine externe Adresse', 'externe Adressen')} schon einmal angeschrieben ${people === 1 ? 'wurde' : 'wurden'}, konnte nicht geprüft werden: ${UNKNOWN_REASONS.de[reason]}.`,
    },
  },
  en: {
    title: 'Written to for the first time',
    messages: {
      neverWrittenTo: ({ people, addresses }) => `No message to ${counted(people, 'one external address', 'external addresses')} is on record yet: ${listed(addresses, 'en')}.`,
      noAnswer: ({ people, reason }) => `Whether ${counted(people, 'one external address has', 'external addresses have')} been written to before could not be checked: ${UNKNOWN_REASONS.en[reason]}.`,
    },
  },
};
