import { nameOf, shownDomain } from '../domain-name';
import { endingOf, registrableOf, withName } from './lookalike-index';
import { type Asked, put, type Question } from './question';

/** Words that are put beside a name without saying who it is. */
const FILLERS: ReadonlySet<string> = new Set(('gmbh ag kg se group gruppe holding www mail email webmail smtp mx web online shop service services support info team portal login secure '
  + 'konto billing rechnung international global deutschland germany europe de at ch eu com net org').split(' '));
const BY_BEGINNING = byLetters((word) => word.slice(0, 2));
const BY_END = byLetters((word) => word.slice(-2));
const FIRMS = ['gmbh', 'ag', 'group'];
const MOST_FILLERS = 4;

/** The same words in another order, or with a word that says little. */
export function askWords(question: Question, { labels, name }: Asked): void {
  const { index, ending } = question;
  const whole = name.latin;
  if (labels.indexOf('-') >= 0 || labels.indexOf('.') >= 0) askApart();

  const before = BY_BEGINNING.get(whole.slice(0, 2)) || [];
  for (const word of before) if (whole.slice(0, word.length) === word) askWithout(whole.slice(word.length), word, false);
  const after = BY_END.get(whole.slice(-2)) || [];
  for (const word of after) if (whole.slice(-word.length) === word) askWithout(whole.slice(0, -word.length), word, false);
  for (const firm of FIRMS) {
    withName(index, whole + firm, (form) => {
      if (endingOf(index, form) === ending && whole.length > 2) put(question, form, 'addedWord', whole.length > 4 ? 'weak' : 'faint');
    });
  }

  function askApart(): void {
    const words = shownDomain(labels).split(/[.-]/);
    const latin = words.map((word) => nameOf(word).latin);
    if (words.length > 1 && words.length < 4) {
      for (const turned of otherOrders(latin)) {
        withName(index, turned.join(''), (form) => {
          if (endingOf(index, form) === ending) put(question, form, 'swappedLabels', whole.length > 4 ? 'strong' : 'faint');
        });
      }
    }
    const before = fillersIn(words);
    const after = fillersIn(words.slice().reverse());
    for (let first = 0; first <= before; first += 1) {
      for (let end = words.length; end > first && end >= words.length - after; end -= 1) {
        if (first > 0 || end < words.length) askWithout(latin.slice(first, end).join(''), words[end < words.length ? words.length - 1 : first - 1] as string, true);
      }
    }
  }

  /** `apart`: the word stood apart, by a hyphen or a dot. */
  function askWithout(rest: string, word: string, apart: boolean): void {
    const { length } = rest;
    if (length < 3) return;
    withName(index, rest, (form) => {
      const knownEnding = endingOf(index, form);
      if (word === 'www' && knownEnding === ending) put(question, form, 'punctuation', 'strong');
      else if (word === knownEnding && (apart || length > 4)) put(question, form, 'embedded', length > 4 ? 'strong' : 'faint');
      else if (knownEnding === ending) put(question, form, 'addedWord', length > 4 ? 'weak' : 'faint');
    });
  }
}

/** How many words at the beginning say little; of a name that is made of nothing else, so many that it costs little. */
function fillersIn(words: readonly string[]): number {
  let count = 0;
  while (count < MOST_FILLERS && FILLERS.has(words[count] as string)) count += 1;
  return count;
}

function byLetters(lettersOf: (word: string) => string): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  FILLERS.forEach((word) => groups.set(lettersOf(word), [...(groups.get(lettersOf(word)) || []), word]));
  return groups;
}

function otherOrders(words: readonly string[]): readonly (readonly string[])[] {
  const [a, b, c] = words as readonly [string, string, string?];
  return c === undefined ? [[b, a]] : [[a, c, b], [b, a, c], [b, c, a], [c, a, b], [c, b, a]];
}

/** A known domain that stands whole in front of a strange one: oak.example.elm.example. */
export function askWithin(question: Question): void {
  const { index, domain, start } = question;
  for (let at = 0; at < start; at = domain.indexOf('.', at) + 1) {
    withName(index, nameOf(domain.slice(at, domain.indexOf('.', at))).latin, (form) => {
      const known = registrableOf(index, form);
      if (domain.slice(at, at + known.length + 1) === `${known}.`) put(question, form, 'embedded', 'strong');
    });
  }
}
