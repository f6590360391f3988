// Writes docs/outlook-behaviour.md from the table of scenarios: part of `npm run docs`.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { outlookBehaviourPage } from './page';
import { SCENARIOS } from './table';

const file = join(__dirname, '..', '..', 'docs', 'outlook-behaviour.md');
const text = outlookBehaviourPage(SCENARIOS);
if (!existsSync(file) || readFileSync(file, 'utf8') !== text) {
  writeFileSync(file, text);
  console.log('docs/outlook-behaviour.md brought up to date');
}
