// A worker of mutation.mjs: breaks some sources in every way Stryker knows and says, mutant by mutant, whether their tests notice.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { runInThisContext } from 'node:vm';
import { parentPort, workerData } from 'node:worker_threads';
import { Instrumenter } from '@stryker-mutator/instrumenter';
import { transformSync } from '@swc/core';
import { inRoot } from './project.mjs';

const { sources, tests: testFiles, skipped, from } = workerData;
const require = createRequire(import.meta.url);

/** A loop may turn so many times as often as it does when nothing is broken. */
const TURNS = 100;
/** Milliseconds after which a test is taken to run or to wait for ever, beside what it takes while nothing is broken. None waits for time. */
const LONGEST_WAIT = 10_000;
const UNHURRIED = 600_000;

const quiet = { debug() {}, info() {}, warn() {}, isDebugEnabled: () => false };
// All mutants are in the code at once; which one is active is told through a global object.
const { files, mutants } = await new Instrumenter(quiet).instrument(
  sources.map((path) => ({ name: inRoot(path), mutate: true, content: readFileSync(inRoot(path), 'utf8') })),
  { excludedMutations: [], ignorers: [], plugins: null },
);
const instrumented = new Map(files.map(({ name, content }) => [name, content]));
require.extensions['.ts'] = (module, filename) => {
  const content = instrumented.get(filename) ?? readFileSync(filename, 'utf8');
  module._compile(transformSync(content, { filename, swcrc: false, jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } }).code, filename);
};

const stryker = { mutantCoverage: { static: {}, perTest: {} } };
globalThis.__stryker__ = stryker;
const tests = require('./collected-tests.cjs').collectTests(testFiles.map((path) => inRoot(path)), skipped);
// What a broken promise leaves behind belongs to the mutant before.
process.on('unhandledRejection', () => undefined);

let said = 0;

/** Says once a second, between two tests, that work goes on. */
function sayAlive() {
  if (performance.now() < said + 1000) return;
  said = performance.now();
  parentPort.postMessage({});
}

/** Runs one test; after so many milliseconds loops without an end are broken off, and so is waiting for what never comes. */
async function run({ run: runTest }, limit) {
  sayAlive();
  await runTest((body) => {
    globalThis.bodyOfTest = body;
    const running = runInThisContext('bodyOfTest()', { timeout: limit });
    if (!running || typeof running.then !== 'function') return undefined;
    let timer;
    const waited = new Promise((_, reject) => { timer = setTimeout(() => reject(new Error('never came to an end')), limit); });
    return Promise.race([running, waited]).finally(() => clearTimeout(timer));
  });
}

const isEndless = (error) => /Hit count limit reached|timed out after|never came to an end/.test(String(error && error.message));

const durations = [];
const limitOf = (index) => (durations[index] === undefined ? UNHURRIED : LONGEST_WAIT + Math.ceil(TURNS * durations[index]));

// Twice, for a test that fails the second time it is run would notice everything.
for (let round = 1; round <= 2; round += 1) {
  for (const [index, test] of tests.entries()) {
    stryker.currentTestId = String(index);
    const started = performance.now();
    try {
      await run(test, limitOf(index));
    } catch (error) {
      throw new Error(`A test fails although nothing is broken: ${test.name}`, { cause: error });
    }
    durations[index] = performance.now() - started;
  }
}
stryker.currentTestId = undefined;
const { static: atLoad, perTest } = stryker.mutantCoverage;

/** The tests that reach a mutant, quickest first. */
const testsOf = ({ id }) => Object.keys(perTest).filter((index) => perTest[index][id] !== undefined).map(Number).sort((one, other) => durations[one] - durations[other]);

for (let at = from; at < mutants.length; at += 1) {
  const mutant = mutants[at];
  const reached = testsOf(mutant);
  // What runs only while a file is loaded, tables and patterns, is not broken: each break would need a process of its own.
  const status = reached.length > 0 ? await statusOf(mutant, reached) : atLoad[mutant.id] === undefined ? 'not reached' : 'at load';
  const { fileName, location, mutatorName, replacement } = mutant;
  parentPort.postMessage({ of: mutants.length, file: fileName, location, mutator: mutatorName, replacement, status });
}

async function statusOf({ id, fileName }, reached) {
  parentPort.postMessage({ begun: fileName });
  stryker.activeMutant = id;
  try {
    for (const index of reached) {
      stryker.hitCount = 0;
      stryker.hitLimit = perTest[index][id] * TURNS + 1000;
      await run(tests[index], limitOf(index));
    }
    return 'survived';
  } catch (error) {
    return isEndless(error) ? 'endless' : 'noticed';
  } finally {
    stryker.activeMutant = undefined;
  }
}
