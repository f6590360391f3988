import { CLIENT_IDS } from '../../src/simulator/clients';
import { call, outlookWindow, problemKinds, type Event, type Handlers } from './outlook-window';

/** Handlers that write down what they were told and complete. */
function noting(seen: Event[]): Handlers {
  const note = (event: Event) => {
    seen.push(event);
    event.completed();
  };
  return { onMessageRecipientsChangedHandler: note, onNew: note, onCompose: note, onFrom: note, onDismissed: note, onAttachments: note };
}

const MORE_EVENTS = {
  OnMessageRecipientsChanged: 'onMessageRecipientsChangedHandler',
  OnNewMessageCompose: 'onNew',
  OnMessageCompose: 'onCompose',
  OnMessageFromChanged: 'onFrom',
  OnInfoBarDismissClicked: 'onDismissed',
  OnMessageAttachmentsChanged: 'onAttachments',
} as const;

test('every change of recipients is told, whoever made it, with the field it was in', async () => {
  for (const id of CLIENT_IDS) {
    const seen: Event[] = [];
    const { host, clock } = outlookWindow(id, { handlers: noting(seen) });
    host.user.add('cc', 'cem@ash.example');
    await call(host, 'bcc.addAsync', ['dora@fir.example']);
    host.user.remove('to', 'anna@oak.example');
    await clock.settle();
    expect(seen.map(({ changedRecipientFields }) => Object.entries(changedRecipientFields as object).filter(([, changed]) => changed).map(([field]) => field)))
      .toEqual([['cc'], ['bcc'], ['to']]);
    expect(problemKinds(host)).toEqual([]);
  }
});

test('text that is not resolved is nobody’s news', async () => {
  const seen: Event[] = [];
  const { host, clock } = outlookWindow('web', { handlers: noting(seen) });
  host.user.type('to', 'cem@ash.example');
  await clock.settle();
  expect(seen).toEqual([]);
  host.user.resolve();
  await clock.settle();
  expect(seen).toHaveLength(1);
});

test('a new mail and a reply are announced twice, a draft that is opened again once', async () => {
  for (const [item, expected] of [
    [{}, ['OnNewMessageCompose', 'OnMessageCompose']],
    [{ composeType: 'reply' }, ['OnNewMessageCompose', 'OnMessageCompose']],
    [{ isSavedDraft: true }, ['OnMessageCompose']],
  ] as const) {
    const seen: Event[] = [];
    const { host, clock } = outlookWindow('web', { item, events: MORE_EVENTS, handlers: noting(seen) });
    host.open();
    await clock.settle();
    expect(seen.map(({ type }) => type)).toEqual(expected);
  }
});

test('a change of sender is told by clients with 1.13, attachments and dismissed notifications by all', async () => {
  for (const id of CLIENT_IDS) {
    const seen: Event[] = [];
    const { host, clock } = outlookWindow(id, { events: MORE_EVENTS, handlers: noting(seen) });
    host.user.setFrom('sales@own.example');
    host.user.attach({ name: 'list.xlsx' });
    host.user.detach('list.xlsx');
    await call(host, 'notificationMessages.addAsync', 'k', { type: 'errorMessage', message: 'No answer' });
    host.user.dismissNotification('k');
    await clock.settle();
    expect(seen.map(({ type }) => type)).toEqual([
      ...(id === 'classicWindows_1_12' ? [] : ['OnMessageFromChanged']),
      'OnMessageAttachmentsChanged', 'OnMessageAttachmentsChanged', 'OnInfoBarDismissClicked',
    ]);
    expect(host.draft().notifications).toEqual([]);
  }
});

test('an event that is not in the manifest is not raised', async () => {
  const seen: Event[] = [];
  const { host, clock } = outlookWindow('web', { events: {}, handlers: noting(seen) });
  host.user.add('cc', 'cem@ash.example');
  host.open();
  await clock.settle();
  expect(seen).toEqual([]);
});

test.each([
  ['throws', () => { throw new Error('oh'); }, 'handlerFailed'],
  ['rejects', async () => { throw new Error('oh'); }, 'handlerFailed'],
  ['completes twice', (event: Event) => { event.completed(); event.completed(); }, 'completedTwice'],
  ['never completes', () => {}, 'handlerTimedOut'],
  ['completes after five minutes', (event: Event) => { later = () => event.completed(); }, 'handlerTimedOut', 'completedLate'],
] as const)('a handler that %s is noticed', async (_name, handler, ...kinds) => {
  later = () => {};
  const { host, clock } = outlookWindow('web', { handlers: { onMessageRecipientsChangedHandler: handler } });
  host.user.add('cc', 'cem@ash.example');
  await clock.advance(300_000);
  later();
  expect(problemKinds(host)).toEqual(kinds);
});
let later = () => {};

test('a handler nobody associated is noticed', async () => {
  const { host, clock } = outlookWindow('web', { handlers: {} });
  host.user.add('cc', 'cem@ash.example');
  await clock.settle();
  expect(problemKinds(host)).toEqual(['notAssociated']);
});

test('who draws the window is told of every change', async () => {
  const { host } = outlookWindow('web');
  const changes: string[] = [];
  const stop = host.subscribe((change) => void changes.push(change));
  host.user.setSubject('New');
  host.openPane('Umsicht.OpenPane');
  host.closePane();
  stop();
  host.user.setSubject('Newer');
  // The pane that opens anew starts without what an earlier dialog left behind.
  expect(changes).toEqual(['item', 'item', 'pane', 'pane']);
  expect(() => host.openPane('Umsicht.MoveToBcc')).toThrow('The manifest has no pane Umsicht.MoveToBcc.');
});
