import { expect, type Page, test } from '@playwright/test';
import type { SendMode } from '../../src/simulator/inside';
import { paneParts } from '../guard/pane-parts';
import { rigHost } from '../guard/rig-host';
import { type OpenedAddin, type PlayedOutlook, playOutlook } from '../office-host/played-outlook';
import { isIn } from '../scenarios/clients';
import { differencesIn } from '../scenarios/difference';
import { play, type Stage } from '../scenarios/play';
import { MODES, type Scenario } from '../scenarios/scenario';
import { playService } from '../scenarios/service';
import { setupOf } from '../scenarios/stage-on-simulator';
import { SCENARIOS } from '../scenarios/table';
import { hurried, hurriedClock } from './fixtures/hurried-clock';
import { watched } from './fixtures/watched-host';
import { type ScenarioService, startScenarioService } from './fixtures/scenario-service';

/*
 * The table of scenarios in Microsoft's own office.js for the web: the add-in as it was built, in
 * Chromium, with the simulated Outlook on the web behind the library. Each scenario is played once, in
 * one of its send modes, which do not concern the script.
 *
 * The npm library ends at Mailbox 1.12. Labels and delays are not there, so what is done without them
 * is what is seen; whether a set is supported, and the options of `completed`, it passes on as they are.
 */
const ADDIN = 'https://umsicht.own.example';

let service: ScenarioService;
let page: Page;
let outlook: PlayedOutlook;

test.beforeAll(async ({ browser }) => {
  service = await startScenarioService(ADDIN);
  page = await browser.newPage();
  outlook = await playOutlook(page, { host: rigHost({ client: 'web', item: {} }, hurriedClock()), origins: { [ADDIN]: service.address } });
});

test.afterAll(async () => {
  await page.close();
  await service.stop();
});

/** A verdict has to come before Outlook says that it takes long; a browser and two slow cores are no measure for more. */
const LONGEST_CHECK = 5_000;

async function stageInBrowser(scenario: Scenario, mode: SendMode): Promise<Stage & { close(): Promise<void> }> {
  const clock = hurriedClock();
  const { host, quiet } = watched(rigHost({ ...setupOf(scenario), client: 'web', sendMode: mode }, clock));
  const played = playService(scenario);
  service.play(played);
  const pages: OpenedAddin[] = [];
  const { addin = 'ours' } = scenario;
  if (addin !== 'unavailable') pages.push(await outlook.openAddin({ url: `${ADDIN}/${addin === 'ours' ? 'launchevent' : addin}.html`, as: 'events', host }));
  if (scenario.steps.some(({ does }) => does === 'moveToBcc' || does === 'pressOurs')) pages.push(await outlook.openAddin({ url: `${ADDIN}/commands.html`, as: 'commands', host }));
  return {
    host,
    service: played,
    longestCheck: LONGEST_CHECK,
    soon: (promise) => (addin === 'neverAnswers' ? hurried(promise, clock) : promise),
    pass: (milliseconds) => new Promise((resolve) => { setTimeout(resolve, milliseconds); }),
    settle: quiet,
    pane: () => paneParts({ host, service: played }),
    close: async () => { for (const each of pages) await each.close(); },
  };
}

const PLAYABLE = SCENARIOS.filter(({ clients = 'everywhere', onlySimulated }) => isIn('web', clients) && onlySimulated === undefined);

for (const [index, scenario] of PLAYABLE.entries()) {
  const modes = scenario.modes ?? MODES;
  const mode = modes[index % modes.length] ?? 'SoftBlock';
  test(`${scenario.says} (${mode})`, async () => {
    const stage = await stageInBrowser(scenario, mode);
    try {
      expect(differencesIn(await play(scenario, 'web', mode, stage), 'web')).toEqual([]);
      expect(outlook.strayRequests).toEqual([]);
      expect(outlook.unknownCalls()).toEqual([]);
    } finally {
      await stage.close();
    }
  });
}
