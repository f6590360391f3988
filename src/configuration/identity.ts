import type { Check } from './check';
import type { Values } from './kinds';
import type { SETTINGS } from './settings';

/** How the service learns who asks. At least one of the two is there. */
export interface IdentityConfiguration {
  readonly entra: EntraConfiguration | null;
  readonly proxy: ProxyConfiguration | null;
  readonly roles: RoleNames;
  /** Whoever reaches the service may read the policy. */
  readonly openPolicy: boolean;
  /** Whoever reaches the service may bring records; without a sign-in they never say who sent. */
  readonly openRecords: boolean;
}

/** Access tokens of Microsoft Entra ID. */
export interface EntraConfiguration {
  /** Origin of the sign-in, such as `https://login.microsoftonline.com`. */
  readonly login: string;
  /** Origin in the issuer of tokens of version 1.0, such as `https://sts.windows.net`; null: such tokens do not count. */
  readonly v1Issuer: string | null;
  /** Ids of the tenants whose people may ask, in small letters. */
  readonly tenants: readonly string[];
  /** Id of the application that the API is. */
  readonly client: string;
  /** The API's own address, such as `api://…`: what scopes begin with, and the audience of tokens of version 1.0. */
  readonly resource: string;
  /** The scope within it. */
  readonly scope: string;
}

/** A proxy in front of the service that signs people in. */
export interface ProxyConfiguration {
  /** Where it is, such as `10.1.2.3` or `10.0.0.0/8`. */
  readonly networks: readonly string[];
  readonly userHeader: string;
  readonly rolesHeader: string | null;
}

/** Which app roles or groups make somebody what, by name or id in any case. Without any for senders, everybody who is signed in is one. */
export interface RoleNames {
  readonly senders: readonly string[];
  readonly administrators: readonly string[];
  readonly auditors: readonly string[];
}

/** Null where nothing of it is set up. */
export function identityIn({ identity: { entra, proxy, senders, administrators, auditors, openPolicy, openRecords } }: Pick<Values<typeof SETTINGS>, 'identity'>, { isGiven, nameOf, problems }: Check): IdentityConfiguration | null {
  const problem = (place: string, message: string): void => void problems.push(`${nameOf(place)}: ${message}`);
  const hasEntra = isGiven(...Object.keys(entra).map((name) => `identity.entra.${name}`));
  const hasProxy = isGiven(...Object.keys(proxy).map((name) => `identity.proxy.${name}`));
  if (hasEntra) {
    for (const name of ['tenants', 'client'] as const) if (!isGiven(`identity.entra.${name}`)) problem(`identity.entra.${name}`, 'needed because a sign-in with Entra ID is set up');
  }
  if (hasProxy && !isGiven('identity.proxy.networks')) problem('identity.proxy.networks', 'needed because a proxy that signs people in is set up: anybody could send its headers from elsewhere');
  if (!hasEntra && !hasProxy) {
    if (isGiven('identity.senders', 'identity.administrators', 'identity.auditors', 'identity.openPolicy', 'identity.openRecords')) problem('identity', 'expected identity.entra or identity.proxy beside it: without a sign-in nobody has a role');
    return null;
  }
  const client = entra.client ?? '';
  return {
    entra: hasEntra ? { login: entra.login, v1Issuer: entra.v1Issuer, tenants: entra.tenants, client, resource: entra.resource ?? `api://${client}`, scope: entra.scope } : null,
    proxy: hasProxy ? proxy : null,
    roles: { senders, administrators, auditors },
    openPolicy,
    openRecords,
  };
}
