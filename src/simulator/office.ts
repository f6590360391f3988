import type { Answer } from './answer';
import { hasMailboxSet, type ClientProfile } from './clients';
import type { Connection, RuntimeInfo } from './host';
import type { HostEvents } from './inside';
import type { InvokedEvent } from './invocation';
import { asyncApi, officeError, type AsyncApi, type AsyncResult } from './office-call';
import { officeEnums } from './office-enums';
import { notInEventHandlers, officeItem } from './office-item';

type Listener = (payload: unknown) => void;

/**
 * The `Office` object of one runtime of one client, and the way for the host to run what the add-in has associated.
 *
 * In classic Windows' event runtime `onReady` never calls back, `Office.context` throws until an event is being handled,
 * and nothing comes back any more once the last event is completed.
 */
export function createOffice(connection: Connection, client: ClientProfile, runtime: RuntimeInfo) {
  const isScriptOnly = runtime.kind === 'events' && client.eventRuntime === 'javascriptOnly';
  const associated = new Map<string, (event: unknown) => unknown>();
  let active = 0;
  let hasStarted = false;

  const line = {
    runtime,
    send: (method: string, args: readonly unknown[]): Promise<Answer> => connection.call(method, args),
    isAlive: () => !isScriptOnly || active > 0,
  };
  const context = officeContext(connection, client, runtime, line);

  const Office = {
    ...officeEnums(client),
    actions: {
      /** Names are compared without regard to case; the later of two wins. */
      associate(name: unknown, action: unknown) {
        if (typeof name === 'string' && typeof action === 'function') associated.set(name.toUpperCase(), action as (event: unknown) => unknown);
      },
    },
    onReady(callback?: (info: { host: string; platform: string }) => unknown): Promise<{ host: string; platform: string }> {
      if (isScriptOnly) return new Promise(() => {});
      const info = { host: 'Outlook', platform: client.platform };
      const ready = Promise.resolve(info);
      if (callback) void ready.then(callback);
      return ready;
    },
    get context() {
      if (isScriptOnly && !hasStarted) throw officeError('Error', 'Office.context is not there before an event is being handled.');
      return context;
    },
    ...(runtime.kind === 'events' ? { devicePermission: { requestPermissionsAsync: notInEventHandlers(runtime, 'devicePermission.requestPermissionsAsync') } } : {}),
  };

  /** Runs an associated function; what it throws or rejects with is reported as its failure. */
  function invoke(functionName: string, { completed, failed, ...data }: InvokedEvent): void {
    const action = associated.get(functionName.toUpperCase());
    if (!action) return failed('notAssociated', `Nothing is associated with ${functionName}.`);

    active += 1;
    hasStarted = true;
    let isOver = false;
    const over = () => {
      if (!isOver) active -= 1;
      isOver = true;
    };
    const broke = (error: unknown) => {
      over();
      failed('error', String(error));
    };
    const event = {
      ...data,
      completed(options?: unknown) {
        // office.js writes the options as JSON, so what refers to itself throws here.
        const sent = options === undefined ? undefined : (JSON.parse(JSON.stringify(options)) as unknown);
        over();
        completed(sent);
      },
    };
    try {
      const result = action(event);
      if (result instanceof Promise) result.catch(broke);
    } catch (error) {
      broke(error);
    }
  }

  return { Office, invoke };
}

