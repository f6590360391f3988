import { toUnicode } from 'punycode/';
import { readAsLatin } from '../reference/confusables/latin';
import type { RegistrableDomain } from './organisation';
import { NEAR, TURNED, typingErrors } from './typing-errors';

/**
 * How a domain resembles a known one:
 * - `homoglyph`: letters that look alike (0 for o, rn for m, a Cyrillic а); `mixedScripts`: the same, where
 *   one label mixes alphabets, which no honest name does;
 * - `embedded`: the known domain stands within another one, oak.example.elm.example or oak-com.example for oak.com;
 * - `punctuation`: a dot or hyphen too many or too few, mailoak.example for mail.oak.example;
 * - `typo`: slips of the finger, in the name or in its ending (.con for .com);
 * - `swappedLabels`: the same words in another order; `addedWord`: oak-gmbh.example for oak.example;
 * - `otherEnding`: oak.de for oak.com.
 */
export type LookalikeKind = 'mixedScripts' | 'homoglyph' | 'embedded' | 'punctuation' | 'typo' | 'swappedLabels' | 'addedWord' | 'otherEnding';

const KINDS: readonly LookalikeKind[] = ['mixedScripts', 'homoglyph', 'embedded', 'punctuation', 'typo', 'swappedLabels', 'addedWord', 'otherEnding'];

/**
 * How much a likeness is worth. `strong`: hardly by chance. `weak`: often two honest firms; good for
 * a hint. `faint`: between short names, so common that it counts only for a domain one knows well,
 * such as one's own.
 */
export type Likeness = 'strong' | 'weak' | 'faint';

const LIKENESSES: readonly Likeness[] = ['strong', 'weak', 'faint'];

export interface Lookalike {
  /** The known domain, as it was given. */
  readonly domain: string;
  readonly kind: LookalikeKind;
  readonly likeness: Likeness;
}

/**
 * Known domains, ready to be compared with. Each one stands in two chains: of those that begin with
 * the same two letters and have the same length, and of those that end so. A slip leaves at least one
 * of both as it was, so that a question looks at a few dozen of 10,000, and nothing has to be sorted.
 */
export interface LookalikeIndex {
  readonly domains: readonly string[];
  readonly registrableDomain: RegistrableDomain;
  readonly forms: Forms;
  readonly begins: Chains;
  readonly ends: Chains;
}

/**
 * What domains are compared by: the labels before the ending, without dots and hyphens. A domain with
 * labels below the registrable one has two forms, with and without them. One entry each per form.
 */
interface Forms {
  /** Which of the domains. */
  readonly of: number[];
  /** Where its name begins and ends within the domain. */
  readonly from: number[];
  readonly to: number[];
  /** Where its registrable domain begins. */
  readonly start: number[];
  /** Which letters there are, a bit each, read as Latin: two names one slip apart differ in two bits at most. */
  readonly letters: number[];
}

interface Chains {
  readonly heads: Int32Array;
  readonly next: number[];
}

const BUCKETS = 8192;

/** `domains` in ASCII and lower case, as `normaliseDomain` writes them; the ones that matter most first. Takes about 0.1 µs a letter. */
export function lookalikeIndex(domains: readonly string[], registrableDomain: RegistrableDomain): LookalikeIndex {
  const index: LookalikeIndex = {
    domains,
    registrableDomain,
    forms: { of: [], from: [], to: [], start: [], letters: [] },
    begins: chains(),
    ends: chains(),
  };
  for (let of = 0; of < domains.length; of += 1) {
    const domain = domains[of] as string;
    const start = registrableStart(domain, registrableDomain);
    if (start < 0) continue;
    const to = domain.indexOf('.', start);
    putIn(index, of, start, to, start);
    if (start > 0) putIn(index, of, 0, to, start);
  }
  return index;
}

function chains(): Chains {
  return { heads: new Int32Array(BUCKETS).fill(-1), next: [] };
}

