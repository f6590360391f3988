import type { UnknownReason } from '../../core/evidence';
import { patterns } from '../../core/option';
import { matcher, patternsOf } from '../../core/organisation';
import { defineRule, type Participant, type Report } from '../../core/rule';
import { isUnaddressedList, listsOnFile } from '../lists';
import { distinctPeople, grouped } from '../people';
import { explanation, legal } from './explanation';
import { type Messages, text } from './text';

export const options = {
  /** Lists whose circle is known to everybody. */
  exempt: patterns(),
};

/**
 * Whoever writes to a list writes to people they do not see: some have left, some are outside.
 *
 * A list whose members the directory names is fine unless outsiders are among them; who is outside
 * counts once over all lists. Lists it does not know, or knows in part, leave the verdict open.
 * Contact groups have no address to ask by, so theirs always is. All of that is no more than a
 * notice: a directory that is down must not put a question before every mail to the team.
 */
export const unexpandedLists = defineRule({
  id: 'unexpanded-lists',
  topic: 'disclosure',
  severity: 'notice',
  legal,
  reads: ['recipients'],
  needs: ['members'],
  options,
  text,
  explanation,

  check(context) {
    const isExempt = matcher(patternsOf(context.options.exempt), false);
    const participants = context.participants.filter(({ parsed }) => !isExempt(parsed));
    const nameless = participants.filter(isUnaddressedList);
    const lists = listsOnFile({ ...context, participants });
    if (nameless.length + lists.length === 0) return 'notApplicable';

    const reports: Report<Messages>[] = [];
    const outsiders: Participant[] = [];
    const withOutsiders: Participant[] = [];
    const partly: Participant[] = [];
    const unanswered: { readonly list: Participant; readonly reason: UnknownReason }[] = [];
    for (const onFile of lists) {
      if (!onFile.known) {
        unanswered.push(onFile);
        continue;
      }
      const outside = onFile.members.filter(({ standing }) => standing !== 'internal');
      outsiders.push(...outside);
      if (outside.length > 0) withOutsiders.push(onFile.list);
      if (!onFile.complete) partly.push(onFile.list);
    }

    if (withOutsiders.length > 0) reports.push({ message: 'outsidersOnLists', data: { lists: withOutsiders.length, people: distinctPeople(outsiders).length }, recipients: withOutsiders });
    if (partly.length > 0) reports.push({ outcome: 'undetermined', message: 'membersInPart', data: { lists: partly.length }, recipients: partly, atMost: 'notice' });
    grouped(unanswered, ({ reason }) => reason).forEach((each, reason) => {
      reports.push({ outcome: 'undetermined', message: 'membersUnknown', data: { lists: each.length, reason }, recipients: each.map(({ list }) => list), atMost: 'notice' });
    });
    if (nameless.length > 0) reports.push({ outcome: 'undetermined', message: 'groupsWithoutAddress', data: { groups: nameless.length }, recipients: nameless, atMost: 'notice' });
    return reports;
  },
});
