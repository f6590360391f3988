// Writes what follows from the code into docs: `npm run docs`. The page of a rule that is gone goes as well.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { settingsTable } from '../configuration/settings-text';
import { rulePages } from './rule-pages';
import { rulesWithExamples } from './rules-with-examples';

const docs = join(__dirname, '..', '..', 'docs');
const folder = join(docs, 'rules');

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

const service = join(docs, 'service.md');
const text = readFileSync(service, 'utf8');
const renewed = text.replace(/(<!-- settings -->\n)[^]*?(<!-- \/settings -->)/, (_, begin: string, end: string) => `${begin}${settingsTable()}${end}`);
if (renewed !== text) {
  writeFileSync(service, renewed);
  console.log('docs/service.md brought up to date');
}
