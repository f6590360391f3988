import { KEEPER_PORT, startKeeper } from '../store/postgres-server';
import { openTold } from '../told/search';

/** Before the first test file of a run; the PostgreSQL server itself starts with the first test that needs it. */
export default async function beforeAll(): Promise<void> {
  openTold();
  const { port, end } = await startKeeper({ durable: false });
  process.env[KEEPER_PORT] = String(port);
  (globalThis as { endPostgres?: () => Promise<void> }).endPostgres = end;
}
