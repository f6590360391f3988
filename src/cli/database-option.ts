import { dirname, resolve } from 'node:path';
import { Option } from 'commander';
import { configuredDatabase } from '../configuration/configuration';
import type { DatabasePlace } from '../store/database-place';

/** Where a command finds the database: the same one as the service, unless it is told of a file. */
export function databaseOption(): Option {
  return new Option('--database <file>', 'file of an embedded database (default: the database of the service, as UMSICHT_CONFIG, UMSICHT_DATABASE_URL and UMSICHT_DATA say)');
}

export interface ChosenData {
  readonly place: DatabasePlace;
  /** The folder with the key of the hashes. */
  readonly folder: string;
}

/** `null`, with the reason on stderr, for settings that are wrong. */
export function chosenData(file: string | undefined, { env, stderr }: Pick<NodeJS.Process, 'env' | 'stderr'>): ChosenData | null {
  if (file !== undefined) return { place: { engine: 'sqlite', file }, folder: dirname(resolve(file)) };
  const result = configuredDatabase(env);
  if (result.ok) return { place: result.database, folder: result.dataFolder };
  for (const problem of result.problems) stderr.write(`${problem}\n`);
  return null;
}
