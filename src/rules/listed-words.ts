/** A text taken apart into words, for many lists to be looked up in it. */
export interface ReadText {
  /** As written. */
  readonly words: readonly string[];
  /** The same, folded. */
  readonly folded: readonly string[];
  /** Where each folded word stands. */
  readonly places: ReadonlyMap<string, readonly number[]>;
  /** Folded words that are written with a capital letter somewhere, as nouns are in German. */
  readonly capital: ReadonlySet<string>;
}

/** Whose endings a word of a list may have in the text. */
export type EndingsOf = 'any' | 'de' | 'en' | 'none';

/**
 * Letters and digits make words. Scripts that write without spaces have none, so there each
 * character counts by itself; a list's word is then found wherever its characters follow each other.
 */
const WORDS = /[0-9A-Za-z\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u0dff\u1e00-\u1fff]+|[\u0e00-\u1dff\u2c00-\u2fff\u3005-\u3007\u3031-\uffff]/g;
/** The same with the wildcards that words of a list may hold. */
const PATTERN_WORDS = /[*?0-9A-Za-z\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u0dff\u1e00-\u1fff]+|[\u0e00-\u1dff\u2c00-\u2fff\u3005-\u3007\u3031-\uffff]/g;
/** Soft hyphens and characters without width, which break a word only for the eye of a programme. */
const UNSEEN = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;

const CAPITAL = /^[0-9]*[A-Z\u00c0-\u00d6\u00d8-\u00de]/;

export function readText(text: string): ReadText {
  const words: readonly string[] = text.normalize('NFKC').replace(UNSEEN, '').match(WORDS) || [];
  const known = new Map<string, string>();
  const places = new Map<string, number[]>();
  const capital = new Set<string>();
  const all = words.map((word, index) => {
    const fold = known.get(word) || folded(word);
    known.set(word, fold);
    if (CAPITAL.test(word)) capital.add(fold);
    const there = places.get(fold);
    if (there) there.push(index);
    else places.set(fold, [index]);
    return fold;
  });
  return { words, folded: all, places, capital };
}

/** What spellings of one word have in common: case, umlauts (ä = ae), ß = ss, accents. */
export function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/ä/g, 'ae').replace(/ö/g, 'oe').replace(/ü/g, 'ue').replace(/ß/g, 'ss')
    .normalize('NFD').replace(/[\u0300-\u036f]/g, '');
}

/**
 * The words and phrases of a list that stand in a text, as written there, each once, in the order of
 * the text. `except` are phrases that hide what stands in them: `nicht vertraulich`.
 *
 * Whole words only, with the endings of the language; `*` stands for any letters within a word, `?`
 * for one. Digits before or behind a word do not make it another one (`Kundenliste2024`). The work
 * grows with the text and with the list, never with both multiplied, but for words that begin with a wildcard.
 */
export function wordsFound(text: ReadText, words: readonly string[], except: readonly string[], endings: EndingsOf): readonly string[] {
  const spans = spansOf(text, words, endings);
  if (spans.length === 0) return [];
  const hidden = new Set<number>();
  for (const [from, to] of spansOf(text, except, endings)) for (let index = from; index < to; index += 1) hidden.add(index);
  const found: string[] = [];
  const seen = new Set<string>();
  for (const [from, to] of spans.sort((one, other) => one[0] - other[0] || one[1] - other[1])) {
    let open = false;
    for (let index = from; index < to; index += 1) open = open || !hidden.has(index);
    const key = text.folded.slice(from, to).join(' ');
    if (!open || seen.has(key)) continue;
    seen.add(key);
    found.push(shown(text.words.slice(from, to)));
  }
  return found;
}

/** Whether an entry of a list can be found at all: wildcards and punctuation alone cannot. */
export function canBeFound(words: string): boolean {
  return phraseOf(words).length > 0;
}

/** Words of the text from the first number to before the second. */
type Span = readonly [number, number];
type Phrase = readonly string[];

function spansOf(text: ReadText, words: readonly string[], endings: EndingsOf): Span[] {
  const spans: Span[] = [];
  const byFirst = new Map<string, Phrase[]>();
  const wild: Phrase[] = [];
  for (const phrase of words.map(phraseOf)) {
    const first = phrase[0];
    if (first === undefined) continue;
    if (isWild(first)) wild.push(phrase);
    else byFirst.set(first, [...(byFirst.get(first) || []), phrase]);
  }
  text.places.forEach((there, word) => {
    const phrases = wild.filter(([first]) => globFits(word, first as string));
    for (const stem of stemsOf(word, text, endings)) phrases.push(...(byFirst.get(stem) || []));
    for (const phrase of phrases) {
      for (const from of there) {
        if (phrase.every((part, index) => index === 0 || fits(text.folded[from + index], part, text, endings))) spans.push([from, from + phrase.length]);
      }
    }
  });
  return spans;
}

