import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';
import { arrangedHost } from '../mailbox/arrange';
import { playOutlook } from '../office-host/played-outlook';

/* What the tests on top of the played Outlook rely on: pages and answers of a running service arrive as it sent them. */

const ADDIN = 'https://umsicht.example';

const PAGE = `<!doctype html><html lang="de"><meta charset="utf-8"><title>Größe</title>
<script src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js"></script>
<script src="/page.js"></script></html>`;

function answer(request: IncomingMessage, response: ServerResponse): void {
  const pieces: Buffer[] = [];
  request.on('data', (piece: Buffer) => pieces.push(piece));
  request.on('end', () => {
    const { method, url = '', headers } = request;
    if (url === '/pane.html') {
      response.setHeader('content-security-policy', "script-src 'self' https://appsforoffice.microsoft.com https://ajax.aspnetcdn.com; frame-ancestors https://outlook.office.com");
      response.setHeader('content-type', 'text/html; charset=utf-8');
      return response.end(PAGE);
    }
    if (url === '/unframed.html') {
      response.setHeader('content-security-policy', "frame-ancestors 'none'");
      response.setHeader('content-type', 'text/html; charset=utf-8');
      return response.end(PAGE);
    }
    if (url === '/page.js') {
      response.setHeader('content-type', 'text/javascript');
      return response.end('Office.onReady();');
    }
    response.setHeader('content-type', 'application/json');
    response.statusCode = 422;
    response.end(JSON.stringify({ method, url, origin: headers.origin ?? null, body: Buffer.concat(pieces).toString('utf8') }));
  });
}

let server: Server;
let address = '';

test.beforeAll(async () => {
  server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

test.afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));

test('a page of the service runs under its own content policy, and its requests reach the service whole', async ({ page }) => {
  const outlook = await playOutlook(page, { host: arrangedHost({}), origins: { [ADDIN]: address } });
  const { frame } = await outlook.openAddin({ url: `${ADDIN}/pane.html`, as: 'pane' });

  expect(await frame.title()).toBe('Größe');
  const told = await frame.evaluate(async () => {
    const response = await fetch('/api/evidence?v=1', { method: 'POST', body: '{"ü":1}' });
    return { status: response.status, answer: (await response.json()) as unknown };
  });
  expect(told).toEqual({ status: 422, answer: { method: 'POST', url: '/api/evidence?v=1', origin: ADDIN, body: '{"ü":1}' } });
  expect(outlook.strayRequests).toEqual([]);
});

test('a page of the service that forbids frames is never ready', async ({ page }) => {
  const outlook = await playOutlook(page, { host: arrangedHost({}), origins: { [ADDIN]: address }, startTimeout: 3_000 });

  await expect(outlook.openAddin({ url: `${ADDIN}/unframed.html`, as: 'pane' })).rejects.toThrow('did not get ready');
});

test('a change the user makes in the window is told to the pane', async ({ page }) => {
  const host = arrangedHost({});
  const outlook = await playOutlook(page, { host, origins: { [ADDIN]: address } });
  const { frame } = await outlook.openAddin({ url: `${ADDIN}/pane.html`, as: 'pane' });
  await frame.evaluate(() => new Promise<void>((resolve) => {
    const seen = window as { changedFields?: unknown };
    const handler = (event: { changedRecipientFields: unknown }) => { seen.changedFields = event.changedRecipientFields; };
    Office.context.mailbox.item?.addHandlerAsync(Office.EventType.RecipientsChanged, handler, () => resolve());
  }));

  host.user.add('cc', 'anna@kunde.example');

  await expect.poll(() => frame.evaluate(() => (window as { changedFields?: unknown }).changedFields)).toMatchObject({ to: false, cc: true, bcc: false });
});
