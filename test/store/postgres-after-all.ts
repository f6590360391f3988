/** After the last test file of a run. */
export default async function afterAll(): Promise<void> {
  await (globalThis as { endPostgres?: () => Promise<void> }).endPostgres?.();
}
