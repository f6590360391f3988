import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabasePlace } from '../../src/store/database-place';
import { openStore, type Store } from '../../src/store/open-store';
import { type Engine, ENGINES } from './engines';
import { sharedPostgres } from './postgres-server';

export { type Engine, ENGINES };

export interface Folder {
  /** Writes a file into a folder of this test's own and gives its path. */
  file(name: string, content: string | Buffer): string;
  path(name: string): string;
  /** A database of this test's own, the same one for the same name. */
  database(name?: string): Promise<DatabasePlace>;
  /** What a program has to be told to use `database()`; its other files go into the folder `data`. */
  environment(): Promise<{ readonly [name: string]: string }>;
  /** Opens such a database; it is closed when the test ends. */
  store(name?: string): Promise<Store>;
}

/** A new folder with new databases for every test, gone after it. */
export function testFolder(engine: Engine = 'SQLite'): Folder {
  let root = '';
  let stores: Store[] = [];
  const databases = new Map<string, Promise<string>>();
  // A loaded machine takes its time over whole databases.
  jest.setTimeout(60_000);
  if (engine === 'PostgreSQL') beforeAll(sharedPostgres, 600_000);
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'umsicht-'));
    stores = [];
  });
  afterEach(async () => {
    for (const store of stores) await store.close();
    for (const name of databases.values()) await (await sharedPostgres()).dropDatabase(await name);
    databases.clear();
    rmSync(root, { recursive: true, force: true });
  });
  const path = (name: string): string => join(root, name);
  const database = async (name = 'data/umsicht.sqlite'): Promise<DatabasePlace> => {
    if (engine === 'SQLite') return { engine: 'sqlite', file: path(name) };
    const server = await sharedPostgres();
    if (!databases.has(name)) databases.set(name, server.freshDatabase());
    return server.place(await databases.get(name) as string);
  };
  return {
    path,
    file(name, content) {
      writeFileSync(path(name), content);
      return path(name);
    },
    database,
    async environment() {
      const place = await database();
      return { UMSICHT_DATA: path('data'), ...(place.engine === 'postgres' && { UMSICHT_DATABASE_URL: (await sharedPostgres()).url(place.database) }) };
    },
    async store(name) {
      const store = await openStore(await database(name));
      stores.push(store);
      return store;
    },
  };
}
