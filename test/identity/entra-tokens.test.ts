import { createHmac, createSign } from 'node:crypto';
import { type EntraTokens, entraTokens, type TokenRefusal } from '../../src/identity/entra-tokens';
import { endlessServer } from '../connectors/answers-without-end';
import { CLIENT, ISSUED, MARA, TENANT, type TestIssuer, testIssuer } from './issuer';

let issuer: TestIssuer;
// Keys are made first, which takes its time on a busy machine.
beforeAll(async () => {
  issuer = await testIssuer();
}, 60_000);
afterAll(() => issuer.stop());

const OTHER = '99999999-aaaa-4bbb-8ccc-000000000009';
const SECOND = 1000;

let now: number;
beforeEach(() => {
  now = (ISSUED + 10) * SECOND;
  issuer.answerWith(null);
});

const checking = (changes: Partial<Parameters<typeof entraTokens>[0]> = {}, onFetch: (outcome: string) => void = () => undefined): EntraTokens =>
  entraTokens({ login: issuer.origin, v1Issuer: null, tenants: [TENANT], client: CLIENT, resource: `api://${CLIENT}`, scope: 'access_as_user', ...changes }, { now: () => now, fetch, onFetch });
const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const reason = async (token: string | Promise<string>, tokens = checking()): Promise<TokenRefusal | 'taken'> => {
  const result = await tokens.check(await token);
  return result.ok ? 'taken' : result.reason;
};

test('a token for this API, from an allowed tenant, tells who asks, with their app roles and groups', async () => {
  const token = await issuer.token({ roles: ['Umsicht.Auditor'], groups: ['44444444-aaaa-4bbb-8ccc-000000000004'], oid: MARA.toUpperCase() });
  expect(await checking().check(token)).toEqual({ ok: true, id: `${TENANT}:${MARA}`, names: ['Umsicht.Auditor', '44444444-aaaa-4bbb-8ccc-000000000004'] });
});

test('a token with several scopes, or for several audiences, is taken where ours are among them', async () => {
  expect(await reason(issuer.token({ scp: 'openid access_as_user' }))).toBe('taken');
  expect(await reason(issuer.token({ aud: ['other', CLIENT] }))).toBe('taken');
});

