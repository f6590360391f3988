import { hasCall, hasMailboxSet, LIMITS, type ClientProfile } from './clients';
import type { RuntimeInfo } from './host';
import { MEETING_FIELD_NAMES, MESSAGE_FIELD_NAMES, type FieldName } from './item';
import { notificationFault } from './notifications';
import { officeError, type ApiMethod, type AsyncApi, type Refusal } from './office-call';

type Make = (method: ApiMethod) => AsyncApi;

/** As in Microsoft's own types, a field the kind of item lacks is typed as if it were there. */
type RecipientFields = Readonly<Record<FieldName, { readonly getAsync: AsyncApi; readonly setAsync: AsyncApi; readonly addAsync: AsyncApi }>>;

/** `Office.context.mailbox.item` while composing; what the client or the kind of item lacks is not there. */
export function officeItem(client: ClientProfile, runtime: RuntimeInfo, make: Make) {
  // A call the client lacks is no function there; the type stays what it is for the others.
  const api: Make = (method) => (client.lacks.includes(method.name) ? undefined as unknown as AsyncApi : make(method));
  const getter = (name: string, permission: ApiMethod['permission'] = 'ReadItem') => api({ name, values: 0, permission, isGetter: true });
  const fields = runtime.itemKind === 'message' ? MESSAGE_FIELD_NAMES : MEETING_FIELD_NAMES;
  const notification = (name: string) => api({
    name: `notificationMessages.${name}`,
    values: 2,
    permission: 'ReadItem',
    refuse: ([key, details]) => {
      const fault = notificationFault(client, key, details);
      return fault && { throws: fault.range ? 'ArgumentOutOfRange' : 'ArgumentError', code: 9031, message: fault.message };
    },
  });

  return {
    itemType: runtime.itemKind === 'message' ? 'message' : 'appointment',
    ...(Object.fromEntries(fields.map((field) => [field, {
      getAsync: getter(`${field}.getAsync`),
      setAsync: api({ name: `${field}.setAsync`, values: 1, permission: 'ReadWriteItem', refuse: refuseRecipients }),
      addAsync: api({ name: `${field}.addAsync`, values: 1, permission: 'ReadWriteItem', refuse: refuseRecipients }),
    }])) as RecipientFields),
    // Two names for one question: Microsoft's office.js asks the host the same for both.
    ...(hasCall(client, '1.7', 'from.getAsync') ? { [runtime.itemKind === 'message' ? 'from' : 'organizer']: { getAsync: getter('from.getAsync') } } : {}),
    subject: {
      getAsync: getter('subject.getAsync'),
      setAsync: api({ name: 'subject.setAsync', values: 1, permission: 'ReadWriteItem', refuse: refuseText('subject', LIMITS.subject) }),
    },
    body: {
      getAsync: api({ name: 'body.getAsync', values: 1, permission: 'ReadItem', isGetter: true }),
      getTypeAsync: getter('body.getTypeAsync'),
      setAsync: api({
        name: 'body.setAsync',
        values: 1,
        permission: 'ReadWriteItem',
        refuse: refuseText('data', LIMITS.body),
        argsFor: ([data], { coercionType }) => [data, coercionType ?? 'text'],
      }),
    },
    ...(hasMailboxSet(client, '1.8') ? { getAttachmentsAsync: getter('getAttachmentsAsync'), categories: { getAsync: getter('categories.getAsync') } } : {}),
    ...(hasMailboxSet(client, '1.13') ? { sensitivityLabel: { getAsync: getter('sensitivityLabel.getAsync', 'ReadWriteItem') } } : {}),
    ...(hasMailboxSet(client, '1.13') && runtime.itemKind === 'message' ? {
      delayDeliveryTime: {
        getAsync: api({ name: 'delayDeliveryTime.getAsync', values: 0, permission: 'ReadItem', isGetter: true, valueFrom: (time) => (time === 0 ? 0 : new Date(time as number)) }),
        setAsync: api({
          name: 'delayDeliveryTime.setAsync',
          values: 1,
          permission: 'ReadWriteItem',
          refuse: ([time]) => (time instanceof Date && !Number.isNaN(time.getTime()) ? null : { throws: 'ArgumentError', code: 9031, message: 'datetime must be a date' }),
          argsFor: ([time]) => [(time as Date).getTime()],
        }),
      },
    } : {}),
    getInitializationContextAsync: getter('getInitializationContextAsync'),
    ...(hasCall(client, '1.10', 'getComposeTypeAsync') && runtime.itemKind === 'message' ? { getComposeTypeAsync: getter('getComposeTypeAsync') } : {}),
    // The documentation asks for less to read, the 2022 code for ReadWriteItem; the stricter one is simulated.
    ...(client.oddities.sessionDataMissing ? {} : { sessionData: {
      getAsync: api({ name: 'sessionData.getAsync', values: 1, permission: 'ReadWriteItem', isGetter: true }),
      getAllAsync: getter('sessionData.getAllAsync', 'ReadWriteItem'),
      setAsync: api({ name: 'sessionData.setAsync', values: 2, permission: 'ReadWriteItem' }),
      removeAsync: api({ name: 'sessionData.removeAsync', values: 1, permission: 'ReadWriteItem' }),
      clearAsync: api({ name: 'sessionData.clearAsync', values: 0, permission: 'ReadWriteItem' }),
    } }),
    notificationMessages: {
      addAsync: notification('addAsync'),
      replaceAsync: notification('replaceAsync'),
      removeAsync: api({ name: 'notificationMessages.removeAsync', values: 1, permission: 'ReadItem' }),
      getAllAsync: getter('notificationMessages.getAllAsync'),
    },
    close: notInEventHandlers(runtime, 'item.close'),
    ...(hasMailboxSet(client, '1.14') ? { closeAsync: notInEventHandlers(runtime, 'item.closeAsync') } : {}),
    ...(client.smartAlerts.sendAsync
      ? { sendAsync: notInEventHandlers(runtime, 'item.sendAsync') ?? api({ name: 'sendAsync', values: 0, permission: 'ReadWriteMailbox' }) }
      : {}),
  };
}

