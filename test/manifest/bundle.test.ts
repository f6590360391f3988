import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleFindings } from '../../src/manifest/check/bundle';
import { checkManifest } from '../../src/manifest/check/check-manifest';
import { xmlManifest } from '../../src/manifest/xml-manifest';
import { umsichtAt } from './good-manifests';

const MANIFEST = xmlManifest(umsichtAt());
const { functions } = checkManifest(MANIFEST, MANIFEST.length, { marketplace: false });
const ALL = functions.map(({ name }) => `Office.actions.associate("${name}", f);`).join('\n');
const look = (script: string) => {
  const { ofScript, ofManifest } = bundleFindings(script, functions);
  return { script: ofScript.map(({ code, line, column }) => `${code} ${line}:${column}`), manifest: ofManifest.map(({ code, found }) => `${code} ${found.split(',')[0]}`) };
};

test('the built send bundle associates every function of the manifest', () => {
  expect(look(readFileSync(join(__dirname, '..', '..', 'dist', 'launchevent.js'), 'utf8'))).toEqual({ script: [], manifest: [] });
});

describe('a script', () => {
  test.each<[string, string, readonly string[], readonly string[]]>([
    ['that associates everything', `function f() {}\n${ALL}`, [], []],
    ['in a function of its own', `(function () { 'use strict'; ${ALL} }());`, [], []],
    ['with other quotes and brackets', ALL.replace(/Office\.actions\.associate\("(\w+)"/g, 'Office["actions"]["associate"](`$1`'), [], []],
    ['without the function of a send event', ALL.replace('"onMessageSendHandler"', '"onMessageSendhandler"'), [], ['unassociated-function onMessageSendHandler']],
    ['without any', 'var a = 1;', [], functions.slice(0, 12).map(({ name }) => `unassociated-function ${name}`)],
    ['that names its functions elsewhere', `${ALL.replace('"onMessageSendHandler"', 'name')}`, ['undecided-association 1:1'], []],
    ['that waits for Office', `Office.onReady(function () {\n${ALL.split('\n')[0]} });\n${ALL.slice(ALL.indexOf('\n'))}`, ['late-association 2:1'], []],
    ['that waits with a promise', `Office.onReady().then(() => {\n${ALL.split('\n')[0]} });\n${ALL.slice(ALL.indexOf('\n'))}`, ['late-association 2:1'], []],
    ['that waits as it was done of old', `Office.initialize = function () {\n${ALL.split('\n')[0]} };\n${ALL.slice(ALL.indexOf('\n'))}`, ['late-association 2:1'], []],
    ['with async functions', `${ALL}\nasync function g() {}`, [expect.stringMatching(/^not-es2016 /) as string], []],
    ['with ??', `${ALL}\nvar b = a ?? 1;`, [expect.stringMatching(/^not-es2016 /) as string], []],
    ['with object spread', `${ALL}\nvar b = { ...a };`, [expect.stringMatching(/^not-es2016 /) as string], []],
    ['with an import', `import { f } from './f.js';\n${ALL}`, ['module-script 1:1'], []],
    ['that is a page', `<!doctype html><script>${ALL}</script>`, ['broken-script 1:1'], []],
    ['that is half', `${ALL}\nfunction (`, [expect.stringMatching(/^broken-script /) as string], []],
  ])('%s', (_what, script, ofScript, ofManifest) => {
    expect(look(script)).toEqual({ script: ofScript, manifest: ofManifest });
  });

  test('is read, never run', () => {
    (globalThis as { ran?: boolean }).ran = false;
    look(`globalThis.ran = true; ${ALL}`);
    expect((globalThis as { ran?: boolean }).ran).toBe(false);
  });

  test.each([
    ['calls', `${ALL}\nf()${'.g()'.repeat(4000)};`],
    ['texts', `${ALL}\nvar t = ${Array(3000).fill('"a"').join(' + ')};`],
  ])('with a chain of thousands of %s is not followed, and nothing is said to be missing in it', (_what, script) => {
    expect(look(script)).toEqual({ script: ['undecided-association 1:1'], manifest: [] });
  });

  test('that is nested beyond all measure is no script', () => {
    expect(look(`${'('.repeat(100_000)}1${')'.repeat(100_000)}`).script).toEqual([expect.stringMatching(/^broken-script 1:/)]);
  });
});
