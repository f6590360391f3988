import { once } from 'node:events';
import { Agent, type ClientRequest, type IncomingMessage, request } from 'node:http';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { runProgram } from '../../programs/run-program';
import { ENGINES, testFolder } from '../../store/folder';
import { told } from '../../told/told';
import { aRecord } from '../../wire/a-record';
import { builtAddIn } from '../running';

const MOST = 40;

/** A request whose body comes in two parts. */
function beginning(address: string, agent: Agent, body: string): { readonly begun: Promise<void>; readonly answer: Promise<number>; finish(): void } {
  let sent: ClientRequest | undefined;
  const answer = new Promise<number>((done, failed) => {
    sent = request(`${address}/api/v1/records`, { method: 'POST', agent, headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) } }, (response: IncomingMessage) => {
      response.resume().on('end', () => done(response.statusCode ?? 0));
    }).on('error', failed);
  });
  const begun = new Promise<void>((written) => sent?.write(body.slice(0, 10), () => written()));
  return { begun, answer, finish: () => void sent?.end(body.slice(10)) };
}

describe.each(ENGINES)('told to stop on %s', (engine) => {
  const folder = testFolder(engine);

  test.each(['SIGTERM', 'SIGINT'] as const)('by %s, the program answers every request it has begun, and what it answered with a yes is there', async (signal) => {
    const environment = { ...(await folder.environment()), UMSICHT_POLICY: folder.file('policy.json', '{"records":{"keep":true}}') };
    const start = `require('./src/service/run-service.ts').runService(process.argv.slice(1), process.env, ${JSON.stringify(builtAddIn(folder.path('dist')))})`;
    const program = runProgram(['-e', start, '--', '--port', '0', '--log', 'info'], environment);
    const [, address = ''] = await program.said(/listens on (http:\S+)/);
    const agent = new Agent({ keepAlive: true, maxSockets: MOST });
    const records = Array.from({ length: MOST }, () => aRecord());
    const requests = records.map((record) => beginning(address, agent, JSON.stringify({ records: [record] })));
    await Promise.all(requests.map(({ begun }) => begun));
    // Answered, so the program has seen everything that came before it.
    expect((await fetch(`${address}/healthz`)).status).toBe(200);
    const [first, ...others] = requests;
    first?.finish();
    program.process.kill(signal);
    // Nobody new gets in from then on.
    while (await fetch(`${address}/healthz`).then(() => true, () => false)) await new Promise((again) => setImmediate(again));
    for (const { finish } of others) finish();
    expect(await Promise.all(requests.map(({ answer }) => answer))).toEqual(records.map(() => 204));
    agent.destroy();
    const { status, stdout, stderr } = await program.ended;
    told('log', stdout + stderr);
    expect([status, stderr]).toEqual([0, '']);
    const kept = await (await folder.store()).db.selectFrom('records').select('id').orderBy('id').execute();
    expect(kept.map(({ id }) => id)).toEqual(records.map(({ id }) => id).sort());
  }, 120_000);
});

describe('told to stop while it waits for its database', () => {
  const folder = testFolder();
  const connections: Socket[] = [];
  // Takes connections, and never says anything.
  const silent = createServer((connection) => connections.push(connection));
  beforeAll(() => once(silent.listen(0, '127.0.0.1'), 'listening'));
  afterAll(() => {
    for (const connection of connections) connection.destroy();
    silent.close();
  });

  test.each(['SIGTERM', 'SIGINT'] as const)('by %s, the program ends by itself, since a signal does not end the first process of a container', async (signal) => {
    const start = `require('./src/service/run-service.ts').runService(['--port', '0'], process.env, ${JSON.stringify(builtAddIn(folder.path('dist')))})`;
    const database = `postgres://umsicht@127.0.0.1:${(silent.address() as AddressInfo).port}/umsicht`;
    const program = runProgram(['-e', start], { UMSICHT_DATA: folder.path('data'), UMSICHT_DATABASE_URL: database });
    await once(silent, 'connection');
    program.process.kill(signal);
    expect(await program.ended).toMatchObject({ status: 0, signal: null, stdout: '', stderr: '' });
  });
});
