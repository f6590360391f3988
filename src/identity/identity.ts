import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { IdentityConfiguration } from '../configuration/identity';
import { type EntraTokens, entraTokens, type TokenRefusal } from './entra-tokens';
import type { KeySetParts } from './key-set';
import { proxyReader } from './proxy';
import { type Role, ROLES, rolesOf } from './roles';

/** Who asks, as far as the service has to know. */
export interface Asker {
  /** The same for every request of the same person, and nothing from which one can tell who it is. */
  readonly key: string;
  readonly roles: ReadonlySet<Role>;
}

/** Why nobody is known to ask. `none`: nothing was said; everything else was said and does not count. */
export type IdentityRefusal = 'none' | 'foreignProxy' | 'unclearProxy' | TokenRefusal;

export type Identification =
  | { readonly ok: true; readonly asker: Asker }
  | { readonly ok: false; readonly reason: IdentityRefusal };

export interface Identity {
  /** Never rejects. */
  identify(request: Pick<IncomingMessage, 'headers' | 'rawHeaders' | 'socket'>): Promise<Identification>;
  /** Whether a token could help somebody who is not known. */
  readonly takesTokens: boolean;
}

/** On loopback, without any identity, whoever reaches the service may do everything. */
export const EVERYBODY: Identity = {
  takesTokens: false,
  identify: () => Promise.resolve({ ok: true, asker: { key: 'everybody', roles: new Set(ROLES) } }),
};

/** A token wins over what the proxy says: it is checked, the other is believed. */
export function identityFrom({ entra, proxy, roles }: IdentityConfiguration, parts: Omit<KeySetParts, 'url'>): Identity & { readonly tokens: EntraTokens | null } {
  const tokens = entra && entraTokens(entra, parts);
  const readProxy = proxy && proxyReader(proxy);
  const asker = (kind: string, id: string, names: readonly string[]): Identification =>
    ({ ok: true, asker: { key: createHash('sha256').update(`${kind}:${id}`).digest('base64url'), roles: rolesOf(names, roles) } });
  return {
    tokens,
    takesTokens: tokens !== null,
    async identify(request) {
      const said = readProxy ? readProxy(request) : ({ kind: 'nothing' } as const);
      if (said.kind === 'foreign') return { ok: false, reason: 'foreignProxy' };
      const token = tokens && bearerIn(request.headers.authorization);
      if (tokens && token !== null) {
        const result = await tokens.check(token);
        return result.ok ? asker('entra', result.id, result.names) : { ok: false, reason: result.reason };
      }
      if (said.kind === 'unclear') return { ok: false, reason: 'unclearProxy' };
      return said.kind === 'person' ? asker('proxy', said.id, said.names) : { ok: false, reason: 'none' };
    },
  };
}

/** RFC 6750; null where no token was sent, also where the header holds something else, such as what a proxy used for itself. */
function bearerIn(header: string | undefined): string | null {
  const match = /^bearer(?: +(.*))?$/i.exec(header?.trim() ?? '');
  return match ? match[1] ?? '' : null;
}
