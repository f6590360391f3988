import { patterns, records } from '../../core/option';
import { matcher, patternsOf } from '../../core/organisation';
import { defineRule, type Report } from '../../core/rule';
import { addressesOf, distinctPeople } from '../people';
import { reachOf } from '../reached';
import { reasonFields, statedReason } from '../stated-reason';
import { explanation, legal } from './explanation';
import { type Messages, text } from './text';

export const options = {
  /** Which accounts write to whom; the first entry that names a recipient counts for them. */
  accounts: records({ recipients: patterns(), senders: patterns(), ...reasonFields }, ['recipients', 'senders']),
};

/** A mail from another account than the one meant for these recipients: the wrong brand, the private mailbox, the wrong client. */
export const unexpectedSender = defineRule({
  id: 'unexpected-sender',
  topic: 'content',
  severity: 'warning',
  legal,
  reads: ['recipients', 'from'],
  needs: ['members'],
  options,
  text,
  explanation,

  isIdle: ({ accounts }) => accounts.length === 0,

  check(context) {
    const { sender, options: { accounts } } = context;
    const { people, hidden } = reachOf(context);
    const judged = new Set<string>();
    const reports: Report<Messages>[] = [];
    for (const account of accounts) {
      const isMeant = matcher(patternsOf(account.recipients), true);
      const meant = people.filter(({ person }) => isMeant(person.parsed) && !judged.has(person.key));
      if (meant.length === 0) continue;
      for (const { person } of meant) judged.add(person.key);
      const persons = distinctPeople(meant.map(({ person }) => person));
      const recipients = distinctPeople(meant.map(({ entry }) => entry));
      const data = { people: persons.length, addresses: addressesOf(persons), senders: account.senders, ...statedReason(account) };
      if (sender === null || !sender.parsed.usable) reports.push({ outcome: 'undetermined', message: 'senderUnknown', data, recipients, atMost: 'notice' });
      else if (!matcher(patternsOf(account.senders), true)(sender.parsed)) reports.push({ message: 'otherSender', data: { ...data, sender: sender.address }, recipients });
    }
    if (reports.length > 0) return reports;
    if (hidden.length > 0) return [{ outcome: 'undetermined', message: 'unclear', data: { people: distinctPeople(hidden).length }, recipients: hidden, atMost: 'notice' }];
    return judged.size === 0 ? 'notApplicable' : [];
  },
});
