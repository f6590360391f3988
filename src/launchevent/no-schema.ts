import type { Reader } from '../core/reading';

/** Stands in for `core/reading-schema` in the send bundle, which reads and describes nothing. */
export function described<R extends Reader<unknown>>(reader: R): R {
  return reader;
}

export function schemaOf(): object {
  return {};
}

export function isOptional(): boolean {
  return false;
}
