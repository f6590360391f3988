import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface GraphRequestSeen {
  readonly path: string;
  readonly query: URLSearchParams;
  readonly authorization: string | undefined;
  readonly body: string;
}

export interface GraphServer {
  readonly origin: string;
  readonly seen: GraphRequestSeen[];
  /** Answers in place of the usual ones, as long as it gives true. */
  instead: ((request: GraphRequestSeen, response: ServerResponse) => boolean) | null;
  stop(): Promise<void>;
}

export const TENANT = 'firm.onmicrosoft.example';
export const CLIENT = '11111111-2222-3333-4444-555555555555';
export const SECRET = 'hush';

export interface GraphGroup {
  readonly id: string;
  readonly mail: string;
  readonly proxyAddresses?: readonly string[];
  readonly visibility?: string;
  readonly members: readonly object[];
}

const PAGE = 3;

/**
 * The sign-in and as much of Microsoft Graph v1.0 as the connector asks, built from Microsoft's documentation of
 * the OAuth 2.0 client credentials flow, of `GET /groups`, `GET /groups/{id}/members`, paging and errors. Pages
 * are short, and tokens are numbered so that a test can tell them apart.
 */
export async function startGraphServer(groups: readonly GraphGroup[]): Promise<GraphServer> {
  const seen: GraphRequestSeen[] = [];
  let tokens = 0;
  const server = createServer((request, response) => void answer(request, response));
  const graph: GraphServer = {
    get origin() { return `http://127.0.0.1:${(server.address() as AddressInfo).port}`; },
    seen,
    instead: null,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let body = '';
    for await (const part of request.setEncoding('utf8')) body += part;
    const url = new URL(request.url ?? '/', graph.origin);
    const one: GraphRequestSeen = { path: url.pathname, query: url.searchParams, authorization: request.headers.authorization, body };
    seen.push(one);
    if (graph.instead?.(one, response)) return;
    if (url.pathname === `/${TENANT}/oauth2/v2.0/token`) return signIn(body, response);
    if (one.authorization !== `Bearer token-${tokens}`) return send(response, 401, failure('InvalidAuthenticationToken'));
    if (url.pathname === '/v1.0/groups') return find(one.query.get('$filter') ?? '', response);
    const id = /^\/v1\.0\/groups\/([^/]+)\/members$/.exec(url.pathname)?.[1];
    const group = groups.find((each) => each.id === id);
    return group ? page(group, one.query, response) : send(response, 404, failure('Request_ResourceNotFound'));
  }

  function signIn(body: string, response: ServerResponse): void {
    const form = new URLSearchParams(body);
    const isRight = form.get('grant_type') === 'client_credentials' && form.get('client_id') === CLIENT && form.get('client_secret') === SECRET && form.get('scope') === `${graph.origin}/.default`;
    if (!isRight) return send(response, 401, { error: 'invalid_client', error_description: `AADSTS7000215: Invalid client secret provided for ${CLIENT}.` });
    tokens += 1;
    send(response, 200, { token_type: 'Bearer', expires_in: 3599, access_token: `token-${tokens}` });
  }

  function find(filter: string, response: ServerResponse): void {
    const match = /^mail eq '((?:[^']|'')*)' or proxyAddresses\/any\(p:p eq 'smtp:((?:[^']|'')*)'\)$/.exec(filter);
    if (!match || match[1] !== match[2]) return send(response, 400, failure('Request_UnsupportedQuery'));
    const address = (match[1] as string).replace(/''/g, "'").toLowerCase();
    const found = groups.filter(({ mail, proxyAddresses = [] }) => mail.toLowerCase() === address || proxyAddresses.some((each) => each.toLowerCase() === `smtp:${address}`));
    send(response, 200, { '@odata.context': `${graph.origin}/v1.0/$metadata#groups`, value: found.map(({ id, visibility = null }) => ({ id, visibility })) });
  }

  function page({ id, members }: GraphGroup, query: URLSearchParams, response: ServerResponse): void {
    const start = Number(query.get('$skiptoken') ?? 0);
    const next = start + PAGE < members.length ? { '@odata.nextLink': `${graph.origin}/v1.0/groups/${id}/members?$select=id,displayName,mail&$top=999&$skiptoken=${start + PAGE}` } : {};
    send(response, 200, { '@odata.context': `${graph.origin}/v1.0/$metadata#directoryObjects`, ...next, value: members.slice(start, start + PAGE) });
  }

  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return graph;
}

export function send(response: ServerResponse, status: number, body: object, headers: { readonly [name: string]: string } = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}

export function failure(code: string): object {
  return { error: { code, message: 'A sentence that may quote anna@oak.example.', innerError: { 'request-id': '00000000-0000-0000-0000-000000000000' } } };
}
