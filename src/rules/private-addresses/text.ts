import type { Language, RuleText } from '../../core/rule';
import { counted, quoted, shortened } from '../listing';

type Private = { people: number; address: string };

export type Messages = {
  ownAddress: Private;
  colleaguesAddress: Private & { name: string };
};

export const text: { readonly [L in Language]: RuleText<Messages> } = {
  de: {
    title: 'Privates Postfach',
    messages: {
      ownAddress: ({ people, address }) => `${counted(people, 'Eine Adresse bei einem Mailanbieter trägt', 'Adressen bei Mailanbietern tragen')} Ihren eigenen Namen: ${shortened(address)}.`,
      colleaguesAddress: ({ people, address, name }) => `${counted(people, 'Eine Adresse bei einem Mailanbieter gehört', 'Adressen bei Mailanbietern gehören')} vielleicht jemandem aus Ihrer Organisation: ${shortened(address)} (${quoted(name, 'de')}).`,
    },
    remedy: 'Entfernen',
  },
  en: {
    title: 'A private mailbox',
    messages: {
      ownAddress: ({ people, address }) => `${counted(people, 'One address at a mail provider bears', 'addresses at mail providers bear')} your own name: ${shortened(address)}.`,
      colleaguesAddress: ({ people, address, name }) => `${counted(people, 'One address at a mail provider may belong', 'addresses at mail providers may belong')} to somebody in your organisation: ${shortened(address)} (${quoted(name, 'en')}).`,
    },
    remedy: 'Remove',
  },
};