/** Throws in event handlers; elsewhere it is not simulated, and so not there. */
export function notInEventHandlers(runtime: RuntimeInfo, name: string): (() => never) | undefined {
  if (runtime.kind !== 'events') return undefined;
  return () => {
    throw officeError('Error', `${name} is not available in an event handler.`);
  };
}

/** The 2022 office.js looks at recipients before the host does, on every client alike. */
function refuseRecipients([given]: readonly unknown[]): Refusal | null {
  if (!Array.isArray(given)) return { throws: 'ArgumentError', code: 9031, message: 'recipients must be an array' };
  if (given.length > LIMITS.recipientsPerCallInOfficeJs) return { throws: 'ArgumentOutOfRange', code: 9012, message: `more than ${LIMITS.recipientsPerCallInOfficeJs} recipients` };

  for (const each of given) {
    const { displayName, emailAddress } = (typeof each === 'string' ? { displayName: each, emailAddress: each } : each ?? {}) as Record<string, unknown>;
    if (!displayName && !emailAddress) return { throws: 'ArgumentError', code: 5010, message: 'a recipient has neither name nor address' };
    if (typeof displayName === 'string' && typeof each !== 'string' && displayName.length > LIMITS.displayName) return { throws: 'ArgumentOutOfRange', code: 9031, message: 'displayName is too long' };
    if (typeof emailAddress === 'string' && emailAddress.length > LIMITS.emailAddress) return { throws: 'ArgumentOutOfRange', code: 9031, message: 'emailAddress is too long' };
  }
  return null;
}

function refuseText(name: string, limit: number) {
  return ([text]: readonly unknown[]): Refusal | null => {
    if (typeof text !== 'string') return { throws: 'ArgumentError', code: 9031, message: `${name} must be a text` };
    return text.length > limit ? { throws: 'ArgumentOutOfRange', code: 9031, message: `${name} is too long` } : null;
  };
}
