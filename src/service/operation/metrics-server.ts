import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Metrics } from './metrics';

export interface MetricsServer {
  readonly port: number;
  stop(): Promise<void>;
}

/**
 * Serves `GET /metrics`, and nothing else, on an address of its own, so that it is never reached the way people reach the service.
 * Rejects where the port cannot be had.
 */
export async function serveMetrics(metrics: Metrics, host: string, port: number): Promise<MetricsServer> {
  const server = createServer({ requestTimeout: 5_000, headersTimeout: 5_000 }, (request, response) => {
    if (request.method !== 'GET' || request.url?.split('?', 1)[0] !== '/metrics') return void response.writeHead(404).end();
    metrics.text().then(
      (text) => response.writeHead(200, { 'content-type': metrics.type, 'cache-control': 'no-store' }).end(text),
      () => response.writeHead(500).end(),
    );
  });
  await listening(server, host, port);
  return {
    port: (server.address() as AddressInfo).port,
    stop: () => new Promise((stopped) => {
      server.close(() => stopped());
      server.closeAllConnections();
    }),
  };
}

function listening(server: Server, host: string, port: number): Promise<void> {
  return new Promise((ready, failed) => {
    server.once('error', failed).listen({ host, port }, () => {
      server.off('error', failed);
      ready();
    });
  });
}
