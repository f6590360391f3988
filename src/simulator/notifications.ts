import { failed, succeeded, type Answer } from './answer';
import { hasMailboxSet, LIMITS, type ClientProfile } from './clients';
import type { Inside } from './inside';
import type { Notification, NotificationDetails } from './item';

const TYPES: readonly string[] = ['informationalMessage', 'progressIndicator', 'errorMessage', 'insightMessage'];

/**
 * What is wrong with a notification, or `null`. `range` marks what is too long or too many, which the 2022 office.js
 * throws as ArgumentOutOfRange.
 */
export function notificationFault(client: ClientProfile, key: unknown, details: unknown): { readonly range: boolean; readonly message: string } | null {
  if (typeof key !== 'string' || key === '') return wrong('key');
  if (key.length > LIMITS.notificationKey) return tooLong('key');
  if (typeof details !== 'object' || details === null) return wrong('JSONmessage');

  const { type, message, icon, persistent, actions } = details as Partial<NotificationDetails>;
  if (typeof type !== 'string' || !TYPES.includes(type)) return wrong('type');
  if (type === 'insightMessage' && !hasMailboxSet(client, '1.10')) return wrong('type');
  if (typeof message !== 'string' || message === '') return wrong('message');
  if (message.length > LIMITS.notificationMessage) return tooLong('message');

  if (type === 'progressIndicator' || type === 'errorMessage') {
    if (icon !== undefined) return wrong('icon');
    if (persistent !== undefined) return wrong('persistent');
    return actions === undefined ? null : wrong('actions');
  }

  if (typeof icon !== 'string' || icon === '') return wrong('icon');
  if (icon.length > LIMITS.notificationIcon) return tooLong('icon');
  if (type === 'informationalMessage') {
    if (typeof persistent !== 'boolean') return wrong('persistent');
    return actions === undefined ? null : wrong('actions');
  }

  // The page says `persistent` is refused outside classic Windows.
  if (persistent !== undefined && client.platform !== 'PC') return wrong('persistent');
  if (!Array.isArray(actions) || actions.length === 0) return wrong('actions');
  if (actions.length > LIMITS.notificationActions) return { range: true, message: 'actions: too many' };
  const { actionType, actionText, commandId } = actions[0] as Record<string, unknown>;
  if (actionType !== 'showTaskPane') return wrong('actionType');
  if (typeof actionText !== 'string' || actionText === '') return wrong('actionText');
  if (actionText.length > LIMITS.notificationActionText) return tooLong('actionText');
  return typeof commandId === 'string' && commandId !== '' ? null : wrong('commandId');
}

export function addNotification(inside: Inside, key: unknown, details: unknown): Answer {
  const fault = notificationFault(inside.client, key, details);
  if (fault) return failed(9031, fault.message);

  const { notifications } = inside.item();
  if (notifications.some((each) => each.key === key)) return failed(9023);
  const isOneTooMany = notifications.length >= inside.client.notificationsMax;
  if (isOneTooMany && inside.client.notificationsBeyond === 'refused') return failed(9025);
  const added = { ...(details as NotificationDetails), key: key as string };
  if (added.type === 'insightMessage' && notifications.some(isInsight)) return failed(9025);

  inside.change({ notifications: isOneTooMany ? [added] : [...notifications, added] });
  return succeeded();
}

/** As documented, a key that is not there yet is added. */
export function replaceNotification(inside: Inside, key: unknown, details: unknown): Answer {
  const { notifications } = inside.item();
  if (!notifications.some((each) => each.key === key)) return addNotification(inside, key, details);

  const fault = notificationFault(inside.client, key, details);
  if (fault) return failed(9031, fault.message);
  const next = { ...(details as NotificationDetails), key: key as string };
  if (next.type === 'insightMessage' && notifications.some((each) => each.key !== key && isInsight(each))) return failed(9025);

  inside.change({ notifications: notifications.map((each) => (each.key === key ? next : each)) });
  return succeeded();
}

export function removeNotification(inside: Inside, key: unknown): Answer {
  const { notifications } = inside.item();
  if (!notifications.some((each) => each.key === key)) return failed(9024);
  inside.change({ notifications: notifications.filter((each) => each.key !== key) });
  return succeeded();
}

function isInsight({ type }: Notification): boolean {
  return type === 'insightMessage';
}

function wrong(name: string) {
  return { range: false, message: `${name}: not allowed like this` };
}

function tooLong(name: string) {
  return { range: true, message: `${name}: too long` };
}
