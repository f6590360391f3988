import { patterns } from '../../core/option';
import { matcher, patternsOf } from '../../core/organisation';
import { defineRule } from '../../core/rule';
import { addressesOf, distinctBy, distinctPeople, outsidersOf } from '../people';
import { peopleOfThread } from '../thread';
import { explanation, legal } from './explanation';
import { text } from './text';

export const options = {
  /** Never counted as new. */
  exempt: patterns(),
};

/**
 * Somebody of an organisation that had no part in the thread was added to a reply, or gets a thread
 * forwarded. Counted by organisation, so that a colleague of somebody in the thread is nobody new;
 * at a mail provider everybody is.
 */
export const newDomains = defineRule({
  id: 'new-domains',
  topic: 'wrong-person',
  severity: 'notice',
  legal,
  reads: ['recipients', 'openedWith'],
  needs: [],
  options,
  text,
  explanation,

  check(context) {
    const { draft, sender, options: { exempt } } = context;
    if (draft.composeType !== 'reply' && draft.composeType !== 'forward') return 'notApplicable';
    const isExempt = matcher(patternsOf(exempt), false);
    const outsiders = outsidersOf(context).filter(({ parsed }) => !isExempt(parsed));
    if (outsiders.length === 0) return 'notApplicable';

    const thread = peopleOfThread(context);
    if (thread.length === 0 && draft.openedWith === null) {
      return [{ outcome: 'undetermined', message: 'threadUnknown', data: { people: distinctPeople(outsiders).length }, recipients: outsiders, atMost: 'notice' }];
    }
    const there = new Set([...thread, ...(sender ? [sender] : [])].map(({ organisation }) => organisation));
    const added = outsiders.filter(({ organisation }) => !there.has(organisation));
    if (added.length === 0) return [];

    const data = { people: distinctPeople(added).length, domains: distinctBy(added, ({ parsed }) => parsed.domain).map(({ parsed }) => parsed.domain) };
    if (draft.composeType === 'forward') return [{ message: 'forwarded', data, recipients: added }];
    return [{ message: 'addedToReply', data, recipients: added, remedy: { kind: 'removeRecipients', addresses: addressesOf(added) } }];
  },
});
