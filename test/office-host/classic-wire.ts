import type { Host } from '../../src/simulator/host';
import type { RuntimeKind } from '../../src/simulator/inside';
import type { InvokedEvent } from '../../src/simulator/invocation';
import { COMPLETED, createLine, LIBRARY_EVENTS, type LibraryEvent, LOCALE, themeJson } from './line';

/**
 * How Microsoft's office.js for Windows (outlook-win32-16.02.js) speaks: calls of `window.external`
 * with lists of values, the way COM takes them, answered with lists again. Knows nothing of browsers.
 * Packing as read in, and seen in the traffic of, npm @microsoft/office-js 1.1.110.
 */
export interface ClassicWire {
  /** The list to answer a call with. Resolves when the host answers, which may be never. */
  execute(dispatchId: number, params: readonly unknown[]): Promise<readonly unknown[]>;
  register(eventId: number, wanted: boolean): void;
  invoke(functionName: string, event: InvokedEvent): void;
  readonly ready: Promise<void>;
  readonly unknownCalls: readonly string[];
  close(): void;
}

const INITIAL_DATA = 1;
/** E_FAIL: what COM says when the host fell over a call. The library takes a lone number for an error. */
const E_FAIL = -2147467259;

/** Calls whose parameters stand one after the other, by name. All others travel as one JSON text. */
const POSITIONS: Readonly<Record<number, readonly string[]>> = {
  15: ['recipientField'],
  17: ['subject'],
  21: ['recipientField', 'recipientArray'],
  22: ['recipientField', 'recipientArray'],
  33: ['key', 'type', 'persistent', 'message', 'icon'],
  35: ['key', 'type', 'persistent', 'message', 'icon'],
  36: ['key'],
  37: ['coercionType'],
  38: ['data', 'coercionType'],
};
/** The library hands the actions of a notification over beside it, and then with every later call as well. */
const WITH_ACTIONS: readonly number[] = [33, 35];

export function createClassicWire({ host, kind, raise }: { host: Host; kind: RuntimeKind; raise: (eventId: number, payload: readonly unknown[]) => void }): ClassicWire {
  const line = createLine({ host, kind, raise: (event, payload) => raise(LIBRARY_EVENTS[event], payload) });

  async function answer(dispatchId: number, params: readonly unknown[]): Promise<readonly unknown[]> {
    if (dispatchId === INITIAL_DATA) return [JSON.stringify(line.initialData()), 0];
    if (dispatchId === COMPLETED) {
      const [id, status, json] = params as readonly [string, number, string];
      line.completed(id, status, json);
      return [0];
    }
    const reply = await line.execute(dispatchId, unpacked(dispatchId, params));
    const { errorCode, ...data } = reply;
    return [JSON.stringify(data), errorCode, JSON.stringify({ itemNumber: 1 })];
  }

  return {
    ready: line.ready,
    unknownCalls: line.unknownCalls,
    invoke: line.invoke,
    close: line.close,
    execute: (dispatchId, params) => answer(dispatchId, params).catch(() => [E_FAIL]),
    register(eventId, wanted) {
      const event = (Object.keys(LIBRARY_EVENTS) as LibraryEvent[]).find((each) => LIBRARY_EVENTS[each] === eventId);
      if (event) line.register(event, wanted);
    },
  };
}

/** The parameters under the names the library for the web gives them. */
export function unpacked(dispatchId: number, params: readonly unknown[]): Readonly<Record<string, unknown>> {
  const names = POSITIONS[dispatchId] ?? [];
  const values = Object.fromEntries(names.map((name, index) => [name, name === 'recipientArray' ? people(params[index]) : params[index]]).filter(([, value]) => value !== undefined && value !== null));
  const { itemNumber: _, actions, ...rest } = restOf(params[names.length]);
  if (names.length === 0) return rest;
  return actions !== undefined && WITH_ACTIONS.includes(dispatchId) ? { ...values, actions } : values;
}

function restOf(json: unknown): Record<string, unknown> {
  return typeof json === 'string' ? (JSON.parse(json) as Record<string, unknown>) : {};
}

function people(pairs: unknown): readonly { readonly address: unknown; readonly name: unknown }[] {
  return (pairs as readonly (readonly [unknown, unknown])[]).map(([address, name]) => ({ address, name }));
}

/** What `window.external` tells without being asked through a call, since the library wants it at once. Plain data. */
export interface ClassicContext {
  /** `Outlook|Win32|<version of the library's file>|<locale>|<correlation>|||<flags>` */
  readonly hostInfo: string;
  readonly locale: string;
  readonly requirementMatrix: string;
  readonly hostVersion: string;
  /** Colours as numbers, as JSON. */
  readonly theme: string;
  readonly themeEvent: number;
}

export function classicContext(host: Host, kind: RuntimeKind): ClassicContext {
  const locale = LOCALE[host.language];
  return {
    hostInfo: `Outlook|Win32|16.02|${locale}|played|||0`,
    locale,
    requirementMatrix: JSON.stringify({ Mailbox: host.client.mailboxSet }),
    hostVersion: host.client.hostVersion,
    theme: themeJson(host.runtimeInfo(kind).theme),
    themeEvent: LIBRARY_EVENTS.officeThemeChanged,
  };
}
