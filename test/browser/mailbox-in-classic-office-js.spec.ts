import { expect, test } from '@playwright/test';
import type { Host } from '../../src/simulator/host';
import { arrangedHost, clientIn, fieldsAfter, noticesAfter, resultIn } from '../mailbox/arrange';
import { EXPECTATIONS } from '../mailbox/expectations';
import { expectationPage } from '../mailbox/page-bundle';
import { type PlayedClassicOutlook, playClassicOutlook } from '../office-host/played-classic';
import type { OpenedAddin } from '../office-host/played-outlook';

/*
 * The expectations of a mailbox, with Microsoft's office.js for classic Outlook on Windows between the
 * adapter and the simulated host. A row that is about another client cannot be asked here.
 */

const ADDIN = 'https://umsicht.example';

let outlook: PlayedClassicOutlook;

test.beforeAll(async ({ browser }) => {
  outlook = await playClassicOutlook(await browser.newContext(), { host: arrangedHost({}), origins: { [ADDIN]: await expectationPage() } });
});

test.afterAll(() => outlook.close());

test.afterEach(() => {
  expect(outlook.unknownCalls()).toEqual([]);
});

function open(as: 'pane' | 'commands', host: Host): Promise<OpenedAddin> {
  return outlook.openAddin({ url: `${ADDIN}/pane.html`, as, host });
}

for (const expectation of EXPECTATIONS) {
  const client = clientIn('classic', expectation);
  if (client === null) continue;
  test(`${expectation.says}, in ${client}`, async () => {
    const host = arrangedHost({ ...expectation, client });
    const addin = await open('pane', host);

    const result = await addin.frame.evaluate((says) => window.carryOutExpectation(says), expectation.says);

    expect(result).toEqual(resultIn('classic', expectation));
    expect(fieldsAfter(host, expectation)).toEqual(expectation.after ?? {});
    expect(expectation.bodyAfter === undefined || host.draft().body.html).toBe(expectation.bodyAfter ?? true);
    if (expectation.noticesAfter) expect(noticesAfter(host)).toEqual(expectation.noticesAfter);
    await addin.close();
  });
}

test('a command of the ribbon is completed through the library, once', async () => {
  const addin = await open('commands', arrangedHost({ client: 'classicWindows_1_16' }));
  expect(await addin.fireEvent('ExecuteFunction', 'allowTwice')).toEqual({ kind: 'completed', options: { allowEvent: true } });
  await addin.close();
});

test('a command the page does not have is reported as missing', async () => {
  const addin = await open('commands', arrangedHost({ client: 'classicWindows_1_16' }));
  expect(await addin.fireEvent('ExecuteFunction', 'noSuchFunction')).toEqual({ kind: 'failed', reason: 'notAssociated' });
  await addin.close();
});

test('the library takes the page for one in Outlook on Windows, in its language', async () => {
  const addin = await open('pane', arrangedHost({ client: 'classicWindows_1_16', language: 'de' }));
  expect(await addin.frame.evaluate(() => [String(Office.context.platform), Office.context.displayLanguage, Office.context.mailbox.diagnostics.hostName, Office.context.mailbox.diagnostics.hostVersion])).toEqual(['PC', 'de-DE', 'Outlook', '16.0.19725.20126']);
  await addin.close();
});

test('a page of the add-in that goes elsewhere is noticed, and nothing else went anywhere', async () => {
  const addin = await open('pane', arrangedHost({ client: 'classicWindows_1_16' }));
  await addin.frame.evaluate(() => fetch('https://elsewhere.example/').catch(() => undefined));
  expect(outlook.strayRequests).toEqual(['https://elsewhere.example/']);
});
