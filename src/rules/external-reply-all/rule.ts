import { count, patterns } from '../../core/option';
import { matcher, patternsOf } from '../../core/organisation';
import { defineRule, type Report } from '../../core/rule';
import { isOwnList } from '../lists';
import { distinctBy, distinctPeople } from '../people';
import { explanation, legal } from './explanation';
import { type Messages, text } from './text';

export const options = {
  /** People from outside who may get a reply without a word about it. */
  people: count({ default: 1, min: 1, unit: 'people' }),
  /** Entries that are never counted. */
  exempt: patterns(),
};

/**
 * A reply to all passes on the quoted thread, to outsiders of several organisations at once.
 *
 * Outlook tells that a mail is a reply, not that it is one to all; several outsiders are what
 * makes the difference. Within one outside organisation nothing is said, and lists of the
 * organisation's own count as colleagues. The thread is what the body still quotes: the number of
 * headings, one where there is quoted text without any, not named where the body could not be read.
 */
export const externalReplyAll = defineRule({
  id: 'external-reply-all',
  topic: 'disclosure',
  severity: 'notice',
  legal,
  reads: ['recipients'],
  needs: [],
  options,
  text,
  explanation,

  check({ draft, participants, participantOf, writing, options: { people: most, exempt } }) {
    if (draft.kind === 'meeting' || draft.composeType !== 'reply') return 'notApplicable';
    const isExempt = matcher(patternsOf(exempt), false);
    const counted = participants.filter((person) => person.standing !== 'internal' && !isExempt(person.parsed) && !isOwnList(person, participantOf));
    if (counted.length === 0) return 'notApplicable';

    const severalOutside = (people: typeof counted) => distinctPeople(people).length > most && distinctBy(people, ({ organisation }) => organisation).length > 1;
    const certain = counted.filter(({ standing }) => standing === 'external');
    const people = distinctPeople(certain).length;
    const quoted = writing.headings.length || (writing.quoted.trim() === '' ? 0 : 1);
    const told = draft.unread.indexOf('body') >= 0 ? {} : { quoted };
    if (severalOutside(certain)) return [{ message: 'goesToSeveral', data: { people, ...told }, recipients: certain }];

    if (!severalOutside(counted)) return [];
    const unclear = counted.filter(({ standing }) => standing === 'unknown');
    const report: Report<Messages> = { outcome: 'undetermined', message: 'unclearRecipients', data: { unclear: distinctPeople(unclear).length, people, ...told }, recipients: unclear, atMost: 'notice' };
    return [report];
  },
});