describe('refused is', () => {
  /** A token whose parts are written by hand. */
  const forged = (header: object, claims: object, sign: (text: string) => string): string => {
    const text = `${part(header)}.${part(claims)}`;
    return `${text}.${sign(text)}`;
  };
  const claims = (): object => ({ aud: CLIENT, iss: `${issuer.origin}/${TENANT}/v2.0`, nbf: ISSUED, exp: ISSUED + 3600, tid: TENANT, oid: MARA, ver: '2.0', scp: 'access_as_user' });
  const rs256 = (text: string): string => createSign('RSA-SHA256').update(text).sign(issuer.key.privateKey).toString('base64url');
  const publicPem = (): string => issuer.key.publicKey.export({ type: 'spki', format: 'pem' }) as string;

  test('nothing of what follows for the way it is written: by hand, well formed, it is taken', async () => {
    expect(await reason(forged({ alg: 'RS256', kid: issuer.key.id }, claims(), rs256))).toBe('taken');
  });

  test.each<[string, TokenRefusal, () => string | Promise<string>]>([
    ['nothing', 'malformed', () => ''],
    ['something else', 'malformed', () => 'letmein'],
    ['two parts', 'malformed', async () => (await issuer.token()).split('.').slice(0, 2).join('.')],
    ['five parts, which are encrypted', 'malformed', () => 'a.b.c.d.e'],
    ['a header that is no JSON', 'malformed', async () => `${Buffer.from('{').toString('base64url')}.${(await issuer.token()).split('.').slice(1).join('.')}`],
    ['a huge one', 'malformed', () => issuer.token({ padding: 'x'.repeat(20_000) })],
    ['a number for a header', 'malformed', () => `${part(5 as never)}.${part({})}.x`],
    ['one that is cut off', 'signature', async () => (await issuer.token()).slice(0, -10)],
    ['one that was changed', 'signature', async () => {
      const [header, , signature] = (await issuer.token()).split('.');
      return `${header}.${part({ ...claims(), oid: OTHER })}.${signature}`;
    }],
    ['one without a signature', 'malformed', async () => `${(await issuer.token()).split('.').slice(0, 2).join('.')}.`],
    ['one that says it needs none', 'algorithm', () => forged({ alg: 'none', kid: issuer.key.id }, claims(), () => 'x')],
    ['one that says so in capitals', 'algorithm', () => forged({ alg: 'None', kid: issuer.key.id }, claims(), () => 'x')],
    ['one signed with the public key as if it were a secret', 'algorithm', () => forged({ alg: 'HS256', kid: issuer.key.id }, claims(), (text) => createHmac('sha256', publicPem()).update(text).digest('base64url'))],
    ['another algorithm of the same key', 'algorithm', () => forged({ alg: 'RS512', kid: issuer.key.id }, claims(), (text) => createSign('RSA-SHA512').update(text).sign(issuer.key.privateKey).toString('base64url'))],
    ['RSA-PSS', 'algorithm', () => issuer.token({}, { header: { alg: 'PS256' } })],
    ['no algorithm', 'algorithm', () => forged({ kid: issuer.key.id }, claims(), rs256)],
    ['no key', 'unknownKey', () => forged({ alg: 'RS256' }, claims(), rs256)],
    ['a key that is no text', 'unknownKey', () => forged({ alg: 'RS256', kid: { toString: 'key-1' } }, claims(), rs256)],
    ['a key that is a property of objects', 'unknownKey', () => forged({ alg: 'RS256', kid: '__proto__' }, claims(), rs256)],
    ['a key nobody knows', 'unknownKey', () => issuer.token({}, { key: issuer.foreignKey })],
    ['another key under a known name', 'signature', () => issuer.token({}, { key: { ...issuer.foreignKey, id: issuer.key.id } })],
    ['one that brings its key along', 'signature', () => issuer.token({}, { key: { ...issuer.foreignKey, id: issuer.key.id }, header: { jwk: issuer.foreignKey.publicKey.export({ format: 'jwk' }) } })],
    ['one that says where its key is', 'signature', () => issuer.token({}, { key: { ...issuer.foreignKey, id: issuer.key.id }, header: { jku: `${issuer.origin}/evil/keys`, x5u: `${issuer.origin}/evil/certificate` } })],
    ['one with an extension that has to be understood', 'malformed', () => forged({ alg: 'RS256', kid: issuer.key.id, crit: ['x'], x: 1 }, claims(), rs256)],
    ['another issuer', 'issuer', () => issuer.token({ iss: 'https://evil.example/v2.0' })],
    ['no issuer', 'issuer', () => issuer.token({ iss: undefined })],
    ['a list of issuers', 'issuer', () => issuer.token({ iss: [`${issuer.origin}/${TENANT}/v2.0`] as never })],
    ['an issuer that begins as ours', 'issuer', () => issuer.token({ iss: `${issuer.origin}/${TENANT}/v2.0/` })],
    ['another tenant', 'issuer', () => issuer.token({ iss: `${issuer.origin}/${OTHER}/v2.0`, tid: OTHER })],
    ['a tenant that is not the issuer\'s', 'tenant', () => issuer.token({ tid: OTHER })],
    ['no tenant', 'tenant', () => issuer.token({ tid: undefined })],
    ['version 1.0 where only 2.0 is set up', 'issuer', () => issuer.token({ iss: `${issuer.origin}/${TENANT}/`, ver: '1.0', aud: `api://${CLIENT}` })],
    ['version 1.0 under the issuer of 2.0', 'claims', () => issuer.token({ ver: '1.0' })],
    ['another audience', 'audience', () => issuer.token({ aud: OTHER })],
    ['Microsoft Graph as the audience', 'audience', () => issuer.token({ aud: '00000003-0000-0000-c000-000000000000' })],
    ['the audience of version 1.0', 'audience', () => issuer.token({ aud: `api://${CLIENT}` })],
    ['no audience', 'audience', () => issuer.token({ aud: undefined })],
    ['another scope', 'scope', () => issuer.token({ scp: 'User.Read' })],
    ['a scope that begins as ours', 'scope', () => issuer.token({ scp: 'access_as_user.read' })],
    ['a list of scopes', 'scope', () => issuer.token({ scp: ['access_as_user'] })],
    ['one for an application by itself', 'scope', () => issuer.token({ scp: undefined, roles: ['access_as_user'], idtyp: 'app' })],
    ['one that says who somebody is, not what they may do', 'scope', () => issuer.token({ scp: undefined, nonce: 'x' })],
    ['one that is over', 'expired', () => issuer.token({ exp: ISSUED - 60 })],
    ['one without an end', 'claims', () => issuer.token({ exp: undefined })],
    ['an end that is a text', 'claims', () => issuer.token({ exp: String(ISSUED + 3600) as never })],
    ['one that does not count yet', 'notYetValid', () => issuer.token({ nbf: ISSUED + 100 })],
    ['one without a beginning', 'claims', () => issuer.token({ nbf: undefined })],
    ['nobody', 'claims', () => issuer.token({ oid: undefined })],
    ['somebody by address', 'claims', () => issuer.token({ oid: 'mara@firm.example' })],
  ])('%s: %s', async (_, expected, token) => {
    expect(await reason(token())).toBe(expected);
  });
});

