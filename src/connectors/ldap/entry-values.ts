import type { Entry } from 'ldapts';

/** What an attribute holds, by its name in any case; values that are no text are left out. */
export function valuesOf(entry: Entry, attribute: string): readonly string[] {
  const wanted = attribute.toLowerCase();
  return Object.keys(entry).filter((name) => name.toLowerCase() === wanted).flatMap((name) => textsIn(entry[name]));
}

/** A portion of an attribute with very many values: `member;range=0-1499`, the last one up to `*`. */
export interface Portion {
  readonly values: readonly string[];
  readonly from: number;
  /** Null in the last portion. */
  readonly to: number | null;
}

/** The portion of an attribute that Active Directory gives out instead of the whole (MS-ADTS 3.1.1.3.1.3.3). */
export function portionOf(entry: Entry, attribute: string): Portion | undefined {
  for (const name of Object.keys(entry)) {
    const match = /^([\w-]+);range=(\d+)-(\d+|\*)$/i.exec(name);
    if (!match || (match[1] as string).toLowerCase() !== attribute.toLowerCase()) continue;
    return { values: textsIn(entry[name]), from: Number(match[2]), to: match[3] === '*' ? null : Number(match[3]) };
  }
  return undefined;
}

/** The library gives one value bare and several as a list. */
function textsIn(value: Entry[string] | undefined): readonly string[] {
  return (Array.isArray(value) ? value as readonly unknown[] : [value]).filter((each): each is string => typeof each === 'string');
}
