/** The manifest as far as a host knows it. */
export const CONTROLS = [
  { id: 'Umsicht.OpenPane', action: 'pane', where: 'message' },
  { id: 'Umsicht.MoveToBcc', action: 'function', functionName: 'moveToBcc', where: 'message' },
  { id: 'Umsicht.Meeting.OpenPane', action: 'pane', where: 'meeting' },
] as const;
export const EVENTS = {
  OnMessageSend: 'onMessageSendHandler',
  OnAppointmentSend: 'onAppointmentSendHandler',
  OnNewMessageCompose: 'onNewMessageComposeHandler',
  OnMessageCompose: 'onMessageComposeHandler',
  OnMessageRecipientsChanged: 'onMessageRecipientsChangedHandler',
  OnMessageFromChanged: 'onMessageFromChangedHandler',
  OnMessageAttachmentsChanged: 'onMessageAttachmentsChangedHandler',
  OnNewAppointmentOrganizer: 'onNewAppointmentOrganizerHandler',
  OnAppointmentOrganizer: 'onAppointmentOrganizerHandler',
  OnAppointmentAttendeesChanged: 'onAppointmentAttendeesChangedHandler',
  OnAppointmentAttachmentsChanged: 'onAppointmentAttachmentsChangedHandler',
  OnInfoBarDismissClicked: 'onInfoBarDismissClickedHandler',
} as const;

export const SENDER = { displayName: 'Mara Own', emailAddress: 'mara@own.example', recipientType: 'user' } as const;
