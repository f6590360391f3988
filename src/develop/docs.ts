// Writes the rule reference into docs/rules: `npm run docs`. A page whose rule is gone goes as well.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rulePages } from './rule-pages';
import { rulesWithExamples } from './rules-with-examples';

const folder = join(__dirname, '..', '..', 'docs', 'rules');

mkdirSync(folder, { recursive: true });
const before = new Set(readdirSync(folder));
for (const [name, text] of rulePages(rulesWithExamples())) {
  const isNew = !before.delete(name);
  if (!isNew && readFileSync(join(folder, name), 'utf8') === text) continue;
  writeFileSync(join(folder, name), text);
  console.log(`docs/rules/${name} ${isNew ? 'written' : 'brought up to date'}`);
}
for (const name of before) {
  rmSync(join(folder, name));
  console.log(`docs/rules/${name} removed`);
}
