/*
 * What each Outlook client can do and where it stops, as far as a guard can meet it.
 *
 * Source: Microsoft's documentation of Outlook add-ins, of the Mailbox requirement sets and of Smart Alerts
 * (OfficeDev/office-js-docs-pr and office-js-docs-reference), npm @types/office-js 1.0.612, and the issues of
 * OfficeDev/office-js named beside a figure. As of 2026-08-21. Never measured in a running Outlook.
 */

const LAUNCH_EVENTS = [
  'OnNewMessageCompose', 'OnNewAppointmentOrganizer', 'OnMessageCompose', 'OnAppointmentOrganizer',
  'OnMessageRecipientsChanged', 'OnAppointmentAttendeesChanged',
  'OnMessageAttachmentsChanged', 'OnAppointmentAttachmentsChanged',
  'OnMessageFromChanged', 'OnAppointmentFromChanged',
  'OnInfoBarDismissClicked', 'OnMessageSend', 'OnAppointmentSend',
] as const;
export type LaunchEvent = (typeof LAUNCH_EVENTS)[number];

export type ClientId =
  | 'classicWindows_1_12' | 'classicWindows_1_13' | 'classicWindows_1_14' | 'classicWindows_1_15' | 'classicWindows_1_16'
  | 'newWindows' | 'web' | 'mac';
export type PhoneId = 'android' | 'ios';

/** Where a limit is `null` the documentation names none. Characters are UTF-16 units. */
export interface ClientProfile {
  readonly id: ProfileId;
  readonly label: string;
  /** `Office.context.platform`. */
  readonly platform: 'PC' | 'Mac' | 'OfficeOnline' | 'Android' | 'iOS';
  /** `Office.context.mailbox.diagnostics.hostName`; classic Windows and Mac have the same. */
  readonly hostName: 'Outlook' | 'newOutlookWindows' | 'OutlookWebApp' | 'OutlookAndroid' | 'OutlookIOS';
  readonly hostVersion: string;
  /** Highest Mailbox requirement set, as `1.x`. */
  readonly mailboxSet: string;
  /** Calls of later sets that are there all the same, and calls of the set that are not; a name ending in `.` stands for all below it. */
  readonly alsoHas: readonly string[];
  readonly lacks: readonly string[];
  /** What runs event handlers: a script engine without a page, or a hidden page. */
  readonly eventRuntime: 'javascriptOnly' | 'browser';
  readonly events: readonly LaunchEvent[];
  /** Milliseconds until an event handler is given up. */
  readonly handlerTimeoutMs: number;
  readonly recipients: {
    /** Most entries one `addAsync` or `setAsync` takes. */
    readonly perCall: number | null;
    /** Most entries a field holds. */
    readonly perField: number | null;
    /** `getAsync` leaves out everybody after that many, and does not say so. */
    readonly getMax: number | null;
  };
  /** All keys and values of one item together. */
  readonly sessionDataMax: number;
  /** For so long after the item was opened, event handlers read no session data (#5951). */
  readonly sessionDataLateMs: number;
  readonly callsInFlight: number | null;
  readonly notificationsMax: number;
  /** What becomes of one notification too many: it is refused, or it takes the place of the others. */
  readonly notificationsBeyond: 'refused' | 'replace';
  /** Tells the categories of a message that is being written; those of a meeting every client tells. */
  readonly messageCategories: boolean;
  readonly smartAlerts: {
    readonly cancelLabel: boolean;
    readonly commandPane: boolean;
    readonly commandFunction: boolean;
    readonly contextData: boolean;
    readonly sendModeOverride: boolean;
    readonly markdown: boolean;
    readonly initializationContextChanged: boolean;
    readonly sendAsync: boolean;
    /**
     * Which button label and command apply to. `dontSend`: Don't Send, always there. `takeAction`: a button of its
     * own, there only with a command, beside a Don't Send that cannot be changed.
     */
    readonly button: 'dontSend' | 'takeAction';
  };
  /** Has a Work Offline mode that send modes know (classic from 2310, Mac from 16.80). */
  readonly workOffline: boolean;
  /**
   * What becomes of a check when the user goes elsewhere and the item stands in a window of its own: it goes on in the
   * background (web, new Windows, Mac, classic from 2402), or as in the reading pane (older ones; assumed, the
   * documentation only says that they do not).
   */
  readonly checksInBackground: boolean;
  /** Raises `OnAppointmentSend` for meetings in a window of their own only. */
  readonly meetingsInOwnWindowOnly: boolean;
  readonly oddities: Oddities;
}

