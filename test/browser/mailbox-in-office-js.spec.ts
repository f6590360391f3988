import { expect, test } from '@playwright/test';
import { arrangedHost, fieldsAfter } from '../mailbox/arrange';
import { EXPECTATIONS, type Expectation } from '../mailbox/expectations';
import { pageBundle } from '../mailbox/page-bundle';
import { type PlayedOutlook, playOutlook } from '../office-host/played-outlook';

/*
 * The expectations of a mailbox, with Microsoft's own office.js between the adapter and the
 * simulated host. test/mailbox/mailbox.test.ts runs the same table without it.
 */

const ADDIN = 'https://umsicht.example';

let bundle = '';
test.beforeAll(async () => {
  bundle = await pageBundle();
});

const PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Expectations</title>
<script src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js"></script>
<script src="/in-page.js"></script></html>`;

function madePage({ pathname }: URL) {
  if (pathname === '/pane.html') return { contentType: 'text/html; charset=utf-8', body: PAGE };
  if (pathname === '/in-page.js') return { contentType: 'text/javascript; charset=utf-8', body: bundle };
  return undefined;
}

function expectNothingUnexpected(outlook: PlayedOutlook): void {
  expect(outlook.strayRequests).toEqual([]);
  expect(outlook.unknownCalls()).toEqual([]);
}

for (const expectation of EXPECTATIONS) {
  test(expectation.says, async ({ page }) => {
    const host = arrangedHost(expectation);
    const outlook = await playOutlook(page, { host, origins: { [ADDIN]: madePage } });
    const { frame } = await outlook.openAddin({ url: `${ADDIN}/pane.html`, as: 'pane' });

    const result = await frame.evaluate((says) => window.carryOutExpectation(says), expectation.says);

    expect(result).toEqual((expectation.inOfficeJs ?? expectation).result);
    expect(fieldsAfter(host, expectation)).toEqual(expectation.after ?? {});
    expectNothingUnexpected(outlook);
  });
}

const ON_THE_WEB: Expectation = { says: 'a send', act: () => Promise.resolve(), result: undefined };

test('a send is answered once, by the first verdict', async ({ page }) => {
  const host = arrangedHost(ON_THE_WEB);
  const outlook = await playOutlook(page, { host, origins: { [ADDIN]: madePage } });
  const runtime = await outlook.openAddin({ url: `${ADDIN}/pane.html`, as: 'events' });

  expect(await runtime.fireEvent('OnMessageSend', 'allowTwice')).toEqual({ kind: 'completed', options: { allowEvent: true } });
  expectNothingUnexpected(outlook);
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
  test(`a stopped send reaches ${client} with the options that client knows`, async ({ page }) => {
    const host = arrangedHost({ ...ON_THE_WEB, client });
    const outlook = await playOutlook(page, { host, origins: { [ADDIN]: madePage } });
    const runtime = await outlook.openAddin({ url: `${ADDIN}/pane.html`, as: 'events' });

    expect(await runtime.fireEvent('OnMessageSend', 'stopTheSend')).toEqual({ kind: 'completed', options });
  });
}

test('a function the page does not have is reported as missing', async ({ page }) => {
  const host = arrangedHost(ON_THE_WEB);
  const outlook = await playOutlook(page, { host, origins: { [ADDIN]: madePage } });
  const runtime = await outlook.openAddin({ url: `${ADDIN}/pane.html`, as: 'events' });

  expect(await runtime.fireEvent('OnMessageSend', 'noSuchFunction')).toEqual({ kind: 'failed', reason: 'notAssociated' });
});

test('a mailbox in a page that goes elsewhere is noticed', async ({ page }) => {
  const outlook = await playOutlook(page, { host: arrangedHost(ON_THE_WEB), origins: { [ADDIN]: madePage } });
  const { frame } = await outlook.openAddin({ url: `${ADDIN}/pane.html`, as: 'pane' });

  await frame.evaluate(() => fetch('https://elsewhere.example/').catch(() => undefined));

  expect(outlook.strayRequests).toEqual(['https://elsewhere.example/']);
});
