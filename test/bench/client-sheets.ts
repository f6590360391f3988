/*
 * One picture for each Outlook the playground plays: the line above the draft, the dialog on Send, the
 * pane, and a meeting; on phones what there is of it.
 */
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import type { Language } from '../../src/core/rule';
import { WORDS } from '../../src/playground/words';
import { isPhone, PROFILE_IDS, type ProfileId, PROFILES } from '../../src/simulator/clients';

export interface Sheet {
  readonly file: string;
  readonly client: ProfileId;
  readonly language: Language;
  readonly dark: boolean;
}

export const SHEETS: readonly Sheet[] = [
  ...PROFILE_IDS.map((client): Sheet => ({ file: `${client}-de`, client, language: 'de', dark: false })),
  ...(['web', 'classicWindows_1_16', 'android'] as const).map((client): Sheet => ({ file: `${client}-en-dark`, client, language: 'en', dark: true })),
];

const CAPTIONS: { readonly [L in Language]: { readonly writing: string; readonly sending: string; readonly pane: string; readonly meeting: string; readonly sent: string } } = {
  de: { writing: 'Beim Schreiben', sending: 'Beim Senden', pane: 'Im Umsicht-Bereich', meeting: 'Eine Besprechung, beim Senden', sent: 'Nach dem Senden' },
  en: { writing: 'While writing', sending: 'On Send', pane: 'In the Umsicht pane', meeting: 'A meeting, on Send', sent: 'After Send' },
};

interface Picture {
  readonly caption: string;
  readonly png: Buffer;
  readonly width: number;
}

/** Only what belongs to Outlook, without the page around it. */
const OUTLOOK_ALONE = '.page-header, .settings, .faults, .phone-notes { display: none !important } .playground { padding: 0 !important } .window { box-shadow: none !important } .window[data-phone="false"] { border-radius: 0 !important }';
const WIDTH = 940;
const PANE_WIDTH = 380;

export async function takeSheet(browser: Browser, address: string, { file, client, language, dark }: Sheet, folder: string): Promise<void> {
  const scene = async (query: string, size: { readonly width: number; readonly height: number }, act: (page: Page) => Promise<Buffer>): Promise<Buffer> => {
    const page = await browser.newPage({ viewport: size, colorScheme: dark ? 'dark' : 'light' });
    try {
      await page.goto(`${address}/playground?client=${client}&lang=${language}&${query}`);
      await page.addStyleTag({ content: OUTLOOK_ALONE });
      return await act(page);
    } finally {
      await page.close();
    }
  };
  const captions = CAPTIONS[language];
  const pictures = isPhone(PROFILES[client])
    ? [
        { caption: captions.writing, width: 412, png: await scene('draft=holidays', { width: 412, height: 730 }, writing) },
        { caption: captions.sent, width: 520, png: await scene('draft=holidays', { width: 520, height: 620 }, sent) },
      ]
    : [
        { caption: captions.writing, width: WIDTH, png: await scene('draft=holidays&pane=closed', { width: WIDTH, height: 330 }, writing) },
        { caption: captions.sending, width: WIDTH, png: await scene('draft=holidays&pane=closed', { width: WIDTH, height: 430 }, alerted) },
        { caption: captions.meeting, width: WIDTH, png: await scene('draft=tour&pane=closed', { width: WIDTH, height: 430 }, alerted) },
        { caption: captions.pane, width: PANE_WIDTH, png: await scene('draft=holidays', { width: 1200, height: 1300 }, pane) },
      ];
  await compose(browser, `${WORDS[language].clientNames[client]} – ${WORDS[language].mailboxSet(PROFILES[client].mailboxSet)}`, pictures, dark, join(folder, `${file}.png`));
}

async function settled(page: Page): Promise<Buffer> {
  // Transitions of the last step.
  await page.waitForTimeout(500);
  return page.screenshot();
}

async function writing(page: Page): Promise<Buffer> {
  await page.locator('.notification').waitFor();
  return settled(page);
}

async function alerted(page: Page): Promise<Buffer> {
  await page.locator('.notification').waitFor();
  await page.locator('.send').click();
  await page.locator('dialog[data-kind="alert"]').waitFor();
  return settled(page);
}

async function sent(page: Page): Promise<Buffer> {
  await page.locator('.send').click();
  await page.locator('.log-entry[data-kind="sent"]').waitFor();
  return settled(page);
}

async function pane(page: Page): Promise<Buffer> {
  await page.frameLocator('.pane-frame').locator('main button').first().waitFor();
  await page.addStyleTag({ content: '.window-content, .pane { min-height: 1150px !important }' });
  await page.waitForTimeout(500);
  return page.locator('.pane').screenshot();
}

/** The pictures beside and below each other: the wide ones first, the pane to the right of them. */
async function compose(browser: Browser, title: string, pictures: readonly Picture[], dark: boolean, path: string): Promise<void> {
  const figure = ({ caption, png, width }: Picture) => `<figure><figcaption>${caption}</figcaption><img width="${width}" src="data:image/png;base64,${png.toString('base64')}"></figure>`;
  const columns = [pictures.slice(0, -1), pictures.slice(-1)];
  const page = await browser.newPage({ viewport: { width: 1500, height: 800 }, colorScheme: dark ? 'dark' : 'light' });
  await page.setContent(`<!doctype html><meta charset="utf-8"><style>
    body { margin: 0; padding: 20px 24px 24px; width: max-content; font: 14px/20px 'Segoe UI', 'Helvetica Neue', Arial, sans-serif; background: ${dark ? '#0d0f13' : '#eef1f6'}; color: ${dark ? '#f2f4f7' : '#1f2328'} }
    h1 { margin: 0 0 12px; font-size: 20px; line-height: 28px; font-weight: 600 }
    .columns { display: flex; gap: 24px; align-items: flex-start }
    .column { display: grid; gap: 18px }
    figure { margin: 0 } figcaption { margin-bottom: 6px; font-weight: 600; color: ${dark ? '#b2b9c3' : '#565d67'} }
    img { display: block; border: 1px solid ${dark ? '#3a3f47' : '#d9dde3'}; border-radius: 6px }
  </style><h1>${title}</h1><div class="columns">${columns.map((column) => `<div class="column">${column.map(figure).join('')}</div>`).join('')}</div>`);
  await page.locator('body').screenshot({ path });
  await page.close();
}
