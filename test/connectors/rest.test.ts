import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import Ajv2020 from 'ajv/dist/2020';
import { CAST, NOW } from './contract/cast';
import { connectorContract, hostOf, type OpenedHost, standing } from './contract/contract';
import { type HttpContractCrm, httpFailures, inCondition } from './contract/http-failures';
import { send } from './contract/http-crm';
import { type RestServer, startRestServer, TOKEN } from './rest-server';

const SECRET = `whsec_${Buffer.from('twenty-four bytes at the least').toString('base64')}`;
const ENVIRONMENT = { REST_TOKEN: TOKEN, REST_SECRET: SECRET };
let server: RestServer;
const settings = (more: object = {}): object => ({ kind: 'rest', url: server.crm.origin, token: { environment: 'REST_TOKEN' }, ...more });

async function start(): Promise<HttpContractCrm> {
  server = await startRestServer(CAST);
  const { crm } = server;
  const isData = ({ path }: { path: string }): boolean => path === '/consents:lookup';
  return {
    crm,
    isData,
    async source(condition) {
      inCondition(crm, condition, isData);
      return { settings: settings(), environment: ENVIRONMENT };
    },
    mend: async () => { crm.instead = null; },
    stop: () => server.stop(),
  };
}

connectorContract('rest', start);
httpFailures(start);

