import { circular, granted, newsletter, ordinary, SEE_EACH_OTHER } from './cast';
import type { Case, ClientGroup, Scenario } from './scenario';
import { asked, kept, outbox, outlook, SENT, SENT_ANYWAY, SENT_UNCHECKED } from './sights';

const stopping = ['SoftBlock', 'Block'] as const;

const ASKED = asked('moveToBcc', SEE_EACH_OTHER);

const connectionLost: readonly Case[] = [
  { mode: ['PromptUser', 'SoftBlock'], sees: outlook('offline', 'sendAnyway', 'dontSend') },
  { mode: 'Block', sees: outlook('offline', 'ok') },
];
const unavailable: readonly Case[] = [
  { mode: ['PromptUser', 'SoftBlock'], sees: outlook('unavailable', 'sendAnyway', 'tryLater') },
  { mode: 'Block', sees: outlook('unavailable', 'ok') },
];
const slow: readonly Case[] = [
  { mode: 'PromptUser', sees: outlook('slow', 'sendAnyway', 'dontSend') },
  { mode: stopping, sees: outlook('slow', 'wait') },
];

const leaving: readonly Case[] = [
  { mode: 'PromptUser', sees: outlook('leaving', 'wait', 'sendAnyway', 'saveAsDraft') },
  { mode: stopping, sees: outlook('leaving', 'wait', 'saveAsDraft') },
];
const leavingOn = (on: ClientGroup): readonly Case[] => leaving.map((each) => ({ ...each, on }));

