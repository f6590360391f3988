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
 * Known domains, ready to be compared with. Each one stands in two chains: of those that have the
 * same length and begin with the same few letters, and of those that end so. A slip leaves at least
 * one of both as it was, so a question looks at a few dozen of 10,000, and nothing has to be sorted.
 */
export interface LookalikeIndex {
  readonly domains: readonly string[];
  readonly ofSuffix: (domain: string) => boolean;
  readonly registrableDomain: RegistrableDomain;
  /** Where each domain's registrable domain begins, and where the name before its ending ends. */
  readonly starts: Int32Array;
  readonly stops: Int32Array;
  /** By form: the letters there are, a bit each, read as Latin. Two names one slip apart differ in two bits at most. */
  readonly letters: Int32Array;
  readonly begins: Chains;
  readonly ends: Chains;
}

/**
 * Names are compared without dots and hyphens. The domain at `n` has its name before the ending as form `2n`, and as
 * form `2n + 1` the same together with the labels below, if there are any.
 */
type Form = number;

interface Chains {
  readonly bits: number;
  readonly heads: Int32Array;
  readonly next: Int32Array;
}

/** Buckets, as a power of two: about two for each domain. */
const FEWEST_BITS = 4;
const MOST_BITS = 14;

/**
 * `domains` in ASCII and lower case, as `normaliseDomain` writes them; the ones that matter most
 * first. Made in one pass, for classic Outlook keeps nothing between two sends.
 */
export function lookalikeIndex(domains: readonly string[], registrableDomain: RegistrableDomain): LookalikeIndex {
  const suffixes = new Map<string, boolean>();
  const index: LookalikeIndex = {
    domains,
    ofSuffix: (domain) => {
      const known = suffixes.get(domain);
      if (known !== undefined) return known;
      const isSuffix = registrableDomain(domain) === undefined;
      suffixes.set(domain, isSuffix);
      return isSuffix;
    },
    registrableDomain,
    starts: new Int32Array(domains.length),
    stops: new Int32Array(domains.length),
    letters: new Int32Array(2 * domains.length),
    begins: chains(domains.length),
    ends: chains(domains.length),
  };
  for (let at = 0; at < domains.length; at += 1) {
    const domain = domains[at] as string;
    const start = registrableStart(index, domain);
    if (start < 0) continue;
    index.starts[at] = start;
    index.stops[at] = domain.indexOf('.', start);
    putIn(index, 2 * at);
    if (start > 0) putIn(index, 2 * at + 1);
  }
  return index;
}

function chains(domains: number): Chains {
  const bits = Math.min(MOST_BITS, FEWEST_BITS + 32 - Math.clz32(domains >> 3));
  return { bits, heads: new Int32Array(1 << bits).fill(-1), next: new Int32Array(2 * domains) };
}

/** Where the registrable domain begins; -1 for what is no domain name with an ending. */
function registrableStart({ ofSuffix, registrableDomain }: LookalikeIndex, domain: string): number {
  const first = domain.indexOf('.');
  if (first <= 0 || first === domain.length - 1 || domain.charAt(0) === '[') return -1;
  const second = domain.indexOf('.', first + 1);
  if (second < 0) return 0;
  // Lists of firms are full of .co.uk: with three labels only the last two have to be looked up, each pair once.
  if (domain.indexOf('.', second + 1) < 0) return ofSuffix(domain.slice(first + 1)) ? 0 : first + 1;
  const registrable = registrableDomain(domain);
  // The compact list takes some firms for suffixes; those are compared as they stand.
  return registrable === undefined ? 0 : domain.length - registrable.length;
}

function putIn(index: LookalikeIndex, form: Form): void {
  const { begins, ends } = index;
  const domain = domainOf(index, form);
  const traits = domain.indexOf('xn--') >= 0 ? traitsOf(nameOfForm(index, form).latin, 0, Infinity) : traitsOf(domain, fromOf(index, form), index.stops[form >> 1] as number);
  index.letters[form] = traits.letters;
  const begin = beginBucket(begins, traits, traits.length);
  const end = endBucket(ends, traits, traits.length);
  begins.next[form] = begins.heads[begin] as number;
  begins.heads[begin] = form;
  ends.next[form] = ends.heads[end] as number;
  ends.heads[end] = form;
}

function domainOf({ domains }: LookalikeIndex, form: Form): string {
  return domains[form >> 1] as string;
}

function isWhole(form: Form): boolean {
  return (form & 1) === 1;
}

function fromOf({ starts }: LookalikeIndex, form: Form): number {
  return isWhole(form) ? 0 : (starts[form >> 1] as number);
}

