import { CLIENT_IDS, CLIENTS, PHONES } from '../../src/simulator/clients';
import { CONTRAST_THEME, DARK_THEME, LIGHT_THEME } from '../../src/simulator/host';
import { addresses, outlookWindow, people, problemKinds, result, type Event } from './outlook-window';

describe.each(CLIENT_IDS)('the Office object of %s', (id) => {
  const client = CLIENTS[id];

  test('reads recipients through a callback, never before the call is over, and hands the context back', async () => {
    const { Office } = outlookWindow(id).office('pane');
    let isAnswered = false;
    const answer = new Promise((resolve) => Office.context.mailbox.item.to.getAsync({ asyncContext: 7 }, (given: unknown) => {
      isAnswered = true;
      resolve(given);
    }));
    expect(isAnswered).toBe(false);
    expect(await answer).toEqual({
      status: Office.AsyncResultStatus.Succeeded,
      value: ['anna@oak.example', 'ben@elm.example'].map((address) => ({ displayName: address, emailAddress: address, recipientType: 'externalUser' })),
      error: undefined,
      asyncContext: 7,
      diagnostics: undefined,
    });
  });

  test('says which Mailbox sets it has, and no others', () => {
    const { Office } = outlookWindow(id).office('pane');
    const minor = Number(client.mailboxSet.slice(2));
    const sets = Array.from({ length: 20 }, (_, index) => `1.${index + 1}`);
    expect(sets.filter((set) => Office.context.requirements.isSetSupported('Mailbox', set))).toEqual(sets.slice(0, minor));
    expect(Office.context.requirements.isSetSupported('IdentityAPI', '1.3')).toBe(false);
  });

  test('has nothing that came with a later Mailbox set', () => {
    const { Office } = outlookWindow(id).office('pane', { permission: 'ReadWriteMailbox' });
    const has = (set: string) => Office.context.requirements.isSetSupported('Mailbox', set);
    expect('SendModeOverride' in Office.MailboxEnums).toBe(has('1.14'));
    expect(Office.context.officeTheme).toEqual(has('1.14') ? LIGHT_THEME : undefined);
    expect('OfficeThemeChanged' in Office.EventType).toBe(has('1.14'));
    expect('addHandlerAsync' in Office.context.mailbox).toBe(has('1.14'));
    expect('InitializationContextChanged' in Office.EventType).toBe(has('1.15'));
    expect(typeof Office.context.mailbox.item.sendAsync === 'function').toBe(has('1.15'));
  });

  test('tells who and where it is', () => {
    const { Office } = outlookWindow(id, { language: 'de' }).office('pane');
    expect(Office.context.mailbox.diagnostics).toEqual({ hostName: client.hostName, hostVersion: client.hostVersion });
    expect(Office.context.platform).toBe(client.platform);
    expect(Office.context.mailbox.userProfile.emailAddress).toBe('eva@own.example');
    expect(Office.context.displayLanguage).toBe('de-DE');
    expect(Office.context.mailbox.item.itemType).toBe(Office.MailboxEnums.ItemType.Message);
  });

  test('does not let event handlers call what is blocked there', () => {
    const { Office, invoke } = outlookWindow(id).office('events', { permission: 'ReadWriteMailbox' });
    let checked = 0;
    Office.actions.associate('look', () => {
      const { auth, mailbox, ui } = Office.context;
      const blocked = [
        Office.devicePermission?.requestPermissionsAsync, auth.getAccessToken, auth.getAccessTokenAsync, ui.displayDialogAsync, ui.messageParent, mailbox.item.close,
        mailbox.displayAppointmentForm, mailbox.displayMessageForm, mailbox.displayNewAppointmentForm, mailbox.displayNewMessageForm,
        ...(client.mailboxSet >= '1.14' ? [mailbox.item.closeAsync] : []),
        ...(client.smartAlerts.sendAsync ? [mailbox.item.sendAsync] : []),
      ];
      for (const api of blocked) {
        expect(api).toThrow('is not available in an event handler');
        checked += 1;
      }
      expect(Office.context.officeTheme).toBeUndefined();
      expect('addHandlerAsync' in mailbox.item).toBe(false);
    });
    const failures: string[] = [];
    invoke('look', { type: 'OnMessageSend', source: { id: 'look' }, completed() {}, failed: (_reason, message = '') => void failures.push(message) });
    expect(failures).toEqual([]);
    expect(checked).toBe(10 + (client.mailboxSet >= '1.14' ? 1 : 0) + (client.smartAlerts.sendAsync ? 1 : 0));
  });

  test('runs onReady in a page, and never in the script engine of classic Windows', async () => {
    const { office, clock } = outlookWindow(id);
    for (const kind of ['pane', 'events', 'commands'] as const) {
      const ready = jest.fn();
      void office(kind).Office.onReady(ready).then(ready);
      await clock.advance(600_000);
      const never = kind === 'events' && client.eventRuntime === 'javascriptOnly';
      expect(ready).toHaveBeenCalledTimes(never ? 0 : 2);
      if (!never) expect(ready).toHaveBeenCalledWith({ host: 'Outlook', platform: client.platform });
    }
  });

  test('throws at more than 100 recipients, even where Outlook has no limit', async () => {
    const { host, office } = outlookWindow(id);
    const { bcc } = office('pane').Office.context.mailbox.item;
    for (const write of [bcc.addAsync, bcc.setAsync]) {
      expect(() => write(people(101), () => {})).toThrow(expect.objectContaining({ name: 'ArgumentOutOfRange' }));
    }
    expect((await result(bcc.addAsync, people(100))).status).toBe('succeeded');
    expect(addresses(host, 'bcc')).toHaveLength(100);
  });
});

