const TITLES = new Set(('dr prof professor dipl ing inf kfm herr herrn frau hr fr mr mrs ms miss mag mba msc bsc llm phil med jur rer nat pol habil hc doctor sir extern ext external gmbh ag kg').split(' '));
/** What stands behind a name: a firm, a department, a service that sends on somebody's behalf. */
const BEHIND = /[([{|/].*$| [-–—] .*$| (?:via|c\/o|im auftrag|on behalf) .*$/;
const ACCENTS = /[\u0300-\u036f]+/g;

/**
 * The words of a person's name, in alphabetical order and as they are written without umlauts and
 * accents, so that `Müller, Anna`, `Dr. Anna Mueller` and `ANNA MÜLLER (Oak)` are one. Titles and
 * initials are left out. Empty for what does not look like first and last name: one word is a
 * nickname or a mailbox, many words are a firm, and an address is an address.
 */
export function nameWords(name: string): readonly string[] {
  const front = name.replace(BEHIND, '');
  if (front.indexOf('@') >= 0) return [];
  const words = spelledOut(front).split(/[^a-z\u0370-\uffff]+/).filter((word) => word.length > 1 && !TITLES.has(word));
  return words.length > 1 && words.length < 6 ? words.sort() : [];
}

/** The same as one text to compare by; empty for no name of a person. */
export function nameKey(name: string): string {
  return nameWords(name).join(' ');
}

/** In lower case, umlauts as two letters, other accents off. */
export function spelledOut(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/ä/g, 'ae').replace(/ö/g, 'oe').replace(/ü/g, 'ue').replace(/ß/g, 'ss').replace(/ø/g, 'o').replace(/ł/g, 'l').normalize('NFD').replace(ACCENTS, '');
}
