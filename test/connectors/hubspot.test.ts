import { createHmac } from 'node:crypto';
import { CAST, NOW } from './contract/cast';
import { connectorContract, type OpenedHost, openedHosts, standing } from './contract/contract';
import { type HttpContractCrm, httpFailures, inCondition } from './contract/http-failures';
import { send } from './contract/http-crm';
import { type HubspotServer, NEWSLETTER, startHubspot, TOKEN } from './hubspot-server';

const ENVIRONMENT = { HUBSPOT_TOKEN: TOKEN, HUBSPOT_SECRET: 'the app\'s secret' };
const isData = ({ path }: { path: string }): boolean => path.includes('/batch/');
const settingsFor = ({ crm }: HubspotServer, more: object = {}): object => ({ kind: 'hubspot', url: crm.origin, token: { environment: 'HUBSPOT_TOKEN' }, purposes: { [NEWSLETTER]: 'newsletter' }, ...more });

async function start(): Promise<HttpContractCrm> {
  const server = await startHubspot(CAST);
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

connectorContract('hubspot', start);
httpFailures(start);

describe('HubSpot', () => {
  let server: HubspotServer;
  const { open, ask } = openedHosts((more) => settingsFor(server, more), ENVIRONMENT);
  /** The answer to one question changed, the others as they are. */
  const answering = (path: string, body: object, status = 200): void => { server.crm.instead = (seen, response) => seen.path.endsWith(path) && send(response, status, body); };
  beforeAll(async () => { server = await startHubspot(CAST); });
  beforeEach(() => { server.crm.seen.length = 0; });
  afterEach(async () => {
    server.crm.instead = null;
    server.unavailable.clear();
  });
  afterAll(() => server.crm.stop());

  test('a partial answer (207) costs nobody else theirs, and a contact that is not found is no failure', async () => {
    server.unavailable.add('ben@elm.example');
    const answers = await open().contacts(['anna@oak.example', 'ben@elm.example', 'nora@nowhere.example']);
    expect([...answers.values()].map(standing)).toEqual(['granted', 'unreachable', 'unknownContact']);
  });

  test('a contact that could not be read is not one that is not there', async () => {
    answering('/contacts/batch/read', { results: [], numErrors: 1, errors: [{ category: 'INTERNAL', message: 'try later', context: { ids: ['nora@nowhere.example'] } }] }, 207);
    expect(await ask(open(), 'nora@nowhere.example')).toBe('unreachable');
  });

  test('preferences of somebody whose contact is gone still count', async () => {
    answering('/contacts/batch/read', { status: 'COMPLETE', results: [] });
    expect(await ask(open(), 'ben@elm.example')).toBe('withdrawn');
    expect(await ask(open())).toBe('granted');
  });

  test('the opt-out of a contact counts, whatever the subscriptions say', async () => {
    answering('/contacts/batch/read', { results: [{ id: '1', properties: { email: 'anna@oak.example', hs_email_optout: 'true' } }] });
    expect(await ask(open())).toBe('withdrawn');
  });

  test.each<[string, string, string]>([
    ['consent with notice', 'CONSENT_WITH_NOTICE', 'granted'],
    ['a legitimate interest, which is no consent', 'LEGITIMATE_INTEREST_CLIENT', 'otherBasis'],
    ['a contract, which is none either', 'PERFORMANCE_OF_CONTRACT', 'otherBasis'],
    ['consent to keep data, which is none to write', 'PROCESS_AND_STORE', 'otherBasis'],
    ['no basis anybody thought of', 'NON_GDPR', 'otherBasis'],
    ['a basis of a later version', 'SOMETHING_NEW', 'otherBasis'],
  ])('subscribed on %s', async (_, legalBasis, expected) => {
    answering('/statuses/batch/read', { results: [{ subscriberIdString: 'anna@oak.example', statuses: [{ subscriptionId: NEWSLETTER, status: 'SUBSCRIBED', legalBasis, timestamp: 1_700_000_000_000 }] }] });
    const host = open();
    expect(await ask(host)).toBe(expected);
    expect(host.health()[0]?.unmapped).toEqual(legalBasis === 'SOMETHING_NEW' ? [{ what: 'basis', id: 'SOMETHING_NEW' }] : []);
  });

  test.each<[string, string, object]>([
    ['a status of a later version', '/statuses/batch/read', { results: [{ subscriberIdString: 'anna@oak.example', statuses: [{ subscriptionId: NEWSLETTER, status: 'PAUSED' }] }] }],
    ['a subscription without an id', '/statuses/batch/read', { results: [{ subscriberIdString: 'anna@oak.example', statuses: [{ status: 'SUBSCRIBED' }] }] }],
    ['an address that nothing is said of', '/statuses/batch/read', { results: [] }],
    ['an address whose unsubscribing from everything nothing is said of', '/unsubscribe-all/read', { results: [] }],
    ['a wide status of a later version', '/unsubscribe-all/read', { results: [{ subscriberIdString: 'anna@oak.example', wideStatuses: [{ status: 'PARTLY' }] }] }],
  ])('%s is no answer', async (_, path, body) => {
    answering(path, body);
    expect(await ask(open())).toBe('invalidAnswer');
  });

  test('three requests are sent for a hundred people, and no name is asked for', async () => {
    await open().contacts(Array.from({ length: 100 }, (_, index) => `person${index}@oak.example`));
    expect(server.crm.seen).toHaveLength(3);
    expect(server.crm.seen.map(({ body }) => body).join()).not.toMatch(/name/);
  });

  describe('a webhook', () => {
    const URL = 'https://umsicht.firm.example/api/v1/connectors/crm/changes';
    const body = JSON.stringify([{ objectId: 1, propertyName: 'hs_email_optout', propertyValue: 'true', subscriptionType: 'contact.propertyChange', occurredAt: NOW }]);
    const signed = (said: string, { at = NOW, url = URL, method = 'POST' } = {}): { [name: string]: string } => ({
      'x-hubspot-request-timestamp': String(at),
      'x-hubspot-signature-v3': createHmac('sha256', ENVIRONMENT.HUBSPOT_SECRET).update(`${method}${url}${said}${at}`).digest('base64'),
    });
    const post = (host: OpenedHost, said: string, headers: { [name: string]: string }): string => host.webhook('crm', { method: 'POST', url: URL, headers, body: Buffer.from(said) });

    test('names a contact, who is asked about again', async () => {
      const host = open({ clientSecret: { environment: 'HUBSPOT_SECRET' } });
      await host.contacts(['anna@oak.example', 'ben@elm.example']);
      expect(post(host, body, signed(body))).toBe('taken');
      server.crm.seen.length = 0;
      await host.contacts(['anna@oak.example', 'ben@elm.example']);
      expect(server.crm.seen.map((seen) => seen.body).join()).toContain('anna@oak.example');
      expect(server.crm.seen.map((seen) => seen.body).join()).not.toContain('ben@elm.example');
    });

    test.each<[string, { [name: string]: string }]>([
      ['for another address', signed(body, { url: 'https://elsewhere.example/' })],
      ['with another method', signed(body, { method: 'PUT' })],
      ['about something else', signed('[]')],
      ['from six minutes ago', signed(body, { at: NOW - 6 * 60_000 })],
      ['without a signature', {}],
    ])('%s is refused', (_, headers) => {
      expect(post(open({ clientSecret: { environment: 'HUBSPOT_SECRET' } }), body, headers)).toBe('refused');
    });
  });
});
