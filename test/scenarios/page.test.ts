import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { GROUPS } from './clients';
import { outlookBehaviourPage, unusedGroups } from './page';
import { SCENARIOS } from './table';

const page = outlookBehaviourPage(SCENARIOS);

test('docs/outlook-behaviour.md says what the table says today', () => {
  const written = readFileSync(join(__dirname, '..', '..', 'docs', 'outlook-behaviour.md'), 'utf8');
  if (written !== page) throw new Error('The table of scenarios has changed since docs/outlook-behaviour.md was made. Make it anew: npm run docs');
});

test('every scenario has its line there', () => {
  expect(SCENARIOS.filter(({ says }) => !page.includes(`\n| ${says} `)).map(({ id }) => id)).toEqual([]);
});

test('every group of clients is needed by some scenario', () => {
  expect(unusedGroups(SCENARIOS)).toEqual([]);
  expect(unusedGroups([])).toEqual(Object.keys(GROUPS).filter((group) => group !== 'everywhere'));
});

test('a table of Markdown has one line for each row', () => {
  const widths = page.split('\n').filter((line) => line.startsWith('| ')).map((line) => line.replace(/\\\|/g, '').split('|').length - 2);
  expect([...new Set(widths)].sort()).toEqual([3, 4]);
});
