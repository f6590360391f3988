import type { CastMember } from './contract/cast';
import { type HttpAnswer, type HttpCrm, type Seen, startHttpCrm } from './contract/http-crm';

export const TOKEN = 'pat-eu1-0000';
export const NEWSLETTER = 17;
export const TRADE_FAIR = 18;

export interface HubspotServer {
  readonly crm: HttpCrm;
  readonly cast: CastMember[];
  /** Addresses that the statuses cannot be read of at the moment. */
  readonly unavailable: Set<string>;
}

const failure = (status: number, category: string, message: string): HttpAnswer => ({ status, body: { status: 'error', category, message, correlationId: 'aeb5f871-7f07-4993-9211-075dc63e7cbf' } });

/**
 * As much of HubSpot as the connector asks, from HubSpot's documentation of communication preferences v4 and CRM objects v3. Statuses
 * are told of every address, whether there is a contact or not; contacts that are not found are errors of a partial answer.
 */
export async function startHubspot(people: readonly CastMember[]): Promise<HubspotServer> {
  const cast = [...people];
  const unavailable = new Set<string>();
  const membersAt = (address: string): readonly CastMember[] => cast.filter(({ addresses }) => addresses.some((each) => each.toLowerCase() === address.toLowerCase()));
  const crm = await startHttpCrm((seen) => {
    if (seen.headers.authorization !== `Bearer ${TOKEN}`) return failure(401, 'INVALID_AUTHENTICATION', 'Authentication credentials not found.');
    if (seen.method === 'GET' && seen.path === '/communication-preferences/v4/definitions') {
      return { status: 200, body: { status: 'COMPLETE', results: [{ id: String(NEWSLETTER), name: 'Newsletter', isActive: true }, { id: String(TRADE_FAIR), name: 'Trade fair', isActive: true }] } };
    }
    if (seen.method !== 'POST') return failure(405, 'METHOD_NOT_ALLOWED', 'no');
    const { inputs } = JSON.parse(seen.body) as { inputs: readonly (string | { id: string })[] };
    if (!Array.isArray(inputs) || inputs.length === 0 || inputs.length > 100) return failure(400, 'VALIDATION_ERROR', 'Invalid input');
    switch (seen.path) {
      case '/communication-preferences/v4/statuses/batch/read': return statuses(seen, inputs as string[], statusesOf);
      case '/communication-preferences/v4/statuses/batch/unsubscribe-all/read': return statuses(seen, inputs as string[], wideOf);
      case '/crm/v3/objects/contacts/batch/read': return contacts(seen, inputs as { id: string }[]);
      default: return failure(404, 'OBJECT_NOT_FOUND', 'no such path');
    }
  });

  function statuses(seen: Seen, inputs: readonly string[], of: (address: string) => object): HttpAnswer {
    if (seen.query.get('channel') !== 'EMAIL') return failure(400, 'VALIDATION_ERROR', "Required query param 'channel' is missing");
    const missing = inputs.filter((address) => unavailable.has(address));
    return {
      status: missing.length > 0 ? 207 : 200,
      body: {
        status: 'COMPLETE', startedAt: '2026-11-24T09:00:00Z', completedAt: '2026-11-24T09:00:00Z',
        results: inputs.filter((address) => !unavailable.has(address)).map((address) => ({ subscriberIdString: address, ...of(address) })),
        ...(missing.length > 0 && { numErrors: missing.length, errors: [{ status: 'error', category: 'INTERNAL', message: 'try later', context: { ids: missing } }] }),
      },
    };
  }

  function statusesOf(address: string): object {
    const member = membersAt(address).find(({ addresses }) => addresses[0]?.toLowerCase() === address.toLowerCase());
    const tag = member?.newsletter;
    const row = (subscriptionId: number, subscriptionName: string, status: string, timestamp?: string) => ({
      businessUnitId: 0, channel: 'EMAIL', subscriptionId, subscriptionName, source: 'form', status, subscriberIdString: address,
      ...(status === 'NOT_SPECIFIED' ? { legalBasis: null, timestamp: null } : { legalBasis: 'CONSENT_WITH_NOTICE', legalBasisExplanation: 'form 17', timestamp }),
    });
    const status = tag ? { granted: 'SUBSCRIBED', withdrawn: 'UNSUBSCRIBED', pending: 'NOT_SPECIFIED', expired: 'NOT_SPECIFIED' }[tag.status] : 'NOT_SPECIFIED';
    return {
      statuses: [
        row(NEWSLETTER, 'Newsletter', status, tag?.withdrawn ?? tag?.obtained),
        ...(member?.unmapped ? [row(TRADE_FAIR, 'Trade fair', 'SUBSCRIBED', '2026-01-01T00:00:00Z')] : []),
      ],
    };
  }

  /** Of a person who wants no advertising some say so in the portal, and others in the contact only. */
  function wideOf(address: string): object {
    const off = membersAt(address).some(({ noAdvertising, id }) => noAdvertising && id !== '9');
    return { wideStatuses: off ? [{ subscriberIdString: address, status: 'UNSUBSCRIBED', wideStatusType: 'PORTAL_WIDE', timestamp: '2026-05-01T00:00:00Z', channel: 'EMAIL', businessUnitId: null }] : [] };
  }

  function contacts({ body }: Seen, inputs: readonly { id: string }[]): HttpAnswer {
    const { idProperty, properties } = JSON.parse(body) as { idProperty: string; properties: readonly string[] };
    if (idProperty !== 'email') return failure(400, 'VALIDATION_ERROR', 'idProperty');
    const found = inputs.flatMap(({ id }) => membersAt(id).filter(({ addresses }) => addresses[0]?.toLowerCase() === id.toLowerCase()));
    const missing = inputs.filter(({ id }) => membersAt(id).length === 0).map(({ id }) => id);
    const result = ({ id, addresses: [email, ...more], noAdvertising }: CastMember): object => {
      const all: { readonly [name: string]: unknown } = { email: email?.toLowerCase(), hs_additional_emails: more.join(';') || null, hs_email_optout: noAdvertising ? 'true' : null, firstname: `Person ${id}` };
      return { id, properties: Object.fromEntries(properties.map((name) => [name, all[name] ?? null])), createdAt: '2024-01-01T00:00:00Z', updatedAt: '2026-01-01T00:00:00Z', archived: false };
    };
    return {
      status: missing.length > 0 ? 207 : 200,
      body: {
        status: 'COMPLETE', results: found.map(result), startedAt: '2026-11-24T09:00:00Z', completedAt: '2026-11-24T09:00:00Z',
        ...(missing.length > 0 && { numErrors: 1, errors: [{ status: 'error', category: 'OBJECT_NOT_FOUND', message: 'Could not get some CONTACT objects, they may be deleted or not exist.', context: { ids: missing } }] }),
      },
    };
  }
  return { crm, cast, unavailable };
}
