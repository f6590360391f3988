import { defineRule } from '../../core/rule';
import { distinctPeople } from '../people';
import { explanation, legal } from './explanation';
import { text } from './text';

export const options = {};

/**
 * A mail with nobody in To and Cc: filters take it for spam, and some servers refuse it. Meetings have no Bcc.
 *
 * Says nothing while a field could not be read: somebody may stand in it. The remedy puts the
 * sender into To, unless nobody knows who sends, or the sender stands in Bcc and is there already.
 */
export const onlyBcc = defineRule({
  id: 'only-bcc',
  topic: 'disclosure',
  severity: 'notice',
  legal,
  reads: ['recipients'],
  needs: [],
  options,
  text,
  explanation,
  onlyFinished: true,

  check({ draft, participants, sender }) {
    const blind = participants.filter(({ field }) => field === 'bcc');
    if (blind.length === 0) return 'notApplicable';
    if (blind.length < participants.length || draft.unread.some((part) => part === 'to' || part === 'cc')) return [];
    const data = { people: distinctPeople(blind).length };
    if (sender === null || !sender.parsed.usable || blind.some(({ key }) => key === sender.key)) return [{ message: 'nobodyInTo', data, recipients: blind }];
    const { address, name } = sender;
    return [{ message: 'nobodyInTo', data, recipients: blind, remedy: { kind: 'addRecipients', field: 'to', people: [{ address, name }] } }];
  },
});
