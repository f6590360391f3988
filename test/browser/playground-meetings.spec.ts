import { CLIENT_IDS, CLIENTS } from '../../src/simulator/clients';
import { expect, test } from './fixtures/playground-fixture';

/*
 * Invitations in each Outlook. They have no Bcc, so nothing moves anybody: whoever writes one is told
 * who would see whom, and decides.
 */

const CUSTOMERS = ['Anna Eichner', 'Ben Ulmer', 'Cem Aydın', 'Dora Tannert', 'Emil Eibl', 'Gustav Ahorn'];

for (const client of CLIENT_IDS) {
  const { smartAlerts: { commandPane, commandFunction }, sessionDataLateMs } = CLIENTS[client];

  test(`${client}: an invitation to customers of six firms is stopped, looked at in the pane and sent as it is`, async ({ playground }) => {
    await playground.open(`?client=${client}&lang=de&draft=tour&pane=closed`);
    expect(await playground.people('requiredAttendees')).toEqual(CUSTOMERS);
    expect(await playground.people('optionalAttendees')).toEqual(['Finn Own']);
    for (const field of ['to', 'cc', 'bcc'] as const) await expect(playground.field(field)).toHaveCount(0);
    // The manifest has one button for meetings, and it is not the one of messages.
    await expect(playground.page.locator('[data-control]')).toHaveCount(1);

    await playground.send.click();
    await expect(playground.dialog).toContainText('6 Personen aus 6 Organisationen');
    expect(await playground.dialogButtons()).toEqual(
      commandFunction ? ['In Umsicht prüfen', 'Trotzdem senden', 'Nicht senden'] : commandPane ? ['Trotzdem senden', 'In Umsicht prüfen'] : ['Nicht senden'],
    );
    if (commandPane) await playground.dialog.getByRole('button', { name: 'In Umsicht prüfen' }).click();
    else {
      await playground.dialog.getByRole('button', { name: 'Nicht senden' }).click();
      await playground.ribbonButton('Umsicht.Meeting.OpenPane').click();
    }
    await expect(playground.pane.getByText('6 Personen aus 6 Organisationen')).toBeVisible();
    await expect(playground.pane.getByRole('button', { name: /Bcc/ })).toHaveCount(0);
    await playground.pane.getByRole('button', { name: 'Gelesen, so senden' }).click();

    // So long after the draft was opened this Outlook tells its event handlers nothing of what is kept with it.
    await playground.page.waitForFunction((late) => performance.now() > late, 4 * sessionDataLateMs);
    await expect(playground.log('call')).toHaveCount(0);
    await playground.send.click();
    await expect(playground.log('sent')).toContainText('von Umsicht geprüft');
    await expect(playground.dialog).toHaveCount(0);
    await expect(playground.sentTo('optionalAttendees')).toHaveText('finn@own.example');
    await expect(playground.log('problem')).toHaveCount(0);
    await expect(playground.failedCallsButOvertaken).toHaveCount(0);
    expect(playground.errors).toEqual([]);
    expect(playground.strangers).toEqual([]);
  });
}

test('an empty meeting is chosen from the list, written, and heard of by the pane; another Outlook keeps it', async ({ playground, page }) => {
  await playground.open('?client=web&lang=en');
  await page.getByRole('combobox', { name: 'Open a draft' }).click();
  await page.getByRole('option', { name: 'Empty meeting' }).click();
  await playground.input('requiredAttendees').pressSequentially('anna@oak.example;ben@elm.example;');
  await playground.input('optionalAttendees').pressSequentially('cem@ash.example;dora@fir.example;');
  await expect(playground.pane.getByText('4 people from 4 organisations')).toBeVisible();

  await playground.field('requiredAttendees').getByRole('button', { name: /^Ben Ulmer/ }).click();
  await page.getByRole('menuitem', { name: 'Make attendance optional' }).click();
  await page.getByRole('combobox', { name: 'Outlook' }).click();
  await page.getByRole('option', { name: /2404 to 2411/ }).click();
  expect(await playground.people('requiredAttendees')).toEqual(['Anna Eichner']);
  expect(await playground.people('optionalAttendees')).toEqual(['Cem Aydın', 'Dora Tannert', 'Ben Ulmer']);
  await expect(page).toHaveURL(/draft=meeting/);
});

test('the log shows who reads whose address in an invitation', async ({ playground }) => {
  await playground.open('?client=web&lang=en&draft=tour&pane=closed');
  await playground.send.click();
  await playground.dialog.getByRole('button', { name: 'Send Anyway' }).click();
  const sent = playground.log('sent');
  await sent.getByText('What each person sees').click();
  await expect(sent.getByRole('row', { name: /^anna@oak\.example/ })).toContainText('required');
  await expect(sent.getByRole('row', { name: /^anna@oak\.example/ })).toContainText('5 of them strangers');
});
