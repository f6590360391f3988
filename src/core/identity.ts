import { parseAddress } from './address';
import type { Person } from './draft';

/** Contact groups have no address: two of them are told apart by their names. */
export function identityOf({ address, name }: Person): string {
  const parsed = parseAddress(address);
  return parsed.usable ? parsed.key : JSON.stringify([address, name]);
}

/** Eight characters that stand for somebody where there is little room: FNV-1a, 32 bits. Two people may share them by chance. */
export function markOf(person: Person): string {
  return fnv1a(identityOf(person), SEEDS[0]);
}

/** 64 bits of FNV-1a in two halves. It tells texts apart, and holds nobody off who wants two to be alike. */
export function fingerprint(text: string): string {
  return fnv1a(text, SEEDS[0]) + fnv1a(text, SEEDS[1]);
}

const SEEDS = [0x811c9dc5, 0x01234567] as const;

function fnv1a(text: string, seed: number): string {
  let hash = seed;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return (`0000000${(hash >>> 0).toString(16)}`).slice(-8);
}
