import { isSection } from '../../core/reading';
import { type LookUpLimits, SourceFailure } from '../connector';
import { fixedBearer, jsonRequests } from '../http/json-requests';
import type { Row } from '../http/value-lists';

export interface OdooAccount {
  readonly url: string;
  readonly database: string;
  /** Login of the user; JSON-2 knows it from the key. */
  readonly user: string;
  /** An API key of the user, or where there are none yet the password. */
  readonly key: string;
}

/** One call of `search_read`. `domain` is Odoo's own way to write conditions. */
export interface OdooQuestion {
  readonly model: string;
  readonly domain: readonly unknown[];
  readonly fields: readonly string[];
  /** Archived records as well. */
  readonly archived?: true;
}

/** All records of a question. Rejects with a SourceFailure. */
export type OdooCalls = (question: OdooQuestion, limits: LookUpLimits) => Promise<readonly Row[]>;

const PAGE = 1000;
const MOST_PAGES = 50;

/** Named arguments of `search_read`, for one page. */
type Arguments = { readonly domain: readonly unknown[]; readonly fields: readonly string[]; readonly offset: number; readonly limit: number; readonly order: string; readonly context: object };

function pageAfterPage(call: (model: string, page: Arguments, limits: LookUpLimits) => Promise<unknown>): OdooCalls {
  return async ({ model, domain, fields, archived }, limits) => {
    const found: Row[] = [];
    for (let pages = 0; pages < MOST_PAGES; pages += 1) {
      const rows = await call(model, { domain, fields, offset: pages * PAGE, limit: PAGE, order: 'id', context: archived ? { active_test: false } : {} }, limits);
      if (!Array.isArray(rows) || !rows.every(isSection)) throw new SourceFailure('invalidAnswer', 'noRows');
      found.push(...(rows as readonly Row[]));
      if (rows.length < PAGE) return found;
    }
    throw new SourceFailure('invalidAnswer', 'tooManyPages');
  };
}

/** JSON-2, from Odoo 19 on: `POST /json/2/<model>/search_read` with named arguments. */
export function json2Calls({ url, database, key }: OdooAccount): OdooCalls {
  const requests = jsonRequests(fixedBearer(key), { 'x-odoo-database': database });
  return pageAfterPage((model, page, limits) => requests({ method: 'POST', url: new URL(`${url}/json/2/${model}/search_read`), body: page }, limits));
}

/**
 * JSON-RPC, from Odoo 14 on; deprecated in 19 and gone in 22. Errors come with status 200. The user's number is asked for once, and again
 * where it is no longer good.
 */
export function jsonRpcCalls({ url, database, user, key }: OdooAccount): OdooCalls {
  const requests = jsonRequests(null);
  let signedIn: Promise<number> | null = null;
  let calls = 0;

  const call = async (service: 'common' | 'object', method: string, args: readonly unknown[], limits: LookUpLimits): Promise<unknown> => {
    calls += 1;
    const answer = await requests({ method: 'POST', url: new URL(`${url}/jsonrpc`), body: { jsonrpc: '2.0', method: 'call', id: calls, params: { service, method, args } } }, limits);
    if (!isSection(answer)) throw new SourceFailure('invalidAnswer', 'noResult');
    if (answer.error !== undefined) throw failureIn(answer.error);
    if (!('result' in answer)) throw new SourceFailure('invalidAnswer', 'noResult');
    return answer.result;
  };

  const signIn = (limits: LookUpLimits): Promise<number> => {
    signedIn ??= call('common', 'authenticate', [database, user, key, {}], limits).then((uid) => {
      if (uid === false) throw new SourceFailure('refused', 'AccessDenied');
      if (typeof uid !== 'number') throw new SourceFailure('invalidAnswer', 'noUser');
      return uid;
    });
    signedIn.catch(() => { signedIn = null; });
    return signedIn;
  };

  return pageAfterPage(async (model, { domain, ...page }, limits) => {
    const uid = await signIn(limits);
    try {
      return await call('object', 'execute_kw', [database, uid, key, model, 'search_read', [domain], page], limits);
    } catch (error) {
      if (error instanceof SourceFailure && error.code === 'AccessDenied') signedIn = null;
      throw error;
    }
  });
}

/** By the name of the exception; its words may quote what was asked. */
function failureIn(error: unknown): SourceFailure {
  const data = isSection(error) ? error.data : undefined;
  const name = isSection(data) && typeof data.name === 'string' ? data.name.split('.').pop() ?? '' : '';
  const code = /^\w{1,60}$/.test(name) ? name : 'OdooServerError';
  // A model or a field that is not there, of an application that is not installed, is a KeyError or a ValueError.
  const isRefusal = ['AccessDenied', 'AccessError', 'SessionExpiredException', 'KeyError', 'ValueError'].includes(code);
  return new SourceFailure(isRefusal ? 'refused' : 'unreachable', code);
}
