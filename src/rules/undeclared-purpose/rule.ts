import { limit } from '../../core/option';
import { isAdvertising } from '../../core/purpose';
import { defineRule } from '../../core/rule';
import { listsWithin } from '../lists';
import { distinctPeople } from '../people';
import { explanation, legal } from './explanation';
import { text } from './text';

export const options = {
  /** External people from whom on any mail is expected to say its purpose. */
  people: limit({ default: 25, min: 2, unit: 'people' }),
};

/**
 * A mail that looks like advertising, or goes to many, and nobody has said why it is sent. The
 * purpose decides which consents are asked for. Distribution lists count as nobody here: how many
 * they hold is another rule's question. A list of which the directory tells colleagues only is one of them.
 */
export const undeclaredPurpose = defineRule({
  id: 'undeclared-purpose',
  topic: 'consent',
  severity: 'notice',
  legal,
  reads: ['recipients', 'subject', 'body', 'purpose'],
  needs: ['members'],
  options,
  text,
  explanation,
  onlyFinished: true,

  check(context) {
    const { draft, participants, suggestion, options: { people: many } } = context;
    const { inside } = listsWithin(context);
    const outside = participants.filter(({ standing, key }) => standing !== 'internal' && !inside.has(key));
    if (draft.kind === 'meeting' || outside.length === 0) return 'notApplicable';
    // A purpose that Outlook has not told may have been declared.
    if (draft.purpose !== null || draft.unread.indexOf('purpose') >= 0) return [];

    const external = outside.filter(({ standing }) => standing === 'external');
    const people = distinctPeople(external).length;
    if (suggestion && isAdvertising(suggestion.purpose)) {
      return [{
        message: 'looksLikeAdvertising',
        data: { purpose: suggestion.purpose, seen: suggestion.seen, people },
        remedy: { kind: 'declarePurpose', purpose: suggestion.purpose },
      }];
    }
    return many !== null && people >= many ? [{ message: 'goesToMany', data: { people } }] : [];
  },
});
