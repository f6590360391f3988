import { CONFUSABLES } from './data';

/**
 * Letters that pass for Latin ones although Unicode's list sees them as the small form of a capital:
 * in the fonts of mail programs they are read as such. And ß, which names are written without.
 */
const BY_HAND = '|b в|h н|k кκ|m м|t тτ|ss ß';

const ACCENTS = /[\u0300-\u036f]+/g;

let letters: ReadonlyMap<string, string> | undefined;

/** The Latin letters and digits somebody reads into a text in lower case; what resembles none stays as it is. */
export function readAsLatin(text: string): string {
  if (!letters) letters = unpacked();
  let latin = '';
  for (const character of text.normalize('NFD').replace(ACCENTS, '')) latin += letters.get(character) || character;
  return latin;
}

function unpacked(): ReadonlyMap<string, string> {
  const all = new Map<string, string>();
  for (const group of (CONFUSABLES + BY_HAND).split('|')) {
    const [latin, characters] = group.split(' ') as [string, string];
    for (const character of characters) all.set(character, latin);
  }
  return all;
}
