import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type AnyNode, parse, type Program } from 'acorn';
import { full, fullAncestor } from 'acorn-walk';
import { runBare } from '../bare-engine/engine';
import { readProjectFile, root } from './imports';

/** What the bundle weighs today with a little air, so that it cannot grow unseen; docs/architecture.md says of what. */
const LIMIT = 81 * 1024;

/** Called on whatever object: names no ES2016 object has, and none of ours should. */
const LATER_METHODS = [
  'allSettled', 'at', 'codePoints', 'description', 'finally', 'findLast', 'findLastIndex', 'flat', 'flatMap', 'isWellFormed', 'matchAll',
  'padEnd', 'padStart', 'replaceAll', 'toReversed', 'toSorted', 'toSpliced', 'toWellFormed', 'trimEnd', 'trimStart',
];

const LATER_STATICS = [
  'Array.fromAsync', 'Error.captureStackTrace', 'Map.groupBy', 'Object.entries', 'Object.fromEntries', 'Object.getOwnPropertyDescriptors', 'Object.groupBy',
  'Object.hasOwn', 'Object.values', 'Promise.any', 'Promise.try', 'Promise.withResolvers', 'RegExp.escape', 'Symbol.asyncIterator', 'Symbol.matchAll',
];

const LATER_GLOBALS = ['AggregateError', 'Atomics', 'BigInt', 'BigInt64Array', 'BigUint64Array', 'FinalizationRegistry', 'Intl', 'Iterator', 'SharedArrayBuffer', 'WeakRef', 'globalThis'];

/** Not in the engine of classic Outlook, or not documented to be. May be asked for by typeof, and used behind that question. */
const ELSEWHERE = ['React', 'document', 'history', 'indexedDB', 'localStorage', 'module', 'navigator', 'process', 'queueMicrotask', 'require', 'self', 'sessionStorage', 'structuredClone', 'window', 'OfficeRuntime'];

/** What a script says that an engine ending at ES2016, without a page, does not know. */
function unknownToClassic(script: string): readonly string[] {
  const found = new Set<string>();
  const program = parse(script, { ecmaVersion: 2016, sourceType: 'script' });
  full(program, (node) => {
    if (node.type === 'MemberExpression') {
      const name = nameOf(node.property);
      const owner = node.object.type === 'Identifier' ? node.object.name : '';
      if (LATER_STATICS.includes(`${owner}.${name}`)) found.add(`${owner}.${name}`);
    }
    if (node.type === 'CallExpression' && node.callee.type === 'MemberExpression') {
      const name = nameOf(node.callee.property);
      if (LATER_METHODS.includes(name)) found.add(`.${name}()`);
    }
    if (node.type === 'NewExpression' && nameOf(node.callee) === 'RegExp') {
      const [pattern] = node.arguments;
      if (pattern?.type === 'Literal' && typeof pattern.value === 'string' && !isOldPattern(pattern.value)) found.add(`RegExp ${pattern.value}`);
    }
  });
  for (const name of freeNames(program, script)) if (LATER_GLOBALS.includes(name) || ELSEWHERE.includes(name)) found.add(name);
  return [...found].sort();
}

/** Names used as variables and not asked for by typeof first. Minified locals are shorter than any of the names looked for. */
function freeNames(program: Program, script: string): ReadonlySet<string> {
  const names = new Set<string>();
  fullAncestor(program, (node, _state, ancestors) => {
    if (node.type !== 'Identifier') return;
    const asks = `typeof ${node.name}`;
    const isAsked = ancestors.some((ancestor) => questionOf(ancestor).some(({ start, end }) => script.slice(start, end).includes(asks)));
    if (!isAsked) names.add(node.name);
  });
  return names;
}

/** What decides whether the rest of a node is run; for typeof itself, all of it. */
function questionOf(node: AnyNode): readonly AnyNode[] {
  if (node.type === 'IfStatement' || node.type === 'ConditionalExpression') return [node.test];
  if (node.type === 'LogicalExpression') return [node.left];
  return node.type === 'UnaryExpression' && node.operator === 'typeof' ? [node] : [];
}

function nameOf(node: { readonly type: string }): string {
  if ('name' in node && typeof node.name === 'string') return node.name;
  return 'value' in node && typeof node.value === 'string' ? node.value : '';
}

function isOldPattern(pattern: string): boolean {
  try {
    parse(`/${pattern.replace(/\//g, '\\/')}/`, { ecmaVersion: 2016 });
    return true;
  } catch {
    return false;
  }
}

