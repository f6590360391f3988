// Breaks the pure floors in thousands of small ways and counts what the tests notice: `npm run mutation`.
// One floor or file alone: `npm run mutation -- src/core` or `npm run mutation -- src/core/decide.ts`.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { inRoot, isProgram, runCommand } from './project.mjs';

const REPORT = inRoot('.cache', 'mutation.json');
const CONFIG = inRoot('.cache', 'stryker.json');

/** What is broken, and the tests that are to notice. Words for people are held by tests on words, not by logic. */
const FLOORS = { 'src/core': ['core', 'rules'], 'src/rules': ['rules'], 'src/guard': ['guard'] };

/** Tests of how long something takes, or of every call of long lists, take long themselves and would run for thousands of mutants. */
const NOT_LONG = '^(?!.*(?:in proportion|to its end|to their end|nobody is lost: 1[12]0))';

/** Mocha runs them all in one process (jest-in-mocha.cjs). Those that play whole clients need Jest's own clock and are left out. */
function testsIn(folder) {
  return readdirSync(inRoot('test', folder)).filter((name) => name.endsWith('.test.ts'))
    .map((name) => `test/${folder}/${name}`)
    .filter((path) => !readFileSync(inRoot(path), 'utf8').includes('useFakeTimers'));
}

const WORDS = ['!src/**/text.ts', '!src/**/explanation.ts', '!src/**/examples.ts', '!src/rules/example.ts', '!src/rules/index.ts'];

/** Runs Stryker over these paths. Resolves with the mutants, each with its file and what became of it. */
async function mutants(floor, paths) {
  mkdirSync(inRoot('.cache'), { recursive: true });
  rmSync(REPORT, { force: true });
  writeFileSync(CONFIG, JSON.stringify({
    packageManager: 'npm',
    testRunner: 'mocha',
    plugins: ['@stryker-mutator/mocha-runner'],
    // Stryker 9 asks an older TypeScript's API to rewrite the configuration; without one to rewrite it asks nothing.
    tsconfigFile: 'none.json',
    coverageAnalysis: 'perTest',
    // What runs only while a file is loaded, tables and patterns, is not broken: each break would need a process of its own.
    ignoreStatic: true,
    // A second run repeats only what a change of sources or tests may have changed.
    incremental: true,
    incrementalFile: inRoot('.cache', `mutation-${floor.replace('src/', '')}.json`),
    concurrency: 2,
    // Loops without an end are mostly found by counting their turns. Time is for the rest, and ample, so that a busy machine makes none of them.
    timeoutMS: 120_000,
    dryRunTimeoutMinutes: 60,
    reporters: ['dots', 'json'],
    jsonReporter: { fileName: REPORT },
    tempDirName: '.cache/stryker',
    ignorePatterns: ['dist', '.cache', 'docs', 'assets'],
    mutate: [...paths.map((path) => (statSync(inRoot(path)).isDirectory() ? `${path}/**/*.ts` : path)), ...WORDS],
    mochaOptions: { require: ['./src/develop/jest-in-mocha.cjs'], extension: ['ts'], spec: FLOORS[floor].flatMap(testsIn), grep: NOT_LONG },
  }));
  const status = await runCommand('@stryker-mutator/core', 'stryker', ['run', CONFIG]);
  if (status !== 0 || !existsSync(REPORT)) throw new Error(`Stryker ended with status ${status}.`);
  const { files } = JSON.parse(readFileSync(REPORT, 'utf8'));
  return Object.entries(files).flatMap(([file, { mutants: all }]) => all.map((mutant) => ({ file, ...mutant })));
}

const NOTICED = ['Killed', 'Timeout'];
const COUNTED = [...NOTICED, 'Survived', 'NoCoverage'];

function summary(name, all) {
  const counted = all.filter(({ status }) => COUNTED.includes(status));
  const noticed = counted.filter(({ status }) => NOTICED.includes(status));
  const late = counted.filter(({ status }) => status === 'Timeout').length;
  const share = counted.length === 0 ? 100 : (100 * noticed.length) / counted.length;
  return `${name}: ${noticed.length} of ${counted.length} noticed, ${share.toFixed(1)} %${late > 0 ? `, ${late} of them by never coming to an end` : ''}`;
}

if (isProgram(import.meta.url)) {
  const wanted = process.argv.slice(2);
  const unknown = wanted.filter((path) => !existsSync(inRoot(path)) || !Object.keys(FLOORS).some((floor) => path === floor || path.startsWith(`${floor}/`)));
  if (unknown.length > 0) throw new Error(`expected ${Object.keys(FLOORS).join(', ')} or something in them, got ${unknown.join(', ')}`);
  const lines = [];
  for (const floor of Object.keys(FLOORS)) {
    const paths = wanted.length === 0 ? [floor] : wanted.filter((path) => path === floor || path.startsWith(`${floor}/`));
    if (paths.length === 0) continue;
    const all = await mutants(floor, paths);
    // On a busy machine a slow test may pass for one that never ends, so those are told, too.
    for (const { file, location, mutatorName, replacement, status } of all.filter(({ status: end }) => ['Survived', 'NoCoverage', 'Timeout'].includes(end))) {
      console.log(`${file}:${location.start.line}:${location.start.column} ${status} ${mutatorName}: ${replacement}`);
    }
    lines.push(...[...new Set(all.map(({ file }) => file))].map((file) => `  ${summary(file, all.filter((mutant) => mutant.file === file))}`), summary(floor, all));
  }
  console.log(lines.join('\n'));
}