const INFO = { type: 'informationalMessage', message: 'Moved.', icon: 'Icon.16', persistent: false };

test.each([
  ['101 recipients', 'ArgumentOutOfRange', 9012, ['to', 'setAsync'], people(101)],
  ['a name of 256 characters', 'ArgumentOutOfRange', 9031, ['to', 'setAsync'], [{ displayName: 'n'.repeat(256), emailAddress: 'a@oak.example' }]],
  ['an address of 572 characters', 'ArgumentOutOfRange', 9031, ['to', 'addAsync'], [{ displayName: 'n', emailAddress: `${'a'.repeat(572 - 12)}@oak.example` }]],
  ['a recipient that is null', 'ArgumentError', 5010, ['to', 'addAsync'], [null]],
  ['a recipient with neither name nor address', 'ArgumentError', 5010, ['to', 'addAsync'], [{ displayName: '', emailAddress: '' }]],
  ['recipients that are no array', 'ArgumentError', 9031, ['to', 'addAsync'], 'anna@oak.example'],
  ['a subject of 256 characters', 'ArgumentOutOfRange', 9031, ['subject', 'setAsync'], 's'.repeat(256)],
])('%s: thrown as %s in the older way, answered with %d in the newer', async (_name, thrown, code, [part, method], value) => {
  const { host, office } = outlookWindow('web');
  const api = (throwsSynchronously: boolean) => {
    const item = office('pane', { throwsSynchronously }).Office.context.mailbox.item as unknown as Record<string, Record<string, (...args: unknown[]) => void>>;
    return item[part!]![method!]!;
  };
  expect(() => api(true)(value, () => {})).toThrow(expect.objectContaining({ name: thrown }));
  expect(await result(api(false), value)).toMatchObject({ status: 'failed', error: { code }, value: undefined });
  expect(host.calls).toEqual([]);
});

test('a notification that is too long is thrown, or answered', async () => {
  const { office } = outlookWindow('web');
  const notifications = (throwsSynchronously: boolean) => office('pane', { throwsSynchronously }).Office.context.mailbox.item.notificationMessages;
  expect(() => notifications(true).addAsync('k', { ...INFO, message: 'x'.repeat(151) })).toThrow(expect.objectContaining({ name: 'ArgumentOutOfRange' }));
  expect(() => notifications(true).addAsync('k', { ...INFO, icon: undefined })).toThrow(expect.objectContaining({ name: 'ArgumentError' }));
  expect(await result(notifications(false).addAsync, 'k', { ...INFO, message: 'x'.repeat(151) })).toMatchObject({ status: 'failed', error: { code: 9031 } });
  expect(await result(notifications(true).addAsync, 'k', INFO)).toMatchObject({ status: 'succeeded' });
});

