import { CLIENT_IDS } from '../../src/simulator/clients';
import type { SendMode } from '../../src/simulator/inside';
import type { SendStep } from '../../src/simulator/send';
import { addresses, answering, asDialog, buttonsOf, call, outlookWindow, problemKinds, result, type Event, type Handlers } from './outlook-window';

const MODES: readonly SendMode[] = ['PromptUser', 'SoftBlock', 'Block'];

/** A handler that answers when the test says so. */
function waiting(): { readonly handlers: Handlers; complete(options: unknown): void } {
  let event: Event | undefined;
  return {
    handlers: { onMessageSendHandler: (given) => { event = given; } },
    complete: (options) => event?.completed(options),
  };
}

/** The step, or `null` while nothing is shown. */
async function soon(step: Promise<SendStep>): Promise<SendStep | null> {
  return Promise.race([step, new Promise<null>((resolve) => void setImmediate(() => resolve(null)))]);
}

describe.each(MODES)('%s', (sendMode) => {
  test('shows after five seconds that the check takes long', async () => {
    const { handlers, complete } = waiting();
    const { host, clock } = outlookWindow('web', { sendMode, handlers });
    const pressed = host.pressSend();
    await clock.advance(4_999);
    expect(await soon(pressed)).toBeNull();
    await clock.advance(1);
    const dialog = asDialog(await pressed);
    expect(dialog.kind).toBe('slow');
    expect(buttonsOf(dialog)).toEqual(sendMode === 'PromptUser' ? ['sendAnyway', 'dontSend'] : ['wait']);

    complete({ allowEvent: true });
    expect(await dialog.next).toMatchObject({ kind: 'sent', mail: { how: 'checked' } });
    expect(clock.pending()).toBe(0);
  });

  test('gives up after five minutes', async () => {
    const { handlers, complete } = waiting();
    const { host, clock } = outlookWindow('web', { sendMode, handlers });
    const pressed = host.pressSend();
    await clock.advance(299_999);
    const slow = asDialog(await pressed);
    expect(await soon(slow.next!)).toBeNull();
    await clock.advance(1);
    const dialog = asDialog((await slow.next)!);
    expect(dialog.kind).toBe('timeout');
    expect(buttonsOf(dialog)).toEqual(sendMode === 'PromptUser' ? ['sendAnyway', 'dontSend'] : ['ok']);
    expect(await dialog.close()).toEqual({ kind: 'kept', where: 'compose', why: sendMode === 'PromptUser' ? 'dontSend' : 'sendAgain' });

    complete({ allowEvent: true });
    expect(host.sentMails()).toEqual([]);
    expect(problemKinds(host)).toEqual(['handlerTimedOut', 'completedLate']);
  });

  test.each([
    ['there is nothing to run the handler', {}, []],
    ['the handler throws', { onMessageSendHandler: () => { throw new Error('oh'); } }, ['handlerFailed']],
    ['the handler rejects', { onMessageSendHandler: async () => { throw new Error('oh'); } }, ['handlerFailed']],
  ] as const)('falls back to the manifest when %s', async (_name, handlers, kinds) => {
    const { host } = outlookWindow('web', { sendMode, ...('onMessageSendHandler' in handlers ? { handlers } : {}) });
    const dialog = asDialog(await host.pressSend());
    expect(dialog.kind).toBe('unavailable');
    expect(buttonsOf(dialog)).toEqual(sendMode === 'Block' ? ['ok'] : ['sendAnyway', 'tryLater']);
    expect(problemKinds(host)).toEqual(kinds);
    expect(await dialog.close()).toEqual({ kind: 'kept', where: 'compose', why: sendMode === 'Block' ? 'cannotSend' : 'tryLater' });
  });

  test('lets nobody but PromptUser past a handler that was never associated', async () => {
    const { host } = outlookWindow('web', { sendMode, handlers: {} });
    expect(buttonsOf(await host.pressSend())).toEqual(sendMode === 'PromptUser' ? ['sendAnyway', 'tryLater'] : ['ok']);
    expect(problemKinds(host)).toEqual(['notAssociated']);
  });

  test('without a connection keeps the mail in Drafts, or in the Outbox if the user may and wants', async () => {
    const { host } = outlookWindow('web', { sendMode, handlers: answering({ allowEvent: true }) });
    host.setNetwork('lost');
    const dialog = asDialog(await host.pressSend());
    expect(dialog.kind).toBe('offline');
    expect(buttonsOf(dialog)).toEqual(sendMode === 'Block' ? ['ok'] : ['sendAnyway', 'dontSend']);
    if (sendMode === 'Block') {
      expect(await dialog.press('ok')).toEqual({ kind: 'kept', where: 'drafts', why: 'offline' });
      return expect(host.draft().where).toBe('drafts');
    }
    expect(await dialog.press('sendAnyway')).toMatchObject({ kind: 'sent', mail: { to: 'outbox', how: 'sendAnyway' } });

    const other = outlookWindow('web', { sendMode, handlers: answering({ allowEvent: true }) });
    other.host.setNetwork('lost');
    expect(await asDialog(await other.host.pressSend()).press('dontSend')).toEqual({ kind: 'kept', where: 'drafts', why: 'dontSend' });
  });

  test('working offline skips the check with PromptUser and refuses to send otherwise', async () => {
    for (const id of CLIENT_IDS) {
      const { host } = outlookWindow(id, { sendMode, handlers: answering({ allowEvent: false }) });
      if (['classicWindows_1_12', 'classicWindows_1_13', 'web', 'newWindows'].includes(id)) {
        expect(() => host.setNetwork('workOffline')).toThrow('has no Work Offline that add-ins know of.');
        continue;
      }
      host.setNetwork('workOffline');
      const step = await host.pressSend();
      if (sendMode === 'PromptUser') expect(step).toMatchObject({ kind: 'sent', mail: { to: 'outbox', how: 'notChecked' } });
      else expect(await asDialog(step).press('ok')).toEqual({ kind: 'kept', where: 'compose', why: 'offline' });
    }
  });

  test('started without a connection, web clients do not check, the others do', async () => {
    for (const id of CLIENT_IDS) {
      const { host } = outlookWindow(id, { sendMode, handlers: answering({ allowEvent: false }) });
      host.setNetwork('startedOffline');
      const step = await host.pressSend();
      expect(step.kind).toBe(id === 'web' || id === 'newWindows' ? 'sent' : 'alert');
    }
  });

  test('leaving the mail while it is checked', async () => {
    for (const id of CLIENT_IDS) {
      const { handlers, complete } = waiting();
      const { host, clock } = outlookWindow(id, { sendMode, handlers });
      const pressed = host.pressSend();
      await clock.settle();
      const left = host.leaveItem();
      if (id === 'mac') {
        complete({ allowEvent: true });
        expect(await left).toMatchObject({ kind: 'sent' });
        continue;
      }
      const dialog = asDialog(await left);
      expect(buttonsOf(dialog)).toEqual(sendMode === 'PromptUser' ? ['wait', 'sendAnyway', 'saveAsDraft'] : ['wait', 'saveAsDraft']);
      expect(await dialog.press('saveAsDraft')).toEqual({ kind: 'kept', where: 'drafts', why: 'savedAsDraft' });
      complete({ allowEvent: true });
      await clock.advance(400_000);
      expect(host.sentMails()).toEqual([]);
      expect(await soon(pressed)).toBeNull();
    }
  });
});

