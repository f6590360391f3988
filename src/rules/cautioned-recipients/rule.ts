import { defineRule } from '../../core/rule';
import { onRecipientLists, recipientLists } from '../recipient-lists';
import { explanation, legal } from './explanation';
import { text } from './text';

export const options = {
  /** With whom to look twice, each list with its reason. */
  lists: recipientLists(),
};

/** Mail to somebody the administrator wants looked at twice: the press, the other party of a dispute, a firm with the same name. */
export const cautionedRecipients = defineRule({
  id: 'cautioned-recipients',
  topic: 'content',
  severity: 'warning',
  legal,
  reads: ['recipients'],
  needs: ['members'],
  options,
  text,
  explanation,
  isIdle: ({ lists }) => lists.length === 0,
  check: (context) => onRecipientLists(context.options.lists, context),
});
