import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { told } from '../../told/told';

export interface Seen {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

export interface HttpAnswer {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: { readonly [name: string]: string };
}

/** A CRM on the wire. */
export interface HttpCrm {
  readonly origin: string;
  readonly seen: Seen[];
  /** Answers in place of the usual ones, as long as it gives true. */
  instead: ((seen: Seen, response: ServerResponse) => boolean) | null;
  stop(): Promise<void>;
}

export async function startHttpCrm(answer: (seen: Seen, origin: string) => HttpAnswer | Promise<HttpAnswer>): Promise<HttpCrm> {
  const server = createServer((request, response) => void take(request, response));
  const crm: HttpCrm = {
    get origin() { return `http://127.0.0.1:${(server.address() as AddressInfo).port}`; },
    seen: [],
    instead: null,
    async stop() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };

  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let body = '';
    for await (const part of request.setEncoding('utf8')) body += part;
    const url = new URL(request.url ?? '/', crm.origin);
    const seen: Seen = { method: request.method ?? '', path: decodeURIComponent(url.pathname), query: url.searchParams, headers: request.headers, body };
    crm.seen.push(seen);
    told('headers', JSON.stringify(['traceparent', 'tracestate', 'baggage', 'x-request-id'].map((name) => request.headers[name])));
    if (crm.instead?.(seen, response)) return;
    const { status, body: said, headers = {} } = await Promise.resolve(answer(seen, crm.origin)).catch((error: Error): HttpAnswer => ({ status: 500, body: { error: error.name } }));
    send(response, status, said, headers);
  }

  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return crm;
}

export function send(response: ServerResponse, status: number, body: unknown, headers: { readonly [name: string]: string } = {}): true {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(typeof body === 'string' ? body : JSON.stringify(body));
  return true;
}
