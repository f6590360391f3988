import { createServer } from 'node:net';

/** The port of this machine that was listened on for a moment, and is free again; 0 asks for any. Rejects where it is taken. */
export function listenOnce(port) {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const { port: taken } = server.address();
      server.close(() => resolve(taken));
    });
  });
}