/** Where the registrable domain begins; -1 for what is no domain name with an ending. */
function registrableStart(domain: string, registrableDomain: RegistrableDomain): number {
  const dot = domain.indexOf('.');
  if (dot <= 0 || domain.charAt(0) === '[' || dot === domain.length - 1) return -1;
  const last = domain.lastIndexOf('.');
  if (last === dot) return 0;
  const registrable = registrableDomain(domain);
  // What is taken for a suffix is compared by its last two labels.
  return registrable === undefined ? domain.lastIndexOf('.', last - 1) + 1 : domain.length - registrable.length;
}

function putIn({ domains, forms, begins, ends }: LookalikeIndex, of: number, from: number, to: number, start: number): void {
  const domain = domains[of] as string;
  const encoded = domain.indexOf('xn--') >= 0;
  const traits = encoded ? traitsOf(nameOf(domain.slice(from, to)).latin, 0, Infinity) : traitsOf(domain, from, to);
  const form = forms.of.length;
  forms.of.push(of);
  forms.from.push(from);
  forms.to.push(to);
  forms.start.push(start);
  forms.letters.push(traits.letters);
  begins.next.push(begins.heads[traits.begin] as number);
  begins.heads[traits.begin] = form;
  ends.next.push(ends.heads[traits.end] as number);
  ends.heads[traits.end] = form;
}

const DOT = 46;
const HYPHEN = 45;

interface Traits {
  readonly begin: number;
  readonly end: number;
  readonly letters: number;
  readonly length: number;
}

/** Of a piece of text, read as Latin; dots and hyphens left out. */
function traitsOf(text: string, from: number, to: number): Traits {
  const stop = Math.min(to, text.length);
  let [first, second, last, lastButOne, letters, length] = [0, 0, 0, 0, 0, 0];
  for (let at = from; at < stop; at += 1) {
    const written = text.charCodeAt(at);
    if (written === DOT || written === HYPHEN) continue;
    const code = written === 48 ? 111 : written === 49 ? 108 : written;
    if (length === 0) first = code;
    else if (length === 1) second = code;
    lastButOne = last;
    last = code;
    letters |= 1 << (code >= 97 && code <= 122 ? code - 97 : 26 + code % 5);
    length += 1;
  }
  return { begin: bucket(first, second, length), end: bucket(lastButOne, last, length), letters, length };
}

function bucket(one: number, two: number, length: number): number {
  return ((one * 31 + two) * 37 + length) % BUCKETS;
}

/** One name in the ways it is compared in. */
interface Name {
  /** As people see it, without dots and hyphens. */
  readonly seen: string;
  /** In Latin letters, what is foreign read as Latin. */
  readonly typed: string;
  /** The same with 0 read as o and 1 as l. */
  readonly latin: string;
}

function nameOf(labels: string): Name {
  const seen = shownDomain(labels).replace(/[.-]/g, '');
  const typed = PLAIN.test(seen) ? seen : readAsLatin(seen).replace(/[.-]/g, '');
  return { seen, typed, latin: typed.replace(/0/g, 'o').replace(/1/g, 'l') };
}

const PLAIN = /^[a-z0-9_]*$/;

/** A domain as people read it, `müller.example` for `xn--mller-kva.example`; what cannot be decoded stays as it is. */
export function shownDomain(domain: string): string {
  if (domain.indexOf('xn--') < 0) return domain;
  try {
    return toUnicode(domain);
  } catch {
    return domain;
  }
}

/** Latin, Greek, Cyrillic and Armenian letters: names in one alphabet are honest, mixtures within a label are not. */
const ALPHABETS = [/[a-z\u00df-\u024f\u0250-\u02af\u1d00-\u1dbf\u1e00-\u1eff]/, /[\u0370-\u03ff\u1f00-\u1fff]/, /[\u0400-\u052f]/, /[\u0531-\u0587]/];

export function mixesScripts(domain: string): boolean {
  return domain.indexOf('xn--') >= 0
    && shownDomain(domain).split('.').some((label) => ALPHABETS.filter((alphabet) => alphabet.test(label)).length > 1);
}

