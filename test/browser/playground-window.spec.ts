import AxeBuilder from '@axe-core/playwright';
import { rules } from '../../src/rules';
import { expect, PlaygroundPage, test } from './fixtures/playground-fixture';
import { startService } from './fixtures/running-service';

test.describe('writing a mail', () => {
  test('an address and Enter, a comma, a semicolon or leaving the field make a person', async ({ playground }) => {
    await playground.open('?client=web&lang=en');
    const to = playground.input('to');
    await to.pressSequentially('anna@oak.example');
    await to.press('Enter');
    await to.pressSequentially('ben@elm.example,cem@ash.example;dora@fir.example');
    await to.blur();
    // Known addresses get the name Outlook has for them.
    expect(await playground.people('to')).toEqual(['Anna Eichner', 'Ben Ulmer', 'Cem Aydın', 'Dora Tannert']);
    await expect(to).toHaveValue('');
  });

  test('a comma inside a quoted name belongs to the name', async ({ playground }) => {
    await playground.open('?client=web&lang=en');
    await playground.input('to').pressSequentially('"Roe, Richard" <richard@roe.example>;');
    expect(await playground.people('to')).toEqual(['Roe, Richard']);
  });

  test('many people are pasted at once, with and without names, and the pane follows', async ({ playground, page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await playground.open('?client=web&lang=en');
    await expect(playground.pane.getByText('Nobody is addressed yet')).toBeVisible();
    await page.evaluate(() => navigator.clipboard.writeText('Xenia Ypsilon <xenia@ypsilon.example>; yves@zulu.example\n"Zoe, Q" <zoe@quebec.example>\twim@victor.example'));
    await playground.input('cc').focus();
    await page.keyboard.press('Control+V');
    expect(await playground.people('cc')).toEqual(['Xenia Ypsilon', 'yves@zulu.example', 'Zoe, Q', 'wim@victor.example']);
    await expect(playground.pane.getByText('4 people from 4 organisations')).toBeVisible();
  });

  test('text that is nobody stays underlined, is unseen by the add-in, and keeps the mail from leaving', async ({ playground }) => {
    await playground.open('?client=web&lang=en&pane=closed');
    await playground.input('to').fill('the whole team');
    await playground.input('to').press('Enter');
    await expect(playground.field('to').locator('.chip-unresolved')).toHaveText('the whole team');
    await playground.send.click();
    await expect(playground.dialog).toContainText('the whole team');
    await playground.dialog.getByRole('button', { name: 'OK' }).click();
    await playground.field('to').getByRole('button', { name: 'Remove the whole team' }).click();
    expect(await playground.people('to')).toEqual([]);
  });

  test('people are found by the beginning of their name, by mouse and by keyboard', async ({ playground, page }) => {
    await playground.open('?client=web&lang=en&pane=closed');
    await playground.input('to').pressSequentially('pau');
    await page.getByRole('option', { name: /Paula Weide/ }).click();
    await playground.input('to').pressSequentially('o');
    await expect(page.getByRole('option').first()).toHaveAttribute('aria-selected', 'true');
    await playground.input('to').press('ArrowDown');
    await playground.input('to').press('ArrowUp');
    const chosen = await page.locator('[role="option"][aria-selected="true"] .suggestion-name').textContent();
    await playground.input('to').press('Enter');
    expect(await playground.people('to')).toEqual(['Paula Weide', chosen]);
  });

  test('Backspace marks the last person, a second one removes them; the arrows lead through the chips', async ({ playground, page }) => {
    await playground.open('?client=web&lang=en&draft=holidays&pane=closed');
    await playground.input('to').focus();
    await page.keyboard.press('Backspace');
    await expect(playground.field('to').getByRole('button', { name: /^Gustav Ahorn/ })).toBeFocused();
    await page.keyboard.press('Backspace');
    await expect(playground.field('to').getByRole('button', { name: /^Emil Eibl/ })).toBeFocused();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Delete');
    expect(await playground.people('to')).toEqual(['Anna Eichner', 'Ben Ulmer', 'Cem Aydın', 'Emil Eibl']);
  });

  test('a person is moved to another field by menu and by dragging, and keeps the name', async ({ playground, page }) => {
    await playground.open('?client=web&lang=en&draft=holidays&pane=closed');
    await playground.field('to').getByRole('button', { name: /^Ben Ulmer/ }).click();
    await page.getByRole('menuitem', { name: 'Move to Bcc' }).click();
    await playground.field('to').locator('.chip', { hasText: 'Cem Aydın' }).dragTo(playground.field('cc'));
    expect(await playground.people('to')).toEqual(['Anna Eichner', 'Dora Tannert', 'Emil Eibl', 'Gustav Ahorn']);
    expect(await playground.people('cc')).toEqual(['Finn Own', 'Cem Aydın']);
    expect(await playground.people('bcc')).toEqual(['Ben Ulmer']);
  });

  test('files are attached by name and size and can be taken off again', async ({ playground, page }) => {
    await playground.open('?client=web&lang=en&draft=holidays&pane=closed');
    await page.locator('input[type="file"]').setInputFiles({ name: 'Plan.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(12_345) });
    await expect(page.locator('.attachment')).toContainText('Plan.pdf12 KB');
    await page.getByRole('button', { name: 'Remove attachment Plan.pdf' }).click();
    await expect(page.locator('.attachment')).toHaveCount(0);
  });

  test('the pane follows while somebody types, field by field', async ({ playground }) => {
    await playground.open('?client=mac&lang=en&draft=reply');
    await expect(playground.pane.getByRole('heading', { name: 'Nothing stands out' })).toBeVisible();
    for (const address of ['ben@elm.example', 'cem@ash.example', 'dora@fir.example']) await playground.input('cc').pressSequentially(`${address};`);
    await expect(playground.pane.getByText('4 people from 4 organisations')).toBeVisible();
    await playground.field('cc').getByRole('button', { name: 'Remove Ben Ulmer' }).click();
    await expect(playground.pane.getByText(/people from .* organisations would read/)).toHaveCount(0);
    await playground.page.getByLabel('Subject').fill('Our newsletter');
    await expect(playground.pane.getByText(/has objected|have objected|objected/).first()).toBeVisible();
  });
});

test.describe('what the add-in says', () => {
  test('a harmless reply goes out without a question', async ({ playground }) => {
    await playground.open('?client=web&lang=de&draft=reply&pane=closed');
    await playground.send.click();
    await expect(playground.log('sent')).toContainText('von Umsicht geprüft');
    await expect(playground.log('stopped')).toHaveCount(0);
  });

  test('the ribbon moves people to Bcc without the pane', async ({ playground }) => {
    await playground.open('?client=classicWindows_1_12&lang=en&draft=holidays&pane=closed');
    await playground.ribbonButton('Umsicht.MoveToBcc').click();
    await expect(playground.log('command')).toContainText('6 people are in Bcc now.');
    await expect(playground.field('bcc').locator('.chip')).toHaveCount(6);
  });

  test('130 addresses are moved in steps the client allows, and nobody is lost', async ({ playground }) => {
    await playground.open('?client=classicWindows_1_15&lang=en&draft=crowd&pane=closed');
    await playground.send.click();
    await playground.dialog.getByRole('button', { name: 'Move to Bcc' }).click();
    await expect(playground.field('bcc').locator('.chip')).toHaveCount(130);
    await playground.send.click();
    await expect(playground.dialog).toContainText('This mail goes to 130 external people.');
    await playground.dialog.getByRole('button', { name: 'Send Anyway' }).click();
    await expect(playground.sentTo('bcc')).toContainText('office@firm1.example, office@firm2.example');
    expect((await playground.sentTo('bcc').textContent())?.split(', ')).toHaveLength(130);
  });

  test('without a dialog button, a finding is confirmed in the pane, and the mail goes out as it is', async ({ playground }) => {
    await playground.open('?client=classicWindows_1_13&lang=en&draft=holidays');
    await playground.send.click();
    await playground.dialog.getByRole('button', { name: 'Don’t Send' }).click();
    await playground.pane.getByRole('button', { name: 'I have read this; send as it is' }).click();
    await expect(playground.pane.getByRole('heading', { name: 'Confirmed by you – you can send' })).toBeVisible();
    await playground.send.click();
    await expect(playground.sentTo('to')).toContainText('anna@oak.example, ben@elm.example');
  });

  test('Send Anyway sends, and the log shows who reads whose address', async ({ playground }) => {
    await playground.open('?client=web&lang=en&draft=holidays&pane=closed');
    await playground.send.click();
    await playground.dialog.getByRole('button', { name: 'Send Anyway' }).click();
    const sent = playground.log('sent');
    await expect(sent).toContainText('Pressed: Send Anyway');
    await expect(sent).toContainText('6 people read addresses of strangers');
    await sent.getByText('What each person sees').click();
    await expect(sent.getByRole('row', { name: /^ben@elm\.example/ })).toContainText('6 other people');
    await expect(sent.getByRole('row', { name: /^ben@elm\.example/ })).toContainText('5 of them strangers');
    await expect(sent.getByRole('row', { name: /^finn@own\.example/ })).not.toContainText('stranger');
  });

  test('consent comes from the contacts in the running service', async ({ playground }) => {
    await playground.open('?client=web&lang=en&draft=newsletter');
    await expect(playground.pane.getByText('7 findings')).toBeVisible();
    await expect(playground.pane.getByText(/objected to advertising/).first()).toBeVisible();
    await expect(playground.pane.getByText(/double opt-in/i).first()).toBeVisible();
    // A purpose that is only suggested may be wrong; declared, a no is a no.
    await playground.pane.getByRole('button', { name: 'Use this purpose' }).click();
    await expect(playground.pane.getByText('One person has objected to advertising.')).toBeVisible();
    await playground.send.click();
    await expect(playground.dialog).toContainText('One person has objected to advertising.');
    // Somebody said no: there is no going on without taking them out.
    expect(await playground.dialogButtons()).not.toContain('Send Anyway');
  });

  test('an example brings its own contacts along', async ({ playground }) => {
    await playground.open('?client=web&lang=en&draft=third-country-recipients/0');
    await expect(playground.pane.getByText(/India/).first()).toBeVisible();
    await expect(playground.page.getByText('This example brings contacts or settings of its own.')).toBeVisible();
  });
});

test.describe('when something fails', () => {
  for (const client of ['web', 'classicWindows_1_12', 'classicWindows_1_16'] as const) {
    test(`${client}: with the service stopped, consent is unknown, not given, and Send says so`, async ({ page }) => {
      const service = await startService();
      try {
        const playground = new PlaygroundPage(page, service.address);
        await page.context().route('**/api/v1/evidence', (route) => route.abort());
        await playground.open(`?client=${client}&lang=en&draft=reply&pane=closed`);
        await playground.page.getByLabel('Subject').fill('Our newsletter');
        // Outlook has the add-in's files by now, and nobody has been answered about.
        await page.waitForLoadState('networkidle');
        await service.stop();
        await playground.send.click();
        await expect(playground.dialog).toHaveAttribute('data-kind', 'alert');
        await expect(playground.dialog).toContainText('The consent of one person could not be checked: service out of reach.');
        await expect(playground.log('sent')).toHaveCount(0);
      } finally {
        await service.stop();
      }
    });
  }

  const UNAVAILABLE = [
    { client: 'web', file: '**/playground/addin/launchevent.html', mode: 'SoftBlock', buttons: ['Send Anyway', 'Try Later'] },
    { client: 'mac', file: '**/playground/addin/launchevent.html', mode: 'Block', buttons: ['OK'] },
    { client: 'classicWindows_1_15', file: '**/launchevent.js', mode: 'PromptUser', buttons: ['Send Anyway', 'Try Later'] },
    { client: 'classicWindows_1_12', file: '**/launchevent.js', mode: 'Block', buttons: ['OK'] },
  ] as const;
  for (const { client, file, mode, buttons } of UNAVAILABLE) {
    test(`${client}, ${mode}: an add-in that cannot be loaded leaves the mail to Outlook’s send mode`, async ({ playground, page }) => {
      await page.route(file, (route) => route.abort());
      await playground.open(`?client=${client}&mode=${mode}&lang=en&draft=holidays&pane=closed`);
      await playground.send.click();
      await expect(playground.dialog).toHaveAttribute('data-kind', 'unavailable');
      expect(await playground.dialogButtons()).toEqual(buttons);
      await playground.dialog.getByRole('button', { name: buttons[0] }).click();
      await expect(playground.log('sent')).toHaveCount(mode === 'Block' ? 0 : 1);
      await expect(playground.dialog).toHaveCount(0);
    });
  }

  test('with the service cut off by the faults panel, the verdict is open and says what could not be checked', async ({ playground, page }) => {
    await playground.open('?client=classicWindows_1_14&lang=en&pane=closed');
    await page.locator('.faults summary').click();
    await page.getByLabel('Service out of reach').check();
    await page.getByLabel('Subject').fill('Our newsletter');
    await playground.input('bcc').pressSequentially('paula@willow.example;');
    await playground.send.click();
    await expect(playground.dialog).toContainText('The consent of one person could not be checked: service out of reach.');
    await playground.dialog.getByRole('button', { name: 'Send Anyway' }).click();
    await page.getByLabel('Service out of reach').uncheck();
    await expect(playground.log('sent')).toHaveCount(1);
  });

  test('a call that fails leaves the verdict open, and stands in the log', async ({ playground, page }) => {
    await playground.open('?client=newWindows&lang=en&draft=reply&pane=closed');
    await page.locator('.faults summary').click();
    await page.getByLabel('A call fails').selectOption('to.getAsync');
    await playground.send.click();
    await expect(playground.dialog).toHaveAttribute('data-kind', 'alert');
    await expect(playground.dialog).toContainText('To');
    await expect(playground.log('call').first()).toContainText('to.getAsync');
    await expect(playground.log('sent')).toHaveCount(0);
  });

  test('an Outlook that answers slowly still gets its verdict within its time', async ({ playground, page }) => {
    await playground.open('?client=classicWindows_1_16&lang=en&draft=holidays&pane=closed');
    await page.locator('.faults summary').click();
    await page.getByLabel('Outlook answers slowly').selectOption('4000');
    await playground.send.click();
    await expect(playground.dialog).toHaveAttribute('data-kind', 'alert');
    await expect(playground.log('sent')).toHaveCount(0);
  });
});

test.describe('the page', () => {
  test('a reload keeps client, send mode, language and draft; another client keeps what was typed', async ({ playground, page }) => {
    await playground.open('?client=web&lang=en&draft=holidays&pane=closed');
    await page.getByRole('button', { name: 'Deutsch' }).click();
    await expect(page.getByRole('heading', { name: 'Umsicht ausprobieren' })).toBeVisible();
    await expect(playground.send).toHaveText('Senden');
    await page.getByRole('combobox', { name: 'Outlook' }).click();
    await page.getByRole('option', { name: /2404 bis 2411/ }).click();
    await playground.page.getByLabel('Betreff').fill('Von Hand geändert');
    await page.getByRole('combobox', { name: 'Sendemodus' }).click();
    await page.getByRole('option', { name: /Sperren/ }).click();
    await expect(page.getByLabel('Betreff')).toHaveValue('Von Hand geändert');
    await expect(page).toHaveURL(/\?client=classicWindows_1_14&lang=de&mode=Block&draft=holidays&pane=closed$/);
    await page.reload();
    await expect(page.getByText('Mailbox 1.14')).toBeVisible();
    await expect(page.getByLabel('Betreff')).toHaveValue('Betriebsferien zum Jahreswechsel');
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('de');
  });

  test('drafts are chosen from a list by rule, whole mails first, and the choice can be linked', async ({ playground, page }) => {
    await playground.open('?client=web&lang=en&pane=closed');
    await page.getByRole('combobox', { name: 'Open a draft' }).click();
    expect(await page.getByRole('option').count()).toBeGreaterThan(50);
    await expect(page.locator('.ms-Dropdown-header')).toHaveText(['From everyday work', ...rules.map(({ text }) => text.en.title)]);
    await page.getByRole('option', { name: 'A circular to five people at three clients' }).click();
    await expect(playground.field('to').locator('.chip')).toHaveCount(5);
    await expect(page).toHaveURL(/draft=visible-recipients\/0/);
  });

  for (const isOld of [true, false]) {
    test(`the classic engine ${isOld ? 'before' : 'from'} 2403 has no page, no storage and no address`, async ({ playground, page }) => {
      // In place of the send bundle: a script that looks around and tells.
      const probe = `console.log('probe ' + JSON.stringify({
        gone: [typeof self, typeof window, typeof document, typeof location, typeof localStorage, typeof indexedDB, typeof caches, typeof navigator,
          typeof importScripts, typeof postMessage, typeof addEventListener, typeof URL, typeof TextEncoder, typeof crypto, typeof AbortController, typeof Intl, typeof Worker, typeof MessageChannel],
        there: [typeof fetch, typeof XMLHttpRequest, typeof WebSocket, typeof setTimeout, typeof clearTimeout, typeof Promise],
        late: [typeof Object.entries, typeof Object.values, typeof [].flat, typeof ''.padStart, typeof Promise.prototype.finally, typeof Promise.allSettled, typeof globalThis, typeof BigInt, typeof SharedArrayBuffer],
      }));`;
      await page.route('**/launchevent.js', (route) => route.fulfill({ contentType: 'text/javascript', body: probe }));
      const told = page.waitForEvent('console', (message) => message.text().startsWith('probe '));
      await playground.open(`?client=${isOld ? 'classicWindows_1_13' : 'classicWindows_1_16'}&lang=en&draft=holidays&pane=closed`);
      const kinds = JSON.parse((await told).text().slice('probe '.length)) as { gone: string[]; there: string[]; late: string[] };
      expect(new Set(kinds.gone)).toEqual(new Set(['undefined']));
      expect(new Set(kinds.there)).toEqual(new Set(['function']));
      if (isOld) expect(new Set(kinds.late)).toEqual(new Set(['undefined']));
      else expect(kinds.late.slice(0, 6)).toEqual(Array(6).fill('function'));
    });
  }

  test('the dialog holds the keyboard, and Escape closes it without sending', async ({ playground, page }) => {
    await playground.open('?client=web&lang=en&draft=holidays');
    await playground.send.focus();
    await page.keyboard.press('Enter');
    await expect(playground.dialog.getByRole('button', { name: 'Move to Bcc' })).toBeFocused();
    for (let press = 0; press < 8; press += 1) {
      await page.keyboard.press('Tab');
      // A modal dialog hands the keyboard to the browser's own frame in between, never to the page behind.
      expect(await page.evaluate(() => document.activeElement === document.body || document.activeElement?.closest('dialog') !== null)).toBe(true);
    }
    await page.keyboard.press('Escape');
    await expect(playground.dialog).toHaveCount(0);
    await expect(playground.send).toBeFocused();
    await expect(playground.log('stopped')).toContainText('Pressed: ×');
    await expect(playground.log('sent')).toHaveCount(0);
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`is free of barriers that can be found by machine, ${colorScheme}`, async ({ playground, page }) => {
      await page.emulateMedia({ colorScheme });
      await playground.open('?client=web&lang=de&draft=newsletter');
      await expect(playground.pane.getByText('7 Befunde')).toBeVisible();
      await page.locator('.faults summary').click();
      await playground.input('cc').pressSequentially('ha');
      await expect(page.getByRole('option').first()).toBeVisible();
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
      await playground.input('cc').fill('');
      await playground.send.click();
      await expect(playground.dialog).toHaveAttribute('data-kind', 'alert');
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
      await playground.open('?client=web&lang=de&draft=holidays');
      await playground.send.click();
      await playground.dialog.getByRole('button', { name: 'Trotzdem senden' }).click();
      await playground.log('sent').getByText('Was jede Person sieht').click();
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    });
  }

  test('the add-in is told the colours of the page around it', async ({ playground, page }) => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await playground.open('?client=web&lang=en&draft=holidays');
    // The page of the pane, whatever element paints it.
    const brightness = () => playground.pane.locator('body').evaluate((body) => {
      const painted = [...body.querySelectorAll('*')].map((element) => getComputedStyle(element).backgroundColor).find((colour) => /^rgb\(/.test(colour));
      return (painted ?? 'rgb(300, 0, 0)').match(/\d+/g)?.slice(0, 3).reduce((sum, part) => sum + Number(part), 0) ?? -1;
    });
    await expect(playground.pane.getByText('1 finding')).toBeVisible();
    await expect.poll(brightness).toBeLessThan(120);
    await page.emulateMedia({ colorScheme: 'light' });
    await expect.poll(brightness).toBeGreaterThan(600);
  });

  for (const width of [1000, 760]) {
    test(`fits into ${width} pixels without scrolling sideways`, async ({ playground, page }) => {
      await page.setViewportSize({ width, height: 900 });
      await playground.open('?client=classicWindows_1_14&lang=de&draft=newsletter');
      await expect(playground.pane.getByText('7 Befunde')).toBeVisible();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      const [compose, pane] = [await page.locator('.compose').boundingBox(), await page.locator('.pane').boundingBox()];
      if (width >= 1000) expect(pane?.x).toBeGreaterThan(compose?.x ?? 0);
      else expect(pane?.y).toBeGreaterThan(compose?.y ?? 0);
    });
  }
});

test('enlarged to 250 %, the dialog still shows all its buttons', async ({ playground, page }) => {
  await page.setViewportSize({ width: 512, height: 400 });
  await playground.open('?client=web&lang=de&draft=newsletter&pane=closed');
  await playground.send.click();
  const last = await playground.dialog.getByRole('button', { name: 'Nicht senden' }).boundingBox();
  const dialog = await playground.dialog.boundingBox();
  if (!last || !dialog) throw new Error('The dialog is not there.');
  expect(last.y + last.height).toBeLessThan(dialog.y + dialog.height);
});
