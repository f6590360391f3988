import { dirname, resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { configuredDatabase } from '../configuration/configuration';
import type { DatabasePlace } from '../store/database-place';

/** How a command is told which database it works on. */
export interface DatabaseFlags {
  readonly config?: string;
  readonly database?: string;
}

/** The configuration of the service, for commands that work on what is its. */
export function configOption(): Option {
  return new Option('--config <file>', 'configuration file of the service (default: UMSICHT_CONFIG)');
}

/** Where a command finds the database: the same one as the service, unless it is told of a file. */
export function withDatabaseOptions(command: Command): Command {
  return command
    .addOption(configOption())
    .addOption(new Option('--database <file>', 'file of an embedded database (default: the database of the service, as its configuration, UMSICHT_DATABASE_URL and UMSICHT_DATA say)').conflicts('config'));
}

export interface ChosenData {
  readonly place: DatabasePlace;
  /** The folder with the key of the hashes. */
  readonly folder: string;
}

/** The environment of the service with that configuration. */
export function environmentWith(config: string | undefined, env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return config === undefined ? env : { ...env, UMSICHT_CONFIG: config };
}

/** `null`, with the reason on stderr, for settings that are wrong. */
export function chosenData({ config, database }: DatabaseFlags, { env, stderr }: Pick<NodeJS.Process, 'env' | 'stderr'>): ChosenData | null {
  if (database !== undefined) return { place: { engine: 'sqlite', file: database }, folder: dirname(resolve(database)) };
  const result = configuredDatabase(environmentWith(config, env));
  if (result.ok) return { place: result.database, folder: result.dataFolder };
  for (const problem of result.problems) stderr.write(`${problem}\n`);
  return null;
}
