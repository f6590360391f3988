/** Something that not every Outlook has. What is done without it stands in `outlook/abilities.ts`. */
export type Ability =
  | 'draft' | 'bodyWriting' | 'sender' | 'recipientsChanged' | 'attachments' | 'categories' | 'handOver'
  | 'composeType' | 'notificationButton' | 'composeEvents' | 'changeEvents' | 'sessionData'
  | 'sendEvents' | 'senderEvents' | 'sensitivityLabel' | 'delay'
  | 'sendModeOverride' | 'paneButton' | 'theme'
  | 'functionButton' | 'markdown' | 'initializationContextChanged' | 'longLists';

/** Where the add-in runs, as far as that makes a difference. New Outlook on Windows is the one for the web in a window. */
export const PLACES = ['web', 'windows', 'mac', 'phone', 'unknown'] as const;
export type Place = (typeof PLACES)[number];

/** The Outlook the add-in has found itself in. */
export interface Client {
  readonly place: Place;
  readonly can: { readonly [A in Ability]: boolean };
  /** So many people in one field are read for certain; of more, some may be kept back. */
  readonly wholeList: number;
}
