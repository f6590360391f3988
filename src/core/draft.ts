import type { Purpose } from './purpose';

/** Messages have To, Cc and Bcc; meetings have required and optional attendees and no Bcc. */
export type RecipientField = 'to' | 'cc' | 'bcc' | 'required' | 'optional';

export const MESSAGE_FIELDS: readonly RecipientField[] = ['to', 'cc', 'bcc'];
export const MEETING_FIELDS: readonly RecipientField[] = ['required', 'optional'];

export interface Person {
  readonly address: string;
  readonly name: string;
}

export interface Recipient extends Person {
  readonly field: RecipientField;
  /** A distribution list or contact group whose members the client does not show. */
  readonly list?: boolean;
}

export interface Attachment {
  readonly name: string;
  /** Bytes, where the client tells. */
  readonly size?: number;
  readonly inline?: boolean;
}

export type ComposeType = 'newMail' | 'reply' | 'forward';

/** A part of the draft that the host tells, or fails to tell, on its own. */
export type HostPart = RecipientField | 'from' | 'subject' | 'body' | 'attachments' | 'label' | 'categories';

/** The same with what we keep beside the draft. */
export type DraftPart = HostPart | 'purpose' | 'openedWith';

/** A sensitivity label of Microsoft Purview; the name where the client can tell it. */
export interface SensitivityLabel {
  readonly id: string;
  /** Of a label below another one both: `Confidential/Board only`. */
  readonly name: string | null;
}

/** The message or meeting as it stands. Plain data; nobody changes it, edits make a new one. */
export interface Draft {
  readonly kind: 'message' | 'meeting';
  readonly from: Person | null;
  readonly recipients: readonly Recipient[];
  readonly subject: string;
  /** Plain text, quoted mail and signature included; `core/writing.ts` tells them apart. */
  readonly body: string;
  readonly attachments: readonly Attachment[];
  readonly composeType: ComposeType | null;
  /** Why the sender says the mail is written; `null` while nothing was declared. */
  readonly purpose: Purpose | null;
  /** Who stood in the fields when the reply or forward was opened; `null` for new mail, or where nobody looked. */
  readonly openedWith: readonly Person[] | null;
  /** `null`: not labelled, or a client without labels. */
  readonly label: SensitivityLabel | null;
  /** Names of Outlook's categories. */
  readonly categories: readonly string[];
  /** Parts that could not be read, or only in part (a list cut off at the client's limit). */
  readonly unread: readonly DraftPart[];
}

export const EMPTY_DRAFT: Draft = {
  kind: 'message',
  from: null,
  recipients: [],
  subject: '',
  body: '',
  attachments: [],
  composeType: 'newMail',
  purpose: null,
  openedWith: null,
  label: null,
  categories: [],
  unread: [],
};

/** Visible recipients read each other's addresses: everybody who is not in Bcc. */
export function isVisible(recipient: Recipient): boolean {
  return recipient.field !== 'bcc';
}

export function inField(draft: Draft, field: RecipientField): readonly Recipient[] {
  return draft.recipients.filter((recipient) => recipient.field === field);
}
