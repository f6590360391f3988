/**
 * Outlook on the web, played for Microsoft's own, unmodified office.js (npm @microsoft/office-js).
 *
 *   const host = createHost({ client: CLIENTS.web, clock: runtimeClock(), item: { to: [...] }, events: { OnMessageSend: 'onMessageSend' } });
 *   const outlook = await playOutlook(page, { host, origins: { 'https://umsicht.example': 'http://127.0.0.1:3000' } });
 *
 *   // A task pane: `frame` is an ordinary Playwright frame.
 *   const pane = await outlook.openAddin({ url: 'https://umsicht.example/taskpane.html', as: 'pane' });
 *   await pane.frame.getByRole('button', { name: 'Move to Bcc' }).click();
 *   await expect.poll(() => host.draft().recipients.bcc).toHaveLength(3);
 *
 *   // The hidden page that runs launch events or function commands. From here on the host's own
 *   // logic runs them: host.pressSend() resolves with the alert, host.runCommand(id) with its end.
 *   await outlook.openAddin({ url: 'https://umsicht.example/launchevent.html', as: 'events' });
 *   const step = await host.pressSend();
 *
 *   // Or one function by hand, without the host's send logic; resolves with what was completed.
 *   const completion = await runtime.fireEvent('OnMessageSend', 'onMessageSend');
 *
 * The draft, the faults, the send modes and the dialog are the simulated host's (src/simulator), so
 * what a test says about Outlook it says there; what is Microsoft's is everything between the
 * add-in's code and the wire. `origins` maps the add-in's https origins to the service that runs
 * (http, forwarded by the test process, headers kept) or to a function that makes the pages.
 *
 * Nothing leaves the machine: every request of the browser is answered here. One nobody expected
 * is refused and listed in `outlook.strayRequests` (office.js's own telemetry is taken and thrown
 * away); calls the played Outlook does not know are listed in `outlook.unknownCalls()`. A test
 * should find both empty.
 *
 * Limits: one item per page, no dialogs (`displayDialogAsync`), no read mode; APIs that came after
 * Mailbox 1.12 are not in the npm library (so no InitializationContextChanged and no theme), but
 * options of `event.completed` arrive whatever they are, for the library does not look at them.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Frame, Page, Route } from '@playwright/test';
import type { Host } from '../../src/simulator/host';
import type { InvokedEvent } from '../../src/simulator/invocation';
import type { RuntimeKind } from '../../src/simulator/inside';
import { createLine, type Line } from './wire';

/** A page of the add-in, made by the test instead of a running service. */
export type MadePage = (url: URL) => { readonly contentType: string; readonly body: string } | undefined;

export interface PlayedOutlookSetup {
  readonly host: Host;
  /** Where requests to each origin of the add-in go. */
  readonly origins: Readonly<Record<string, string | MadePage>>;
  /** Milliseconds a page may take until office.js is ready in it. */
  readonly startTimeout?: number;
}

export interface OpenedAddin {
  readonly frame: Frame;
  /** Calls a function of the page with an event, as Outlook would; waits for `completed`, for ever if need be. */
  fireEvent(eventType: string, functionName: string, extra?: Readonly<Record<string, unknown>>): Promise<Completion>;
  close(): Promise<void>;
}

export type Completion =
  | { readonly kind: 'completed'; readonly options: unknown }
  | { readonly kind: 'failed'; readonly reason: 'notAssociated' | 'error' };

export interface PlayedOutlook {
  /**
   * Opens a page of the add-in in Outlook's window, a pane visibly, a runtime for `events` or
   * `commands` hidden. Resolves once office.js is ready in it; rejects when it does not get there.
   * `host` puts another draft behind this one page: a new tab for each costs three times as much.
   */
  openAddin(addin: { readonly url: string; readonly as: RuntimeKind; readonly host?: Host }): Promise<OpenedAddin>;
  /** Requests to places that nobody answers for. */
  readonly strayRequests: readonly string[];
  unknownCalls(): readonly string[];
}

const OUTLOOK = 'https://outlook.office.com';
const LIBRARY = 'https://appsforoffice.microsoft.com/lib/1/hosted/';
const MICROSOFT_AJAX = 'https://ajax.aspnetcdn.com/ajax/3.5/MicrosoftAjax.js';
/** Where the library reports how it is used, some seconds after it started. Taken, and thrown away. */
const TELEMETRY = 'https://browser.pipe.aria.microsoft.com';

const PAGE_FOLDER = path.join(__dirname, 'page');
const LIBRARY_FOLDER = path.dirname(require.resolve('@microsoft/office-js/dist/office.js'));

