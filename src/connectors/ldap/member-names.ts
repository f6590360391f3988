import type { Entry } from 'ldapts';
import { withoutUid } from './distinguished-name';
import { portionOf, valuesOf } from './entry-values';

/** Attributes of groups that name members. */
export const MEMBER_ATTRIBUTES = ['member', 'uniqueMember'] as const;

export interface MemberNames {
  /** Distinguished names, at most one more than asked for. */
  readonly names: readonly string[];
  /** False where some were not given out. */
  readonly complete: boolean;
}

/**
 * The names of a group's direct members. `readAgain` reads one attribute of the same entry, for
 * directories that give out long lists in portions only. A group without a single name has hidden its
 * members more often than not, so that is not complete.
 */
export async function memberNames(group: Entry, most: number, readAgain: (attribute: string) => Promise<Entry | undefined>): Promise<MemberNames> {
  const names = new Set<string>();
  let complete = true;
  for (const attribute of MEMBER_ATTRIBUTES) {
    for (const name of valuesOf(group, attribute)) names.add(withoutUid(name));
    for (let portion = portionOf(group, attribute); portion; ) {
      for (const name of portion.values) names.add(withoutUid(name));
      if (portion.to === null || names.size > most) break;
      const from = portion.to + 1;
      const entry = await readAgain(`${attribute};range=${from}-*`);
      const next = entry && portionOf(entry, attribute);
      // Whoever answers with another portion than the next might go on so for ever.
      if (!next || next.from !== from || (next.to !== null && next.to < from)) {
        complete = false;
        break;
      }
      portion = next;
    }
  }
  return { names: [...names].slice(0, most + 1), complete: complete && names.size > 0 && names.size <= most };
}
