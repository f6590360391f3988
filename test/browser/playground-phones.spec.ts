import { PHONES } from '../../src/simulator/clients';
import { expect, test } from './fixtures/playground-fixture';

/*
 * Outlook on phones has the line above the message, and nothing else of the add-in.
 */

for (const phone of Object.keys(PHONES)) {
  test(`${phone}: the line says what stands out and follows the recipients; Send asks nobody`, async ({ playground, page }) => {
    await playground.open(`?client=${phone}&lang=de&draft=holidays`);
    await expect(page.locator('.notification')).toContainText('6 Personen aus 6 Organisationen');
    await expect(page.locator('.notification .link-button')).toHaveCount(0);
    await expect(page.locator('[data-control]')).toHaveCount(0);
    await expect(page.locator('.pane-frame')).toHaveCount(0);

    await playground.field('to').getByRole('button', { name: 'Gustav Ahorn entfernen' }).click();
    await expect(page.locator('.notification')).toContainText('5 Personen aus 5 Organisationen');

    await expect(playground.log('call')).toHaveCount(0);
    await playground.send.click();
    await expect(playground.log('sent')).toContainText('ohne Prüfung');
    await expect(playground.log('stopped')).toHaveCount(0);
    await expect(playground.log('problem')).toHaveCount(0);
    await expect(playground.failedCallsButOvertaken).toHaveCount(0);
    expect(playground.errors).toEqual([]);
  });
}

test('on a phone the page says what is not there, and the pane is back on the next Outlook', async ({ playground, page }) => {
  await playground.open('?client=web&lang=en&draft=holidays');
  await expect(playground.pane.getByText('6 people from 6 organisations')).toBeVisible();
  await page.getByRole('combobox', { name: 'Outlook' }).click();
  await page.getByRole('option', { name: /Outlook on Android/ }).click();
  await expect(page.getByRole('complementary', { name: 'What there is on phones' })).toContainText('Nothing is checked on Send');
  await expect(page.locator('.pane-frame')).toHaveCount(0);
  await page.getByRole('combobox', { name: 'Outlook' }).click();
  await page.getByRole('option', { name: /Outlook on the web/ }).click();
  await expect(playground.pane.getByText('6 people from 6 organisations')).toBeVisible();
});
