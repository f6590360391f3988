import { shownDomain } from '../../core/domain-name';
import type { Language, RuleText } from '../../core/rule';
import { counted, listed } from '../listing';

type Added = { people: number; domains: readonly string[] };

export type Messages = {
  addedToReply: Added;
  forwarded: Added;
  threadUnknown: { people: number };
};

export const text: { readonly [L in Language]: RuleText<Messages> } = {
  de: {
    title: 'Neue Domain im Verlauf',
    messages: {
      addedToReply: ({ people, domains }) => `${counted(people, 'Eine Person', 'Personen')} (${shown(domains, 'de')}) ${people === 1 ? 'war' : 'waren'} bisher nicht am Verlauf beteiligt und ${people === 1 ? 'liest' : 'lesen'} ihn jetzt mit.`,
      forwarded: ({ people, domains }) => `Der Verlauf geht an ${counted(people, 'eine Person', 'Personen')} außerhalb, die bisher nicht beteiligt ${people === 1 ? 'war' : 'waren'} (${shown(domains, 'de')}).`,
      threadUnknown: ({ people }) => `Wer bisher am Verlauf beteiligt war, ist nicht zu erkennen. ${people === 1 ? 'Eine externe Person kann' : `${people} externe Personen können`} neu sein.`,
    },
    remedy: 'Entfernen',
  },
  en: {
    title: 'A domain new to the thread',
    messages: {
      addedToReply: ({ people, domains }) => `${counted(people, 'One person', 'people')} (${shown(domains, 'en')}) had no part in the thread so far and will now read it.`,
      forwarded: ({ people, domains }) => `The thread goes to ${counted(people, 'one person', 'people')} outside who had no part in it so far (${shown(domains, 'en')}).`,
      threadUnknown: ({ people }) => `It cannot be told who had a part in the thread so far. ${people === 1 ? 'One external person' : `${people} external people`} may be new.`,
    },
    remedy: 'Remove',
  },
};

function shown(domains: readonly string[], language: Language): string {
  return listed(domains.map(shownDomain), language);
}
