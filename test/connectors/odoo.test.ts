import { CAST, NOW } from './contract/cast';
import { connectorContract, NO_LIMITS, openedHosts, readSources } from './contract/contract';
import { type HttpContractCrm, httpFailures, inCondition } from './contract/http-failures';
import { send } from './contract/http-crm';
import { DATABASE, KEY, NEWSLETTER, type OdooServer, startOdoo, USER } from './odoo-server';

const ENVIRONMENT = { ODOO_KEY: KEY };
const MEMBERS_AGREE = { [NEWSLETTER]: { purpose: 'newsletter', member: 'granted' } };
const isData = ({ path, body }: { path: string; body: string }): boolean => path.startsWith('/json/2/') || body.includes('execute_kw');
const settingsFor = ({ crm }: OdooServer, version: number, more: object = {}): object => ({
  kind: 'odoo', url: crm.origin, database: DATABASE, user: USER, key: { environment: 'ODOO_KEY' }, version, purposes: MEMBERS_AGREE, ...more,
});

describe.each([[14, 'JSON-RPC'], [18, 'JSON-RPC'], [19, 'JSON-2']])('Odoo %i, over %s', (version) => {
  async function start(): Promise<HttpContractCrm> {
    const server = await startOdoo(CAST, version);
    return {
      crm: server.crm,
      isData,
      async source(condition) {
        inCondition(server.crm, condition, isData);
        return { settings: settingsFor(server, version), environment: ENVIRONMENT };
      },
      mend: async () => { server.crm.instead = null; },
      stop: () => server.crm.stop(),
    };
  }

  connectorContract('odoo', start);
  httpFailures(start);

  describe('its own ways', () => {
    let server: OdooServer;
    const { open, ask } = openedHosts((more) => settingsFor(server, version, more), ENVIRONMENT);
    beforeAll(async () => { server = await startOdoo(CAST, version); });
    beforeEach(() => { server.crm.seen.length = 0; });
    afterEach(async () => {
        server.crm.instead = null;
      server.forbidden.clear();
    });
    afterAll(() => server.crm.stop());

    test('to be on a list is to have agreed only where the administrator says so', async () => {
      expect(await ask(open())).toBe('granted');
      expect(await ask(open({ purposes: { [NEWSLETTER]: 'newsletter' } }))).toBe('notRecorded');
      expect(await ask(open({ purposes: { [NEWSLETTER]: 'newsletter' } }), 'ben@elm.example')).toBe('withdrawn');
    });

    test('somebody who was taken off the blacklist again is not on it', async () => {
      expect(await ask(open())).toBe('granted');
    });

    test('an internal user finds out who is on the blacklist, and nothing of lists', async () => {
      for (const model of Object.keys(server.models)) if (model !== 'res.partner') server.forbidden.add(model);
      expect(await ask(open())).toBe('refused');
      const host = open({ rights: 'internal' });
      expect([await ask(host), await ask(host, 'cem@ash.example'), await ask(host, 'nora@nowhere.example')]).toEqual(['notRecorded', 'withdrawn', 'unknownContact']);
      expect((await open().check())[0]?.problems).toEqual([expect.stringContaining('refused')]);
    });

    test('a key that is not good is a refusal', async () => {
      const host = open({}, { ODOO_KEY: 'old' });
      expect(await ask(host)).toBe('refused');
    });

    test('an application that is not installed is a refusal, not a lack of consent', async () => {
      const { 'mail.blacklist': kept } = server.models;
      delete server.models['mail.blacklist'];
      expect(await ask(open())).toBe('refused');
      server.models['mail.blacklist'] = kept ?? [];
    });

    test('a subscription without a date to its writing is one all the same', async () => {
      const answer = (await open().contacts(['anna@oak.example'])).get('anna@oak.example');
      expect(answer).toMatchObject({ value: { tags: [{ status: 'granted', obtained: '2025-03-01T10:00:00.000Z' }] } });
    });

    test('more than a page of people is asked for page by page', async () => {
      const model = version >= 17 ? 'mailing.subscription' : 'mailing.contact.subscription';
      const kept = server.models[model] ?? [];
      server.models[model] = [...Array.from({ length: 2500 }, (_, index) => ({ id: 10_000 + index, contact_id: [1, 'Person 1'], list_id: [100 + index, 'x'], opt_out: false, create_date: '2024-01-01 00:00:00', write_date: false })), ...kept];
      expect(await ask(open())).toBe('granted');
      server.models[model] = kept;
    });

    test('no name is asked for', async () => {
      await ask(open());
      expect(server.crm.seen.map(({ body }) => body).join()).not.toMatch(/"(display_)?name"/);
    });

    test('what has changed since, without a date of writing as well', async () => {
      const connector = readSources({ sources: [{ name: 'crm', ...settingsFor(server, version) }] }, ENVIRONMENT).sources[0]?.open(() => NOW);
      const since = Date.parse('2026-11-10T00:00:00Z');
      expect((await connector?.changes?.(null, since, NO_LIMITS))?.touched).toEqual([]);
      const model = version >= 17 ? 'mailing.subscription' : 'mailing.contact.subscription';
      const kept = server.models[model] ?? [];
      server.models[model] = [...kept, { id: 5000, contact_id: [5, 'Eva'], list_id: [NEWSLETTER, 'x'], opt_out: false, create_date: '2026-11-20 00:00:00', write_date: false }];
      const blacklist = server.models['mail.blacklist'] ?? [];
      server.models['mail.blacklist'] = [...blacklist, { id: 5001, active: false, email: 'max@maple.example', create_date: '2024-01-01 00:00:00', write_date: '2026-11-20 00:00:00' }];
      expect((await connector?.changes?.(null, since, NO_LIMITS))?.touched).toEqual([{ address: 'max@maple.example' }, { record: 'mailing.contact 5' }]);
      server.models[model] = kept;
      server.models['mail.blacklist'] = blacklist;
    });

    test('a fault of theirs is no refusal', async () => {
      server.crm.instead = (seen, response) => isData(seen) && (version < 19
        ? send(response, 200, { jsonrpc: '2.0', id: 1, error: { code: 200, message: 'Odoo Server Error', data: { name: 'psycopg2.OperationalError', message: 'anna@oak.example' } } })
        : send(response, 500, { name: 'psycopg2.OperationalError', message: 'anna@oak.example' }));
      expect(await ask(open())).toBe('unreachable');
    });
  });
});
