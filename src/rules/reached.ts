import type { Participant, RuleContext, Standing } from '../core/rule';
import { isDistributionList, listsOnFile } from './lists';
import { standingByAddress } from './people';

/** Somebody the mail gets to: an entry of the fields, or a member of the list that stands there. */
export interface Reached {
  readonly person: Participant;
  /** What stands in the fields; the same as `person` unless that is a list. */
  readonly entry: Participant;
  readonly standing: Standing;
}

/** Everybody the mail is known to get to, and the entries behind which there may be others. */
export interface Reach {
  readonly people: readonly Reached[];
  readonly hidden: readonly Participant[];
}

/** Lists count as themselves and as each of their known members: a policy may name either. */
export function reachOf(context: Pick<RuleContext<unknown>, 'participants' | 'evidence' | 'participantOf'>): Reach {
  const { participants, participantOf } = context;
  const people: Reached[] = participants.map((entry) => ({ person: entry, entry, standing: standingByAddress(entry, participantOf) }));
  const hidden = participants.filter((entry) => !entry.parsed.usable);
  for (const onFile of listsOnFile(context)) {
    const entries = participants.filter((entry) => isDistributionList(entry) && entry.key === onFile.list.key);
    const members = onFile.known ? onFile.members : [];
    for (const entry of entries) for (const person of members) people.push({ person, entry, standing: person.standing });
    if (!onFile.known || !onFile.complete || members.some(({ parsed }) => !parsed.usable)) hidden.push(...entries);
  }
  return { people, hidden };
}
