import { currentItem } from './item';
import type { OfficeCalls } from './office-calls';

/** One line of ours at a time: a new one takes the old one's place. */
const KEY = 'umsicht';

/** Resource id of the manifest's 16 pixel icon; Outlook wants a resource, not an address. */
const NOTIFICATION_ICON = 'Icon.16';

/**
 * Says something in the bar above the draft, at most 150 characters. False where the client would
 * not show it; nobody depends on it, so that is no error.
 */
export function notify(calls: OfficeCalls, message: string): Promise<boolean> {
  const item = currentItem();
  return calls
    .tell('notificationMessages.replaceAsync', (answer) =>
      item().notificationMessages.replaceAsync(
        KEY,
        { type: 'informationalMessage' as Office.MailboxEnums.ItemNotificationMessageType, message, icon: NOTIFICATION_ICON, persistent: false },
        answer,
      ))
    .then(
      () => true,
      () => false,
    );
}
