import type { ClientProfile } from '../simulator/clients';
import type { Connection, RuntimeInfo } from '../simulator/host';
import type { Invoke } from './fresh-runtimes';
import type { ServiceConditions } from './service-conditions';

/** What a frame of the add-in is given by the page around it, in place of Outlook. */
export interface FrameLine {
  readonly connection: Connection;
  readonly client: ClientProfile;
  readonly runtime: RuntimeInfo;
  /** How the frame finds the service now. */
  service(): ServiceConditions;
  /** The frame's scripts are loaded; functions run from now on. */
  loaded(invoke: Invoke): void;
}

/** Where a frame finds its line: on the window around it, which is of the same origin. */
export interface FrameExchange {
  /** `null` for a window that is no frame of the add-in's. */
  lineFor(frame: Window): FrameLine | null;
}

export const EXCHANGE = 'umsichtPlayground';

declare global {
  interface Window {
    [EXCHANGE]?: FrameExchange;
  }
}

const lines = new Map<HTMLIFrameElement, FrameLine>();

/** Makes a line ready for a frame before it is loaded. Returns how to take it back. */
export function offerLine(frame: HTMLIFrameElement, line: FrameLine): () => void {
  window[EXCHANGE] ??= {
    lineFor: (asking) => [...lines].find(([each]) => each.contentWindow === asking)?.[1] ?? null,
  };
  lines.set(frame, line);
  return () => void lines.delete(frame);
}
