import { failed, succeeded, type Answer } from './answer';
import { hasCall, LIMITS } from './clients';
import type { Inside, RuntimeKind } from './inside';
import { bodyFrom, countPictures, fieldsOf, MEETING_FIELD_NAMES, MESSAGE_FIELD_NAMES } from './item';
import { addNotification, removeNotification, replaceNotification } from './notifications';
import { getRecipients, writeRecipients } from './recipients';
import { readAllSessionData, readSessionData, removeSessionData, writeSessionData } from './session-data';

/** What classic Outlook says (#5321). */
const LABELS_OFF = 'Sensitivity labels are not enabled.';

type Method = (inside: Inside, args: readonly unknown[], runtime: RuntimeKind) => Answer;

/** Everything the host answers, under Office.js's own names, with the Mailbox set that brought it. */
const METHODS: Readonly<Record<string, readonly [set: string, method: Method]>> = {
  ...recipientMethods(),
  'from.getAsync': ['1.7', ({ item }) => {
    const { displayName, emailAddress } = item().from;
    return succeeded({ displayName, emailAddress });
  }],
  'subject.getAsync': ['1.1', ({ item }) => succeeded(item().subject)],
  'subject.setAsync': ['1.1', (inside, [subject]) => {
    if (typeof subject !== 'string' || subject.length > LIMITS.subject) return failed(9031, 'subject');
    inside.change({ subject });
    return succeeded();
  }],
  'body.getAsync': ['1.3', ({ item }, [coercion]) => {
    if (coercion !== 'html' && coercion !== 'text') return failed(9031, 'coercionType');
    return succeeded(item().body[coercion]);
  }],
  'body.getTypeAsync': ['1.1', ({ item }) => succeeded(item().bodyType)],
  'body.setAsync': ['1.3', (inside, [data, coercion]) => {
    if (typeof data !== 'string' || data.length > LIMITS.body) return failed(9031, 'data');
    if (inside.isSending()) {
      inside.problem('bodyWrittenWhileSending', 'The send handler wrote the body; on a Mac that starts it again and again (#6376).');
      if (inside.client.oddities.bodyWriteWhileSendingLoops) inside.spoilSending('handlerDies');
    }
    if (coercion === 'html' && inside.item().bodyType === 'text') return failed(9031, 'HTML in plain-text mail');
    const { picturesThatCutBody: tooMany } = inside.client.oddities;
    const isCut = coercion === 'html' && tooMany !== null && countPictures(data) >= tooMany;
    inside.change({ body: bodyFrom(coercion === 'html' ? { html: isCut ? data.slice(0, Math.floor(data.length * 0.87)) : data } : { text: data }) });
    return succeeded();
  }],
  'categories.getAsync': ['1.8', ({ item, client }) => {
    const { kind, categories } = item();
    if (kind === 'message' && !client.messageCategories) return failed(5000);
    if (categories.length === 0 && client.oddities.noCategoriesIsNull) return succeeded(null);
    return succeeded(categories.map((displayName) => ({ displayName, color: 'Preset0' })));
  }],
  'sensitivityLabelsCatalog.getIsEnabledAsync': ['1.13', ({ labels }) => succeeded(labels !== null)],
  'sensitivityLabelsCatalog.getAsync': ['1.13', ({ labels }) => (labels === null ? failed(5001, LABELS_OFF) : succeeded(labels))],
  'sensitivityLabel.getAsync': ['1.13', ({ labels, item }) => (labels === null ? failed(5001, LABELS_OFF) : succeeded(item().label))],
  'delayDeliveryTime.getAsync': ['1.13', ({ item }) => (item().kind === 'meeting' ? failed(9032) : succeeded(item().deliverAt))],
  'delayDeliveryTime.setAsync': ['1.13', (inside, [time]) => {
    if (inside.item().kind === 'meeting') return failed(9032);
    if (typeof time !== 'number' || !Number.isFinite(time)) return failed(9031, 'time');
    if (inside.isSending()) inside.problem('delayedWhileSending', 'The send handler changed the time of delivery, which nobody says Outlook still heeds.');
    inside.change({ deliverAt: time });
    return succeeded();
  }],
  getAttachmentsAsync: ['1.8', ({ item }) => succeeded(item().attachments.filter(({ attachmentType }) => attachmentType !== 'cloud'))],
  getComposeTypeAsync: ['1.10', ({ item, client, isSending }, _args, runtime) => {
    const { composeTypeLostAlways, composeTypeLostInDrafts, composeTypeLostWhileSending } = client.oddities;
    const lost = composeTypeLostAlways || (composeTypeLostInDrafts && item().isSavedDraft) || (composeTypeLostWhileSending && isSending() && runtime === 'events');
    return succeeded({ composeType: lost ? 'newMail' : item().composeType, coercionType: 'html' });
  }],
  getInitializationContextAsync: ['1.8', ({ item }) => succeeded(item().initializationContext)],
  'sessionData.getAsync': ['1.11', (inside, [key], runtime) => readSessionData(inside, key, runtime)],
  'sessionData.getAllAsync': ['1.11', (inside, _args, runtime) => readAllSessionData(inside, runtime)],
  'sessionData.setAsync': ['1.11', (inside, [key, value]) => writeSessionData(inside, key, value)],
  'sessionData.removeAsync': ['1.11', (inside, [key]) => removeSessionData(inside, key)],
  'sessionData.clearAsync': ['1.11', (inside) => {
    inside.change({ sessionData: {} });
    return succeeded();
  }],
  'notificationMessages.addAsync': ['1.3', (inside, [key, details]) => addNotification(inside, key, details)],
  'notificationMessages.replaceAsync': ['1.3', (inside, [key, details]) => replaceNotification(inside, key, details)],
  'notificationMessages.removeAsync': ['1.3', (inside, [key]) => removeNotification(inside, key)],
  'notificationMessages.getAllAsync': ['1.3', ({ item }) => succeeded(item().notifications.map((each) => ({ ...each })))],
};

/**
 * Carries a call out at once. Calls that the client or the kind of item does not have are answered with 9032, calls to
 * an item that was sent or closed with 9030.
 */
export function answer(inside: Inside, method: string, args: readonly unknown[], runtime: RuntimeKind): Answer {
  const found = Object.hasOwn(METHODS, method) ? METHODS[method] : undefined;
  if (!found || !hasCall(inside.client, found[0], method)) return failed(9032, method);
  if (inside.item().where !== 'compose') return failed(9030);
  return found[1](inside, args, runtime);
}

function recipientMethods(): Record<string, readonly [string, Method]> {
  const fields = [...MESSAGE_FIELD_NAMES, ...MEETING_FIELD_NAMES];
  return Object.fromEntries(fields.flatMap((field) => {
    const here = (method: Method): readonly [string, Method] => ['1.1', (inside, args, runtime) => {
      if (!fieldsOf(inside.item().kind).includes(field)) return failed(9032, field);
      return method(inside, args, runtime);
    }];
    return [
      [`${field}.getAsync`, here((inside) => getRecipients(inside, field))],
      [`${field}.setAsync`, here((inside, [given]) => writeRecipients(inside, field, given, 'set'))],
      [`${field}.addAsync`, here((inside, [given]) => writeRecipients(inside, field, given, 'add'))],
    ];
  }));
}
