import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import fastify, { type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest, LogController } from 'fastify';
import type { ServiceConfiguration } from '../configuration/configuration';
import type { ConsentHost } from '../connectors/host/consent-host';
import { launchEventScripts, withoutEdition } from '../manifest/edition';
import { isAnswering } from '../store/contacts';
import type { Store } from '../store/open-store';
import { PROBLEM_TYPE } from '../wire/problem-details';
import type { SignInSetup } from '../wire/sign-in';
import { serveAddIn } from './add-in-files';
import { type ApiParts, apiRoutes, serveApi } from './api';
import type { AnyApiRoute } from './api-route';
import { serveConnectorChanges } from './connector-changes';
import type { Identity } from './identity/identity';
import { mayAsk, originOf } from './origins';
import { problemDetails, PROBLEMS, problemWith, sendProblem } from './problems';
import { HEADERS_FOR_ALL } from './security-headers';

/** 500 addresses at their longest would be more; 500 real ones are some 20 KB. */
const LARGEST_BODY = 256 * 1024;

/** Written in by the build. */
declare const __UMSICHT_VERSION__: string;

export interface ServerParts {
  readonly configuration: Omit<ServiceConfiguration, 'dataFolder' | 'policyFile'>;
  readonly api: ApiParts;
  readonly store: Store;
  readonly crms: ConsentHost;
  readonly identity: Identity;
  /** Folder with the built add-in. */
  readonly addIn: string;
  /** Takes log lines; standard output without it. */
  readonly logTo?: { write(line: string): void };
}

declare module 'fastify' {
  interface FastifyRequest {
    /** The origin under which the request reached the service. */
    ownOrigin: string;
  }
}

/** The service, not yet listening. No log line ever holds an address, a body or a query. */
export async function createServer({ configuration, api, store, crms, identity, addIn, logTo }: ServerParts): Promise<FastifyInstance> {
  const app = fastify({
    rewriteUrl: ({ url = '/' }) => withoutEdition(url),
    bodyLimit: LARGEST_BODY,
    clientErrorHandler: refuseConnection,
    frameworkErrors: (error, _, reply) => void sendProblem(reply as FastifyReply, problemWith(error.statusCode ?? 400)),
    requestTimeout: 30_000,
    forceCloseConnections: 'idle',
    logController: new LogController({ disableRequestLogging: true }),
    logger: {
      level: configuration.log,
      // Error texts may quote what was sent.
      serializers: { req: () => ({}), err: loggedError },
      stream: logTo ?? process.stdout,
    },
  });

  app.decorateRequest('ownOrigin', '');
  app.removeContentTypeParser('text/plain');
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(HEADERS_FOR_ALL);
    const own = originOf(configuration, request.headers);
    if (own === undefined) return sendProblem(reply, 'wrong-host');
    request.ownOrigin = own;
    // By the route that was found as well: the router also understands /%61pi/ and whole addresses.
    if (![request.url, request.routeOptions.url ?? ''].some((path) => path.startsWith('/api/'))) return;

    reply.header('vary', 'origin');
    const asking = request.headers.origin;
    if (asking === undefined) return;
    if (!mayAsk(asking, configuration, request.headers)) return sendProblem(reply, 'foreign-origin');
    reply.headers({ 'access-control-allow-origin': asking, 'access-control-expose-headers': 'etag, retry-after, www-authenticate' });
  });
  app.addHook('onResponse', async (request, reply) => {
    request.log.info({ method: request.method, route: request.routeOptions.url ?? '-', status: reply.statusCode, milliseconds: Math.round(reply.elapsedTime) });
  });
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status < 500) return sendProblem(reply, problemWith(status), status === 413 ? { detail: `Expected at most ${LARGEST_BODY} bytes.` } : {});
    request.log.error(error);
    return sendProblem(reply, 'unavailable');
  });
  const routes = apiRoutes(api);
  app.setNotFoundHandler((request, reply) => {
    const methods = methodsOf(routes, request);
    return methods.length > 0 ? sendProblem(reply.header('allow', methods.join(', ')), 'method-not-allowed') : sendProblem(reply, 'not-found');
  });

  app.options('/api/*', (_, reply) => reply.code(204).headers({
    'access-control-allow-methods': [...new Set(routes.map(({ method }) => method))].join(', '),
    'access-control-allow-headers': 'authorization, content-type, if-none-match',
    'access-control-max-age': '600',
  }).send());
  app.get('/healthz', async (_, reply) => {
    if (!(await isAnswering(store))) return sendProblem(reply, 'unavailable', { detail: 'the database does not answer' });
    return reply.header('cache-control', 'no-store').send({ status: 'ok' });
  });
  // Classic Outlook lets only the scripts listed here call the service; it insists on this exact path and follows no redirect.
  app.get('/.well-known/microsoft-officeaddins-allowed.json', async (request, reply) =>
    reply.header('cache-control', 'no-cache').send({ allowed: launchEventScripts(request.ownOrigin) }));
  serveApi(app, routes, identity, typeof __UMSICHT_VERSION__ === 'string' ? __UMSICHT_VERSION__ : 'development');
  await serveConnectorChanges(app, crms);
  await serveAddIn(app, {
    folder: addIn,
    frameAncestors: configuration.frameAncestors,
    playground: configuration.demo,
    cloud: configuration.cloud,
    manifest: configuration.manifest,
    signIn: signInOf(configuration.identity),
    originOf: ({ ownOrigin }) => ownOrigin,
  });
  return app;
}

/** A person of one tenant signs in there; where several may ask, Microsoft finds theirs. */
function signInOf(identity: ServiceConfiguration['identity']): SignInSetup | null {
  if (!identity?.entra) return null;
  const { login, tenants, client, resource, scope } = identity.entra;
  return { client, authority: `${login}/${tenants.length === 1 ? tenants[0] : 'organizations'}`, scope: `${resource}/${scope}` };
}

/** What else can be done under an address at which something could not be done. */
function methodsOf(routes: readonly AnyApiRoute[], { url }: FastifyRequest): readonly string[] {
  const path = url.split('?', 1)[0];
  return routes.filter((route) => route.path === path).map(({ method }) => method);
}

/** A connection that carries no request one could answer in the ordinary way. */
function refuseConnection(error: { readonly code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const name = error.code === 'HPE_HEADER_OVERFLOW' ? 'headers-too-large' : error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 'request-timeout' : 'invalid-request';
  const text = JSON.stringify(problemDetails(name));
  socket.end(`HTTP/1.1 ${PROBLEMS[name].status} ${STATUS_CODES[PROBLEMS[name].status]}\r\ncontent-type: ${PROBLEM_TYPE}\r\ncontent-length: ${Buffer.byteLength(text)}\r\nconnection: close\r\n\r\n${text}`);
}

/** Where something broke, without the words that say what with. */
function loggedError({ name, code, stack = '' }: Error & { code?: string }): { type: string; message: string; stack: string } {
  return { type: name, message: code ?? '', stack: stack.split('\n').filter((line) => /^\s+at /.test(line)).join('\n') };
}
