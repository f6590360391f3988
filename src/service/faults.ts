import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyError, FastifyInstance, FastifyRequest } from 'fastify';
import { PROBLEM_TYPE } from '../wire/problem-details';
import type { ApiOperation } from './api-route';
import { problemDetails, PROBLEMS, problemWith, sendProblem } from './problems';

/** Whatever is asked for and not there, or breaks, is answered with problem details. */
export function answerFaults(app: FastifyInstance, operations: readonly ApiOperation[], largestBody: number): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status === 413) return sendProblem(reply, 'body-too-large', { detail: `Expected at most ${largestBody} bytes.` });
    if (status === 400 && isUnreadable(error)) return sendProblem(reply, 'invalid-request', { detail: 'Expected a body in JSON.' });
    if (status < 500) return sendProblem(reply, problemWith(status));
    request.log.error(error);
    return sendProblem(reply, 'unavailable');
  });
  app.setNotFoundHandler((request, reply) => {
    const methods = methodsOf(operations, request);
    return methods.length > 0 ? sendProblem(reply.header('allow', methods.join(', ')), 'method-not-allowed') : sendProblem(reply, 'not-found');
  });
}

function isUnreadable({ code, name }: FastifyError): boolean {
  return name === 'SyntaxError' || code === 'FST_ERR_CTP_INVALID_JSON_BODY' || code === 'FST_ERR_CTP_EMPTY_JSON_BODY';
}

/** What else can be done under an address at which something could not be done. */
function methodsOf(operations: readonly ApiOperation[], { url }: FastifyRequest): readonly string[] {
  const path = url.split('?', 1)[0];
  return operations.filter((each) => each.path === path).map(({ method }) => method);
}

/** A connection that carries no request one could answer in the ordinary way. */
export function refuseConnection(error: { readonly code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const name = error.code === 'HPE_HEADER_OVERFLOW' ? 'headers-too-large' : error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 'request-timeout' : 'invalid-request';
  const text = JSON.stringify(problemDetails(name));
  socket.write(`HTTP/1.1 ${PROBLEMS[name].status} ${STATUS_CODES[PROBLEMS[name].status]}\r\ncontent-type: ${PROBLEM_TYPE}\r\ncontent-length: ${Buffer.byteLength(text)}\r\nconnection: close\r\n\r\n${text}`);
  // Ended alone it would stay open for as long as the other side likes.
  socket.destroySoon();
}
