import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { createServer as createPlain, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import { type AddressInfo, createServer as createTcp } from 'node:net';
import { PassThrough } from 'node:stream';
import { checkCertificate } from '../../../src/cli/doctor/certificate';
import { checkClock } from '../../../src/cli/doctor/clock';
import { doctorCommand } from '../../../src/cli/doctor/command';
import type { Diagnosis } from '../../../src/cli/doctor/check';
import { checkAddIn, checkManifestAt } from '../../../src/cli/doctor/add-in';
import { describeUmsicht, USUAL_CHOICES } from '../../../src/manifest/umsicht';
import { xmlManifest } from '../../../src/manifest/xml-manifest';
import { CLIENT, TENANT, type TestIssuer, testIssuer } from '../../identity/issuer';
import { runningService, type TestService } from '../../service/running';
import { hashingKeys } from '../../../src/store/hashing-key';
import { noteKeyInUse } from '../../../src/store/keys-in-use';
import { dayOf } from '../../../src/store/weeks';
import { testFolder } from '../../store/folder';

const folder = testFolder();
const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function run(options: readonly string[], environment: { readonly [name: string]: string } = {}): Promise<{ readonly status: number; readonly stdout: string; readonly stderr: string }> {
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
  let status = -1;
  await doctorCommand({ stdin, stdout, stderr, environment }, (with_) => { status = with_; }).parseAsync([...options], { from: 'user' });
  return { status, stdout: String(stdout.read() ?? ''), stderr: String(stderr.read() ?? '') };
}

const diagnosed = (text: string): { readonly [id: string]: Diagnosis } =>
  Object.fromEntries((JSON.parse(text) as { readonly diagnoses: readonly Diagnosis[] }).diagnoses.map((each) => [each.id, each]));
const states = (all: { readonly [id: string]: Diagnosis }): object => Object.fromEntries(Object.values(all).map(({ id, state }) => [id, state]));

async function service(...args: readonly string[]): Promise<TestService> {
  const started = await runningService(folder.path('.'), ['--demo', ...args]);
  closing.push(started.stop);
  return started;
}

/** An address that was free a moment ago. */
async function nobodyListens(): Promise<string> {
  const closed = createTcp();
  await new Promise<void>((listening) => closed.listen(0, '127.0.0.1', listening));
  const { port } = closed.address() as AddressInfo;
  await new Promise((done) => closed.close(done));
  return `http://127.0.0.1:${port}`;
}

/** What stands in front of the service, and what it does to what passes. */
async function proxy(target: string, change: { readonly answer?: (response: ServerResponse, request: IncomingMessage) => void; readonly instead?: (request: IncomingMessage, response: ServerResponse) => boolean } = {}): Promise<string> {
  const listener: RequestListener = (request, response) => {
    if (change.instead?.(request, response)) return;
    void (async () => {
      const { host: _, connection: __, ...headers } = request.headers;
      const passed = await fetch(`${target}${request.url}`, { method: request.method ?? 'GET', headers: headers as Record<string, string>, redirect: 'manual' });
      for (const [name, value] of passed.headers) if (!['transfer-encoding', 'connection', 'content-length'].includes(name)) response.setHeader(name, value);
      change.answer?.(response, request);
      response.writeHead(passed.status).end(Buffer.from(await passed.arrayBuffer()));
    })();
  };
  const server = createPlain(listener);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  closing.push(() => new Promise((closed) => {
    server.close(closed);
    server.closeAllConnections();
  }));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe('a deployment that is as it should be', () => {
  test('is found well, in words and as JSON, and nothing is changed by looking', async () => {
    const started = await service();
    const { port } = new URL(started.address);
    const options = ['--port', port, '--data', folder.path('data')];
    const { status, stdout, stderr } = await run([...options, '--format', 'json']);
    expect([status, stderr]).toEqual([0, '']);
    expect(states(diagnosed(stdout))).toEqual({
      settings: 'well', origin: 'well', 'well-known': 'well', manifest: 'notChecked', 'send-script': 'well', headers: 'well', 'cross-origin': 'well', certificate: 'notChecked', 'sign-in': 'well',
      database: 'well', 'hashing-key': 'well', connectors: 'well', directory: 'well', clock: 'well',
    });
    const { stdout: text } = await run(options);
    expect(text).toMatch(/^well {5}database {6}The database .*umsicht\.sqlite \(SQLite [\d.]+\) holds \d+ contacts\.$/m);
    expect(text.split('\n').every((line) => !/undefined|\[object/.test(line))).toBe(true);
  });
});

describe('settings', () => {
  test('that cannot be read end the examination', async () => {
    expect(await run(['--port', 'x'])).toEqual({ status: 2, stdout: '', stderr: '--port: expected a port from 0 to 65535, got "x"\n' });
  });

  test('with a policy that is wrong are a fault, and the rest is looked at all the same', async () => {
    const started = await service();
    const policy = folder.file('policy.json', '{"rules":{"missing-consent":{"severity":"grave"}}}');
    const { status, stdout } = await run(['--port', new URL(started.address).port, '--data', folder.path('data'), '--policy', policy, '--format', 'json']);
    expect([status, diagnosed(stdout)['settings']?.state, diagnosed(stdout)['origin']?.state]).toEqual([1, 'fault', 'well']);
  });

  test('with many mistakes take one line, which says where all of them are named', async () => {
    const policy = folder.file('policy.json', '{"mode":"of","unknownEvidence":"ask","rules":{"missing-consent":{"severity":"grave"}}}');
    const { stdout } = await run(['--port', '1', '--data', folder.path('data'), '--policy', policy, '--format', 'json']);
    expect(diagnosed(stdout)['settings']).toEqual({
      id: 'settings', state: 'fault', says: `3 settings are wrong, the first: ${policy}: mode: expected one of "guard", "observe", got "of"`,
      advice: 'Look at all of them (umsicht service check-configuration) and mend them: the service does not start with them.',
    });
  });
});

describe('an origin', () => {
  const faulty = async (origin: string): Promise<{ readonly [id: string]: Diagnosis }> => Object.fromEntries((await checkAddIn(origin)).map((each) => [each.id, each]));

  test('where nobody listens is told from one that has no name', async () => {
    const all = await faulty(await nobodyListens());
    expect(all['origin']).toMatchObject({ state: 'fault', says: expect.stringContaining('ECONNREFUSED') as string });
    expect(Object.values(all).filter(({ state }) => state === 'notChecked')).toHaveLength(5);
    expect((await faulty('http://nowhere.invalid'))['origin']).toMatchObject({ state: 'fault', advice: expect.stringContaining('DNS') as string });
  });

  test('whose proxy does not reach the service has one fault, not one for each thing it cannot answer', async () => {
    const all = await faulty(await proxy('http://127.0.0.1:1', { instead: (_, response) => { response.writeHead(502).end(); return true; } }));
    expect(Object.values(all).map(({ id, state }) => `${id} ${state}`)).toEqual(['origin fault', 'well-known notChecked', 'manifest notChecked', 'send-script notChecked', 'headers notChecked', 'cross-origin notChecked']);
  });

  test.each<[string, Parameters<typeof proxy>[1], string, RegExp]>([
    ['sends elsewhere', { instead: (_, response) => { response.writeHead(301, { location: 'https://www.firm.example/' }).end(); return true; } }, 'origin', /sends elsewhere, to https:\/\/www\.firm\.example\//],
    ['does not reach the service', { instead: (_, response) => { response.writeHead(502).end(); return true; } }, 'origin', /does not reach the service \(502\)/],
    ['is somebody else', { instead: (_, response) => { response.end('<html>Welcome to nginx!</html>'); return true; } }, 'origin', /Something else than the service/],
    ['hides the well-known file', { instead: (request, response) => { if (!request.url?.startsWith('/.well-known')) return false; response.writeHead(404).end(); return true; } }, 'well-known', /answered with 404/],
    ['redirects the well-known file', { instead: (request, response) => { if (!request.url?.startsWith('/.well-known')) return false; response.writeHead(308, { location: '/x' }).end(); return true; } }, 'well-known', /answered with 308/],
    ['damages the well-known file', { instead: (request, response) => { if (!request.url?.startsWith('/.well-known')) return false; response.end('<html>'); return true; } }, 'well-known', /no list of scripts/],
    ['hides the manifest', { instead: (request, response) => { if (request.url !== '/manifest.xml') return false; response.writeHead(404).end(); return true; } }, 'manifest', /answered with 404/],
    ['calls the script a text', { answer: (response, request) => { if (request.url?.endsWith('launchevent.js')) response.setHeader('content-type', 'text/plain'); } }, 'send-script', /comes as text\/plain/],
    ['forbids frames', { answer: (response) => void response.setHeader('x-frame-options', 'SAMEORIGIN') }, 'headers', /X-Frame-Options: SAMEORIGIN/],
    ['takes the policy out', { answer: (response) => response.removeHeader('content-security-policy') }, 'headers', /does not arrive/],
    ['lets pictures be kept', { answer: (response, request) => { if (request.url?.endsWith('.png')) response.setHeader('cache-control', 'max-age=60'); } }, 'headers', /Cache-Control for pictures/],
    ['answers OPTIONS itself', { instead: (request, response) => { if (request.method !== 'OPTIONS') return false; response.writeHead(204).end(); return true; } }, 'cross-origin', /does not take requests of classic Outlook/],
  ])('whose proxy %s is told so, with what to do', async (_, change, id, says) => {
    const started = await service();
    const all = await faulty(await proxy(started.address, change));
    expect(all[id]).toMatchObject({ id, says: expect.stringMatching(says) as string, advice: expect.stringMatching(/.{20,}/) as string });
    expect(['fault', 'warning']).toContain(all[id]?.state);
  });

  test('whose proxy passes another Host on names the wrong origin', async () => {
    const started = await service();
    const all = await faulty(await proxy(started.address));
    expect([all['well-known']?.state, all['manifest']?.state, all['send-script']?.state]).toEqual(['fault', 'fault', 'fault']);
    expect(all['manifest']?.says).toContain(`names ${started.address} instead`);
  });
});

test('a manifest that is damaged on its way is a fault, also where everything else is well', () => {
  const origin = 'https://umsicht.firm.example';
  const good = xmlManifest(describeUmsicht({ ...USUAL_CHOICES, origin }, (bytes) => createHash('sha1').update(bytes).digest()));
  expect(checkManifestAt(origin, good)).toMatchObject({ state: 'well' });
  expect(checkManifestAt(origin, good.slice(0, 500))).toMatchObject({ state: 'fault', says: expect.stringMatching(/^The manifest has errors, the first in line \d+: /) as string });
  expect(checkManifestAt('https://other.firm.example', good)).toMatchObject({ state: 'fault', says: expect.stringContaining(`names ${origin} instead`) as string });
});

describe('a certificate', () => {
  const NOW = Date.now();
  const DAY = 86_400_000;
  let served: Server | null = null;
  afterEach(() => new Promise((closed) => {
    if (!served) return closed(null);
    served.close(closed);
    served.closeAllConnections();
    served = null;
  }));

  /** Made by OpenSSL, as an administrator would. */
  function made(name: string, days: number): { readonly key: Buffer; readonly cert: Buffer } {
    const [key, cert] = [folder.path('key.pem'), folder.path('cert.pem')];
    execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', key, '-out', cert, '-days', String(days), '-subj', `/CN=${name}`, '-addext', `subjectAltName=DNS:${name},IP:127.0.0.1`], { stdio: 'ignore' });
    return { key: readFileSync(key), cert: readFileSync(cert) };
  }

  async function serve({ key, cert }: { readonly key: Buffer; readonly cert: Buffer }, host = 'localhost'): Promise<string> {
    served = createServer({ key, cert }, (_, response) => void response.end());
    await new Promise<void>((listening) => served?.listen(0, '127.0.0.1', listening));
    return `https://${host}:${(served.address() as AddressInfo).port}`;
  }

  test('that nobody here has signed is a fault, and says how to have one that counts', async () => {
    expect(await checkCertificate(await serve(made('localhost', 90)), NOW)).toMatchObject({ state: 'fault', says: expect.stringContaining('signed by nobody') as string, advice: expect.stringContaining('NODE_EXTRA_CA_CERTS') as string });
  });

  test('is not looked for where the origin is not https, and is a fault where nobody shows one', async () => {
    expect(await checkCertificate('http://127.0.0.1:1', NOW)).toMatchObject({ state: 'notChecked' });
    expect(await checkCertificate('https://127.0.0.1:1', NOW)).toMatchObject({ state: 'fault', says: expect.stringContaining('ECONNREFUSED') as string });
  });

  test.each<[string, string, string, number, 'well' | 'warning' | 'fault', RegExp]>([
    ['that counts for long is well', 'localhost', 'localhost', 90, 'well', /counts for (89|90) more days/],
    ['that ends within a month is worth a warning', 'localhost', 'localhost', 20, 'warning', /ends in (19|20) days/],
    ['that ends within a week is a fault', 'localhost', 'localhost', 5, 'fault', /ends in [45] days/],
    ['for another name is a fault', 'umsicht.firm.example', 'localhost', 90, 'fault', /is for DNS:umsicht\.firm\.example.*, not for localhost/],
  ])('%s', async (_, name, host, days, state, says) => {
    const { key, cert } = made(name, days);
    const origin = await serve({ key, cert }, host);
    // As on a machine that knows the authority.
    const script = `require(${JSON.stringify(require.resolve('../../programs/typescript.cjs'))}); require(${JSON.stringify(require.resolve('../../../src/cli/doctor/certificate'))}).checkCertificate(process.argv[1], Number(process.argv[2])).then((found) => console.log(JSON.stringify(found)));`;
    const { execFile } = await import('node:child_process');
    const out = await new Promise<string>((done, failed) => execFile(process.execPath, ['-e', script, origin, String(NOW)], { env: { ...process.env, NODE_EXTRA_CA_CERTS: folder.path('cert.pem') } }, (error, stdout) => (error ? failed(error) : done(stdout))));
    expect(JSON.parse(out)).toMatchObject({ state, says: expect.stringMatching(says) as string });
  }, 30_000);

  test('that has ended is a fault', async () => {
    expect(await checkCertificate(await serve(made('localhost', 90)), NOW + 100 * DAY)).toMatchObject({ state: 'fault' });
  });
});

describe('the sign-in', () => {
  let issuer: TestIssuer;
  beforeAll(async () => {
    issuer = await testIssuer();
  }, 60_000);
  afterAll(() => issuer.stop());

  const examined = async (options: readonly string[], token?: string): Promise<{ readonly [id: string]: Diagnosis }> => {
    const started = await service();
    const file = token === undefined ? [] : ['--token', folder.file('token', `${token}\n`)];
    return diagnosed((await run(['--port', new URL(started.address).port, '--data', folder.path('data'), '--identity-entra-login', issuer.origin, '--identity-entra-client', CLIENT, ...options, ...file, '--format', 'json'])).stdout);
  };
  const fresh = (claims: object = {}): Promise<string> => {
    const now = Math.floor(Date.now() / 1000);
    return issuer.token({ iat: now, nbf: now, exp: now + 3600, ...claims });
  };

  test('is well where the tenant names its keys, and a token shows the rest', async () => {
    const all = await examined(['--identity-entra-tenants', TENANT], await fresh({ roles: ['Umsicht.Auditor'] }));
    expect([all[`sign-in ${TENANT}`]?.state, all['token']]).toEqual(['well', { id: 'token', state: 'well', says: 'The token counts; the person is sender and auditor.' }]);
    expect((await examined(['--identity-entra-tenants', TENANT]))['token']?.state).toBe('notChecked');
  });

  test.each<[string, object, string]>([
    ['for another service', { aud: '00000003-0000-0000-c000-000000000000' }, 'audience'],
    ['with another scope', { scp: 'User.Read' }, 'scope'],
    ['of another tenant', { iss: 'https://sts.windows.net/x/' }, 'issuer'],
  ])('a token %s is a fault, with what to compare', async (_, claims, reason) => {
    const all = await examined(['--identity-entra-tenants', TENANT], await fresh(claims));
    expect(all['token']).toMatchObject({ state: 'fault', says: `The service would refuse the token (${reason}).`, advice: expect.stringMatching(/.{30,}/) as string });
  });

  test('a tenant there is not, and a sign-in that is not there, are faults', async () => {
    const nobody = '99999999-aaaa-4bbb-8ccc-000000000009';
    issuer.withoutTenant(nobody);
    expect((await examined(['--identity-entra-tenants', nobody]))[`sign-in ${nobody}`]).toMatchObject({ state: 'fault', says: expect.stringContaining('There is no tenant') as string });
    const started = await service();
    const { stdout } = await run(['--port', new URL(started.address).port, '--data', folder.path('data'), '--identity-entra-login', await nobodyListens(), '--identity-entra-client', CLIENT, '--identity-entra-tenants', TENANT, '--format', 'json']);
    expect(diagnosed(stdout)[`sign-in ${TENANT}`]).toMatchObject({ state: 'fault', says: expect.stringContaining('ECONNREFUSED') as string });
  });

  test('that others need and nobody has set up is a fault', async () => {
    const started = await service();
    const { stdout } = await run(['--port', new URL(started.address).port, '--data', folder.path('data'), '--origin', 'https://umsicht.firm.invalid', '--format', 'json']);
    expect(diagnosed(stdout)['sign-in']).toMatchObject({ state: 'fault', says: expect.stringContaining('Nobody is asked who they are') as string });
  });
});

describe('data', () => {
  const otherKeyInUse = async (): Promise<void> => {
    const { db } = await folder.store('umsicht.sqlite');
    hashingKeys(folder.path('.'));
    await noteKeyInUse(db, { current: Buffer.alloc(32, 7), former: [] }, dayOf(Date.now()));
  };
  test.each<[string, () => void | Promise<void>, string, string, RegExp]>([
    ['a database there is not', () => undefined, 'database', 'warning', /There is no database/],
    ['a database that is none', () => void folder.file('umsicht.sqlite', 'no database at all, but long enough to be read as one'), 'database', 'fault', /is no SQLite database/],
    ['a database without contacts', async () => void (await folder.store('umsicht.sqlite')), 'database', 'warning', /holds no contacts/],
    ['a directory there is not', () => undefined, 'directory', 'well', /No directory is set up/],
    ['a key there is not', () => undefined, 'hashing-key', 'warning', /There is no key/],
    ['a key that is another one than other machines use', otherKeyInUse, 'hashing-key', 'fault', /Another key than .* has been in use/],
    ['a key that is damaged', () => void folder.file('correspondence.key', 'short'), 'hashing-key', 'fault', /is damaged/],
  ])('%s is said to be so', async (_, prepare, id, state, says) => {
    await prepare();
    const { stdout } = await run(['--data', folder.path('.'), '--port', '1', '--format', 'json']);
    expect(diagnosed(stdout)[id]).toMatchObject({ state, says: expect.stringMatching(says) as string });
  });
});

test.each<[string, string, RegExp]>([
  ['that nobody listens for', 'postgres://umsicht@127.0.0.1:1/umsicht', /^Start the database server, or mend databaseUrl\.$/],
  ['in a folder that cannot be opened', '', /^Run umsicht doctor as the user the service runs as/],
])('a database %s comes with what to do about that', async (_, url, advice) => {
  // A folder in place of the file: what nobody can open, whoever runs the tests.
  if (url === '') mkdirSync(folder.path('umsicht.sqlite'), { recursive: true });
  const { stdout } = await run(['--data', folder.path('.'), '--port', '1', '--format', 'json'], url === '' ? {} : { UMSICHT_DATABASE_URL: url });
  expect(diagnosed(stdout)['database']).toMatchObject({ state: 'fault', advice: expect.stringMatching(advice) as string });
});

describe('the directory', () => {
  test.each<[string, readonly string[], RegExp]>([
    ['that nobody listens for', ['--ldap-url', 'ldap://127.0.0.1:1', '--ldap-base', 'dc=firm,dc=example'], /does not answer as it should \(unreachable\)/],
    ['whose certificate is not there', ['--ldap-url', 'ldaps://127.0.0.1:1', '--ldap-base', 'dc=firm,dc=example', '--ldap-ca', '/nowhere.pem'], /there is no such file/],
  ])('%s is a fault', async (_, options, says) => {
    const { stdout } = await run(['--data', folder.path('.'), '--port', '1', ...options, '--format', 'json']);
    expect(diagnosed(stdout)['directory']).toMatchObject({ state: 'fault', says: expect.stringMatching(says) as string, advice: expect.stringMatching(/ldap\.ca/) as string });
  });
});

describe('the clock', () => {
  const answer = (date: string | null, from: number, to: number) => ({ status: 200, headers: new Headers(date === null ? {} : { date }), text: '', between: [from, to] as const });
  const NOON = Date.parse('2026-11-24T12:00:00Z');
  test.each<[string, number, string]>([
    ['is right within a second', 500, 'well'],
    ['may be some seconds off', 8_000, 'well'],
    ['is worth a warning when it is half a minute off', 30_000, 'warning'],
    ['is a fault when tokens would be refused', 90_000, 'fault'],
    ['is a fault in the other direction as well', -90_000, 'fault'],
  ])('%s', (_, off, state) => {
    expect(checkClock([answer(new Date(NOON).toUTCString(), NOON + off, NOON + off + 100)]).state).toBe(state);
  });
  test('is not judged where nobody says what the time is', () => {
    expect(checkClock([answer(null, NOON, NOON)]).state).toBe('notChecked');
    expect(checkClock([answer('noon', NOON, NOON)]).state).toBe('notChecked');
  });
});
