import type { Language, RuleText } from '../../core/rule';
import { counted, quoted, shortened } from '../listing';

type Called = { people: number; name: string; address: string };

export type Messages = {
  addressInName: Called & { other: string };
  colleaguesName: Called;
  threadName: Called & { other: string };
  othersName: Called & { other: string };
};

export const text: { readonly [L in Language]: RuleText<Messages> } = {
  de: {
    title: 'Gleicher Name, andere Adresse',
    messages: {
      addressInName: ({ people, other, address }) => `${counted(people, 'Ein Empfänger nennt', 'Empfänger nennen')} im Namen eine andere Adresse: Wo ${quoted(other, 'de')} steht, geht die Nachricht an ${shortened(address)}.`,
      colleaguesName: ({ people, name, address }) => `${counted(people, 'Eine externe Adresse trägt', 'externe Adressen tragen')} den Namen von jemandem aus Ihrer Organisation: ${quoted(name, 'de')}, ${shortened(address)}.`,
      threadName: ({ people, name, other, address }) => `Im Verlauf ${people === 1 ? `stand ${quoted(name, 'de')}` : `hatten ${people} Personen andere Adressen: ${quoted(name, 'de')} stand dort`} mit ${shortened(other)}, jetzt geht die Nachricht an ${shortened(address)}.`,
      othersName: ({ people, name, other, address }) => `${counted(people, 'Ein Empfänger heißt', 'Empfänger heißen')} wie ein anderer: ${quoted(name, 'de')}, ${shortened(address)} und ${shortened(other)}.`,
    },
    remedy: 'Entfernen',
  },
  en: {
    title: 'Same name, other address',
    messages: {
      addressInName: ({ people, other, address }) => `${counted(people, 'One name shows', 'names show')} another address: where it says ${quoted(other, 'en')}, the message goes to ${shortened(address)}.`,
      colleaguesName: ({ people, name, address }) => `${counted(people, 'One external address bears', 'external addresses bear')} the name of somebody in your organisation: ${quoted(name, 'en')}, ${shortened(address)}.`,
      threadName: ({ people, name, other, address }) => `In the thread ${people === 1 ? quoted(name, 'en') : `${people} people had other addresses: ${quoted(name, 'en')}`} was ${shortened(other)}, now the message goes to ${shortened(address)}.`,
      othersName: ({ people, name, other, address }) => `${counted(people, 'One person is', 'people are')} called like another: ${quoted(name, 'en')}, ${shortened(address)} and ${shortened(other)}.`,
    },
    remedy: 'Remove',
  },
};
