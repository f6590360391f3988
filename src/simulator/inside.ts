import type { Clock } from '../core/ports';
import type { Language } from '../core/rule';
import type { ClientProfile, LaunchEvent } from './clients';
import type { Entry, FieldName, ItemState } from './item';

/** A sensitivity label as the catalog lists it. */
export interface Label {
  readonly id: string;
  readonly name: string;
  readonly children?: readonly Label[];
}

/** Where a piece of the add-in runs. They share nothing but the item. */
export type RuntimeKind = 'events' | 'commands' | 'pane';

export type SendMode = 'PromptUser' | 'SoftBlock' | 'Block';

/** A button of the manifest. The id is what `commandId` names. */
export interface ManifestControl {
  readonly id: string;
  readonly action: 'pane' | 'function';
  readonly functionName?: string;
  /** The kind of window whose ribbon it is in; any where nothing is said. */
  readonly where?: 'message' | 'meeting';
}

/** Something the add-in did that Outlook would punish, or that Microsoft forbids without saying what happens then. */
export interface HostProblem {
  readonly kind:
    | 'completedTwice' | 'completedLate' | 'allowEventMissing' | 'unknownOption' | 'wrongType' | 'tooLong' | 'markdown'
    | 'errorMessageMissing' | 'unknownCommand' | 'commandNotSupported' | 'contextWithoutCommand' | 'sendModeOverride'
    | 'recipientsChangedWhileSending' | 'changedInPreview' | 'bodyWrittenWhileSending' | 'delayedWhileSending' | 'tooManyCalls' | 'notAssociated' | 'handlerFailed' | 'handlerTimedOut'
    | 'noRuntime';
  readonly message: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** Things an add-in's page can listen to, and what comes with them. */
export interface HostEvents {
  readonly recipientsChanged: Readonly<Record<string, boolean>>;
  readonly initializationContextChanged: { readonly type: 'olkInitializationContextChanged'; readonly initializationContextData: string };
  readonly officeThemeChanged: { readonly type: 'officeThemeChanged'; readonly officeTheme: OfficeTheme };
}

/** Colours as `#rrggbb`. */
export interface OfficeTheme {
  readonly bodyBackgroundColor: string;
  readonly bodyForegroundColor: string;
  readonly controlBackgroundColor: string;
  readonly controlForegroundColor: string;
}

/** What just changed, for whoever draws the window. */
export type HostChange = 'item' | 'pane' | 'sending' | 'problems';

/** The host as its own parts see it. */
export interface Inside {
  readonly client: ClientProfile;
  readonly clock: Clock;
  readonly language: Language;
  readonly addinName: string;
  readonly sendMode: SendMode;
  readonly controls: readonly ManifestControl[];
  readonly directory: readonly Entry[];
  /** `null`: labels are off in this organisation. */
  readonly labels: readonly Label[] | null;
  /** Milliseconds since 1970 when the item was opened. */
  openedAt(): number;
  item(): ItemState;
  change(next: Partial<ItemState>): void;
  /** Replaces the recipients of one field and tells everybody who wants to know. */
  changeRecipients(field: FieldName, next: Partial<{ entries: ItemState['recipients'][FieldName]; typed: ItemState['typed'][FieldName] }>, by: 'user' | 'addIn'): void;
  raise(event: LaunchEvent, extra?: Readonly<Record<string, unknown>>): void;
  emit<E extends keyof HostEvents>(event: E, payload: HostEvents[E]): void;
  changed(what: HostChange): void;
  problem(kind: HostProblem['kind'], message: string): void;
  /** True while the send handler of this item runs. */
  isSending(): boolean;
  /** The add-in changed something that its own send handler does not survive. */
  spoilSending(how: 'handlerDies' | 'leftInDrafts'): void;
}
