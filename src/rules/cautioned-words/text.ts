import type { Language, RuleText } from '../../core/rule';
import { listed } from '../listing';
import { type StatedReason, withReason } from '../stated-reason';

export type Place = 'subject' | 'body' | 'quoted' | 'attachments';

export interface Messages {
  wordsFound: { words: readonly string[]; places: readonly Place[] } & StatedReason;
}

export const text: { readonly [L in Language]: RuleText<Messages> } = {
  de: {
    title: 'Wörter, die zweimal hinsehen lassen',
    messages: { wordsFound: (data) => withReason(`${data.words.length === 1 ? 'Ein Wort von der Wortliste steht' : 'Wörter von der Wortliste stehen'} ${placesText(data.places, 'de')}: ${listed(data.words, 'de')}.`, data, 'de') },
  },
  en: {
    title: 'Words that call for a second look',
    messages: { wordsFound: (data) => withReason(`${data.words.length === 1 ? 'A word from the list is' : 'Words from the list are'} ${placesText(data.places, 'en')}: ${listed(data.words, 'en')}.`, data, 'en') },
  },
};

function placesText(places: readonly Place[], language: Language): string {
  const names = places.map((place) => PLACES[language][place]).filter((name, index, all) => all.indexOf(name) === index);
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')}${language === 'de' ? ' und ' : ' and '}${names[names.length - 1] as string}`;
}

const PLACES: { readonly [L in Language]: { readonly [P in Place]: string } } = {
  de: { subject: 'im Betreff', body: 'im Text', quoted: 'im zitierten Verlauf', attachments: 'in Namen von Anhängen' },
  en: { subject: 'in the subject', body: 'in the text', quoted: 'in the quoted thread', attachments: 'in names of attachments' },
};