/** Behaviour reported or documented for one client only, which a guard can trip over. */
export interface Oddities {
  /** `bcc.setAsync([])` answers that it worked, and leaves Bcc as it was (#2925). */
  readonly emptyBccSetIgnored: boolean;
  /** A `setAsync` that changes nothing but the `+tag` of addresses is ignored (#6015). */
  readonly plusTagChangeIgnored: boolean;
  /** Line breaks in `errorMessage` are shown as blanks (#2949). */
  readonly newlinesLost: boolean;
  /** Changing recipients while the send handler runs: it can no longer complete (#5132), or the mail is left in Drafts (#6196). */
  readonly recipientsChangedWhileSending: 'nothing' | 'handlerDies' | 'leftInDrafts';
  /** An add-in that changes recipients raises an event, and with it ends its own event handlers that are still running (#5132, comment on #4669). */
  readonly ownChangeCutsOff: boolean;
  /** Looking at a saved draft in the list raises events as if it were opened (#4472). */
  readonly previewRaisesEvents: boolean;
  /** Sending a reply raises the event of changed recipients once more (readme of Microsoft's sample outlook-tag-external). */
  readonly sendRaisesRecipientsChanged: boolean;
  /** Writing the body in the send handler starts the handler again and again (#6376). */
  readonly bodyWriteWhileSendingLoops: boolean;
  /** A body with so many pictures of its own loses its end when it is written (#6944); `null`: never. */
  readonly picturesThatCutBody: number | null;
  /** No categories are `null`, not an empty list (documented to differ by version). */
  readonly noCategoriesIsNull: boolean;
  /** Without `errorMessage`, label and command of the button are ignored (#5233). */
  readonly buttonNeedsErrorMessage: boolean;
  /** Some builds drop `errorMessage` when there is a command (#5828). Off by default; switch it on to try. */
  readonly errorMessageLostWithCommand: boolean;
  /** Closing the dialog with X does what the Don't Send button does (classic before 2410). */
  readonly closingRunsCommand: boolean;
  /** A name that does not resolve keeps the mail from being sent, and names the add-in if that put it there. */
  readonly unresolvedBlocksSend: boolean;
  /** An address that is not known is `null`, not an empty text (#2502). */
  readonly missingAddressIsNull: boolean;
  /** There is no item: a shared mailbox that is hidden from the address list (Microsoft, shared folders). Off by default. */
  readonly itemMissing: boolean;
  /** The item has no session data at all (reported of builds of classic Windows: #4154, #4169, #2300). Off by default. */
  readonly sessionDataMissing: boolean;
  /** `getComposeTypeAsync` says `newMail` in the send handler, whatever the item is (#6739). */
  readonly composeTypeLostWhileSending: boolean;
  /** `getComposeTypeAsync` says `newMail` of a reply that is opened again from Drafts (#4835, which names no client). */
  readonly composeTypeLostInDrafts: boolean;
  /** `getComposeTypeAsync` says `newMail` whatever the item is (reported of builds on Windows and Mac: #6652). Off by default. */
  readonly composeTypeLostAlways: boolean;
  /** The initialization context of an earlier dialog is still there when the user opens the pane by hand (#3517). */
  readonly contextPersists: boolean;
  /** A `contextData` text comes back encoded as JSON once more (#3841 reports both; which client does it is not known). */
  readonly contextEncodedTwice: boolean;
}