/** What Outlook does by itself, by the send mode of the manifest; nothing of it can be worded or switched off. */
export const OUTLOOK: readonly Scenario[] = [
  {
    id: 'connection-lost',
    topic: 'outlook',
    says: 'The connection is lost before Send; the sender closes the dialog',
    item: circular,
    network: 'lost',
    steps: [
      { does: 'send', sees: connectionLost },
      { does: 'close', sees: [{ mode: ['PromptUser', 'SoftBlock'], sees: kept('dontSend', 'drafts') }, { mode: 'Block', sees: kept('offline', 'drafts') }] },
    ],
    because: 'Nothing is checked, and nothing is checked either when the mail leaves the outbox later.',
  },
  {
    id: 'connection-lost-sent-anyway',
    topic: 'outlook',
    says: 'The connection is lost before Send; the sender presses “Send Anyway”',
    modes: ['PromptUser', 'SoftBlock'],
    item: circular,
    network: 'lost',
    steps: [{ does: 'send', sees: outlook('offline', 'sendAnyway', 'dontSend') }, { does: { press: 'sendAnyway' }, sees: outbox('sendAnyway') }],
  },
  {
    id: 'connection-back',
    topic: 'outlook',
    says: 'The connection is lost before Send; the mail is kept, and sent when it is back',
    item: circular,
    network: 'lost',
    steps: [
      { does: 'send', sees: connectionLost },
      { does: 'close', sees: [{ mode: ['PromptUser', 'SoftBlock'], sees: kept('dontSend', 'drafts') }, { mode: 'Block', sees: kept('offline', 'drafts') }] },
      { does: { network: 'online' } },
      { does: 'reopen' },
      { does: 'pause' },
      { does: 'send', sees: ASKED },
    ],
  },
  {
    id: 'work-offline',
    topic: 'outlook',
    says: 'Outlook was told to work offline',
    clients: 'workOffline',
    item: circular,
    network: 'workOffline',
    steps: [{ does: 'send', sees: [{ mode: 'PromptUser', sees: outbox('notChecked') }, { mode: stopping, sees: outlook('offline', 'ok') }] }],
    because: 'Classic Windows does so from 2310 on, Mac from 16.80; what versions 2304 to 2309 do is not documented.',
  },
  {
    id: 'started-offline',
    topic: 'outlook',
    says: 'Outlook was started without a connection',
    item: circular,
    network: 'startedOffline',
    steps: [{ does: 'send', sees: [{ on: 'web', sees: SENT_UNCHECKED }, { on: 'desktop', sees: ASKED }] }],
    because: 'The web clients do not know their add-ins then, unless the mailbox policy has OnSendAddinsEnabled. The others run the add-in from disk; what it has to ask the service about is not known.',
  },
  {
    id: 'started-offline-newsletter',
    topic: 'outlook',
    says: 'A newsletter, and Outlook was started without a connection',
    clients: 'desktop',
    item: newsletter,
    network: 'startedOffline',
    steps: [{ does: 'send', sees: asked('review', 'service out of reach') }],
  },
  {
    id: 'unavailable',
    topic: 'outlook',
    says: 'The add-in cannot be loaded',
    item: circular,
    addin: 'unavailable',
    steps: [{ does: 'send', sees: unavailable }, { does: 'close', sees: [{ mode: ['PromptUser', 'SoftBlock'], sees: kept('tryLater') }, { mode: 'Block', sees: kept('cannotSend') }] }],
    because: 'Microsoft’s page also says that such a mail is simply sent; on classic Windows SoftBlock was seen to stop it, and on a Mac to leave no way on. Keep the service available.',
    issues: ['5676', '6894'],
  },
  {
    id: 'unavailable-sent-anyway',
    topic: 'outlook',
    says: 'The add-in cannot be loaded; the sender presses “Send Anyway”',
    modes: ['PromptUser', 'SoftBlock'],
    item: circular,
    addin: 'unavailable',
    steps: [{ does: 'send', sees: outlook('unavailable', 'sendAnyway', 'tryLater') }, { does: { press: 'sendAnyway' }, sees: SENT_ANYWAY }],
  },
  {
    id: 'not-associated',
    topic: 'outlook',
    says: 'The add-in’s script has no function of the name in the manifest',
    item: ordinary,
    addin: 'notAssociated',
    problems: ['notAssociated'],
    steps: [{ does: 'send', sees: [{ mode: 'PromptUser', sees: outlook('unavailable', 'sendAnyway', 'tryLater') }, { mode: stopping, sees: outlook('unavailable', 'ok') }] }],
    because: 'A test compares the manifest’s names with those of the built script.',
    issues: ['5166'],
  },
  {
    id: 'throws',
    topic: 'outlook',
    says: 'The add-in’s function throws an error',
    item: ordinary,
    addin: 'throws',
    onlySimulated: 'the library of 2022 tells the host nothing of an error, so that the time-out comes instead',
    problems: ['handlerFailed'],
    steps: [{ does: 'send', sees: unavailable }],
    because: 'Ours lets no error out; it answers with “could not be checked”.',
  },
  {
    id: 'check-takes-long',
    topic: 'outlook',
    says: 'The add-in does not answer for five seconds',
    item: ordinary,
    addin: 'neverAnswers',
    steps: [{ does: 'send', sees: slow }],
    because: 'Ours answers within three seconds whatever happens, so that nobody sees this dialog.',
    issues: ['4968', '3860', '6696', '4362'],
  },
  {
    id: 'check-times-out',
    topic: 'outlook',
    says: 'The add-in does not answer for five minutes',
    item: ordinary,
    addin: 'neverAnswers',
    problems: ['handlerTimedOut'],
    steps: [
      { does: 'send', sees: slow },
      { does: 'wait', sees: [{ mode: 'PromptUser', sees: outlook('timeout', 'sendAnyway', 'dontSend') }, { mode: stopping, sees: outlook('timeout', 'ok') }] },
      { does: 'close', sees: [{ mode: 'PromptUser', sees: kept('dontSend') }, { mode: stopping, sees: kept('sendAgain') }] },
    ],
    because: 'SoftBlock was seen to offer “Send Anyway” here as well.',
    issues: ['6637'],
  },
  {
    id: 'leaves-the-mail',
    topic: 'outlook',
    says: 'The sender goes to another mail while the check runs',
    item: newsletter,
    contacts: { 'anna@oak.example': granted },
    service: 'slow',
    steps: [{ does: 'send', meanwhile: 'leave', sees: [{ on: 'mac', sees: SENT }, ...leavingOn('notMac')] }],
    because: 'On web and new Windows “Send Anyway” is there only where every installed Smart Alerts add-in is PromptUser. On a Mac the check goes on in the background.',
  },
  {
    id: 'leaves-and-waits',
    topic: 'outlook',
    says: 'The sender goes to another mail while the check runs, and waits',
    clients: 'notMac',
    item: newsletter,
    contacts: { 'anna@oak.example': granted },
    service: 'slow',
    steps: [
      { does: 'send', meanwhile: 'leave', sees: leaving },
      { does: { press: 'wait' }, sees: SENT },
    ],
  },
  {
    id: 'leaves-and-saves',
    topic: 'outlook',
    says: 'The sender goes to another mail while the check runs, and saves this one as a draft',
    clients: 'notMac',
    item: newsletter,
    contacts: { 'anna@oak.example': granted },
    service: 'slow',
    steps: [
      { does: 'send', meanwhile: 'leave', sees: leaving },
      { does: { press: 'saveAsDraft' }, sees: kept('savedAsDraft', 'drafts') },
    ],
  },
  {
    id: 'leaves-its-own-window',
    topic: 'outlook',
    says: 'The sender goes to another mail while one in a window of its own is checked',
    item: { ...newsletter, window: 'own' },
    contacts: { 'anna@oak.example': granted },
    service: 'slow',
    steps: [{ does: 'send', meanwhile: 'leave', sees: [{ on: 'anyButton', sees: SENT }, ...leavingOn('noButton')] }],
    because: 'The check goes on in the background. What classic Outlook before 2402 does is not documented; it is taken to ask as in the reading pane.',
  },
  {
    id: 'another-addin-stops',
    topic: 'outlook',
    says: 'Another Smart Alerts add-in stops the mail first',
    item: circular,
    steps: [
      { does: { anotherAddin: 'Other' } },
      { does: 'send', sees: outlook('anotherAddin', 'dontSend') },
      { does: { press: 'dontSend' }, sees: kept('dontSend') },
      { does: { anotherAddin: null } },
      { does: 'send', sees: ASKED },
    ],
    because: 'Which add-in is asked first is not defined, and where one stops a mail the others are not asked; on the next Send Umsicht is.',
    issues: ['3530'],
  },
  {
    id: 'text-lost-beside-button',
    topic: 'outlook',
    says: 'A build of Outlook that drops the text of a dialog with a button',
    clients: 'anyButton',
    item: circular,
    oddities: { errorMessageLostWithCommand: true },
    steps: [{ does: 'send', sees: [{ on: 'functionButton', sees: ASKED }, { on: 'paneButton', sees: { kind: 'bareAlert', button: 'moveToBcc' } }] }],
    because: 'The button says what it does and the pane says why. Where the dialog is formatted, its text stays.',
    issues: ['5828'],
  },
];

