import type { Abilities } from '../core/ports';

/** The Mailbox requirement set each ability came with, and what is done where it is missing. */
const NEEDED_SET = {
  /** Without: `confirm` is an acknowledgement in the pane, and the send waits for it. */
  sendModeOverride: '1.14',
  /** Without: the dialog has no button of ours; its text says where to find the pane. */
  paneButton: '1.14',
  /** Without: the dialog's button opens the pane, and the repair is one click further on. */
  functionButton: '1.15',
  /** Without: the plain text only. */
  markdown: '1.15',
  /** Without: an open pane looks for a new hand-over when it is shown again. */
  initializationContextChanged: '1.15',
  /** Without: the pane keeps the theme it was opened with. */
  themeChanged: '1.14',
  /** Without: the pane looks at the recipients again when it is shown again. */
  recipientsChanged: '1.7',
  /** Without: classic Outlook on Windows tells of 500 people in a field, not of 1,000. */
  longLists: '1.16',
  /** Without: no draft has a label. */
  sensitivityLabel: '1.13',
  /** Without: a mail goes out as soon as Send is pressed. */
  delay: '1.13',
} as const;

export type Ability = keyof typeof NEEDED_SET;

/** False where Office cannot say: what is not known to be there is not used. */
export function supports(ability: Ability): boolean {
  try {
    return Office.context.requirements.isSetSupported('Mailbox', NEEDED_SET[ability]) === true;
  } catch {
    return false;
  }
}

export function readAbilities(): Abilities {
  return {
    sendModeOverride: supports('sendModeOverride'),
    dialogButton: supports('functionButton') ? 'function' : supports('paneButton') ? 'pane' : 'none',
    markdown: supports('markdown'),
    delay: supports('delay'),
  };
}
