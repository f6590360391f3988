import { join } from 'node:path';
import { ownPostgres, type PostgresServer } from '../store/postgres-server';
import { runProgram } from '../programs/run-program';
import { testFolder } from '../store/folder';
import { StoreFailure } from '../../src/store/store-failure';
import { builtAddIn, runningService, type TestService } from './running';

const folder = testFolder();
let server: PostgresServer;
let environment: { readonly [name: string]: string };
beforeAll(async () => {
  server = await ownPostgres();
}, 600_000);
afterAll(() => server.remove());
beforeEach(async () => {
  await server.start();
  environment = { UMSICHT_DATABASE_URL: server.url(await server.freshDatabase()) };
});

const running: TestService[] = [];
const run = async (...args: readonly string[]): Promise<TestService> => {
  const service = await runningService(folder.path('.'), args, environment);
  running.push(service);
  return service;
};
afterEach(async () => {
  for (const service of running.splice(0)) await service.stop();
});

const note = (service: TestService, ...addresses: readonly string[]) =>
  service.ask('/api/v1/correspondence', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ addresses }) });
const before = async (service: TestService, address: string): Promise<unknown> => {
  const answer = await service.ask('/api/v1/evidence', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ addresses: [], correspondence: [address] }) });
  return (answer.json() as { correspondence: readonly { readonly before?: boolean }[] }).correspondence[0]?.before;
};

test('several services start together on an empty database, and each knows what the others were told', async () => {
  const services = await Promise.all([run('--demo'), run('--demo'), run('--demo')]);
  for (const [index, service] of services.entries()) expect((await note(service, `person${index}@oak.example`)).status).toBe(204);
  for (const service of services) {
    for (const index of services.keys()) expect(await before(service, `person${index}@oak.example`)).toBe(true);
    expect((await service.askAbout(['anna@oak.example'])).json()).toMatchObject({ contacts: [{ known: true, record: 'known' }] });
  }
});

test('while the database is away the service says so, and answers when it is back', async () => {
  const service = await run('--demo');
  await server.kill();
  const refused = await service.askAbout(['anna@oak.example']);
  expect([refused.status, (await note(service, 'ben@elm.example')).status, (await service.ask('/readyz')).status]).toEqual([503, 503, 503]);
  // What needs no database goes on.
  expect([(await service.ask('/healthz')).status, (await service.ask('/api/v1/policy')).status, (await service.ask('/launchevent.js')).status]).toEqual([200, 200, 200]);
  await server.start();
  expect((await service.askAbout(['anna@oak.example'])).status).toBe(200);
  expect((await note(service, 'ben@elm.example')).status).toBe(204);
  expect((await service.ask('/readyz')).status).toBe(200);
  expect(service.log.join('')).not.toMatch(/oak|elm|anna|only@home|only%40home/);
});

test('a database that takes no changes is named before anybody is served', async () => {
  await (await run()).stop();
  running.length = 0;
  const database = new URL(environment['UMSICHT_DATABASE_URL'] as string).pathname.slice(1);
  await server.query(`alter database ${database} set default_transaction_read_only = on`);
  const refused = await run().catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(StoreFailure);
  expect((refused as StoreFailure).message).toMatch(/^The database \S+ on \S+ takes no changes: it is read only, or the standby of another server\./);
});

test('what was answered with a yes is there after somebody has pulled the plug of the database', async () => {
  const service = await run();
  for (let index = 0; index < 20; index += 1) expect((await note(service, `person${index}@oak.example`)).status).toBe(204);
  await server.kill();
  await server.start();
  for (let index = 0; index < 20; index += 1) expect(await before(service, `person${index}@oak.example`)).toBe(true);
});

test('a database that is not there keeps the service from starting, with the reason, without the password, and so that it is tried again', async () => {
  const addIn = builtAddIn(folder.path('dist'));
  const script = `require('./src/service/run-service.ts').runService(['--port', '0'], process.env, ${JSON.stringify(addIn)})`;
  const { status, stderr } = await runProgram(['-e', script], { UMSICHT_DATA: folder.path('data'), UMSICHT_DATABASE_URL: server.url('elsewhere') }).ended;
  // Not 2, after which systemd leaves it at that: deploy/systemd.
  expect([status, stderr]).toEqual([1, expect.stringMatching(/^Umsicht cannot start:\n {2}The database elsewhere on 127\.0\.0\.1:\d+ does not exist on that server\. .*\n$/)]);
  expect(stderr).not.toMatch(/only/);
});

test('SIGTERM ends the service with 0, and lets go of the database', async () => {
  const addIn = builtAddIn(folder.path('dist'));
  const script = `require('./src/service/run-service.ts').runService(['--demo', '--port', '0'], process.env, ${JSON.stringify(addIn)})`;
  const child = runProgram(['-e', script], { UMSICHT_DATA: join(folder.path('.'), 'data'), ...environment });
  await child.said(/^Umsicht listens on (http:\/\/127\.0\.0\.1:\d+)\n/);
  const connected = () => server.query(`select count(*)::int as count from pg_stat_activity where application_name = 'umsicht'`);
  expect((await connected())[0]?.count).toBeGreaterThan(0);
  child.process.kill('SIGTERM');
  expect(await child.ended).toMatchObject({ status: 0, signal: null, stderr: '' });
  expect((await connected())[0]?.count).toBe(0);
});
