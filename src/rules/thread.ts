import type { Person } from '../core/draft';
import type { Participant, RuleContext } from '../core/rule';

type Thread = Pick<RuleContext<unknown>, 'draft' | 'writing' | 'participantOf'>;

/** Who took part before this mail, as far as their addresses are known: in the fields when the reply or forward was opened, or named above quoted mail. */
export function peopleOfThread({ draft, writing, participantOf }: Thread): readonly Participant[] {
  const people: Person[] = [...(draft.openedWith || [])];
  for (const { from, to, cc } of writing.headings) people.push(from, ...to, ...cc);
  return people.map(participantOf).filter(({ parsed }) => parsed.usable);
}
