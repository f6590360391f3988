/*
 * The pictures in README.md and docs/clients.md, made from the built playground: npm run screenshots
 * (after npm run build). With words behind it, only the files whose names hold one of them.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type FrameLocator, type Page } from '@playwright/test';
import { startService } from '../browser/fixtures/running-service';
import { SHEETS, takeSheet } from './client-sheets';

const root = join(__dirname, '..', '..');
const folder = join(root, 'docs', 'screenshots');
const clientFolder = join(folder, 'clients');

interface Shot {
  readonly file: string;
  readonly query: string;
  readonly dark?: boolean;
  /** Only the pane, as wide as it is in Outlook. */
  readonly paneOnly?: boolean;
  act(page: Page, pane: FrameLocator): Promise<void>;
}

const dialog = (page: Page) => page.getByRole('dialog');

async function send(page: Page): Promise<void> {
  await page.locator('.send').click();
  await dialog(page).waitFor();
}

/** The pane and the line above the draft say what they found. */
async function noticed(page: Page, pane: FrameLocator): Promise<void> {
  await pane.getByText(/Empfänger sehen einander|Recipients can see each other/).first().waitFor();
  await page.locator('.notification').waitFor();
}

const SHOTS: readonly Shot[] = [
  { file: '1-writing-de', query: '?client=web&lang=de&draft=holidays', act: noticed },
  {
    file: '2-alert-de', query: '?client=web&lang=de&draft=holidays',
    async act(page, pane) {
      await noticed(page, pane);
      await send(page);
    },
  },
  {
    file: '3-moved-de', query: '?client=web&lang=de&draft=holidays',
    async act(page, pane) {
      await send(page);
      // As long as somebody takes to read it: until then the line above the draft counts the mail as on its way.
      await page.waitForTimeout(6000);
      await dialog(page).getByRole('button', { name: 'In Bcc verschieben' }).click();
      await pane.getByRole('button', { name: 'Rückgängig' }).waitFor();
      await page.locator('.notification .link-button').waitFor({ state: 'detached' });
    },
  },
  {
    file: '4-sent-de', query: '?client=web&lang=de&draft=holidays',
    async act(page, pane) {
      await send(page);
      await dialog(page).getByRole('button', { name: 'In Bcc verschieben' }).click();
      await pane.getByRole('button', { name: 'Rückgängig' }).waitFor();
      await page.locator('.send').click();
      await page.getByText('Gesendet').first().waitFor();
      await page.getByText('Gesendet').first().scrollIntoViewIfNeeded();
    },
  },
  {
    file: '5-alert-classic-en-dark', query: '?client=classicWindows_1_14&lang=en&draft=holidays', dark: true,
    async act(page, pane) {
      await noticed(page, pane);
      await send(page);
    },
  },
  {
    file: '6-pane-why-en', query: '?client=mac&lang=en&draft=holidays', paneOnly: true,
    async act(_, pane) {
      await pane.getByText('Why?').first().click();
      await pane.getByRole('link').first().waitFor();
    },
  },
  {
    file: '7-pane-consent-de-dark', query: '?client=newWindows&lang=de&draft=newsletter', dark: true, paneOnly: true,
    async act(_, pane) { await pane.getByRole('button', { name: 'Empfänger entfernen' }).first().waitFor(); },
  },
];

async function take(browser: Browser, address: string, shot: Shot): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1360, height: 860 }, colorScheme: shot.dark ? 'dark' : 'light', deviceScaleFactor: 1 });
  await page.goto(`${address}/playground${shot.query}`);
  const pane = page.frameLocator('.pane-frame');
  await shot.act(page, pane);
  // Transitions of the last step.
  await page.waitForTimeout(600);
  if (shot.paneOnly) {
    // The whole pane, however long: Outlook would let it be scrolled.
    const height = await pane.locator('main').evaluate((main) => main.ownerDocument.documentElement.scrollHeight);
    await page.addStyleTag({ content: `.window { height: auto !important; max-height: none !important } .pane-frame { height: ${height}px !important; flex: none !important }` });
    await page.locator('.pane-frame').screenshot({ path: join(folder, `${shot.file}.png`) });
  } else {
    await page.screenshot({ path: join(folder, `${shot.file}.png`) });
  }
  await page.close();
}

async function main(): Promise<void> {
  mkdirSync(clientFolder, { recursive: true });
  const wanted = process.argv.slice(2);
  const isWanted = (file: string): boolean => wanted.length === 0 || wanted.some((word) => file.includes(word));
  const browser = await chromium.launch(JSON.parse(execFileSync(process.execPath, [join(root, 'src', 'develop', 'browser.mjs')], { encoding: 'utf8' })));
  const service = await startService();
  try {
    for (const shot of SHOTS.filter(({ file }) => isWanted(file))) {
      await take(browser, service.address, shot);
      console.log(`${shot.file}.png`);
    }
    for (const sheet of SHEETS.filter(({ file }) => isWanted(`clients/${file}`))) {
      await takeSheet(browser, service.address, sheet, clientFolder);
      console.log(`clients/${sheet.file}.png`);
    }
  } finally {
    await service.stop();
    await browser.close();
  }
}

void main();
