import { join, resolve } from 'node:path';
import type { PostgresPlace } from './postgres-url';

/** Where the database is. */
export type DatabasePlace = SqlitePlace | PostgresPlace;

export interface SqlitePlace {
  readonly engine: 'sqlite';
  readonly file: string;
}

/** The folder the service and the command line keep their files in: `UMSICHT_DATA`, else `data` where they are started. */
export function dataFolder(environment: { readonly [name: string]: string | undefined }): string {
  return resolve(environment.UMSICHT_DATA || 'data');
}

/** The embedded database in that folder. */
export function databaseFile(folder: string): SqlitePlace {
  return { engine: 'sqlite', file: join(folder, 'umsicht.sqlite') };
}

/** For people: the file, or database and server. Holds no password. */
export function nameOfPlace(place: DatabasePlace): string {
  if (place.engine === 'sqlite') return place.file;
  const { database, host, port } = place;
  return host.startsWith('/') ? `${database} at ${host}` : `${database} on ${host.includes(':') ? `[${host}]` : host}${port === STANDARD_PORT ? '' : `:${port}`}`;
}

const STANDARD_PORT = 5432;
