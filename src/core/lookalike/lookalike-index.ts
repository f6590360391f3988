import { isEncoded, nameOf } from '../domain-name';
import type { RegistrableDomain } from '../organisation';
import { beginOf, bitsSet, endOf, type Ends, endsOf, isSpelt, lettersIn } from './spelling';

/**
 * Known domains, ready to be compared with. Each one stands in three chains: of those of one length and ending whose
 * names begin with the same few letters, of those whose names end so, and of those whose names do both, whatever their
 * ending. A slip leaves at least one side of a name as it was, so a question looks at ten to fifty of 10,000, and what
 * reads the same is found at once. Nothing has to be sorted, and of most domains no more is read than dots and eight letters.
 */
export interface LookalikeIndex {
  readonly domains: readonly string[];
  readonly ofSuffix: (domain: string) => boolean;
  /** How an ending reads at a glance. */
  readonly readEnding: (ending: string) => string;
  readonly registrableDomain: RegistrableDomain;
  /** Where each domain's registrable domain begins, and where the name before its ending ends. */
  readonly starts: Int32Array;
  readonly stops: Int32Array;
  /** By domain, a number made of its ending: another number, another ending. */
  readonly endings: Int32Array;
  /** By form: which letters there are, a bit each; 0 until somebody asks. */
  readonly letters: Int32Array;
  readonly begins: Chains;
  readonly ends: Chains;
  readonly sames: Chains;
}

/**
 * Names are compared without dots and hyphens. The domain at `n` has its name before the ending as form `2n`, and as
 * form `2n + 1` the same together with the labels below, if there are any.
 */
export type Form = number;

export interface Chains {
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
  const index: LookalikeIndex = {
    domains,
    ofSuffix: remembered((domain) => registrableDomain(domain) === undefined),
    readEnding: remembered((ending) => nameOf(ending).latin.replace('rn', 'm')),
    registrableDomain,
    starts: new Int32Array(domains.length),
    stops: new Int32Array(domains.length),
    endings: new Int32Array(domains.length),
    letters: new Int32Array(2 * domains.length),
    begins: chains(domains.length),
    ends: chains(domains.length),
    sames: chains(domains.length),
  };
  for (let at = 0; at < domains.length; at += 1) {
    const domain = domains[at] as string;
    const start = registrableStart(index, domain);
    if (start < 0) continue;
    const stop = domain.indexOf('.', start);
    index.starts[at] = start;
    index.stops[at] = stop;
    index.endings[at] = endingNumber(domain, stop + 1);
    putIn(index, 2 * at);
    if (start > 0) putIn(index, 2 * at + 1);
  }
  return index;
}

/** So many answers are kept: lists have few endings, and whoever asks may make up any number. */
const MOST_REMEMBERED = 5_000;

function remembered<T>(answer: (text: string) => T): (text: string) => T {
  const answers = new Map<string, T>();
  return (text) => {
    const known = answers.get(text);
    if (known !== undefined) return known;
    const made = answer(text);
    if (answers.size < MOST_REMEMBERED) answers.set(text, made);
    return made;
  };
}

function chains(domains: number): Chains {
  const bits = Math.min(MOST_BITS, FEWEST_BITS + 32 - Math.clz32(domains >> 3));
  return { bits, heads: new Int32Array(1 << bits).fill(-1), next: new Int32Array(2 * domains) };
}

