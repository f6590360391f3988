import { pointsToOptOut } from '../../core/opt-out';
import { defineRule } from '../../core/rule';
import { advertisingMailOf, blockOptions } from '../advertising-mail';
import { explanation, legal } from './explanation';
import { text } from './text';

export const options = blockOptions;

/**
 * An advertising mail that does not say how to have no more of them. The signature counts, quoted
 * mail does not. What only looks like advertising is a weak reason.
 */
export const missingOptOut = defineRule({
  id: 'missing-opt-out',
  topic: 'consent',
  severity: 'warning',
  legal,
  reads: ['recipients', 'subject', 'body', 'purpose'],
  needs: ['members'],
  options,
  text,
  explanation,
  onlyFinished: true,

  check(context) {
    const mail = advertisingMailOf(context);
    if (mail === null) return 'notApplicable';
    const { purpose, suggested, people, written, block, hasBlock } = mail;
    if (hasBlock || pointsToOptOut(written)) return [];
    return [{
      message: 'withoutOptOut',
      data: { purpose, suggested, people },
      ...(suggested && { atMost: 'notice' as const }),
      ...(block !== null && { remedy: { kind: 'insertText' as const, text: block } }),
    }];
  },
});
