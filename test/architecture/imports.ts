import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative, sep } from 'node:path';
import { parseSync } from '@swc/core';
import { FLOORS, PURE_FLOORS } from './floors';

export const root = join(__dirname, '..', '..');

/** Paths of all files under a folder of the project, with forward slashes. */
export function filesUnder(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

export const readProjectFile = (file: string): string => readFileSync(join(root, file), 'utf8');

type Node = { readonly type: string } & { readonly [name: string]: unknown };

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

/** Every node of a module, with no assumption about which fields hold children. */
function nodesOf(source: string, tsx: boolean): readonly Node[] {
  const found: Node[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) return value.forEach(visit);
    if (typeof value !== 'object' || value === null) return;
    if (isNode(value)) found.push(value);
    Object.values(value).forEach(visit);
  };
  visit(parseSync(source, { syntax: 'typescript', tsx, target: 'es2022' }).body);
  return found;
}

/** What a module imports, in whatever way: import, export from, import(), import type, require. */
export function importsIn(source: string, tsx = false): readonly string[] {
  return nodesOf(source, tsx).flatMap((node) => {
    if (/^(Import|ExportNamed|ExportAll)Declaration$/.test(node.type)) return textOf(node.source);
    if (node.type === 'TsImportType') return textOf(node.argument);
    if (node.type === 'TsExternalModuleReference') return textOf(node.expression);
    if (node.type === 'CallExpression' && isCallOfImport(node.callee)) return (node.arguments as readonly { expression: unknown }[]).flatMap(({ expression }) => textOf(expression));
    return [];
  });
}

const isCallOfImport = (callee: unknown): boolean => isNode(callee) && (callee.type === 'Import' || (callee.type === 'Identifier' && callee.value === 'require'));

const textOf = (node: unknown): readonly string[] => (isNode(node) && node.type === 'StringLiteral' && typeof node.value === 'string' ? [node.value] : []);

/** One sentence for each import that the table of floors does not allow. `file` is a path such as `src/core/draft.ts`. */
export function violations(file: string, source: string): readonly string[] {
  const [, folder = ''] = file.split('/');
  const floor = FLOORS[folder];
  if (floor === undefined) return [`${file} lies in ${folder}, which is no floor of the house; docs/architecture.md says where things belong.`];
  const imports = importsIn(source, file.endsWith('x'))
    .filter((specifier) => !isAllowed(file, folder, specifier))
    .map((specifier) => `${file} imports ${specifier}; ${floor.because}.`);
  const clocks = (PURE_FLOORS as readonly string[]).includes(folder) ? ownClocks(source, file.endsWith('x')).map((what) => `${file} asks ${what}; time and chance are handed in, so that a verdict can be repeated.`) : [];
  return [...imports, ...clocks];
}

function isAllowed(file: string, folder: string, specifier: string): boolean {
  const floor = FLOORS[folder];
  if (floor === undefined) return false;
  if (!specifier.startsWith('.')) return floor.packages.includes(packageOf(specifier));
  const [top, target = '', ...rest] = posix.join(posix.dirname(file), specifier).split('/');
  if (top !== 'src') return false;
  if (target !== folder) return floor.imports.includes(target);
  const rule = folder === 'rules' ? ruleOf(file) : null;
  return rule === null || rest[0] === rule || (rest.length === 1 && rest[0] !== 'index');
}

/** The rule folder a file lies in; null for what the rules share. */
function ruleOf(file: string): string | null {
  const [, , rule = '', ...rest] = file.split('/');
  return rest.length > 0 ? rule : null;
}

function packageOf(specifier: string): string {
  if (specifier.startsWith('node:')) return 'node';
  return specifier.split('/').slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
}

/** Date and Math are part of ES2016, so the compiler does not object to a clock or a die. */
function ownClocks(source: string, tsx: boolean): readonly string[] {
  return nodesOf(source, tsx).flatMap((node) => {
    if (node.type === 'NewExpression' && isNamed(node.callee, 'Date') && isEmpty(node.arguments)) return ['new Date()'];
    if (node.type === 'CallExpression' && isNamed(node.callee, 'Date')) return ['Date()'];
    if (node.type !== 'MemberExpression') return [];
    if (isNamed(node.object, 'Date') && isNamed(node.property, 'now')) return ['Date.now()'];
    if (isNamed(node.object, 'Math') && isNamed(node.property, 'random')) return ['Math.random()'];
    return [];
  });
}

const isNamed = (node: unknown, name: string): boolean => isNode(node) && node.type === 'Identifier' && node.value === name;

const isEmpty = (list: unknown): boolean => list === null || list === undefined || (Array.isArray(list) && list.length === 0);