/** A domain that is asked about, and the known ones found so far. */
interface Question {
  readonly index: LookalikeIndex;
  readonly domain: string;
  readonly registrable: string;
  readonly ending: string;
  readonly mixed: boolean;
  readonly found: Map<number, Lookalike>;
}

/** One of the forms of the domain that is asked about. */
interface Asked {
  readonly name: Name;
  /** With the labels below the registrable domain? */
  readonly whole: boolean;
}

export type Compare = typeof typingErrors;

/**
 * The known domains that `domain` (ASCII, lower case) may be mistaken for, best first; none for a domain that is known
 * itself or belongs to the same registrable domain as a known one. `compare` is there for tests that
 * count comparisons.
 */
export function lookalikesOf(index: LookalikeIndex, domain: string, compare: Compare = typingErrors): readonly Lookalike[] {
  const start = registrableStart(domain, index.registrableDomain);
  if (start < 0) return [];
  const dot = domain.indexOf('.', start);
  const question: Question = {
    index,
    domain,
    registrable: domain.slice(start),
    ending: domain.slice(dot + 1),
    mixed: mixesScripts(domain),
    found: new Map(),
  };
  const own: Asked = { name: nameOf(domain.slice(start, dot)), whole: false };
  if (isKnown(question, own.name)) return [];

  const forms = start > 0 ? [own, { name: nameOf(domain.slice(0, dot)), whole: true }] : [own];
  for (const asked of forms) {
    askNear(question, asked, compare);
    askLigatures(question, asked);
  }
  askWords(question, domain.slice(start, dot));
  if (start > 0) {
    askWords(question, domain.slice(0, dot));
    askWithin(question, start);
  }
  return Array.from(question.found.entries())
    .sort(([one, a], [other, b]) => rank(a) - rank(b) || one - other)
    .map(([, lookalike]) => lookalike);
}

function rank({ likeness, kind }: Lookalike): number {
  return LIKENESSES.indexOf(likeness) * KINDS.length + KINDS.indexOf(kind);
}

function put({ index, found }: Question, of: number, kind: LookalikeKind, likeness: Likeness): void {
  const lookalike = { domain: index.domains[of] as string, kind, likeness };
  const before = found.get(of);
  if (!before || rank(lookalike) < rank(before)) found.set(of, lookalike);
}

function isKnown(question: Question, { latin }: Name): boolean {
  let known = false;
  withName(question.index, latin, (form) => {
    if (registrableOf(question.index, form) === question.registrable) known = true;
  });
  return known;
}

/** Every form whose name reads the same. */
function withName(index: LookalikeIndex, latin: string, then: (form: number, of: number, name: Name) => void): void {
  const { begin, letters } = traitsOf(latin, 0, latin.length);
  const { forms, begins } = index;
  for (let form = begins.heads[begin] as number; form >= 0; form = begins.next[form] as number) {
    if (forms.letters[form] !== letters) continue;
    const name = nameOfForm(index, form);
    if (name.latin === latin) then(form, forms.of[form] as number, name);
  }
}

function domainOf({ domains, forms }: LookalikeIndex, form: number): string {
  return domains[forms.of[form] as number] as string;
}

function nameOfForm(index: LookalikeIndex, form: number): Name {
  return nameOf(domainOf(index, form).slice(index.forms.from[form], index.forms.to[form]));
}

function registrableOf(index: LookalikeIndex, form: number): string {
  return domainOf(index, form).slice(index.forms.start[form]);
}

function endingOf(index: LookalikeIndex, form: number): string {
  return domainOf(index, form).slice((index.forms.to[form] as number) + 1);
}

/** From so many letters on, two slips in one name are still a likeness. */
const LONG = 10;

