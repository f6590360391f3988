import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { CLIENT, TENANT, type TestIssuer, testIssuer } from '../identity/issuer';
import { aRecord } from '../wire/a-record';
import { type PaneServer, servePane } from './fixtures/pane-server';
import { type RunningService, startService } from './fixtures/running-service';

/*
 * The built pane and event page, the built service that wants to know who asks, Microsoft's MSAL as it is shipped; played are
 * Outlook, with the bridge it puts into pages for nested app authentication, and the issuer of the tokens.
 */

let issuer: TestIssuer;
let service: RunningService;
let outlook: PaneServer;
let folder: string;

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'umsicht-sign-in-'));
  const policy = join(folder, 'policy.json');
  writeFileSync(policy, '{"organisation":{"domains":["own.example"]},"records":{"keep":true}}');
  issuer = await testIssuer();
  outlook = await servePane();
  service = await startService(undefined, ['--identity-entra-login', issuer.origin, '--identity-entra-tenants', TENANT, '--identity-entra-client', CLIENT, '--policy', policy]);
});

test.afterAll(async () => {
  await service.stop();
  await outlook.close();
  await issuer.stop();
  rmSync(folder, { recursive: true, force: true });
});

test.use({ viewport: { width: 320, height: 720 } });

type BridgeAnswer = { readonly token: string } | { readonly status: string };

/** What Outlook's bridge is asked: the method and the parameters of the token. */
interface Asked {
  readonly method: string;
  readonly tokenParams?: { readonly clientId: string; readonly scope: string; readonly authority?: string };
}

/** An Outlook in this page; without `bridge` it has no nested app authentication. */
async function playOutlook(page: Page, bridge: ((asked: Asked) => Promise<BridgeAnswer>) | null): Promise<void> {
  await page.route('https://appsforoffice.microsoft.com/**', async (route) => {
    const played = await (await fetch(`${outlook.address}/outlook.js`)).text();
    const sets = `{ const { requirements } = Office.context; const plain = requirements.isSetSupported; requirements.isSetSupported = (name, version) => name === 'NestedAppAuth' ? ${bridge !== null} : plain(name, version); }`;
    await route.fulfill({ contentType: 'text/javascript', body: `${played}\n${sets}` });
  });
  if (!bridge) return;
  await page.exposeFunction('askOutlook', async (text: string) => {
    const asked = JSON.parse(text) as Asked & { readonly requestId: string };
    const about = { messageType: 'NestedAppAuthResponse', requestId: asked.requestId };
    if (asked.method === 'GetInitContext') return JSON.stringify({ ...about, success: true, initContext: { sdkName: 'outlook', sdkVersion: '1', capabilities: {} } });
    const answer = await bridge(asked);
    if ('status' in answer) return JSON.stringify({ ...about, success: false, error: { status: answer.status, code: 'interaction_required', description: 'Somebody has to sign in.' } });
    return JSON.stringify({
      ...about, success: true,
      token: { access_token: answer.token, id_token: answer.token, expires_in: 3600, scope: asked.tokenParams?.scope },
      account: { environment: 'login.microsoftonline.com', tenantId: TENANT, username: 'mara@own.example', localAccountId: 'mara' },
    });
  });
  await page.addInitScript(() => {
    const listeners = new Set<(message: string) => void>();
    Object.assign(window, {
      nestedAppAuthBridge: {
        addEventListener: (_: string, listener: (message: string) => void) => listeners.add(listener),
        removeEventListener: (_: string, listener: (message: string) => void) => listeners.delete(listener),
        postMessage: (text: string) => void (window as unknown as { askOutlook(text: string): Promise<string> }).askOutlook(text).then((answer) => listeners.forEach((listener) => listener(answer))),
      },
    });
  });
}

function freshToken(claims: object = {}): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  return issuer.token({ iat: now, nbf: now, exp: now + 3600, ...claims });
}

const bar = (page: Page, name = 'Sign-in') => page.getByRole('region', { name });
const openPane = async (page: Page, language = 'en'): Promise<void> => {
  await page.goto(`${service.address}/taskpane.html?language=${language}`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
};
const footer = (page: Page) => page.getByRole('contentinfo');

test('the pane signs in without a window, and asks the service in the sender’s name', async ({ page }) => {
  const asked: Asked[] = [];
  await playOutlook(page, async (request) => {
    asked.push(request);
    return { token: await freshToken() };
  });
  await openPane(page);
  // The built-in policy is said to be one in the footer; this is the organisation's.
  await expect(footer(page)).not.toContainText('built-in');
  await expect(bar(page)).toHaveCount(0);
  expect(asked.map(({ method }) => method)).toEqual(['GetToken']);
  expect(asked[0]?.tokenParams?.clientId).toBe(CLIENT);
  expect(asked[0]?.tokenParams?.scope).toContain(`api://${CLIENT}/access_as_user`);
});

test('nothing of a token is left in the browser, with the draft or in the console, taken or not', async ({ page }) => {
  const given: string[] = [];
  const said: string[] = [];
  page.on('console', (message) => void said.push(message.text()));
  await playOutlook(page, async ({ method }) => {
    if (method !== 'GetTokenPopup' && given.length === 0) return { status: 'USER_INTERACTION_REQUIRED' };
    given.push(await freshToken(given.length === 0 ? { aud: TENANT } : {}));
    return { token: given.at(-1) as string };
  });
  await openPane(page);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(footer(page)).not.toContainText('built-in');
  const left = await page.evaluate(async () => {
    const draft = await Promise.all(['umsicht.policy', 'umsicht.evidence', 'umsicht.records', 'umsicht.turn'].map((key) => new Promise((read) => (Office.context.mailbox.item as Office.MessageCompose).sessionData.getAsync(key, ({ value }) => read(value)))));
    const databases = await indexedDB.databases();
    return JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, location.href, databases, draft]);
  });
  expect(given).toHaveLength(2);
  for (const token of given) for (const part of token.split('.').slice(1)) expect(left + said.join('\n')).not.toContain(part.slice(0, 40));
  expect(left).not.toContain('mara@own.example');
});

