import type { Language } from '../core/rule';

const GERMAN = /(?:^|[^a-zäöüß])(?:der|die|das|und|ist|sind|nicht|sie|wir|ihr|ihre|ihnen|mit|für|auf|von|zu|zum|zur|bei|ein|eine|einen|unser|unsere|jetzt|guten|sehr|liebe|hallo|grüße|grüßen)(?![a-zäöüß])/gi;
const ENGLISH = /(?:^|[^a-zäöüß])(?:the|and|is|are|not|you|your|we|our|with|for|of|to|this|that|at|an|on|it|have|will|please|dear|hello|hi|now|best|kind|regards)(?![a-zäöüß])/gi;

/** What a mail is written in, by its commonest words; German where neither prevails. */
export function languageOf(text: string): Language {
  const count = (words: RegExp): number => (text.slice(0, 20000).match(words) || []).length;
  return count(ENGLISH) > count(GERMAN) ? 'en' : 'de';
}
