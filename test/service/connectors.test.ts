import { createHmac } from 'node:crypto';
import { CAST, STRANGER } from '../connectors/contract/cast';
import { type HttpCrm, send } from '../connectors/contract/http-crm';
import { type RestServer, startRestServer, TOKEN } from '../connectors/rest-server';
import { importContacts } from '../../src/store/import-contacts';
import { openStore } from '../../src/store/open-store';
import { testFolder } from '../store/folder';
import { runningService, type TestService } from './running';

const folder = testFolder();
const SECRET = Buffer.from('twenty-four bytes at the least');
const ENVIRONMENT = { CRM_TOKEN: TOKEN, CRM_SECRET: `whsec_${SECRET.toString('base64')}` };
let crm: RestServer;
let service: TestService | null = null;
beforeAll(async () => { crm = await startRestServer(CAST); });
afterAll(() => crm.stop());
beforeEach(() => {
  crm.crm.instead = null;
  crm.crm.seen.length = 0;
});
afterEach(async () => {
  await service?.stop();
  service = null;
});

const source = (more: object = {}): object => ({ name: 'crm', kind: 'rest', url: crm.crm.origin, token: { environment: 'CRM_TOKEN' }, ...more });
async function run(sources: readonly object[], connectors: object = {}): Promise<TestService> {
  const config = folder.file('umsicht.json', JSON.stringify({ connectors: { answerWithin: 5000, sources, ...connectors } }));
  service = await runningService(folder.path('.'), ['--config', config], ENVIRONMENT);
  return service;
}

interface Answered { readonly address: string; readonly known: boolean; readonly reason?: string; readonly record?: string; readonly age?: number; readonly unanswered?: string; readonly tags?: readonly { readonly status: string; readonly source: string }[] }
const ask = async (running: TestService, ...addresses: readonly string[]): Promise<readonly Answered[]> => ((await running.askAbout(addresses)).json() as { contacts: readonly Answered[] }).contacts;

test('a contact is answered as the CRM has it, under every spelling', async () => {
  const running = await run([source()]);
  const [anna, again, stranger] = await ask(running, 'Anna@OAK.example', 'anna@oak.example', STRANGER);
  expect(anna).toMatchObject({ address: 'Anna@OAK.example', known: true, record: 'known', tags: [{ status: 'granted', source: 'crm' }] });
  expect(again).toMatchObject({ tags: anna?.tags });
  expect(stranger).toEqual({ address: STRANGER, known: true, record: 'unknown', tags: [] });
});

test('what was imported and what the CRM has are one: the stricter counts, and a refusal that was imported counts while the CRM is away', async () => {
  const file = folder.file('contacts.csv', 'address,purpose,status,basis,source\nanna@oak.example,newsletter,withdrawn,consent,fair\nben@elm.example,newsletter,granted,consent,fair\n');
  const store = await openStore({ engine: 'sqlite', file: folder.path('data/umsicht.sqlite') });
  await importContacts(store, file);
  await store.close();
  const running = await run([source()]);
  const [anna, ben] = await ask(running, 'anna@oak.example', 'ben@elm.example');
  expect(anna?.tags?.map((tag) => `${tag.source} ${tag.status}`).sort()).toEqual(['crm granted', 'fair withdrawn']);
  expect(ben?.tags?.map((tag) => `${tag.source} ${tag.status}`).sort()).toEqual(['crm withdrawn', 'fair granted']);
  await running.stop();
  crm.crm.instead = (_, response) => send(response, 403, {});
  const [refused, open] = await ask(await run([source()]), 'anna@oak.example', 'ben@elm.example');
  expect(refused).toMatchObject({ known: true, unanswered: 'refused', tags: [{ status: 'withdrawn' }] });
  expect(open).toEqual({ address: 'ben@elm.example', known: false, reason: 'refused' });
});

