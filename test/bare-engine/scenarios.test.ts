import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Difference, differencesIn, together } from '../scenarios/difference';
import { performancesOf, play } from '../scenarios/play';
import { stageOnSimulator } from '../scenarios/stage-on-simulator';
import { SCENARIOS } from '../scenarios/table';

/*
 * The table of scenarios with the send bundle as it is built, where classic Outlook on Windows runs
 * it. What Outlook does without us is left to test/scenarios, and the send mode does not concern the script.
 */
const file = join(__dirname, '../../dist/launchevent.js');
if (!existsSync(file)) throw new Error('dist/launchevent.js is not there; `npm run build` makes it.');
const bundle = readFileSync(file, 'utf8');

jest.setTimeout(120_000);
beforeEach(() => { jest.useFakeTimers({ now: Date.parse('2026-11-24T09:00:00Z') }); });
afterEach(() => { jest.useRealTimers(); });

const OURS = SCENARIOS.filter(({ addin = 'ours' }) => addin === 'ours');

test.each(OURS.map((scenario) => [scenario.says, scenario] as const))('%s', async (_, scenario) => {
  const differing: Difference[] = [];
  const { modes: [mode] = ['SoftBlock'] } = scenario;
  for (const { client } of performancesOf({ ...scenario, modes: [mode ?? 'SoftBlock'] })) {
    if (!client.startsWith('classicWindows')) continue;
    const played = await play(scenario, client, mode ?? 'SoftBlock', stageOnSimulator(scenario, client, mode ?? 'SoftBlock', { bundle }));
    differing.push(...differencesIn(played, client));
  }
  expect(together(differing)).toEqual([]);
});
