import type { CastMember } from './contract/cast';
import { type HttpAnswer, type HttpCrm, type Seen, startHttpCrm } from './contract/http-crm';

export const DATABASE = 'firm';
export const USER = 'umsicht@firm.example';
export const KEY = 'an api key';
export const NEWSLETTER = 17;
export const TRADE_FAIR = 18;

type Row = { readonly id: number; readonly active?: boolean } & { readonly [field: string]: unknown };

export interface OdooServer {
  readonly crm: HttpCrm;
  readonly models: { [model: string]: Row[] };
  /** Models the user may not read, or fields that are not there. */
  readonly forbidden: Set<string>;
}

interface Asked {
  readonly domain: readonly unknown[];
  readonly fields: readonly string[];
  readonly offset?: number;
  readonly limit?: number;
  readonly context?: { readonly active_test?: boolean };
}

class OdooError extends Error {
  readonly status: number;

  constructor(name: string, status: number) {
    super(`${name}: not for you, anna@oak.example`);
    this.name = name;
    this.status = status;
  }
}

/**
 * As much of Odoo as the connector asks, over JSON-RPC up to 18 and JSON-2 from 19 on, from Odoo's documentation: addresses are compared letter for
 * letter with what was normalised, archived records are hidden, and what is empty is `false`.
 */
export async function startOdoo(cast: readonly CastMember[], version: number): Promise<OdooServer> {
  const models: { [model: string]: Row[] } = modelsOf(cast, version);
  const forbidden = new Set<string>();

  const searchRead = (model: string, { domain, fields, offset = 0, limit = Infinity, context = {} }: Asked): readonly object[] => {
    const rows = models[model];
    if (!rows) throw new OdooError('builtins.KeyError', 404);
    if (forbidden.has(model)) throw new OdooError('odoo.exceptions.AccessError', 403);
    const missing = fields.find((field) => rows.length > 0 && !(field in (rows[0] as Row)));
    if (missing) throw new OdooError('builtins.ValueError', 422);
    return rows
      .filter((row) => context.active_test === false || row.active !== false)
      .filter((row) => matches(row, domain))
      .slice(offset, offset + limit)
      .map((row) => ({ id: row.id, ...Object.fromEntries(fields.map((field) => [field, row[field]])) }));
  };

  const jsonRpc = ({ body }: Seen): HttpAnswer => {
    const { id, params } = JSON.parse(body) as { id: number; params: { service: string; method: string; args: readonly unknown[] } };
    try {
      return { status: 200, body: { jsonrpc: '2.0', id, result: answered(params) } };
    } catch (error) {
      const { name, message } = error as Error;
      return { status: 200, body: { jsonrpc: '2.0', id, error: { code: 200, message: 'Odoo Server Error', data: { name, message, debug: 'Traceback …', arguments: [message] } } } };
    }
  };
  const answered = ({ service, method, args }: { service: string; method: string; args: readonly unknown[] }): unknown => {
    if (service === 'common' && method === 'authenticate') return args[0] === DATABASE && args[1] === USER && args[2] === KEY ? 7 : false;
    if (service !== 'object' || method !== 'execute_kw') throw new OdooError('builtins.KeyError', 404);
    const [database, uid, key, model, name, [domain], asked] = args as [string, number, string, string, string, [readonly unknown[]], Asked];
    if (database !== DATABASE || uid !== 7 || key !== KEY || name !== 'search_read') throw new OdooError('odoo.exceptions.AccessDenied', 403);
    return searchRead(model, { ...asked, domain });
  };

  const json2 = ({ body, headers, path }: Seen): HttpAnswer => {
    if (headers.authorization !== `Bearer ${KEY}` || headers['x-odoo-database'] !== DATABASE) return { status: 401, body: { name: 'werkzeug.exceptions.Unauthorized', message: 'Invalid apikey' } };
    try {
      return { status: 200, body: searchRead(/^\/json\/2\/([\w.]+)\/search_read$/.exec(path)?.[1] ?? '', JSON.parse(body) as Asked) };
    } catch (error) {
      const { name, message, status } = error as OdooError;
      return { status, body: { name, message, arguments: [message], context: {}, debug: 'Traceback …' } };
    }
  };

  const crm = await startHttpCrm((seen) => {
    if (version < 19 && seen.method === 'POST' && seen.path === '/jsonrpc') return jsonRpc(seen);
    if (version >= 19 && seen.method === 'POST' && seen.path.startsWith('/json/2/')) return json2(seen);
    return { status: 404, body: '<h1>Not Found</h1>' };
  });
  return { crm, models, forbidden };
}

