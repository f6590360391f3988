import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

export interface EndlessServer {
  readonly origin: string;
  /** Resolves when it has been asked and has begun to answer, and everything nobody holds on to any more is cleared away. */
  begun(): Promise<void>;
  /** Resolves when whoever asked has hung up. */
  left(): Promise<unknown>;
  stop(): void;
}

/** A server that begins to answer and never ends. Goes between callers and `fetch`, to know when the beginning has arrived. */
export async function endlessServer(): Promise<EndlessServer> {
  let answering: ServerResponse | null = null;
  const server = createServer((_, response) => {
    answering = response;
    response.writeHead(200, { 'content-type': 'application/json' }).write('{"keys":[');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const real = globalThis.fetch;
  const arrived = new Promise<void>((resolve) => {
    globalThis.fetch = async (...asked) => {
      const answer = await real(...asked);
      setImmediate(resolve);
      return answer;
    };
  });
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async begun() {
      await arrived;
      for (let round = 0; round < 5; round += 1) {
        collectGarbage();
        await new Promise((next) => setImmediate(next));
      }
    },
    left: () => once(answering as ServerResponse, 'close'),
    stop() {
      globalThis.fetch = real;
      server.closeAllConnections();
      server.close();
    },
  };
}
