import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';

interface Launch {
  readonly executablePath: string;
  readonly args: readonly string[];
}

const root = join(__dirname, '..', '..');

/** Worker processes load this file again; they take over what the first one found. */
const KEPT = 'UMSICHT_BROWSER_LAUNCH';

function findBrowser(): Launch {
  const found = process.env[KEPT] ?? execFileSync(process.execPath, [join(root, 'src', 'develop', 'browser.mjs')], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  process.env[KEPT] = found;
  return JSON.parse(found);
}

const { executablePath, args } = findBrowser();

export default defineConfig({
  testDir: __dirname,
  globalSetup: join(__dirname, '..', 'told', 'before-browser.ts'),
  globalTeardown: join(__dirname, '..', 'told', 'after-browser.ts'),
  outputDir: join(root, 'test-results'),
  projects: [{ name: 'chromium', use: { browserName: 'chromium' } }],
  use: {
    launchOptions: { executablePath, args: [...args] },
    // A record of every step costs a quarter of all the time: whoever looks into a failure adds `--trace on`.
    trace: 'off',
    screenshot: 'only-on-failure',
    actionTimeout: 20_000,
    navigationTimeout: 40_000,
  },
  forbidOnly: true,
  retries: 0,
  // Much of what is played waits, for Outlook's patience or for a page to come to rest, so two at a time fill two cores.
  workers: 2,
  fullyParallel: true,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [['list'], ['json', { outputFile: join(root, '.cache', 'playwright.json') }]],
});
