import { failed, type Answer } from './answer';
import type { ClientProfile } from './clients';
import type { Connection, Host, RuntimeInfo } from './host';
import type { HostEvents, RuntimeKind } from './inside';
import type { InvokedEvent } from './invocation';
import { createListeners } from './listeners';

/** What a MessagePort, a Worker and a worker's own global have in common. */
export interface Port {
  postMessage(message: unknown): void;
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
  removeEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
  /** A MessagePort delivers nothing before it is started. */
  start?(): void;
}

type ToHost =
  | { readonly kind: 'open' }
  | { readonly kind: 'ready' }
  | { readonly kind: 'call'; readonly id: number; readonly method: string; readonly args: readonly unknown[] }
  | { readonly kind: 'completed'; readonly id: number; readonly options: unknown }
  | { readonly kind: 'failed'; readonly id: number; readonly reason: 'notAssociated' | 'error'; readonly message: string };

type ToAddIn =
  | { readonly kind: 'hello'; readonly client: ClientProfile; readonly runtime: RuntimeInfo }
  | { readonly kind: 'answer'; readonly id: number; readonly answer: Answer }
  | { readonly kind: 'event'; readonly event: keyof HostEvents; readonly payload: unknown }
  | { readonly kind: 'invoke'; readonly id: number; readonly functionName: string; readonly data: Omit<InvokedEvent, 'completed' | 'failed'> };

const EVENTS: readonly (keyof HostEvents)[] = ['recipientsChanged', 'initializationContextChanged', 'officeThemeChanged'];

/**
 * The host's end. The runtime counts as attached once the add-in's end says that its script is loaded; until then a
 * send finds the add-in unavailable. A fault that throws arrives as a failed answer, for a throw cannot be posted.
 * Returns a function that hangs up.
 */
export function serveHost(host: Host, kind: RuntimeKind, port: Port, more: Partial<RuntimeInfo> = {}): () => void {
  const connection = host.connect(kind);
  const invocations = new Map<number, InvokedEvent>();
  const post = (message: ToAddIn) => port.postMessage(message);
  const ends = EVENTS.map((event) => connection.on(event, (payload) => post({ kind: 'event', event, payload })));
  let count = 0;

  const attach = () => {
    if (kind === 'pane') return;
    ends.push(host.attachRuntime({
      kind,
      invoke(functionName, event) {
        const { completed: _completed, failed: _failed, ...data } = event;
        count += 1;
        invocations.set(count, event);
        post({ kind: 'invoke', id: count, functionName, data });
      },
    }));
  };
  const listen = ({ data }: { readonly data: unknown }) => {
    const message = data as ToHost;
    switch (message.kind) {
      case 'open':
        return post({ kind: 'hello', client: host.client, runtime: host.runtimeInfo(kind, more) });
      case 'ready':
        return attach();
      case 'call':
        return void answerTo(connection, message.method, message.args).then((answer) => post({ kind: 'answer', id: message.id, answer }));
      case 'completed':
        return invocations.get(message.id)?.completed(message.options);
      case 'failed':
        return invocations.get(message.id)?.failed(message.reason, message.message);
    }
  };
  port.addEventListener('message', listen);
  port.start?.();

  return () => {
    port.removeEventListener('message', listen);
    for (const end of ends) end();
  };
}

/** The add-in's end: what `createOffice` needs, and the way to hand over what it returns. */
export interface RemoteEnd {
  readonly connection: Connection;
  readonly client: ClientProfile;
  readonly runtime: RuntimeInfo;
  /** Says that the add-in's script is loaded, and runs its functions from now on. */
  serve(invoke: (functionName: string, event: InvokedEvent) => void): void;
}

/** Resolves once the host has said who it is; the host must be listening already. */
export function connectToHost(port: Port): Promise<RemoteEnd> {
  const post = (message: ToHost) => port.postMessage(message);
  const waiting = new Map<number, (answer: Answer) => void>();
  const listeners = createListeners();
  let run: (functionName: string, event: InvokedEvent) => void = () => {};
  let count = 0;

  const connection: Connection = {
    call(method, args) {
      count += 1;
      const id = count;
      return new Promise((resolve) => {
        waiting.set(id, resolve);
        post({ kind: 'call', id, method, args });
      });
    },
    on: listeners.on,
  };

  return new Promise((resolve) => {
    port.addEventListener('message', ({ data }) => {
      const message = data as ToAddIn;
      switch (message.kind) {
        case 'hello':
          return resolve({
            connection,
            client: message.client,
            runtime: message.runtime,
            serve(invoke) {
              run = invoke;
              post({ kind: 'ready' });
            },
          });
        case 'answer':
          waiting.get(message.id)?.(message.answer);
          return void waiting.delete(message.id);
        case 'event':
          return listeners.emit(message.event, message.payload as never);
        case 'invoke':
          return run(message.functionName, {
            ...(message.data as Pick<InvokedEvent, 'type' | 'source'>),
            completed: (options) => post({ kind: 'completed', id: message.id, options }),
            failed: (reason, text = '') => post({ kind: 'failed', id: message.id, reason, message: text }),
          });
      }
    });
    port.start?.();
    post({ kind: 'open' });
  });
}

function answerTo(connection: Connection, method: string, args: readonly unknown[]): Promise<Answer> {
  try {
    return connection.call(method, args);
  } catch (error) {
    return Promise.resolve(failed(5001, String(error)));
  }
}
