import { KEEPER_PORT, startKeeper } from './postgres-server';

/** Before the first test file of a run; the server itself starts with the first test that needs it. */
export default async function beforeAll(): Promise<void> {
  const { port, end } = await startKeeper({ durable: false });
  process.env[KEEPER_PORT] = String(port);
  (globalThis as { endPostgres?: () => Promise<void> }).endPostgres = end;
}