/** The FunctionName of every event in the manifest; phones name some of them again. */
const eventFunctions = [...new Set([...readProjectFile('manifest.xml').matchAll(/<LaunchEvent\b[^>]*\bFunctionName="([^"]+)"/g)].map(([, name]) => name as string))];

function built(file: string): string {
  if (!existsSync(join(root, 'dist', file))) throw new Error(`dist/${file} is not there; build it first: npm run build`);
  return readProjectFile(`dist/${file}`);
}

describe('the send bundle', () => {
  test('parses as ES2016 and uses nothing newer, no page and no React', () => {
    expect(unknownToClassic(built('launchevent.js'))).toEqual([]);
  });

  test('loads in a bare engine, asks nothing of Office but the associations, and associates what the manifest names', () => {
    const asked: string[] = [];
    const Office = { get context(): never { asked.push('context'); throw new Error('Office.context at load'); }, onReady: () => Promise.resolve({ host: null, platform: null }) };
    const { handlers, errors } = runBare(built('launchevent.js'), { Office });
    expect(errors).toEqual([]);
    expect(asked).toEqual([]);
    expect(eventFunctions.length).toBeGreaterThan(0);
    expect([...handlers.keys()].sort()).toEqual([...eventFunctions].sort());
  });

  test('is plain ASCII, since Outlook reads its copy without a content type', () => {
    expect([...built('launchevent.js')].filter((character) => character > '\x7f')).toEqual([]);
  });

  test('names the origin as one text, which the service puts its own in place of', () => {
    const texts: string[] = [];
    full(parse(built('launchevent.js'), { ecmaVersion: 2016 }), (node) => {
      if (node.type === 'Literal' && typeof node.value === 'string' && node.value.includes('https://localhost')) texts.push(node.value);
    });
    expect(texts).toHaveLength(1);
    expect(texts[0]).toMatch(/^https:\/\/localhost:3000(\/|$)/);
  });

  test('leaves the long explanations to the pane', () => {
    expect(built('taskpane.js')).toMatch(/Eine E-Mail-Adresse ist meist ein personenbezogenes Datum/);
    expect(built('launchevent.js')).not.toMatch(/Eine E-Mail-Adresse ist meist ein personenbezogenes Datum/);
  });

  test(`weighs at most ${LIMIT / 1024} KB gzipped, so that it starts at once`, () => {
    const script = built('launchevent.js');
    const gzipped = gzipSync(script, { level: 9 }).length;
    process.stdout.write(`send bundle: ${script.length} bytes, ${gzipped} gzipped (limit ${LIMIT})\n`);
    expect(gzipped).toBeLessThanOrEqual(LIMIT);
  });
});

describe('the net catches', () => {
  test.each([
    ['Object.entries', 'Object.entries({})', 'Object.entries'],
    ['padStart', 'var a = "1"["padStart"](2)', '.padStart()'],
    ['globalThis', 'globalThis.a = 1', 'globalThis'],
    ['a page', 'var a = document.title', 'document'],
    ['a named group in a text', 'new RegExp("(?<year>\\\\d+)")', 'RegExp (?<year>\\d+)'],
  ])('%s', (_name, script, found) => {
    expect(unknownToClassic(script)).toEqual([found]);
  });

  test.each([
    ['a use behind another question', 'typeof Intl === "object" && document.title', ['document']],
    ['a use behind the question', 'if (typeof Intl === "object" && Intl.DisplayNames) new Intl.DisplayNames("de")', []],
    ['a use in either branch, minified', 'var a = "object" == typeof Intl ? Intl.DisplayNames : 0', []],
  ])('typeof: %s', (_name, script, found) => {
    expect(unknownToClassic(script)).toEqual(found);
  });

  test('but neither a question by typeof nor a property of that name', () => {
    expect(unknownToClassic('typeof document === "object"; var a = { values: 1 }; a.values; new Map().values()')).toEqual([]);
  });
});

test('what signs people in is loaded only where somebody has to', () => {
  for (const file of ['launchevent.js', 'event-page.js', 'taskpane.js', 'commands.js']) expect([file, built(file).includes('NestedAppAuthRequest')]).toEqual([file, false]);
  expect(built('nested-app.js')).toContain('NestedAppAuthRequest');
});

test('the buttons of the ribbon find their functions in the built commands', () => {
  const names = [...readProjectFile('manifest.xml').matchAll(/<FunctionName>([^<]+)<\/FunctionName>/g)].map(([, name]) => name as string);
  expect(names).toEqual(['moveToBcc']);
  for (const name of names) expect(built('commands.js')).toMatch(new RegExp(`\\.associate\\(["']${name}["']`));
});

test('the pages load office.js first, and from Microsoft alone', () => {
  for (const page of ['launchevent', 'commands', 'taskpane']) {
    const scripts = [...built(`${page}.html`).matchAll(/<script[^>]* src="([^"]+)"/g)].map(([, source]) => source);
    // Before the send bundle, so that its first request already goes out with a token.
    expect(scripts).toEqual(['https://appsforoffice.microsoft.com/lib/1/hosted/office.js', ...(page === 'launchevent' ? ['event-page.js'] : []), expect.stringMatching(new RegExp(`^/?${page}\\.js$`))]);
  }
});
