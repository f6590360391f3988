import type { Reader } from './reading';

/** Plain JSON (JSON Schema, draft 2020-12). */
export type Schema = { readonly [keyword: string]: unknown };

interface Description {
  schema(): Schema;
  /** Nothing may stand in its place. */
  readonly optional: boolean;
}

const DESCRIPTIONS = new WeakMap<Reader<unknown>, Description>();

/**
 * Says in JSON Schema what a reader accepts, so that what is documented and what is read are one thing. The send bundle, which
 * documents nothing, has another module in the place of this one.
 */
export function described<R extends Reader<unknown>>(reader: R, schema: () => Schema, optional = false): R {
  DESCRIPTIONS.set(reader, { schema, optional });
  return reader;
}

/** What a reader accepts; everything, where nothing was said about it. */
export function schemaOf(reader: Reader<unknown>): Schema {
  const description = DESCRIPTIONS.get(reader);
  return description ? description.schema() : {};
}

export function isOptional(reader: Reader<unknown>): boolean {
  const description = DESCRIPTIONS.get(reader);
  return description !== undefined && description.optional;
}
