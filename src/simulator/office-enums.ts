import { hasMailboxSet, type ClientProfile } from './clients';

/** The constants of `Office` that the client has; what came with a later Mailbox set is not there. */
export function officeEnums(client: ClientProfile) {
  return {
    AsyncResultStatus: { Succeeded: 'succeeded', Failed: 'failed' },
    CoercionType: { Text: 'text', Html: 'html' },
    HostType: { Outlook: 'Outlook' },
    PlatformType: { PC: 'PC', OfficeOnline: 'OfficeOnline', Mac: 'Mac', iOS: 'iOS', Android: 'Android', Universal: 'Universal' },
    EventType: {
      RecipientsChanged: 'olkRecipientsChanged',
      ...(hasMailboxSet(client, '1.14') ? { OfficeThemeChanged: 'officeThemeChanged' } : {}),
      ...(client.smartAlerts.initializationContextChanged ? { InitializationContextChanged: 'olkInitializationContextChanged' } : {}),
    },
    MailboxEnums: {
      ItemType: { Message: 'message', Appointment: 'appointment' },
      RecipientType: { User: 'user', DistributionList: 'distributionList', ExternalUser: 'externalUser', Other: 'other' },
      ComposeType: { NewMail: 'newMail', Reply: 'reply', Forward: 'forward' },
      AttachmentType: { File: 'file', Item: 'item', Cloud: 'cloud', Base64: 'base64' },
      BodyType: { Html: 'html', Text: 'text' },
      ActionType: { ShowTaskPane: 'showTaskPane' },
      ItemNotificationMessageType: {
        ProgressIndicator: 'progressIndicator',
        InformationalMessage: 'informationalMessage',
        ErrorMessage: 'errorMessage',
        InsightMessage: 'insightMessage',
      },
      ...(client.smartAlerts.sendModeOverride ? { SendModeOverride: { PromptUser: 'promptUser' } } : {}),
    },
  } as const;
}
