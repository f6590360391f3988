/**
 * Microsoft's office.js calls its host by numbers ("dispatch ids"). This is the translation into the
 * names and arguments of the public API, which the simulated host answers, and back. The numbers are
 * the same in its library for the web and in the one for Windows, as seen in the traffic of npm
 * @microsoft/office-js 1.1.110. Parameters are under the names the one for the web gives them.
 */
export interface HostCall {
  readonly method: string;
  readonly args: readonly unknown[];
}

type Params = Readonly<Record<string, unknown>>;

interface Dispatch {
  call(params: Params, kind: 'message' | 'meeting'): HostCall;
  /** The value as it travels; as it is where nothing is said. */
  reply?(value: unknown): unknown;
}

const DISPATCH: Readonly<Record<number, Dispatch>> = {
  14: plain('body.getTypeAsync'),
  15: { call: (params, kind) => ({ method: `${fieldName(params, kind)}.getAsync`, args: [] }), reply: (value) => value && (value as OfficePerson[]).map(wirePerson) },
  17: { call: ({ subject }) => ({ method: 'subject.setAsync', args: [subject] }) },
  18: plain('subject.getAsync'),
  21: { call: (params, kind) => ({ method: `${fieldName(params, kind)}.setAsync`, args: [officePeople(params)] }) },
  22: { call: (params, kind) => ({ method: `${fieldName(params, kind)}.addAsync`, args: [officePeople(params)] }) },
  33: { call: ({ key, ...details }) => ({ method: 'notificationMessages.addAsync', args: [key, officeNotification(details)] }) },
  34: { ...plain('notificationMessages.getAllAsync') },
  35: { call: ({ key, ...details }) => ({ method: 'notificationMessages.replaceAsync', args: [key, officeNotification(details)] }) },
  36: { call: ({ key }) => ({ method: 'notificationMessages.removeAsync', args: [key] }) },
  37: { call: ({ coercionType }) => ({ method: 'body.getAsync', args: [coercion(coercionType)] }) },
  38: { call: ({ data, coercionType }) => ({ method: 'body.setAsync', args: [data, coercion(coercionType)] }) },
  99: plain('getInitializationContextAsync'),
  107: { ...plain('from.getAsync'), reply: (value) => value && wirePerson(value as OfficePerson) },
  149: { ...plain('getAttachmentsAsync'), reply: (value) => value && (value as { attachmentType: string }[]).map((each) => ({ ...each, attachmentType: ATTACHMENT_TYPES.indexOf(each.attachmentType) })) },
  157: plain('categories.getAsync'),
  166: plain('delayDeliveryTime.getAsync'),
  167: { call: ({ time }) => ({ method: 'delayDeliveryTime.setAsync', args: [time] }) },
  174: plain('getComposeTypeAsync'),
  185: { call: ({ name, value }) => ({ method: 'sessionData.setAsync', args: [name, value] }) },
  186: { call: ({ name }) => ({ method: 'sessionData.getAsync', args: [name] }) },
  187: plain('sessionData.getAllAsync'),
  188: plain('sessionData.clearAsync'),
  189: { call: ({ name }) => ({ method: 'sessionData.removeAsync', args: [name] }) },
};

/** Telemetry of the library's object model: taken, and not answered with anything. */
const TELEMETRY: readonly number[] = [163, 193, 400, 401, 402, 403];

export function isTelemetry(dispatchId: number): boolean {
  return TELEMETRY.includes(dispatchId);
}

/** `undefined` for numbers the played Outlook does not know. */
export function hostCall(dispatchId: number, params: unknown, kind: 'message' | 'meeting'): HostCall | undefined {
  const dispatch = DISPATCH[dispatchId];
  return dispatch && dispatch.call((params ?? {}) as Params, kind);
}

export function wireValue(dispatchId: number, value: unknown): unknown {
  const reply = DISPATCH[dispatchId]?.reply;
  return reply ? reply(value) : value;
}

function plain(method: string): Dispatch {
  return { call: () => ({ method, args: [] }) };
}

const FIELDS = { message: ['to', 'cc', 'bcc'], meeting: ['requiredAttendees', 'optionalAttendees'] } as const;

function fieldName({ recipientField }: Params, kind: 'message' | 'meeting'): string {
  return FIELDS[kind][recipientField as number] ?? `field ${String(recipientField)}`;
}

interface OfficePerson {
  readonly displayName: string;
  readonly emailAddress: string | null;
  readonly recipientType?: string;
}

const RECIPIENT_TYPES = ['other', 'distributionList', 'user', 'externalUser'];
const ATTACHMENT_TYPES = ['file', 'item', 'cloud'];
const NOTIFICATION_TYPES = ['informationalMessage', 'progressIndicator', 'errorMessage', 'insightMessage'];

function wirePerson({ displayName, emailAddress, recipientType }: OfficePerson): object {
  return { name: displayName, address: emailAddress, ...(recipientType === undefined ? {} : { recipientType: RECIPIENT_TYPES.indexOf(recipientType) }) };
}

function officePeople({ recipientArray }: Params): readonly OfficePerson[] {
  return (recipientArray as { name: string; address: string }[]).map(({ name, address }) => ({ displayName: name, emailAddress: address }));
}

function officeNotification(details: Params): object {
  return { ...details, type: NOTIFICATION_TYPES[details['type'] as number] };
}

function coercion(wire: unknown): string {
  return wire === 3 ? 'html' : 'text';
}
