import type { Language, RuleText } from '../../core/rule';
import { shortened } from '../listing';
import { type StatedReason, withReason } from '../stated-reason';

type Expected = { people: number; addresses: readonly string[]; senders: readonly string[] } & StatedReason;

export interface Messages {
  otherSender: Expected & { sender: string };
  senderUnknown: Expected;
  unclear: { people: number };
}

export const text: { readonly [L in Language]: RuleText<Messages> } = {
  de: {
    title: 'Absender passt nicht zu den Empfängern',
    messages: {
      otherSender: (data) => withReason(`Für ${to(data, 'de')} ist ${either(data.senders, 'de')} als Absender vorgesehen, nicht ${shortened(data.sender)}.`, data, 'de'),
      senderUnknown: (data) => withReason(`Für ${to(data, 'de')} ist ${either(data.senders, 'de')} als Absender vorgesehen. Wer hier absendet, ist nicht zu erkennen.`, data, 'de'),
      unclear: ({ people }) => `Bei ${people === 1 ? 'einem Empfänger' : `${people} Empfängern`} ist nicht zu erkennen, ob ein anderer Absender vorgesehen ist.`,
    },
  },
  en: {
    title: 'Sender does not fit the recipients',
    messages: {
      otherSender: (data) => withReason(`For ${to(data, 'en')} the sender is meant to be ${either(data.senders, 'en')}, not ${shortened(data.sender)}.`, data, 'en'),
      senderUnknown: (data) => withReason(`For ${to(data, 'en')} the sender is meant to be ${either(data.senders, 'en')}. It cannot be told who sends here.`, data, 'en'),
      unclear: ({ people }) => `It cannot be told whether another sender is meant for ${people === 1 ? 'one recipient' : `${people} recipients`}.`,
    },
  },
};

function to({ people, addresses }: Expected, language: Language): string {
  if (people === 1) return shortened(addresses[0] || '');
  return language === 'de' ? `${people} der Empfänger` : `${people} of the recipients`;
}

function either([first = '', ...others]: readonly string[], language: Language): string {
  if (others.length === 0) return shortened(first);
  const rest = others.length === 1 ? shortened(others[0] || '') : language === 'de' ? `ein anderer von ${others.length}` : `one of ${others.length} more`;
  return `${shortened(first)} ${language === 'de' ? 'oder' : 'or'} ${rest}`;
}