/** Names that read the same, or differ by a slip or two: those that share their first or last two letters, and nearly the length. */
function askNear(question: Question, asked: Asked, compare: Compare): void {
  const { index } = question;
  const { latin } = asked.name;
  const { begin, end, letters, length } = traitsOf(latin, 0, latin.length);
  const slips = length >= LONG - 1 ? 2 : 1;
  const check = (form: number): void => {
    if (bits((index.forms.letters[form] as number) ^ letters) <= 2 * slips) judge(question, asked, form, compare);
  };
  for (let more = -slips; more <= slips; more += 1) {
    // The length is the last thing that goes into a bucket's number.
    for (let form = index.begins.heads[(begin + more + BUCKETS) % BUCKETS] as number; form >= 0; form = index.begins.next[form] as number) check(form);
    for (let form = index.ends.heads[(end + more + BUCKETS) % BUCKETS] as number; form >= 0; form = index.ends.next[form] as number) check(form);
  }
}

function bits(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

function judge(question: Question, { name, whole }: Asked, form: number, compare: Compare): void {
  const { index, ending } = question;
  const known = nameOfForm(index, form);
  const of = index.forms.of[form] as number;
  const length = known.latin.length;
  const knownEnding = endingOf(index, form);

  if (known.latin === name.latin) {
    const likeEnding = ending === knownEnding || nameOf(ending).latin === nameOf(knownEnding).latin;
    if (known.seen !== name.seen || (likeEnding && ending !== knownEnding)) {
      if (likeEnding) put(question, of, question.mixed ? 'mixedScripts' : 'homoglyph', likenessOfHomoglyph(known, name));
    } else if (ending === knownEnding) {
      if (length > 2) put(question, of, 'punctuation', length > 4 ? 'strong' : 'faint');
    } else if (!whole && index.forms.from[form] === index.forms.start[form] && length > 2) {
      if (isTypedEnding(ending, knownEnding)) put(question, of, 'typo', length > 4 ? 'strong' : 'weak');
      else put(question, of, 'otherEnding', length > 4 ? 'weak' : 'faint');
    }
    return;
  }

  // A slip and a dot, or a slip and another ending, are two differences: too many.
  const knownWhole = index.forms.from[form] !== index.forms.start[form];
  if (ending !== knownEnding || whole !== knownWhole) return;
  const likeness = likenessOfTypo(compare(name.typed, known.typed, length >= LONG ? 2 : 1), length);
  if (likeness) put(question, of, 'typo', likeness);
}

/** Umlauts and their plain letters are often both registered by one firm; digits for letters in short names can be a name of its own. */
function likenessOfHomoglyph(known: Name, name: Name): Likeness {
  if (/^[a-z0-9äöüß]*$/.test(known.seen + name.seen) && known.typed === name.typed) return 'weak';
  return PLAIN.test(name.seen) && known.latin.length < 3 ? 'faint' : 'strong';
}

function likenessOfTypo(weight: number, length: number): Likeness | undefined {
  if (length < 3 || weight === Infinity) return undefined;
  if (length < 5) return weight === TURNED ? 'weak' : undefined;
  if (length < 7) return weight === TURNED ? 'strong' : weight === NEAR ? 'weak' : undefined;
  if (length < LONG) return weight <= NEAR ? 'strong' : 'weak';
  return weight < 2 * NEAR ? 'strong' : weight === 2 * NEAR ? 'weak' : undefined;
}

/** `.con` or `.co` for `.com`; two endings of countries (`.de`, `.be`) differ by more than a slip. */
function isTypedEnding(typed: string, meant: string): boolean {
  const these = typed.split('.');
  const those = meant.split('.');
  if (these.length !== those.length) return false;
  const different = these.map((_, at) => at).filter((at) => these[at] !== those[at]);
  if (different.length !== 1) return false;
  const [one, other] = [these[different[0] as number] as string, those[different[0] as number] as string];
  return typingErrors(one, other, 1) <= (one.length + other.length < 5 ? TURNED : NEAR);
}

const LIGATURES: readonly (readonly [string, string])[] = [['rn', 'm'], ['vv', 'w'], ['cl', 'd']];

/** Two letters that read like one, at one place. */
function askLigatures(question: Question, { name }: Asked): void {
  for (const [two, one] of LIGATURES) {
    askEach(two, one);
    askEach(one, two);
  }

  function askEach(written: string, read: string): void {
    for (let at = name.latin.indexOf(written); at >= 0; at = name.latin.indexOf(written, at + 1)) {
      const latin = name.latin.slice(0, at) + read + name.latin.slice(at + written.length);
      withName(question.index, latin, (form, of) => {
        if (endingOf(question.index, form) !== question.ending) return;
        const length = Math.min(latin.length, name.latin.length);
        put(question, of, 'homoglyph', length > 4 ? 'strong' : length === 4 ? 'weak' : 'faint');
      });
    }
  }
}

/** Words that are put beside a name without saying who it is. */
const FILLERS = ('gmbh ag kg se group gruppe holding www mail email webmail smtp mx web online shop service services support info team portal login secure '
  + 'konto billing rechnung international global deutschland germany europe de at ch eu com net org').split(' ');
const FIRMS = ['gmbh', 'ag', 'kg', 'se', 'group', 'gruppe', 'holding', 'online'];

/** The same words in another order, or with a word that says little. */
function askWords(question: Question, labels: string): void {
  const { index, ending, registrable } = question;
  const words = shownDomain(labels).split(/[.-]/).filter((word) => word !== '');
  const latin = words.map((word) => nameOf(word).latin);
  const whole = latin.join('');

  if (words.length > 1 && words.length < 4) {
    for (const turned of otherOrders(latin)) {
      withName(index, turned.join(''), (form, of, { latin: { length } }) => {
        if (endingOf(index, form) === ending && registrableOf(index, form) !== registrable) put(question, of, 'swappedLabels', length > 4 ? 'strong' : 'faint');
      });
    }
  }

  for (let first = 0; first < latin.length; first += 1) {
    for (let end = latin.length; end > first; end -= 1) {
      const around = [...words.slice(0, first), ...words.slice(end)];
      if (around.length > 0 && around.every(isFiller)) askWithout(latin.slice(first, end).join(''), around[around.length - 1] as string, true);
    }
  }
  if (words.length === 1) {
    for (const filler of FILLERS) {
      if (whole.length <= filler.length) continue;
      if (whole.slice(0, filler.length) === filler) askWithout(whole.slice(filler.length), filler, filler === 'www');
      if (whole.slice(-filler.length) === filler) askWithout(whole.slice(0, -filler.length), filler, false);
    }
  }
  for (const firm of FIRMS) {
    withName(index, whole + firm, (form, of) => {
      if (endingOf(index, form) === ending && whole.length > 2) put(question, of, 'addedWord', whole.length > 4 ? 'weak' : 'faint');
    });
  }

  /** `apart`: the word stood apart, by a hyphen or because nothing but www begins so. */
  function askWithout(rest: string, word: string, apart: boolean): void {
    const { length } = rest;
    if (length < 3) return;
    withName(index, rest, (form, of) => {
      const knownEnding = endingOf(index, form);
      if (word === 'www' && knownEnding === ending) put(question, of, 'punctuation', 'strong');
      else if (word === knownEnding && (apart || length > 4)) put(question, of, 'embedded', length > 4 ? 'strong' : 'faint');
      else if (knownEnding === ending) put(question, of, 'addedWord', length > 4 ? 'weak' : 'faint');
    });
  }
}

function isFiller(word: string): boolean {
  return FILLERS.indexOf(word) >= 0;
}

function otherOrders(words: readonly string[]): readonly (readonly string[])[] {
  const [a, b, c] = words as readonly [string, string, string?];
  return c === undefined ? [[b, a]] : [[a, c, b], [b, a, c], [b, c, a], [c, a, b], [c, b, a]];
}

/** A known domain that stands whole in front of a strange one: oak.example.elm.example. */
function askWithin(question: Question, start: number): void {
  const { index, domain } = question;
  for (let at = 0; at < start; at = domain.indexOf('.', at) + 1) {
    withName(index, nameOf(domain.slice(at, domain.indexOf('.', at))).latin, (form, of) => {
      const known = registrableOf(index, form);
      if (at + known.length < start && domain.slice(at, at + known.length + 1) === `${known}.`) put(question, of, 'embedded', 'strong');
    });
  }
}