/** Odoo's domains, in Polish notation; as many of their operators as are asked for. */
function matches(row: Row, domain: readonly unknown[]): boolean {
  const [first, ...rest] = domain;
  if (first === '|') {
    const [one, two] = rest;
    return matches(row, [one]) || matches(row, [two]);
  }
  return domain.every((each) => {
    const [field, operator, value] = each as [string, string, unknown];
    const own = Array.isArray(row[field]) ? (row[field] as readonly unknown[])[0] : row[field];
    if (operator === 'in') return (value as readonly unknown[]).includes(own);
    if (operator === '>=') return own !== false && String(own) >= String(value);
    throw new OdooError('builtins.ValueError', 422);
  });
}

function modelsOf(cast: readonly CastMember[], version: number): { [model: string]: Row[] } {
  const at = (instant: string | undefined): string | false => instant?.slice(0, 19).replace('T', ' ') ?? false;
  const normalised = ({ addresses: [address = ''] }: CastMember): string => address.toLowerCase();
  const dates = { create_date: '2024-01-01 00:00:00', write_date: '2024-01-01 00:00:00' };
  const onList = (member: CastMember, list: number): Row => {
    const { id, newsletter: tag } = member;
    const isOut = tag?.status === 'withdrawn';
    // Odoo leaves write_date empty where a subscription was made through the contact.
    return { id: Number(id) * 100 + list, contact_id: [Number(id), `Person ${id}`], list_id: [list, 'a list'], opt_out: isOut, create_date: at(tag?.obtained) || '2024-01-01 00:00:00', write_date: isOut ? at(tag?.withdrawn) : false };
  };
  return {
    'res.partner': cast.filter(({ id }) => id !== '9').map((member): Row => ({ id: Number(member.id), active: true, email: `"Person ${member.id}" <${member.addresses[0]}>`, email_normalized: normalised(member), is_blacklisted: member.noAdvertising === true || member.id === '8', name: `Person ${member.id}`, ...dates })),
    'mail.blacklist': [
      ...cast.filter(({ noAdvertising }) => noAdvertising).flatMap((member): Row[] => member.addresses.map((address, index) => ({ id: Number(member.id) * 10 + index, active: true, email: address.toLowerCase(), create_date: '2024-01-01 00:00:00', write_date: '2026-05-01 00:00:00' }))),
      { id: 999, active: false, email: 'anna@oak.example', create_date: '2024-01-01 00:00:00', write_date: '2025-01-01 00:00:00' },
    ],
    'mailing.contact': cast.map((member): Row => ({ id: Number(member.id), active: true, email_normalized: normalised(member), ...dates })),
    [version >= 17 ? 'mailing.subscription' : 'mailing.contact.subscription']: cast.flatMap((member) => [
      ...(member.newsletter && member.newsletter.status !== 'pending' && member.newsletter.status !== 'expired' ? [onList(member, NEWSLETTER)] : []),
      ...(member.unmapped ? [onList(member, TRADE_FAIR)] : []),
    ]),
    'mailing.list': [{ id: NEWSLETTER, active: true, name: 'Newsletter' }, { id: TRADE_FAIR, active: true, name: 'Trade fair' }],
  };
}
