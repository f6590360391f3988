import { texts } from '../../core/option';
import { defineRule } from '../../core/rule';
import { explanation, legal } from './explanation';
import { attachmentMentioned } from './mention';
import { text } from './text';

export const options = {
  /** More words that announce an attachment, such as names of the organisation's forms. */
  words: texts({ unit: 'words' }),
};

/** `AW: Unterlagen im Anhang` was said by somebody else. */
const ANSWERED = /^\s*(?:re|aw|antw|wg|fwd?|sv|tr)(?:\[\d+\])?\s*:/i;

/**
 * A mail that speaks of an attachment and has none. Pictures inside the text, as signatures have
 * them, are none. Files that Outlook attaches as a link to a cloud are not told to add-ins.
 */
export const forgottenAttachments = defineRule({
  id: 'forgotten-attachments',
  topic: 'content',
  severity: 'warning',
  legal,
  reads: ['subject', 'body', 'attachments'],
  needs: [],
  options,
  text,
  explanation,
  onlyFinished: true,

  check({ draft, writing, options: { words } }) {
    const subject = ANSWERED.test(draft.subject) ? '' : draft.subject;
    const seen = attachmentMentioned(`${subject}\n${writing.own}`, words);
    if (seen === null) return 'notApplicable';
    // An empty list says nothing while Outlook has not told all of it.
    if (draft.attachments.some(({ inline }) => !inline) || draft.unread.indexOf('attachments') >= 0) return [];
    return [{ message: 'nothingAttached', data: { seen } }];
  },
});