test('clocks may differ by a minute, and no more', async () => {
  const token = await issuer.token();
  const at = (seconds: number): Promise<string> => {
    now = seconds * SECOND;
    return reason(token);
  };
  expect(await at(ISSUED - 60)).toBe('taken');
  expect(await at(ISSUED - 61)).toBe('notYetValid');
  expect(await at(ISSUED + 4559)).toBe('taken');
  expect(await at(ISSUED + 4560)).toBe('expired');
});

test('tokens of version 1.0 count where they are set up, with their own issuer, keys and audience', async () => {
  const tokens = checking({ v1Issuer: issuer.origin });
  const token = (claims: object = {}) => issuer.token({ iss: `${issuer.origin}/${TENANT}/`, ver: '1.0', aud: `api://${CLIENT}`, ...claims });
  expect(await reason(token(), tokens)).toBe('taken');
  expect(await reason(token({ ver: '2.0' }), tokens)).toBe('claims');
  expect(await reason(token({ aud: 'api://other' }), tokens)).toBe('audience');
  expect(await reason(issuer.token(), tokens)).toBe('taken');
});

test('a key that is for another issuer signs nothing here', async () => {
  const jwk = issuer.key.publicKey.export({ format: 'jwk' });
  const given = (named: unknown) => issuer.answerWith({ status: 200, body: JSON.stringify({ keys: [{ ...jwk, kid: issuer.key.id, issuer: named }] }) });
  given(`https://login.microsoftonline.com/${OTHER}/v2.0`);
  expect(await reason(issuer.token())).toBe('issuer');
  for (const named of [`${issuer.origin}/{tenantid}/v2.0`, `${issuer.origin}/${TENANT}/v2.0`, undefined]) {
    given(named);
    expect(await reason(issuer.token())).toBe('taken');
  }
});

