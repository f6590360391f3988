import { searchTold } from '../told/search';

/** After the last test file of a run. What it throws fails the run. */
export default async function afterAll(): Promise<void> {
  await (globalThis as { endPostgres?: () => Promise<void> }).endPostgres?.();
  searchTold();
}
