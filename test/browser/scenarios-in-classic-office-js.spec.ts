import { expect, test } from '@playwright/test';
import type { GuardParts } from '../../src/guard/parts';
import type { ClientId } from '../../src/simulator/clients';
import type { SendMode } from '../../src/simulator/inside';
import { partsWith } from '../guard/pane-parts';
import { rigHost } from '../guard/rig-host';
import { expectationPage } from '../mailbox/page-bundle';
import { type PlayedClassicOutlook, playClassicOutlook } from '../office-host/played-classic';
import { isIn } from '../scenarios/clients';
import { differencesIn } from '../scenarios/difference';
import { play, type Stage } from '../scenarios/play';
import { type Act, MODES, type Scenario } from '../scenarios/scenario';
import { playService } from '../scenarios/service';
import { setupOf } from '../scenarios/stage-on-simulator';
import { SCENARIOS } from '../scenarios/table';
import { hurriedClock } from './fixtures/hurried-clock';
import { watched } from './fixtures/watched-host';
import { remoteMailbox } from './fixtures/remote-mailbox';
import { type ScenarioService, startScenarioService } from './fixtures/scenario-service';

/*
 * The table of scenarios as classic Outlook on Windows plays it: launch events run the built script in
 * the bare engine, anew for each event; the function command runs in the built page with Microsoft's
 * library for Windows, and what the sender says in the pane goes through the adapter on that library.
 * Each scenario is played once, in one of its send modes, which do not concern the scripts.
 */
const ADDIN = 'https://umsicht.own.example';
const PANE = 'https://pane.own.example';

/** One of each kind of dialog: without a button of ours, with one that opens the pane, with one that repairs. */
const CLIENTS_PLAYED: readonly ClientId[] = ['classicWindows_1_13', 'classicWindows_1_14', 'classicWindows_1_16'];

let service: ScenarioService;
let outlook: PlayedClassicOutlook;

test.beforeAll(async ({ browser }) => {
  service = await startScenarioService(ADDIN);
  const host = rigHost({ client: 'classicWindows_1_16', item: {} }, hurriedClock());
  outlook = await playClassicOutlook(await browser.newContext(), { host, origins: { [ADDIN]: service.address, [PANE]: await expectationPage() } });
});

test.afterAll(async () => {
  await outlook.close();
  await service.stop();
});

/** A verdict has to come before Outlook says that it takes long; a browser and two slow cores are no measure for more. */
const LONGEST_CHECK = 5_000;

/** What is done on Microsoft's library; the rest is done in the bare engine and by the simulated Outlook. */
const isInPane = (does: Act): boolean => typeof does === 'object' && ('declare' in does || 'acknowledge' in does);
const isCommand = (does: Act): boolean => does === 'moveToBcc' || does === 'pressOurs';
const does = ({ steps }: Scenario, what: (act: Act) => boolean): boolean => steps.some((step) => what(step.does) || (step.meanwhile !== undefined && what(step.meanwhile)));

async function stageInClassic(scenario: Scenario, client: ClientId, mode: SendMode): Promise<Stage & { close(): Promise<void> }> {
  const { host, quiet } = watched(rigHost({ ...setupOf(scenario), client, sendMode: mode }, hurriedClock()));
  const played = playService(scenario);
  service.play(played);
  const opened: { close(): unknown }[] = [];
  if (scenario.addin !== 'unavailable') opened.push(await outlook.startEvents(`${ADDIN}/launchevent.js`, host));
  if (does(scenario, isCommand)) opened.push(await outlook.openAddin({ url: `${ADDIN}/commands.html`, as: 'commands', host }));
  let parts: GuardParts | null = null;
  if (does(scenario, isInPane)) {
    const pane = await outlook.openAddin({ url: `${PANE}/pane.html`, as: 'pane', host });
    opened.push(pane);
    parts = partsWith(await remoteMailbox(pane.frame), played);
  }
  return {
    host,
    service: played,
    longestCheck: LONGEST_CHECK,
    soon: (promise) => promise,
    pass: (milliseconds) => new Promise((resolve) => { setTimeout(resolve, milliseconds); }),
    settle: quiet,
    pane() {
      if (!parts) throw new Error('No pane was opened for this scenario.');
      return parts;
    },
    close: async () => { for (const each of opened) await each.close(); },
  };
}

/** Strangers in the place of our script are Outlook's business, and were played in the library for the web. */
const OURS = SCENARIOS.filter(({ addin = 'ours', onlySimulated }) => (addin === 'ours' || addin === 'unavailable') && onlySimulated === undefined);

for (const [index, scenario] of OURS.entries()) {
  const modes = scenario.modes ?? MODES;
  const mode = modes[index % modes.length] ?? 'SoftBlock';
  // Without anything on the library, one client does: test/bare-engine has them all.
  const clients = CLIENTS_PLAYED.filter((client) => isIn(client, scenario.clients ?? 'everywhere'));
  for (const client of does(scenario, (act) => isInPane(act) || isCommand(act)) ? clients : clients.slice(-1)) {
    test(`${scenario.says} (${client}, ${mode})`, async () => {
      const stage = await stageInClassic(scenario, client, mode);
      try {
        expect(differencesIn(await play(scenario, client, mode, stage), client)).toEqual([]);
        expect(outlook.strayRequests).toEqual([]);
        expect(outlook.unknownCalls()).toEqual([]);
      } finally {
        await stage.close();
      }
    });
  }
}