describe('keys', () => {
  test('are asked for once, however many come at the same time, and then daily', async () => {
    let fetched = (): void => undefined;
    const tokens = checking({}, () => fetched());
    const before = issuer.asked();
    const token = await issuer.token({ exp: ISSUED + 10 * 86_400 });
    expect(await Promise.all(Array.from({ length: 20 }, () => reason(token, tokens)))).toEqual(Array.from({ length: 20 }, () => 'taken'));
    expect(issuer.asked() - before).toBe(1);
    now += 86_399 * SECOND;
    await reason(token, tokens);
    expect(issuer.asked() - before).toBe(1);
    now += 2 * SECOND;
    const again = new Promise<void>((done) => { fetched = done; });
    expect(await reason(token, tokens)).toBe('taken');
    await again;
    expect(issuer.asked() - before).toBe(2);
  });

  test('that are new are found at once; those that are gone no longer count with the next answer', async () => {
    const own = await testIssuer();
    try {
      const tokens = entraTokens({ login: own.origin, v1Issuer: null, tenants: [TENANT], client: CLIENT, resource: '', scope: 'access_as_user' }, { now: () => now, fetch, onFetch: () => undefined });
      const old = await own.token();
      expect(await reason(old, tokens)).toBe('taken');
      now += 61 * SECOND;
      own.rotate();
      expect(await reason(own.token(), tokens)).toBe('taken');
      expect(await reason(old, tokens)).toBe('unknownKey');
    } finally {
      await own.stop();
    }
  });

  test('are not asked for again and again by tokens that name keys there are not', async () => {
    const tokens = checking();
    await reason(issuer.token(), tokens);
    const before = issuer.asked();
    for (let index = 0; index < 200; index += 1) {
      now += SECOND;
      expect(await reason(issuer.token({ iat: index }, { header: { kid: `made-up-${index}` } }), tokens)).toBe('unknownKey');
    }
    expect(issuer.asked() - before).toBeLessThanOrEqual(4);
    expect(await reason(issuer.token(), tokens)).toBe('taken');
  });

  test('are asked for as ever after a clock that was ahead has been set back', async () => {
    const own = await testIssuer();
    try {
      const tokens = entraTokens({ login: own.origin, v1Issuer: null, tenants: [TENANT], client: CLIENT, resource: '', scope: 'access_as_user' }, { now: () => now, fetch, onFetch: () => undefined });
      const right = now;
      own.answerWith({ status: 500, body: '' });
      now = right + 7200 * SECOND;
      expect(await reason(own.token(), tokens)).toBe('keysUnreachable');
      own.answerWith(null);
      now = right;
      expect(await reason(own.token(), tokens)).toBe('taken');

      now = right + 3600 * SECOND;
      own.rotate('keep');
      expect(await reason(own.token(), tokens)).toBe('taken');
      now = right;
      own.rotate('keep');
      expect(await reason(own.token(), tokens)).toBe('taken');
    } finally {
      await own.stop();
    }
  });

  test.each<[string, { readonly status: number; readonly body: string }]>([
    ['answers with an error', { status: 500, body: '{}' }],
    ['answers with no JSON', { status: 200, body: '<html>' }],
    ['answers with no keys', { status: 200, body: '{"keys":[]}' }],
    ['answers with keys that are none', { status: 200, body: '{"keys":[null,5,{"kid":"key-1"},{"kid":"key-1","kty":"RSA","n":"x","e":"AQAB"},{"kid":"key-1","kty":"oct","k":"c2VjcmV0"}]}' }],
    ['answers without end', { status: 200, body: `{"keys":[${'{"kid":"x"},'.repeat(100_000)}{}]}` }],
    ['sends elsewhere', { status: 302, body: '' }],
  ])('cannot be had where the sign-in %s: then no token can be checked, and those known before go on', async (_, answer) => {
    issuer.answerWith(answer);
    const outcomes: string[] = [];
    const fresh = checking({}, (outcome) => void outcomes.push(outcome));
    expect(await reason(issuer.token(), fresh)).toBe('keysUnreachable');
    expect(outcomes).toEqual(['failed']);
    issuer.answerWith(null);
    now += 5 * SECOND;
    expect(await reason(issuer.token(), fresh)).toBe('taken');

    issuer.answerWith(answer);
    const token = issuer.token({ exp: ISSUED + 30 * 86_400 });
    now += 3 * 86_400 * SECOND;
    expect(await reason(token, fresh)).toBe('taken');
    now += 5 * 86_400 * SECOND;
    expect(await reason(token, fresh)).toBe('keysUnreachable');
  });

  test('that come without end are not waited for longer than five seconds', async () => {
    const endless = await endlessServer();
    jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask', 'performance', 'Date'] });
    try {
      const checked = reason(issuer.token({ iss: `${endless.origin}/${TENANT}/v2.0` }), entraTokens({ login: endless.origin, v1Issuer: null, tenants: [TENANT], client: CLIENT, resource: '', scope: 'access_as_user' }, { now: () => now, fetch, onFetch: () => undefined }));
      await endless.begun();
      const left = endless.left();
      jest.advanceTimersByTime(5000);
      expect(await checked).toBe('keysUnreachable');
      await left;
    } finally {
      jest.useRealTimers();
      endless.stop();
    }
  });

  test('of a sign-in that is not there cannot be had', async () => {
    expect(await reason(issuer.token({ iss: `http://127.0.0.1:9/${TENANT}/v2.0` }), checking({ login: 'http://127.0.0.1:9' }))).toBe('keysUnreachable');
  });
});
