// Writes what follows from the code: pages in docs, and manifest.xml. `npm run docs`
// The page of a rule that is gone goes as well.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { settingsTable } from '../configuration/settings-text';
import { connectorsTable } from '../connectors/connectors-table';
import { localManifest } from './local-manifest';
import { manifestChecksTable } from './manifest-check-page';
import { rulePages } from './rule-pages';
import { rulesWithExamples } from './rules-with-examples';

const root = join(__dirname, '..', '..');
const folder = join(root, 'docs', 'rules');

mkdirSync(folder, { recursive: true });
const before = new Set(readdirSync(folder));
for (const [name, text] of rulePages(rulesWithExamples())) {
  before.delete(name);
  write(`docs/rules/${name}`, text);
}
for (const name of before) {
  rmSync(join(folder, name));
  console.log(`docs/rules/${name} removed`);
}
writeBetween('docs/service.md', 'settings', settingsTable());
writeBetween('docs/connectors.md', 'connectors', connectorsTable());
writeBetween('docs/manifest-checks.md', 'checks', manifestChecksTable());
write('manifest.xml', localManifest());

function write(path: string, text: string): void {
  const file = join(root, path);
  const isNew = !existsSync(file);
  if (!isNew && readFileSync(file, 'utf8') === text) return;
  writeFileSync(file, text);
  console.log(`${path} ${isNew ? 'written' : 'brought up to date'}`);
}

/** Puts a text between the two comments of a name in a page. */
function writeBetween(path: string, name: string, made: string): void {
  const text = readFileSync(join(root, path), 'utf8');
  write(path, text.replace(new RegExp(`(<!-- ${name} -->\\n)[^]*?(<!-- /${name} -->)`), (_, begin: string, end: string) => `${begin}${made}${end}`));
}
