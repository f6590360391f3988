import type { Ability } from '../core/client';
import type { Abilities } from '../core/ports';

/**
 * The Mailbox requirement set each ability came with, and what is done where it is missing. A client
 * is asked for the set, never for its version: which version brought which set is Microsoft's to know.
 * Sets by Microsoft's reference (npm @types/office-js; events: OfficeDev/office-js-docs-pr,
 * docs/develop/event-based-activation.md, 2026-07-30).
 */
export const NEEDED_SET: { readonly [A in Ability]: string } = {
  /** Without: nothing; no client that loads Umsicht's manifest is without it. */
  draft: '1.3',
  /** Without: the pane puts no text into the mail, and says that it has not. */
  bodyWriting: '1.3',
  /** Without: who sends is not known, and what depends on it is undetermined. */
  sender: '1.7',
  /** Without: the pane looks at the recipients again when it is shown again. */
  recipientsChanged: '1.7',
  /** Without: attachments are unread, and what depends on them is undetermined. */
  attachments: '1.8',
  /** Without: no draft has a category. */
  categories: '1.8',
  /** Without: the pane does not know that a dialog has sent the person, and shows the draft as ever. */
  handOver: '1.8',
  /** Without: whether a mail is an answer is not known. */
  composeType: '1.10',
  /** Without: a notification has no button to the pane. */
  notificationButton: '1.10',
  /** Without: nothing is remembered of what a draft was opened with. */
  composeEvents: '1.10',
  /** Without: nobody hears of anything before Send or before the pane is opened. */
  changeEvents: '1.11',
  /** Without: nothing is remembered with the draft; evidence is asked for at Send, and an acknowledgement is void at once. */
  sessionData: '1.11',
  /** Without: nothing is checked at Send, and a draft that is opened again is looked at when it changes. */
  sendEvents: '1.12',
  /** Without: another sender is noticed at the next look. */
  senderEvents: '1.13',
  /** Without: no draft has a label. */
  sensitivityLabel: '1.13',
  /** Without: a mail goes out as soon as Send is pressed. */
  delay: '1.13',
  /** Without: `confirm` is an acknowledgement in the pane, and the send waits for it. */
  sendModeOverride: '1.14',
  /** Without: the dialog has no button of ours; its text says where to find the pane. */
  paneButton: '1.14',
  /** Without: the pane keeps to light and dark as the system has it. */
  theme: '1.14',
  /** Without: the dialog's button opens the pane, and the repair is one click further on. */
  functionButton: '1.15',
  /** Without: the plain text only. */
  markdown: '1.15',
  /** Without: an open pane looks for a new hand-over when it is shown again. */
  initializationContextChanged: '1.15',
  /** Without: classic Outlook on Windows tells of 500 people in a field, not of 1,000. */
  longLists: '1.16',
};

/**
 * Everything of Office.js that Umsicht uses, by the ability it belongs to: `item` is the draft,
 * `recipients` any of its fields, `mailbox` and `context` what they are in Office.js. What is not
 * here is not used (test/outlook/abilities.test.ts looks). `completed` are options of the event.
 */
export const OFFICE_APIS: { readonly [A in Ability]: readonly string[] } = {
  draft: [
    'recipients.getAsync', 'recipients.setAsync', 'recipients.addAsync', 'item.to', 'item.cc', 'item.bcc', 'item.requiredAttendees', 'item.optionalAttendees',
    'item.itemType', 'item.subject.getAsync', 'item.body.getAsync', 'item.body.getTypeAsync', 'item.notificationMessages.replaceAsync', 'item.notificationMessages.getAllAsync', 'item.notificationMessages.removeAsync',
    'mailbox.item', 'mailbox.userProfile', 'context.displayLanguage', 'context.platform', 'context.requirements.isSetSupported', 'actions.associate', 'onReady',
  ],
  bodyWriting: ['item.body.setAsync'],
  sender: ['item.from', 'item.organizer'],
  recipientsChanged: ['item.addHandlerAsync', 'EventType.RecipientsChanged'],
  attachments: ['item.getAttachmentsAsync'],
  categories: ['item.categories.getAsync'],
  handOver: ['item.getInitializationContextAsync'],
  composeType: ['item.getComposeTypeAsync'],
  notificationButton: [],
  composeEvents: ['OnNewMessageCompose', 'OnNewAppointmentOrganizer'],
  changeEvents: ['OnMessageRecipientsChanged', 'OnAppointmentAttendeesChanged', 'OnMessageAttachmentsChanged', 'OnAppointmentAttachmentsChanged', 'OnInfoBarDismissClicked'],
  sessionData: ['item.sessionData.getAsync', 'item.sessionData.setAsync'],
  sendEvents: ['OnMessageSend', 'OnAppointmentSend', 'OnMessageCompose', 'OnAppointmentOrganizer', 'completed.allowEvent', 'completed.errorMessage'],
  senderEvents: ['OnMessageFromChanged'],
  sensitivityLabel: ['item.sensitivityLabel.getAsync', 'context.sensitivityLabelsCatalog.getIsEnabledAsync', 'context.sensitivityLabelsCatalog.getAsync'],
  delay: ['item.delayDeliveryTime.getAsync', 'item.delayDeliveryTime.setAsync'],
  sendModeOverride: ['completed.sendModeOverride'],
  paneButton: ['completed.commandId', 'completed.cancelLabel', 'completed.contextData'],
  theme: ['context.officeTheme', 'mailbox.addHandlerAsync', 'EventType.OfficeThemeChanged'],
  functionButton: [],
  markdown: ['completed.errorMessageMarkdown'],
  initializationContextChanged: ['EventType.InitializationContextChanged'],
  longLists: [],
};

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
