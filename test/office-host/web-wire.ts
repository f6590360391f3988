import type { Host } from '../../src/simulator/host';
import type { RuntimeKind } from '../../src/simulator/inside';
import type { InvokedEvent } from '../../src/simulator/invocation';
import { COMPLETED, createLine, LIBRARY_EVENTS, type LibraryEvent, LOCALE } from './line';

/**
 * How Microsoft's office.js for the web speaks: JSON texts that it posts to its parent window. Knows
 * nothing of browsers; it is handed requests and posts through `post`.
 */
export interface WebWire {
  /** Resolves with the reply to post, or with `null` where Outlook would stay silent. May take for ever. */
  answer(message: string): Promise<string | null>;
  invoke(functionName: string, event: InvokedEvent): void;
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
/** The application number of Outlook on the web. */
const OUTLOOK_WEB_APP = 64;
const REQUEST = 0;
const MESSAGE = 1;
const REGISTER_EVENT = 1;
const UNREGISTER_EVENT = 2;
const EVENT = 1;

const NOT_ANSWERED = Symbol('not answered');

export function createWebWire({ host, kind, conversationId, post }: { host: Host; kind: RuntimeKind; conversationId: string; post: (message: string) => void }): WebWire {
  const line = createLine({
    host,
    kind,
    raise: (event, payload) => post(JSON.stringify({ _messageType: MESSAGE, _responseType: EVENT, _actionName: event, _conversationId: conversationId, _errorCode: 0, _data: payload })),
  });

  /** Throws where the host throws. */
  async function dataFor({ _actionName: action, _actionType: type, _data: data }: Request): Promise<unknown> {
    if (type === REGISTER_EVENT || type === UNREGISTER_EVENT) {
      if (isLibraryEvent(action)) line.register(action, type === REGISTER_EVENT);
      return { Error: 0 };
    }
    switch (action) {
      case 'ContextActivationManager_getAppContextAsync':
        return appContext(host);
      case 'ContextActivationManager_notifyHost':
        return null;
      case 'GetInitialData':
        return line.initialData();
      case 'ExecuteMethod':
        return executeMethod(data as ExecuteMethodData);
      case 'executeMethod':
        return executeCommandMethod(data as CommandMethodData);
      default:
        line.unknown(action);
        return NOT_ANSWERED;
    }
  }

  async function executeMethod({ ApiParams, MethodData: { DispatchId } }: ExecuteMethodData): Promise<unknown> {
    const reply = await line.execute(DispatchId, ApiParams);
    return { error: reply.errorCode !== 0, ...reply };
  }

  /** The library's only call of this name: an event or command was completed, or could not be run. */
  function executeCommandMethod({ 0: id, 1: status, 2: json, DdaMethod: { DispatchId } }: CommandMethodData): unknown {
    if (DispatchId === COMPLETED) line.completed(id, status, json);
    else line.unknown(`executeMethod ${DispatchId}`);
    return { Version: 1, Error: 0 };
  }

  return {
    ready: line.ready,
    unknownCalls: line.unknownCalls,
    invoke: line.invoke,
    close: line.close,

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
  };
}

function isLibraryEvent(name: string): name is LibraryEvent {
  return Object.hasOwn(LIBRARY_EVENTS, name);
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
