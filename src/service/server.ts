import type { IncomingMessage } from 'node:http';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest, LogController } from 'fastify';
import type { ServiceConfiguration } from '../configuration/configuration';
import type { ConsentHost } from '../connectors/host/consent-host';
import { launchEventScripts, withoutEdition } from '../manifest/edition';
import type { SignInSetup } from '../wire/sign-in';
import { serveAddIn } from './add-in-files';
import { type ApiParts, apiRoutes, serveApi } from './api';
import { serveConnectorChanges } from './connector-changes';
import { answerFaults, refuseConnection } from './faults';
import type { Identity } from '../identity/identity';
import { HEALTH_PATH, type HealthParts, READY_PATH, serveHealth } from './operation/health';
import { loggerOptions, type LogSink } from './operation/log';
import type { Metrics } from './operation/metrics';
import { limitRates, type RateLimits } from './operation/rate-limits';
import { traceFields, traceOfRequest, within } from './operation/trace';
import { mayAsk, originOf } from './origins';
import { problemWith, sendProblem } from './problems';
import { HEADERS_FOR_ALL } from './security-headers';
import { VERSION } from './version';

/** 500 addresses at their longest would be more; 500 real ones are some 20 KB. */
const LARGEST_BODY = 256 * 1024;

/** Milliseconds in which the headers of a request, and all of it, have to arrive. */
const HEADERS_TIMEOUT = 10_000;
const REQUEST_TIMEOUT = 30_000;

export interface ServerParts {
  readonly configuration: Omit<ServiceConfiguration, 'dataFolder' | 'policyFile'>;
  readonly api: ApiParts;
  readonly crms: ConsentHost;
  readonly identity: Identity;
  readonly health: HealthParts;
  /** Null: nobody's requests are counted. */
  readonly limits: RateLimits | null;
  readonly metrics: Metrics;
  /** Folder with the built add-in. */
  readonly addIn: string;
  /** Takes log lines; standard output without it. */
  readonly logTo?: LogSink;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** The origin under which the request reached the service. */
    ownOrigin: string;
  }
}

/** The service, not yet listening. No log line ever holds an address, a body or a query. */
export async function createServer({ configuration, api, crms, identity, health, limits, metrics, addIn, logTo }: ServerParts): Promise<FastifyInstance> {
  const app = fastify({
    rewriteUrl: ({ url = '/' }) => withoutEdition(url),
    bodyLimit: LARGEST_BODY,
    clientErrorHandler: refuseConnection,
    frameworkErrors: (error, _, reply) => void sendProblem(reply as FastifyReply, problemWith(error.statusCode ?? 400)),
    // Whoever sends a request byte by byte is not waited for.
    requestTimeout: REQUEST_TIMEOUT,
    http: { headersTimeout: HEADERS_TIMEOUT, connectionsCheckingInterval: 1_000 },
    // What has arrived is answered, also while the service stops.
    return503OnClosing: false,
    forceCloseConnections: 'idle',
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: (request) => traceOfRequest(request as IncomingMessage).requestId,
    childLoggerFactory: (logger, _, options, request) => logger.child(traceFields(traceOfRequest(request as IncomingMessage)), options),
    logger: loggerOptions(configuration.log, logTo ?? process.stdout),
  });

  app.decorateRequest('ownOrigin', '');
  app.removeContentTypeParser('text/plain');
  // Twice, because reading a body leaves the request behind.
  const inTrace = (request: FastifyRequest, _: FastifyReply, done: () => void): void => within(traceOfRequest(request.raw), done);
  app.addHook('onRequest', inTrace);
  app.addHook('preValidation', inTrace);
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(HEADERS_FOR_ALL).header('x-request-id', request.id);
    if (request.routeOptions.url === HEALTH_PATH || request.routeOptions.url === READY_PATH) return;
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
  // Whoever has a connection open uses another one next time, which leads to another process.
  app.addHook('onSend', async (_, reply) => void (health.isStopping() && reply.header('connection', 'close')));
  app.addHook('onResponse', async (request, reply) => {
    const { method, routeOptions: { url: route } } = request;
    request.log.info({ method, route: route ?? '-', status: reply.statusCode, milliseconds: Math.round(reply.elapsedTime) });
    metrics.answered(method, route, reply.statusCode, reply.elapsedTime / 1000);
  });
  const routes = apiRoutes(api);
  answerFaults(app, routes, LARGEST_BODY);
  if (limits) await limitRates(app, limits, metrics.limited);

  app.options('/api/*', (_, reply) => reply.code(204).headers({
    'access-control-allow-methods': [...new Set(routes.map(({ method }) => method))].join(', '),
    'access-control-allow-headers': 'authorization, content-type, if-none-match',
    'access-control-max-age': '600',
  }).send());
  serveHealth(app, health);
  // Classic Outlook lets only the scripts listed here call the service; it insists on this exact path and follows no redirect.
  app.get('/.well-known/microsoft-officeaddins-allowed.json', async (request, reply) =>
    reply.header('cache-control', 'no-cache').send({ allowed: launchEventScripts(request.ownOrigin) }));
  serveApi(app, routes, identity, VERSION);
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
