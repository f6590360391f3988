import { generateKeyPair, type KeyObject } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { SignJWT } from 'jose';

/** Tenant, application and person of these tests. */
export const TENANT = '11111111-aaaa-4bbb-8ccc-000000000001';
export const CLIENT = '22222222-aaaa-4bbb-8ccc-000000000002';
export const MARA = '33333333-aaaa-4bbb-8ccc-000000000003';

interface KeyPair {
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

export interface SigningKey extends KeyPair {
  readonly id: string;
}

export interface TestIssuer {
  /** Stands for https://login.microsoftonline.com, and for https://sts.windows.net. */
  readonly origin: string;
  readonly key: SigningKey;
  /** A key that was never given out. */
  readonly foreignKey: SigningKey;
  /** How often keys were asked for. */
  asked(): number;
  /** A token as Entra ID issues it for this API. */
  token(claims?: object, made?: { readonly header?: object; readonly key?: SigningKey }): Promise<string>;
  /** From now on another key signs; the one before is given out no longer unless `keep`. */
  rotate(keep?: 'keep'): void;
  /** There is no such tenant. */
  withoutTenant(id: string): void;
  /** Answers with this instead of keys; null: with keys again. */
  answerWith(answer: { readonly status: number; readonly body: string } | null): void;
  stop(): Promise<void>;
}

/** The moment at which tokens are issued, in seconds since 1970. */
export const ISSUED = Date.parse('2026-11-24T10:00:00Z') / 1000;

const newPair = promisify(generateKeyPair);

/** Made once for all issuers of a test file: each takes a while. */
const PAIRS = Promise.all(Array.from({ length: 3 }, () => newPair('rsa', { modulusLength: 2048 })));

/** An issuer of its own, with keys of its own, on loopback. */
export async function testIssuer(): Promise<TestIssuer> {
  let asked = 0;
  let count = 1;
  let instead: { readonly status: number; readonly body: string } | null = null;
  const [pair, nextPair, foreignPair] = await PAIRS as [KeyPair, KeyPair, KeyPair];
  const first: SigningKey = { id: 'key-1', ...pair };
  const foreignKey: SigningKey = { id: 'foreign', ...foreignPair };
  let current: SigningKey = first;
  let given: readonly SigningKey[] = [first];
  const missing = new Set<string>();
  const server = createServer((request, response) => {
    const [, tenant = '', about] = /^\/([0-9a-f-]{36})(\/v2\.0\/\.well-known\/openid-configuration)?/.exec(request.url ?? '') ?? [];
    if (missing.has(tenant)) return void response.writeHead(400, { 'content-type': 'application/json' }).end('{"error":"invalid_tenant"}');
    if (about) return void response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ issuer: `${origin}/${tenant}/v2.0`, jwks_uri: `${origin}/${tenant}/discovery/v2.0/keys` }));
    asked += 1;
    const version = /^\/[0-9a-f-]{36}\/discovery\/(v2\.0\/)?keys$/.exec(request.url ?? '');
    if (!version) return void response.writeHead(404).end();
    if (instead) return void response.writeHead(instead.status, { 'content-type': 'application/json' }).end(instead.body);
    const issuer = version[1] ? `${origin}/{tenantid}/v2.0` : `${origin}/{tenantid}/`;
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({
      keys: given.map(({ id, publicKey }) => ({ ...publicKey.export({ format: 'jwk' }), kid: id, use: 'sig', issuer })),
    }));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    origin,
    get key() { return current; },
    foreignKey,
    asked: () => asked,
    token: (claims = {}, { header = {}, key = current } = {}) => new SignJWT({
      aud: CLIENT, iss: `${origin}/${TENANT}/v2.0`, iat: ISSUED, nbf: ISSUED, exp: ISSUED + 4500, tid: TENANT, oid: MARA, sub: 'pairwise', ver: '2.0', scp: 'access_as_user',
      azp: CLIENT, name: 'Mara Muster', preferred_username: 'mara@firm.example', ...claims,
    }).setProtectedHeader({ typ: 'JWT', alg: 'RS256', kid: key.id, ...header }).sign(key.privateKey),
    rotate(keep) {
      count += 1;
      current = { id: `key-${count}`, ...(count % 2 === 0 ? nextPair : pair) };
      given = keep ? [...given, current] : [current];
    },
    withoutTenant(id) {
      missing.add(id);
    },
    answerWith(answer) {
      instead = answer;
    },
    stop: () => new Promise((stopped) => {
      server.closeAllConnections();
      server.close(() => stopped());
    }),
  };
}
