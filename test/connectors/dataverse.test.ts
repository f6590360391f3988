import { CAST, NOW } from './contract/cast';
import { connectorContract, NO_LIMITS, openedHosts, readSources, standing } from './contract/contract';
import { type HttpContractCrm, httpFailures, inCondition } from './contract/http-failures';
import { send } from './contract/http-crm';
import { CLIENT, type DataverseServer, NEWSLETTER, SECRET, startDataverse, TENANT } from './dataverse-server';

const ENVIRONMENT = { DYNAMICS_SECRET: SECRET };
const isData = ({ path }: { path: string }): boolean => path.startsWith('/api/data/');
const settingsFor = ({ crm }: DataverseServer, more: object = {}): object => ({
  kind: 'dataverse', url: crm.origin, login: crm.origin, tenant: TENANT, client: CLIENT, secret: { environment: 'DYNAMICS_SECRET' }, purposes: { [NEWSLETTER]: 'newsletter' }, ...more,
});

async function start(): Promise<HttpContractCrm> {
  const server = await startDataverse(CAST);
  return {
    crm: server.crm,
    isData,
    async source(condition) {
      inCondition(server.crm, condition, isData);
      return { settings: settingsFor(server), environment: ENVIRONMENT };
    },
    mend: async () => { server.crm.instead = null; },
    stop: () => server.crm.stop(),
  };
}

connectorContract('dataverse', start);
httpFailures(start);

describe('Dataverse', () => {
  let server: DataverseServer;
  const { open, ask } = openedHosts((more) => settingsFor(server, more), ENVIRONMENT);
  beforeAll(async () => { server = await startDataverse(CAST); });
  beforeEach(() => { server.crm.seen.length = 0; });
  afterEach(async () => {
    server.crm.instead = null;
  });
  afterAll(() => server.crm.stop());

  test('asks for addresses, flags and consents, never for a name', async () => {
    await ask(open());
    const selected = server.crm.seen.filter(isData).map(({ path, query }) => `${path.split('/').pop()}: ${query.get('$select')}`);
    expect([...new Set(selected)]).toEqual([
      'contacts: contactid,emailaddress1,emailaddress2,emailaddress3,donotemail,donotbulkemail',
      'leads: leadid,emailaddress1,emailaddress2,emailaddress3,donotemail,donotbulkemail',
      'msdynmkt_contactpointconsent4s: msdynmkt_contactpointconsent4id,msdynmkt_contactpointvalue,msdynmkt_value,_msdynmkt_purposeid_value,_msdynmkt_topicid_value,modifiedon',
    ]);
  });

  test('a token is fetched once for everybody, and again when it has run out or is refused', async () => {
    const host = open();
    const before = server.tokens.given;
    await Promise.all([ask(host), ask(host, 'ben@elm.example')]);
    expect(server.tokens.given).toBe(before + 1);
    server.tokens.expireAll();
    expect(await ask(host, 'carl@ash.example')).toBe('withdrawn');
    expect(server.tokens.given).toBe(before + 2);
    host.advance(2 * 60 * 60_000);
    expect(await ask(host, 'eva@yew.example')).toBe('notRecorded');
    expect(server.tokens.given).toBe(before + 3);
  });

  test('a secret that is no longer good is a refusal', async () => {
    const host = open({}, { DYNAMICS_SECRET: 'old' });
    expect(await ask(host)).toBe('refused');
    expect((await host.check())[0]?.problems).toEqual([expect.stringContaining('refused')]);
  });

  test('where the marketing tables are not installed the check says so, and nobody is taken to have agreed', async () => {
    const { msdynmkt_contactpointconsent4s: kept } = server.tables;
    delete server.tables.msdynmkt_contactpointconsent4s;
    const host = open();
    expect(await ask(host)).toBe('refused');
    expect((await host.check())[0]?.problems).toEqual([expect.stringContaining('"consents"')]);
    expect(await ask(open({ consents: false }))).toBe('notRecorded');
    server.tables.msdynmkt_contactpointconsent4s = kept ?? [];
  });

  test.each<[string, object]>([
    ['a value of a later version', { msdynmkt_value: 534120009 }],
    ['neither purpose nor topic', { _msdynmkt_purposeid_value: null, _msdynmkt_topicid_value: null }],
    ['no instant', { modifiedon: 'yesterday' }],
  ])('a consent with %s spoils that person\'s answer alone', async (_, damage) => {
    const rows = server.tables.msdynmkt_contactpointconsent4s ?? [];
    const [first] = rows;
    rows[0] = { ...first, ...damage };
    const answers = await open().contacts(['anna@oak.example', 'ben@elm.example']);
    rows[0] = first as object as { readonly [column: string]: unknown };
    expect([...answers.values()].map(standing)).toEqual(['invalidAnswer', 'withdrawn']);
  });

  test('a next page that lies elsewhere is not fetched, since the token would go there', async () => {
    server.crm.instead = (seen, response) => isData(seen) && send(response, 200, { value: [], '@odata.nextLink': 'https://elsewhere.example/api/data/v9.2/contacts' });
    expect(await ask(open())).toBe('invalidAnswer');
  });

  test('pages without end come to an end', async () => {
    server.crm.instead = (seen, response) => isData(seen) && send(response, 200, { value: [], '@odata.nextLink': `${server.crm.origin}/api/data/v9.2/contacts?$skiptoken=1` });
    expect(await ask(open())).toBe('invalidAnswer');
    expect(server.crm.seen.length).toBeLessThan(60);
  });

  test('very long addresses make more questions, none of them too long', async () => {
    const long = Array.from({ length: 100 }, (_, index) => `${'ä'.repeat(60)}${index}@${'b'.repeat(60)}.example`);
    const answers = await open().contacts(long);
    expect([...answers.values()].map(standing)).toEqual(long.map(() => 'unknownContact'));
    expect(Math.max(...server.crm.seen.map(({ query }) => query.toString().length))).toBeLessThan(12_000);
  });

  test('what has changed is told by address and by record, and nothing else is read', async () => {
    const connector = readSources({ sources: [{ name: 'crm', ...settingsFor(server) }] }, ENVIRONMENT).sources[0]?.open(() => NOW);
    const since = Date.parse('2026-11-21T00:00:00Z');
    expect((await connector?.changes?.(null, since, NO_LIMITS))?.touched).toEqual([]);
    const contacts = server.tables.contacts ?? [];
    contacts[8] = { ...contacts[8], modifiedon: '2026-11-22T00:00:00Z' };
    const changes = await connector?.changes?.(null, since, NO_LIMITS);
    expect(changes?.touched).toEqual([{ address: 'otto@oak.example' }, { address: 'otto.privat@home.example' }, { record: expect.any(String) }]);
    expect(server.crm.seen.filter(({ query }) => query.get('$filter')?.startsWith('modifiedon')).map(({ query }) => query.get('$select'))).toContain('contactid,emailaddress1,emailaddress2,emailaddress3');
  });
});
