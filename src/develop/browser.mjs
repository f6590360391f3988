// Finds a browser for the tests and the icons: `node src/develop/browser.mjs` prints how to launch it, as JSON.
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { isProgram, run, runCommand } from './project.mjs';

const require = createRequire(import.meta.url);
const LAUNCH_TIMEOUT = 60_000;

export const isRoot = () => typeof process.getuid === 'function' && process.getuid() === 0;

/** Flags every launch needs. Chromium refuses its sandbox to root; nothing may call home during a test. */
function launchArguments() {
  const quiet = ['--disable-quic', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
  return isRoot() ? ['--no-sandbox', ...quiet] : quiet;
}

/**
 * The first browser that really starts: UMSICHT_BROWSER, an installed headless Chromium, Chrome, Edge
 * or Chromium, Playwright's own download, Debian's package. Progress goes to stderr. Throws with what to
 * install where none starts, and where UMSICHT_BROWSER names one that does not.
 */
export async function findBrowser() {
  const named = process.env.UMSICHT_BROWSER;
  if (named) {
    const problem = await launchProblem(named);
    if (problem === null) return launchOptions(named);
    throw new Error(`UMSICHT_BROWSER is ${named}, which does not start: ${problem}`);
  }

  const problems = [];
  for (const find of [installedBrowsers, downloadedByPlaywright, debianPackage]) {
    for (const path of await find()) {
      const problem = await launchProblem(path);
      if (problem === null) return launchOptions(path);
      problems.push(`  ${path}: ${problem}`);
    }
  }
  throw new Error([
    'The browser tests need Chrome, Edge or Chromium, and none was found that starts.',
    ...problems,
    'Install one of them (Debian: apt-get install chromium-headless-shell; Ubuntu, Windows, macOS: any Chrome, Edge or Chromium;',
    'anywhere: npx playwright install --with-deps chromium), or set UMSICHT_BROWSER to the path of its program.',
  ].join('\n'));
}

const launchOptions = (executablePath) => ({ executablePath, args: launchArguments() });

/** Why a program is no browser we can use; null if it is one. */
async function launchProblem(executablePath) {
  if (!existsSync(executablePath)) return 'there is no such file';
  const { chromium } = require('@playwright/test');
  try {
    const browser = await chromium.launch({ ...launchOptions(executablePath), timeout: LAUNCH_TIMEOUT });
    try {
      const page = await browser.newPage();
      const answer = await page.evaluate('6 * 7');
      return answer === 42 ? null : 'it runs no script';
    } finally {
      await browser.close();
    }
  } catch (error) {
    return firstLines(error.message);
  }
}

const firstLines = (text) => text.split('\n').map((line) => line.trim()).filter((line) => line !== '').slice(0, 6).join(' | ');

function installedBrowsers() {
  if (process.platform === 'win32') return windowsBrowsers().filter(isProgramFile);
  if (process.platform === 'darwin') return macBrowsers().filter(isProgramFile);
  return linuxBrowsers().filter(isProgramFile);
}

function windowsBrowsers() {
  const bases = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA].filter(Boolean);
  const programs = [['Google', 'Chrome', 'Application', 'chrome.exe'], ['Microsoft', 'Edge', 'Application', 'msedge.exe'], ['Chromium', 'Application', 'chrome.exe']];
  return programs.flatMap((program) => bases.map((base) => join(base, ...program)));
}

function macBrowsers() {
  return ['Google Chrome', 'Microsoft Edge', 'Chromium'].flatMap((name) =>
    ['/Applications', join(homedir(), 'Applications')].map((folder) => join(folder, `${name}.app`, 'Contents', 'MacOS', name)));
}

function linuxBrowsers() {
  // Without the windows, tabs and menus of a whole browser, which nobody sees here, the tests take three quarters of the time.
  const names = ['chromium-headless-shell', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'microsoft-edge-stable', 'chromium', 'chromium-browser'];
  const folders = new Set([...(process.env.PATH || '').split(delimiter), '/usr/bin', '/usr/local/bin', '/snap/bin'].filter(Boolean));
  return names.flatMap((name) => [...folders].map((folder) => join(folder, name)));
}

function isProgramFile(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

async function downloadedByPlaywright() {
  const path = require('@playwright/test').chromium.executablePath();
  if (!existsSync(path)) {
    console.error('No Chrome, Edge or Chromium is installed. Downloading the one Playwright offers …');
    // stdout is kept for the result.
    const status = await runCommand('@playwright/test', 'playwright', ['install', 'chromium'], { output: 2, env: { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '15000' } });
    if (status !== 0) console.error('That download is not possible here.');
  }
  return existsSync(path) ? [path] : [];
}

const DEBIAN_PACKAGES = ['chromium-headless-shell', 'chromium'];

/** Ubuntu's packages of these names are snaps, which start in no container, so only Debian's count. */
async function debianPackage() {
  if (!isRoot() || !isDebian()) return [];
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const updated = await run('apt-get', ['update'], { env, output: 2 });
  if (updated !== 0) console.error('apt-get update failed; trying with the lists that are there.');
  for (const name of DEBIAN_PACKAGES) {
    console.error(`Installing Debian's package ${name} …`);
    const installed = await run('apt-get', ['install', '--yes', '--no-install-recommends', name, 'fonts-liberation'], { env, output: 2 });
    if (installed === 0) return [`/usr/bin/${name}`].filter(isProgramFile);
    console.error(`apt-get install ${name} ended with status ${installed}.`);
  }
  return [];
}

export function isDebian() {
  return existsSync('/etc/os-release') && /^ID="?debian"?$/m.test(readFileSync('/etc/os-release', 'utf8'));
}

if (isProgram(import.meta.url)) {
  await findBrowser().then(
    (options) => console.log(JSON.stringify(options)),
    (error) => {
      console.error(error.message);
      process.exitCode = 1;
    },
  );
}