/** Takes over all requests of the page's browser context; one played Outlook per page. */
export async function playOutlook(page: Page, { host: outlooksHost, origins, startTimeout = 30_000 }: PlayedOutlookSetup): Promise<PlayedOutlook> {
  const lines = new Map<string, Line>();
  const strayRequests: string[] = [];

  await page.context().route('**/*', (route) => fulfil(route, origins, strayRequests));
  await page.exposeFunction('answerAddin', (conversationId: string, message: string) => lines.get(conversationId)?.answer(message) ?? null);
  await page.goto(`${OUTLOOK}/mail/`);

  return {
    strayRequests,
    unknownCalls: () => [...lines.values()].flatMap((line) => line.unknownCalls),

    async openAddin({ url, as, host = outlooksHost }) {
      const conversationId = `addin-${lines.size + 1}`;
      const line = createLine({
        host,
        kind: as,
        conversationId,
        post: (message) => void page.evaluate(([id, text]) => window.postToAddin(id, text), [conversationId, message] as const).catch(() => undefined),
      });
      lines.set(conversationId, line);

      await page.evaluate((frame) => window.openAddinFrame(frame), {
        conversationId,
        name: frameName(conversationId, host.language),
        url,
        hidden: as !== 'pane',
      });
      await within(startTimeout, line.ready, `office.js did not get ready in ${url}`);

      const element = await page.locator(`#${conversationId}`).elementHandle();
      const frame = await element?.contentFrame();
      if (!frame) throw new Error(`No frame for ${url}`);
      const detach = as === 'pane' ? () => undefined : host.attachRuntime({ kind: as, invoke: line.invoke });

      return {
        frame,
        fireEvent: (eventType, functionName, extra = {}) =>
          new Promise((resolve) => {
            const event: InvokedEvent = {
              ...extra,
              type: eventType,
              source: { id: functionName },
              completed: (options) => resolve({ kind: 'completed', options }),
              failed: (reason) => resolve({ kind: 'failed', reason }),
            };
            line.invoke(functionName, event);
          }),
        async close() {
          detach();
          line.close();
          await page.evaluate((id) => window.closeAddinFrame(id), conversationId);
        },
      };
    },
  };
}

/** What Outlook on the web writes into the name of the frame, for office.js to read. */
function frameName(conversationId: string, language: 'de' | 'en'): string {
  const locale = language === 'de' ? 'de-de' : 'en-us';
  return JSON.stringify({
    baseFrameName: conversationId,
    hostInfo: `Outlook|Web|16.01|${locale}|${conversationId}|||0`,
    xdmInfo: `${conversationId}|${conversationId}|${OUTLOOK}`,
    serializerVersion: 1,
    flights: '[]',
  });
}

async function fulfil(route: Route, origins: PlayedOutlookSetup['origins'], strayRequests: string[]): Promise<void> {
  const url = new URL(route.request().url());
  const made = await answerFor(url, route, origins);
  if (made === undefined) {
    strayRequests.push(url.href);
    return route.abort();
  }
  return made === 'connectionrefused' ? route.abort(made) : route.fulfill(made);
}

type Fulfilment = NonNullable<Parameters<Route['fulfill']>[0]>;

async function answerFor(url: URL, route: Route, origins: PlayedOutlookSetup['origins']): Promise<Fulfilment | 'connectionrefused' | undefined> {
  if (url.href === `${OUTLOOK}/mail/`) return fileAnswer(path.join(PAGE_FOLDER, 'outlook.html'));
  if (url.href === `${OUTLOOK}/played/outlook.js`) return fileAnswer(path.join(PAGE_FOLDER, 'outlook.js'));
  if (url.href === MICROSOFT_AJAX) return fileAnswer(path.join(PAGE_FOLDER, 'microsoft-ajax.js'));
  if (url.href.startsWith(LIBRARY)) return fileAnswer(path.join(LIBRARY_FOLDER, url.pathname.slice(new URL(LIBRARY).pathname.length)));

  if (url.origin === TELEMETRY) return { status: 204 };

  const target = origins[url.origin];
  if (target === undefined) return undefined;
  // A service that is gone looks to the browser like any server that is not there.
  if (typeof target === 'string') return forward(url, target, route).catch(() => 'connectionrefused' as const);
  const page = target(url);
  return page ? { status: 200, contentType: page.contentType, body: page.body } : { status: 404, body: '' };
}

const CONTENT_TYPES: Readonly<Record<string, string>> = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8' };

async function fileAnswer(file: string): Promise<Fulfilment> {
  try {
    const contentType = CONTENT_TYPES[path.extname(file)] ?? 'application/octet-stream';
    return { status: 200, contentType, headers: { 'access-control-allow-origin': '*' }, body: await readFile(file) };
  } catch {
    return { status: 404, body: '' };
  }
}

/** Headers that describe one connection, or a packing that `fetch` has undone. */
const HOP_HEADERS: readonly string[] = ['host', 'connection', 'content-length', 'content-encoding', 'transfer-encoding', 'keep-alive'];

/** Sends the request on to the service; redirects are handed to the browser as they are. */
async function forward(url: URL, target: string, route: Route): Promise<Fulfilment> {
  const request = route.request();
  const body = request.postDataBuffer();
  const response = await fetch(new URL(url.pathname + url.search, target), {
    method: request.method(),
    headers: withoutHopHeaders(Object.entries(await request.allHeaders()).filter(([name]) => !name.startsWith(':'))),
    ...(body ? { body: new Uint8Array(body) } : {}),
    redirect: 'manual',
  });
  return { status: response.status, headers: withoutHopHeaders([...response.headers]), body: Buffer.from(await response.arrayBuffer()) };
}

function withoutHopHeaders(headers: readonly (readonly [string, string])[]): Record<string, string> {
  return Object.fromEntries(headers.filter(([name]) => !HOP_HEADERS.includes(name.toLowerCase())));
}

async function within<T>(milliseconds: number, promise: Promise<T>, message: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(message)), milliseconds);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

declare global {
  interface Window {
    openAddinFrame(frame: { conversationId: string; name: string; url: string; hidden: boolean }): void;
    closeAddinFrame(conversationId: string): void;
    postToAddin(conversationId: string, message: string): void;
  }
}