function officeContext(connection: Connection, client: ClientProfile, runtime: RuntimeInfo, line: Parameters<typeof asyncApi>[0]) {
  const blocked = (name: string) => notInEventHandlers(runtime, name);
  const inPane = runtime.kind === 'pane';
  let theme = runtime.theme;
  connection.on('officeThemeChanged', ({ officeTheme }) => {
    theme = officeTheme;
  });

  const item = {
    ...officeItem(client, runtime, (method) => asyncApi(line, method)),
    ...(inPane ? handlers(line, {
      olkRecipientsChanged: (listener) => connection.on('recipientsChanged', (changedRecipientFields) => listener({ type: 'olkRecipientsChanged', changedRecipientFields })),
      ...(client.smartAlerts.initializationContextChanged ? { olkInitializationContextChanged: subscriber(connection, 'initializationContextChanged') } : {}),
    }) : {}),
  };
  const mailbox = {
    // Typed as if it were always there, as in Microsoft's own types.
    item: client.oddities.itemMissing ? (null as unknown as typeof item) : item,
    diagnostics: { hostName: client.hostName, hostVersion: client.hostVersion },
    userProfile: { ...runtime.user, accountType: 'office365' },
    ...(inPane && hasMailboxSet(client, '1.14') ? handlers(line, { officeThemeChanged: subscriber(connection, 'officeThemeChanged') }) : {}),
    displayAppointmentForm: blocked('mailbox.displayAppointmentForm'),
    displayMessageForm: blocked('mailbox.displayMessageForm'),
    displayNewAppointmentForm: blocked('mailbox.displayNewAppointmentForm'),
    displayNewMessageForm: blocked('mailbox.displayNewMessageForm'),
  };

  return {
    mailbox,
    host: 'Outlook',
    platform: client.platform,
    displayLanguage: runtime.language === 'de' ? 'de-DE' : 'en-US',
    contentLanguage: runtime.language === 'de' ? 'de-DE' : 'en-US',
    diagnostics: { host: 'Outlook', platform: client.platform, version: client.hostVersion },
    requirements: {
      isSetSupported: (name: string, version = '1.1') => name.toLowerCase() === 'mailbox' && hasMailboxSet(client, String(version)),
    },
    /** Not in event handlers, and not before Mailbox 1.14. */
    get officeTheme() {
      return runtime.kind === 'events' || !hasMailboxSet(client, '1.14') ? undefined : theme;
    },
    ...(hasMailboxSet(client, '1.13') ? {
      sensitivityLabelsCatalog: {
        getIsEnabledAsync: asyncApi(line, { name: 'sensitivityLabelsCatalog.getIsEnabledAsync', values: 0, permission: 'ReadWriteItem', isGetter: true }),
        getAsync: asyncApi(line, { name: 'sensitivityLabelsCatalog.getAsync', values: 0, permission: 'ReadWriteItem', isGetter: true }),
      },
    } : {}),
    auth: { getAccessToken: blocked('auth.getAccessToken'), getAccessTokenAsync: blocked('auth.getAccessTokenAsync') },
    ui: { displayDialogAsync: blocked('ui.displayDialogAsync'), messageParent: blocked('ui.messageParent') },
  };
}

function subscriber<E extends keyof HostEvents>(connection: Connection, event: E): (listener: Listener) => () => void {
  return (listener) => connection.on(event, listener);
}

/** `addHandlerAsync` and `removeHandlerAsync` for the events named; other events are refused. */
function handlers(line: Parameters<typeof asyncApi>[0], sources: Readonly<Record<string, (listener: Listener) => () => void>>) {
  const ends = new Map<string, (() => void)[]>();
  const refuse = ([type]: readonly unknown[]) => (Object.hasOwn(sources, String(type)) ? null : { throws: 'ArgumentError' as const, code: 9031, message: `no event ${String(type)}` });
  const local = (name: string, values: number, carryOut: (type: string, given: readonly unknown[]) => void): AsyncApi => {
    const answered = (given: readonly unknown[]): AsyncApi => asyncApi({
      ...line,
      send: async () => {
        carryOut(String(given[0]), given);
        return { status: 'succeeded', value: undefined };
      },
    }, { name, values, permission: 'ReadItem', refuse, argsFor: () => [] });
    return (...given) => answered(given)(...given);
  };

  return {
    addHandlerAsync: local('addHandlerAsync', 2, (type, [, listener]) => {
      if (typeof listener === 'function') ends.set(type, [...(ends.get(type) ?? []), sources[type]!(listener as Listener)]);
    }),
    removeHandlerAsync: local('removeHandlerAsync', 1, (type) => {
      for (const end of ends.get(type) ?? []) end();
      ends.delete(type);
    }),
  };
}

export type { AsyncResult };
