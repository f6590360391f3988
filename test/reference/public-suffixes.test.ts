import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { registrableDomain as compact } from '../../src/reference/public-suffixes/compact';
import { registrableDomain as exact } from '../../src/reference/public-suffixes/exact';

interface Trie {
  readonly nodeFlags: Uint8Array;
  readonly edgeStart: Uint16Array;
  readonly edgeLength: Uint8Array;
  readonly edgeChild: Uint16Array;
  readonly labelText: string;
  readonly rulesRoot: number;
  readonly exceptionsRoot: number;
}

const FOLDER = join(__dirname, '../../src/reference/public-suffixes');
const trie = jest.requireActual<Trie>('tldts-icann/dist/cjs/src/data/trie.js');

function rulesBelow(root: number): readonly string[] {
  const offsets: number[] = [];
  let offset = 0;
  trie.edgeLength.forEach((length, edge) => {
    offsets[edge] = offset;
    offset += length;
  });
  const found: string[] = [];
  const walk = (node: number, suffix: string): void => {
    for (let edge = trie.edgeStart[node] as number; edge < (trie.edgeStart[node + 1] as number); edge += 1) {
      const start = offsets[edge] as number;
      const name = trie.labelText.slice(start, start + (trie.edgeLength[edge] as number)) + (suffix && `.${suffix}`);
      const child = trie.edgeChild[edge] as number;
      if (trie.nodeFlags[child]) found.push(name);
      walk(child, name);
    }
  };
  walk(root, '');
  return found;
}

const isAscii = (name: string): boolean => /^[\x21-\x7e]+$/.test(name);
const rules = rulesBelow(trie.rulesRoot).filter(isAscii);
const exceptions = rulesBelow(trie.exceptionsRoot).filter(isAscii);
/** Suffixes as they stand in addresses: wildcards with a label of their own. */
const suffixes = rules.map((rule) => rule.replace('*', 'anything')).filter((rule) => !exceptions.includes(rule));

/** Labels in one piece more than the exact answer, or no answer: two parties where there is one, never the reverse. */
function isStricter(domain: string, one: string | undefined, exactly: string | undefined): boolean {
  if (one === exactly) return false;
  if (exactly === undefined) throw new Error(`${domain} is a suffix, but the compact list says ${one}`);
  if (one !== undefined && !(one.length > exactly.length && one.endsWith(`.${exactly}`))) throw new Error(`${domain}: ${one} instead of ${exactly}`);
  return true;
}

