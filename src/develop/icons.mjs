// Draws the PNG icons from the SVG sources in assets/: `node src/develop/icons.mjs`
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { findBrowser } from './browser.mjs';
import { inRoot } from './project.mjs';

const require = createRequire(import.meta.url);

/** Ribbon sizes, for the add-in itself those of the add-in list, and the two of a unified manifest's package. Pixels. */
const RIBBON = [16, 20, 24, 32, 40, 48, 64, 80];
const ICONS = [
  { name: 'icon', sizes: [...RIBBON, 128], source: (size) => (size <= 24 ? 'icon-small.svg' : 'icon.svg') },
  { name: 'app-color', sizes: [192], source: () => 'app-color.svg' },
  { name: 'app-outline', sizes: [32], source: () => 'app-outline.svg' },
  { name: 'bcc', sizes: RIBBON, source: (size) => (size <= 24 ? 'bcc-small.svg' : 'bcc.svg') },
];

const { chromium } = require('@playwright/test');
const browser = await chromium.launch(await findBrowser());
try {
  const page = await browser.newPage();
  for (const { name, sizes, source } of ICONS) {
    for (const size of sizes) {
      const svg = readFileSync(inRoot('assets', source(size)), 'utf8');
      await page.setViewportSize({ width: size, height: size });
      await page.setContent(`<style>body { margin: 0 } svg { display: block; width: ${size}px; height: ${size}px }</style>${svg}`);
      writeFileSync(inRoot('assets', `${name}-${size}.png`), await page.screenshot({ omitBackground: true }));
    }
    console.log(`assets/${name}-*.png: ${sizes.join(', ')}`);
  }
} finally {
  await browser.close();
}
