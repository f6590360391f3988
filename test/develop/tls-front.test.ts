import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { request } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const certificates = join(__dirname, '..', 'connectors', 'certificates');
const certificate = (name: string): Buffer => readFileSync(join(certificates, name));

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** A service that answers so, behind a certificate; the port of the latter. */
async function front(answer: (asked: IncomingMessage, given: ServerResponse) => void): Promise<number> {
  const service = createServer(answer);
  await new Promise<void>((done) => service.listen(0, '127.0.0.1', done));
  closing.push(() => new Promise((done) => service.close(done)), () => service.closeAllConnections());
  return frontOf((service.address() as AddressInfo).port);
}

/** In a program of its own, as plain JavaScript is run in this project. */
async function frontOf(target: number): Promise<number> {
  const module = pathToFileURL(join(__dirname, '..', '..', 'src', 'develop', 'tls-front.mjs')).href;
  const [key, cert] = ['server.key', 'server.pem'].map((name) => JSON.stringify(join(certificates, name)));
  const program = `import { readFileSync } from 'node:fs'; import { openTlsFront } from ${JSON.stringify(module)};
    const { port } = await openTlsFront({ key: readFileSync(${key}), cert: readFileSync(${cert}), port: 0, target: ${target} }); console.log(port);`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], { stdio: ['ignore', 'pipe', 'inherit'] });
  closing.push(() => new Promise((done) => child.on('exit', done).kill()));
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return Number(line.toString());
}

function ask(port: number, { method = 'GET', path = '/', headers = {}, body }: { method?: string; path?: string; headers?: { readonly [name: string]: string }; body?: Buffer } = {}): Promise<{ readonly status: number; readonly headers: IncomingMessage['headers']; readonly body: Buffer }> {
  return new Promise((done, failed) => {
    const sent = request({ host: '127.0.0.1', port, method, path, headers: { host: 'localhost:3000', ...headers }, agent: false, ca: certificate('authority.pem'), servername: 'localhost' }, (answer) => {
      const pieces: Buffer[] = [];
      answer.on('error', failed).on('data', (piece: Buffer) => void pieces.push(piece)).on('end', () => done({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(pieces) }));
    });
    sent.on('error', failed).end(body);
  });
}

describe('the certificate in front of the service', () => {
  test('passes on what is asked, under the name it came with, and what is answered', async () => {
    const port = await front((asked, given) => {
      const pieces: Buffer[] = [];
      asked.on('data', (piece: Buffer) => void pieces.push(piece)).on('end', () => given.writeHead(201, { etag: '"1"', 'x-asked': `${asked.method} ${asked.url} ${asked.headers.host} ${asked.headers['if-none-match'] ?? ''}` }).end(Buffer.concat(pieces)));
    });
    const body = Buffer.alloc(3_000_000, 7);
    const answer = await ask(port, { method: 'POST', path: '/api/v1/evidence?x=1', headers: { 'if-none-match': '"0"' }, body });
    expect([answer.status, answer.headers.etag, answer.headers['x-asked'], answer.body.equals(body)]).toEqual([201, '"1"', 'POST /api/v1/evidence?x=1 localhost:3000 "0"', true]);
  });

  test('knows answers without a body', async () => {
    const port = await front((asked, given) => given.writeHead(asked.method === 'HEAD' ? 200 : 304, { etag: '"1"' }).end());
    expect((await ask(port, { method: 'HEAD' })).status).toBe(200);
    expect((await ask(port)).status).toBe(304);
  });

  test('says so where the service does not answer', async () => {
    const port = await frontOf(1);
    const answer = await ask(port);
    expect([answer.status, answer.body.toString()]).toEqual([502, 'The service does not answer.\n']);
  });

  test('ends what the service has ended half-way', async () => {
    const port = await front((_, given) => {
      given.writeHead(200, { 'content-length': '100' });
      given.write('half', () => given.destroy());
    });
    await expect(ask(port)).rejects.toThrow(/aborted|hang up|reset/i);
  });
});