/** Wildcards alone at the edges of a phrase ask for nothing. */
function phraseOf(words: string): Phrase {
  const parts = (words.normalize('NFKC').replace(UNSEEN, '').match(PATTERN_WORDS) || []).map(folded);
  const asks = (part: string) => /[^*?]/.test(part);
  while (parts.length > 0 && !asks(parts[0] as string)) parts.shift();
  while (parts.length > 0 && !asks(parts[parts.length - 1] as string)) parts.pop();
  return parts;
}

function fits(word: string | undefined, part: string, text: ReadText, endings: EndingsOf): boolean {
  if (word === undefined) return false;
  if (isWild(part)) return globFits(word, part);
  // Forms are longer than the word they are forms of.
  return word === part || (word.length > part.length && stemsOf(word, text, endings).indexOf(part) >= 0);
}

function isWild(part: string): boolean {
  return /[*?]/.test(part);
}

const ENDINGS: { readonly [E in Exclude<EndingsOf, 'any'>]: readonly (readonly [string, string])[] } = {
  de: [['e', ''], ['en', ''], ['er', ''], ['es', ''], ['em', ''], ['ern', ''], ['n', ''], ['s', ''], ['se', ''], ['sen', ''], ['ses', ''], ['in', ''], ['innen', ''], ['nen', '']],
  en: [['s', ''], ['es', ''], ['d', ''], ['ed', ''], ['ing', ''], ['ing', 'e'], ['ies', 'y']],
  none: [],
};
/** Endings of plurals that may have an umlaut: `Verträge`, `Häusern`, `Mängel`, `Schäden`. */
const PLURALS = ['e', 'en', 'er', 'ern', 'n', ''];
/** Without an ending of its own a plural is told by its umlaut alone, and few kinds of nouns have such. */
const PLURALS_AS_THEY_ARE = /(?:el|er|en)$/;
/** Shorter words have too many neighbours: `Akt` is not `Akte`. */
const SHORTEST_STEM = 4;

/** The word itself, without digits around it, and what it may be a form of. */
function stemsOf(word: string, { capital }: ReadText, endings: EndingsOf): readonly string[] {
  const bare = word.replace(/^[0-9]+/, '').replace(/[0-9]+$/, '');
  const stems = [word, bare];
  for (const [ending, instead] of endings === 'any' ? [...ENDINGS.de, ...ENDINGS.en] : ENDINGS[endings]) {
    const length = bare.length - ending.length;
    if (length + instead.length >= SHORTEST_STEM && bare.slice(length) === ending) stems.push(bare.slice(0, length) + instead);
  }
  // Nouns only: `drücke` is no plural of `Druck`.
  if ((endings === 'any' || endings === 'de') && capital.has(word)) stems.push(...singularsOf(bare));
  return stems;
}

/** What a word would be without the umlaut and the ending of a plural. */
function singularsOf(bare: string): readonly string[] {
  const singulars: string[] = [];
  for (const ending of PLURALS) {
    const stem = bare.slice(0, bare.length - ending.length);
    if (stem + ending !== bare || (/^n?$/.test(ending) && !PLURALS_AS_THEY_ARE.test(stem))) continue;
    const singular = stem.replace(/^(.*[aou])e/, '$1');
    if (singular !== stem && singular.length >= SHORTEST_STEM) singulars.push(singular);
  }
  return singulars;
}

/** One step back at most to the last `*`, so the work is bounded by both lengths. */
function globFits(word: string, part: string): boolean {
  let at = 0;
  let want = 0;
  let star = -1;
  let mark = 0;
  while (at < word.length) {
    const wanted = part.charAt(want);
    if (wanted === '*') {
      star = want;
      mark = at;
      want += 1;
    } else if (wanted === '?' || wanted === word.charAt(at)) {
      at += 1;
      want += 1;
    } else if (star >= 0) {
      want = star + 1;
      mark += 1;
      at = mark;
    } else return false;
  }
  while (part.charAt(want) === '*') want += 1;
  return want === part.length;
}

/** Characters of scripts without spaces are put together again without any. */
function shown(words: readonly string[]): string {
  return words.reduce((text, word) => (text === '' ? word : /[\u0e00-\u1dff\u2c00-\uffff]$/.test(text) && /^[\u0e00-\u1dff\u2c00-\uffff]/.test(word) ? text + word : `${text} ${word}`), '');
}
