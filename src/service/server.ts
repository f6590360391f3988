import fastify, { type FastifyError, type FastifyInstance, LogController } from 'fastify';
import { launchEventScripts, withoutEdition } from '../manifest/edition';
import { isAnswering } from '../store/contacts';
import type { Store } from '../store/open-store';
import { serveAddIn } from './add-in-files';
import type { ConsentHost } from '../connectors/host/consent-host';
import { type ApiParts, serveApi } from './api';
import { serveConnectorChanges } from './connector-changes';
import type { ServiceConfiguration } from '../configuration/configuration';
import { mayAsk, originOf } from './origins';
import { HEADERS_FOR_ALL } from './security-headers';

/** 500 addresses at their longest would be more; 500 real ones are some 20 KB. */
const LARGEST_BODY = 256 * 1024;

export interface ServerParts {
  readonly configuration: Omit<ServiceConfiguration, 'dataFolder' | 'policyFile'>;
  readonly api: ApiParts;
  readonly store: Store;
  readonly crms: ConsentHost;
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
export async function createServer({ configuration, api, store, crms, addIn, logTo }: ServerParts): Promise<FastifyInstance> {
  const app = fastify({
    rewriteUrl: ({ url = '/' }) => withoutEdition(url),
    bodyLimit: LARGEST_BODY,
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
    if (own === undefined) return reply.code(421).send(problem('This service is not meant under that name.'));
    request.ownOrigin = own;
    // By the route that was found as well: the router also understands /%61pi/ and whole addresses.
    if (![request.url, request.routeOptions.url ?? ''].some((path) => path.startsWith('/api/'))) return;

    reply.header('vary', 'origin');
    const asking = request.headers.origin;
    if (asking === undefined) return;
    if (!mayAsk(asking, configuration, request.headers)) return reply.code(403).send(problem('Pages of that origin may not ask here.'));
    reply.headers({ 'access-control-allow-origin': asking, 'access-control-expose-headers': 'etag' });
  });
  app.addHook('onResponse', async (request, reply) => {
    request.log.info({ method: request.method, route: request.routeOptions.url ?? '-', status: reply.statusCode, milliseconds: Math.round(reply.elapsedTime) });
  });
  app.setNotFoundHandler((_, reply) => reply.code(404).send(problem('There is nothing here.')));
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status < 500) return reply.code(status).send(problem(REFUSALS[status] ?? 'The request was not understood.'));
    request.log.error(error);
    return reply.code(503).send(problem('The service cannot answer at the moment.'));
  });

  app.options('/api/*', (_, reply) => reply.code(204).headers({
    'access-control-allow-methods': 'GET, POST',
    'access-control-allow-headers': 'content-type, if-none-match',
    'access-control-max-age': '600',
  }).send());
  app.get('/healthz', async (_, reply) => {
    const isWell = await isAnswering(store);
    return reply.code(isWell ? 200 : 503).header('cache-control', 'no-store').send({ status: isWell ? 'ok' : 'the database does not answer' });
  });
  // Classic Outlook lets only the scripts listed here call the service; it insists on this exact path and follows no redirect.
  app.get('/.well-known/microsoft-officeaddins-allowed.json', async (request, reply) =>
    reply.header('cache-control', 'no-cache').send({ allowed: launchEventScripts(request.ownOrigin) }));
  serveApi(app, api);
  await serveConnectorChanges(app, crms);
  await serveAddIn(app, {
    folder: addIn,
    frameAncestors: configuration.frameAncestors,
    playground: configuration.demo,
    originOf: ({ ownOrigin }) => ownOrigin,
  });
  return app;
}

const REFUSALS: { readonly [status: number]: string } = {
  400: 'Expected JSON.',
  413: `Expected at most ${LARGEST_BODY} bytes.`,
  415: 'Expected content-type: application/json.',
};

function problem(message: string): { readonly problems: readonly { readonly path: string; readonly message: string }[] } {
  return { problems: [{ path: '', message }] };
}

/** Where something broke, without the words that say what with. */
function loggedError({ name, code, stack = '' }: Error & { code?: string }): { type: string; message: string; stack: string } {
  return { type: name, message: code ?? '', stack: stack.split('\n').filter((line) => /^\s+at /.test(line)).join('\n') };
}
