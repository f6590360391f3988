import { expect, type Page, test } from '@playwright/test';
import type { Host } from '../../src/simulator/host';
import { arrangedHost, fieldsAfter, noticesAfter, resultIn } from '../mailbox/arrange';
import { EXPECTATIONS } from '../mailbox/expectations';
import { expectationPage } from '../mailbox/page-bundle';
import { type OpenedAddin, type PlayedOutlook, playOutlook } from '../office-host/played-outlook';

/*
 * The expectations of a mailbox, with Microsoft's own office.js between the adapter and the
 * simulated host. test/mailbox/mailbox.test.ts runs the same table without it.
 */

const ADDIN = 'https://umsicht.example';

const HANDED_OVER = 'a mailbox whose pane nobody sent for hands nothing over';

let page: Page;
let outlook: PlayedOutlook;

test.beforeAll(async ({ browser }) => {
  page = await browser.newPage();
  outlook = await playOutlook(page, { host: arrangedHost({}), origins: { [ADDIN]: await expectationPage() } });
});

test.afterAll(() => page.close());

function open(as: 'pane' | 'events', host: Host): Promise<OpenedAddin> {
  return outlook.openAddin({ url: `${ADDIN}/pane.html`, as, host });
}

test.afterEach(() => {
  expect(outlook.unknownCalls()).toEqual([]);
});

for (const expectation of EXPECTATIONS) {
  test(expectation.says, async () => {
    const host = arrangedHost(expectation);
    const addin = await open('pane', host);

    const result = await addin.frame.evaluate((says) => window.carryOutExpectation(says), expectation.says);

    expect(result).toEqual(resultIn('web', expectation));
    expect(fieldsAfter(host, expectation)).toEqual(expectation.after ?? {});
    expect(expectation.bodyAfter === undefined || host.draft().body.html).toBe(expectation.bodyAfter ?? true);
    if (expectation.noticesAfter) expect(noticesAfter(host)).toEqual(expectation.noticesAfter);
    await addin.close();
  });
}

test('a send that may go is answered with nothing but that', async () => {
  const addin = await open('events', arrangedHost({}));
  expect(await addin.fireEvent('OnMessageSend', 'allowTwice')).toEqual({ kind: 'completed', options: { allowEvent: true } });
});

for (const { client, options } of [
  {
    client: 'web',
    options: {
      allowEvent: false,
      errorMessage: 'Three people would see each other.',
      errorMessageMarkdown: '**Three people** would see each other.',
      cancelLabel: 'Move to Bcc',
      commandId: 'moveToBccButton',
      contextData: '{"nonce":"n1"}',
      sendModeOverride: 'promptUser',
    },
  },
  {
    client: 'mac',
    options: {
      allowEvent: false,
      errorMessage: 'Three people would see each other.',
      cancelLabel: 'Move to Bcc',
      commandId: 'moveToBccButton',
      contextData: '{"nonce":"n1"}',
      sendModeOverride: 'promptUser',
    },
  },
  { client: 'classicWindows_1_13', options: { allowEvent: false, errorMessage: 'Three people would see each other.' } },
] as const) {
  test(`a stopped send reaches ${client} with the options that client knows`, async () => {
    const addin = await open('events', arrangedHost({ client }));
    expect(await addin.fireEvent('OnMessageSend', 'stopTheSend')).toEqual({ kind: 'completed', options });
  });
}

test('a function the page does not have is reported as missing', async () => {
  const addin = await open('events', arrangedHost({}));
  expect(await addin.fireEvent('OnMessageSend', 'noSuchFunction')).toEqual({ kind: 'failed', reason: 'notAssociated' });
});

test('pressing Send runs the handler in its page, shows its alert, and hands its context over to the pane', async () => {
  const host = arrangedHost({ item: { to: ['anna@kunde.example'] } }, {
    controls: [{ id: 'moveToBccButton', action: 'pane' }],
    events: { OnMessageSend: 'stopTheSend' },
  });
  await open('events', host);

  const step = await host.pressSend();
  expect(step).toMatchObject({ kind: 'alert', text: 'Three people would see each other.' });
  if (step.kind !== 'alert') return;
  expect(step.buttons).toContainEqual({ id: 'takeAction', label: 'Move to Bcc' });
  await step.press('takeAction');

  const pane = await open('pane', host);
  expect(await pane.frame.evaluate((says) => window.carryOutExpectation(says), HANDED_OVER)).toEqual({ nonce: 'n1' });
  expect(host.problems).toEqual([]);
});

test('a send that the handler allows, and would stop afterwards, goes out and is answered once', async () => {
  const host = arrangedHost({ item: { to: ['anna@kunde.example'] } }, { events: { OnMessageSend: 'allowTwice' } });
  const addin = await open('events', host);

  expect(await host.pressSend()).toMatchObject({ kind: 'sent', mail: { how: 'checked' } });
  // Messages arrive in their order, so a second answer would be here before this one.
  await addin.frame.evaluate((says) => window.carryOutExpectation(says), HANDED_OVER);
  expect(host.problems).toEqual([]);
});

test('a page of the add-in that goes elsewhere is noticed, and nothing else went anywhere', async () => {
  const addin = await open('pane', arrangedHost({}));
  await addin.frame.evaluate(() => fetch('https://elsewhere.example/').catch(() => undefined));
  expect(outlook.strayRequests).toEqual(['https://elsewhere.example/']);
});
