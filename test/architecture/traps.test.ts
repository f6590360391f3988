import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { transformSync } from '@swc/core';
import { parse } from 'acorn';
import { full } from 'acorn-walk';
import { readProjectFile, root } from './imports';
import { DRAFT } from '../traps/draft';
import { ROLLOUT } from '../traps/rollout';
import { RUNTIME } from '../traps/runtime';
import { SENDING } from '../traps/sending';
import { WRITING } from '../traps/writing';

const TRAPS = [...WRITING, ...SENDING, ...RUNTIME, ...DRAFT, ...ROLLOUT];

/**
 * Issues that add-ins for sent mail have met, in the order of our list of August 2026. Numbers are of
 * OfficeDev/office-js where no other repository is named.
 */
const KNOWN_ISSUES = [
  '#5132', '#6196', '#6769', '#5107', '#6376', '#6894', '#6535', '#6442', '#6478', '#5681', '#5793', '#6379', '#5233', '#5828', '#2949', '#3841', '#3517', '#4709', '#5554', '#6845',
  '#6637', '#5676', '#4968', '#3860', '#4154', '#4169', '#2300', '#5951', '#6106', '#5166', '#5452', '#4391', '#4132', '#3639', '#3569', 'docs-pr#3722', '#3907', '#4144', '#5907',
  '#6465', '#6719', '#2866', '#4764', '#6692', '#6610', '#5595', '#2942', '#2925', '#6015', '#4296', '#1879', '#2636', '#5663', '#738', '#4242', '#5991', '#4661', '#3701', '#2590',
  '#2502', '#5569', '#3122', '#3248', '#2238', '#6230', '#3654', '#3527', '#4193', '#3530', '#6847', '#2422', '#1634', '#6810', '#6506', '#6436', '#4856', '#5632', '#6829',
  'docs-pr#5632', '#1437',
];

test.each(KNOWN_ISSUES)('the trap behind %s is known, and answered', (issue) => {
  expect(TRAPS.filter(({ from }) => from.includes(issue))).not.toEqual([]);
});

test('every trap is held by a test, or told to the administrator', () => {
  expect(TRAPS.filter(({ heldBy, toldIn }) => (heldBy ?? []).length === 0 && toldIn === undefined).map(({ trap }) => trap)).toEqual([]);
});

test('no trap stands in the table twice', () => {
  const sentences = TRAPS.map(({ trap }) => trap);
  expect(sentences).toEqual([...new Set(sentences)]);
});

const HELD = TRAPS.flatMap(({ trap, heldBy = [] }) => heldBy.map(([file, title]) => [trap, file, title] as const));

test.each(HELD)('%s: test/%s has the test “%s”', (_, file, title) => {
  const path = `test/${file}`;
  expect(existsSync(join(root, path))).toBe(true);
  expect(titlesIn(readProjectFile(path))).toContain(quotesAlike(title));
});

const TOLD = TRAPS.flatMap(({ trap, toldIn }) => (toldIn === undefined ? [] : [[trap, toldIn] as const]));
const DEPLOYMENT = readProjectFile('docs/deployment.md');

test.each(TOLD)('%s: docs/deployment.md has the heading “%s”', (_, heading) => {
  expect(DEPLOYMENT.split('\n').map((line) => line.replace(/^#+ /, '').replace(/'/g, '’'))).toContain(heading);
});

test('every issue a trap is told by is named there', () => {
  const untold = TRAPS.filter(({ heldBy, toldIn }) => toldIn !== undefined && heldBy === undefined)
    .flatMap(({ from }) => from.filter((source) => /#\d+$/.test(source)))
    .filter((issue) => !DEPLOYMENT.includes(issue));
  expect(untold).toEqual([]);
});

/** The transpiler has its own mind about them. */
const quotesAlike = (text: string): string => text.replace(/"/g, "'");

/** Texts that may be titles: of tests, of rows of a table, of expectations. A template stands as it is written. */
function titlesIn(source: string): readonly string[] {
  const { code } = transformSync(source, { jsc: { target: 'es2022', parser: { syntax: 'typescript', tsx: false } } });
  const texts: string[] = [];
  full(parse(code, { ecmaVersion: 2022, sourceType: 'module' }), (node) => {
    if (node.type === 'Literal' && typeof node.value === 'string') texts.push(node.value);
    if (node.type === 'TemplateLiteral') texts.push(code.slice(node.start + 1, node.end - 1));
  });
  return texts.map(quotesAlike);
}