function nameOfForm(index: LookalikeIndex, form: Form): Name {
  return nameOf(domainOf(index, form).slice(fromOf(index, form), index.stops[form >> 1]));
}

function registrableOf(index: LookalikeIndex, form: Form): string {
  return domainOf(index, form).slice(index.starts[form >> 1]);
}

function endingOf(index: LookalikeIndex, form: Form): string {
  return domainOf(index, form).slice((index.stops[form >> 1] as number) + 1);
}

const DOT = 46;
const HYPHEN = 45;

interface Traits {
  /** The first four letters and the last four, a byte each. */
  readonly head: number;
  readonly tail: number;
  readonly letters: number;
  readonly length: number;
}

/** Of a piece of text, read as Latin; dots and hyphens left out. */
function traitsOf(text: string, from: number, to: number): Traits {
  const stop = Math.min(to, text.length);
  let head = 0;
  let tail = 0;
  let letters = 0;
  let length = 0;
  for (let at = from; at < stop; at += 1) {
    const written = text.charCodeAt(at);
    if (written === DOT || written === HYPHEN) continue;
    const code = written === 48 ? 111 : written === 49 ? 108 : written;
    if (length < 4) head |= (code & 255) << (24 - 8 * length);
    tail = (tail << 8) | (code & 255);
    letters |= 1 << (code >= 97 && code <= 122 ? code - 97 : 26 + code % 5);
    length += 1;
  }
  return { head, tail, letters, length };
}

/** How many letters at the beginning or end share a bucket: as many as one slip leaves alone on one of both sides. */
function lettersFor(length: number): number {
  return length < 7 ? 2 : length < LONG ? 3 : 4;
}

function beginBucket({ bits }: Chains, { head }: Traits, length: number): number {
  return bucket(bits, head >>> (32 - 8 * lettersFor(length)), length);
}

function endBucket({ bits }: Chains, { tail }: Traits, length: number): number {
  const letters = lettersFor(length);
  return bucket(bits, letters === 4 ? tail : tail & ((1 << (8 * letters)) - 1), length);
}

function bucket(bits: number, letters: number, length: number): number {
  return Math.imul(letters + Math.imul(length, 0x2545f491), 0x9e3779b1) >>> (32 - bits);
}

/** One name in the ways it is compared in. */
interface Name {
  /** As people see it, without dots and hyphens. */
  readonly seen: string;
  /** With them, and in Latin letters: what is foreign is read as Latin. */
  readonly typed: string;
  /** The same without dots and hyphens, 0 read as o and 1 as l. */
  readonly latin: string;
}

function nameOf(labels: string): Name {
  if (!UNUSUAL.test(labels)) return { seen: labels, typed: labels, latin: labels };
  const shown = shownDomain(labels);
  const typed = PLAIN.test(shown) ? shown : readAsLatin(shown);
  const bare = typed.replace(/[.-]/g, '');
  return { seen: shown === typed ? bare : shown.replace(/[.-]/g, ''), typed, latin: BINARY.test(bare) ? bare.replace(/0/g, 'o').replace(/1/g, 'l') : bare };
}

/** Hyphens stand in encoded labels, too. */
const UNUSUAL = /[^a-z2-9_]/;
const BINARY = /[01]/;
const PLAIN = /^[a-z0-9_.-]*$/;

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
  /** By registrable domain of the known one: mail.oak.example and oak.example are one to be mistaken for. */
  readonly found: Map<string, Found>;
}

interface Found {
  readonly of: number;
  readonly kind: LookalikeKind;
  readonly likeness: Likeness;
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
  return isKnownDomain(index, domain) ? [] : lookalikesBeside(index, domain, compare);
}

/** The same for a domain that stands in the index itself: the others it may be mistaken for. */
export function lookalikesBeside(index: LookalikeIndex, domain: string, compare: Compare = typingErrors): readonly Lookalike[] {
  const start = registrableStart(index, domain);
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
  return Array.from(question.found.values()).sort((one, other) => rank(one) - rank(other) || one.of - other.of).map(({ kind, likeness, of }) => ({ domain: index.domains[of] as string, kind, likeness }));
}

function rank({ likeness, kind }: Found): number {
  return LIKENESSES.indexOf(likeness) * KINDS.length + KINDS.indexOf(kind);
}