const UNREMARKABLE: Oddities = {
  emptyBccSetIgnored: false,
  plusTagChangeIgnored: false,
  newlinesLost: false,
  recipientsChangedWhileSending: 'nothing',
  ownChangeCutsOff: false,
  previewRaisesEvents: false,
  sendRaisesRecipientsChanged: false,
  bodyWriteWhileSendingLoops: false,
  picturesThatCutBody: null,
  noCategoriesIsNull: false,
  buttonNeedsErrorMessage: false,
  errorMessageLostWithCommand: false,
  closingRunsCommand: false,
  unresolvedBlocksSend: false,
  missingAddressIsNull: false,
  itemMissing: false,
  sessionDataMissing: false,
  composeTypeLostWhileSending: false,
  composeTypeLostInDrafts: true,
  composeTypeLostAlways: false,
  contextPersists: false,
  contextEncodedTwice: false,
};

const EVENTS_1_12: readonly LaunchEvent[] = [
  'OnNewMessageCompose', 'OnNewAppointmentOrganizer', 'OnMessageCompose', 'OnAppointmentOrganizer',
  'OnMessageRecipientsChanged', 'OnAppointmentAttendeesChanged',
  'OnMessageAttachmentsChanged', 'OnAppointmentAttachmentsChanged',
  'OnInfoBarDismissClicked', 'OnMessageSend', 'OnAppointmentSend',
];
const EVENTS_1_13: readonly LaunchEvent[] = [...EVENTS_1_12, 'OnMessageFromChanged'];

const NO_BUTTON: ClientProfile['smartAlerts'] = {
  cancelLabel: false,
  commandPane: false,
  commandFunction: false,
  contextData: false,
  sendModeOverride: false,
  markdown: false,
  initializationContextChanged: false,
  sendAsync: false,
  button: 'dontSend',
};
const BUTTON_1_14: ClientProfile['smartAlerts'] = {
  ...NO_BUTTON,
  cancelLabel: true,
  commandPane: true,
  contextData: true,
  sendModeOverride: true,
};
const BUTTON_1_15: ClientProfile['smartAlerts'] = {
  ...BUTTON_1_14,
  commandFunction: true,
  markdown: true,
  initializationContextChanged: true,
  sendAsync: true,
  button: 'takeAction',
};

const SESSION_DATA_1_15 = 50_000;
const FIVE_MINUTES = 300_000;
const ALL_OF_ITS_SET = { alsoHas: [], lacks: [] } as const;
const SESSION_DATA_1_16 = 2_621_440;

const classic_1_12: ClientProfile = {
  id: 'classicWindows_1_12',
  label: 'Classic Outlook on Windows 2206 to 2303',
  platform: 'PC',
  hostName: 'Outlook',
  hostVersion: '16.0.15330.20196',
  mailboxSet: '1.12',
  ...ALL_OF_ITS_SET,
  eventRuntime: 'javascriptOnly',
  events: EVENTS_1_12,
  handlerTimeoutMs: FIVE_MINUTES,
  recipients: { perCall: 100, perField: 500, getMax: 500 },
  sessionDataMax: SESSION_DATA_1_15,
  sessionDataLateMs: 0,
  callsInFlight: null,
  notificationsMax: 5,
  notificationsBeyond: 'refused',
  messageCategories: true,
  smartAlerts: NO_BUTTON,
  workOffline: false,
  checksInBackground: false,
  meetingsInOwnWindowOnly: false,
  oddities: { ...UNREMARKABLE, previewRaisesEvents: true, sendRaisesRecipientsChanged: true, buttonNeedsErrorMessage: true, contextPersists: true, noCategoriesIsNull: true },
};

const classic_1_13: ClientProfile = {
  ...classic_1_12,
  id: 'classicWindows_1_13',
  label: 'Classic Outlook on Windows 2304 to 2403',
  hostVersion: '16.0.16327.20248',
  mailboxSet: '1.13',
  events: EVENTS_1_13,
};

