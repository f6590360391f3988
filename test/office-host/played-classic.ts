/**
 * Classic Outlook on Windows, played for Microsoft's own, unmodified office.js (npm @microsoft/office-js,
 * outlook-win32-16.02.js): what played-outlook.ts is for the web.
 *
 *   const outlook = await playClassicOutlook(page.context(), { host, origins });
 *   const pane = await outlook.openAddin({ url: 'https://umsicht.example/taskpane.html', as: 'pane' });
 *   await outlook.startEvents('https://umsicht.example/launchevent.js');
 *   const step = await host.pressSend();
 *
 * A pane and a page of function commands are web views: each gets a tab of its own, in which
 * `window.external` is played. Launch events run without a page and without Microsoft's library
 * (classic-events.ts), as they do in the real one, so what the two tell each other goes through the item.
 *
 * Limits as for the web. What is Outlook's own there, the COM object behind `window.external`, is
 * played as far as the library calls it.
 */
import type { BrowserContext, Page } from '@playwright/test';
import type { Host } from '../../src/simulator/host';
import { type ClassicEvents, startClassicEvents } from './classic-events';
import { classicContext, type ClassicWire, createClassicWire } from './classic-wire';
import { fire } from './fire';
import { installExternal } from './page/window-external';
import type { OpenedAddin, PlayedOutlookSetup } from './played-outlook';
import { answerRequests, within } from './requests';

export interface PlayedClassicOutlook {
  /** Resolves once office.js is ready in the page; rejects when it does not get there. */
  openAddin(addin: { readonly url: string; readonly as: 'pane' | 'commands'; readonly host?: Host }): Promise<OpenedAddin>;
  /** From now on launch events run in the script at this address. */
  startEvents(script: string, host?: Host): Promise<ClassicEvents>;
  readonly strayRequests: readonly string[];
  unknownCalls(): readonly string[];
  close(): Promise<void>;
}

/** Takes over all requests of the browser context. */
export async function playClassicOutlook(context: BrowserContext, { host: outlooksHost, origins, startTimeout = 30_000 }: PlayedOutlookSetup): Promise<PlayedClassicOutlook> {
  const wires: ClassicWire[] = [];
  const current = new Map<Page, ClassicWire>();
  /** Tabs of pages that were closed: to load the next one there takes a third of the time a new one takes. */
  const spare: Page[] = [];
  const strayRequests = await answerRequests(context, origins);

  async function newTab(): Promise<Page> {
    const page = await context.newPage();
    await page.exposeFunction('executeInOutlook', (dispatchId: number, params: readonly unknown[]) => current.get(page)?.execute(dispatchId, params));
    await page.exposeFunction('registerInOutlook', (eventId: number, wanted: boolean) => current.get(page)?.register(eventId, wanted));
    return page;
  }

  return {
    strayRequests,
    unknownCalls: () => wires.flatMap((wire) => wire.unknownCalls),
    close: () => context.close(),
    startEvents: (script, host = outlooksHost) => startClassicEvents({ host, origins, script }),

    async openAddin({ url, as, host = outlooksHost }) {
      const page = spare.pop() ?? (await newTab());
      const wire = createClassicWire({
        host,
        kind: as,
        raise: (eventId, payload) => void page.evaluate(([id, values]) => window.raiseInAddin(id, values), [eventId, payload] as const).catch(() => undefined),
      });
      wires.push(wire);
      current.set(page, wire);
      // In a tab that was used before, the one put in last is run last, and counts.
      await page.addInitScript(installExternal, classicContext(host, as));
      await page.goto(url);
      await within(startTimeout, wire.ready, `office.js did not get ready in ${url}`);
      const detach = as === 'pane' ? () => undefined : host.attachRuntime({ kind: as, invoke: wire.invoke });

      return {
        frame: page.mainFrame(),
        fireEvent: (eventType, functionName, extra) => fire(wire.invoke, eventType, functionName, extra),
        async close() {
          detach();
          wire.close();
          current.delete(page);
          await page.goto('about:blank');
          spare.push(page);
        },
      };
    },
  };
}