test('a wish to loosen the send mode does not count when the handler fails', async () => {
  const { host } = outlookWindow('web', { sendMode: 'Block', handlers: { onMessageSendHandler: () => { throw new Error('oh'); } } });
  expect(buttonsOf(await host.pressSend())).toEqual(['ok']);
});

test('a user who does not wait any longer is not sent a second mail by the late answer', async () => {
  const { handlers, complete } = waiting();
  const { host, clock } = outlookWindow('web', { sendMode: 'PromptUser', handlers });
  const pressed = host.pressSend();
  await clock.advance(5_000);
  expect(await asDialog(await pressed).press('sendAnyway')).toMatchObject({ kind: 'sent', mail: { how: 'sendAnyway' } });
  complete({ allowEvent: true });
  await clock.advance(400_000);
  expect(host.sentMails()).toHaveLength(1);
});

test('a mail that is being sent, or was, cannot be sent again', async () => {
  const { handlers, complete } = waiting();
  const { host, clock } = outlookWindow('web', { handlers });
  const pressed = host.pressSend();
  await clock.settle();
  await expect(host.pressSend()).rejects.toThrow('This mail is being sent already.');
  complete({ allowEvent: true });
  await pressed;
  await expect(host.pressSend()).rejects.toThrow('This mail is no longer open: sent.');
  expect(await call(host, 'to.getAsync')).toBe(9030);
});

test('recipients changed by the add-in while it checks: nothing in classic Windows and on a Mac, no answer on the web, left in Drafts in new Windows', async () => {
  for (const id of CLIENT_IDS) {
    const { host, office, clock } = outlookWindow(id, { events: { OnMessageSend: 'onMessageSendHandler' } });
    const { Office, invoke } = office('events');
    Office.actions.associate('onMessageSendHandler', async (event: unknown) => {
      await result(Office.context.mailbox.item.bcc.addAsync, ['cem@ash.example']);
      (event as Event).completed({ allowEvent: true });
    });
    host.attachRuntime({ kind: 'events', invoke });
    const pressed = host.pressSend();
    await clock.advance(300_000);
    const first = await pressed;
    const step = first.kind === 'slow' ? await first.next : first;
    if (id === 'web') expect(step).toMatchObject({ kind: 'timeout' });
    else if (id === 'newWindows') expect(step).toEqual({ kind: 'kept', where: 'drafts', why: 'recipientsChanged' });
    else expect(step).toMatchObject({ kind: 'sent' });
    expect(problemKinds(host)).toEqual(['recipientsChangedWhileSending', ...(id === 'web' ? ['handlerTimedOut'] : [])]);
  }
});

