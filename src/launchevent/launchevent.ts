import { createRecordLog } from '../client/record-log';
import { draftShelf, shelfIn, type TextStorage } from '../client/record-shelves';
import { createServiceClient } from '../client/service-client';
import { handleSend, type SendParts } from '../guard/handle-send';
import { rememberOpenedWith } from '../guard/keep-opened-with';
import { noteWritten } from '../guard/moves-memory';
import { keptPolicy } from '../guard/policy-memory';
import { noteSendVersion } from '../guard/send-version';
import { QUIET_AFTER_SEND } from '../guard/turn';
import { type Occasion, watchDraft } from '../guard/watch-draft';
import { hasTimers, runtimeClock } from '../outlook/clock';
import { finishOnce } from '../outlook/finish-once';
import { openMailboxForEvents } from '../outlook/mailbox';
import { isButtonDismissed } from '../outlook/infobar-event';
import { notificationBar } from '../outlook/notifications';
import { officeCalls } from '../outlook/office-calls';
import { readPlace } from '../outlook/platform';
import { type CompletableEvent, outlookSendEvent } from '../outlook/send-event';
import { breakdownAlert } from '../presentation/smart-alert';
import { compactWorld } from '../reference/world-compact';
import { rules } from '../rules';

/*
 * What Outlook calls while somebody writes and when they press Send. Classic Outlook on Windows
 * runs this file in an engine without a DOM, and loads it only if nothing of Office but
 * `actions.associate` is touched at top level.
 */

/** The service's own address, put in by the build and replaced by a service that runs elsewhere. */
declare const __UMSICHT_ORIGIN__: string;
/** Put in by the build: of this file, which Outlook may keep longer than the pages beside it. */
declare const __UMSICHT_VERSION__: string;
declare const localStorage: TextStorage | undefined;
declare const location: { readonly origin: string } | undefined;
declare const fetch: (url: string, init?: object) => Promise<never>;

/** Writing goes on while this runs, so it may take its time; Outlook itself allows five minutes. */
const BACKGROUND_DEADLINE = 30000;

const clock = runtimeClock();
/** One queue for all events: the client counts the calls of two handlers together. */
const calls = officeCalls({ clock });

/** When Send was pressed, as far as this runtime was told; others find it in the session data. */
let sentAt = -Infinity;

function partsNow(): SendParts & { readonly records: ReturnType<typeof createRecordLog> } {
  const mailbox = openMailboxForEvents(calls, () => clock.now() - sentAt > QUIET_AFTER_SEND);
  const origin = typeof location === 'object' && location !== null ? location.origin : __UMSICHT_ORIGIN__;
  const service = createServiceClient({ origin, fetch: (url, init) => fetch(url, init), clock, rules, keep: keptPolicy(mailbox.session) });
  const shelf = shelfIn(() => (typeof localStorage === 'object' && localStorage !== null ? localStorage : undefined), draftShelf(mailbox.session));
  const records = createRecordLog({ origin, fetch: (url, init) => fetch(url, init), shelf, clock });
  return { mailbox, evidence: service, policies: service, correspondence: service, records, place: readPlace(), clock, rules, world: compactWorld };
}

/** The same for messages and meetings. */
function onSendHandler(event: CompletableEvent): void {
  sentAt = clock.now();
  try {
    const parts = partsNow();
    void handleSend(parts, outlookSendEvent(event, parts.mailbox.abilities));
  } catch {
    // Not even the draft could be opened: stop and say so, in the words every client can show.
    event.completed({ allowEvent: false, ...breakdownAlert({ kind: 'message', language: 'en', abilities: { sendModeOverride: false, dialogButton: 'none', markdown: false, delay: false } }) });
  }
}

/** For events that decide nothing: whatever happens, each is completed once. */
function inBackground(work: (event: CompletableEvent) => Promise<unknown>): (event: CompletableEvent) => void {
  return (event) => {
    const finish = finishOnce(event, clock, BACKGROUND_DEADLINE);
    try {
      work(event).then(finish, finish);
    } catch {
      finish();
    }
  };
}

/** What an event is about is the item that is there as it begins, and may be another one after the first call. */
function watch(occasion: Occasion, first?: (parts: SendParts) => Promise<unknown>): Promise<unknown> {
  const name = `${clock.now().toString(36)}.${Math.random().toString(36).slice(2)}`;
  const parts = partsNow();
  const watched = { ...parts, bar: notificationBar(calls), name, canWait: hasTimers() };
  // Nobody waits here, so records that the service has not had yet go along.
  return (first ? first(parts) : Promise.resolve()).then(() => Promise.all([watchDraft(watched, occasion), parts.records.deliver()]));
}

const onChangedHandler = inBackground(() => watch({}));
const onOpenedHandler = inBackground(() => watch({ isJustOpened: true }, ({ mailbox }) => noteSendVersion(mailbox.session, __UMSICHT_VERSION__)));

Office.actions.associate('onMessageSendHandler', onSendHandler);
Office.actions.associate('onAppointmentSendHandler', onSendHandler);
Office.actions.associate('onNewMessageComposeHandler', inBackground(() =>
  watch({ isJustOpened: true }, ({ mailbox }) => Promise.all([rememberOpenedWith({ mailbox, clock }), noteWritten(mailbox.session)]))));
Office.actions.associate('onMessageComposeHandler', onOpenedHandler);
Office.actions.associate('onMessageRecipientsChangedHandler', onChangedHandler);
Office.actions.associate('onMessageFromChangedHandler', onChangedHandler);
Office.actions.associate('onMessageAttachmentsChangedHandler', onChangedHandler);
Office.actions.associate('onNewAppointmentOrganizerHandler', onOpenedHandler);
Office.actions.associate('onAppointmentOrganizerHandler', onOpenedHandler);
Office.actions.associate('onAppointmentAttendeesChangedHandler', onChangedHandler);
Office.actions.associate('onAppointmentAttachmentsChangedHandler', onChangedHandler);
Office.actions.associate('onInfoBarDismissClickedHandler', inBackground((event) => watch({ isButtonDismissed: isButtonDismissed(event) })));
// The browser runtimes raise no events before a page has called this; classic Outlook ignores it.
if (typeof Office.onReady === 'function') void Office.onReady();
