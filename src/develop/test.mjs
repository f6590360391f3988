// Checks everything: `npm test`. A part of it: `npm test -- --only unit` (types, lint, build, unit, browser; several with commas).
// Further arguments choose tests: `npm test -- --only unit test/core`.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { build } from './build.mjs';
import { install } from './install.mjs';
import { findLdapServer } from './ldap-server.mjs';
import { findPostgres } from './postgres-server.mjs';
import { inRoot, runCommand, seconds } from './project.mjs';

const JEST_RESULT = inRoot('.cache', 'jest.json');
const PLAYWRIGHT_RESULT = inRoot('.cache', 'playwright.json');

const STEPS = [
  { name: 'install', does: install },
  { name: 'types', does: types },
  { name: 'lint', does: lint },
  { name: 'build', does: build },
  { name: 'unit', does: unit },
  { name: 'browser', does: browser },
];

/** Steps that test what was built bring the build with them. */
const NEEDS_BUILD = ['unit', 'browser'];

async function types() {
  for (const config of tsconfigs()) {
    const started = Date.now();
    await mustSucceed(`tsc -p ${config}`, await runCommand('typescript', 'tsc', ['--noEmit', '-p', inRoot(config)]));
    console.log(`  ${config} ${seconds(Date.now() - started)}`);
  }
}

/** The floors with fewer built-ins first, then the whole. */
function tsconfigs() {
  const floors = readdirSync(inRoot('src')).sort().map((floor) => `src/${floor}/tsconfig.json`);
  return [...floors.filter((config) => existsSync(inRoot(config))), 'tsconfig.json'];
}

async function lint() {
  await mustSucceed('oxlint', await runCommand('oxlint', 'oxlint', ['--type-aware', '--deny-warnings']));
}

async function unit(counts, chosen) {
  // Asked for first, so that what is missing is said once and at the beginning.
  await findLdapServer();
  await findPostgres();
  const status = await runCommand('jest', 'jest', ['--maxWorkers=100%', '--json', `--outputFile=${JEST_RESULT}`, ...chosen]);
  count(counts, JEST_RESULT, ({ numPassedTests, numFailedTests, numFailedTestSuites, numPendingTests, numTodoTests, testResults }) => ({
    passed: numPassedTests,
    // A file that cannot even be loaded has no failed test in it, but has failed all the same.
    failed: numFailedTests + Math.max(0, numFailedTestSuites - testResults.filter(({ assertionResults }) => assertionResults.some(isFailed)).length),
    skipped: numPendingTests + numTodoTests,
  }));
  await mustSucceed('jest', status);
}

const isFailed = ({ status }) => status === 'failed';

async function browser(counts, chosen) {
  const status = await runCommand('@playwright/test', 'playwright', ['test', '--config', inRoot('test', 'browser', 'playwright.config.ts'), ...chosen]);
  count(counts, PLAYWRIGHT_RESULT, ({ stats, errors }) => ({ passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length, skipped: stats.skipped }));
  await mustSucceed('playwright', status);
}

function count(counts, file, read) {
  if (!existsSync(file)) return;
  const { passed, failed, skipped } = read(JSON.parse(readFileSync(file, 'utf8')));
  counts.passed += passed;
  counts.failed += failed;
  if (failed === 0 && skipped > 0) throw new Error(`${skipped} tests were skipped; a test runs or it goes.`);
}

async function mustSucceed(what, status) {
  if (status !== 0) throw new Error(`${what} ended with status ${status}.`);
}

/** Which steps to run, and the arguments that choose tests. Throws for a step there is not. */
function chosenFrom(args) {
  const at = args.indexOf('--only');
  if (at === -1) return { steps: STEPS, chosen: args };
  const only = (args[at + 1] || '').split(',');
  const unknown = only.filter((name) => !STEPS.some((step) => step.name === name));
  if (unknown.length > 0) throw new Error(`--only takes ${STEPS.map(({ name }) => name).join(', ')}; not "${unknown.join(', ')}".`);
  const wanted = new Set(['install', ...only, ...(only.some((name) => NEEDS_BUILD.includes(name)) ? ['build'] : [])]);
  return { steps: STEPS.filter(({ name }) => wanted.has(name)), chosen: args.filter((_, index) => index !== at && index !== at + 1) };
}

/** Runs step after step up to the first that fails. */
async function test(args) {
  const { steps, chosen } = chosenFrom(args);
  mkdirSync(inRoot('.cache'), { recursive: true });
  for (const file of [JEST_RESULT, PLAYWRIGHT_RESULT]) rmSync(file, { force: true });
  const counts = { passed: 0, failed: 0 };
  const started = Date.now();
  for (const { name, does } of steps) {
    const stepStarted = Date.now();
    console.log(`\n== ${name}`);
    try {
      await does(counts, chosen);
    } catch (error) {
      console.error(error.message);
      console.log(`\n== Stopped: ${name} failed after ${seconds(Date.now() - stepStarted)}.`);
      counts.failed = Math.max(1, counts.failed);
      process.exitCode = 1;
      break;
    }
    console.log(`== ${name} passed in ${seconds(Date.now() - stepStarted)}`);
  }
  console.log(`\nAll steps: ${seconds(Date.now() - started)}`);
  console.log(`${counts.passed} passed, ${counts.failed} failed`);
}

await test(process.argv.slice(2)).catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