describe('a CRM that', () => {
  test.each<[string, HttpCrm['instead'], string]>([
    ['never answers', () => true, 'timeout'],
    ['answers with nonsense', (_, response) => send(response, 200, '<html>'), 'invalidAnswer'],
    ['answers about others than were asked', (_, response) => send(response, 200, { results: [{ address: 'other@oak.example', contact: 'unknown' }] }), 'invalidAnswer'],
    ['refuses', (_, response) => send(response, 403, { message: 'anna@oak.example is not for you' }), 'refused'],
  ])('%s costs a decision no more than its deadline, is said to be that, and is spared', async (_, instead, reason) => {
    const running = await run([source({ limits: { seconds: 1 } })], { answerWithin: 400 });
    crm.crm.instead = instead;
    const started = Date.now();
    const first = await ask(running, 'anna@oak.example', 'ben@elm.example');
    expect(first).toEqual(['anna@oak.example', 'ben@elm.example'].map((address) => ({ address, known: false, reason })));
    // Long before the source's own time is over, and its repetitions.
    expect(Date.now() - started).toBeLessThan(4000);
    const whole = (await running.askAbout(['anna@oak.example'])).json() as object;
    expect(Object.keys(whole)).toEqual(['contacts']);

    // Two hundred people write to others each; what reaches the CRM stays a handful.
    let asked = 0;
    while (asked < 200 || !running.log.some((line) => line.includes('"state":"open"'))) {
      await Promise.all(Array.from({ length: 20 }, (_each, index) => ask(running, `person${asked + index}@oak.example`)));
      asked += 20;
    }
    const sent = crm.crm.seen.length;
    expect(sent).toBeLessThan(60);
    const [refused] = await ask(running, 'somebody.else@oak.example');
    expect(refused).toMatchObject({ known: false, reason: 'unreachable' });
    expect(crm.crm.seen).toHaveLength(sent);
    expect((await running.ask('/api/v1/policy')).status).toBe(200);
  });
});

test('nothing the service logs has an address in it, whatever a CRM does', async () => {
  const running = await run([source()], { answerWithin: 3000 });
  const said = CAST.flatMap(({ addresses }) => addresses);
  await ask(running, ...said, STRANGER);
  let count = 0;
  crm.crm.instead = ({ body }, response) => {
    count += 1;
    if (count === 1) return send(response, 500, { error: body });
    if (count === 2) return send(response, 400, { error: { code: 'bad', message: body } });
    return send(response, 200, { results: [{ address: 'anna@oak.example', contact: 'known', consents: [{ purpose: 'anna@oak.example', status: 'granted', basis: 'anna@oak.example' }] }] });
  };
  for (let times = 0; times < 4; times += 1) await ask(running, ...said.map((address) => `${times}${address}`), 'anna@oak.example');
  expect(running.log.length).toBeGreaterThan(5);
  expect(running.log.some((line) => line.includes('connector asked'))).toBe(true);
  const places = said.flatMap((address) => [address, address.slice(address.lastIndexOf('@') + 1)]);
  expect(running.log.filter((line) => places.some((place) => line.toLowerCase().includes(place.toLowerCase())))).toEqual([]);
});

describe('changes that a CRM tells', () => {
  const body = JSON.stringify({ changed: [{ address: 'anna@oak.example' }] });
  const headers = (at = Math.floor(Date.now() / 1000), signedBody = body): { [name: string]: string } => ({
    'content-type': 'application/json', 'webhook-id': 'msg_1', 'webhook-timestamp': String(at),
    'webhook-signature': `v1,${createHmac('sha256', SECRET).update(`msg_1.${at}.${signedBody}`).digest('base64')}`,
  });
  const tell = (running: TestService, more: object = {}, path = '/api/v1/connectors/crm/changes') => running.ask(path, { method: 'POST', headers: headers(), body, ...more });

  test('make it ask again, when they are genuine', async () => {
    const running = await run([source({ webhookSecret: { environment: 'CRM_SECRET' } })]);
    await ask(running, 'anna@oak.example');
    await ask(running, 'anna@oak.example');
    expect(crm.crm.seen).toHaveLength(1);
    for (const refused of [{ headers: headers(Math.floor(Date.now() / 1000) - 600) }, { headers: {} }, { body: `${body} ` }]) expect((await tell(running, refused)).status).toBe(401);
    await ask(running, 'anna@oak.example');
    expect(crm.crm.seen).toHaveLength(1);
    expect((await tell(running)).status).toBe(204);
    await ask(running, 'anna@oak.example');
    expect(crm.crm.seen).toHaveLength(2);
  });

  test('are for nobody where none are taken', async () => {
    const running = await run([source()]);
    expect((await tell(running)).status).toBe(404);
    expect((await tell(running, {}, '/api/v1/connectors/other/changes')).status).toBe(404);
    expect((await tell(running, { body: ' '.repeat(2 * 1024 * 1024) })).status).toBe(413);
  });
});
