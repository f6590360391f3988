/** The agreement between generate.mjs, which packs the suffixes, and compact.ts, which unpacks them. */

/** One symbol per common label. */
export const LABEL_SYMBOLS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';

/** Distances are written in so many symbols; the last one says "so many, and more to come". */
export const SYMBOLS = 86;

/** Printable ASCII from "(" on without the backslash, so that nothing needs escaping in a literal. */
export function symbolFor(distance: number): string {
  return String.fromCharCode(distance + (distance < 52 ? 40 : 41));
}

export function distanceFor(charCode: number): number {
  return charCode - (charCode < 92 ? 40 : 41);
}

/** FNV-1a with a final shuffle, brought into [0, range). */
export function hashOf(text: string, range: number): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
  return Math.floor((((hash ^ (hash >>> 15)) >>> 0) / 0x100000000) * range);
}
