// Gives Mocha what the tests of the pure floors use of Jest. Under Jest, Stryker loads every module again for each mutant;
// under Mocha all tests stay in one process, and thousands of mutants take an hour instead of days.
const fc = require('fast-check');
const { expect } = require('expect');
const { bind } = require('jest-each');
const { fn } = require('jest-mock');
const { interfaces } = require('mocha');
require('../../test/programs/typescript.cjs');

const { jest: { globals } } = require('../../package.json');

// The same cases for every mutant, so that what is noticed does not hang on luck; and few, for each property runs for thousands of them.
const FEW = 40;
const assert = (property, settings = {}) => fc.assert(property, { seed: 1, ...settings, numRuns: Math.min(FEW, settings.numRuns || FEW) });
const __esModule = true;
require.cache[require.resolve('fast-check')].exports = { ...fc, assert, default: { ...fc.default, assert }, __esModule };

/** Mocha's own function with Jest's `each`; a time limit behind the test is dropped, as Stryker has its own. */
function withEach(own) {
  const named = (title, body) => own(title, body);
  named.each = bind(named);
  return named;
}

const { bdd } = interfaces;
interfaces.bdd = (suite) => {
  bdd(suite);
  suite.on('pre-require', (context) => {
    const test = withEach(context.it);
    Object.assign(context, globals, {
      expect,
      test,
      it: test,
      describe: withEach(context.describe),
      beforeAll: context.before,
      afterAll: context.after,
      jest: { fn, requireActual: require, setTimeout: () => undefined },
    });
  });
};
