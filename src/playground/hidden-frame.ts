import type { Connection, Host } from '../simulator/host';
import type { AttachedRuntime } from '../simulator/invocation';
import { type FrameLine, offerLine } from './frame-line';
import type { Invoke, StartedRuntime } from './fresh-runtimes';
import type { ServiceConditions } from './service-conditions';

/** Milliseconds a page may take to load before the add-in counts as out of reach. */
const LOAD_TIMEOUT = 20_000;

/** Loads a page of the add-in out of sight, as Outlook does for events and function commands. */
export function hiddenFrame(host: Host, kind: AttachedRuntime['kind'], url: string, service: () => ServiceConditions): StartedRuntime {
  const frame = document.createElement('iframe');
  frame.hidden = true;
  frame.title = kind;
  frame.setAttribute('aria-hidden', 'true');
  frame.tabIndex = -1;
  let takeBack = (): void => undefined;
  const line = host.connect(kind);

  const ready = new Promise<Invoke>((resolve, reject) => {
    const tooLate = setTimeout(() => reject(new Error(`${url} did not load.`)), LOAD_TIMEOUT);
    takeBack = offerLine(frame, lineTo(host, kind, line, service, (invoke) => {
      clearTimeout(tooLate);
      resolve(invoke);
    }));
    // The frame's own load event comes first if office.js was there; after this one nothing more will come.
    frame.addEventListener('load', () => setTimeout(() => {
      clearTimeout(tooLate);
      reject(new Error(`${url} could not be loaded.`));
    }, 0));
  });
  frame.src = url;
  document.body.append(frame);

  return {
    ready,
    dispose() {
      // A page that is gone may still finish what it was at.
      line.cut();
      takeBack();
      frame.remove();
    },
  };
}

export function lineTo(host: Host, kind: FrameLine['runtime']['kind'], connection: Connection, service: () => ServiceConditions, loaded: FrameLine['loaded']): FrameLine {
  return { connection, client: host.client, runtime: host.runtimeInfo(kind), service, loaded };
}
