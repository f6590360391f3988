import type { Language, RuleText } from '../../core/rule';
import { counted, listed } from '../listing';

type Named = { people: number; names: readonly string[] };

export type Messages = { noUsableAddress: Named; directoryName: Named; noEnding: { people: number; addresses: readonly string[] }; nothingThere: { people: number } };

export const text: { readonly [L in Language]: RuleText<Messages> } = {
  de: {
    title: 'Empfänger ohne brauchbare Adresse',
    messages: {
      noUsableAddress: ({ people, names }) => `${counted(people, 'Ein Empfänger hat', 'Empfänger haben')} keine brauchbare Adresse und ${people === 1 ? 'wurde' : 'wurden'} nicht geprüft: ${listed(names, 'de')}.`,
      directoryName: ({ people, names }) => `${counted(people, 'Ein Empfänger aus dem Adressbuch zeigt seine', 'Empfänger aus dem Adressbuch zeigen ihre')} Adresse nicht und ${people === 1 ? 'wurde' : 'wurden'} nicht geprüft: ${listed(names, 'de')}.`,
      noEnding: ({ people, addresses }) => `${counted(people, 'Einer Adresse', 'Adressen')} fehlt die Endung der Domain: ${listed(addresses, 'de')}.`,
      nothingThere: ({ people }) => `${counted(people, 'Ein Eintrag hat', 'Einträge haben')} weder Namen noch Adresse.`,
    },
  },
  en: {
    title: 'Recipients without a usable address',
    messages: {
      noUsableAddress: ({ people, names }) => `${counted(people, 'One person has', 'people have')} no usable address and ${people === 1 ? 'was' : 'were'} not checked: ${listed(names, 'en')}.`,
      directoryName: ({ people, names }) => `${counted(people, 'One person from the address book shows', 'people from the address book show')} no address and ${people === 1 ? 'was' : 'were'} not checked: ${listed(names, 'en')}.`,
      noEnding: ({ people, addresses }) => `${counted(people, 'One address lacks', 'addresses lack')} the ending of the domain: ${listed(addresses, 'en')}.`,
      nothingThere: ({ people }) => `${counted(people, 'One entry has', 'entries have')} neither name nor address.`,
    },
  },
};
