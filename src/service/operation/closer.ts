import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

/**
 * A function that closes a server: it takes nothing new, lets requests that have arrived come to their end, and gives up on the rest after so
 * many milliseconds. Made before the server listens: connections that have not sent a request yet, which Node would wait for, are closed at once.
 */
export function closer(app: FastifyInstance, deadline: number): () => Promise<void> {
  const { server } = app;
  const silent = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    silent.add(socket);
    socket.once('close', () => silent.delete(socket));
  });
  server.on('request', ({ socket }: { readonly socket: Socket }) => void silent.delete(socket));
  return async () => {
    const timer = setTimeout(() => server.closeAllConnections(), deadline);
    const closed = app.close();
    for (const socket of silent) socket.destroy();
    await closed;
    clearTimeout(timer);
  };
}
