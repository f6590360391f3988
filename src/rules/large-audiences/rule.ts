import { limit, patterns } from '../../core/option';
import { matcher, patternsOf } from '../../core/organisation';
import { defineRule, type Participant, type Report } from '../../core/rule';
import { isOwnList, isUnaddressedList, listsOnFile } from '../lists';
import { distinctPeople } from '../people';
import { explanation, legal } from './explanation';
import { type Messages, text } from './text';

export const options = {
  /** People from outside, all fields and known list members together, from whom on there is a notice. */
  noticeFrom: limit({ default: 25, min: 2, unit: 'people' }),
  /** The same, from whom on the rule's own severity counts. */
  warnFrom: limit({ default: 100, min: 2, unit: 'people' }),
  criticalFrom: limit({ default: null, min: 2, unit: 'people' }),
  /** Entries that are never counted. */
  exempt: patterns(),
};

const NOTHING = 0;
const NOTICE = 1;
const WARNING = 2;
const CRITICAL = 3;

/**
 * With very many recipients Bcc is one slip away from an open list, so mail merge or a newsletter
 * service is the safer way. Exchange's tip for large audiences begins at 25, too; a dialog waits
 * for what nobody sends on an ordinary day.
 *
 * Bcc counts like every other field, and so does each known member of a list. Colleagues do not:
 * a mail to all of them is ordinary, and so is a list of the organisation's own whose members
 * nobody told. Other lists whose members are not all known may hold any number, so the verdict is
 * open, as a notice. Meetings have no Bcc to rely on; `visible-recipients` speaks about them.
 */
export const largeAudiences = defineRule({
  id: 'large-audiences',
  topic: 'disclosure',
  severity: 'warning',
  legal,
  reads: ['recipients'],
  needs: ['members'],
  options,
  text,
  explanation,

  check(context) {
    const { draft, participants, participantOf, options: { noticeFrom, warnFrom, criticalFrom, exempt } } = context;
    const isExempt = matcher(patternsOf(exempt), false);
    const counted = participants.filter(({ standing, parsed }) => standing !== 'internal' && !isExempt(parsed));
    if (draft.kind === 'meeting' || counted.length === 0) return 'notApplicable';

    const reached = (count: number, from: number | null) => from !== null && count >= from;
    const stageOf = (count: number) => (reached(count, criticalFrom) ? CRITICAL : reached(count, warnFrom) ? WARNING : reached(count, noticeFrom) ? NOTICE : NOTHING);

    const lists = listsOnFile({ ...context, participants: counted });
    const members: Participant[] = [];
    const holders: Participant[] = [];
    const hidden = counted.filter(isUnaddressedList);
    for (const onFile of lists) {
      const outside = onFile.known ? onFile.members.filter(({ standing, parsed }) => standing === 'external' && !isExempt(parsed)) : [];
      members.push(...outside);
      if (outside.length > 0) holders.push(onFile.list);
      if (!(onFile.known && onFile.complete) && !isOwnList(onFile.list, participantOf)) hidden.push(onFile.list);
    }

    const direct = distinctPeople(counted.filter(({ standing }) => standing === 'external'));
    const people = distinctPeople([...direct, ...members]);
    const onLists = people.length - direct.length;
    const stage = stageOf(people.length);
    const reports: Report<Messages>[] = [];
    if (stage !== NOTHING) {
      const finding: Report<Messages> = {
        message: 'manyPeople',
        data: { people: people.length, ...(onLists > 0 ? { onLists } : {}) },
        recipients: [...direct, ...holders],
      };
      reports.push(stage === NOTICE ? { ...finding, atMost: 'notice' } : stage === CRITICAL ? { ...finding, atLeast: 'critical' } : finding);
    }
    if (stage >= WARNING) return reports;

    if (hidden.length > 0) reports.push({ outcome: 'undetermined', message: 'listsOfAnySize', data: { lists: hidden.length, people: people.length }, recipients: hidden, atMost: 'notice' });
    const unclear = counted.filter((person) => !person.parsed.usable && !isUnaddressedList(person));
    if (stageOf(people.length + unclear.length) > stage) {
      reports.push({ outcome: 'undetermined', message: 'unclearAddresses', data: { unclear: unclear.length, people: people.length }, recipients: unclear, atMost: 'notice' });
    }
    return reports;
  },
});
