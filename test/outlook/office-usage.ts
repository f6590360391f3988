import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformSync } from '@swc/core';
import { type AnyNode, type CallExpression, type Expression, type MemberExpression, parse, type Super } from 'acorn';
import { fullAncestor } from 'acorn-walk';
import { root } from '../architecture/imports';

/*
 * Which calls and properties of Office.js the sources use, under the names of the table in
 * src/outlook/abilities.ts. Types are gone before the sources are read.
 */

/** Folders that may say `Office`. */
const FOLDERS = ['outlook', 'launchevent', 'commands', 'taskpane'];

/** By name, with the files it is used in. */
export function officeUsage(): ReadonlyMap<string, readonly string[]> {
  const used = new Map<string, string[]>();
  for (const file of FOLDERS.flatMap((folder) => readdirSync(join(root, 'src', folder)).map((name) => `src/${folder}/${name}`))) {
    if (!/\.tsx?$/.test(file)) continue;
    for (const name of usedIn(readFileSync(join(root, file), 'utf8'), file.endsWith('x'))) used.set(name, [...(used.get(name) ?? []), file]);
  }
  return used;
}

export function usedIn(source: string, tsx = false): readonly string[] {
  const { code } = transformSync(source, { jsc: { target: 'es2022', parser: { syntax: 'typescript', tsx }, transform: { react: { runtime: 'automatic' } } } });
  const names = new Set<string>();
  fullAncestor(parse(code, { ecmaVersion: 2022, sourceType: 'module' }), (node, _state, ancestors) => {
    if (node.type !== 'MemberExpression') return;
    const above = ancestors[ancestors.length - 2];
    // Only the longest chain counts: `item().body` is on the way to `item().body.getAsync`.
    if (above && above.type === 'MemberExpression' && above.object === node) return;
    for (const name of namesOf(node)) names.add(name);
  });
  return [...names].sort();
}

const SHORT: readonly (readonly [string, string])[] = [['Office.context.mailbox.', 'mailbox.'], ['Office.context.', 'context.'], ['Office.', '']];

function namesOf(node: MemberExpression): readonly string[] {
  const { start, steps } = chainOf(node);
  if (start === null) {
    const last = steps[steps.length - 1] ?? '';
    return /Async$/.test(last) ? [`?.${last}`] : [];
  }
  const path = `${start}.${steps.join('.')}`;
  const short = SHORT.find(([long]) => path.startsWith(long));
  const name = short ? short[1] + path.slice(short[0].length) : path;
  // The fields that are called in Office.js what they are called here.
  return name === 'item.[]' ? ['item.to', 'item.cc', 'item.bcc'] : [name];
}

/** `start` is null where the chain does not begin at anything of Office.js. */
function chainOf(node: MemberExpression): { readonly start: string | null; readonly steps: readonly string[] } {
  const steps: string[] = [];
  let at: Expression | Super = node;
  while (at.type === 'MemberExpression' || at.type === 'ChainExpression') {
    if (at.type === 'ChainExpression') {
      at = at.expression as Expression;
      continue;
    }
    steps.unshift(at.computed ? '[]' : nameOf(at.property));
    at = at.object;
  }
  return { start: startOf(at), steps };
}

/** `item` is what `currentItem()` gave, by the name it has everywhere; `recipientsOf` gives one of its fields. */
function startOf(node: Expression | Super): string | null {
  if (node.type === 'Identifier') return node.name === 'Office' || node.name === 'item' ? node.name : null;
  if (node.type !== 'CallExpression') return null;
  const { callee } = node as CallExpression;
  const name = nameOf(callee);
  if (name === 'item') return 'item';
  return name === 'recipientsOf' ? 'recipients' : null;
}

function nameOf(node: AnyNode): string {
  return node.type === 'Identifier' ? node.name : '';
}