test('on the web, a handler that changed recipients late is given up five minutes after Send, and nothing waits for it once the user went on', async () => {
  for (const goesOn of [false, true]) {
    const { host, clock } = outlookWindow('web', { sendMode: 'PromptUser', events: { OnMessageSend: 'onMessageSendHandler' }, handlers: waiting().handlers });
    const pressed = host.pressSend();
    await clock.advance(10_000);
    const slow = asDialog(await pressed);
    await call(host.connect('events'), 'bcc.addAsync', ['cem@ash.example']);
    if (goesOn) {
      expect(await slow.press('sendAnyway')).toMatchObject({ kind: 'sent' });
      expect(clock.pending()).toBe(0);
      continue;
    }
    await clock.advance(289_999);
    expect(await soon(slow.next!)).toBeNull();
    await clock.advance(1);
    expect(await slow.next).toMatchObject({ kind: 'timeout' });
  }
});

test('a body written while it is checked never ends on a Mac', async () => {
  for (const id of CLIENT_IDS) {
    const { host, office, clock } = outlookWindow(id);
    const { Office, invoke } = office('events');
    Office.actions.associate('onMessageSendHandler', async (event: unknown) => {
      await result(Office.context.mailbox.item.body.setAsync, 'Checked.', { coercionType: 'text' });
      (event as Event).completed({ allowEvent: true });
    });
    host.attachRuntime({ kind: 'events', invoke });
    const pressed = host.pressSend();
    await clock.advance(5_000);
    expect((await pressed).kind).toBe(id === 'mac' ? 'slow' : 'sent');
    expect(problemKinds(host)).toEqual(['bodyWrittenWhileSending']);
  }
});

test('a mail to nobody is not even checked', async () => {
  const { host } = outlookWindow('web', { item: {}, handlers: answering({ allowEvent: true }) });
  expect(await host.pressSend()).toEqual({ kind: 'kept', where: 'compose', why: 'noRecipients' });
});

test('a mail without a send event in the manifest is not checked', async () => {
  const { host } = outlookWindow('web', { events: {}, handlers: answering({ allowEvent: false }) });
  expect(await host.pressSend()).toMatchObject({ kind: 'sent', mail: { how: 'notChecked' } });
});

test('web clients do not send to text that does not resolve, and name the add-in that wrote it', async () => {
  for (const id of ['web', 'newWindows'] as const) {
    const { host } = outlookWindow(id, { handlers: answering({ allowEvent: true }) });
    host.user.type('cc', 'Nobody');
    expect(await host.pressSend()).toMatchObject({ kind: 'unresolved', text: 'These recipients cannot be found: Nobody' });
    host.user.remove('cc', 'Nobody');
    await call(host, 'cc.addAsync', ['Somebody']);
    const dialog = asDialog(await host.pressSend());
    expect(dialog.text).toBe('Umsicht added recipients that cannot be found: Somebody');
    expect(await dialog.press('ok')).toEqual({ kind: 'kept', where: 'compose', why: 'unresolved' });
    expect(host.sentMails()).toEqual([]);
  }
});

test('text that is an address is resolved at sending: on the web before the check, elsewhere after it', async () => {
  for (const id of CLIENT_IDS) {
    let seen: unknown[] = [];
    const { host, office } = outlookWindow(id);
    const { Office, invoke } = office('events');
    Office.actions.associate('onMessageSendHandler', async (event: unknown) => {
      seen = (await result(Office.context.mailbox.item.cc.getAsync)).value as unknown[];
      (event as Event).completed({ allowEvent: true });
    });
    host.attachRuntime({ kind: 'events', invoke });
    host.user.type('cc', 'cem@ash.example');
    expect(await host.pressSend()).toMatchObject({ kind: 'sent' });
    expect(seen).toHaveLength(id === 'web' || id === 'newWindows' ? 1 : 0);
    expect(addresses(host, 'cc')).toEqual(['cem@ash.example']);
    expect(host.sentMails()[0]!.item.recipients.cc).toHaveLength(1);
  }
});

test('elsewhere, text that does not resolve stops the mail after the check', async () => {
  const { host } = outlookWindow('mac', { handlers: answering({ allowEvent: true }) });
  host.user.type('cc', 'Nobody');
  expect(await host.pressSend()).toMatchObject({ kind: 'unresolved' });
});

test('a draft that is opened again has lost what lived with its window', async () => {
  const { host } = outlookWindow('web', { handlers: answering({ allowEvent: true }) });
  await call(host, 'sessionData.setAsync', 'purpose', 'offer');
  host.setNetwork('lost');
  await asDialog(await host.pressSend()).press('dontSend');
  expect(await call(host, 'sessionData.getAsync', 'purpose')).toBe(9030);
  host.user.reopen();
  host.setNetwork('online');
  expect(await call(host, 'sessionData.getAsync', 'purpose')).toBe(9050);
  expect(await host.pressSend()).toMatchObject({ kind: 'sent', mail: { how: 'checked' } });
});
