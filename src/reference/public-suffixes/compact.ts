import { COMMON, COMMON_LABELS, GAPS, HASHED_TOPS, RANGE, WIDE } from './compact-data';
import { distanceFor, hashOf, LABEL_SYMBOLS, SYMBOLS } from './compact-code';
import { isShared } from './shared-domains';

/**
 * What exact.ts answers, in a few KB. Every suffix of the list is recognised as one. Besides, some
 * domains are taken for suffixes that are none, so that two subdomains of one firm count as two
 * organisations; never does it put two organisations into one. Three reasons for that:
 * - rules below a second level with several of them stand for everything below it (*.tokyo.jp);
 * - exceptions (!city.kobe.jp) are left out;
 * - rarer suffixes are kept as short hashes only, in a set that takes about one stranger in forty
 *   for a member, and only below top levels that have such suffixes.
 */
export function registrableDomain(domain: string): string | undefined {
  let start = domain.lastIndexOf('.') + 1;
  const top = domain.slice(start);
  if (/^\d*$/.test(top)) return undefined;
  while (start > 0) {
    const before = start === 1 ? 0 : domain.lastIndexOf('.', start - 2) + 1;
    const name = domain.slice(before);
    if (!isSuffix(name, top)) return name;
    start = before;
  }
  return undefined;
}

interface Tables {
  readonly suffixes: ReadonlySet<string>;
  readonly wide: ReadonlySet<string>;
  readonly hashedTops: ReadonlySet<string>;
  readonly hashes: ReadonlySet<number>;
}

let unpacked: Tables | undefined;

/** Is this one, given that what follows its first label is one? */
function isSuffix(name: string, top: string): boolean {
  const tables = unpacked || (unpacked = unpack());
  return tables.suffixes.has(name)
    || isShared(name)
    || tables.wide.has(name)
    || tables.wide.has(name.slice(name.indexOf('.') + 1))
    || (tables.hashedTops.has(top) && tables.hashes.has(hashOf(name, RANGE)));
}

function unpack(): Tables {
  const suffixes = new Set<string>();
  const labels = COMMON_LABELS.split(' ');
  for (const group of COMMON.match(/[^a-z]+[a-z]+/g) || []) {
    const tops = pairs(group.replace(/[^a-z]/g, ''));
    for (const symbol of group.replace(/[a-z]/g, '')) {
      for (const top of tops) suffixes.add(`${labels[LABEL_SYMBOLS.indexOf(symbol)]}.${top}`);
    }
  }

  const wide = new Set<string>();
  for (const group of WIDE.split('|')) {
    const [top, ...seconds] = group.split(' ') as [string, ...string[]];
    if (seconds.length === 0) wide.add(top);
    for (const second of seconds) wide.add(`${second}.${top}`);
  }

  const [short, ...long] = HASHED_TOPS.split(' ') as [string, ...string[]];
  return { suffixes, wide, hashedTops: new Set([...pairs(short), ...long]), hashes: hashesIn(GAPS) };
}

/** Each character is the distance to the next hash; the last symbol says that there is more to it. */
function hashesIn(gaps: string): ReadonlySet<number> {
  const hashes = new Set<number>();
  let hash = 0;
  for (let index = 0; index < gaps.length; index += 1) {
    const distance = distanceFor(gaps.charCodeAt(index));
    hash += distance;
    if (distance < SYMBOLS - 1) hashes.add(hash);
  }
  return hashes;
}

function pairs(text: string): readonly string[] {
  return text.match(/../g) || [];
}
