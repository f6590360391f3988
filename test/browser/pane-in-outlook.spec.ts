import { expect, type Page, test } from '@playwright/test';
import { type PaneServer, servePane } from './fixtures/pane-server';

/*
 * The task pane's own entry in a simulated Outlook: how it starts, keeps up with the draft, and
 * what it says where there is no Outlook. The service is not there, so evidence stays unknown.
 */

let server: PaneServer;

test.beforeAll(async () => {
  server = await servePane();
});

test.afterAll(() => server.close());

test.use({ viewport: { width: 320, height: 640 } });

async function open(page: Page, query = ''): Promise<void> {
  await page.goto(`${server.address}/taskpane.html?${query}`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}

function fields(page: Page): Promise<unknown> {
  return page.evaluate(() => {
    const { recipients } = window.outlook.draft();
    return [recipients.to, recipients.cc, recipients.bcc].map((field) => (field || []).map(({ emailAddress }) => emailAddress));
  });
}

const headline = (page: Page) => page.getByRole('heading', { level: 1 });
const visibleRecipients = (page: Page) => page.getByRole('article', { name: 'Recipients can see each other' });

test('the pane checks the open draft, in Outlook’s language, and names its version', async ({ page }) => {
  await open(page, 'language=de');
  await expect(page.getByRole('article', { name: 'Empfänger sehen einander' })).toContainText('5 Personen aus 5 Organisationen');
  await expect(page.getByRole('contentinfo')).toContainText('Umsicht 1.2.3');
  await expect(page.getByRole('contentinfo')).toContainText('eingebauten Vorgaben');
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('de');
});

test('Move to Bcc changes Outlook’s draft and can be taken back', async ({ page }) => {
  await open(page, 'client=newWindows');
  await page.getByRole('button', { name: /^Move to Bcc/ }).click();
  await expect(page.getByRole('region', { name: 'Result of the change' })).toContainText('5 people are in Bcc now.');
  expect(await fields(page)).toEqual([['finn@own.example'], [], ['anna@oak.example', 'ben@elm.example', 'cem@ash.example', 'dora@fir.example', 'emil@yew.example']]);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(visibleRecipients(page)).toBeVisible();
  expect((await fields(page) as string[][])[1]).toEqual(['cem@ash.example', 'dora@fir.example', 'emil@yew.example']);
});

test('Outlook tells the pane of a recipient who leaves', async ({ page }) => {
  // Without looking every two seconds, so that only the event is left.
  await page.addInitScript(() => Object.assign(window, { setInterval: () => 0 }));
  await open(page);
  await expect(visibleRecipients(page)).toContainText('5 people');
  await page.evaluate(() => window.outlook.user.remove('cc', 'emil@yew.example'));
  await expect(visibleRecipients(page)).toContainText('4 people');
});

test('words that are typed show without a click', async ({ page }) => {
  await open(page);
  await expect(visibleRecipients(page)).toContainText('5 people');
  await page.evaluate(() => window.outlook.user.setSubject('Our newsletter'));
  await expect(page.getByText('Looks like a newsletter.').first()).toBeVisible();
});

test('on an old client the pane keeps up as well, and offers the acknowledgement its dialog lacks', async ({ page }) => {
  await open(page, 'client=classicWindows_1_12');
  await expect(visibleRecipients(page)).toContainText('5 people');
  await page.evaluate(() => window.outlook.user.remove('cc', 'emil@yew.example'));
  await expect(visibleRecipients(page)).toContainText('4 people');
  await expect(page.getByRole('button', { name: /I have read this/ })).toBeVisible();
});

test('Outlook’s colours are taken over, and followed when they change', async ({ page }) => {
  await open(page, 'theme=dark');
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  expect(await background()).toBe('rgb(20, 20, 20)');
  await page.evaluate(() => window.outlook.setTheme({ bodyBackgroundColor: '#000000', bodyForegroundColor: '#ffffff', controlBackgroundColor: '#000000', controlForegroundColor: '#ffff00' }));
  await expect.poll(background).toBe('rgb(0, 0, 0)');
});

test('a declared purpose is checked at once and kept with the draft', async ({ page }) => {
  await open(page);
  await page.getByRole('combobox', { name: 'Purpose of this message' }).click();
  await page.getByRole('option', { name: 'Newsletter' }).click();
  await expect(page.getByRole('article', { name: 'Consent is missing?' })).toContainText('could not be checked');
  expect(await page.evaluate(() => Object.values(window.outlook.draft().sessionData))).toContain('newsletter');
});

test('where office.js is blocked the pane says so', async ({ page }) => {
  await page.goto(`${server.address}/blocked/taskpane.html`);
  await expect(headline(page)).toHaveText('Outlook is out of reach');
  await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible();
});

test('where office.js never gets ready the pane says so after a while', async ({ page }) => {
  await page.clock.install();
  await page.goto(`${server.address}/taskpane.html?hang`);
  await page.clock.runFor(9000);
  await expect(headline(page)).not.toHaveText('Outlook is out of reach');
  await page.clock.runFor(2000);
  await expect(headline(page)).toHaveText('Outlook is out of reach');
});

test('in an ordinary browser the pane leads to the playground, if there is one', async ({ page }) => {
  await page.goto(`${server.address}/browser/taskpane.html`);
  await expect(headline(page)).toHaveText('This page belongs in Outlook');
  await expect(page.getByRole('link', { name: 'Try Umsicht without Outlook' })).toHaveAttribute('href', 'playground.html');
});
