import { request as ask } from 'node:http';
import { readConfiguration } from '../../src/configuration/configuration';
import { testFolder } from '../store/folder';
import { aRecord } from '../wire/a-record';
import { type Answer, runningService, type TestService } from './running';
import { CLIENT, MARA, TENANT, type TestIssuer, testIssuer } from '../identity/issuer';

const folder = testFolder();
const running: TestService[] = [];
let issuer: TestIssuer;
// Keys are made first, which takes its time on a busy machine.
beforeAll(async () => {
  issuer = await testIssuer();
}, 60_000);
afterAll(() => issuer.stop());
afterEach(async () => {
  issuer.answerWith(null);
  for (const service of running.splice(0)) await service.stop();
});

const run = async (...args: readonly string[]): Promise<TestService> => {
  const service = await runningService(folder.path('.'), ['--demo', ...args]);
  running.push(service);
  return service;
};
const signedIn = (...args: readonly string[]): Promise<TestService> =>
  run('--identity-entra-login', issuer.origin, '--identity-entra-tenants', TENANT, '--identity-entra-client', CLIENT, ...args);
/** In force now. */
const token = (claims: object = {}, made = {}): Promise<string> => {
  const now = Math.floor(Date.now() / 1000);
  return issuer.token({ iat: now, nbf: now, exp: now + 3600, ...claims }, made);
};

const EVIDENCE = '/api/v1/evidence';
const evidence = (service: TestService, headers: { readonly [name: string]: string } = {}): Promise<Answer> =>
  service.ask(EVIDENCE, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: '{"addresses":["anna@oak.example"]}' });
const bearer = async (...made: Parameters<typeof token>): Promise<{ readonly authorization: string }> => ({ authorization: `Bearer ${await token(...made)}` });
const outcome = ({ status, headers, text }: Answer): readonly unknown[] => [status, headers['www-authenticate'], status < 400 ? null : (JSON.parse(text) as { type: string }).type.replace('urn:umsicht:problem:', '')];