function put({ index, registrable: asked, found }: Question, form: Form, kind: LookalikeKind, likeness: Likeness): void {
  const registrable = registrableOf(index, form);
  if (registrable === asked) return;
  const entry: Found = { of: form >> 1, kind, likeness };
  const before = found.get(registrable);
  const better = before ? rank(entry) - rank(before) || domainOf(index, form).length - (index.domains[before.of] as string).length || entry.of - before.of : -1;
  if (better < 0) found.set(registrable, entry);
}

/** Is it known itself, or does it belong to the same registrable domain as a known one? */
export function isKnownDomain(index: LookalikeIndex, domain: string): boolean {
  const start = registrableStart(index, domain);
  if (start < 0) return false;
  const registrable = domain.slice(start);
  let known = false;
  withName(index, nameOf(domain.slice(start, domain.indexOf('.', start))).latin, (form) => {
    if (registrableOf(index, form) === registrable) known = true;
  });
  return known;
}

/** Every form whose name reads the same. */
function withName(index: LookalikeIndex, latin: string, then: (form: Form, name: Name) => void): void {
  const traits = traitsOf(latin, 0, latin.length);
  const { letters } = traits;
  const { begins } = index;
  for (let form = begins.heads[beginBucket(begins, traits, latin.length)] as number; form >= 0; form = begins.next[form] as number) {
    if (index.letters[form] !== letters) continue;
    const name = nameOfForm(index, form);
    if (name.latin === latin) then(form, name);
  }
}

/** From so many letters on, any one slip is a likeness; and from so many on, two slips are. */
const LONG = 10;
const VERY_LONG = 12;

/** Names that read the same, or differ by a slip or two: those that share their first or last two letters, and nearly the length. */
function askNear(question: Question, asked: Asked, compare: Compare): void {
  const { index } = question;
  const { latin } = asked.name;
  const traits = traitsOf(latin, 0, latin.length);
  const { letters, length } = traits;
  const slips = length >= VERY_LONG ? 2 : 1;
  // A short name with two letters turned may share neither its first two letters nor its last two.
  for (let at = 1; at < length && length < 5; at += 1) {
    const turned = latin.slice(0, at - 1) + latin.charAt(at) + latin.charAt(at - 1) + latin.slice(at + 1);
    withName(index, turned, (form) => {
      if (hasEnding(question, form)) judgeSlips(question, asked, form, slips, compare);
    });
  }
  for (let long = length - 1; long <= length + 1; long += 1) {
    walk(index.begins, beginBucket(index.begins, traits, long));
    walk(index.ends, endBucket(index.ends, traits, long));
  }

  function walk({ heads, next }: Chains, from: number): void {
    for (let form = heads[from] as Form; form >= 0; form = next[form] as Form) {
      const difference = (index.letters[form] as number) ^ letters;
      if (difference === 0) judgeSame(question, asked, form);
      // Other letters and another ending are two differences, whatever they are.
      if (bits(difference) <= 2 * slips && hasEnding(question, form)) judgeSlips(question, asked, form, slips, compare);
    }
  }
}

function hasEnding({ index, ending }: Question, form: Form): boolean {
  const domain = domainOf(index, form);
  return domain.length - (index.stops[form >> 1] as number) - 1 === ending.length && domain.endsWith(ending);
}

