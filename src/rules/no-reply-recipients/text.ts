import type { Language, RuleText } from '../../core/rule';
import { counted, listed } from '../listing';

type Unread = { people: number; addresses: readonly string[] };

export type Messages = { nobodyReads: Unread; amongOthers: Unread };

export const text: { readonly [L in Language]: RuleText<Messages> } = {
  de: {
    title: 'Adressen, die niemand liest',
    messages: {
      nobodyReads: ({ people, addresses }) => `Diese Nachricht geht nur an ${counted(people, 'eine Adresse, die', 'Adressen, die')} dem Namen nach niemand liest: ${listed(addresses, 'de')}.`,
      amongOthers: ({ people, addresses }) => `${counted(people, 'Eine Adresse liest', 'Adressen liest')} dem Namen nach niemand: ${listed(addresses, 'de')}.`,
    },
    remedy: 'Entfernen',
  },
  en: {
    title: 'Addresses nobody reads',
    messages: {
      nobodyReads: ({ people, addresses }) => `This message goes only to ${counted(people, 'one address that', 'addresses that')} by the name nobody reads: ${listed(addresses, 'en')}.`,
      amongOthers: ({ people, addresses }) => `By the name, nobody reads ${counted(people, 'one address', 'addresses')}: ${listed(addresses, 'en')}.`,
    },
    remedy: 'Remove',
  },
};
