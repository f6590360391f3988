import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore, type Store } from '../../src/store/open-store';

export interface Folder {
  /** Writes a file into a folder of this test's own and gives its path. */
  file(name: string, content: string | Buffer): string;
  path(name: string): string;
  /** Opens a database in the folder; it is closed when the test ends. */
  store(name?: string): Promise<Store>;
}

/** A new folder for every test, gone after it. */
export function testFolder(): Folder {
  let root = '';
  let stores: Store[] = [];
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'umsicht-'));
    stores = [];
  });
  afterEach(async () => {
    for (const store of stores) await store.close();
    rmSync(root, { recursive: true, force: true });
  });
  const path = (name: string): string => join(root, name);
  return {
    path,
    file(name, content) {
      writeFileSync(path(name), content);
      return path(name);
    },
    async store(name = 'umsicht.sqlite') {
      const store = await openStore(path(name));
      stores.push(store);
      return store;
    },
  };
}