/** Where the registrable domain begins; -1 for what is no domain name with an ending. */
export function registrableStart({ ofSuffix, registrableDomain }: LookalikeIndex, domain: string): number {
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

/** Of what follows `from`. */
function endingNumber(domain: string, from: number): number {
  let number = 0;
  for (let at = from; at < domain.length; at += 1) number = Math.imul(number, 31) + domain.charCodeAt(at);
  return number | 0;
}

function putIn(index: LookalikeIndex, form: Form): void {
  const { begins, ends, sames } = index;
  const known = endsOfForm(index, form);
  const ending = index.endings[form >> 1] as number;
  add(begins, nearBucket(begins, beginOf(known, known.length), known.length, ending), form);
  add(ends, nearBucket(ends, endOf(known, known.length), known.length, ending), form);
  add(sames, sameBucket(sames, known), form);
}

function add({ heads, next }: Chains, bucket: number, form: Form): void {
  next[form] = heads[bucket] as number;
  heads[bucket] = form;
}

export function domainOf({ domains }: LookalikeIndex, form: Form): string {
  return domains[form >> 1] as string;
}

export function isWhole(form: Form): boolean {
  return (form & 1) === 1;
}

function fromOf({ starts }: LookalikeIndex, form: Form): number {
  return isWhole(form) ? 0 : (starts[form >> 1] as number);
}

function stopOf({ stops }: LookalikeIndex, form: Form): number {
  return stops[form >> 1] as number;
}

export function labelsOf(index: LookalikeIndex, form: Form): string {
  return domainOf(index, form).slice(fromOf(index, form), stopOf(index, form));
}

function latinOf(index: LookalikeIndex, form: Form): string {
  return nameOf(labelsOf(index, form)).latin;
}

export function registrableOf(index: LookalikeIndex, form: Form): string {
  return domainOf(index, form).slice(index.starts[form >> 1]);
}

export function endingOf(index: LookalikeIndex, form: Form): string {
  return domainOf(index, form).slice(stopOf(index, form) + 1);
}

function endsOfForm(index: LookalikeIndex, form: Form): Ends {
  return readForm(index, form, endsOf);
}

function lettersOf(index: LookalikeIndex, form: Form): number {
  return index.letters[form] || (index.letters[form] = readForm(index, form, lettersIn));
}

/** Of an encoded name another text has to be made first. */
function readForm<T>(index: LookalikeIndex, form: Form, reading: (text: string, from: number, to: number) => T): T {
  const domain = domainOf(index, form);
  if (!isEncoded(domain)) return reading(domain, fromOf(index, form), stopOf(index, form));
  const latin = latinOf(index, form);
  return reading(latin, 0, latin.length);
}

function nearBucket({ bits }: Chains, letters: number, length: number, ending: number): number {
  return bucket(bits, letters, length ^ ending);
}

function sameBucket({ bits }: Chains, { head, tail, length }: Ends): number {
  return bucket(bits, Math.imul(head, 0x85ebca6b) ^ tail, length);
}

function bucket(bits: number, letters: number, other: number): number {
  return Math.imul(letters + Math.imul(other, 0x2545f491), 0x9e3779b1) >>> (32 - bits);
}

/** Every form whose name reads so. */
export function withName(index: LookalikeIndex, latin: string, then: (form: Form) => void): void {
  const { heads, next } = index.sames;
  for (let form = heads[sameBucket(index.sames, endsOf(latin, 0, latin.length))] as Form; form >= 0; form = next[form] as Form) {
    if (readForm(index, form, (text, from, to) => isSpelt(text, from, to, latin))) then(form);
  }
}

/**
 * Every form whose name is at most one letter longer or shorter, begins or ends with the same letters, has nearly the
 * same ones in all, and that ending (hardly ever another one).
 */
export function nearName(index: LookalikeIndex, latin: string, ending: string, slips: number, then: (form: Form) => void): void {
  const { begins, ends, endings } = index;
  const asked = endsOf(latin, 0, latin.length);
  const letters = lettersIn(latin, 0, latin.length);
  const number = endingNumber(ending, 0);
  for (let length = asked.length - 1; length <= asked.length + 1; length += 1) {
    walk(begins, beginOf(asked, length), length, beginOf);
    walk(ends, endOf(asked, length), length, endOf);
  }

  function walk(chains: Chains, shared: number, length: number, sideOf: typeof beginOf): void {
    const { heads, next } = chains;
    for (let form = heads[nearBucket(chains, shared, length, number)] as Form; form >= 0; form = next[form] as Form) {
      // Strangers share a bucket, too; most are told from their letters.
      if (endings[form >> 1] !== number || bitsSet(lettersOf(index, form) ^ letters) > 2 * slips) continue;
      const known = endsOfForm(index, form);
      const isFoundTwice = sideOf === endOf && beginOf(known, length) === beginOf(asked, length);
      if (known.length === length && sideOf(known, length) === shared && !isFoundTwice) then(form);
    }
  }
}
