import { request } from 'node:http';
import { createServer } from 'node:https';
import { pipeline } from 'node:stream';

/** What belongs to one connection and not to the message (RFC 9110, 7.6.1). */
const HOP_BY_HOP = ['connection', 'keep-alive', 'proxy-authenticate', 'proxy-authorization', 'te', 'trailer', 'transfer-encoding', 'upgrade'];

/**
 * Speaks HTTPS on this machine and passes requests on to a service that speaks HTTP, under the name they came
 * with. For trying things out: Outlook loads add-ins by HTTPS only. Resolves when it listens.
 */
export function openTlsFront({ key, cert, port, target }) {
  const server = createServer({ key, cert }, (asked, answer) => {
    const headers = Object.fromEntries(Object.entries(asked.headers).filter(([name]) => !HOP_BY_HOP.includes(name)));
    const passed = request({ host: '127.0.0.1', port: target, method: asked.method, path: asked.url, headers }, (given) => {
      answer.writeHead(given.statusCode, Object.fromEntries(Object.entries(given.headers).filter(([name]) => !HOP_BY_HOP.includes(name))));
      // An answer that breaks off has to break off here as well.
      pipeline(given, answer, () => {});
    });
    passed.on('error', () => {
      if (answer.headersSent) return answer.destroy();
      answer.writeHead(502, { 'content-type': 'text/plain; charset=utf-8' }).end('The service does not answer.\n');
    });
    answer.on('close', () => passed.destroy());
    asked.pipe(passed);
  });
  return new Promise((resolve, reject) => {
    server.on('error', reject);
    server.listen({ port, host: '127.0.0.1' }, () => resolve({ port: server.address().port, close: () => new Promise((closed) => server.close(closed)) }));
  });
}
