import { type BrowserContext, expect, test } from '@playwright/test';
import { runtimeClock } from '../../src/outlook/clock';
import { type ClientId, CLIENTS } from '../../src/simulator/clients';
import { createHost, type Host } from '../../src/simulator/host';
import type { EntrySetup, ItemSetup } from '../../src/simulator/item';
import type { SendDialog, SendStep } from '../../src/simulator/send';
import { version } from '../../package.json';
import { CONTROLS, EVENTS, SENDER } from '../guard/manifest-names';
import { type PlayedClassicOutlook, playClassicOutlook } from '../office-host/played-classic';
import { type RunningService, startService } from './fixtures/running-service';

/*
 * In classic Outlook on Windows launch events run in a bare engine, and the pane in a web view with
 * Microsoft's library: two worlds that have the draft in common, and nothing else. So what the one
 * leaves with the draft has to be found by the other.
 */
const ADDIN = 'https://umsicht.own.example';

const person = (address: string, displayName: string): EntrySetup => ({ displayName, emailAddress: address, recipientType: 'externalUser' });
const CUSTOMERS = [person('anna@oak.example', 'Anna Eichner'), person('ben@elm.example', 'Ben Ulmer'), person('cem@ash.example', 'Cem Aydın'), person('dora@fir.example', 'Dora Tannert')];
const HOLIDAYS: ItemSetup = { from: SENDER, to: CUSTOMERS, subject: 'Betriebsferien', body: { text: 'Guten Tag, wir haben vom 23. Dezember an geschlossen.' } };
/** Cem withdrew his consent, as the demo contacts have it. */
const NEWSLETTER: ItemSetup = { from: SENDER, to: [SENDER], bcc: [person('anna@oak.example', 'Anna Eichner')], subject: 'Unser Newsletter im Herbst', body: { text: 'Neuigkeiten aus unserem Haus. Vom Newsletter abmelden: hier.' } };

let service: RunningService;
test.beforeAll(async () => { service = await startService(ADDIN); });
test.afterAll(async () => { await service.stop(); });

interface Classic {
  readonly host: Host;
  readonly outlook: PlayedClassicOutlook;
  openPane(): ReturnType<PlayedClassicOutlook['openAddin']>;
}

async function classic(context: BrowserContext, client: ClientId, item: ItemSetup): Promise<Classic> {
  const host = createHost({ client: CLIENTS[client], clock: runtimeClock(), language: 'de', owner: SENDER, item, controls: CONTROLS, events: EVENTS });
  const outlook = await playClassicOutlook(context, { host, origins: { [ADDIN]: service.address } });
  await outlook.startEvents(`${ADDIN}/launchevent.js`);
  return { host, outlook, openPane: () => outlook.openAddin({ url: `${ADDIN}/taskpane.html`, as: 'pane' }) };
}

function alertOf(step: SendStep): SendDialog {
  if (!('press' in step)) throw new Error(`The mail was not stopped: ${JSON.stringify(step)}`);
  return step;
}

test('what was asked about a recipient while writing is known to a pane that cannot reach the service', async ({ context }) => {
  const { host, outlook, openPane } = await classic(context, 'classicWindows_1_16', NEWSLETTER);
  host.user.add('bcc', person('cem@ash.example', 'Cem Aydın'));
  await expect.poll(() => host.draft().sessionData['umsicht.evidence'] ?? '').toContain('cem@ash.example');

  await context.route(/\/api\//, (route) => route.abort());
  const { frame } = await openPane();

  await expect(frame.getByText('Eine Person hat ihre Einwilligung widerrufen.')).toBeVisible();
  expect(host.problems).toEqual([]);
  expect(outlook.unknownCalls()).toEqual([]);
});

test('a purpose declared in the pane is what Send decides by', async ({ context }) => {
  const { host, openPane } = await classic(context, 'classicWindows_1_16', { ...NEWSLETTER, bcc: [person('cem@ash.example', 'Cem Aydın')], subject: 'Grüße', body: { text: 'Guten Tag' } });
  const { frame } = await openPane();
  await frame.getByRole('combobox', { name: 'Zweck' }).click();
  await frame.getByRole('option', { name: 'Newsletter' }).click();
  await expect(frame.getByText('Eine Person hat ihre Einwilligung widerrufen.')).toBeVisible();

  expect(alertOf(await host.pressSend()).text).toContain('Eine Person hat ihre Einwilligung widerrufen.');
});

test('an acknowledgement in the pane lets the next Send pass where the dialog has no button, and one more recipient voids it', async ({ context }) => {
  const { host, openPane } = await classic(context, 'classicWindows_1_13', HOLIDAYS);
  const stopped = alertOf(await host.pressSend());
  expect(stopped.buttons.map(({ id }) => id)).toEqual(['dontSend']);
  expect(stopped.text).toContain('„Empfänger prüfen“');
  await stopped.press('dontSend');

  const { frame } = await openPane();
  await frame.getByRole('button', { name: 'Gelesen, so senden' }).click();
  await expect(frame.getByRole('heading', { name: 'Von Ihnen bestätigt' })).toBeVisible();

  host.user.add('cc', person('emil@yew.example', 'Emil Eibe'));
  await alertOf(await host.pressSend()).press('dontSend');
  host.user.remove('cc', 'emil@yew.example');
  expect(await host.pressSend()).toMatchObject({ kind: 'sent', mail: { how: 'checked' } });
  expect(host.problems).toEqual([]);
});

test('the dialog’s button hands over which findings it was about, and the pane offers to acknowledge exactly those', async ({ context }) => {
  const { host, openPane } = await classic(context, 'classicWindows_1_14', HOLIDAYS);
  const byHand = await openPane();
  await expect(byHand.frame.getByText('4 Personen aus 4 Organisationen')).toBeVisible();
  await expect(byHand.frame.getByRole('button', { name: 'Gelesen, so senden' })).toBeHidden();
  await byHand.close();

  await alertOf(await host.pressSend()).press('dontSend');
  expect(host.pane()).toBe('Umsicht.OpenPane');
  const { frame } = await openPane();
  await expect(frame.getByRole('button', { name: 'Gelesen, so senden' })).toBeVisible();
});

test('the copy that checks on Send says its version with the draft, and the pane names it beside its own', async ({ context }) => {
  const { host, openPane } = await classic(context, 'classicWindows_1_16', HOLIDAYS);
  host.open();
  await expect.poll(() => host.draft().sessionData['umsicht.sendVersion']).toBe(version);

  const { frame } = await openPane();
  await expect(frame.getByRole('contentinfo')).toContainText(`Umsicht ${version} · Prüfung beim Senden ${version}`);
  await expect(frame.getByRole('contentinfo')).not.toContainText('Starten Sie Outlook neu');
});

test('the script asks the service at its whole address, the way Outlook writes its origin', async ({ context }) => {
  const host = createHost({ client: CLIENTS.classicWindows_1_12, clock: runtimeClock(), language: 'de', owner: SENDER, item: NEWSLETTER, controls: CONTROLS, events: EVENTS });
  const outlook = await playClassicOutlook(context, { host, origins: { [ADDIN]: service.address } });
  const events = await outlook.startEvents(`${ADDIN}/launchevent.js`);

  host.user.add('bcc', person('cem@ash.example', 'Cem Aydın'));
  await expect.poll(() => host.draft().sessionData['umsicht.evidence'] ?? '').toContain('cem@ash.example');
  expect(events.asked.length).toBeGreaterThan(0);
  expect(events.asked.filter((address) => !address.startsWith(`${ADDIN}/`))).toEqual([]);
});
