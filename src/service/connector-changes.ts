import type { FastifyInstance } from 'fastify';
import type { ConsentHost } from '../connectors/host/consent-host';
import type { ApiOperation } from './api-route';
import { sendProblem } from './problems';

/** Larger than any list of changes a CRM sends at once. */
const LARGEST_BODY = 1024 * 1024;

/** The body is the CRM's own, so nothing more can be said of it. */
export const CONNECTOR_CHANGES: ApiOperation = {
  method: 'POST',
  path: '/api/v1/connectors/{source}/changes',
  id: 'tellOfChanges',
  // Who sends it is shown by its signature.
  role: null,
  summary: 'What a CRM reports as changed is asked for again. Signed as that CRM signs.',
  answers: { 204: { description: 'It is taken.' } },
  problems: ['not-genuine', 'not-found', 'body-too-large'],
};

/**
 * Where CRMs tell what has changed: `POST /api/v1/connectors/{source}/changes`. Whoever has the secret has signed it; the bytes are
 * handed on as they came, since a signature is over them. All it does is that the CRM is asked again.
 */
export async function serveConnectorChanges(app: FastifyInstance, crms: ConsentHost): Promise<void> {
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: LARGEST_BODY }, (_, body, done) => done(null, body));
    scope.post<{ Params: { source: string } }>(CONNECTOR_CHANGES.path.replace('{source}', ':source'), { bodyLimit: LARGEST_BODY }, async (request, reply) => {
      const { method, url, params, ownOrigin, body } = request;
      const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]));
      const outcome = crms.webhook(params.source, { method, url: `${ownOrigin}${url}`, headers, body: Buffer.isBuffer(body) ? body : Buffer.alloc(0) });
      reply.header('cache-control', 'no-store');
      if (outcome === 'taken') return reply.code(204).send();
      return outcome === 'refused' ? sendProblem(reply.header('www-authenticate', 'Signature'), 'not-genuine') : sendProblem(reply, 'not-found');
    });
  });
}
