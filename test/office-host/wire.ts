import type { Connection, Host } from '../../src/simulator/host';
import type { InvokedEvent } from '../../src/simulator/invocation';
import type { RuntimeKind } from '../../src/simulator/inside';
import { hostCall, isTelemetry, wireValue } from './dispatch';

/**
 * One add-in page's line to the simulated host, in the language of Microsoft's office.js: JSON texts
 * that the library posts to its parent window. Knows nothing of browsers; it is handed requests and
 * posts through `post`.
 */
export interface Line {
  /** Resolves with the reply to post, or with `null` where Outlook would stay silent. May take for ever. */
  answer(message: string): Promise<string | null>;
  /** Runs a function of the page, as Outlook does for launch events and function commands. */
  invoke(functionName: string, event: InvokedEvent): void;
  /** Resolves once office.js has started in the page and takes events. */
  readonly ready: Promise<void>;
  readonly unknownCalls: readonly string[];
  close(): void;
}

interface Request {
  readonly _messageType: number;
  readonly _actionType: number;
  readonly _actionName: string;
  readonly _conversationId: string;
  readonly _correlationId: number;
  readonly _data: unknown;
}

/** What the transport says when the host fell over a request; the library makes error 9002 of it. */
const TRANSPORT_FAILURE = -2;
/** The library found no function of that name. */
const NOT_ASSOCIATED = 11101;
/** The application number of Outlook on the web. */
const OUTLOOK_WEB_APP = 64;
const REQUEST = 0;
const MESSAGE = 1;
const REGISTER_EVENT = 1;
const UNREGISTER_EVENT = 2;
const EVENT = 1;

const NOT_ANSWERED = Symbol('not answered');

export function createLine({ host, kind, conversationId, post }: { host: Host; kind: RuntimeKind; conversationId: string; post: (message: string) => void }): Line {
  const connection: Connection = host.connect(kind);
  const registered = new Set<string>();
  const running = new Map<string, InvokedEvent>();
  const unknownCalls: string[] = [];
  let invocations = 0;
  let begin: () => void = () => undefined;
  const ready = new Promise<void>((resolve) => {
    begin = resolve;
  });

  const stopListening = [
    connection.on('recipientsChanged', (payload) => raise('olkRecipientsChanged', [JSON.stringify(payload)])),
  ];

  function raise(eventName: string, data: unknown): void {
    if (!registered.has(eventName)) return;
    post(JSON.stringify({ _messageType: MESSAGE, _responseType: EVENT, _actionName: eventName, _conversationId: conversationId, _errorCode: 0, _data: data }));
  }

  /** Throws where the host throws. */
  async function dataFor({ _actionName: action, _actionType: type, _data: data }: Request): Promise<unknown> {
    if (type === REGISTER_EVENT || type === UNREGISTER_EVENT) {
      if (type === UNREGISTER_EVENT) registered.delete(action);
      else registered.add(action);
      if (action === 'appCommandInvoked' && type === REGISTER_EVENT) begin();
      return { Error: 0 };
    }
    switch (action) {
      case 'ContextActivationManager_getAppContextAsync':
        return appContext(host);
      case 'ContextActivationManager_notifyHost':
        return null;
      case 'GetInitialData':
        return initialData(host, kind);
      case 'ExecuteMethod':
        return executeMethod(data as ExecuteMethodData);
      case 'executeMethod':
        return executeCommandMethod(data as CommandMethodData);
      default:
        unknownCalls.push(action);
        return NOT_ANSWERED;
    }
  }

  async function executeMethod({ ApiParams, MethodData: { DispatchId } }: ExecuteMethodData): Promise<unknown> {
    if (isTelemetry(DispatchId)) return { error: false, errorCode: 0 };
    const call = hostCall(DispatchId, ApiParams, host.draft().kind);
    if (!call) {
      unknownCalls.push(`ExecuteMethod ${DispatchId}`);
      return { error: true, errorCode: 9032 };
    }
    const answer = await connection.call(call.method, call.args);
    if (answer.status === 'failed') return { error: true, errorCode: answer.error.code };
    return { error: false, errorCode: 0, data: wireValue(DispatchId, answer.value) };
  }

  /** The library's only call of this name: an event or command was completed (id 94), or could not be run. */
  function executeCommandMethod(data: CommandMethodData): unknown {
    const { 0: id, 1: status, 2: json, DdaMethod: { DispatchId } } = data;
    const event = running.get(id);
    if (DispatchId !== 94 || !event) {
      unknownCalls.push(`executeMethod ${DispatchId}`);
      return { Version: 1, Error: 0 };
    }
    if (status === 0) event.completed((JSON.parse(json) as { completedContext?: unknown }).completedContext);
    else event.failed(status === NOT_ASSOCIATED ? 'notAssociated' : 'error', `office.js ended it with ${status}`);
    return { Version: 1, Error: 0 };
  }

  return {
    ready,
    unknownCalls,

    async answer(message) {
      const request = JSON.parse(message) as Request;
      if (request._messageType !== REQUEST) return null;
      let data: unknown;
      let errorCode = 0;
      try {
        data = await dataFor(request);
      } catch {
        data = {};
        errorCode = TRANSPORT_FAILURE;
      }
      if (data === NOT_ANSWERED) return null;
      return JSON.stringify({
        _messageType: MESSAGE,
        _responseType: 0,
        _actionName: request._actionName,
        _conversationId: request._conversationId,
        _correlationId: request._correlationId,
        _errorCode: errorCode,
        _data: data,
      });
    },

    invoke(functionName, event) {
      const id = `invocation-${(invocations += 1)}`;
      running.set(id, event);
      // Only the plain data travels; office.js puts `completed` on it at the other end.
      void ready.then(() => raise('appCommandInvoked', [id, functionName, JSON.stringify(event)]));
    },

    close() {
      registered.clear();
      for (const stop of stopListening) stop();
    },
  };
}

interface ExecuteMethodData {
  readonly ApiParams: unknown;
  readonly MethodData: { readonly DispatchId: number };
}

interface CommandMethodData {
  readonly 0: string;
  readonly 1: number;
  readonly 2: string;
  readonly DdaMethod: { readonly DispatchId: number };
}

const LOCALE = { de: 'de-DE', en: 'en-US' } as const;

function appContext(host: Host): object {
  return {
    _id: 'umsicht-played',
    _appName: OUTLOOK_WEB_APP,
    _appVersion: '16.01',
    _appUILocale: LOCALE[host.language],
    _dataLocale: LOCALE[host.language],
    _docUrl: 'https://outlook.office.com/mail/',
    _clientMode: 0,
    _settings: {},
    _reason: 1,
    _osfControlType: 0,
    _eToken: '',
    _correlationId: 'played',
    _appInstanceId: 'played',
    _requirementMatrix: JSON.stringify({ Mailbox: host.client.mailboxSet }),
    _hostFullVersion: host.client.hostVersion,
    _appDomains: [],
    _featureGates: {},
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
