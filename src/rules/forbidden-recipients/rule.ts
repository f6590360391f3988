import { defineRule } from '../../core/rule';
import { onRecipientLists, recipientLists } from '../recipient-lists';
import { explanation, legal } from './explanation';
import { text } from './text';

export const options = {
  /** Whom nobody writes to, each list with its reason. */
  lists: recipientLists(),
};

/** Mail to somebody the administrator has listed as out of bounds: a former client, a competitor, a mistyped domain. */
export const forbiddenRecipients = defineRule({
  id: 'forbidden-recipients',
  topic: 'content',
  severity: 'critical',
  legal,
  reads: ['recipients'],
  needs: ['members'],
  options,
  text,
  explanation,
  isIdle: ({ lists }) => lists.length === 0,
  check: (context) => onRecipientLists(context.options.lists, context),
});
