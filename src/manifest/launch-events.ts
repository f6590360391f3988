/** An event Outlook starts add-ins for. */
export interface LaunchEventFacts {
  /** Name in the XML manifest; as strict about capitals as it looks. */
  readonly type: string;
  /** Name in the unified manifest; null where that has none. */
  readonly unified: string | null;
  /** Mailbox requirement set it came with; null while it is a preview. */
  readonly since: string | null;
  /** Raised by Outlook on Android and iOS as well. */
  readonly mobile: boolean;
}

const event = (type: string, unified: string | null, since: string | null, mobile = false): LaunchEventFacts => ({ type, unified, since, mobile });

/**
 * Every event of Outlook there is. Sources: OfficeDev/office-js-docs-pr, docs/develop/event-based-activation.md
 * (2026-07-30), and for phones docs/outlook/mobile-event-based.md (2026-05-28).
 */
export const LAUNCH_EVENTS: readonly LaunchEventFacts[] = [
  event('OnNewMessageCompose', 'newMessageComposeCreated', '1.10', true),
  event('OnNewAppointmentOrganizer', 'newAppointmentOrganizerCreated', '1.10'),
  event('OnMessageAttachmentsChanged', 'messageAttachmentsChanged', '1.11'),
  event('OnAppointmentAttachmentsChanged', 'appointmentAttachmentsChanged', '1.11'),
  event('OnMessageRecipientsChanged', 'messageRecipientsChanged', '1.11', true),
  event('OnAppointmentAttendeesChanged', 'appointmentAttendeesChanged', '1.11'),
  event('OnAppointmentTimeChanged', 'appointmentTimeChanged', '1.11'),
  event('OnAppointmentRecurrenceChanged', 'appointmentRecurrenceChanged', '1.11'),
  event('OnInfoBarDismissClicked', 'infoBarDismissClicked', '1.11'),
  event('OnMessageSend', 'messageSending', '1.12'),
  event('OnAppointmentSend', 'appointmentSending', '1.12'),
  event('OnMessageCompose', 'messageComposeOpened', '1.12'),
  event('OnAppointmentOrganizer', 'appointmentOrganizerOpened', '1.12'),
  event('OnMessageFromChanged', 'messageFromChanged', '1.13', true),
  event('OnAppointmentFromChanged', 'appointmentFromChanged', '1.13'),
  event('OnSensitivityLabelChanged', 'sensitivityLabelChanged', '1.13'),
  event('OnMessageDecrypt', 'messageDecrypt', '1.16'),
  event('OnMessageReadWithCustomAttachment', null, null),
  event('OnMessageReadWithCustomHeader', null, null),
];

/** The events whose handler can stop a send. */
export const SEND_EVENTS: readonly string[] = ['OnMessageSend', 'OnAppointmentSend'];

/** What Outlook does where the handler stops a send, breaks or cannot be loaded (manifest/launchevent.md, 2026-06-23). */
export const SEND_MODES = ['PromptUser', 'SoftBlock', 'Block'] as const;
export type SendMode = (typeof SEND_MODES)[number];
/** Outlook's own, where a manifest names none. */
export const USUAL_SEND_MODE: SendMode = 'SoftBlock';
