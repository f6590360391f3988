import { join, resolve } from 'node:path';

/** The folder the service and the command line keep their data in: `UMSICHT_DATA`, else `data` where they are started. */
export function dataFolder(environment: { readonly [name: string]: string | undefined }): string {
  return resolve(environment.UMSICHT_DATA || 'data');
}

/** The database in that folder. */
export function databaseFile(folder: string): string {
  return join(folder, 'umsicht.sqlite');
}
