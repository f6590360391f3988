import type { Contact } from '../../src/core/evidence';
import type { Purpose } from '../../src/core/purpose';
import type { Oddities } from '../../src/simulator/clients';
import type { Fault } from '../../src/simulator/host';
import type { HostProblem, SendMode } from '../../src/simulator/inside';
import type { EntrySetup, FieldName, ItemSetup } from '../../src/simulator/item';
import type { ButtonId, Network, SendDialog, SendResult } from '../../src/simulator/send';
import type { ServiceMood } from './service';

/*
 * A send as a table tells it: what is being sent, what goes wrong, what the sender does, and what
 * they see. Plain data that survives JSON, so that every runner can play it, in a browser, too.
 */

export const MODES: readonly SendMode[] = ['PromptUser', 'SoftBlock', 'Block'];

/** Clients that differ in what a scenario is about; `clients.ts` says who is in which. */
export type ClientGroup =
  | 'everywhere'
  | 'noButton' | 'paneButton' | 'functionButton' | 'anyButton'
  | 'web' | 'desktop' | 'mac' | 'notMac' | 'workOffline'
  | 'closingOpensPane' | 'closingJustCloses'
  | 'capAt500' | 'capAbove500';

export interface Scenario {
  /** Small letters and hyphens; the name a runner's report is compared by. */
  readonly id: string;
  readonly topic: Topic;
  /** What is sent, and what is special about it. */
  readonly says: string;
  /** Only these clients can get there. */
  readonly clients?: ClientGroup;
  /** The manifest's send modes it is played in; all of them where nothing is said. */
  readonly modes?: readonly SendMode[];
  readonly item: ItemSetup;
  /** The signed-in person where it is not Mara. */
  readonly owner?: EntrySetup;
  /** The organisation's policy document; its domain is own.example where nothing is said. `null`: nobody has written one. */
  readonly policy?: object | null;
  readonly contacts?: Readonly<Record<string, Contact>>;
  readonly service?: ServiceMood;
  readonly network?: Network;
  /** Send is pressed in the moment the window opens; on a Mac session data is not there yet. */
  readonly atOnce?: true;
  /** The add-in saw the draft being opened and had time for it. Without it, Send is the first it hears of the draft. */
  readonly seenBefore?: true;
  /** What Outlook finds where the add-in should be. `ours` where nothing is said. */
  readonly addin?: 'ours' | 'unavailable' | 'notAssociated' | 'neverAnswers' | 'throws';
  /** Faults of calls to Outlook, by Office.js's name of the call; `*` for all others. */
  readonly faults?: Readonly<Record<string, Fault>>;
  /** Milliseconds Outlook takes for each answer; none where nothing is said. */
  readonly callMilliseconds?: number;
  /** What a build was reported to do beyond what its client always does. */
  readonly oddities?: Partial<Oddities>;
  /** What Outlook has to complain of afterwards; nothing where nothing is said. */
  readonly problems?: readonly HostProblem['kind'][];
  readonly steps: readonly Step[];
  /** Why the outcome is right, or what the sender or administrator has to know. */
  readonly because?: string;
  /** Why Microsoft's libraries from npm cannot play it. */
  readonly onlySimulated?: string;
  /** Issues of OfficeDev/office-js this is about. */
  readonly issues?: readonly string[];
}

export type Topic = 'findings' | 'threads' | 'acknowledging' | 'senders' | 'recipients' | 'officeCalls' | 'service' | 'outlook';

export interface Step {
  readonly does: Act;
  /** What happens while the handler runs. */
  readonly meanwhile?: Act;
  /** What the sender sees then; one line for each case, and exactly one of them fits each client and mode. */
  readonly sees?: Sight | readonly Case[];
  /** Addresses per field afterwards; fields that are not named are not looked at. */
  readonly leaves?: Partial<Record<FieldName, readonly string[]>>;
}

export interface Case {
  readonly on?: ClientGroup;
  readonly mode?: SendMode | readonly SendMode[];
  readonly sees: Sight;
}

export type Act =
  | 'send'
  /** Presses the button that carries our label. */
  | 'pressOurs'
  /** Closes the dialog with the X. */
  | 'close'
  /** Waits until something takes the place of the dialog. */
  | 'wait'
  /** Goes to another item while the check runs. */
  | 'leave'
  /** Presses "Move to Bcc" in the ribbon. */
  | 'moveToBcc'
  /** Opens the draft again from Drafts. */
  | 'reopen'
  /** Lets events come to their end. */
  | 'pause'
  | { readonly press: ButtonId }
  | { readonly add: EntrySetup; readonly to: FieldName }
  | { readonly remove: string; readonly from: FieldName }
  | { readonly type: string; readonly into: FieldName }
  | { readonly rewrite: { readonly subject?: string; readonly body?: string } }
  | { readonly sendAs: EntrySetup }
  | { readonly attach: string }
  /** Confirms in the pane, with a reason if the policy wants one. */
  | { readonly acknowledge: { readonly reason?: string } }
  /** Says in the pane what the mail is for. */
  | { readonly declare: Purpose }
  /** Another Smart Alerts add-in is asked first, and stops the item; `null`: there is none any more. */
  | { readonly anotherAddin: string | null }
  | { readonly service: ServiceMood }
  | { readonly network: Network };

/** What the sender sees. `says`: pieces of the dialog's text in English. */
export type Sight =
  /** It goes out and nothing is shown. */
  | { readonly kind: 'sent'; readonly how: 'checked' | 'sendAnyway' | 'notChecked'; readonly to: 'recipients' | 'outbox' }
  /** Umsicht's question, findings that the sender may go on with. */
  | { readonly kind: 'asked'; readonly button: OurButton; readonly says: readonly string[] }
  /** The same where going on takes the pane: a reason, a tick for each person. */
  | { readonly kind: 'askedInPane'; readonly button: OurButton; readonly says: readonly string[] }
  /** Umsicht stops it. */
  | { readonly kind: 'stopped'; readonly button: OurButton; readonly says: readonly string[] }
  /** Umsicht's question, of which Outlook shows the buttons and its own sentence. */
  | { readonly kind: 'bareAlert'; readonly button: OurButton }
  /** A dialog that is Outlook's own. */
  | { readonly kind: 'outlook'; readonly dialog: Exclude<SendDialog['kind'], 'alert'>; readonly buttons: readonly ButtonId[] }
  /** It stays unsent. */
  | { readonly kind: 'kept'; readonly where: 'compose' | 'drafts'; readonly why: (SendResult & { kind: 'kept' })['why'] }
  /** The pane cannot keep what the sender says there, and tells them so. */
  | { readonly kind: 'notKept' };

export type OurButton = 'moveToBcc' | 'review';
