import type { AdvertisingPurpose } from '../../core/purpose';
import type { Language, RuleText } from '../../core/rule';
import { leadIn } from '../consent-words';
import { counted, listed, quoted, shortened } from '../listing';

interface Messages {
  /** `seen`: the draft's own words. `people`: external ones; 0 where only distribution lists are addressed. */
  looksLikeAdvertising: { purpose: AdvertisingPurpose; seen: readonly string[]; people: number };
  goesToMany: { people: number };
}

export const text: { readonly [L in Language]: RuleText<Messages> } = {
  de: {
    title: 'Zweck nicht angegeben',
    messages: {
      looksLikeAdvertising: ({ purpose, seen, people }) => `${leadIn({ purpose, suggested: true }, 'de')}Darin steht ${words(seen, 'de')}. Ein Zweck ist nicht angegeben${people > 0 ? ` (an ${counted(people, 'eine externe Person', 'externe Personen')})` : ''}.`,
      goesToMany: ({ people }) => `Die Nachricht geht an ${counted(people, 'eine externe Person', 'externe Personen')}, ein Zweck ist nicht angegeben.`,
    },
    remedy: 'Zweck übernehmen',
  },
  en: {
    title: 'No purpose declared',
    messages: {
      looksLikeAdvertising: ({ purpose, seen, people }) => `${leadIn({ purpose, suggested: true }, 'en')}It says ${words(seen, 'en')}. No purpose is declared${people > 0 ? ` (to ${counted(people, 'one external person', 'external people')})` : ''}.`,
      goesToMany: ({ people }) => `The message goes to ${counted(people, 'one external person', 'external people')}, and no purpose is declared.`,
    },
    remedy: 'Use this purpose',
  },
};

/** Longest words that are shown whole, so that three of them fit into a dialog. */
const LONGEST = 24;

function words(seen: readonly string[], language: Language): string {
  return listed(seen.map((each) => quoted(shortened(each, LONGEST), language)), language);
}