test('where a window is needed, the pane says so, opens it on a click, and then knows more', async ({ page }) => {
  await playOutlook(page, async ({ method }) => (method === 'GetTokenPopup' ? { token: await freshToken() } : { status: 'USER_INTERACTION_REQUIRED' }));
  await openPane(page, 'de');
  await expect(bar(page, 'Anmeldung')).toContainText('Sie sind bei Umsicht nicht angemeldet.');
  await expect(footer(page)).toContainText('eingebauten Vorgaben');
  await page.getByRole('button', { name: 'Anmelden' }).click();
  await expect(bar(page, 'Anmeldung')).toHaveCount(0);
  await expect(footer(page)).not.toContainText('eingebauten Vorgaben');
});

test('records that events without a sign-in have left with the draft, the pane delivers when it is signed in', async ({ page }) => {
  await playOutlook(page, async ({ method }) => (method === 'GetTokenPopup' ? { token: await freshToken() } : { status: 'USER_INTERACTION_REQUIRED' }));
  const statuses: number[] = [];
  page.on('response', (response) => void (response.url().endsWith('/api/v1/records') && statuses.push(response.status())));
  await openPane(page);
  const { id, ...record } = aRecord({ day: new Date().toISOString().slice(0, 10) });
  const left = [{ name: `${record.day}.${id}`, text: JSON.stringify({ id, ...record }) }];
  const keptWithDraft = (text: string | null): Promise<string> => page.evaluate((written) => new Promise<string>((answered) => {
    const { sessionData } = Office.context.mailbox.item as Office.MessageCompose;
    if (written !== null) return sessionData.setAsync('umsicht.records', written, ({ status }) => answered(String(status)));
    return sessionData.getAsync('umsicht.records', ({ value }) => answered(value));
  }), text);
  // Outlook takes no more than three calls at a time, and the pane may have as many under way.
  await expect.poll(() => keptWithDraft(JSON.stringify(left))).toBe('succeeded');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect.poll(() => keptWithDraft(null)).toBe('');
  expect(statuses).toEqual([204]);
});

test('an Outlook without nested app authentication is told apart from nobody being signed in', async ({ page }) => {
  const loaded: string[] = [];
  page.on('request', (request) => void loaded.push(new URL(request.url()).pathname));
  await playOutlook(page, null);
  await openPane(page);
  await expect(bar(page)).toContainText('cannot sign you in in this Outlook');
  await expect(page.getByRole('button', { name: 'Sign in' })).toHaveCount(0);
  expect(loaded).not.toContain('/nested-app.js');
});

test('a token the service does not take is asked for anew, once', async ({ page }) => {
  let count = 0;
  await playOutlook(page, async () => {
    count += 1;
    return { token: await freshToken(count === 1 ? { aud: TENANT } : {}) };
  });
  await openPane(page);
  await expect(footer(page)).not.toContainText('built-in');
  expect(count).toBe(2);
});

test('the page of the browser runtimes sends the token along for the send bundle, and nowhere else', async ({ page }) => {
  await playOutlook(page, async () => ({ token: await freshToken() }));
  await page.goto(`${service.address}/launchevent.html`);
  expect(await page.evaluate(async () => (await fetch(`${location.origin}/api/v1/policy`, { headers: { accept: 'application/json' } })).status)).toBe(200);
  const [elsewhere] = await Promise.all([
    page.waitForRequest((request) => request.url().endsWith('/launchevent.js?again')),
    page.evaluate(async () => void (await fetch('/launchevent.js?again', { headers: {} }))),
  ]);
  expect(elsewhere.headers()['authorization']).toBeUndefined();
});

test('a service that asks nobody who they are has nothing loaded for it', async ({ page }) => {
  const open = await startService();
  try {
    const loaded: string[] = [];
    page.on('request', (request) => void loaded.push(new URL(request.url()).pathname));
    await playOutlook(page, async () => ({ token: 'x' }));
    await page.goto(`${open.address}/taskpane.html`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(footer(page)).not.toContainText('built-in');
    expect(loaded.filter((path) => path.includes('nested'))).toEqual([]);
  } finally {
    await open.stop();
  }
});
