import type { CastMember } from './contract/cast';
import { type HttpAnswer, type HttpCrm, type Seen, startHttpCrm } from './contract/http-crm';
import { type TokenServer, tokenServer } from './contract/token-server';

export const CLIENT = '11111111-2222-3333-4444-555555555555';
export const SECRET = 'hush';
export const TENANT = 'firm.example';
export const NEWSLETTER = 'a0000000-0000-0000-0000-000000000001';
export const TRADE_FAIR = 'a0000000-0000-0000-0000-000000000002';

type Record = { readonly [column: string]: unknown };

export interface DataverseServer {
  readonly crm: HttpCrm;
  readonly tokens: TokenServer;
  readonly tables: { [set: string]: Record[] };
}

/** Less than anybody asks for, so that everything comes in pages. */
const PAGE = 2;

const failure = (status: number, code: string, message: string): HttpAnswer => ({ status, body: { error: { code, message } } });

/**
 * As much of Dataverse's Web API 9.2 as the connector asks, from Microsoft's documentation: `$select`, `$filter` with the query function In, paging by
 * `@odata.nextLink`, and errors. Comparison is by Dataverse's default collation, without regard to case.
 */
export async function startDataverse(cast: readonly CastMember[]): Promise<DataverseServer> {
  const tables: { [set: string]: Record[] } = tablesOf(cast);
  let tokens: TokenServer | null = null;
  const crm = await startHttpCrm((seen, origin) => {
    if (seen.path === `/${TENANT}/oauth2/v2.0/token`) return (tokens as TokenServer).answer(seen);
    if (!tokens?.isGood(seen)) return failure(401, '0x80072560', 'The token is not good.');
    const set = /^\/api\/data\/v9\.2\/(\w+)$/.exec(seen.path)?.[1] ?? '';
    const rows = tables[set];
    if (seen.method !== 'GET' || !rows) return failure(404, '0x80060888', `Resource not found for the segment '${set}'.`);
    return page(rows, seen, origin);
  });
  tokens = tokenServer({ client_id: CLIENT, client_secret: SECRET, scope: `${crm.origin}/.default` });
  return { crm, tokens, tables };
}

function page(rows: readonly Record[], { path, query, headers }: Seen, origin: string): HttpAnswer {
  const fits = filterOf(query.get('$filter') ?? '');
  const columns = (query.get('$select') ?? '').split(',');
  const most = Number(/odata\.maxpagesize=(\d+)/.exec(String(headers.prefer))?.[1] ?? 5000);
  if (!fits || columns.some((column) => rows.length > 0 && !(column in (rows[0] as Record)))) return failure(400, '0x80060888', `Could not find a property named ${query.get('$select')}, or ${query.get('$filter')} is not understood.`);
  const found = rows.filter(fits);
  const from = Number(query.get('$skiptoken') ?? 0);
  const until = from + Math.min(PAGE, most);
  const next = new URL(`${origin}${path}`);
  next.search = new URLSearchParams({ ...Object.fromEntries(query), $skiptoken: String(until) }).toString();
  return {
    status: 200,
    body: {
      '@odata.context': `${origin}/api/data/v9.2/$metadata`,
      value: found.slice(from, until).map((row) => ({ '@odata.etag': 'W/"1"', ...Object.fromEntries(columns.map((column) => [column, row[column]])) })),
      ...(until < found.length && { '@odata.nextLink': next.toString() }),
    },
  };
}

/** Undefined for what the real one would not understand either. */
function filterOf(filter: string): ((row: Record) => boolean) | undefined {
  const bracket = /^(.*) and \((.*)\)$/.exec(filter);
  if (bracket) {
    const [all, any] = [filterOf(bracket[1] as string), (bracket[2] as string).split(/ or (?=Microsoft)/).map(filterOf)];
    return all && any.every((each) => each) ? (row) => all(row) && any.some((each) => each?.(row)) : undefined;
  }
  const parts = filter.split(/ and (?=Microsoft|[a-z_]+ eq |[a-z]+ ge )/).map(conditionOf);
  return parts.every((each) => each) ? (row) => parts.every((each) => each?.(row)) : undefined;
}

function conditionOf(text: string): ((row: Record) => boolean) | undefined {
  const equal = /^(\w+) eq (\d+)$/.exec(text);
  if (equal) return (row) => row[equal[1] as string] === Number(equal[2]);
  const since = /^modifiedon ge (\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)$/.exec(text);
  if (since) return (row) => Date.parse(String(row.modifiedon)) >= Date.parse(since[1] as string);
  const list = /^Microsoft\.Dynamics\.CRM\.In\(PropertyName='(\w+)',PropertyValues=\[('(?:[^']|'')*'(?:,'(?:[^']|'')*')*)\]\)$/.exec(text);
  if (!list) return undefined;
  const values = new Set([...(list[2] as string).matchAll(/'((?:[^']|'')*)'/g)].map(([, value]) => (value as string).replace(/''/g, "'").toLowerCase()));
  return (row) => values.has(String(row[list[1] as string]).toLowerCase());
}

function tablesOf(cast: readonly CastMember[]): { [set: string]: Record[] } {
  const guid = (kind: string, id: string): string => `${kind}0000000-0000-0000-0000-${id.padStart(12, '0')}`;
  const person = (idColumn: string) => ({ id, addresses, noMail, noAdvertising }: CastMember): Record => ({
    [idColumn]: guid('b', id), emailaddress1: addresses[0] ?? null, emailaddress2: null, emailaddress3: addresses[1] ?? null, donotemail: noMail === true, donotbulkemail: noAdvertising === true,
    fullname: `Person ${id}`, statecode: 0, modifiedon: '2026-11-01T00:00:00Z',
  });
  const consent = ({ id, addresses }: CastMember, purpose: string, topic: string | null, value: number, modifiedon: string): Record => ({
    msdynmkt_contactpointconsent4id: guid('c', id), msdynmkt_contactpointvalue: addresses[0], msdynmkt_contactpointtype: 534120000, msdynmkt_value: value,
    _msdynmkt_purposeid_value: purpose, _msdynmkt_topicid_value: topic, statecode: 0, modifiedon,
  });
  const SOLD = 'd0000000-0000-0000-0000-000000000000';
  return {
    // Whoever has the same address twice is a contact and a lead.
    contacts: [...cast.filter(({ id }) => id !== '9').map(person('contactid')),
      { ...person('contactid')({ id: '99', addresses: ['anna@oak.example'], noMail: true }), statecode: 1 }],
    leads: cast.filter(({ id }) => id === '9').map(person('leadid')),
    msdynmkt_contactpointconsent4s: cast.flatMap((member) => {
      const { newsletter: tag, unmapped } = member;
      const value = tag && { granted: 534120001, withdrawn: 534120002, pending: 534120000, expired: 534120000 }[tag.status];
      return [
        ...(value === undefined ? [] : [consent(member, SOLD, NEWSLETTER.toUpperCase(), value, tag?.withdrawn ?? tag?.obtained ?? '2026-01-01T00:00:00Z')]),
        ...(unmapped ? [consent(member, TRADE_FAIR, null, 534120001, '2026-01-01T00:00:00Z')] : []),
      ];
    }),
    msdynmkt_purposes: [{ msdynmkt_purposeid: TRADE_FAIR, msdynmkt_name: 'Trade fair', statecode: 0 }],
    msdynmkt_topics: [{ msdynmkt_topicid: NEWSLETTER, msdynmkt_name: 'Newsletter', statecode: 0 }],
  };
}
