import { get, request } from 'node:http';
import { connect } from 'node:net';
import { testFolder } from '../../store/folder';
import { CLIENT, TENANT, type TestIssuer, testIssuer } from '../../identity/issuer';
import { runningService, type TestService } from '../running';

const folder = testFolder();
const running: TestService[] = [];
const run = async (...args: readonly string[]): Promise<TestService> => {
  const service = await runningService(folder.path('.'), args);
  running.push(service);
  return service;
};
afterEach(async () => {
  for (const service of running.splice(0)) await service.stop();
});

const JSON_TYPE = { 'content-type': 'application/json' };
const EVIDENCE = '/api/v1/evidence';
const UNAVAILABLE = { type: 'urn:umsicht:problem:unavailable', title: 'The service cannot answer at the moment.', status: 503 };
const ASKING = '{"addresses":["anna@oak.example"]}';

describe('the log', () => {
  test('has a line of JSON per request, which says which trace it belongs to', async () => {
    const service = await run('--demo');
    const headers = { ...JSON_TYPE, traceparent: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01', 'x-request-id': '0195f0c8-7f3e-7c4d-9d3a-2f6f5f4e3d2c' };
    const answer = await service.ask(EVIDENCE, { method: 'POST', headers, body: ASKING });
    expect(answer.headers['x-request-id']).toBe(headers['x-request-id']);
    const line = service.log.map((each) => JSON.parse(each) as { readonly route?: string }).find(({ route }) => route === EVIDENCE);
    expect(line).toEqual({
      level: 'info', timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/), request_id: headers['x-request-id'], trace_id: '4bf92f3577b34da6a3ce929d0e0e4736',
      span_id: expect.stringMatching(/^[0-9a-f]{16}$/), trace_flags: '01', method: 'POST', route: EVIDENCE, status: 200, milliseconds: expect.any(Number),
    });
  });

  test('gives a request a name of its own where it has none that can be logged', async () => {
    const service = await run();
    const answer = await service.ask('/healthz', { headers: { 'x-request-id': 'anna@oak.example', traceparent: 'anna@oak.example', tracestate: 'who=anna@oak.example' } });
    expect(answer.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    expect(service.log.join('')).not.toMatch(/anna|oak/);
  });
});

describe('health', () => {
  test('the service is alive and ready, whatever name it is asked under', async () => {
    const service = await run();
    for (const host of ['localhost', '10.0.0.7:3000', 'umsicht.default.svc']) {
      expect((await service.ask('/healthz', { headers: { host } })).json()).toEqual({ status: 'ok' });
      expect((await service.ask('/readyz', { headers: { host } })).json()).toEqual({ state: 'ready', database: 'ok', connectors: {} });
    }
  });

  test('without its database it is alive and not ready', async () => {
    const service = await run();
    const store = await folder.store('data/umsicht.sqlite');
    for (const table of ['consent_tags', 'contacts'] as const) await store.db.schema.dropTable(table).execute();
    const [alive, ready] = [await service.ask('/healthz'), await service.ask('/readyz')];
    expect([alive.status, ready.status, ready.json()]).toEqual([200, 503, { ...UNAVAILABLE, state: 'notReady', database: 'failing', connectors: {} }]);
    expect((await service.askAbout(['anna@oak.example'])).status).toBe(503);
  });
});

test('a directory that does not answer leaves the service in, and is told apart', async () => {
  const service = await run('--ldap-url', 'ldap://127.0.0.1:1', '--ldap-base', 'dc=firm,dc=example', '--metrics-port', '0');
  expect((await service.ask('/readyz')).json()).toEqual({ state: 'ready', database: 'ok', connectors: {}, directory: 'ok' });
  await service.ask(EVIDENCE, { method: 'POST', headers: JSON_TYPE, body: '{"addresses":[],"lists":["team@oak.example"]}' });
  const ready = await service.ask('/readyz');
  expect([ready.status, ready.json()]).toEqual([200, { state: 'degraded', database: 'ok', connectors: {}, directory: 'failing' }]);
  expect(await (await fetch(`http://127.0.0.1:${service.metricsPort}/metrics`)).text()).toMatch(/^umsicht_directory_look_ups_total\{outcome="unreachable"\} 1$/m);
  expect((await service.askAbout(['anna@oak.example'])).status).toBe(200);
});

describe('figures', () => {
  const figures = async (port: string): Promise<string> => (await fetch(`http://127.0.0.1:${port}/metrics`)).text();

  test('are given out on a port of their own, without anything about anybody', async () => {
    const service = await run('--demo', '--metrics-port', '0');
    await service.ask(EVIDENCE, { method: 'POST', headers: JSON_TYPE, body: '{"addresses":["anna@oak.example","no address"],"lists":["team@oak.example"]}' });
    await service.ask('/anna@oak.example?x=ben@elm.example');
    await service.ask('/api/v1/policy', { method: 'PROPFIND' }).catch(() => undefined);
    const text = await figures(String(service.metricsPort));
    expect(text).toMatch(/^umsicht_http_requests_total\{method="POST",route="\/api\/v1\/evidence",status="200"\} 1$/m);
    expect(text).toMatch(/^umsicht_http_requests_total\{method="GET",route="none",status="404"\} 1$/m);
    expect(text).toMatch(/^umsicht_evidence_total\{kind="contacts",outcome="known"\} 1$/m);
    expect(text).toMatch(/^umsicht_evidence_total\{kind="contacts",outcome="notAsked"\} 1$/m);
    expect(text).toMatch(/^umsicht_evidence_total\{kind="members",outcome="noSource"\} 1$/m);
    expect(text).toMatch(/^umsicht_build_info\{version="[^"]+"\} 1$/m);
    expect(text).toMatch(/^umsicht_nodejs_eventloop_lag_seconds /m);
    expect(text).not.toMatch(/anna|ben@|oak|elm/);
    expect((await service.ask('/metrics')).status).toBe(404);
    expect((await fetch(`http://127.0.0.1:${service.metricsPort}/`)).status).toBe(404);
  });

  test('are not given out where nobody has asked for them', async () => {
    expect((await run()).metricsPort).toBeNull();
  });

  test('a port that is taken is named', async () => {
    const { port } = new URL((await run()).address);
    await expect(run('--metrics-port', port)).rejects.toThrow(`Port ${port} is taken by another program. Choose another one with --metrics-port.`);
  });
});

describe('how often may be asked', () => {
  let issuer: TestIssuer;
  beforeAll(async () => {
    issuer = await testIssuer();
  }, 60_000);
  afterAll(() => issuer.stop());

  const limited = (...args: readonly string[]): Promise<TestService> =>
    run('--identity-entra-login', issuer.origin, '--identity-entra-tenants', TENANT, '--identity-entra-client', CLIENT, '--identity-open-policy', ...args);
  const bearer = async (oid: string): Promise<{ readonly [name: string]: string }> => {
    const now = Math.floor(Date.now() / 1000);
    return { authorization: `Bearer ${await issuer.token({ iat: now, nbf: now, exp: now + 3600, oid })}`, ...JSON_TYPE };
  };
  const ask = async (service: TestService, headers: { readonly [name: string]: string }): Promise<number> => (await service.ask(EVIDENCE, { method: 'POST', headers, body: ASKING })).status;
  const MARA = '33333333-aaaa-4bbb-8ccc-000000000003';
  const NOAH = '33333333-aaaa-4bbb-8ccc-000000000004';

  test('is counted for each person', async () => {
    const service = await limited('--limits-per-person', '3');
    const [mara, noah] = [await bearer(MARA), await bearer(NOAH)];
    expect([await ask(service, mara), await ask(service, mara), await ask(service, mara), await ask(service, mara), await ask(service, noah)]).toEqual([200, 200, 200, 429, 200]);
    const refused = await service.ask(EVIDENCE, { method: 'POST', headers: mara, body: ASKING });
    expect([refused.json(), Number(refused.headers['retry-after'])]).toEqual([{ type: 'urn:umsicht:problem:too-many-requests', title: 'Too many requests at a time.', status: 429 }, expect.any(Number)]);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    // Whoever is not known is nobody's business here.
    expect((await service.ask('/api/v1/policy')).status).toBe(200);
  });

  test('is counted together, whatever a person asks for', async () => {
    const service = await limited('--limits-per-person', '3');
    const headers = await bearer(MARA);
    const statuses = [await ask(service, headers), (await service.ask('/api/v1/correspondence', { method: 'POST', headers, body: ASKING })).status, (await service.ask('/api/v1/records', { method: 'POST', headers, body: '{"records":[]}' })).status];
    expect([...statuses, await ask(service, headers), (await service.ask('/api/v1/records', { method: 'POST', headers, body: '{"records":[]}' })).status]).toEqual([200, 204, 204, 429, 429]);
  });

  test('is counted for addresses whose sender is not known only where that is set', async () => {
    const service = await limited('--limits-per-address', '2');
    const statuses = [];
    for (let index = 0; index < 3; index += 1) statuses.push((await service.ask('/api/v1/policy')).status);
    expect(statuses).toEqual([200, 200, 429]);
    expect(await ask(service, await bearer(MARA))).toBe(200);
  });

  test('is not counted at all on loopback without a sign-in', async () => {
    const service = await run('--limits-per-person', '1', '--limits-per-address', '1');
    for (let index = 0; index < 5; index += 1) expect((await service.ask('/api/v1/policy')).status).toBe(200);
  });
});

describe('stopping', () => {
  /** A request whose body comes in two parts, so that it is under way while the service stops. */
  function underWay(service: TestService): { readonly finish: () => void; readonly answer: Promise<{ readonly status: number; readonly connection: string | undefined }> } {
    const { hostname, port } = new URL(service.address);
    let finish = (): void => undefined;
    const answer = new Promise<{ status: number; connection: string | undefined }>((done, failed) => {
      const sent = request({ hostname, port, path: EVIDENCE, method: 'POST', headers: { ...JSON_TYPE, 'content-length': ASKING.length } }, (response) => {
        response.resume().on('end', () => done({ status: response.statusCode ?? 0, connection: response.headers.connection }));
      });
      sent.on('error', failed).write(ASKING.slice(0, 5));
      finish = () => void sent.end(ASKING.slice(5));
    });
    return { finish: () => finish(), answer };
  }

  test('lets what has begun come to its end, and takes nothing new', async () => {
    const service = await run();
    running.length = 0;
    const begun = underWay(service);
    await service.ask('/healthz');
    const stopped = service.stop();
    while (await service.ask('/healthz').then(() => true, () => false)) await new Promise((again) => setImmediate(again));
    begun.finish();
    expect(await begun.answer).toEqual({ status: 200, connection: 'close' });
    await stopped;
  });

  test('goes on for a while where whoever balances the load has to learn of it first', async () => {
    const service = await run('--stop-drain', '2');
    running.length = 0;
    const stopped = service.stop();
    const ready = await service.ask('/readyz');
    expect([ready.status, ready.json()]).toEqual([503, { ...UNAVAILABLE, state: 'stopping', database: 'ok', connectors: {} }]);
    expect((await service.askAbout(['anna@oak.example'])).status).toBe(200);
    await stopped;
  });

  test('gives up on requests that do not come to an end', async () => {
    const service = await run('--stop-deadline', '1');
    running.length = 0;
    const begun = underWay(service);
    const failed = expect(begun.answer).rejects.toThrow(/socket hang up|ECONNRESET/);
    await service.ask('/healthz');
    await service.stop();
    await failed;
  });

  test('does not wait for connections on which nothing happens', async () => {
    const service = await run('--stop-deadline', '300');
    running.length = 0;
    const { hostname, port } = new URL(service.address);
    const idle = connect(Number(port), hostname);
    await new Promise((connected) => idle.on('connect', connected));
    const kept = await new Promise<NodeJS.ReadableStream>((answered) => void get({ hostname, port, path: '/healthz', headers: { connection: 'keep-alive' } }, answered));
    await new Promise((over) => kept.on('end', over).resume());
    await service.stop();
    idle.destroy();
  });
});
