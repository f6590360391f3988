import type { Language } from '../core/rule';
import type { ClientProfile, ProfileId } from '../simulator/clients';
import type { RuntimeKind, SendMode } from '../simulator/inside';
import type { FieldName, ItemKind, Whereabouts } from '../simulator/item';
import type { SendResult } from '../simulator/send';
import { GERMAN } from './words-de';
import { ENGLISH } from './words-en';

/** What is said of a message, and otherwise of a meeting. */
export interface KindWords {
  readonly empty: string;
  readonly fresh: string;
  readonly compose: string;
  readonly subject: string;
  readonly addSubject: string;
  readonly body: string;
  /** Where a part of Outlook's window is left out. */
  readonly leftOut: string | null;
  readonly checking: (addin: string) => string;
  readonly gone: { readonly [W in Exclude<Whereabouts, 'compose'>]: string };
}

/** The playground's own words. What rules and the add-in say is theirs. */
export interface Words {
  readonly title: string;
  readonly simulation: string;
  readonly nothingSent: string;
  readonly limitsHeading: string;
  readonly limits: readonly string[];
  readonly languageLabel: string;

  readonly client: string;
  readonly clientNames: { readonly [C in ProfileId]: string };
  readonly clientMeans: (client: ClientProfile) => string;
  readonly mailboxSet: (set: string) => string;
  readonly sendMode: string;
  /** In place of what a send mode means, on phones. */
  readonly noSendMode: string;
  readonly sendModes: { readonly [M in SendMode]: { readonly name: string; readonly means: string } };
  readonly openDraft: string;
  readonly chooseDraft: string;
  readonly wholeDrafts: string;
  readonly settings: string;
  /** Under the choice of a draft: who answers the add-in's questions. */
  readonly bringsOwn: string;
  readonly fromService: string;

  readonly composeWindow: string;
  readonly ribbon: string;
  readonly send: string;
  readonly attach: string;
  readonly from: string;
  readonly fields: { readonly [F in FieldName]: string };
  readonly fieldLabel: { readonly [F in FieldName]: string };
  readonly recipientsIn: { readonly [F in FieldName]: string };
  /** Behind a name: where somebody stands. */
  readonly inField: { readonly [F in FieldName]: string };
  readonly removePerson: (name: string) => string;
  readonly notRecognised: (text: string) => string;
  readonly moveTo: { readonly [F in FieldName]: string };
  readonly remove: string;
  readonly edit: string;
  readonly suggestions: string;
  readonly attachments: string;
  readonly removeAttachment: (name: string) => string;
  readonly notifications: string;
  readonly dismiss: string;

  /** Beside a phone: what is there, and what is not. */
  readonly phone: { readonly heading: string; readonly notes: readonly string[] };

  readonly pane: string;
  readonly closePane: string;
  readonly kinds: { readonly [K in ItemKind]: KindWords };
  readonly gone: { readonly [W in Exclude<Whereabouts, 'compose'>]: string };
  readonly sameAgain: string;
  readonly backToDraft: string;

  readonly working: (addin: string) => string;

  readonly log: string;
  readonly logEmpty: string;
  readonly clearLog: string;
  readonly logEntry: {
    readonly sent: string;
    readonly outbox: string;
    readonly stopped: string;
    readonly drafts: string;
    readonly command: string;
    readonly call: string;
    readonly problem: string;
  };
  readonly checked: string;
  readonly unchecked: string;
  readonly pressed: (button: string) => string;
  readonly offered: (buttons: string) => string;
  readonly noSubject: string;
  readonly seesTable: string;
  readonly recipient: string;
  readonly gotIn: string;
  readonly sees: string;
  readonly seesCount: (others: number) => string;
  readonly seesNobody: string;
  readonly strangers: (count: number) => string;
  /** So many people read addresses of strangers in this mail. */
  readonly disclosed: (readers: number) => string;
  readonly sendAnyway: string;
  readonly kept: { readonly [W in (SendResult & { kind: 'kept' })['why']]: string };
  readonly commandFailed: string;
  readonly runtimes: { readonly [K in RuntimeKind]: string };

  readonly faults: string;
  readonly faultsHint: string;
  readonly unreachable: string;
  readonly unreachableHint: string;
  readonly slowCalls: string;
  readonly slowCallsHint: string;
  readonly slowness: readonly { readonly milliseconds: number; readonly label: string }[];
  readonly failingCall: string;
  readonly failingCallHint: string;
  readonly noCall: string;
  readonly failHow: string;
  readonly failHows: { readonly fail: string; readonly hang: string; readonly empty: string; readonly throw: string };
  readonly faultsOn: string;
}

export const WORDS: { readonly [L in Language]: Words } = { de: GERMAN, en: ENGLISH };
