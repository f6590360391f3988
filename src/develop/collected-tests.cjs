// Jest's words for tests that are to run many times in one process, without Jest: for `npm run mutation`. Jest loads every module
// anew for each run, seconds each; here a test is a function, called again for each mutant.
const fc = require('fast-check');
const { expect } = require('expect');
const { bind } = require('jest-each');
const { fn } = require('jest-mock');

const { jest: { globals } } = require('../../package.json');

// The same cases for every mutant, so that what is noticed does not hang on luck; and few, for each property runs for thousands of them.
const FEW = 40;
const assert = (property, settings = {}) => fc.assert(property, { seed: 1, ...settings, numRuns: Math.min(FEW, settings.numRuns || FEW) });
const __esModule = true;
require.cache[require.resolve('fast-check')].exports = { ...fc, assert, default: { ...fc.default, assert }, __esModule };

/** Jest's own function with its `each`; a time limit behind the test is dropped. */
function withEach(own) {
  const named = (title, body) => own(title, body);
  named.each = bind(named);
  return named;
}

/**
 * Loads test files and gives back their tests by their whole names, none of those that `skipped` fits. `run` runs one, with what
 * comes before and after it; it rejects where the test fails.
 */
exports.collectTests = (files, skipped) => {
  const tests = [];
  const suites = [];
  const suite = (name) => ({ name, beforeAll: [], beforeEach: [], afterEach: [], prepared: false });
  const innermost = () => suites[suites.length - 1];
  const describe = withEach((name, body) => {
    suites.push(suite(name));
    body();
    suites.pop();
  });
  const test = withEach((title, body) => {
    const around = [...suites];
    const name = [...around.slice(1).map((each) => each.name), title].join(' ');
    if (!skipped.test(name)) tests.push({ name, run: (call) => run(around, body, call) });
  });
  Object.assign(globalThis, globals, {
    expect, describe, test, it: test,
    beforeAll: (body) => innermost().beforeAll.push(body),
    beforeEach: (body) => innermost().beforeEach.push(body),
    afterEach: (body) => innermost().afterEach.push(body),
    afterAll: () => undefined,
    jest: { fn, requireActual: require, setTimeout: () => undefined },
  });
  for (const file of files) {
    suites.push(suite(file));
    require(file);
    suites.pop();
  }
  return tests;
};

async function run(around, body, call) {
  for (const each of around) {
    if (!each.prepared) for (const prepare of each.beforeAll) await prepare();
    each.prepared = true;
    for (const prepare of each.beforeEach) await prepare();
  }
  try {
    await call(body);
  } finally {
    for (const each of around) for (const clear of each.afterEach) await clear();
  }
}
