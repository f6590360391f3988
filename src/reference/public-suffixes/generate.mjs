// Packs the multi-label public suffixes (ICANN section) of the pinned tldts-icann into compact-data.ts:
//   node src/reference/public-suffixes/generate.mjs            writes the file
//   node src/reference/public-suffixes/generate.mjs --print    prints it
// Run it when tldts-icann is updated; a test says when the file is stale.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { transformSync } from '@swc/core';

const require = createRequire(import.meta.url);
const here = (name) => fileURLToPath(new URL(name, import.meta.url));

const { code } = transformSync(readFileSync(here('compact-code.ts'), 'utf8'), { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'es6' } });
const { hashOf, LABEL_SYMBOLS, symbolFor, SYMBOLS } = await import(`data:text/javascript,${encodeURIComponent(code)}`);

/** One stranger in so many is taken for a member of the hashed set. More of them cost a bit each per doubling. */
const STRANGERS_PER_MISTAKE = 40;
/** So many top levels make a label a common one; the others are hashed. */
const COMMON_FROM = 5;
/** A suffix with so many rules below it stands for everything below it. */
const WIDE_FROM = 3;

/** All rules of the list as text, wildcards included, exceptions left out, as the package keeps them in its trie. */
function allRules() {
  const trie = require('tldts-icann/dist/cjs/src/data/trie.js');
  const rules = [];
  const offsets = [];
  trie.edgeLength.reduce((offset, length, edge) => {
    offsets[edge] = offset;
    return offset + length;
  }, 0);
  const walk = (node, suffix) => {
    for (let edge = trie.edgeStart[node]; edge < trie.edgeStart[node + 1]; edge += 1) {
      const label = trie.labelText.substr(offsets[edge], trie.edgeLength[edge]);
      const name = suffix === '' ? label : `${label}.${suffix}`;
      if (trie.nodeFlags[trie.edgeChild[edge]] !== 0) rules.push(name);
      walk(trie.edgeChild[edge], name);
    }
  };
  walk(trie.rulesRoot, '');
  return rules;
}

const parentOf = (name) => name.slice(name.indexOf('.') + 1);
const topOf = (name) => name.slice(name.lastIndexOf('.') + 1);
const depthOf = (name) => name.split('.').length;
const groupBy = (items, keyOf) => items.reduce((groups, item) => groups.set(keyOf(item), [...(groups.get(keyOf(item)) || []), item]), new Map());

function packed() {
  // Domains reach the look-up in ASCII, so the list's Unicode spellings are not needed.
  const rules = allRules().filter((rule) => /^[\x21-\x7e]+$/.test(rule) && rule.includes('.'));
  const wide = new Set(rules.filter((rule) => rule.startsWith('*.')).map(parentOf));
  const deep = rules.filter((rule) => depthOf(rule) > 2 && !rule.startsWith('*.'));
  for (const [parent, children] of groupBy(deep, parentOf)) if (children.length >= WIDE_FROM) wide.add(parent);

  const plain = new Set(rules.filter((rule) => !rule.startsWith('*.')));
  // The look-up climbs from suffix to suffix, so each one's parent has to be there.
  for (const rule of [...plain]) for (let parent = parentOf(rule); depthOf(parent) > 1; parent = parentOf(parent)) plain.add(parent);
  for (const rule of plain) if (wide.has(rule) || wide.has(parentOf(rule))) plain.delete(rule);

  const pairs = [...plain].filter((rule) => depthOf(rule) === 2 && topOf(rule).length === 2);
  const commonLabels = [...groupBy(pairs, (rule) => rule.split('.')[0])]
    .filter(([, all]) => all.length >= COMMON_FROM)
    .sort(([a, allA], [b, allB]) => allB.length - allA.length || (a < b ? -1 : 1))
    .map(([label]) => label);
  if (commonLabels.length > LABEL_SYMBOLS.length) throw new Error(`${commonLabels.length} common labels, but ${LABEL_SYMBOLS.length} symbols`);
  const isCommon = (rule) => depthOf(rule) === 2 && topOf(rule).length === 2 && commonLabels.includes(rule.split('.')[0]);

  const labelsOfTop = groupBy([...plain].filter(isCommon), topOf);
  const topsBySet = groupBy([...labelsOfTop.keys()].sort(), (top) =>
    labelsOfTop.get(top).map((rule) => commonLabels.indexOf(rule.split('.')[0])).sort((a, b) => a - b).map((index) => LABEL_SYMBOLS[index]).join(''));
  const common = [...topsBySet.keys()].sort().map((set) => set + topsBySet.get(set).join('')).join('');

  const wideByTop = groupBy([...wide].sort(), topOf);
  const wideText = [...wideByTop.keys()].sort().map((top) => [top, ...wideByTop.get(top).filter((name) => name !== top).map((name) => name.slice(0, -top.length - 1))].join(' ')).join('|');

  const hashed = [...plain].filter((rule) => !isCommon(rule));
  const range = hashed.length * STRANGERS_PER_MISTAKE;
  const hashes = [...new Set(hashed.map((rule) => hashOf(rule, range)))].sort((a, b) => a - b);
  const step = SYMBOLS - 1;
  const gaps = hashes.map((hash, index) => {
    const gap = hash - (index === 0 ? 0 : hashes[index - 1]);
    return symbolFor(step).repeat(Math.floor(gap / step)) + symbolFor(gap % step);
  }).join('');
  const tops = [...new Set(hashed.map(topOf))].sort();
  const hashedTops = [tops.filter((top) => top.length === 2).join(''), ...tops.filter((top) => top.length !== 2)].join(' ');

  return { commonLabels: commonLabels.join(' '), common, wide: wideText, hashedTops, range, gaps };
}

function fileText() {
  const { version } = require('tldts-icann/package.json');
  const { commonLabels, common, wide, hashedTops, range, gaps } = packed();
  return `// Written by generate.mjs from tldts-icann ${version}. Do not edit.

/** Labels that stand below many top levels, most frequent first; each has a symbol of its own. */
export const COMMON_LABELS = '${commonLabels}';

/** Sets of these symbols, each followed by the two-letter top levels that have exactly this set. */
export const COMMON = '${common}';

/** Suffixes below which everything is taken for a suffix: a top level, then the labels below it; alone, the top level itself. */
export const WIDE = '${wide}';

/** Top levels whose rarer suffixes are hashed: those of two letters, then the others. */
export const HASHED_TOPS = '${hashedTops}';

/** Hashes lie in [0, RANGE). */
export const RANGE = ${range};

/** Distances between the sorted hashes of the rarer suffixes, one symbol or more for each. */
export const GAPS = '${gaps}';
`;
}

if (process.argv.includes('--print')) process.stdout.write(fileText());
else writeFileSync(here('compact-data.ts'), fileText());
