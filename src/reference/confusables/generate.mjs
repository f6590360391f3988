// Packs the part of Unicode's confusables (UTS 39) that matters for domain names into data.ts:
//   node src/reference/confusables/generate.mjs                    takes the file from unicode.org
//   node src/reference/confusables/generate.mjs confusables.txt    takes it from disk
// Run it when a new version of Unicode is out.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const SOURCE = 'https://www.unicode.org/Public/security/latest/confusables.txt';
/** Scripts in which registries sell names beside Latin ones, and whose letters pass for Latin ones. */
const SCRIPTS = ['Latin', 'Greek', 'Cyrillic', 'Armenian'];

const path = process.argv[2];
const text = path ? readFileSync(path, 'utf8') : await (await fetch(SOURCE)).text();
const characters = (codes) => String.fromCodePoint(...codes.split(' ').map((code) => parseInt(code, 16)));
/** Without accents, which are taken off before the look-up anyway. */
const bare = (letters) => letters.normalize('NFD').replace(/\p{M}/gu, '');

/** Can it stand in a domain name as it is? Those have no capitals, and nothing that compatibility folding changes. */
const isInDomains = (character) => character.charCodeAt(0) > 127 && [...character].length === 1 && /^[\p{Ll}\p{Lo}\p{Lm}]$/u.test(character)
  && character.normalize('NFKC').toLowerCase() === character && bare(character) === character
  && SCRIPTS.some((script) => new RegExp(`^\\p{Script=${script}}$`, 'u').test(character));

const lookalikes = new Map();
for (const [, from, to] of text.matchAll(/^\uFEFF?([0-9A-F]+) ;\t([0-9A-F ]+) ;\tMA/gm)) {
  const character = characters(from);
  const latin = bare(characters(to)).toLowerCase();
  if (!isInDomains(character) || !/^[a-z0-9]{1,2}$/.test(latin)) continue;
  lookalikes.set(latin, [...(lookalikes.get(latin) || []), character]);
}
if (lookalikes.size < 20) throw new Error('this is not confusables.txt, or it has changed its form');

const version = /^# Version: (\S+)$/m.exec(text)[1];
const date = /^# Date: ([\d-]+)/m.exec(text)[1];
const packed = [...lookalikes.keys()].sort().map((latin) => `${latin} ${lookalikes.get(latin).sort().join('')}`).join('|');
writeFileSync(fileURLToPath(new URL('data.ts', import.meta.url)), `// Written by generate.mjs from confusables.txt of Unicode ${version}, ${date} (https://www.unicode.org/Public/security/). Do not edit.

/** What looks like which Latin letters or digits: those, a space, then the characters that pass for them. */
export const CONFUSABLES = '${packed}';
`);
