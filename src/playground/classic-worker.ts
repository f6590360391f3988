import type { Host } from '../simulator/host';
import { type Port, serveHost } from '../simulator/message-connection';
import type { AttachedRuntime } from '../simulator/invocation';
import { hasMailboxSet } from '../simulator/clients';
import type { ClassicBroken, ClassicNetwork, ClassicStart } from './classic-runtime';
import type { Invoke, StartedRuntime } from './fresh-runtimes';
import type { ServiceConditions } from './service-conditions';

/** A started worker that hears when the service goes or comes back. */
export interface ClassicWorker extends StartedRuntime {
  setService(service: ServiceConditions): void;
}

/** Runs the send bundle in a worker, as classic Outlook on Windows runs it in an engine without a page. */
export function classicWorker(host: Host, workerUrl: string, script: Promise<string>, service: ServiceConditions): ClassicWorker {
  const worker = new Worker(workerUrl, { name: 'classic Outlook' });
  let hangUp = (): void => undefined;
  const post = (message: ClassicStart | ClassicNetwork): void => worker.postMessage(message);

  const ready = new Promise<Invoke>((resolve, reject) => {
    worker.addEventListener('error', (event) => reject(new Error(event.message || `${workerUrl} could not be loaded.`)));
    worker.addEventListener('message', ({ data }: MessageEvent<ClassicBroken | { readonly kind: 'other' }>) => {
      if (data.kind === 'broken') reject(new Error(data.message));
    });
    // The runtime is handed to whoever started this worker, not to the host itself.
    const attachRuntime: Host['attachRuntime'] = (runtime: AttachedRuntime) => {
      resolve(runtime.invoke);
      return () => undefined;
    };
    hangUp = serveHost({ ...host, attachRuntime }, 'events', worker as unknown as Port);
    script.then(
      // The 2304 to 2403 builds are the last with the old engine.
      (text) => post({ kind: 'start', script: text, isOld: !hasMailboxSet(host.client, '1.14'), service }),
      reject,
    );
  });

  return {
    ready,
    dispose() {
      hangUp();
      worker.terminate();
    },
    setService: (changed) => post({ kind: 'network', service: changed }),
  };
}
