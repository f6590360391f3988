import { createServer, get, type IncomingHttpHeaders, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A service behind the balancer's address. */
export interface Backend {
  readonly address: string;
  /** As it said when it was last asked. */
  readonly isReady: boolean;
  /** Requests that were handed to it. */
  readonly begun: number;
  /** Paths of those that are with it now. */
  readonly underWay: readonly string[];
  readonly answered: number;
}

/** A request that came to nothing, or was answered with 500 or more. `backend`: null where nobody listened. */
export interface Failure {
  readonly backend: Backend | null;
  readonly path: string;
  readonly what: string;
}

export interface Balancer {
  /** `http://127.0.0.1:40000` */
  readonly address: string;
  readonly failures: readonly Failure[];
  /** Gets requests from when it says that it is ready until it no longer does; where nobody does, all get them. */
  add(address: string): Backend;
  remove(backend: Backend): void;
  stop(): Promise<void>;
}

/** Milliseconds between two questions whether a service is ready, and for the answer. */
const ASKED_EVERY = 100;
const ANSWER_WITHIN = 2000;

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

type Kept = { -readonly [Part in keyof Backend]: Backend[Part] } & { readonly underWay: string[]; isRemoved: boolean };

/**
 * One address before several services, as plain as a load balancer can be: by turns, a connection for each request, and on to the next
 * one only where a connection was refused, since what has once been handed over may have been done. It asks `/readyz` who is to be given any.
 */
export async function startBalancer(): Promise<Balancer> {
  const backends: Kept[] = [];
  const failures: Failure[] = [];
  let turn = 0;

  const take = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const path = incoming.url ?? '/';
    const body = await wholeOf(incoming);
    turn += 1;
    const ready = backends.filter(({ isReady }) => isReady);
    const inTurn = ready.map((_, index) => ready[(turn + index) % ready.length] as Kept);
    for (const backend of [...inTurn, ...backends.filter(({ isReady }) => !isReady)]) {
      backend.begun += 1;
      backend.underWay.push(path);
      const answer = await handOver(backend.address, incoming, body);
      backend.underWay.splice(backend.underWay.indexOf(path), 1);
      if (answer === 'ECONNREFUSED') continue;
      if (typeof answer === 'string' || answer.status >= 500) failures.push({ backend, path, what: typeof answer === 'string' ? answer : String(answer.status) });
      if (typeof answer === 'string') return void outgoing.writeHead(502).end();
      backend.answered += 1;
      return void outgoing.writeHead(answer.status, withoutHop(answer.headers)).end(answer.body);
    }
    failures.push({ backend: null, path, what: 'nobody listens' });
    outgoing.writeHead(502).end();
  };

  const server = createServer((incoming, outgoing) => void take(incoming, outgoing));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    failures,
    add(address) {
      const backend: Kept = { address, isReady: false, begun: 0, underWay: [], answered: 0, isRemoved: false };
      backends.push(backend);
      void (async () => {
        while (!backend.isRemoved) {
          backend.isReady = (await saysReady(address)) ?? backend.isReady;
          await new Promise((resume) => setTimeout(resume, ASKED_EVERY));
        }
      })();
      return backend;
    },
    remove(backend) {
      const [removed] = backends.splice(backends.indexOf(backend as Kept), 1);
      if (removed) removed.isRemoved = true;
    },
    async stop() {
      for (const backend of backends) backend.isRemoved = true;
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

/** The whole answer, or the code of what went wrong: half an answer is none. */
function handOver(address: string, { method, url, headers }: IncomingMessage, body: Buffer): Promise<Answer | string> {
  return new Promise((done) => {
    const failed = (error: NodeJS.ErrnoException): void => done(error.code ?? error.message);
    request(`${address}${url}`, { method, headers: { ...headers, connection: 'close' }, agent: false }, (answer) => {
      wholeOf(answer).then((whole) => done({ status: answer.statusCode ?? 0, headers: answer.headers, body: whole }), failed);
    }).on('error', failed).end(body);
  });
}

async function wholeOf(message: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of message) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

function withoutHop({ connection: _, 'keep-alive': __, 'transfer-encoding': ___, ...headers }: IncomingHttpHeaders): IncomingHttpHeaders {
  return headers;
}

/** Null where no answer came in time: then it is as it was before. */
function saysReady(address: string): Promise<boolean | null> {
  return new Promise((done) => {
    const asked = get(`${address}/readyz`, { agent: false, timeout: ANSWER_WITHIN }, (answer) => {
      answer.resume();
      done(answer.statusCode === 200);
    });
    asked.on('error', () => done(false)).on('timeout', () => {
      done(null);
      asked.destroy();
    });
  });
}
