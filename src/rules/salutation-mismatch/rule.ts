import { defineRule, partsOf } from '../../core/rule';
import { explanation, legal } from './explanation';
import { greetedIn } from './greeting';
import { type Called, calledOf, mayMean } from './naming';
import { text } from './text';

export const options = {};

/**
 * The greeting names somebody who is not among the recipients, as it happens when a name is
 * completed to the wrong person or an old mail is used again. Silent where the recipients' names
 * cannot be told, and where a greeting may be a nickname of one of them.
 */
export const salutationMismatch = defineRule({
  id: 'salutation-mismatch',
  topic: 'wrong-person',
  severity: 'notice',
  legal,
  reads: ['recipients', 'body'],
  needs: [],
  options,
  text,
  explanation,
  onlyFinished: true,

  check({ draft, participants, writing }) {
    const greeted = greetedIn(writing.own);
    if (greeted.length === 0 || participants.length === 0) return 'notApplicable';
    const called = participants.map(calledOf);
    if (called.some((each) => each === null)) return 'notApplicable';
    // Whoever has not been told yet may be the one.
    if (partsOf('recipients').some((part) => draft.unread.indexOf(part) >= 0)) return [];

    const strangers = greeted.filter((each) => !called.some((person) => mayMean(each, person as Called))).map(({ name }) => name);
    if (strangers.length === 0) return [];
    return [{ message: 'notAmongRecipients', data: { names: strangers }, recipients: participants.filter(({ field }) => field === 'to' || field === 'required') }];
  },
});
