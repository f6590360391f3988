import { CLIENT_IDS, PHONES } from '../../src/simulator/clients';
import { freshRuntime } from '../../src/simulator/fresh-runtime';
import { addresses, call, outlookWindow, problemKinds, result, type Event, type Handlers } from './outlook-window';

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

test('a dismissed notification is told by its type alone', async () => {
  for (const [type, infobarType] of [['informationalMessage', 0], ['progressIndicator', 1], ['errorMessage', 2], ['insightMessage', 3]] as const) {
    const seen: Event[] = [];
    const { host, clock } = outlookWindow('web', { events: MORE_EVENTS, handlers: noting(seen) });
    const icon = type === 'informationalMessage' || type === 'insightMessage' ? { icon: 'Icon.16' } : {};
    const rest = type === 'informationalMessage' ? { persistent: false } : type === 'insightMessage' ? { actions: [{ actionType: 'showTaskPane', actionText: 'Look', commandId: 'Umsicht.OpenPane' }] } : {};
    await call(host, 'notificationMessages.addAsync', 'k', { type, message: 'x', ...icon, ...rest });
    host.user.dismissNotification('k');
    await clock.settle();
    expect(seen.map(({ infobarDetails }) => infobarDetails)).toEqual([{ actionType: 1, infobarType }]);
  }
});

test('classic Outlook raises for a draft that is only looked at what it raises for one that is opened (#4472)', async () => {
  for (const id of CLIENT_IDS) {
    const seen: Event[] = [];
    const { host, clock } = outlookWindow(id, { item: { to: ['anna@oak.example'], isSavedDraft: true }, events: MORE_EVENTS, handlers: noting(seen) });
    host.preview();
    await clock.settle();
    expect(seen.map(({ type }) => type)).toEqual(id.startsWith('classicWindows') ? ['OnMessageCompose', 'OnMessageRecipientsChanged'] : []);
    await call(host, 'to.setAsync', ['ben@elm.example']);
    expect(problemKinds(host)).toEqual(['changedInPreview']);
    host.open();
    await call(host, 'to.setAsync', ['cem@ash.example']);
    expect(problemKinds(host)).toEqual(['changedInPreview']);
  }
  expect(() => outlookWindow('web').host.preview()).toThrow('Only a saved draft');
});

test('classic Outlook tells once more of recipients when a reply is sent', async () => {
  for (const id of CLIENT_IDS) {
    for (const composeType of ['reply', 'newMail'] as const) {
      const seen: Event[] = [];
      const handlers: Handlers = { ...noting(seen), onMessageSendHandler: (event) => event.completed({ allowEvent: true }) };
      const { host, clock } = outlookWindow(id, { item: { to: ['anna@oak.example'], composeType }, handlers });
      await host.pressSend();
      await clock.settle();
      expect([id, composeType, seen.map(({ type }) => type)]).toEqual([id, composeType, id.startsWith('classicWindows') && composeType === 'reply' ? ['OnMessageRecipientsChanged'] : []]);
    }
  }
});

describe('a handler that changes recipients', () => {
  /** Adds somebody to Bcc, once, and notes what it hears of that; each event in a runtime of its own. */
  function changing(id: Parameters<typeof outlookWindow>[0]) {
    const heard: string[] = [];
    const at = outlookWindow(id);
    at.host.attachRuntime(freshRuntime(at.host, 'events', (office) => {
      office.actions.associate('onMessageRecipientsChangedHandler', (event: Event) => {
        const isOurs = (event.changedRecipientFields as { bcc: boolean }).bcc;
        heard.push(isOurs ? 'the next event' : 'the first event');
        if (isOurs) return event.completed();
        void result(office.context.mailbox.item.bcc.addAsync, ['dora@fir.example']).then(() => {
          heard.push('the answer');
          event.completed();
        });
      });
    }));
    return { ...at, heard };
  }

  test.each(CLIENT_IDS)('is cut off by its own change on the web and in new Outlook, and not on %s otherwise', async (id) => {
    const { host, clock, heard } = changing(id);
    host.user.add('to', 'cem@ash.example');
    await clock.advance(400_000);
    expect(addresses(host, 'bcc')).toEqual(['dora@fir.example']);
    expect(heard.slice().sort()).toEqual(id === 'web' || id === 'newWindows' ? ['the first event', 'the next event'] : ['the answer', 'the first event', 'the next event']);
    expect(problemKinds(host)).toEqual([]);
  });
});

test('two events share nothing but the item', async () => {
  const { host, clock } = outlookWindow('web');
  const offices = new Set<unknown>();
  host.attachRuntime(freshRuntime(host, 'events', (office) => {
    offices.add(office);
    office.actions.associate('onMessageRecipientsChangedHandler', (event: Event) => event.completed());
  }));
  host.user.add('to', 'cem@ash.example');
  host.user.add('cc', 'dora@fir.example');
  await clock.settle();
  expect(offices.size).toBe(2);
});

test('a phone gives up on a handler after a minute, and never asks before sending', async () => {
  const { host, clock } = outlookWindow(PHONES.android, { handlers: { onMessageRecipientsChangedHandler: () => {}, onMessageSendHandler: () => {} } });
  host.user.add('to', 'cem@ash.example');
  await clock.advance(59_999);
  expect(problemKinds(host)).toEqual([]);
  await clock.advance(1);
  expect(problemKinds(host)).toEqual(['handlerTimedOut']);
  expect(await host.pressSend()).toMatchObject({ kind: 'sent', mail: { how: 'notChecked' } });
});
