import { defineRule, type Participant, type RuleContext } from '../../core/rule';
import { isUnaddressedList, listsOnFile } from '../lists';
import { addressesOf, distinctPeople } from '../people';
import { explanation, legal } from './explanation';
import { text } from './text';

export const options = {};

/**
 * A reply to all by somebody who was only in Bcc tells the others that there was a blind copy.
 *
 * Read from the newest quoted heading: it names the sender neither in To nor in Cc, and besides
 * the one who is answered the reply goes to somebody it does name. Without such a heading, or
 * where its sender is not among the recipients, nothing tells what is being answered, so the rule
 * does not apply; nor does it where a list stands among the recipients that may have reached the
 * sender. Where From could not be read, the mailbox's owner stands in for the sender.
 *
 * Certain enough for the rule's own severity is only a colleague's mail that went to outsiders with
 * their addresses shown. Everything else may have other reasons and is a notice: names without
 * addresses, a shared mailbox of the organisation among the recipients, a mailing list elsewhere.
 */
export const bccReplies = defineRule({
  id: 'bcc-replies',
  topic: 'disclosure',
  severity: 'warning',
  legal,
  reads: ['recipients', 'body'],
  needs: ['members'],
  options,
  text,
  explanation,

  check(context) {
    const { draft, participants, sender, writing, participantOf } = context;
    const heading = writing.headings[0];
    if (draft.kind === 'meeting' || draft.composeType !== 'reply' || sender === null || !heading) return 'notApplicable';
    const author = participantOf(heading.from);
    const shown = [...heading.to, ...heading.cc].map(participantOf);
    const isAuthor = isOneOf([author]);
    if (shown.length === 0 || cameOverList(context, sender) || !participants.some(isAuthor)) return 'notApplicable';
    if (isAlike(sender, author) || shown.some((person) => isAlike(sender, person))) return [];

    const isShown = isOneOf(shown);
    const others = participants.filter((person) => isShown(person) && !isAuthor(person));
    if (others.length === 0) return [];
    const people = distinctPeople(others);
    const report = {
      data: { people: people.length },
      recipients: others,
      remedy: { kind: 'removeRecipients' as const, addresses: addressesOf(people) },
    };
    const certain = author.standing === 'internal' && shown.every((person) => person.standing === 'external' || isAuthor(person));
    return [certain ? { message: 'blindCopyShown', ...report } : { message: 'blindCopyPerhapsShown', ...report, atMost: 'notice' }];
  },
});

/** Whether somebody is among those a heading shows: by address, and by name where it shows no address. */
function isOneOf(shown: readonly Participant[]): (person: Participant) => boolean {
  const keys = new Set(shown.map(({ key }) => key));
  const names = new Set(shown.filter(({ parsed }) => !parsed.usable).map(({ name }) => wordsOf(name)));
  names.delete('');
  return ({ key, name }) => keys.has(key) || (names.size > 0 && names.has(wordsOf(name)));
}

/** The sender, perhaps under another address: the same name, or the same letters before the @. */
function isAlike(sender: Participant, person: Participant): boolean {
  const words = wordsOf(sender.name);
  return (words !== '' && words === wordsOf(person.name))
    || (sender.parsed.usable && person.parsed.usable && sender.parsed.local.toLowerCase() === person.parsed.local.toLowerCase());
}

/** `Oak, Anna (Vertrieb)` and `Anna Oak` are one name. */
function wordsOf(name: string): string {
  return name.toLowerCase().replace(/\([^()]*\)/g, ' ').split(/[\s,'"]+/).filter((word) => word !== '').sort().join(' ');
}

function cameOverList(context: RuleContext<unknown>, sender: Participant): boolean {
  return context.participants.some(isUnaddressedList)
    || listsOnFile(context).some((list) => !list.known || !list.complete || list.members.some((member) => isAlike(sender, member)));
}