/** Random numbers that are the same in every run. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 0x100000000;
  };
}

function someLabel(next: () => number): string {
  const letters = 'abcdefghijklmnopqrstuvwxyz0123456789-';
  let label = '';
  for (let length = 2 + Math.floor(next() * 12); length > 0; length -= 1) label += letters[Math.floor(next() * 36)];
  return label;
}

test('the whole list is looked at', () => {
  expect(rules.length).toBeGreaterThan(6500);
  expect(exceptions).toContain('city.kobe.jp');
});

describe.each([['exact', exact], ['compact', compact]] as const)('the %s list', (_, registrableDomain) => {
  test('takes every tenant of Microsoft 365, and every firm below a resold domain, for a party of its own', () => {
    for (const [domain, party] of [
      ['firm.onmicrosoft.com', 'firm.onmicrosoft.com'],
      ['firm.mail.onmicrosoft.com', 'firm.mail.onmicrosoft.com'],
      ['mx.firm.uk.com', 'firm.uk.com'],
      ['firm.de.com', 'firm.de.com'],
      ['notonmicrosoft.com', 'notonmicrosoft.com'],
      ['onmicrosoft.com', undefined],
      ['mail.onmicrosoft.com', undefined],
    ] as const) expect([domain, registrableDomain(domain)]).toEqual([domain, party]);
  });

  test('knows every suffix as one', () => {
    expect(suffixes.filter((suffix) => registrableDomain(suffix) !== undefined)).toEqual([]);
  });

  const table: readonly (readonly [string, string | undefined])[] = [
    ['oak.example', 'oak.example'],
    ['mail.oak.example', 'oak.example'],
    ['a.b.c.oak.example', 'oak.example'],
    ['oak.de', 'oak.de'],
    ['a.b.oak.de', 'oak.de'],
    ['oak.com', 'oak.com'],
    ['mail.oak.com', 'oak.com'],
    ['oak.co.uk', 'oak.co.uk'],
    ['mail.oak.co.uk', 'oak.co.uk'],
    ['mail.oak.gv.at', 'oak.gv.at'],
    ['mail.oak.com.br', 'oak.com.br'],
    ['mail.oak.xn--p1ai', 'oak.xn--p1ai'],
    ['co.uk', undefined],
    ['uk', undefined],
    ['com', undefined],
    ['example', undefined],
    ['localhost', undefined],
    ['anything.ck', undefined],
    ['a.b.anything.ck', 'b.anything.ck'],
    ['192.0.2.1', undefined],
    ['1.2.3.999', undefined],
    ['mail._dmarc.oak.example', 'oak.example'],
  ];

  test.each(table)('%s: %s', (domain, expected) => {
    expect(registrableDomain(domain)).toBe(expected);
  });
});

test('exceptions are kept exactly, and are at least no wider in the compact list', () => {
  expect(exact('a.city.kobe.jp')).toBe('city.kobe.jp');
  expect(compact('a.city.kobe.jp')).toBe('a.city.kobe.jp');
  expect(exact('www.ck')).toBe('www.ck');
});

test('below every suffix the compact list agrees or is stricter, and seldom stricter', () => {
  const next = numbers(1);
  let asked = 0;
  const stricter: string[] = [];
  for (const suffix of suffixes) {
    const label = someLabel(next);
    for (const domain of [`${label}.${suffix}`, `a.${label}.${suffix}`, `mail.a.${label}.${suffix}`]) {
      asked += 1;
      if (isStricter(domain, compact(domain), exact(domain))) stricter.push(domain);
    }
  }
  expect(asked).toBeGreaterThan(20000);
  expect(stricter.length / asked).toBeLessThan(0.04);
});

test('for random domains, too: the top levels of German business, the others, unknown ones', () => {
  const next = numbers(2);
  const rates: { [tops: string]: number } = {};
  const tops: { [name: string]: readonly string[] } = {
    plain: ['com', 'de', 'net', 'org', 'eu', 'ch', 'info', 'nl', 'be', 'dk', 'io', 'example'],
    hashed: ['at', 'uk', 'fr', 'it', 'pl', 'es', 'se', 'no', 'jp', 'us', 'br', 'cn', 'co.uk', 'com.br', 'co.jp', 'com.pl', 'or.at'],
    all: rules.filter((rule) => rule.indexOf('.') < 0),
  };
  for (const name of Object.keys(tops)) {
    const list = tops[name] as readonly string[];
    let stricter = 0;
    for (let count = 0; count < 20000; count += 1) {
      const domain = `${'a.'.repeat(Math.floor(next() * 3))}${someLabel(next)}.${list[Math.floor(next() * list.length)]}`;
      if (isStricter(domain, compact(domain), exact(domain))) stricter += 1;
    }
    rates[name] = stricter / 20000;
  }
  expect(rates.plain).toBe(0);
  expect(rates.hashed).toBeLessThan(0.04);
  expect(rates.all).toBeLessThan(0.005);
});

test('the packed list is the one generate.mjs makes of the installed package', () => {
  const made = execFileSync(process.execPath, [join(FOLDER, 'generate.mjs'), '--print'], { encoding: 'utf8' });
  expect(readFileSync(join(FOLDER, 'compact-data.ts'), 'utf8')).toBe(made);
});

test('the packed list takes at most 4 KB on its way', () => {
  expect(gzipSync(readFileSync(join(FOLDER, 'compact-data.ts')), { level: 9 }).length).toBeLessThanOrEqual(4096);
});
