import AxeBuilder from '@axe-core/playwright';
import { type Browser, type BrowserContextOptions, expect, type Page, test } from '@playwright/test';
import { type PaneServer, servePane } from './fixtures/pane-server';

/*
 * The pane as people meet it: in a narrow frame, in their language and colours, with a keyboard,
 * with a screen reader. What is found comes from the real rules.
 */

let server: PaneServer;

test.beforeAll(async () => {
  server = await servePane();
});

test.afterAll(() => server.close());

interface Opened {
  readonly page: Page;
  /** Addresses outside the pane's own origin that the page asked for. */
  readonly outside: readonly string[];
  /** What the page complained about. */
  readonly complaints: readonly string[];
}

const CONTEXTS: Page[] = [];

async function open(browser: Browser, query: string, options: BrowserContextOptions = {}): Promise<Opened> {
  const context = await browser.newContext({ viewport: { width: 320, height: 640 }, ...options });
  const page = await context.newPage();
  CONTEXTS.push(page);
  const outside: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(server.address) && !request.url().startsWith('data:')) outside.push(request.url());
  });
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(`${server.address}/?${query}`);
  await expect(page.getByRole('main')).toBeVisible();
  return { page, outside, complaints };
}

test.afterEach(async () => {
  await Promise.all(CONTEXTS.splice(0).map((page) => page.context().close()));
});

/** Anything that is wider than the pane, or that its own box cuts off sideways. */
function tooWide(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const wide = Array.from(document.querySelectorAll('body *')).filter((element) => {
      const style = getComputedStyle(element);
      // What only screen readers get is one pixel wide by intention, and drawings are no text.
      if (style.clipPath !== 'none' || element instanceof SVGElement) return false;
      const box = element.getBoundingClientRect();
      return box.right > window.innerWidth + 0.5 || box.left < -0.5 || (element.scrollWidth > element.clientWidth + 1 && style.display !== 'inline' && style.overflowX !== 'visible');
    });
    const page = document.documentElement.scrollWidth > window.innerWidth ? ['the page itself'] : [];
    return [...page, ...wide.map((element) => `${element.tagName} ${(element.textContent || '').slice(0, 60)}`)];
  });
}

async function openEverything(page: Page): Promise<void> {
  await page.evaluate(() => document.querySelectorAll('details').forEach((details) => { details.open = true; }));
}

