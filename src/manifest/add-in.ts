import type { InEachLanguage } from '../core/rule';
import type { SendMode } from './launch-events';

/** All that Outlook is told about an add-in, from which both kinds of manifest are made. */
export interface AddIn {
  /** GUID. Another one is another add-in. */
  readonly id: string;
  /** That of the unified manifest, which can be in use beside the XML manifest and hides it then. */
  readonly unifiedId: string;
  /** Three numbers of at most five digits; has to rise with every change. */
  readonly version: string;
  readonly provider: string;
  readonly name: string;
  /** At most 250 characters, because of the XML manifest. */
  readonly description: InEachLanguage;
  /** The same in at most 80 characters, for the unified manifest. */
  readonly summary: InEachLanguage;
  readonly pages: Pages;
  readonly icons: readonly Icon[];
  readonly surfaces: readonly Surface[];
  readonly events: readonly LaunchEvent[];
  /** Whether it is offered to Outlook on Android and iOS, with the events there are. */
  readonly mobile: boolean;
}

/** Absolute addresses. */
export interface Pages {
  readonly taskpane: string;
  readonly commands: string;
  /** What browsers and webviews load for events. */
  readonly launchEventPage: string;
  /** What classic Outlook on Windows loads for them, alone. No query: see `editionBase`. */
  readonly launchEventScript: string;
  readonly icon64: string;
  readonly icon128: string;
  readonly support: string;
  readonly privacy: string;
  readonly terms: string;
}

/** A picture in several sizes. */
export interface Icon {
  /** Begins the ids of its resources. */
  readonly id: string;
  /** Pixels → absolute address. */
  readonly sizes: readonly { readonly pixels: number; readonly url: string }[];
}

/** A place in Outlook with buttons of the add-in. */
export interface Surface {
  readonly where: 'message' | 'meeting';
  readonly group: { readonly id: string; readonly label: string };
  readonly buttons: readonly Button[];
}

export interface Button {
  /** Unique in the whole manifest; what a Smart Alert names as its command. */
  readonly id: string;
  readonly label: InEachLanguage;
  readonly tip: InEachLanguage;
  /** Id of an icon. */
  readonly icon: string;
  readonly action: { readonly kind: 'pane' } | { readonly kind: 'function'; readonly name: string };
}

export interface LaunchEvent {
  /** As the XML manifest calls it. */
  readonly type: string;
  /** What the scripts associate. */
  readonly functionName: string;
  /** For the send events. */
  readonly sendMode?: SendMode;
}
