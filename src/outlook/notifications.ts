import type { DraftNotice, NotificationBar } from '../core/ports';
import { supports } from './abilities';
import { currentItem } from './item';
import type { OfficeCalls } from './office-calls';
import { platform } from './platform';

/** What a button of ours has done; a new line takes the old one's place. */
const DONE = 'umsicht';

/** Resource id of the manifest's 16 pixel icon; Outlook wants a resource, not an address. */
const NOTIFICATION_ICON = 'Icon.16';

/**
 * Says something in the bar above the draft, at most 150 characters. False where the client would
 * not show it; nobody depends on it, so that is no error.
 */
export function notify(bar: NotificationBar, message: string): Promise<boolean> {
  return bar.show(DONE, { text: message, button: null });
}

/**
 * Notices beside that one, for event handlers. Five of them find room above an item; phones have room
 * for one and let a new one take its place (Microsoft, "Create notifications for your Outlook add-in").
 * To be opened as a handler begins, like the mailbox: later another item may be the current one.
 */
export function notificationBar(calls: OfficeCalls): NotificationBar {
  const item = currentItem();
  const isPhone = platform() === 'Android' || platform() === 'iOS';
  return {
    room: isPhone ? 1 : 4,
    pane: isPhone ? 'none' : supports('notificationButton') ? 'button' : 'ribbon',
    standing: () =>
      calls
        .askWhetherAny<readonly Office.NotificationMessageDetails[], readonly string[]>(
          'notificationMessages.getAllAsync',
          (answer) => item().notificationMessages.getAllAsync(answer as (result: Office.AsyncResult<unknown>) => void),
          (all) => {
            if (!Array.isArray(all)) throw new Error('no list of notifications');
            return all.map(({ key }) => String(key));
          },
        )
        .catch(() => null),
    show: (name, notice) => isDone(calls.tell('notificationMessages.replaceAsync', (answer) => item().notificationMessages.replaceAsync(name, detailsOf(notice), answer))),
    remove: (name) => isDone(calls.tell('notificationMessages.removeAsync', (answer) => item().notificationMessages.removeAsync(name, answer))),
  };
}

/** An insight must not say `persistent`, and an informational message must (Microsoft, NotificationMessageDetails). */
function detailsOf({ text, button }: DraftNotice): Office.NotificationMessageDetails {
  if (button === null) return { type: type('informationalMessage'), message: text, icon: NOTIFICATION_ICON, persistent: false };
  return {
    type: type('insightMessage'),
    message: text,
    icon: NOTIFICATION_ICON,
    actions: [{ actionType: 'showTaskPane' as Office.MailboxEnums.ActionType, actionText: button.label, commandId: button.commandId, contextData: '' }],
  };
}

function type(name: 'informationalMessage' | 'insightMessage'): Office.MailboxEnums.ItemNotificationMessageType {
  return name as Office.MailboxEnums.ItemNotificationMessageType;
}

function isDone(call: Promise<void>): Promise<boolean> {
  return call.then(
    () => true,
    () => false,
  );
}
