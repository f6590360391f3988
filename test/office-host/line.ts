import type { Connection, Host } from '../../src/simulator/host';
import type { OfficeTheme, RuntimeKind } from '../../src/simulator/inside';
import type { InvokedEvent } from '../../src/simulator/invocation';
import { hostCall, isTelemetry, wireValue } from './dispatch';

/**
 * One add-in page's line to the simulated host, in the numbers of Microsoft's office.js. How the
 * numbers and their parameters are packed differs between its library for the web and the one for
 * Windows (web-wire.ts, classic-wire.ts); what they mean does not.
 */
export interface Line {
  /** Throws where the host throws. May take for ever. */
  execute(dispatchId: number, params: unknown): Promise<Reply>;
  /** What the library asks for before anything else. */
  initialData(): object;
  /** The library wants to hear of an event, or no longer. */
  register(event: LibraryEvent, wanted: boolean): void;
  /** Runs a function of the page, as Outlook does for launch events and function commands. */
  invoke(functionName: string, event: InvokedEvent): void;
  /** The library has run a function to its `completed`, or could not. `json` is the event object as it came back. */
  completed(id: string, status: number, json: string): void;
  /** Resolves once office.js has started in the page and takes events. */
  readonly ready: Promise<void>;
  /** Something the library asked that the played Outlook does not know. */
  unknown(what: string): void;
  readonly unknownCalls: readonly string[];
  close(): void;
}

export type Reply = { readonly errorCode: 0; readonly data?: unknown } | { readonly errorCode: number };

/** Events the library registers for, and their numbers. */
export const LIBRARY_EVENTS = { officeThemeChanged: 9, appCommandInvoked: 39, olkRecipientsChanged: 47 } as const;
export type LibraryEvent = keyof typeof LIBRARY_EVENTS;

/** An event or command was completed. */
export const COMPLETED = 94;
/** The library found no function of that name. */
const NOT_ASSOCIATED = 11101;

export interface LineSetup {
  readonly host: Host;
  readonly kind: RuntimeKind;
  /** Hands an event over to the page; what comes with it is a list. */
  readonly raise: (event: LibraryEvent, payload: readonly unknown[]) => void;
}

export function createLine({ host, kind, raise }: LineSetup): Line {
  const connection: Connection = host.connect(kind);
  const registered = new Set<LibraryEvent>();
  const running = new Map<string, InvokedEvent>();
  const unknownCalls: string[] = [];
  let invocations = 0;
  let begin: () => void = () => undefined;
  const ready = new Promise<void>((resolve) => {
    begin = resolve;
  });

  const stopListening = [
    connection.on('recipientsChanged', (payload) => pass('olkRecipientsChanged', [JSON.stringify(payload)])),
    connection.on('officeThemeChanged', ({ officeTheme }) => pass('officeThemeChanged', [themeJson(officeTheme)])),
  ];

  function pass(event: LibraryEvent, payload: readonly unknown[]): void {
    if (registered.has(event)) raise(event, payload);
  }

  return {
    ready,
    unknownCalls,
    unknown: (what) => void unknownCalls.push(what),

    async execute(dispatchId, params) {
      if (isTelemetry(dispatchId)) return { errorCode: 0 };
      const call = hostCall(dispatchId, params, host.draft().kind);
      if (!call) {
        unknownCalls.push(`call ${dispatchId}`);
        return { errorCode: 9032 };
      }
      const answer = await connection.call(call.method, call.args);
      if (answer.status === 'failed') return { errorCode: answer.error.code };
      return { errorCode: 0, data: wireValue(dispatchId, answer.value) };
    },

    initialData: () => initialData(host, kind),

    register(event, wanted) {
      if (wanted) registered.add(event);
      else registered.delete(event);
      if (wanted && event === 'appCommandInvoked') begin();
    },

    invoke(functionName, event) {
      const id = `invocation-${(invocations += 1)}`;
      running.set(id, event);
      // Only the plain data travels; office.js puts `completed` on it at the other end.
      void ready.then(() => pass('appCommandInvoked', [id, functionName, JSON.stringify(event)]));
    },

    completed(id, status, json) {
      const event = running.get(id);
      if (!event) unknownCalls.push(`completed ${id}`);
      else if (status === 0) event.completed((JSON.parse(json) as { completedContext?: unknown }).completedContext);
      else event.failed(status === NOT_ASSOCIATED ? 'notAssociated' : 'error', `office.js ended it with ${status}`);
    },

    close() {
      registered.clear();
      for (const stop of stopListening) stop();
    },
  };
}

const ITEM_TYPE = { message: 4, meeting: 5 } as const;
/** The library's own numbers, which are not in the order of the levels. */
const PERMISSION = { Restricted: 0, ReadItem: 1, ReadWriteMailbox: 2, ReadWriteItem: 3 } as const;

function initialData(host: Host, kind: RuntimeKind): object {
  const { user, permission, itemKind } = host.runtimeInfo(kind);
  return {
    permissionLevel: PERMISSION[permission],
    itemType: ITEM_TYPE[itemKind],
    itemNumber: 1,
    conversationId: null,
    hostVersion: host.client.hostVersion,
    owaView: 'ThreeColumns',
    userDisplayName: user.displayName,
    userEmailAddress: user.emailAddress,
    userTimeZone: user.timeZone,
    userProfileType: 'office365',
    timeZoneOffsets: [],
    isFromSharedFolder: false,
  };
}

/** The locale Outlook names in the forms the library wants. */
export const LOCALE = { de: 'de-DE', en: 'en-US' } as const;

/** Colours travel as numbers. */
export function themeJson(theme: OfficeTheme): string {
  return JSON.stringify(Object.fromEntries(Object.entries(theme).map(([name, colour]) => [name, Number.parseInt(String(colour).slice(1), 16)])));
}
