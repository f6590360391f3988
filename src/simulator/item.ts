import type { LaunchEvent } from './clients';

/** Recipient fields under Office.js's own names. */
export type FieldName = 'to' | 'cc' | 'bcc' | 'requiredAttendees' | 'optionalAttendees';
export const MESSAGE_FIELD_NAMES: readonly FieldName[] = ['to', 'cc', 'bcc'];
export const MEETING_FIELD_NAMES: readonly FieldName[] = ['requiredAttendees', 'optionalAttendees'];

export type RecipientType = 'user' | 'distributionList' | 'externalUser' | 'other';

/** A recipient Outlook has resolved. The address is empty for contact groups, `/o=…` for some old entries. */
export interface Entry {
  readonly displayName: string;
  readonly emailAddress: string;
  readonly recipientType: RecipientType;
}

/** Text in a recipient field that Outlook has not resolved; add-ins never see it. */
export interface TypedText {
  readonly text: string;
  readonly byAddIn: boolean;
}

/** An attachment as `getAttachmentsAsync` lists it. Size in bytes. */
export interface ItemAttachment {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly isInline: boolean;
  readonly attachmentType: 'file' | 'item' | 'cloud';
}

export interface NotificationAction {
  readonly actionType: string;
  readonly actionText: string;
  readonly commandId: string;
  readonly contextData?: unknown;
}

export interface NotificationDetails {
  readonly type: 'informationalMessage' | 'progressIndicator' | 'errorMessage' | 'insightMessage';
  readonly message: string;
  readonly icon?: string;
  readonly persistent?: boolean;
  readonly actions?: readonly NotificationAction[];
}

export interface Notification extends NotificationDetails {
  readonly key: string;
}

export interface Body {
  readonly html: string;
  readonly text: string;
}

export type Whereabouts = 'compose' | 'sent' | 'outbox' | 'drafts';

export type ItemKind = 'message' | 'meeting';

/** The item as it stands in the host. Replaced whole on every change, so that a snapshot stays what it was. */
export interface ItemState {
  readonly kind: ItemKind;
  readonly composeType: 'newMail' | 'reply' | 'forward';
  /** Opened from Drafts, so that it is not new. */
  readonly isSavedDraft: boolean;
  /** In a window of its own, or in the reading pane or the calendar. */
  readonly window: 'own' | 'embedded';
  readonly from: Entry;
  readonly recipients: Readonly<Partial<Record<FieldName, readonly Entry[]>>>;
  readonly typed: Readonly<Partial<Record<FieldName, readonly TypedText[]>>>;
  readonly subject: string;
  readonly body: Body;
  /** Plain-text mail takes no HTML. */
  readonly bodyType: 'html' | 'text';
  readonly attachments: readonly ItemAttachment[];
  /** Id of the sensitivity label; empty where there is none. */
  readonly label: string;
  readonly categories: readonly string[];
  /** Milliseconds since 1970 before which the mail is not delivered; 0: at once. */
  readonly deliverAt: number;
  readonly sessionData: Readonly<Record<string, string>>;
  readonly notifications: readonly Notification[];
  readonly initializationContext: string;
  readonly where: Whereabouts;
}

/** A person as a scenario names one: an address, or all of it. */
export type EntrySetup = string | { readonly displayName?: string; readonly emailAddress: string; readonly recipientType?: RecipientType };

export type ItemSetup = {
  readonly kind?: ItemKind;
  readonly composeType?: ItemState['composeType'];
  readonly isSavedDraft?: boolean;
  /** Messages are written in the reading pane where nothing is said, meetings in a window of their own. */
  readonly window?: ItemState['window'];
  readonly from?: EntrySetup;
  /** Texts that are not resolved, per field. */
  readonly typed?: Partial<Record<FieldName, readonly string[]>>;
  readonly subject?: string;
  readonly body?: Partial<Body>;
  readonly bodyType?: ItemState['bodyType'];
  readonly label?: string;
  readonly categories?: readonly string[];
  readonly deliverAt?: number;
  readonly attachments?: readonly (Partial<ItemAttachment> & { readonly name: string })[];
} & Partial<Record<FieldName, readonly EntrySetup[]>>;