describe('with a sign-in at Entra ID', () => {
  test('nothing about anybody is told without a token, and what would help is said', async () => {
    const service = await signedIn();
    const answers = [
      await evidence(service),
      await service.ask('/api/v1/policy'),
      await service.ask('/api/v1/correspondence', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"addresses":["anna@oak.example"]}' }),
    ];
    for (const answer of answers) expect(outcome(answer)).toEqual([401, 'Bearer realm="umsicht"', 'sign-in-required']);
    expect(answers.map(({ text }) => text).join('')).not.toMatch(/oak|granted|rules/);
  });

  test('a token opens what the add-in asks for', async () => {
    const service = await signedIn();
    const headers = await bearer();
    expect((await evidence(service, headers)).text).toContain('granted');
    expect((await service.ask('/api/v1/policy', { headers })).status).toBe(200);
    expect((await service.ask('/api/v1/policy', { headers: { authorization: headers.authorization.replace('Bearer', 'bearer ') } })).status).toBe(200);
  });

  test.each<[string, () => Promise<{ readonly authorization: string }>, readonly unknown[]]>([
    ['that is over', () => bearer({ exp: 1 }), [401, 'Bearer realm="umsicht", error="invalid_token", error_description="It is over."', 'invalid-token']],
    ['of another tenant', () => bearer({ iss: `${issuer.origin}/${MARA}/v2.0`, tid: MARA }), [401, expect.stringContaining('error="invalid_token"'), 'invalid-token']],
    ['for another service', () => bearer({ aud: MARA }), [401, expect.stringContaining('error="invalid_token"'), 'invalid-token']],
    ['signed by somebody else', () => bearer({}, { key: issuer.foreignKey }), [401, expect.stringContaining('error="invalid_token"'), 'invalid-token']],
    ['for another use', () => bearer({ scp: 'User.Read' }), [403, expect.stringContaining('error="insufficient_scope"'), 'not-allowed']],
    ['that is none', () => Promise.resolve({ authorization: 'Bearer' }), [401, expect.stringContaining('error="invalid_token"'), 'invalid-token']],
    ['in another way', () => Promise.resolve({ authorization: 'Basic bWFyYTpodXNo' }), [401, 'Bearer realm="umsicht"', 'sign-in-required']],
  ])('a token %s opens nothing', async (_, headers, expected) => {
    const service = await signedIn();
    expect(outcome(await evidence(service, await headers()))).toEqual(expected);
  });

  test('a token is not looked for anywhere but in its header', async () => {
    const service = await signedIn();
    const good = await token();
    expect((await service.ask(`/api/v1/policy?access_token=${good}`)).status).toBe(401);
    expect((await service.ask('/api/v1/policy', { headers: { cookie: `token=${good}`, 'x-forwarded-user': 'mara' } })).status).toBe(401);
  });

  test('while the keys cannot be had nobody is let in, and nobody is called a liar', async () => {
    issuer.answerWith({ status: 500, body: '' });
    const service = await signedIn();
    const answer = await evidence(service, await bearer());
    expect([...outcome(answer), answer.headers['retry-after']]).toEqual([503, undefined, 'sign-in-unavailable', '5']);
    expect(service.log.join('')).toMatch(/SignInFailure/);
  });

  test('roles come from app roles and groups; where senders have to be something, others are told so', async () => {
    const group = '44444444-aaaa-4bbb-8ccc-000000000004';
    const service = await signedIn('--identity-senders', `Umsicht.Sender ${group}`);
    expect(outcome(await evidence(service, await bearer()))).toEqual([403, expect.stringContaining('insufficient_scope'), 'not-allowed']);
    expect((await evidence(service, await bearer({ roles: ['umsicht.sender'] }))).status).toBe(200);
    expect((await evidence(service, await bearer({ groups: [group.toUpperCase()] }))).status).toBe(200);
    expect((await evidence(service, await bearer({ groups: group, roles: 'Umsicht.Sender' }))).status).toBe(403);
    expect((await evidence(service, await bearer({ _claim_names: { groups: 'src1' } }))).status).toBe(403);
  });

  test('the policy may be open to everybody, and then it is nothing else that is', async () => {
    const service = await signedIn('--identity-open-policy');
    expect((await service.ask('/api/v1/policy')).status).toBe(200);
    expect((await evidence(service)).status).toBe(401);
  });

  test('records may be open to everybody, who then cannot say who sent; whoever brings a token still needs one that counts', async () => {
    const policy = folder.file('policy.json', JSON.stringify({ records: { keep: true, sender: { reason: 'Betriebsvereinbarung', days: 30 } } }));
    const post = (service: TestService, headers = {}): Promise<Answer> =>
      service.ask('/api/v1/records', { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify({ records: [aRecord({ sender: 'mara@firm.example' })] }) });
    const closed = await signedIn('--policy', policy);
    expect((await post(closed)).status).toBe(401);
    await closed.stop();
    running.length = 0;
    const service = await signedIn('--policy', policy, '--identity-open-records');
    expect([(await post(service)).status, (await post(service, await bearer())).status, (await post(service, await bearer({ exp: 1 }))).status]).toEqual([204, 204, 401]);
    const kept = await (await folder.store('data/umsicht.sqlite')).db.selectFrom('records').select('sender').orderBy('id').execute();
    expect(kept).toEqual([{ sender: null }, { sender: 'mara@firm.example' }]);
    expect([(await evidence(service)).status, (await service.ask('/api/v1/policy')).status, (await service.ask('/api/v1/records/report')).status]).toEqual([401, 401, 401]);
  });

  test('a browser may ask whether it may ask, without a token', async () => {
    const service = await signedIn();
    const answer = await service.ask(EVIDENCE, { method: 'OPTIONS', headers: { origin: service.address, 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization' } });
    expect([answer.status, answer.headers['access-control-allow-headers']]).toEqual([204, expect.stringContaining('authorization')]);
    expect((await service.ask('/healthz')).status).toBe(200);
    expect((await service.ask('/taskpane.html')).status).toBe(200);
    expect((await service.ask('/api/openapi.json')).status).toBe(200);
  });

  test('whoever may not ask is told so before what they send is read', async () => {
    const service = await signedIn();
    const { hostname, port } = new URL(service.address);
    const status = await new Promise((answered) => {
      const sent = ask({ hostname, port, path: EVIDENCE, method: 'POST', headers: { 'content-type': 'application/json', 'content-length': '200000' } }, (answer) => {
        answered(answer.statusCode);
        sent.destroy();
      });
      sent.on('error', () => undefined).write('{');
    });
    expect(status).toBe(401);
  });

  test('neither tokens nor people get into the log', async () => {
    const service = await signedIn();
    const good = await bearer();
    const bad = await bearer({ aud: MARA });
    await evidence(service, good);
    await evidence(service, bad);
    await service.ask('/api/v1/policy', { headers: { authorization: `Bearer ${'x'.repeat(20)}` } });
    expect(service.log.filter((line) => line.includes('"status"')).length).toBeGreaterThanOrEqual(3);
    for (const secret of [good.authorization.slice(7, 40), MARA, 'mara', 'Muster', TENANT]) expect(service.log.join('')).not.toContain(secret);
  });
});

describe('behind a proxy that signs people in', () => {
  const proxied = (networks: string, ...args: readonly string[]): Promise<TestService> => run('--identity-proxy-networks', networks, ...args);

  test('its header says who asks, and another one what they are', async () => {
    const service = await proxied('127.0.0.0/8', '--identity-proxy-roles-header', 'X-Groups', '--identity-senders', 'mail');
    expect(outcome(await evidence(service, { 'x-forwarded-user': 'mara' }))).toEqual([403, undefined, 'not-allowed']);
    expect((await evidence(service, { 'x-forwarded-user': 'mara', 'x-groups': 'staff; Mail' })).status).toBe(200);
    expect((await evidence(service, { 'X-Forwarded-User': 'mara', 'X-GROUPS': 'mail' })).status).toBe(200);
    expect((await evidence(service, { 'x-forwarded-user': 'mara', 'x-groups': 'mailing' })).status).toBe(403);
  });

  test('nobody is known whom it does not name', async () => {
    const service = await proxied('127.0.0.1');
    expect(outcome(await evidence(service))).toEqual([403, undefined, 'foreign-proxy']);
    expect(outcome(await evidence(service, { 'x-forwarded-user': ' ' }))).toEqual([403, undefined, 'foreign-proxy']);
    expect(outcome(await evidence(service, { 'x-forwarded-user': 'x'.repeat(300) }))).toEqual([403, undefined, 'foreign-proxy']);
  });

  test('from anywhere else its headers are refused', async () => {
    const service = await proxied('10.0.0.0/8 192.168.7.1 fd00::/8 ::1', '--identity-proxy-roles-header', 'x-groups');
    for (const [name, value] of [['x-forwarded-user', 'mara'], ['x-groups', 'mail'], ['X-FORWARDED-USER', '']] as const) {
      expect(outcome(await evidence(service, { [name]: value }))).toEqual([403, undefined, 'foreign-proxy']);
    }
  });

  test('a header that is there twice is believed neither time', async () => {
    const service = await proxied('127.0.0.1');
    const { hostname, port } = new URL(service.address);
    const status = await new Promise((answered) => {
      ask({ hostname, port, path: '/api/v1/policy', headers: ['host', 'localhost', 'X-Forwarded-User', 'mara', 'x-forwarded-user', 'admin'] as never }, (answer) => answered(answer.resume().statusCode)).end();
    });
    expect(status).toBe(403);
  });

  test('together with a sign-in, a token is checked and does not need the proxy', async () => {
    const service = await signedIn('--identity-proxy-networks', '127.0.0.1');
    expect((await evidence(service, await bearer())).status).toBe(200);
    expect((await evidence(service, { 'x-forwarded-user': 'mara' })).status).toBe(200);
    expect(outcome(await evidence(service, { ...(await bearer({ exp: 1 })), 'x-forwarded-user': 'mara' }))).toEqual([401, expect.stringContaining('It is over'), 'invalid-token']);
    expect(outcome(await evidence(service))).toEqual([401, 'Bearer realm="umsicht"', 'sign-in-required']);
  });
});

describe('settings', () => {
  const ENTRA = ['--identity-entra-tenants', TENANT, '--identity-entra-client', CLIENT.toUpperCase()];
  const problems = (...args: readonly string[]): readonly string[] => {
    const result = readConfiguration(args, {});
    return result.ok ? [] : result.problems.map((problem) => problem.split(':')[0] as string);
  };

  test('beyond loopback the service listens only with a sign-in, and says why', () => {
    const result = readConfiguration(['--host', '0.0.0.0'], {});
    expect(result.ok ? [] : result.problems).toEqual([expect.stringMatching(/^--host: expected a loopback address .* without a sign-in \(identity\.entra or identity\.proxy\)/)]);
    expect(problems('--host', '0.0.0.0', ...ENTRA)).toEqual([]);
    expect(problems('--host', '::', '--identity-proxy-networks', '10.1.2.3')).toEqual([]);
    expect(problems('--host', '0.0.0.0', '--identity-proxy-user-header', 'x-user')).toEqual(['identity.proxy.networks (--identity-proxy-networks, UMSICHT_IDENTITY_PROXY_NETWORKS)']);
  });

  test('have what is usual at Microsoft where nothing else is said', () => {
    expect(readConfiguration(ENTRA, {})).toMatchObject({ configuration: { identity: {
      entra: { login: 'https://login.microsoftonline.com', v1Issuer: null, tenants: [TENANT], client: CLIENT, resource: `api://${CLIENT}`, scope: 'access_as_user' },
      proxy: null, roles: { senders: [], administrators: ['Umsicht.Administrator'], auditors: ['Umsicht.Auditor'] }, openPolicy: false, openRecords: false,
    } } });
  });

  test.each<[string, readonly string[], readonly string[]]>([
    ['a client without tenants', ['--identity-entra-client', CLIENT], ['identity.entra.tenants (--identity-entra-tenants, UMSICHT_IDENTITY_ENTRA_TENANTS)']],
    ['a tenant by name', ['--identity-entra-tenants', 'firm.onmicrosoft.example', '--identity-entra-client', CLIENT], ['--identity-entra-tenants']],
    ['every tenant', ['--identity-entra-tenants', 'common', '--identity-entra-client', CLIENT], ['--identity-entra-tenants']],
    ['a sign-in in the clear', [...ENTRA, '--identity-entra-login', 'http://login.example'], ['--identity-entra-login']],
    ['several scopes', [...ENTRA, '--identity-entra-scope', 'a b'], ['--identity-entra-scope']],
    ['a proxy that may be anywhere', ['--identity-proxy-networks', '0.0.0.0/0'], ['--identity-proxy-networks']],
    ['a proxy by name', ['--identity-proxy-networks', 'proxy.firm.example'], ['--identity-proxy-networks']],
    ['a network that is too narrow', ['--identity-proxy-networks', '10.0.0.0/33'], ['--identity-proxy-networks']],
    ['a header that is none', ['--identity-proxy-networks', '10.0.0.1', '--identity-proxy-user-header', 'x user'], ['--identity-proxy-user-header']],
    ['roles without a sign-in', ['--identity-senders', 'mail'], ['identity']],
  ])('%s is refused', (_, args, expected) => {
    expect(problems(...args)).toEqual(expected);
  });
});