const classic_1_14: ClientProfile = {
  ...classic_1_13,
  id: 'classicWindows_1_14',
  label: 'Classic Outlook on Windows 2404 to 2411, LTSC 2024',
  hostVersion: '16.0.17530.15000',
  mailboxSet: '1.14',
  smartAlerts: BUTTON_1_14,
  workOffline: true,
  checksInBackground: true,
  oddities: { ...classic_1_13.oddities, closingRunsCommand: true },
};

const classic_1_15: ClientProfile = {
  ...classic_1_14,
  id: 'classicWindows_1_15',
  label: 'Classic Outlook on Windows 2412 to 2601',
  hostVersion: '16.0.18324.20172',
  mailboxSet: '1.15',
  smartAlerts: BUTTON_1_15,
  oddities: { ...classic_1_14.oddities, closingRunsCommand: false },
};

const classic_1_16: ClientProfile = {
  ...classic_1_15,
  id: 'classicWindows_1_16',
  label: 'Classic Outlook on Windows 2602 and later',
  hostVersion: '16.0.19725.20126',
  mailboxSet: '1.16',
  recipients: { perCall: 100, perField: 1000, getMax: 1000 },
  sessionDataMax: SESSION_DATA_1_16,
};

const web: ClientProfile = {
  id: 'web',
  label: 'Outlook on the web',
  platform: 'OfficeOnline',
  hostName: 'OutlookWebApp',
  hostVersion: '15.20.9999.0',
  mailboxSet: '1.16',
  ...ALL_OF_ITS_SET,
  eventRuntime: 'browser',
  events: EVENTS_1_13,
  handlerTimeoutMs: FIVE_MINUTES,
  recipients: { perCall: 100, perField: null, getMax: 1000 },
  sessionDataMax: SESSION_DATA_1_16,
  sessionDataLateMs: 0,
  callsInFlight: 3,
  notificationsMax: 5,
  notificationsBeyond: 'refused',
  messageCategories: false,
  smartAlerts: BUTTON_1_15,
  workOffline: false,
  checksInBackground: true,
  meetingsInOwnWindowOnly: true,
  oddities: {
    ...UNREMARKABLE,
    emptyBccSetIgnored: true,
    plusTagChangeIgnored: true,
    newlinesLost: true,
    recipientsChangedWhileSending: 'handlerDies',
    ownChangeCutsOff: true,
    unresolvedBlocksSend: true,
    contextEncodedTwice: true,
  },
};

const newWindows: ClientProfile = {
  ...web,
  id: 'newWindows',
  label: 'New Outlook on Windows',
  hostName: 'newOutlookWindows',
  oddities: { ...web.oddities, emptyBccSetIgnored: false, recipientsChangedWhileSending: 'leftInDrafts', picturesThatCutBody: 10, contextEncodedTwice: false },
};

const mac: ClientProfile = {
  id: 'mac',
  label: 'Outlook on Mac (new)',
  platform: 'Mac',
  hostName: 'Outlook',
  hostVersion: '16.100',
  mailboxSet: '1.14',
  ...ALL_OF_ITS_SET,
  eventRuntime: 'browser',
  events: [...EVENTS_1_13, 'OnAppointmentFromChanged'],
  handlerTimeoutMs: FIVE_MINUTES,
  recipients: { perCall: null, perField: null, getMax: null },
  sessionDataMax: SESSION_DATA_1_15,
  sessionDataLateMs: 2000,
  callsInFlight: null,
  notificationsMax: 5,
  notificationsBeyond: 'refused',
  messageCategories: true,
  smartAlerts: BUTTON_1_14,
  workOffline: true,
  checksInBackground: true,
  meetingsInOwnWindowOnly: false,
  oddities: {
    ...UNREMARKABLE,
    bodyWriteWhileSendingLoops: true,
    missingAddressIsNull: true,
    composeTypeLostWhileSending: true,
    contextPersists: true,
  },
};

