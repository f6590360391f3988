import type { ServiceConfiguration } from '../../configuration/configuration';
import { isLoopback } from '../../configuration/hosts';
import type { EntraConfiguration } from '../../configuration/identity';
import { entraTokens, type TokenRefusal } from '../../identity/entra-tokens';
import { rolesOf } from '../../identity/roles';
import { type Answer, ask, unreachable } from './ask';
import { type Diagnosis, fault, notChecked, warning, well } from './check';

/** How the service learns who asks. `token`: one that the pane got, to see what the service makes of it; null: there is none at hand. */
export async function checkSignIn({ identity, limits, origin, host }: ServiceConfiguration, token: string | null): Promise<{ readonly diagnoses: readonly Diagnosis[]; readonly answers: readonly Answer[] }> {
  if (!identity) {
    const isOpen = !isLoopback(host) || (origin !== null && !isLoopback(new URL(origin).hostname));
    const says = isOpen
      ? fault('sign-in', 'Nobody is asked who they are, and others reach the service.', 'Set up identity.entra or identity.proxy (docs/service.md, Who may ask).')
      : well('sign-in', 'Nobody is asked who they are; only this machine reaches the service.');
    return { diagnoses: [says], answers: [] };
  }
  const { entra, roles } = identity;
  const open = identity.openRecords && limits.perAddress === 0
    ? [warning('open-records', 'Records are taken from whoever reaches the service, any number of them.', 'Set limits.perAddress, or limit requests in the proxy.')] : [];
  if (!entra) return { diagnoses: [well('sign-in', `The proxy says who asks, from ${identity.proxy?.networks.join(', ')}.`), ...open], answers: [] };
  const asked = await Promise.all(entra.tenants.map((tenant) => checkTenant(entra, tenant)));
  const answers = asked.flatMap(({ answer }) => (answer ? [answer] : []));
  return { diagnoses: [...asked.map(({ diagnosis }) => diagnosis), await checkToken(entra, roles, token), ...open], answers };
}

/** Whether the tenant is there, names its keys, and calls itself what tokens will call it. */
async function checkTenant({ login }: EntraConfiguration, tenant: string): Promise<{ readonly diagnosis: Diagnosis; readonly answer: Answer | null }> {
  const id = `sign-in ${tenant}`;
  const [about, keys] = await Promise.all([ask(`${login}/${tenant}/v2.0/.well-known/openid-configuration`), ask(`${login}/${tenant}/discovery/v2.0/keys`)]);
  if (!about.ok || !keys.ok) {
    const { says } = unreachable(about.ok ? (keys as { readonly code: string }).code : about.code, login);
    return { diagnosis: fault(id, says, `Let this machine reach ${login}, directly: the service uses no proxy.`), answer: null };
  }
  const { answer } = keys;
  if (about.answer.status === 400 || about.answer.status === 404) return { diagnosis: fault(id, `There is no tenant ${tenant} at ${login}.`, 'Copy the tenant id from the Entra admin center (Overview); for national clouds set identity.entra.login.'), answer };
  const issuer = textIn(about.answer.text, 'issuer');
  if (issuer !== `${login}/${tenant}/v2.0`) return { diagnosis: fault(id, `The tenant calls itself ${issuer ?? 'nothing'}, not ${login}/${tenant}/v2.0; no token of it would count.`, 'Set identity.entra.login to the sign-in of its cloud.'), answer };
  const count = keyCount(answer.text);
  if (answer.status !== 200 || count === 0) return { diagnosis: fault(id, 'The tenant names no keys.', `Look at ${login}/${tenant}/discovery/v2.0/keys, and at what stands between here and there.`), answer };
  return { diagnosis: well(id, `The tenant names ${count === 1 ? 'one key' : `${count} keys`} and itself as tokens do.`), answer };
}

const ADVICE: { readonly [R in TokenRefusal]: string } = {
  malformed: 'Take the access token as it is, three parts with dots between them.',
  algorithm: 'Entra ID signs with RS256; the token comes from somewhere else.',
  issuer: 'Compare the claim iss with identity.entra.tenants. A token of version 1.0 (sts.windows.net) needs requestedAccessTokenVersion 2 in the app registration, or identity.entra.v1Issuer.',
  tenant: 'Compare the claim tid with identity.entra.tenants.',
  audience: 'Compare the claim aud with identity.entra.client. An access token for Microsoft Graph is not one for this service: the scope asked for has to be the API\'s own.',
  scope: 'Expose the scope (identity.entra.scope) in the app registration, and have the add-in ask for it. An ID token or one of an application by itself does not do.',
  expired: 'Take a fresh one: they count for an hour or so. If it is fresh, look at the clocks.',
  notYetValid: 'Look at the clocks of this machine.',
  unknownKey: 'The tenant signs with a key it does not name here; an app with a key of its own (claims mapping) is not supported.',
  signature: 'The token was changed on its way, or made by somebody else.',
  claims: 'The token lacks oid or ver; ask for an access token of a person, version 2.0.',
  keysUnreachable: 'The keys of the tenant cannot be had; see above.',
};

async function checkToken(entra: EntraConfiguration, roles: NonNullable<ServiceConfiguration['identity']>['roles'], token: string | null): Promise<Diagnosis> {
  const id = 'token';
  if (token === null) return notChecked(id, 'No token was given (--token FILE), so audience and scope are taken as they are set.');
  const result = await entraTokens(entra, { now: Date.now, fetch, onFetch: () => undefined }).check(token);
  if (!result.ok) return fault(id, `The service would refuse the token (${result.reason}).`, ADVICE[result.reason]);
  const own = [...rolesOf(result.names, roles)];
  if (own.length === 0) return warning(id, 'The token counts, but the person has no role.', 'Give them one of the app roles or groups in identity.senders.');
  return well(id, `The token counts; the person is ${own.join(' and ')}.`);
}

function textIn(json: string, name: string): string | null {
  try {
    const value = (JSON.parse(json) as { readonly [name: string]: unknown })[name];
    return typeof value === 'string' ? value : null;
  } catch {
    return null;
  }
}

function keyCount(json: string): number {
  try {
    const { keys } = JSON.parse(json) as { readonly keys?: unknown };
    return Array.isArray(keys) ? keys.length : 0;
  } catch {
    return 0;
  }
}
