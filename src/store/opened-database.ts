import type { Kysely } from 'kysely';
import type { Tables } from './tables';

/**
 * What an engine has to offer. `sqlite.ts` and `postgres.ts` hold everything that is true of one engine
 * only; the queries elsewhere are the same for both.
 */
export interface OpenedDatabase {
  readonly db: Kysely<Tables>;
  readonly dialect: Dialect;
  /** Parameters one statement may carry. */
  readonly parametersAtOnce: number;
  /**
   * Runs alone among all processes, in one transaction on one connection: what it did is there as a
   * whole, or not at all when it throws. The database handed in is not to begin transactions of its own.
   */
  alone<T>(run: (db: Kysely<Tables>) => Promise<T>): Promise<T>;
}

/** What migrations have to spell differently. */
export interface Dialect {
  /** Text that is compared and sorted by its bytes in UTF-8. */
  readonly text: 'text' | 'text collate "C"';
}
