import { expect, test } from '@playwright/test';
import { runtimeClock } from '../../src/outlook/clock';
import type { ClientProfile } from '../../src/simulator/clients';
import { createHost, type Host } from '../../src/simulator/host';
import type { EntrySetup, ItemSetup } from '../../src/simulator/item';
import type { SendDialog, SendStep } from '../../src/simulator/send';
import { CONTROLS, EVENTS, SENDER } from '../guard/manifest-names';
import { REAL_OUTLOOKS } from './fixtures/real-outlooks';
import { type RunningService, startService } from './fixtures/running-service';

/*
 * The main job in Microsoft's own office.js, its library for the web and the one for classic Outlook on
 * Windows: the add-in as it was built, the service as it runs, Outlook played by the test. The npm
 * library ends before Mailbox 1.14; the options of `completed` reach the host whatever it knows.
 */
const ADDIN = 'https://umsicht.own.example';

const person = (address: string, name: string): EntrySetup => ({ displayName: name, emailAddress: address, recipientType: 'externalUser' });
const colleague: EntrySetup = { displayName: 'Eva Own', emailAddress: 'eva@own.example', recipientType: 'user' };
const customers = [person('anna@oak.example', 'Anna Eichner'), person('ben@elm.example', 'Ben Ulmer'), person('cem@ash.example', 'Cem Aydın'), person('dora@fir.example', 'Dora Tannert')];
const holidays: ItemSetup = { from: SENDER, to: [colleague, ...customers.slice(0, 3)], cc: customers.slice(3), subject: 'Betriebsferien', body: { text: 'Guten Tag, wir haben vom 23. Dezember an geschlossen.' } };
const newsletter: ItemSetup = { from: SENDER, to: [colleague], bcc: [person('anna@oak.example', 'Anna Eichner'), person('cem@ash.example', 'Cem Aydın')], subject: 'Unser Newsletter im Herbst', body: { text: 'Neuigkeiten aus unserem Haus. Vom Newsletter abmelden: hier.' } };

let service: RunningService;
test.beforeAll(async () => { service = await startService(ADDIN); });
test.afterAll(async () => { await service.stop(); });

function hostWith(client: ClientProfile, item: ItemSetup): Host {
  return createHost({ client, clock: runtimeClock(), language: 'de', owner: SENDER, item, controls: CONTROLS, events: EVENTS });
}

const addresses = (host: Host, field: 'to' | 'cc' | 'bcc') => (host.draft().recipients[field] ?? []).map(({ emailAddress }) => emailAddress);

function alertOf(step: SendStep): SendDialog {
  if (!('press' in step)) throw new Error(`The mail was not stopped: ${JSON.stringify(step)}`);
  return step;
}

for (const { name, client, open } of REAL_OUTLOOKS) {
  test.describe(name, () => {
    test('recipients who would see each other: stopped at Send, moved in the pane, undone, moved again, sent', async ({ page }) => {
      const host = hostWith(client, holidays);
      const outlook = await open(page, host, ADDIN, { [ADDIN]: service.address });
      await outlook.startEvents();

      const stopped = alertOf(await host.pressSend());
      expect(stopped.kind).toBe('alert');
      expect(stopped.text).toContain('4 Personen aus 4 Organisationen');
      expect(addresses(host, 'bcc')).toEqual([]);
      await stopped.press('dontSend');

      const frame = await outlook.openPane();
      await expect(frame.getByText('4 Personen aus 4 Organisationen')).toBeVisible();
      await frame.getByRole('button', { name: 'In Bcc verschieben' }).click();
      await expect(frame.getByText('4 Personen stehen jetzt in Bcc.')).toBeVisible();
      expect(addresses(host, 'to')).toEqual(['eva@own.example']);
      expect(addresses(host, 'cc')).toEqual([]);
      expect(addresses(host, 'bcc').sort()).toEqual(customers.map((each) => (each as { emailAddress: string }).emailAddress));

      await frame.getByRole('button', { name: 'Rückgängig' }).click();
      await expect.poll(() => addresses(host, 'to').length + addresses(host, 'cc').length).toBe(5);
      await expect(frame.getByText('4 Personen aus 4 Organisationen')).toBeVisible();
      await frame.getByRole('button', { name: 'In Bcc verschieben' }).click();
      await expect(frame.getByText('4 Personen stehen jetzt in Bcc.')).toBeVisible();

      expect(await host.pressSend()).toMatchObject({ kind: 'sent', mail: { how: 'checked' } });
      expect(host.problems).toEqual([]);
      expect(outlook.strayRequests).toEqual([]);
    });

    test('the function command moves them without the pane', async ({ page }) => {
      const host = hostWith(client, holidays);
      const outlook = await open(page, host, ADDIN, { [ADDIN]: service.address });
      await outlook.startCommands();

      expect(await host.runCommand('Umsicht.MoveToBcc')).toMatchObject({ kind: 'completed' });
      expect(addresses(host, 'to')).toEqual(['eva@own.example']);
      expect(addresses(host, 'bcc')).toHaveLength(4);
      expect(host.draft().notifications.map(({ message }) => message)).toEqual(['4 Personen stehen jetzt in Bcc. Bitte noch einmal senden.']);
      expect(outlook.strayRequests).toEqual([]);
    });

    test('a newsletter: the running service says who withdrew, and the pane removes them', async ({ page }) => {
      const host = hostWith(client, newsletter);
      const outlook = await open(page, host, ADDIN, { [ADDIN]: service.address });
      await outlook.startEvents();

      const stopped = alertOf(await host.pressSend());
      expect(stopped.text).toContain('Eine Person hat ihre Einwilligung widerrufen.');
      await stopped.press('dontSend');

      const frame = await outlook.openPane();
      await frame.getByRole('button', { name: 'Empfänger entfernen' }).click();
      await expect.poll(() => addresses(host, 'bcc')).toEqual(['anna@oak.example']);
      await expect(frame.getByText('Eine Person wurde entfernt.')).toBeVisible();
      expect(await host.pressSend()).toMatchObject({ kind: 'sent', mail: { how: 'checked' } });
      expect(outlook.strayRequests).toEqual([]);
    });

    test('a reply that is opened is remembered with those it was opened with, and nobody who comes later', async ({ page }) => {
      const host = hostWith(client, { ...holidays, composeType: 'reply' });
      const outlook = await open(page, host, ADDIN, { [ADDIN]: service.address });
      await outlook.startEvents();

      host.open();
      await expect.poll(() => host.draft().sessionData['umsicht.openedWith'] ?? '').toContain('["oak.example","anna\\nAnna Eichner"]');
      host.user.add('to', person('emil@yew.example', 'Emil Eibe'));
      host.open();
      // The recipients event comes last and asks the service; when its answers are kept, everything before is over.
      await expect.poll(() => host.draft().sessionData['umsicht.evidence'] ?? '').toContain('emil@yew.example');
      expect(host.draft().sessionData['umsicht.openedWith']).not.toContain('yew.example');
      expect(host.problems).toEqual([]);
      expect(outlook.strayRequests).toEqual([]);
    });

    test('with the service gone, the newsletter is not sent without a word', async ({ page }) => {
      const host = hostWith(client, newsletter);
      const gone = await startService(ADDIN);
      const outlook = await open(page, host, ADDIN, { [ADDIN]: gone.address });
      await outlook.startEvents();
      await gone.stop();

      const stopped = alertOf(await host.pressSend());
      expect(stopped.text).toContain('nicht geprüft werden');
    });
  });
}
