import type { DatabasePlace } from '../store/database-place';
import { StoreFailure, storeFailure } from '../store/store-failure';

/** Why a command that reads or writes `file` and works on a database did not come to its end, for people. */
export function reasonOf(error: unknown, file: string, database: DatabasePlace): string {
  if (error instanceof StoreFailure) return error.message;
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return `there is no file ${file}.`;
  if (code === 'EISDIR') return `${file} is a folder.`;
  if (code === 'EACCES' || code === 'EPERM') return `${file} cannot be read or written by this user.`;
  if (code === 'ENOSPC') return 'the disk is full.';
  return code ? storeFailure(database, error).message : message;
}
