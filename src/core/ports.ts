import type { Draft, HostPart, Person, Recipient, RecipientField } from './draft';
import type { EvidenceQuestion, EvidenceSet } from './evidence';
import type { Policy } from './policy';
import type { DecisionRecord } from './record';
import type { Language } from './rule';

/** Time, handed in so that nobody below the entry points reads a clock of their own. */
export interface Clock {
  /** Milliseconds since 1970, UTC. */
  now(): number;
  /** Calls back once after so many milliseconds. Returns a function that calls it off. */
  after(milliseconds: number, call: () => void): () => void;
}

/** A call to the host that failed, was refused, or was never answered. */
export class MailboxFailure extends Error {
  readonly operation: string;
  /** Office.js error code where the host named one. */
  readonly code: number | null;
  readonly timedOut: boolean;

  constructor(operation: string, reason: { code?: number | null; timedOut?: boolean; message?: string }) {
    super(`${operation}: ${reason.message || (reason.timedOut ? 'no answer' : 'failed')}`);
    this.name = 'MailboxFailure';
    this.operation = operation;
    this.code = reason.code === undefined ? null : reason.code;
    this.timedOut = reason.timedOut === true;
  }
}

/** What the host says about one field. `complete` is false when the list was cut off at the client's limit. */
export interface FieldReading {
  readonly recipients: readonly Recipient[];
  readonly complete: boolean;
}

/** What this client can do, by requirement set; never guessed from a version. */
export interface Abilities {
  /** `confirm` can be offered in the dialog itself (Mailbox 1.14). */
  readonly sendModeOverride: boolean;
  /** The dialog can carry a button that opens the pane (1.14), or one that runs a function (1.15). */
  readonly dialogButton: 'none' | 'pane' | 'function';
  /** The dialog renders Markdown (1.15). */
  readonly markdown: boolean;
  /** A message can be made to wait before it is delivered (1.13). */
  readonly delay: boolean;
}

/**
 * The draft in the host. Reading never rejects: what fails is listed as unread. Writing rejects
 * with a MailboxFailure. Every call ends, by an answer or by the adapter's own timeout.
 */
export interface Mailbox {
  readonly kind: Draft['kind'];
  readonly abilities: Abilities;
  readonly language: Language;
  /** The mailbox's own person, for when From cannot be read. */
  readonly owner: Person | null;
  /** Reads the named parts, and everything else as empty. */
  readDraft(parts: readonly HostPart[]): Promise<Draft>;
  /** Rejects with a MailboxFailure. */
  readField(field: RecipientField): Promise<FieldReading>;
  /** Whether a field with so many people in it could still be read as a whole. */
  readsWhole(people: number): boolean;
  addRecipients(field: RecipientField, people: readonly Person[]): Promise<void>;
  setRecipients(field: RecipientField, people: readonly Person[]): Promise<void>;
  /** Puts plain text behind what the sender wrote, in front of quoted mail. Rejects with a MailboxFailure. */
  insertText(text: string): Promise<void>;
  /**
   * Has the message delivered no earlier than so many minutes from now; `null` takes that back. A
   * later time the sender has chosen stays, and so does any the sender has chosen when it is taken
   * back. Rejects with a MailboxFailure: without the ability `delay`, for meetings, in an event handler.
   */
  delayDelivery(minutes: number | null): Promise<void>;
  readonly session: SessionData;
}

/** How a notice leads to the pane: by a button of its own, by words that name the ribbon's, or not at all (phones). */
export type PaneAccess = 'button' | 'ribbon' | 'none';

/** A line above the draft, at most 150 UTF-16 units. */
export interface DraftNotice {
  readonly text: string;
  /** Opens the pane; its label has at most 30 UTF-16 units. */
  readonly button: { readonly label: string; readonly commandId: string } | null;
}

/** The bar above a draft, with our notices by their names. Nothing rejects. */
export interface NotificationBar {
  /** How many notices there is room for. */
  readonly room: number;
  /** What the most a notice can have; only one notice at a time has a button. */
  readonly pane: PaneAccess;
  /** The names of all our notices that stand; `null` where Outlook does not tell. */
  standing(): Promise<readonly string[] | null>;
  /** Puts a notice there, in place of one of the same name. False where Outlook did not take it. */
  show(name: string, notice: DraftNotice): Promise<boolean>;
  remove(name: string): Promise<boolean>;
}

/** Small texts that live as long as the draft is open, shared by the pane and the event handlers. */
export interface SessionData {
  /** `null` where nothing is kept, or this client keeps nothing; `undefined` where it did not answer. Never rejects. */
  read(key: string): Promise<string | null | undefined>;
  /** False where it could not be kept (too large, not available). Never rejects. */
  write(key: string, value: string): Promise<boolean>;
}

/** What the Smart Alert shows; texts keep Outlook's limits by construction. */
export interface SmartAlert {
  readonly errorMessage: string;
  readonly errorMessageMarkdown?: string;
  readonly cancelLabel?: string;
  readonly commandId?: string;
  /** JSON text. */
  readonly contextData?: string;
  readonly sendModeOverride?: 'promptUser';
}

/** A send that waits for its verdict. The first `complete` counts, later ones do nothing. */
export interface SendEvent {
  complete(verdict: { readonly allowEvent: true } | ({ readonly allowEvent: false } & SmartAlert)): void;
}

/** Asks about people, lists and domains. Never rejects: what could not be asked is unknown with the reason. */
export interface EvidenceSource {
  ask(question: EvidenceQuestion, withinMilliseconds: number): Promise<EvidenceSet>;
}

/**
 * Takes down who a mail was let go to, so that a first mail to somebody can be told from a later one.
 * Nobody waits for it, nobody hears whether it worked, and it never throws.
 */
export interface CorrespondenceLog {
  note(addressKeys: readonly string[]): void;
}

/**
 * Takes down what was decided. Nobody waits for it, nobody hears whether it worked, and it never throws; what
 * does not arrive is kept for the next time, as far as the client can keep anything.
 */
export interface RecordLog {
  take(record: DecisionRecord): void;
}

/** The policy in force and where it came from. Never rejects. */
export interface PolicySource {
  policy(withinMilliseconds: number): Promise<{ readonly policy: Policy; readonly origin: PolicyOrigin }>;
}

/** `builtIn`: the service has never answered this client. */
export type PolicyOrigin = 'service' | 'lastGood' | 'builtIn';
