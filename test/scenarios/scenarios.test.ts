import { parsePolicy } from '../../src/core/policy';
import { exactWorld } from '../../src/reference/world-exact';
import { rules } from '../../src/rules';
import { type Difference, differencesIn, together } from './difference';
import { performancesOf, play } from './play';
import { policyDocument } from './service';
import { stageOnSimulator } from './stage-on-simulator';
import { SCENARIOS } from './table';

/* Every scenario of the table on every client and in every send mode, in the simulated Outlook. */

// Thousands of sends with time standing still; two slow cores need a while.
jest.setTimeout(120_000);
beforeEach(() => { jest.useFakeTimers({ now: Date.parse('2026-11-24T09:00:00Z') }); });
afterEach(() => { jest.useRealTimers(); });

test.each(SCENARIOS.map((scenario) => [scenario.says, scenario] as const))('%s', async (_, scenario) => {
  const differing: Difference[] = [];
  for (const { client, mode } of performancesOf(scenario)) {
    differing.push(...differencesIn(await play(scenario, client, mode, stageOnSimulator(scenario, client, mode)), `${client} ${mode}`));
  }
  expect(together(differing)).toEqual([]);
});

test('every policy a scenario speaks of is one', () => {
  const policies = SCENARIOS.flatMap(({ policy }) => (policy ? [policy] : []));
  expect(policies.map((policy) => parsePolicy(policyDocument(policy), rules, exactWorld.registrableDomain)).filter(({ ok }) => !ok)).toEqual([]);
});

test('no two scenarios have the same name, and there are forty at least', () => {
  const names = SCENARIOS.flatMap(({ id, says }) => [id, says]);
  expect(names).toEqual([...new Set(names)]);
  expect(SCENARIOS.length).toBeGreaterThanOrEqual(40);
});