test('a getter without a callback throws, a setter does its work', async () => {
  const { host, office, clock } = outlookWindow('web');
  const { to, subject } = office('pane').Office.context.mailbox.item;
  expect(() => to.getAsync()).toThrow(expect.objectContaining({ name: 'ArgumentNull' }));
  subject.setAsync('Changed');
  await clock.settle();
  expect(host.draft().subject).toBe('Changed');
});

test('what the permission does not cover throws', () => {
  const { office } = outlookWindow('web');
  const item = (permission: 'Restricted' | 'ReadItem' | 'ReadWriteItem') => office('pane', { permission }).Office.context.mailbox.item;
  expect(() => item('ReadItem').to.setAsync([])).toThrow('to.setAsync needs the permission ReadWriteItem');
  expect(() => item('ReadItem').sessionData?.getAsync('k', () => {})).toThrow('needs the permission ReadWriteItem');
  expect(() => item('Restricted').to.getAsync(() => {})).toThrow('needs the permission ReadItem');
  expect(() => item('ReadWriteItem').sendAsync?.()).toThrow('needs the permission ReadWriteMailbox');
  expect(() => item('ReadItem').to.getAsync(() => {})).not.toThrow();
});

test('in classic Windows, Office.context is not there before an event is being handled', async () => {
  const { office } = outlookWindow('classicWindows_1_16');
  const { Office, invoke } = office('events');
  expect(() => Office.context).toThrow('Office.context is not there before an event is being handled.');
  const read = new Promise((resolve) => Office.actions.associate('read', () => Office.context.mailbox.item.subject.getAsync(resolve)));
  invoke('READ', { type: 'OnMessageSend', source: { id: 'read' }, completed() {}, failed() {} });
  expect(await read).toMatchObject({ value: 'Offer' });
  expect(() => outlookWindow('classicWindows_1_16').office('pane').Office.context).not.toThrow();
});

test('in classic Windows, nothing comes back after the event is completed', async () => {
  for (const id of CLIENT_IDS) {
    const { office, clock } = outlookWindow(id);
    const { Office, invoke } = office('events');
    const later = jest.fn();
    Office.actions.associate('late', (event: unknown) => {
      Office.context.mailbox.item.subject.getAsync(later);
      (event as Event).completed({ allowEvent: true });
    });
    invoke('late', { type: 'OnMessageSend', source: { id: 'late' }, completed() {}, failed() {} });
    await clock.settle();
    expect(later).toHaveBeenCalledTimes(id.startsWith('classic') ? 0 : 1);
  }
});

test('in classic Windows, an event completed twice does not end another one', async () => {
  const { office, clock } = outlookWindow('classicWindows_1_16');
  const { Office, invoke } = office('events');
  const heard = jest.fn();
  Office.actions.associate('first', (event: unknown) => {
    (event as Event).completed();
    (event as Event).completed();
  });
  Office.actions.associate('second', () => Office.context.mailbox.item.subject.getAsync(heard));
  for (const name of ['second', 'first']) invoke(name, { type: 'OnMessageCompose', source: { id: name }, completed() {}, failed() {} });
  await clock.settle();
  expect(heard).toHaveBeenCalledTimes(1);
});

test('options that refer to themselves throw inside completed', () => {
  const { Office, invoke } = outlookWindow('web').office('events');
  const options: Record<string, unknown> = { allowEvent: false };
  options.contextData = options;
  const completed = jest.fn();
  Office.actions.associate('cyclic', (event: unknown) => {
    expect(() => (event as Event).completed(options)).toThrow(TypeError);
    (event as Event).completed({ allowEvent: false });
  });
  const failed = jest.fn();
  invoke('cyclic', { type: 'OnMessageSend', source: { id: 'cyclic' }, completed, failed });
  expect(completed.mock.calls).toEqual([[{ allowEvent: false }]]);
  expect(failed).not.toHaveBeenCalled();
});

