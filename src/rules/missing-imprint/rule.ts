import { defineRule } from '../../core/rule';
import { advertisingMailOf, blockOptions } from '../advertising-mail';
import { explanation, legal } from './explanation';
import { pointsToImprint } from './imprint';
import { text } from './text';

export const options = blockOptions;

/**
 * An advertising mail that does not say who sends it. The signature counts, quoted mail does not.
 * What only looks like advertising is a weak reason.
 */
export const missingImprint = defineRule({
  id: 'missing-imprint',
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
    if (hasBlock || pointsToImprint(written)) return [];
    return [{
      message: 'withoutImprint',
      data: { purpose, suggested, people },
      ...(suggested && { atMost: 'notice' as const }),
      ...(block !== null && { remedy: { kind: 'insertText' as const, text: block } }),
    }];
  },
});