async function violations(page: Page): Promise<readonly string[]> {
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary || ''}`));
}

const ALL_CASES = ['empty', 'clean', 'newsletter', 'unanswered', 'abroad', 'meeting', 'hostile'];
/** Between them they show every tone. */
const ALL_TONES = ['clean', 'newsletter', 'unanswered'];

const LOOKS: readonly (readonly [string, string, readonly string[], string, BrowserContextOptions])[] = [
  ['light, German', 'de', ALL_CASES, '', { colorScheme: 'light' }],
  ['light, English', 'en', ALL_CASES, '', { colorScheme: 'light' }],
  ['dark', 'de', ALL_TONES, '', { colorScheme: 'dark' }],
  ['forced colours', 'de', ALL_TONES, '', { forcedColors: 'active' }],
  ['Outlook’s dark grey', 'de', ALL_TONES, '&background=%23666666&foreground=%23ffffff', {}],
  ['Outlook’s black', 'en', ALL_TONES, '&background=%23141414&foreground=%23ffffff', {}],
];

for (const [look, language, cases, colours, options] of LOOKS) {
  test(`${look}: the pane fits into 320 px, is accessible, and fetches nothing from outside`, async ({ browser }) => {
    const { page, outside, complaints } = await open(browser, 'case=empty', options);
    for (const name of cases) {
      await page.goto(`${server.address}/?case=${name}&language=${language}&mayAcknowledge${colours}`);
      await expect(page.getByRole('main')).toBeVisible();
      await openEverything(page);
      expect(await tooWide(page), `${name} is too wide`).toEqual([]);
      expect(await violations(page), `${name} in axe`).toEqual([]);
    }
    expect(outside).toEqual([]);
    expect(complaints).toEqual([]);
  });
}

test('what this Outlook can is there for whoever asks, and says what is not guarded', async ({ browser }) => {
  const { page } = await open(browser, 'case=clean&language=de&client=classicWindows_1_12&sendVersion=0.1.0');
  const section = page.locator('details', { hasText: 'Das kann dieses Outlook' });
  await expect(section.getByText('wird beim Senden geprüft')).toBeHidden();
  await section.getByText('Das kann dieses Outlook').click();
  await expect(section.getByRole('listitem').filter({ hasText: 'Jede Nachricht wird beim Senden geprüft.' })).toContainText('Ja:');
  await expect(section.getByRole('listitem').filter({ hasText: 'Nie geprüft wird' })).toContainText('Nein:');
  await expect(section.getByRole('listitem').filter({ hasText: 'drücken dann noch einmal' })).toContainText('Mit Einschränkung:');
});

test('a copy on Send of another version than the pane is named, with what helps', async ({ browser }) => {
  const { page } = await open(browser, 'case=clean&language=en&sendVersion=0.0.9');
  await expect(page.getByRole('contentinfo')).toContainText('Umsicht 0.1.0 · check on Send 0.0.9');
  await expect(page.getByRole('contentinfo')).toContainText('Restart Outlook');
  await page.goto(`${server.address}/?case=clean&language=en&sendVersion=0.1.0`);
  await expect(page.getByRole('contentinfo')).toContainText('Umsicht 0.1.0 · check on Send 0.1.0');
  await expect(page.getByRole('contentinfo')).not.toContainText('Restart Outlook');
});

test('Outlook’s background is the pane’s background', async ({ browser }) => {
  const { page } = await open(browser, 'case=circular&background=%23141414&foreground=%23ffffff', { colorScheme: 'light' });
  expect(await page.evaluate(() => getComputedStyle(document.querySelector('main')?.parentElement as Element).backgroundColor)).toBe('rgb(20, 20, 20)');
  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(20, 20, 20)');
});

test('the pane fits whatever its width', async ({ browser }) => {
  const { page } = await open(browser, 'case=newsletter&mayAcknowledge');
  await openEverything(page);
  for (const width of [280, 320, 350, 450, 600]) {
    await page.setViewportSize({ width, height: 640 });
    expect(await tooWide(page), `${width} px`).toEqual([]);
  }
});

test('the pane still fits at 320 px with text twice as large', async ({ browser }) => {
  const { page } = await open(browser, 'case=newsletter', { viewport: { width: 640, height: 640 } });
  await page.evaluate(() => { document.documentElement.style.zoom = '2'; });
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
});

test('a finding says what, whom, why by which law, and how to cure it', async ({ browser }) => {
  const { page } = await open(browser, 'case=circular');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bitte prüfen, bevor Sie senden');
  const card = page.getByRole('article', { name: 'Empfänger sehen einander' });
  await expect(card).toContainText('9 Personen aus 9 Organisationen');
  await expect(card.getByRole('listitem')).toHaveCount(5);
  await expect(card.getByRole('listitem').first()).toContainText('Anna Eichinger');
  await expect(card.getByRole('listitem').first()).toContainText('anna.eichinger@eiche.example');
  await expect(card.getByRole('listitem').first()).toContainText('An');
  await card.getByText('Warum?').click();
  const sources = card.getByRole('link');
  expect(await sources.count()).toBeGreaterThan(0);
  for (const source of await sources.all()) {
    expect(await source.getAttribute('href')).toMatch(/^https:\/\//);
    expect(await source.getAttribute('target')).toBe('_blank');
    expect(await source.getAttribute('rel')).toContain('noopener');
  }
});

test('Move to Bcc, and back again', async ({ browser }) => {
  const { page } = await open(browser, 'case=circular&language=en');
  await page.getByRole('button', { name: /^Move to Bcc: Anna Eichinger, .* and 6 more$/ }).click();
  const result = page.getByRole('region', { name: 'Result of the change' });
  await expect(result).toContainText('9 people are in Bcc now.');
  await expect(page.getByRole('article', { name: 'Recipients can see each other' })).toHaveCount(0);
  await result.getByRole('button', { name: 'Undo' }).click();
  await expect(result).toContainText('9 people are back in place.');
  await expect(page.getByRole('article', { name: 'Recipients can see each other' })).toBeVisible();
});

test('a change that failed says that nobody should be missing, and the finding stays', async ({ browser }) => {
  const { page } = await open(browser, 'case=circular&refuse');
  await page.getByRole('button', { name: /^In Bcc verschieben/ }).click();
  await expect(page.getByRole('region', { name: 'Ergebnis der Änderung' })).toContainText('Niemand sollte fehlen');
  await expect(page.getByRole('button', { name: /^In Bcc verschieben/ })).toBeVisible();
});

test('while something is being done every other action waits', async ({ browser }) => {
  const { page } = await open(browser, 'case=newsletter&slow&mayAcknowledge&language=en');
  await page.getByRole('button', { name: /^Move to Bcc/ }).focus();
  await page.keyboard.press('Enter');
  const busy = page.getByRole('button', { name: 'Changing …' });
  await expect(busy).toBeFocused();
  await expect(busy).toHaveAttribute('aria-disabled', 'true');
  await expect(page.getByRole('button', { name: /^Remove recipients/ }).first()).toHaveAttribute('aria-disabled', 'true');
  await page.getByRole('button', { name: /^Remove recipients/ }).first().click({ force: true });
  await page.evaluate(() => window.release?.());
  await expect(page.getByRole('region', { name: 'Result of the change' })).toContainText('9 people are in Bcc now.');
});

test('the keyboard reaches everything, in reading order, and every stop can be seen', async ({ browser }) => {
  const { page } = await open(browser, 'case=newsletter&mayAcknowledge&language=en');
  const stops: string[] = [];
  for (let press = 0; press < 40; press += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return null;
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      const ring = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
      return `${(element.getAttribute('aria-label') || element.textContent || '').trim().slice(0, 30)}${ring ? '' : ' (not to be seen)'}`;
    });
    if (stop === null || stop === stops[0]) break;
    stops.push(stop);
  }
  expect(stops).toEqual([
    expect.stringMatching(/^Remove recipients: /), expect.stringMatching(/^Why\? Address not among/),
    'and 4 more', expect.stringMatching(/^Move to Bcc: /), expect.stringMatching(/^Why\? Recipients can see each/),
    expect.stringMatching(/^Remove recipients: /), expect.stringMatching(/^Why\? Objection or withdrawn/),
    expect.stringMatching(/^Yes, declare it: Newsletter/), expect.stringMatching(/^Not declared/), expect.stringMatching(/^Not checked/), expect.stringMatching(/^Checked, nothing found/), 'This Outlook can',
  ]);
});

test('the keyboard alone fixes, takes back, and is never lost', async ({ browser }) => {
  const { page } = await open(browser, 'case=circular&language=en');
  await page.getByRole('button', { name: /^Move to Bcc/ }).focus();
  await page.keyboard.press('Enter');
  const result = page.getByRole('region', { name: 'Result of the change' });
  await expect(result).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(result.getByRole('button', { name: 'Undo' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(result).toContainText('back in place');
  await expect(result).toBeFocused();
});

test('whoever goes by keyboard sees where they are, on every button and link, also in the dark', async ({ browser }) => {
  const { page } = await open(browser, 'case=overruled&language=en&signIn=needed', { colorScheme: 'dark' });
  const seen: string[] = [];
  const unseen: string[] = [];
  for (let pressed = 0; pressed < 60; pressed += 1) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => {
      const element = document.activeElement as HTMLElement;
      const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
      // As bright as the text: a ring of the system's own colour is too dark there.
      const isBright = outlineColor === getComputedStyle(document.querySelector('h1') as Element).color;
      // Fluent's fields draw a border of their own.
      const isField = element.matches('input, textarea, [role=combobox]');
      return element === document.body ? null : { name: `${element.tagName} ${element.innerText.slice(0, 40)}`, isMarked: isField || (outlineStyle === 'solid' && outlineWidth === '2px' && isBright) };
    });
    if (at === null) break;
    (at.isMarked ? seen : unseen).push(at.name);
  }
  expect(seen.length).toBeGreaterThan(8);
  expect(unseen).toEqual([]);
});

test('when the sender declares what was suggested, the focus goes to the verdict', async ({ browser }) => {
  const { page } = await open(browser, 'case=newsletter&language=en');
  await expect(page.getByText('The draft says “Vom Newsletter abmelden”')).toBeVisible();
  await page.getByRole('button', { name: 'Yes, declare it: Newsletter' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('combobox', { name: 'Purpose of this message' })).toContainText('Newsletter');
  await expect(page.getByText('Looks like “')).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
});

test('a purpose can be chosen and taken back', async ({ browser }) => {
  const { page } = await open(browser, 'case=newsletter&language=en');
  const chooser = page.getByRole('combobox', { name: 'Purpose of this message' });
  const aboutConsent = /Objection or withdrawn consent|Address not among the contacts/;
  await expect(page.getByRole('article', { name: aboutConsent })).toHaveCount(2);
  await chooser.click();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('option', { name: 'Personal message' }).click();
  await expect(chooser).toContainText('Personal message');
  await expect(page.getByRole('article', { name: aboutConsent })).toHaveCount(0);
  await expect(chooser).toBeFocused();
  await chooser.click();
  await page.getByRole('option', { name: 'Not declared' }).click();
  await expect(page.getByRole('article', { name: aboutConsent })).toHaveCount(2);
});

test('a critical finding is overruled by ticking everybody it is about and saying why, and by nothing less', async ({ browser }) => {
  const { page } = await open(browser, 'case=overruled&language=en');
  const send = page.getByRole('button', { name: 'I have read this; send as it is' });
  await expect(send).toHaveAttribute('aria-disabled', 'true');
  await expect(page.getByText('9 items are not confirmed yet.')).toBeVisible();
  await page.getByRole('checkbox', { name: 'Confirm all' }).press('Space');
  await expect(page.getByText('Please give a reason.')).toBeVisible();
  await page.getByRole('textbox', { name: /Why should the message go out/ }).fill('All of them are on the board.');
  await page.getByRole('checkbox', { name: /Ben Ulmer/ }).press('Space');
  await expect(page.getByText('One item is not confirmed yet.')).toBeVisible();
  await expect(send).toHaveAttribute('aria-disabled', 'true');
  await page.getByRole('checkbox', { name: /Ben Ulmer/ }).press('Space');
  await expect(page.getByText(/Delivery waits for at least 10 minutes/)).toBeVisible();
  await send.click();
  await expect(page.getByRole('heading', { name: 'Confirmed by you – you can send' })).toBeVisible();
});

test('what could not be checked and stops nothing takes one line until somebody asks', async ({ browser }) => {
  const { page } = await open(browser, 'case=circular&language=en');
  await expect(page.getByRole('article')).toHaveCount(1);
  const line = page.getByText(/^Not checked \(\d+\)$/);
  await line.click();
  await expect(page.getByText('A domain like a known one?')).toBeVisible();
});

test('acknowledging is offered only where it helps, and then the sender may send', async ({ browser }) => {
  const without = await open(browser, 'case=circular&language=en');
  await expect(without.page.getByRole('button', { name: /I have read this/ })).toHaveCount(0);
  const blocked = await open(browser, 'case=newsletter&language=en&mayAcknowledge');
  await expect(blocked.page.getByRole('button', { name: /I have read this/ })).toHaveCount(0);
  const { page } = await open(browser, 'case=circular&language=en&mayAcknowledge');
  await page.getByRole('button', { name: /I have read this/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Confirmed by you – you can send');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
});

test('what could not be checked looks and reads like a question', async ({ browser }) => {
  const { page } = await open(browser, 'case=unanswered');
  await expect(page.getByRole('banner')).toHaveAttribute('data-tone', 'unclear');
  const card = page.getByRole('article', { name: 'Einwilligung fehlt?' });
  await expect(card).toContainText('Ungeklärt – fragt vor dem Senden nach');
  await expect(card).toContainText('keine rechtzeitige Antwort');
  expect(await card.evaluate((element) => getComputedStyle(element).borderTopStyle)).toBe('dashed');
  await expect(page.getByRole('contentinfo')).toContainText('Es gilt die zuletzt geladene Fassung');
});

test('screen readers hear of a new verdict once, and not of the first', async ({ browser }) => {
  const { page } = await open(browser, 'case=circular&language=en');
  const region = page.getByRole('status').filter({ hasNot: page.locator('.ms-Spinner') }).first();
  await expect(region).toHaveText('');
  await expect(region).toHaveAttribute('aria-live', 'polite');
  await page.evaluate(() => window.changeDraft?.({ recipients: [] }));
  await expect(region).toContainText('Nobody is addressed yet');
});

test('opened explanations and lists stay open while the sender goes on writing', async ({ browser }) => {
  const { page } = await open(browser, 'case=circular&language=en');
  await page.getByRole('button', { name: 'and 4 more' }).click();
  await page.getByText('Why?').click();
  await page.evaluate(() => window.changeDraft?.({ subject: 'Something else' }));
  await expect(page.getByRole('button', { name: 'Show fewer' })).toBeVisible();
  await expect(page.getByText('Everyone in To or Cc reads')).toBeVisible();
});

test('three hundred recipients: five at first, all of them on demand, the fix never far', async ({ browser }) => {
  const { page, complaints } = await open(browser, 'case=crowd');
  const card = page.getByRole('article', { name: 'Empfänger sehen einander' });
  await expect(card.getByRole('listitem')).toHaveCount(5);
  await card.getByRole('button', { name: 'und 295 weitere' }).click();
  await expect(card.getByRole('listitem')).toHaveCount(300);
  const list = card.getByRole('list').first();
  expect((await list.boundingBox())?.height).toBeLessThan(300);
  await list.focus();
  await page.keyboard.press('End');
  await expect(card.getByText('person300@firma300.example')).toBeInViewport();
  expect(await tooWide(page)).toEqual([]);
  expect(await violations(page)).toEqual([]);
  await card.getByRole('button', { name: 'Weniger anzeigen' }).click();
  await expect(card.getByRole('listitem')).toHaveCount(5);
  expect(complaints).toEqual([]);
});

test('hostile names stay names', async ({ browser }) => {
  const { page } = await open(browser, 'case=hostile');
  await expect(page).toHaveTitle('Umsicht');
  expect(await page.locator('main img, main script, main b').count()).toBe(0);
  await expect(page.getByText('<img src=x onerror=').first()).toBeVisible();
  const text = await page.locator('main').evaluate((element) => element.textContent || '');
  expect(text).not.toMatch(/[\u0000-\u0008\u202a-\u202e\u2066-\u2069\u200b\ufeff]/);
  await expect(page.getByText('Rechnung \ufffdgpj.exe').first()).toBeVisible();
  // The end of an address says whose it is, so however long it is, it is there in full.
  const address = page.getByText(`${'x'.repeat(240)}@esche.example`).first();
  expect(await address.evaluate((element) => element.getClientRects().length > 1 && (element.parentElement as Element).scrollHeight <= (element.parentElement as Element).clientHeight)).toBe(true);
  // A right-to-left name lies in its own box and leaves the address as it is.
  expect(await page.getByText('dora@tanne.example').first().evaluate((element) => getComputedStyle(element).direction)).toBe('ltr');
});

test('a check that takes a moment says so, a quick one does not flicker', async ({ browser }) => {
  const { page } = await open(browser, 'screen=loading');
  await expect(page.getByText('Der Entwurf wird geprüft …')).toBeVisible();
  expect(await violations(page)).toEqual([]);
  const slow = await open(browser, 'case=clean&checking');
  await expect(slow.page.getByRole('banner')).toContainText('Wird erneut geprüft …');
});

for (const [failure, language, headline, help] of [
  ['officeMissing', 'de', 'Outlook ist nicht erreichbar', 'Noch einmal versuchen'],
  ['officeMissing', 'en', 'Outlook is out of reach', 'Try again'],
  ['notOutlook', 'de', 'Diese Seite gehört in Outlook', 'Umsicht ohne Outlook ausprobieren'],
  ['notOutlook', 'en', 'This page belongs in Outlook', 'Try Umsicht without Outlook'],
  ['noDraft', 'de', 'Es ist kein Entwurf geöffnet', null],
  ['fault', 'en', 'Umsicht could not check', 'Try again'],
] as const) {
  test(`${failure} is explained in ${language}`, async ({ browser }) => {
    const { page } = await open(browser, `failure=${failure}&language=${language}`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(headline);
    if (help !== null) await expect(page.getByText(help)).toBeVisible();
    expect(await tooWide(page)).toEqual([]);
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.lang)).toBe(language);
  });
}
