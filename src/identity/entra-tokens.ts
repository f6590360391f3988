import { decodeJwt, decodeProtectedHeader, errors, type JWTPayload, jwtVerify } from 'jose';
import type { EntraConfiguration } from '../configuration/identity';
import { type KeySet, keySet, type KeySetParts } from './key-set';

/** Why a token does not count. `keysUnreachable` says nothing about the token: it could not be checked. */
export type TokenRefusal =
  | 'malformed' | 'algorithm' | 'issuer' | 'tenant' | 'audience' | 'scope' | 'expired' | 'notYetValid' | 'unknownKey' | 'signature' | 'claims' | 'keysUnreachable';

export type TokenResult =
  /** `id`: the person within their tenant, for good; `names`: their app roles and groups. */
  | { readonly ok: true; readonly id: string; readonly names: readonly string[] }
  | { readonly ok: false; readonly reason: TokenRefusal };

/** Clocks of two machines may differ by so many seconds. */
const SKEW = 60;

/** Node takes headers up to 16 KB all together. */
const LONGEST_TOKEN = 16_000;

const TOKEN = /^[\w-]+\.[\w-]+\.[\w-]+$/;
const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

interface Issuer {
  readonly name: string;
  readonly tenant: string;
  readonly version: '1.0' | '2.0';
  readonly audiences: readonly string[];
  readonly keys: KeySet;
}

export interface EntraTokens {
  /** Never rejects. */
  check(token: string): Promise<TokenResult>;
  /** Asks for the keys of all tenants, so that the first person need not wait. Never rejects. */
  warmUp(): Promise<void>;
}

/**
 * Checks access tokens of Microsoft Entra ID for this API's own scope. Followed: Microsoft's "Access tokens in the Microsoft identity
 * platform" (2023-08-01) and RFC 8725. Signed with RS256 by a key of the tenant; issuer, tenant, audience and scope exactly those that
 * are set up; in force at this moment. Keys or addresses of keys in a token's own header (`jwk`, `jku`, `x5u`, `x5c`) are never looked at.
 */
export function entraTokens({ login, v1Issuer, tenants, client, resource, scope }: EntraConfiguration, parts: Omit<KeySetParts, 'url'>): EntraTokens {
  const issuers = new Map<string, Issuer>();
  for (const tenant of tenants) {
    const add = (issuer: Omit<Issuer, 'keys' | 'tenant'>, keys: string): void => void issuers.set(issuer.name, { ...issuer, tenant, keys: keySet({ ...parts, url: `${login}/${tenant}/discovery/${keys}` }) });
    add({ name: `${login}/${tenant}/v2.0`, version: '2.0', audiences: [client] }, 'v2.0/keys');
    if (v1Issuer !== null) add({ name: `${v1Issuer}/${tenant}/`, version: '1.0', audiences: [resource, client] }, 'keys');
  }

  return {
    async check(token) {
      try {
        return await checked(token, issuers, scope, parts.now);
      } catch (error) {
        return { ok: false, reason: refusalFor(error) };
      }
    },
    async warmUp() {
      await Promise.all(Array.from(issuers.values(), ({ keys }) => keys.key('')));
    },
  };
}

async function checked(token: string, issuers: ReadonlyMap<string, Issuer>, scope: string, now: () => number): Promise<TokenResult> {
  if (token.length > LONGEST_TOKEN || !TOKEN.test(token)) return { ok: false, reason: 'malformed' };
  const { alg, kid } = decodeProtectedHeader(token);
  if (alg !== 'RS256') return { ok: false, reason: 'algorithm' };
  if (typeof kid !== 'string' || kid === '') return { ok: false, reason: 'unknownKey' };
  // Believed only to find the key that has to have signed it; jwtVerify looks at it again.
  const { iss } = decodeJwt(token);
  const issuer = issuers.get(typeof iss === 'string' ? iss : '');
  if (!issuer) return { ok: false, reason: 'issuer' };
  const found = await issuer.keys.key(kid);
  if (!found.ok) return { ok: false, reason: found.reason === 'unknown' ? 'unknownKey' : 'keysUnreachable' };
  const { key, issuer: keyIssuer } = found.signingKey;
  if (keyIssuer !== null && keyIssuer.replace('{tenantid}', issuer.tenant) !== issuer.name) return { ok: false, reason: 'issuer' };

  const { payload } = await jwtVerify(token, key, {
    algorithms: ['RS256'], issuer: issuer.name, audience: [...issuer.audiences], clockTolerance: SKEW, currentDate: new Date(now()), requiredClaims: ['exp', 'nbf'],
  });
  return claimsIn(payload, issuer, scope);
}

function claimsIn({ tid, oid, ver, scp, roles, groups }: JWTPayload & { readonly [claim: string]: unknown }, { tenant, version }: Issuer, scope: string): TokenResult {
  if (tid !== tenant) return { ok: false, reason: 'tenant' };
  if (ver !== version || typeof oid !== 'string' || !GUID.test(oid)) return { ok: false, reason: 'claims' };
  // A token for an application by itself, without a person, has no scope.
  if (typeof scp !== 'string' || !scp.split(' ').includes(scope)) return { ok: false, reason: 'scope' };
  return { ok: true, id: `${tenant}:${oid.toLowerCase()}`, names: [...textsIn(roles), ...textsIn(groups)] };
}

function textsIn(claim: unknown): readonly string[] {
  return Array.isArray(claim) ? claim.filter((each): each is string => typeof each === 'string') : [];
}

function refusalFor(error: unknown): TokenRefusal {
  if (error instanceof errors.JWTExpired) return 'expired';
  if (error instanceof errors.JWSSignatureVerificationFailed) return 'signature';
  if (!(error instanceof errors.JWTClaimValidationFailed)) return 'malformed';
  if (error.claim === 'aud') return 'audience';
  if (error.claim === 'iss') return 'issuer';
  return error.claim === 'nbf' && error.reason === 'check_failed' ? 'notYetValid' : 'claims';
}
