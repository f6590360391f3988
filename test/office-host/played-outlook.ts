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
import type { Frame, Page } from '@playwright/test';
import type { Host } from '../../src/simulator/host';
import type { RuntimeKind } from '../../src/simulator/inside';
import { type Completion, fire } from './fire';
import { answerRequests, type Origins, within } from './requests';
import { createWebWire, type WebWire } from './web-wire';

export interface PlayedOutlookSetup {
  readonly host: Host;
  /** Where requests to each origin of the add-in go. */
  readonly origins: Origins;
  /** Milliseconds a page may take until office.js is ready in it. */
  readonly startTimeout?: number;
}

export interface OpenedAddin {
  readonly frame: Frame;
  /** Calls a function of the page with an event, as Outlook would; waits for `completed`, for ever if need be. */
  fireEvent(eventType: string, functionName: string, extra?: Readonly<Record<string, unknown>>): Promise<Completion>;
  close(): Promise<void>;
}

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
const FILES = { [`${OUTLOOK}/mail/`]: 'outlook.html', [`${OUTLOOK}/played/outlook.js`]: 'outlook.js' };

/** Takes over all requests of the page's browser context; one played Outlook per page. */
export async function playOutlook(page: Page, { host: outlooksHost, origins, startTimeout = 30_000 }: PlayedOutlookSetup): Promise<PlayedOutlook> {
  const lines = new Map<string, WebWire>();

  const strayRequests = await answerRequests(page.context(), origins, FILES);
  await page.exposeFunction('answerAddin', (conversationId: string, message: string) => lines.get(conversationId)?.answer(message) ?? null);
  await page.goto(`${OUTLOOK}/mail/`);

  return {
    strayRequests,
    unknownCalls: () => [...lines.values()].flatMap((line) => line.unknownCalls),

    async openAddin({ url, as, host = outlooksHost }) {
      const conversationId = `addin-${lines.size + 1}`;
      const line = createWebWire({
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
        fireEvent: (eventType, functionName, extra) => fire(line.invoke, eventType, functionName, extra),
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

declare global {
  interface Window {
    openAddinFrame(frame: { conversationId: string; name: string; url: string; hidden: boolean }): void;
    closeAddinFrame(conversationId: string): void;
    postToAddin(conversationId: string, message: string): void;
  }
}
