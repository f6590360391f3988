import { patterns } from '../../core/option';
import { matcher, patternsOf } from '../../core/organisation';
import { defineRule } from '../../core/rule';
import { addressesOf, distinctPeople } from '../people';
import { explanation, legal } from './explanation';
import { text } from './text';

export const options = {
  /** Mailboxes that are read although their name says otherwise. */
  exempt: patterns(),
};

/** `noreply`, `no-reply-billing`, `shop.donotreply`, `nicht-antworten`, `keine_antwort`, `mailer-daemon`, `ne-pas-repondre`. */
const NOBODY_READS = /(?:^|[._+-])(?:no[._-]?(?:reply|response)|(?:do[._-]?not|dont)[._-]?reply|not[._-]?reply|(?:bitte[._-]?)?nicht[._-]?antworten|keine?[._-]?antwort|ne[._-]?pas[._-]?repondre|no[._-]?responder|mailer[._-]?daemon)(?:$|[._+-]|\d)/;

/** Addresses of machines that nobody reads, most often left over from replying to all. */
export const noReplyRecipients = defineRule({
  id: 'no-reply-recipients',
  topic: 'wrong-person',
  severity: 'notice',
  legal,
  reads: ['recipients'],
  needs: [],
  options,
  text,
  explanation,

  check({ participants, options: { exempt } }) {
    if (!participants.some(({ parsed }) => parsed.usable)) return 'notApplicable';
    const isExempt = matcher(patternsOf(exempt), false);
    const unread = participants.filter(({ parsed }) => parsed.usable && NOBODY_READS.test(parsed.local.toLowerCase()) && !isExempt(parsed));
    if (unread.length === 0) return [];

    const addresses = distinctPeople(unread).map(({ address }) => address.trim());
    const data = { people: addresses.length, addresses };
    // Without them nobody would be left to write to.
    if (unread.length === participants.length) return [{ message: 'nobodyReads', data, recipients: unread }];
    return [{ message: 'amongOthers', data, recipients: unread, remedy: { kind: 'removeRecipients', addresses: addressesOf(unread) } }];
  },
});