test('a pane that asks is told about recipients and theme, until it no longer asks', async () => {
  const { host, office } = outlookWindow('web');
  const { Office } = office('pane');
  const { mailbox } = Office.context;
  const seen: unknown[] = [];
  const see = (event: unknown) => void seen.push(event);
  expect(await result(mailbox.item.addHandlerAsync, Office.EventType.RecipientsChanged, see)).toMatchObject({ status: 'succeeded' });
  expect(await result(mailbox.addHandlerAsync, Office.EventType.OfficeThemeChanged, see)).toMatchObject({ status: 'succeeded' });

  host.user.add('cc', 'cem@ash.example');
  host.setTheme(DARK_THEME);
  expect(seen).toEqual([
    { type: 'olkRecipientsChanged', changedRecipientFields: { to: false, cc: true, bcc: false, requiredAttendees: false, optionalAttendees: false, resources: false } },
    { type: 'officeThemeChanged', officeTheme: DARK_THEME },
  ]);
  expect(Office.context.officeTheme).toEqual(DARK_THEME);

  await result(mailbox.item.removeHandlerAsync, Office.EventType.RecipientsChanged);
  await result(mailbox.removeHandlerAsync, Office.EventType.OfficeThemeChanged);
  host.user.add('cc', 'dora@fir.example');
  host.setTheme(CONTRAST_THEME);
  expect(seen).toHaveLength(2);
});

test('an event the client does not have cannot be asked for', async () => {
  const { Office } = outlookWindow('mac').office('pane');
  const { addHandlerAsync } = Office.context.mailbox.item;
  expect(() => addHandlerAsync?.(Office.EventType.InitializationContextChanged, () => {})).toThrow('no event undefined');
  const newer = outlookWindow('mac').office('pane', { throwsSynchronously: false }).Office.context.mailbox.item;
  expect(await result(newer.addHandlerAsync, 'olkInitializationContextChanged', () => {})).toMatchObject({ status: 'failed', error: { code: 9031 } });
});

test('a meeting has attendees and organizer fields of its own', async () => {
  const { office } = outlookWindow('web', { item: { kind: 'meeting', requiredAttendees: ['anna@oak.example'] } });
  const item = office('pane').Office.context.mailbox.item;
  expect(item.itemType).toBe('appointment');
  expect([item.to, item.bcc, item.getComposeTypeAsync]).toEqual([undefined, undefined, undefined]);
  expect((await result(item.requiredAttendees.getAsync)).value).toHaveLength(1);
});

test('on a phone, what it lacks is no function and what it was brought is there', () => {
  const { office } = outlookWindow(PHONES.android);
  const item = office('events').Office.context.mailbox.item as unknown as Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>>;
  expect([typeof item.subject?.setAsync, typeof item.body?.setAsync, typeof item.getAttachmentsAsync, 'sensitivityLabel' in item]).toEqual(['undefined', 'undefined', 'undefined', false]);
  expect([typeof item.to?.setAsync, typeof item.sessionData?.getAsync, typeof item.getComposeTypeAsync, typeof item.from?.getAsync]).toEqual(['function', 'function', 'function', 'function']);
});

test('on a Mac, the send handler is told that a reply is a new mail', async () => {
  for (const id of CLIENT_IDS) {
    let seen: unknown;
    const { host, office } = outlookWindow(id, { item: { to: ['anna@oak.example'], composeType: 'reply' }, events: { OnMessageSend: 'onMessageSendHandler' } });
    const { Office, invoke } = office('events');
    Office.actions.associate('onMessageSendHandler', (event: unknown) => {
      void result(Office.context.mailbox.item.getComposeTypeAsync).then(({ value }) => {
        seen = value;
        (event as Event).completed({ allowEvent: true });
      });
    });
    host.attachRuntime({ kind: 'events', invoke });
    await host.pressSend();
    expect(seen).toEqual({ composeType: id === 'mac' ? 'newMail' : 'reply', coercionType: 'html' });
    expect(problemKinds(host)).toEqual([]);
  }
});