describe('our own contract', () => {
  const hosts: OpenedHost[] = [];
  const open = (more: object = {}, options = {}): OpenedHost => {
    const host = hostOf(settings(more), ENVIRONMENT, options);
    hosts.push(host);
    return host;
  };
  beforeAll(async () => { server = await startRestServer(CAST); });
  afterEach(async () => {
    await Promise.all(hosts.splice(0).map((host) => host.stop()));
    server.crm.instead = null;
  });
  afterAll(() => server.stop());
  const askAnna = async (host: OpenedHost): Promise<string> => standing((await host.contacts(['anna@oak.example'])).get('anna@oak.example'));

  test('what goes out and what comes back is as docs/consents-api.openapi.json has it', async () => {
    const document = JSON.parse(readFileSync(resolve(__dirname, '../../docs/consents-api.openapi.json'), 'utf8')) as object;
    const ajv = new Ajv2020({ strict: false, allErrors: true, formats: { 'date-time': true } });
    ajv.addSchema(document, 'api');
    const fits = (name: string, value: unknown): unknown => (ajv.validate({ $ref: `api#/components/schemas/${name}` }, value) ? [] : ajv.errors);
    server.crm.seen.length = 0;
    server.answered.length = 0;
    const host = open({ changes: true });
    await host.contacts([...CAST.flatMap(({ addresses }) => addresses), 'nora@nowhere.example']);
    server.write([{ id: '1', addresses: ['x@oak.example'], error: 'unavailable' }]);
    await host.check();
    expect(server.crm.seen.length).toBeGreaterThan(1);
    for (const { path, body } of server.crm.seen.filter(({ method }) => method === 'POST')) expect({ path, problems: fits('LookUp', JSON.parse(body)) }).toEqual({ path, problems: [] });
    for (const { path, status, body } of server.answered) expect({ path, status, problems: fits(path === '/purposes' ? 'Purposes' : 'Found', body) }).toEqual({ path, status: 200, problems: [] });
    // The net catches.
    expect(fits('Found', { results: [{ address: 'a@oak.example', contact: 'perhaps' }] })).not.toEqual([]);
    server.write(CAST);
  });

  test.each<[string, unknown, string]>([
    ['one address could not be found out', { address: 'anna@oak.example', error: 'unavailable' }, 'unreachable'],
    ['one address stands for several people', { address: 'anna@oak.example', error: 'ambiguous' }, 'ambiguous'],
    ['the entry is missing', { address: 'ben@elm.example', contact: 'unknown' }, 'invalidAnswer'],
    ['the entry is known and unknown', { address: 'anna@oak.example', contact: 'unknown', consents: [{ purpose: 'newsletter', status: 'granted' }] }, 'invalidAnswer'],
    ['a status is not understood', { address: 'anna@oak.example', contact: 'known', consents: [{ purpose: 'newsletter', status: 'revoked' }] }, 'invalidAnswer'],
    ['a day is in no calendar', { address: 'anna@oak.example', contact: 'known', consents: [{ purpose: 'newsletter', status: 'granted', basis: 'consent', expires: '2026-02-30' }] }, 'invalidAnswer'],
    ['a word is misspelt', { address: 'anna@oak.example', contact: 'known', consents: [{ purpose: 'newsletter', status: 'granted', withdraw: '2026-02-03' }] }, 'invalidAnswer'],
    ['a consent has no basis', { address: 'anna@oak.example', contact: 'known', consents: [{ purpose: 'newsletter', status: 'granted' }] }, 'otherBasis'],
    ['a basis has a word of its own', { address: 'anna@oak.example', contact: 'known', consents: [{ purpose: 'newsletter', status: 'granted', basis: 'einwilligung' }] }, 'otherBasis'],
    ['a contact is named in other capitals', { address: 'ANNA@Oak.example', contact: 'known', consents: [{ purpose: 'newsletter', status: 'granted', basis: 'consent' }] }, 'granted'],
  ])('%s', async (_, result, expected) => {
    server.crm.instead = (_seen, response) => send(response, 200, { results: [result] });
    expect(await askAnna(open())).toBe(expected);
  });

  test('a partial answer costs nobody else theirs', async () => {
    server.crm.instead = (_seen, response) => send(response, 200, { results: [{ address: 'anna@oak.example', error: 'unavailable' }, { address: 'ben@elm.example', contact: 'unknown' }] });
    const answers = await open().contacts(['anna@oak.example', 'ben@elm.example']);
    expect([...answers.values()].map(standing)).toEqual(['unreachable', 'unknownContact']);
  });

  test('one address the server takes exception to costs nobody else theirs', async () => {
    server.crm.instead = ({ body }, response) => body.includes('cem@') && send(response, 400, { error: 'what is cem?' });
    const keys = CAST.slice(0, 8).flatMap(({ addresses }) => addresses);
    const answers = await open().contacts(keys);
    expect(keys.filter((key) => !answers.get(key)?.known)).toEqual(['cem@ash.example']);
  });

  describe('a webhook', () => {
    const signed = (body: string, { id = 'msg_1', at = Math.floor(NOW / 1000), secret = SECRET } = {}): { [name: string]: string } => ({
      'webhook-id': id,
      'webhook-timestamp': String(at),
      'webhook-signature': `v1,${createHmac('sha256', Buffer.from(secret.slice(6), 'base64')).update(`${id}.${at}.${body}`).digest('base64')}`,
    });
    const changed = JSON.stringify({ changed: [{ address: 'Anna@Oak.example' }] });
    const post = (host: OpenedHost, body: string, headers: { [name: string]: string }): string =>
      host.webhook('crm', { method: 'POST', url: 'https://umsicht.firm.example/api/v1/connectors/crm/changes', headers, body: Buffer.from(body) });
    const withdrawn = (): void => server.write([{ id: '1', addresses: ['anna@oak.example'], newsletter: { status: 'withdrawn' } }]);
    afterEach(() => server.write(CAST));

    test('that is genuine makes the next question go out', async () => {
      const host = open({ webhookSecret: { environment: 'REST_SECRET' } });
      expect(await askAnna(host)).toBe('granted');
      withdrawn();
      expect(await askAnna(host)).toBe('granted');
      expect(post(host, changed, signed(changed))).toBe('taken');
      await until(async () => (await askAnna(host)) === 'withdrawn' || (host.forgetAll(), false));
    });

    test('that names a record of theirs does so as well', async () => {
      const host = open({ webhookSecret: { environment: 'REST_SECRET' } });
      await askAnna(host);
      server.crm.seen.length = 0;
      const body = JSON.stringify({ changed: [{ record: '1' }] });
      expect(post(host, body, signed(body))).toBe('taken');
      await askAnna(host);
      expect(server.crm.seen).toHaveLength(1);
    });

    test.each<[string, (body: string) => { [name: string]: string }, string?]>([
      ['with another signature', (body) => signed(body, { secret: `whsec_${Buffer.from('another secret of that length').toString('base64')}` })],
      ['about another body', () => signed('{"changed":[]}')],
      ['from ten minutes ago', (body) => signed(body, { at: Math.floor(NOW / 1000) - 600 })],
      ['from ten minutes ahead', (body) => signed(body, { at: Math.floor(NOW / 1000) + 600 })],
      ['whose time was changed', (body) => ({ ...signed(body, { at: Math.floor(NOW / 1000) - 600 }), 'webhook-timestamp': String(Math.floor(NOW / 1000)) })],
      ['without any', () => ({})],
      ['with an empty one', (body) => ({ ...signed(body), 'webhook-signature': 'v1,' })],
      ['that is no JSON', (body) => signed(body), 'no JSON'],
    ])('%s is refused', async (_, headers, body = changed) => {
      const host = open({ webhookSecret: { environment: 'REST_SECRET' } });
      await askAnna(host);
      server.crm.seen.length = 0;
      expect(post(host, body, headers(body))).toBe('refused');
      await askAnna(host);
      expect(server.crm.seen).toEqual([]);
    });

    test('to a source that takes none, or that nobody has set up, is for nobody', () => {
      expect(post(open(), changed, signed(changed))).toBe('noSuchSource');
      expect(open({ webhookSecret: { environment: 'REST_SECRET' } }).webhook('another', { method: 'POST', url: '', headers: signed(changed), body: Buffer.from(changed) })).toBe('noSuchSource');
    });
  });
});

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resume) => setTimeout(resume, 20));
}
