import { defineRule } from '../../core/rule';
import { explanation, legal } from './explanation';
import { text } from './text';

export const options = {};

/**
 * A mail or meeting whose subject says nothing: empty, only a sign of reply such as `AW:`, or the
 * words mail programs put there themselves.
 */
export const missingSubject = defineRule({
  id: 'missing-subject',
  topic: 'content',
  severity: 'notice',
  legal,
  reads: ['recipients', 'subject'],
  needs: [],
  options,
  text,
  explanation,
  onlyFinished: true,

  check({ draft, participants }) {
    if (participants.length === 0) return 'notApplicable';
    const subject = draft.subject.replace(UNSEEN, '').trim();
    const rest = subject.replace(REPLY_SIGNS, '').trim();
    if (rest !== '' && !NO_SUBJECT.test(rest)) return [];
    if (subject === '' || rest !== '') return [{ message: draft.kind === 'meeting' ? 'meetingWithoutSubject' : 'withoutSubject', data: {} }];
    return [{ message: 'onlyReplySigns', data: { subject } }];
  },
});

const UNSEEN = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;
/** Short and without a space inside, so that each is read once. */
const REPLY_SIGNS = /^(?:(?:re|aw|antw|antwort|fw|fwd|wg|wtr|sv|vs|tr|rv)(?:\[\d{1,4}\])?[:：]\s{0,20})+/i;
const NO_SUBJECT = /^[<([]?(?:no subject|kein betreff|ohne betreff|without subject)[>)\]]?$/i;
