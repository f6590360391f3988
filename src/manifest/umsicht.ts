import { addInId, type Sha1 } from './add-in-id';
import type { AddIn, Button, Icon, LaunchEvent } from './add-in';
import { editionBase, manifestVersion } from './edition';
import { SEND_EVENTS, type SendMode } from './launch-events';

/** What an administrator decides about the manifest. */
export interface ManifestChoices {
  /** Where the service is reached, such as https://guard.example. */
  readonly origin: string;
  readonly sendMode: SendMode;
  /** What it is called in Outlook; the title of its dialogs as well. */
  readonly name: string;
  readonly mobile: boolean;
  /** Counts the administrator's own changes, so that the version rises with each. */
  readonly revision: number;
  /** Absolute addresses; null for the page the service has. */
  readonly supportUrl: string | null;
  readonly privacyUrl: string | null;
  readonly termsUrl: string | null;
}

/** What is chosen where nothing is said. */
export const USUAL_CHOICES: Omit<ManifestChoices, 'origin'> = {
  sendMode: 'SoftBlock',
  name: 'Umsicht',
  mobile: true,
  revision: 0,
  supportUrl: null,
  privacyUrl: null,
  termsUrl: null,
};

/** Characters of the name: a unified manifest takes no more. */
export const LONGEST_NAME = 30;
/** What XML has no place for, and what would break or turn round the title of a dialog. */
const NOT_IN_NAMES = /[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069\ufffe\uffff]/;

/** What the add-in may be called, without blanks around it; `undefined` for anything else. */
export function nameIn(text: string): string | undefined {
  const name = text.trim();
  return name !== '' && name.length <= LONGEST_NAME && !NOT_IN_NAMES.test(name) ? name : undefined;
}

/** A number in a version has five digits. */
export const MOST_REVISIONS = 99_999;

/** Pixels of pictures in the ribbon. */
const RIBBON = [16, 20, 24, 32, 40, 48, 64, 80];

/** Umsicht as Outlook is told about it. */
export function describeUmsicht(choices: ManifestChoices, sha1: Sha1): AddIn {
  const { origin, sendMode, name, mobile, revision, supportUrl, privacyUrl, termsUrl } = choices;
  const base = editionBase(origin);
  const icon = (id: string, file: string): Icon => ({ id, sizes: RIBBON.map((pixels) => ({ pixels, url: `${base}/assets/${file}-${pixels}.png` })) });
  return {
    id: addInId(origin, sha1),
    unifiedId: addInId(`${origin}/unified`, sha1),
    version: manifestVersion(revision),
    provider: 'Umsicht',
    name,
    description: {
      en: 'Checks outgoing mail for recipients who see each other, for missing consent and for third countries, says why, and offers the fix.',
      de: 'Prüft ausgehende E-Mails auf Empfänger, die einander sehen, auf fehlende Einwilligungen und auf Drittländer, nennt den Grund und bietet die Abhilfe an.',
    },
    summary: {
      en: 'Checks outgoing mail for who sees whom, consent and third countries.',
      de: 'Prüft ausgehende E-Mails: wer wen sieht, Einwilligungen, Drittländer.',
    },
    pages: {
      taskpane: `${base}/taskpane.html`,
      commands: `${base}/commands.html`,
      launchEventPage: `${base}/launchevent.html`,
      launchEventScript: `${base}/launchevent.js`,
      icon64: `${base}/assets/icon-64.png`,
      icon128: `${base}/assets/icon-128.png`,
      support: supportUrl ?? `${base}/assets/support.html`,
      privacy: privacyUrl ?? `${base}/assets/privacy.html`,
      terms: termsUrl ?? `${base}/assets/terms.html`,
    },
    icons: [icon('Icon', 'icon'), icon('BccIcon', 'bcc')],
    surfaces: [
      { where: 'message', group: { id: 'Umsicht.Group', label: name }, buttons: [OPEN_PANE, MOVE_TO_BCC] },
      { where: 'meeting', group: { id: 'Umsicht.Meeting.Group', label: name }, buttons: [OPEN_PANE_IN_MEETING] },
    ],
    events: EVENTS.map((event) => (SEND_EVENTS.includes(event.type) ? { ...event, sendMode } : event)),
    mobile,
  };
}

const OPEN_PANE: Button = {
  id: 'Umsicht.OpenPane',
  label: { en: 'Check recipients', de: 'Empfänger prüfen' },
  tip: {
    en: 'Shows what Umsicht has found in this message, why it matters, and how to put it right.',
    de: 'Zeigt, was Umsicht in dieser Nachricht gefunden hat, warum es zählt und wie es sich beheben lässt.',
  },
  icon: 'Icon',
  action: { kind: 'pane' },
};

/** No id may stand twice in a manifest, so the pane's button has one of its own in meetings. */
const OPEN_PANE_IN_MEETING: Button = {
  ...OPEN_PANE,
  id: 'Umsicht.Meeting.OpenPane',
  tip: {
    en: 'Shows what Umsicht has found in this invitation, why it matters, and how to put it right.',
    de: 'Zeigt, was Umsicht in dieser Einladung gefunden hat, warum es zählt und wie es sich beheben lässt.',
  },
};

/** Not in meetings, which have no Bcc. */
const MOVE_TO_BCC: Button = {
  id: 'Umsicht.MoveToBcc',
  label: { en: 'Move to Bcc', de: 'In Bcc verschieben' },
  tip: {
    en: 'Moves external recipients from To and Cc to Bcc, so that they do not see each other. Colleagues stay where they are.',
    de: 'Verschiebt externe Empfänger aus An und Cc nach Bcc, damit sie einander nicht sehen. Kolleginnen und Kollegen bleiben, wo sie sind.',
  },
  icon: 'BccIcon',
  action: { kind: 'function', name: 'moveToBcc' },
};

/** Each has its function in the send bundle: a send event without one would keep people from sending at all. */
const EVENTS: readonly LaunchEvent[] = [
  'OnMessageSend', 'OnAppointmentSend',
  'OnNewMessageCompose', 'OnMessageCompose', 'OnMessageRecipientsChanged', 'OnMessageFromChanged', 'OnMessageAttachmentsChanged',
  'OnNewAppointmentOrganizer', 'OnAppointmentOrganizer', 'OnAppointmentAttendeesChanged', 'OnAppointmentAttachmentsChanged',
  'OnInfoBarDismissClicked',
].map((type) => ({ type, functionName: `${type.replace(/^O/, 'o')}Handler` }));
