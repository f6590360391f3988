/** SHA-1 of some bytes. Handed in, since what computes it differs between Node and browsers. */
export type Sha1 = (bytes: Uint8Array) => Uint8Array;

/** What ids of this add-in are made from; the id it had before there was one for each origin. */
const NAMESPACE = 'bb8364ba-22e8-449a-9144-b758163b1e6b';

/**
 * The add-in's id for one origin, or for an address of it: the UUID of that name (RFC 9562, version 5). Outlook knows an add-in by its id
 * for ever, so whoever makes the manifest of a host again, on whatever machine, has to get the same one; and the
 * add-ins of two hosts, say one to try things out and the real one, can be in one organisation at the same time.
 */
export function addInId(address: string, sha1: Sha1): string {
  const namespace = (NAMESPACE.replace(/-/g, '').match(/../g) || []).map((pair) => parseInt(pair, 16));
  // An origin is ASCII: names in other scripts are punycode.
  const name = Array.from(address, (character) => character.charCodeAt(0));
  const bytes = Array.from(sha1(Uint8Array.from([...namespace, ...name])).slice(0, 16));
  bytes[6] = ((bytes[6] as number) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] as number) & 0x3f) | 0x80;
  const hex = bytes.map((byte) => `0${byte.toString(16)}`.slice(-2)).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
