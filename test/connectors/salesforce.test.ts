import { CAST, NOW } from './contract/cast';
import { connectorContract, NO_LIMITS, openedHosts, readSources, standing } from './contract/contract';
import { type HttpContractCrm, httpFailures, inCondition } from './contract/http-failures';
import { send } from './contract/http-crm';
import { CLIENT, NEWSLETTER, type SalesforceServer, SECRET, startSalesforce } from './salesforce-server';

const ENVIRONMENT = { SALESFORCE_SECRET: SECRET };
const isData = ({ path }: { path: string }): boolean => path.startsWith('/services/data/');
const settingsFor = ({ crm }: SalesforceServer, more: object = {}): object => ({
  kind: 'salesforce', url: crm.origin, client: CLIENT, secret: { environment: 'SALESFORCE_SECRET' }, contactEmails: ['Email', 'Second_Email__c'], purposes: { [NEWSLETTER]: 'newsletter' }, ...more,
});

async function start(): Promise<HttpContractCrm> {
  const server = await startSalesforce(CAST);
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

connectorContract('salesforce', start);
httpFailures(start);

describe('Salesforce', () => {
  let server: SalesforceServer;
  const { open, ask } = openedHosts((more) => settingsFor(server, more), ENVIRONMENT);
  beforeAll(async () => { server = await startSalesforce(CAST); });
  beforeEach(() => { server.crm.seen.length = 0; });
  afterEach(async () => {
    server.crm.instead = null;
    server.unavailable.clear();
  });
  afterAll(() => server.crm.stop());

  test('its no of somebody it does not know is no refusal, its no with a reason is one, its yes is no consent', async () => {
    const answers = await open().contacts(['nora@nowhere.example', 'cem@ash.example', 'eva@yew.example']);
    expect([...answers.values()].map(standing)).toEqual(['unknownContact', 'withdrawn', 'notRecorded']);
  });

  test('its no without a reason counts for somebody who is there', async () => {
    server.crm.instead = ({ path }, response) => path.includes('/consent/') && send(response, 200, { 'anna@oak.example': { result: 'Success', proceed: { email: 'false', emailResult: 'Success' }, explanation: [] } });
    expect(await ask(open())).toBe('withdrawn');
  });

  test('somebody whom only the Consent API knows is known', async () => {
    server.crm.instead = ({ path }, response) => path.includes('/consent/') && send(response, 200, {
      'user@firm.example': { result: 'Success', proceed: { email: 'false', emailResult: 'Success' }, explanation: [{ objectConsulted: 'User', field: 'x', recordId: '005' }] },
    });
    expect(await ask(open(), 'user@firm.example')).toBe('withdrawn');
  });

  test('an address it cannot tell of costs nobody else theirs', async () => {
    server.unavailable.add('ben@elm.example');
    const answers = await open().contacts(['anna@oak.example', 'ben@elm.example']);
    expect([...answers.values()].map(standing)).toEqual(['granted', 'unreachable']);
  });

  test('a lead that was converted is a contact, and counts no more', async () => {
    expect(await ask(open())).toBe('granted');
  });

  test.each<[string, object, string]>([
    ['a consent that has not begun', { EffectiveFrom: '2027-01-01T00:00:00.000+0000' }, 'notRecorded'],
    ['a status of a later version', { PrivacyConsentStatus: 'Maybe' }, 'invalidAnswer'],
    ['an instant nobody can read', { EffectiveTo: 'soon' }, 'invalidAnswer'],
    ['an opt-out without a purpose, which is one from everything', { PrivacyConsentStatus: 'OptOut', DataUsePurposeId: null }, 'withdrawn'],
  ])('%s', async (_, change, expected) => {
    const rows = server.objects.ContactPointTypeConsent ?? [];
    const [first] = rows;
    rows[0] = { ...first, ...change };
    const said = await ask(open());
    rows[0] = first as object as { readonly [field: string]: unknown };
    expect(said).toBe(expected);
  });

  test('a confirmation that is required is looked for', async () => {
    const purposes = { [NEWSLETTER]: { purpose: 'newsletter', confirmation: 'required' } };
    const rows = server.objects.ContactPointTypeConsent ?? [];
    const [first] = rows;
    expect(await ask(open({ purposes }))).toBe('granted');
    rows[0] = { ...first, DoubleConsentCaptureDate: null };
    const said = await ask(open({ purposes }));
    rows[0] = first as object as { readonly [field: string]: unknown };
    expect(said).toBe('pending');
  });

  test('a session that has run out is renewed, once', async () => {
    const host = open();
    await ask(host);
    const { given } = server.tokens;
    server.tokens.expireAll();
    expect(await ask(host, 'ben@elm.example')).toBe('withdrawn');
    expect(server.tokens.given).toBe(given + 1);
  });

  test('a day\'s requests used up are no refusal of ours: nobody asks for a quarter of an hour', async () => {
    server.crm.instead = (seen, response) => isData(seen) && send(response, 403, [{ errorCode: 'REQUEST_LIMIT_EXCEEDED', message: 'TotalRequests Limit exceeded.' }]);
    const host = open();
    expect(await ask(host)).toBe('timeout');
    server.crm.instead = null;
    const { length } = server.crm.seen;
    expect(await ask(host)).toBe('timeout');
    expect(server.crm.seen).toHaveLength(length);
    host.advance(16 * 60_000);
    expect(await ask(host)).toBe('granted');
  });

  test('without Data Protection and Privacy neither individuals nor consents are asked for', async () => {
    expect(await ask(open({ consents: false }))).toBe('notRecorded');
    expect(server.crm.seen.map(({ query }) => query.get('q')).join()).not.toMatch(/Individual|ContactPointTypeConsent/);
  });

  test('no name is asked for, and an apostrophe or a backslash ends no text', async () => {
    await open().contacts(["o'neill@oak.example", "x\\' OR Email != null@oak.example"]);
    expect(server.crm.seen.map(({ query }) => query.get('q')).join()).not.toMatch(/\bName\b/);
    expect(await ask(open(), "o'neill@oak.example")).toBe('granted');
  });

  test('a next page that lies elsewhere is not fetched', async () => {
    server.crm.instead = ({ path }, response) => path.endsWith('/query') && send(response, 200, { done: false, nextRecordsUrl: 'https://elsewhere.example/services/data/v62.0/query/1', records: [] });
    expect(await ask(open())).toBe('invalidAnswer');
  });

  test('an answer that says it is not the whole, and not where the rest is, is none', async () => {
    server.crm.instead = ({ path }, response) => path.endsWith('/query') && send(response, 200, { totalSize: 4000, done: false, records: [] });
    expect(await ask(open())).toBe('invalidAnswer');
  });

  test('what has changed is told by address and by record', async () => {
    const connector = readSources({ sources: [{ name: 'crm', ...settingsFor(server) }] }, ENVIRONMENT).sources[0]?.open(() => NOW);
    const since = Date.parse('2026-11-10T00:00:00Z');
    expect((await connector?.changes?.(null, since, NO_LIMITS))?.touched).toEqual([]);
    const contacts = server.objects.Contact ?? [];
    contacts[0] = { ...contacts[0], SystemModstamp: '2026-11-20T00:00:00.000+0000' };
    const consents = server.objects.ContactPointTypeConsent ?? [];
    consents[1] = { ...consents[1], SystemModstamp: '2026-11-20T00:00:00.000+0000' };
    expect((await connector?.changes?.(null, since, NO_LIMITS))?.touched).toEqual([{ address: 'anna@oak.example' }, { record: '003xx0000000001' }, { record: expect.stringMatching(/^0ZX/) }, { record: '0PKxx0000000002' }]);
  });
});
