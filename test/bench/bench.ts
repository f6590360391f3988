/*
 * Sizes and times for the README: npm run bench (after npm run build). Times are wall times on
 * whatever machine this runs on; each is told with its median and its 99th percentile. With --store: the database (store.ts).
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { createContext, runInContext } from 'node:vm';
import { gzipSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import { decide } from '../../src/core/decide';
import { type Draft, EMPTY_DRAFT } from '../../src/core/draft';
import { evaluate } from '../../src/core/evaluate';
import { type Contact, type Evidence, NO_EVIDENCE } from '../../src/core/evidence';
import { defaultPolicy } from '../../src/core/policy';
import { runtimeClock } from '../../src/outlook/clock';
import { compactWorld } from '../../src/reference/world-compact';
import { rules } from '../../src/rules';
import { CLIENTS } from '../../src/simulator/clients';
import { createHost } from '../../src/simulator/host';
import { manyDomains } from '../core/many-domains';
import { startService } from '../browser/fixtures/running-service';
import { CONTROLS, EVENTS, SENDER } from '../guard/manifest-names';
import { benchStore } from './store';
import { playOutlook } from '../office-host/played-outlook';
import { lookalikes } from './lookalikes';

const root = join(__dirname, '..', '..');
const ORIGIN = 'https://umsicht.own.example';

function summary(milliseconds: readonly number[]): string {
  const sorted = [...milliseconds].sort((a, b) => a - b);
  const at = (share: number) => (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] as number).toFixed(2);
  return `median ${at(0.5)} ms, 99 % within ${at(0.99)} ms (${sorted.length} runs)`;
}

function sizes(): void {
  for (const file of ['launchevent.js', 'commands.js', 'taskpane.js']) {
    const bytes = readFileSync(join(root, 'dist', file));
    console.log(`${file}: ${bytes.length} bytes minified, ${gzipSync(bytes, { level: 9 }).length} gzipped`);
  }
}

/** The whole send bundle read, compiled and run in a new context, as a client does that starts a new engine for each Send. */
function loading(): void {
  const script = readFileSync(join(root, 'dist', 'launchevent.js'), 'utf8');
  const times: number[] = [];
  for (let run = 0; run < 60; run += 1) {
    const context = createContext({ Office: { actions: { associate: () => undefined }, onReady: () => Promise.resolve() } });
    // V8 remembers what it has compiled by its text.
    const anew = `${script}\n//${run}`;
    const start = performance.now();
    runInContext(anew, context);
    times.push(performance.now() - start);
  }
  console.log(`send bundle compiled and run in a new context: ${summary(times)}`);
}

function decisions(): void {
  const policy = defaultPolicy(rules);
  const contact: Evidence<Contact> = { known: true, value: { record: 'known', country: 'DE', tags: [{ purpose: 'newsletter', status: 'granted', basis: 'consent' }] } };
  for (const people of [10, 100, 500]) {
    const addresses = manyDomains(people).map((domain, index) => `person${index}@${domain}`);
    const draft: Draft = {
      ...EMPTY_DRAFT,
      from: { address: 'mara@own.example', name: 'Mara' },
      recipients: addresses.map((address) => ({ address, name: address, field: 'to' })),
      subject: 'Unser Newsletter im Herbst',
      body: 'Guten Tag, hier sind unsere Neuigkeiten. '.repeat(100),
    };
    const contacts = new Map(addresses.map((address) => [address, contact]));
    const times: number[] = [];
    for (let run = 0; run < 300; run += 1) {
      const start = performance.now();
      decide(draft, evaluate({ draft, policy, evidence: { ...NO_EVIDENCE, contacts }, now: 0, world: compactWorld }, rules), policy, null);
      times.push(performance.now() - start);
    }
    console.log(`decision on ${people} recipients: ${summary(times.slice(20))}`);
  }
}

async function sends(): Promise<void> {
  const browser = await chromium.launch(JSON.parse(execFileSync(process.execPath, [join(root, 'src', 'develop', 'browser.mjs')], { encoding: 'utf8' })));
  const service = await startService(ORIGIN);
  try {
    const host = createHost({
      client: CLIENTS.web, clock: runtimeClock(), owner: SENDER, controls: CONTROLS, events: EVENTS,
      item: { from: SENDER, to: ['anna@oak.example', 'ben@elm.example', 'cem@ash.example', 'dora@fir.example'].map((address) => ({ displayName: address, emailAddress: address })), subject: 'Betriebsferien', body: { text: 'Guten Tag' } },
    });
    const outlook = await playOutlook(await browser.newPage(), { host, origins: { [ORIGIN]: service.address } });
    await outlook.openAddin({ url: `${ORIGIN}/launchevent.html`, as: 'events' });
    const times: number[] = [];
    for (let run = 0; run < 60; run += 1) {
      const start = performance.now();
      const step = await host.pressSend();
      times.push(performance.now() - start);
      if (!('press' in step)) throw new Error('The mail was not stopped.');
      await step.press('dontSend');
    }
    console.log(`first Send to dialog in Microsoft's office.js, Chromium: ${(times[0] as number).toFixed(0)} ms`);
    console.log(`further Sends to dialog, policy and evidence asked of the service each time: ${summary(times.slice(1))}`);
  } finally {
    await service.stop();
    await browser.close();
  }
}

if (process.argv.includes('--store')) void benchStore(process.argv.slice(2));
else {
  sizes();
  loading();
  decisions();
  lookalikes();
  void sends();
}
