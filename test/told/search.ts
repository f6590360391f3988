import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { foundIn } from './addresses';
import { namedCast } from './named-cast';
import { TOLD_FOLDER, type ToldKind } from './told';

/** Before the first test of a run: from now on everything that is let out is taken down. */
export function openTold(): void {
  process.env[TOLD_FOLDER] = mkdtempSync(join(tmpdir(), 'umsicht-told-'));
}

const MOST_SHOWN = 20;

/**
 * When all tests of a run are over: throws where anything that was let out has an address in it, be it one that was asked about, one of
 * the named cast, or any other. Prints how much was searched.
 */
export function searchTold(): void {
  const folder = process.env[TOLD_FOLDER];
  if (!folder) throw new Error('Nothing was taken down of what the service lets out.');
  const linesOf = (kind: 'told' | 'asked'): readonly string[] =>
    readdirSync(folder).filter((name) => name.startsWith(`${kind}.`)).flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n').filter((line) => line !== ''));
  try {
    const asked = linesOf('asked');
    const told = linesOf('told').map((line) => JSON.parse(line) as readonly [ToldKind, string]);
    process.stderr.write(`${search(told, new Set([...asked, ...namedCast()]), asked.length > 0)}\n`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** `isUsed`: a service was asked about somebody, so it has a log. */
export function search(told: readonly (readonly [ToldKind, string])[], known: ReadonlySet<string>, isUsed: boolean): string {
  const found = told.flatMap(([kind, text]) => {
    const addresses = foundIn(text, known);
    return addresses.length > 0 ? [`  ${kind}: ${addresses.join(', ')} in ${text.trim().slice(0, 500)}`] : [];
  });
  if (found.length > 0) throw new Error(`The service has let out addresses ${found.length} times:\n${found.slice(0, MOST_SHOWN).join('\n')}`);
  if (isUsed && !told.some(([kind]) => kind === 'log')) throw new Error('A service was asked about people, and nothing of its log was taken down.');
  const kinds = [...new Set(told.map(([kind]) => kind))].sort().map((kind) => `${told.filter(([each]) => each === kind).length} ${kind}`);
  return `Of ${known.size} addresses none is in what services let out (${kinds.join(', ') || 'no service ran'}).`;
}