/** How many bits are set. */
function bits(mask: number): number {
  const pairs = mask - ((mask >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Names that read the same: what is different about them? */
function judgeSame(question: Question, { name, whole }: Asked, form: Form): void {
  const { index, ending } = question;
  const known = nameOfForm(index, form);
  if (known.latin !== name.latin) return;
  const { length } = known.latin;
  const knownEnding = endingOf(index, form);
  const likeEnding = readEnding(ending) === readEnding(knownEnding);
  if (known.seen !== name.seen || (likeEnding && ending !== knownEnding)) {
    if (likeEnding) put(question, form, question.mixed ? 'mixedScripts' : 'homoglyph', likenessOfHomoglyph(known, name));
  } else if (ending === knownEnding) {
    if (length > 2) put(question, form, 'punctuation', length > 4 ? 'strong' : 'faint');
  } else if (!whole && !isWhole(form) && known.typed === name.typed && length > 2) {
    if (isTypedEnding(ending, knownEnding)) put(question, form, 'typo', length > 4 ? 'strong' : 'weak');
    else put(question, form, 'otherEnding', length > 4 ? 'weak' : 'faint');
  }
}

/** Names with one ending that differ by slips. A slip and a dot are two differences: too many. */
function judgeSlips(question: Question, { name, whole }: Asked, form: Form, slips: number, compare: Compare): void {
  const { index } = question;
  if (whole !== isWhole(form)) return;
  const labels = domainOf(index, form).slice(fromOf(index, form), index.stops[form >> 1]);
  const isPlain = labels.indexOf('xn--') < 0;
  const weight = compare(name.typed, isPlain ? labels : nameOf(labels).typed, slips);
  // Most names are through here, so the rest is worked out for the few that are left.
  if (weight === Infinity && isPlain && name.seen === name.latin) return;
  const known = nameOf(labels);
  if (known.latin === name.latin) return;
  const likeness = likenessOfTypo(weight, known.latin.length);
  if (transcribed(name.seen) === transcribed(known.seen)) put(question, form, 'homoglyph', 'weak');
  else if (likeness) put(question, form, 'typo', likeness);
}

function readEnding(ending: string): string {
  return nameOf(ending).latin.replace('rn', 'm');
}

/** Umlauts and their plain letters are often both registered by one firm; digits for letters in short names can be a name of its own. */
function likenessOfHomoglyph(known: Name, name: Name): Likeness {
  if (known.seen !== name.seen && known.typed === name.typed && /^[a-z0-9äöüß]*$/.test(known.seen + name.seen)) return 'weak';
  return PLAIN.test(name.seen) && known.latin.length < 3 ? 'faint' : 'strong';
}

/** As names are written where there are no umlauts. */
function transcribed(seen: string): string {
  return PLAIN.test(seen) ? seen : seen.replace(/[äöü]/g, (umlaut) => `${readAsLatin(umlaut)}e`).replace(/ß/g, 'ss');
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
      withName(question.index, latin, (form) => {
        if (endingOf(question.index, form) !== question.ending) return;
        const length = Math.min(latin.length, name.latin.length);
        put(question, form, 'homoglyph', length > 4 ? 'strong' : length === 4 ? 'weak' : 'faint');
      });
    }
  }
}

/** Words that are put beside a name without saying who it is. */
const FILLERS: ReadonlySet<string> = new Set(('gmbh ag kg se group gruppe holding www mail email webmail smtp mx web online shop service services support info team portal login secure '
  + 'konto billing rechnung international global deutschland germany europe de at ch eu com net org').split(' '));
const LONGEST_FILLER = 13;
const FIRMS = ['gmbh', 'ag', 'group'];

/** The same words in another order, or with a word that says little. */
function askWords(question: Question, labels: string): void {
  const { index, ending } = question;
  const words = shownDomain(labels).split(/[.-]/);
  const latin = words.map((word) => nameOf(word).latin);
  const whole = latin.join('');

  if (words.length > 1 && words.length < 4) {
    for (const turned of otherOrders(latin)) {
      withName(index, turned.join(''), (form, { latin: { length } }) => {
        if (endingOf(index, form) === ending) put(question, form, 'swappedLabels', length > 4 ? 'strong' : 'faint');
      });
    }
  }

  for (let first = 0; first < latin.length; first += 1) {
    for (let end = latin.length; end > first; end -= 1) {
      const around = [...words.slice(0, first), ...words.slice(end)];
      if (around.length > 0 && around.every(isFiller)) askWithout(latin.slice(first, end).join(''), around[around.length - 1] as string, true);
    }
  }
  for (let length = 2; length <= LONGEST_FILLER; length += 1) {
    const [before, after] = [whole.slice(0, length), whole.slice(-length)];
    if (isFiller(before)) askWithout(whole.slice(length), before, false);
    if (isFiller(after)) askWithout(whole.slice(0, -length), after, false);
  }
  for (const firm of FIRMS) {
    withName(index, whole + firm, (form) => {
      if (endingOf(index, form) === ending && whole.length > 2) put(question, form, 'addedWord', whole.length > 4 ? 'weak' : 'faint');
    });
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

function isFiller(word: string): boolean {
  return FILLERS.has(word);
}

function otherOrders(words: readonly string[]): readonly (readonly string[])[] {
  const [a, b, c] = words as readonly [string, string, string?];
  return c === undefined ? [[b, a]] : [[a, c, b], [b, a, c], [b, c, a], [c, a, b], [c, b, a]];
}

/** A known domain that stands whole in front of a strange one: oak.example.elm.example. */
function askWithin(question: Question, start: number): void {
  const { index, domain } = question;
  for (let at = 0; at < start; at = domain.indexOf('.', at) + 1) {
    withName(index, nameOf(domain.slice(at, domain.indexOf('.', at))).latin, (form) => {
      const known = registrableOf(index, form);
      if (domain.slice(at, at + known.length + 1) === `${known}.`) put(question, form, 'embedded', 'strong');
    });
  }
}
