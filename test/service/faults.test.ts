import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { refuseConnection } from '../../src/service/faults';

test('whoever sends a request byte by byte is told so and let go, also where they do not hang up', async () => {
  const server = createServer({ headersTimeout: 100, requestTimeout: 100, connectionsCheckingInterval: 20 }).on('clientError', refuseConnection).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const accepted = once(server, 'connection') as Promise<[Socket]>;
  const client = connect({ port: (server.address() as AddressInfo).port, host: '127.0.0.1', allowHalfOpen: true });
  let received = '';
  client.setEncoding('utf8').on('data', (part: string) => { received += part; }).on('error', () => undefined);
  client.write('GET / HTTP/1.1\r\n');
  const drip = setInterval(() => client.write('x: y\r\n'), 10);
  const [socket] = await accepted;
  await Promise.all([once(socket, 'close'), once(client, 'end')]);
  expect(received).toMatch(/^HTTP\/1\.1 408 [^]*request-timeout/);
  clearInterval(drip);
  client.destroy();
  server.close();
});
