import { text } from '../core/option';
import { type AdvertisingPurpose, isAdvertising } from '../core/purpose';
import type { RuleContext } from '../core/rule';
import { languageOf } from './mail-language';
import { listsWithin } from './lists';
import { distinctPeople } from './people';

export const blockOptions = {
  /** What is put into German mail. */
  german: text(),
  /** What is put into English mail. */
  english: text(),
};

/** A mail that advertises to people outside, and the organisation's own text for it. */
export interface AdvertisingMail {
  readonly purpose: AdvertisingPurpose;
  /** The draft looks like it; nobody has declared it. */
  readonly suggested: boolean;
  /** Without distribution lists, which may hold any number. */
  readonly people: number;
  /** What the sender wrote and the signature. What an earlier mail said does not speak for this one. */
  readonly written: string;
  /** In the language of the mail, else in the other one; `null` where the policy has none. */
  readonly block: string | null;
  /** The block stands in the mail, in whichever language. */
  readonly hasBlock: boolean;
}

/**
 * `null` where no notice is asked for: the mail does not advertise, or nobody outside gets it. What
 * only looks like advertising, such as a survey among colleagues, is none on the house's own lists.
 */
export function advertisingMailOf(context: RuleContext<{ readonly german: string; readonly english: string }>): AdvertisingMail | null {
  const { draft, participants, purpose, writing, options } = context;
  if (purpose === null || !isAdvertising(purpose)) return null;
  const { inside, untold } = listsWithin(context);
  const outside = participants.filter(({ standing, key }) => standing !== 'internal' && !inside.has(key));
  if (outside.every(({ key }) => draft.purpose === null && untold.has(key))) return null;
  const german = options.german.trim();
  const english = options.english.trim();
  const written = spaced(writing.written);
  return {
    purpose,
    suggested: draft.purpose === null,
    people: distinctPeople(outside.filter(({ standing }) => standing === 'external')).length,
    written: writing.written,
    block: (languageOf(`${draft.subject}\n${writing.own}`) === 'de' ? german || english : english || german) || null,
    // Mail programs break lines and double spaces as they like.
    hasBlock: [german, english].some((block) => block !== '' && written.indexOf(spaced(block)) >= 0),
  };
}

function spaced(words: string): string {
  return words.split(/\s+/).join(' ');
}
