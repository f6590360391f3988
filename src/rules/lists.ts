import { evidenceOn, type ListMembers, type UnknownReason } from '../core/evidence';
import type { Participant, RuleContext } from '../core/rule';
import { standingByAddress } from './people';

/** A contact group: a name without an address that turns into its members when it is sent. Nobody can look it up. */
export function isContactGroup({ parsed }: Participant): boolean {
  return !parsed.usable && parsed.reason === 'noAddress';
}

/** A contact group, or a list of which only a name of the directory is known: there is no address to ask by. */
export function isUnaddressedList(person: Participant): boolean {
  return isContactGroup(person) || (person.list === true && !person.parsed.usable);
}

/** A distribution list that has an address. */
export function isDistributionList({ list, parsed }: Participant): boolean {
  return list === true && parsed.usable;
}

/** A list whose address is the organisation's own. Most of its members are colleagues, though not for certain all. */
export function isOwnList(person: Participant, participantOf: RuleContext<unknown>['participantOf']): boolean {
  return isDistributionList(person) && standingByAddress(person, participantOf) === 'internal';
}

/**
 * Lists by how sure it is that they reach nobody outside: `inside`, as the directory tells; `untold`,
 * lists of the organisation's own of which it tells no outsider and not everybody. Keys.
 */
export function listsWithin(context: Pick<RuleContext<unknown>, 'participants' | 'evidence' | 'participantOf'>): { readonly inside: ReadonlySet<string>; readonly untold: ReadonlySet<string> } {
  const inside = new Set<string>();
  const untold = new Set<string>();
  for (const onFile of listsOnFile(context)) {
    if (onFile.known && onFile.members.some(({ standing }) => standing !== 'internal')) continue;
    if (onFile.known && onFile.complete) inside.add(onFile.list.key);
    else if (isOwnList(onFile.list, context.participantOf)) untold.add(onFile.list.key);
  }
  return { inside, untold };
}

/** A distribution list with what the directory says of it. */
export type ListOnFile =
  | { readonly list: Participant; readonly known: true; readonly members: readonly Participant[]; readonly complete: boolean }
  | { readonly list: Participant; readonly known: false; readonly reason: UnknownReason };

/** Every distribution list that is addressed, once. Nested lists have been unfolded by whoever looked them up. */
export function listsOnFile({ participants, evidence, participantOf }: Pick<RuleContext<unknown>, 'participants' | 'evidence' | 'participantOf'>): readonly ListOnFile[] {
  const seen = new Set<string>();
  const lists: ListOnFile[] = [];
  for (const list of participants) {
    if (!isDistributionList(list) || seen.has(list.key)) continue;
    seen.add(list.key);
    const answer = evidenceOn<ListMembers>(evidence.members, list.key);
    lists.push(answer.known
      ? { list, known: true, members: answer.value.members.map(participantOf), complete: answer.value.complete }
      : { list, known: false, reason: answer.reason });
  }
  return lists;
}
