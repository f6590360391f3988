import { addressKey } from '../core/address';
import type { Entry } from '../simulator/item';

/** Somebody the compose window can offer while a name is typed. */
export interface Suggestible {
  readonly name: string;
  readonly address: string;
}

const MOST_SHOWN = 6;

/** People whose name or address has a word that begins with what is typed, without those already there. */
export function peopleMatching(known: readonly Suggestible[], typed: string, present: readonly string[]): readonly Suggestible[] {
  const wanted = typed.trim().toLowerCase();
  if (wanted === '') return [];
  const taken = new Set(present.map(addressKey));
  return known
    .filter(({ address }) => !taken.has(addressKey(address)))
    .filter(({ name, address }) => {
      const words = [...name.toLowerCase().split(/\s+/), address.toLowerCase(), address.toLowerCase().split('@')[1] ?? ''];
      return name.toLowerCase().startsWith(wanted) || words.some((word) => word.startsWith(wanted));
    })
    .slice(0, MOST_SHOWN);
}

/** What a chip shows: the name, else the address. */
export function nameOf({ displayName, emailAddress }: Entry): string {
  return displayName || emailAddress;
}
