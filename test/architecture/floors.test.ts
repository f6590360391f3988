import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { FLOORS, PURE_FLOORS, SEND_BUNDLE_FLOORS } from './floors';
import { filesUnder, readProjectFile, root, violations } from './imports';

const sources = filesUnder('src').filter((file) => /\.tsx?$/.test(file));

test('every import goes downwards, and every package is known to its floor', () => {
  expect(sources.length).toBeGreaterThan(50);
  expect(sources.flatMap((file) => violations(file, readProjectFile(file)))).toEqual([]);
});

describe('the net catches', () => {
  test.each([
    ['a rule that knows Outlook', 'src/rules/x/rule.ts', "import { openMailbox } from '../../outlook/mailbox';", '../../outlook/mailbox'],
    ['a rule that knows another', 'src/rules/x/rule.ts', "import { y } from '../y/rule';", '../y/rule'],
    ['a rule that knows all of them', 'src/rules/x/rule.ts', "import { rules } from '..';", '..'],
    ['a rule that knows all of them by name', 'src/rules/x/rule.ts', "import { rules } from '../index';", '../index'],
    ['an import of types alone', 'src/core/a.ts', "import type { Rules } from '../rules';", '../rules'],
    ['a type taken in passing', 'src/core/a.ts', "export type A = import('../guard/a').A;", '../guard/a'],
    ['an export from', 'src/core/a.ts', "export * from '../guard/a';", '../guard/a'],
    ['a named export from', 'src/core/a.ts', "export { a } from '../guard/a';", '../guard/a'],
    ['a late import', 'src/wire/a.ts', "export const a = () => import('../store/a');", '../store/a'],
    ['a require', 'src/wire/a.ts', "const a = require('node:fs');", 'node:fs'],
    ['an entry point in another', 'src/taskpane/a.tsx', "import { a } from '../launchevent/launchevent'; export const b = <p />;", '../launchevent/launchevent'],
    ['a test in the house', 'src/core/a.ts', "import { a } from '../../test/cast';", '../../test/cast'],
    ['React in the send bundle', 'src/launchevent/a.ts', "import { useState } from 'react';", 'react'],
    ['a package below its floor', 'src/presentation/a.ts', "import fastify from 'fastify';", 'fastify'],
  ])('%s', (_name, file, source, specifier) => {
    const [, folder = ''] = file.split('/');
    expect(violations(file, source)).toEqual([`${file} imports ${specifier}; ${FLOORS[folder]?.because}.`]);
  });

  test.each([
    ['Date.now()', 'export const a = Date.now();'],
    ['new Date()', 'export const a = new Date();'],
    ['Math.random()', 'export const a = Math.random();'],
  ])('a clock or a die in a pure floor: %s', (what, source) => {
    expect(violations('src/guard/a.ts', source)).toEqual([`src/guard/a.ts asks ${what}; time and chance are handed in, so that a verdict can be repeated.`]);
    expect(violations('src/service/a.ts', source)).toEqual([]);
  });

  test('a folder that is no floor', () => {
    expect(violations('src/misc/a.ts', '')).toEqual(['src/misc/a.ts lies in misc, which is no floor of the house; docs/architecture.md says where things belong.']);
  });

  test('but not what is allowed, nor words in a comment', () => {
    expect(violations('src/rules/x/rule.ts', "import { a } from './text'; import { b } from '../example'; import { c } from '../../core/draft'; // import x from 'react'")).toEqual([]);
    expect(violations('src/guard/a.ts', 'export const a = new Date(0).getTime();')).toEqual([]);
  });
});

describe('the floor compiles with nothing but ES2016', () => {
  const wanted: readonly (readonly [string, readonly string[]])[] = [...PURE_FLOORS.map((floor) => [floor, []] as const), ...Object.entries(SEND_BUNDLE_FLOORS)];

  test.each(wanted)('%s', (floor, types) => {
    const file = `src/${floor}/tsconfig.json`;
    expect(existsSync(join(root, file))).toBe(true);
    expect(JSON.parse(readProjectFile(file))).toEqual({ extends: '../../tsconfig.json', compilerOptions: { lib: ['ES2016'], types }, include: ['.'] });
  });

  test('and they inherit every strictness from the whole', () => {
    const { compilerOptions } = JSON.parse(readProjectFile('tsconfig.json'));
    expect(compilerOptions).toMatchObject({ strict: true, noUncheckedIndexedAccess: true, noUnusedLocals: true, noUnusedParameters: true, noFallthroughCasesInSwitch: true, noImplicitOverride: true, noEmit: true });
  });
});
