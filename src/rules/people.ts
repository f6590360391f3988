import type { Address } from '../core/address';
import type { Participant, RuleContext, Standing } from '../core/rule';

/** Each person once, however often they stand in the fields. */
export function distinctPeople(people: readonly Participant[]): readonly Participant[] {
  return distinctBy(people, ({ key }) => key);
}

/** The first of all those that have the same key. */
export function distinctBy<T>(entries: readonly T[], keyOf: (entry: T) => string): readonly T[] {
  const seen = new Set<string>();
  return entries.filter((entry) => {
    const key = keyOf(entry);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

export function addressesOf(people: readonly Participant[]): readonly string[] {
  return people.map(({ address }) => address);
}

/** Entries by what `groupOf` says of them, in the order of first appearance. */
export function grouped<T, G>(entries: readonly T[], groupOf: (entry: T) => G): ReadonlyMap<G, readonly T[]> {
  const groups = new Map<G, T[]>();
  for (const entry of entries) {
    const group = groupOf(entry);
    const members = groups.get(group);
    if (members) members.push(entry);
    else groups.set(group, [entry]);
  }
  return groups;
}

/** Whether something stands there that is no address: the question of `unclassifiable-recipients`, and nobody a mail could reach. */
export function isNoAddress({ parsed, list }: Participant): boolean {
  return !parsed.usable && !list && (parsed.reason === 'malformed' || parsed.reason === 'noDomain');
}

/** Somebody whose address can be read. */
export type Reachable = Participant & { readonly parsed: Address & { readonly usable: true } };

/** By the address alone: a list is inside or outside like anybody of its domain, whoever is on it. */
export function standingByAddress({ address, name, list, standing }: Participant, participantOf: RuleContext<unknown>['participantOf']): Standing {
  return list ? participantOf({ address, name }).standing : standing;
}

/** Everybody with an address outside the organisation, distribution lists out there included. */
export function outsidersOf({ participants, participantOf }: Pick<RuleContext<unknown>, 'participants' | 'participantOf'>): readonly Reachable[] {
  return participants.filter((each): each is Reachable => each.parsed.usable && standingByAddress(each, participantOf) === 'external');
}