export function fieldsOf(kind: ItemState['kind']): readonly FieldName[] {
  return kind === 'message' ? MESSAGE_FIELD_NAMES : MEETING_FIELD_NAMES;
}

export function entriesIn(item: ItemState, field: FieldName): readonly Entry[] {
  return item.recipients[field] ?? [];
}

export function typedIn(item: ItemState, field: FieldName): readonly TypedText[] {
  return item.typed[field] ?? [];
}

/** Builds an item from a scenario; whatever is not given is empty. Fields the kind does not have are a mistake and throw. */
export function itemFrom(setup: ItemSetup, owner: Entry): ItemState {
  const kind = setup.kind ?? 'message';
  const fields = fieldsOf(kind);
  const strange = [...MESSAGE_FIELD_NAMES, ...MEETING_FIELD_NAMES].filter((field) => setup[field] && !fields.includes(field));
  if (strange.length > 0) throw new Error(`A ${kind} has no ${strange.join(', ')}.`);

  return {
    kind,
    composeType: setup.composeType ?? 'newMail',
    isSavedDraft: setup.isSavedDraft ?? false,
    window: setup.window ?? (kind === 'meeting' ? 'own' : 'embedded'),
    from: setup.from === undefined ? owner : entryFrom(setup.from),
    recipients: perField(fields, (field) => (setup[field] ?? []).map(entryFrom)),
    typed: perField(fields, (field) => (setup.typed?.[field] ?? []).map((text) => ({ text, byAddIn: false }))),
    subject: setup.subject ?? '',
    body: bodyFrom(setup.body ?? {}),
    bodyType: setup.bodyType ?? 'html',
    label: setup.label ?? '',
    categories: setup.categories ?? [],
    deliverAt: setup.deliverAt ?? 0,
    attachments: (setup.attachments ?? []).map((each, index) => ({ id: `attachment-${index + 1}`, size: 0, isInline: false, attachmentType: 'file', ...each })),
    sessionData: {},
    notifications: [],
    initializationContext: '',
    where: 'compose',
  };
}

export function entryFrom(setup: EntrySetup): Entry {
  if (typeof setup === 'string') return { displayName: setup, emailAddress: setup, recipientType: 'externalUser' };
  return {
    displayName: setup.displayName ?? setup.emailAddress,
    emailAddress: setup.emailAddress,
    recipientType: setup.recipientType ?? 'externalUser',
  };
}

/** Both forms of a body from either; only as much HTML as a compose window needs. */
export function bodyFrom({ html, text }: Partial<Body>): Body {
  if (html !== undefined) return { html, text: text ?? textOf(html) };
  if (text === undefined) return { html: '', text: '' };
  return { html: `<div>${text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/\r?\n/g, '<br>')}</div>`, text };
}

/** Pictures that come with the mail rather than from the web. */
export function countPictures(html: string): number {
  return (html.match(/<img\b[^>]*\bsrc=["']?(?!https?:)/gi) ?? []).length;
}

function textOf(html: string): string {
  return html
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<(style|script|title)[\s\S]*?<\/\1>/gi, '')
    .replace(/<br\s*\/?>|<\/(p|div|li|tr|h[1-6])>/gi, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&nbsp;/g, ' ').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code))).replace(/&amp;/g, '&')
    .trim();
}

function perField<T>(fields: readonly FieldName[], valueOf: (field: FieldName) => T): Partial<Record<FieldName, T>> {
  return Object.fromEntries(fields.map((field) => [field, valueOf(field)]));
}

/** The event that tells handlers about a change, by the kind of item. */
export function changeEvent(kind: ItemState['kind'], what: 'recipients' | 'attachments' | 'from' | 'send'): LaunchEvent {
  const names = {
    recipients: ['OnMessageRecipientsChanged', 'OnAppointmentAttendeesChanged'],
    attachments: ['OnMessageAttachmentsChanged', 'OnAppointmentAttachmentsChanged'],
    from: ['OnMessageFromChanged', 'OnAppointmentFromChanged'],
    send: ['OnMessageSend', 'OnAppointmentSend'],
  } as const;
  return names[what][kind === 'message' ? 0 : 1];
}
