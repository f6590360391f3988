import { domainToUnicode } from 'node:url';
import type { AskedAddress } from '../connector';

/**
 * An address key in every way a CRM may have it. Databases keep an internationalised domain in either form and compare letters, so
 * both are asked for. A `+tag` and dots stay: `carl+news@` and `carl@` are two people to every CRM, and to the law.
 */
export function askedAddress(key: string): AskedAddress {
  const at = key.lastIndexOf('@');
  const readable = domainToUnicode(key.slice(at + 1));
  const other = `${key.slice(0, at)}@${readable}`;
  return { key, spellings: readable === '' || other === key ? [key] : [key, other] };
}

/** Portions of at most so many spellings; an address is never divided. */
export function portions(asked: readonly AskedAddress[], atOnce: number): readonly (readonly AskedAddress[])[] {
  const all: AskedAddress[][] = [];
  let room = 0;
  for (const each of asked) {
    if (each.spellings.length > room) {
      all.push([]);
      room = atOnce;
    }
    (all[all.length - 1] as AskedAddress[]).push(each);
    room -= each.spellings.length;
  }
  return all;
}
