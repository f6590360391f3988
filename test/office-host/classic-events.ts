import type { Host } from '../../src/simulator/host';
import { createOffice } from '../../src/simulator/office';
import { runBare } from '../bare-engine/engine';
import type { Origins } from './requests';

export interface ClassicEvents {
  /** Addresses the script has asked for, in order. */
  readonly asked: readonly string[];
  close(): void;
}

/**
 * Runs launch events as classic Outlook on Windows does: the script alone in an engine without a page
 * (test/bare-engine), an Office object that is not Microsoft's CDN file, and everything anew for each
 * event. Requests carry the origin the way classic Outlook writes it, with a slash at its end (#3907),
 * and only whole addresses are taken.
 */
export async function startClassicEvents({ host, origins, script }: { host: Host; origins: Origins; script: string }): Promise<ClassicEvents> {
  const asked: string[] = [];
  const reach = async (address: string, init: RequestInit = {}): Promise<Response> => {
    if (!URL.canParse(address)) throw new TypeError('Network request failed');
    asked.push(address);
    return reachOrigin(origins, new URL(address), { ...init, headers: { ...(init.headers as Record<string, string>), origin: `${new URL(script).origin}/` } });
  };
  // Outlook has the script in its cache from the time the add-in was installed.
  const text = await (await reachOrigin(origins, new URL(script))).text();

  const detach = host.attachRuntime({
    kind: 'events',
    invoke(functionName, event) {
      const { Office, invoke } = createOffice(host.connect('events'), host.client, host.runtimeInfo('events'));
      const { errors } = runBare(text, { Office, fetch: reach, setTimeout, clearTimeout });
      if (errors.length > 0) return event.failed('error', errors.join('; '));
      invoke(functionName, event);
    },
  });
  return { asked, close: detach };
}

async function reachOrigin(origins: Origins, url: URL, init?: RequestInit): Promise<Response> {
  const target = origins[url.origin];
  if (typeof target === 'string') return fetch(new URL(url.pathname + url.search, target), init);
  const page = target && target(url);
  return page ? new Response(page.body, { headers: { 'content-type': page.contentType } }) : new Response('', { status: 404 });
}