const android: ClientProfile = {
  id: 'android',
  label: 'Outlook on Android',
  platform: 'Android',
  hostName: 'OutlookAndroid',
  hostVersion: '4.2530.0',
  mailboxSet: '1.5',
  alsoHas: ['from.getAsync', 'getComposeTypeAsync', 'sessionData.'],
  // Recipients can be written from 4.2530.0 on; for an earlier one add `setAsync` and `addAsync` of the fields.
  lacks: ['body.setAsync', 'body.getTypeAsync', 'subject.setAsync'],
  eventRuntime: 'browser',
  events: ['OnNewMessageCompose', 'OnMessageRecipientsChanged', 'OnMessageFromChanged'],
  handlerTimeoutMs: 60_000,
  recipients: { perCall: 100, perField: null, getMax: 100 },
  sessionDataMax: SESSION_DATA_1_15,
  sessionDataLateMs: 0,
  callsInFlight: 3,
  notificationsMax: 1,
  notificationsBeyond: 'replace',
  messageCategories: false,
  smartAlerts: NO_BUTTON,
  workOffline: false,
  checksInBackground: false,
  meetingsInOwnWindowOnly: false,
  oddities: UNREMARKABLE,
};

/** Phones tell of some events while a message is written, and of no send. */
export const PHONES: Readonly<Record<PhoneId, ClientProfile>> = {
  android,
  ios: { ...android, id: 'ios', label: 'Outlook on iOS', platform: 'iOS', hostName: 'OutlookIOS' },
};

/** Clients that raise send events: neither phones nor the classic Mac interface do. */
export const CLIENTS: Readonly<Record<ClientId, ClientProfile>> = {
  classicWindows_1_12: classic_1_12,
  classicWindows_1_13: classic_1_13,
  classicWindows_1_14: classic_1_14,
  classicWindows_1_15: classic_1_15,
  classicWindows_1_16: classic_1_16,
  newWindows,
  web,
  mac,
};

export const CLIENT_IDS = Object.keys(CLIENTS) as readonly ClientId[];

/** Every Outlook there is a profile of, phones included. */
export type ProfileId = ClientId | PhoneId;
export const PROFILES: Readonly<Record<ProfileId, ClientProfile>> = { ...CLIENTS, ...PHONES };
export const PROFILE_IDS = Object.keys(PROFILES) as readonly ProfileId[];

export function isPhone({ id }: ClientProfile): boolean {
  return id in PHONES;
}

/** Limits that are the same on every client, in UTF-16 units. */
export const LIMITS = {
  displayName: 255,
  emailAddress: 571,
  subject: 255,
  /** Printed by Microsoft as "1 MB number of characters" and as 1,000,000; its 2022 office.js checks the latter. */
  body: 1_000_000,
  errorMessage: 500,
  errorMessageMarkdown: 500,
  cancelLabel: 20,
  notificationKey: 32,
  notificationMessage: 150,
  notificationIcon: 32,
  notificationActionText: 30,
  notificationActions: 1,
  /** The 2022 office.js throws above this many recipients on every client, also where the host has no limit. */
  recipientsPerCallInOfficeJs: 100,
} as const;

/** Milliseconds until Outlook shows that a send handler is slow, and until it gives up on it. */
export const SEND_TIMES = { slow: 5_000, timeout: 300_000 } as const;

/** True if the client has the Mailbox set (`1.14`), which includes every earlier one. */
export function hasMailboxSet(client: ClientProfile, set: string): boolean {
  return minor(client.mailboxSet) >= minor(set);
}

/** Whether a client has a call: that of its set, or one of a later set that was brought to it. */
export function hasCall(client: ClientProfile, set: string, name: string): boolean {
  const names = (list: readonly string[]) => list.some((each) => each === name || (each.endsWith('.') && name.startsWith(each)));
  return !names(client.lacks) && (hasMailboxSet(client, set) || names(client.alsoHas));
}

function minor(set: string): number {
  const [major, rest] = set.split('.');
  return Number(major) * 1000 + Number(rest ?? 0);
}
