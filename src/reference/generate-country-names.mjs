// Writes country-names.ts from the names this Node knows (CLDR, by Intl.DisplayNames):
//   node src/reference/generate-country-names.mjs
// Run it when a country is renamed or a code is added; the test beside it tells when.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { transformSync } from '@swc/core';

const here = (name) => fileURLToPath(new URL(name, import.meta.url));

const { code: countries } = transformSync(readFileSync(here('countries.ts'), 'utf8'), { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'es6' } });
const { COUNTRY_CODES } = await import(`data:text/javascript,${encodeURIComponent(countries)}`);

/** Official names are too long for a dialog ("Hong Kong SAR China"); those give way to the short ones. */
export function nameOf(code, language) {
  const [long, short] = ['long', 'short'].map((style) => new Intl.DisplayNames([language], { type: 'region', style }).of(code));
  return long.length > 24 || / SAR /.test(long) ? short : long;
}

export function generated() {
  return COUNTRY_CODES.map((code) => {
    const [english, german] = [nameOf(code, 'en'), nameOf(code, 'de')];
    return code + (english === german ? english : `${english}/${german}`);
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const lines = [];
  let line = '';
  for (const name of generated()) {
    if (line.length + name.length > 150) {
      lines.push(line);
      line = '';
    }
    line += `${name}|`;
  }
  lines.push(line.slice(0, -1));
  const text = readFileSync(here('country-names.ts'), 'utf8');
  const list = lines.map((each) => `  '${each.replace(/'/g, "\\'")}'`).join(' +\n');
  writeFileSync(here('country-names.ts'), text.replace(/(const NAMES =\n)[^;]*;/, `$1${list};`).replace(/CLDR [\d.]+/, `CLDR ${process.versions.cldr}`));
}
