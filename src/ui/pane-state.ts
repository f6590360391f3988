import type { ClientView } from '../presentation/client-view';
import type { FindingCard, PaneView } from '../presentation/pane-view';
import type { Purpose } from '../core/purpose';
import type { Failure } from './text';

/** What is going on beside what the view says. */
export interface PaneState {
  /** A newer check is under way; what is shown may be out of date in a moment. */
  readonly checking: boolean;
  /** What the sender has asked for and is not done yet: a card's key, or one of the pane's own actions. */
  readonly busy: { readonly card: string } | 'undo' | 'purpose' | 'acknowledge' | null;
  readonly result: ActionResult | null;
  /** This client sends after an acknowledgement only, or the sender comes from the dialog. */
  readonly mayAcknowledge: boolean;
}

/** How the last change ended, in words. */
export interface ActionResult {
  /** A new number for each result, so that the same words twice are two results. */
  readonly id: number;
  readonly tone: 'good' | 'warning' | 'stop';
  readonly text: string;
  readonly undo: boolean;
  /** The sender has just caused it here, so the focus goes to it; otherwise it was found on the way. */
  readonly fresh: boolean;
}

export interface PaneActions {
  readonly fix: (card: FindingCard) => void;
  readonly undo: () => void;
  /** `null` takes the declaration back. */
  readonly declare: (purpose: Purpose | null) => void;
  /** With the reason the sender gave, empty for none. */
  readonly acknowledge: (reason: string) => void;
}

/** Where the sender stands with the service: `none` where nobody wants to know who asks, `unavailable` where this Outlook has no way to say, `signingIn` while a window is open for it. */
export type SignInState = 'none' | 'pending' | 'signingIn' | 'signedIn' | 'needed' | 'unavailable';

/** Everything the page may be showing. */
export type Screen =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly failure: Failure; readonly playground: string | null }
  | { readonly kind: 'ready'; readonly view: PaneView; readonly state: PaneState; readonly client: ClientView };
