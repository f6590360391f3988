import { CLIENT_IDS, CLIENTS, type ClientId } from '../../src/simulator/clients';
import type { SendMode } from '../../src/simulator/inside';
import { addresses, answering, asDialog, buttonsOf, call, outlookWindow, problemKinds, result, type Event } from './outlook-window';

const ALERT = { allowEvent: false, errorMessage: 'Two people would see each other.' };
const PANE = { ...ALERT, commandId: 'Umsicht.OpenPane', cancelLabel: 'Show in Umsicht', contextData: '{"nonce":"7"}' };
const FUNCTION = { ...ALERT, commandId: 'Umsicht.MoveToBcc', cancelLabel: 'Move to Bcc', contextData: '{"nonce":"8"}' };

describe.each(CLIENT_IDS)('a Smart Alert in %s', (id) => {
  const { button, commandPane, commandFunction } = CLIENTS[id].smartAlerts;

  test('is not there when the handler allows the mail', async () => {
    const { host } = outlookWindow(id, { handlers: answering({ allowEvent: true }) });
    expect(await host.pressSend()).toMatchObject({ kind: 'sent', mail: { how: 'checked', to: 'recipients' } });
    expect(host.draft().where).toBe('sent');
    expect(host.sentMails()).toHaveLength(1);
    expect(problemKinds(host)).toEqual([]);
  });

  test('offers to send anyway only with PromptUser', async () => {
    for (const sendMode of ['PromptUser', 'SoftBlock', 'Block'] as const) {
      const { host } = outlookWindow(id, { sendMode, handlers: answering(ALERT) });
      const step = await host.pressSend();
      expect(step).toMatchObject({ kind: 'alert', title: 'Umsicht', text: ALERT.errorMessage, blocks: null });
      expect(buttonsOf(step)).toEqual(sendMode === 'PromptUser' ? ['sendAnyway', 'dontSend'] : ['dontSend']);
    }
  });

  test('keeps the mail open when the user does not send, and lets it go when the user insists', async () => {
    const { host } = outlookWindow(id, { sendMode: 'PromptUser', handlers: answering(ALERT) });
    expect(await asDialog(await host.pressSend()).press('dontSend')).toEqual({ kind: 'kept', where: 'compose', why: 'dontSend' });
    expect(host.sentMails()).toEqual([]);
    expect(await asDialog(await host.pressSend()).press('sendAnyway')).toMatchObject({ kind: 'sent', mail: { how: 'sendAnyway' } });
    expect(host.draft().where).toBe('sent');
  });

  test('turns to PromptUser by the handler’s wish where the client has 1.14', async () => {
    const modes: [SendMode, readonly string[]][] = [];
    for (const sendMode of ['PromptUser', 'SoftBlock', 'Block'] as const) {
      const { host } = outlookWindow(id, { sendMode, handlers: answering({ ...ALERT, sendModeOverride: 'promptUser' }) });
      modes.push([sendMode, buttonsOf(await host.pressSend())]);
      expect(problemKinds(host)).toEqual([]);
    }
    const changed = CLIENTS[id].smartAlerts.sendModeOverride ? ['sendAnyway', 'dontSend'] : ['dontSend'];
    expect(modes).toEqual([['PromptUser', ['sendAnyway', 'dontSend']], ['SoftBlock', changed], ['Block', changed]]);
  });

  test('has the button of its version for a pane', async () => {
    const { host } = outlookWindow(id, { handlers: answering(PANE) });
    const dialog = asDialog(await host.pressSend());
    const own = button === 'takeAction' ? 'takeAction' : 'dontSend';
    expect(dialog.buttons.map((each) => [each.id, each.label])).toEqual(
      button === 'takeAction' ? [['takeAction', 'Show in Umsicht'], ['dontSend', 'Don’t Send']]
        : [['dontSend', commandPane ? 'Show in Umsicht' : 'Don’t Send']],
    );
    expect(await dialog.press(own)).toEqual({ kind: 'kept', where: 'compose', why: commandPane ? 'pane' : 'dontSend' });
    expect(host.pane()).toBe(commandPane ? 'Umsicht.OpenPane' : null);
    const context = await call(host, 'getInitializationContextAsync');
    expect(context).toBe(!commandPane ? '' : id === 'web' ? JSON.stringify('{"nonce":"7"}') : '{"nonce":"7"}');
    expect(problemKinds(host)).toEqual([]);
  });

  test('runs a function where the client has 1.15, and only cancels elsewhere', async () => {
    const seen: Event[] = [];
    const { host } = outlookWindow(id, {
      handlers: { ...answering(FUNCTION), moveToBcc: (event) => { seen.push(event); event.completed(); } },
    });
    const dialog = asDialog(await host.pressSend());
    const step = await dialog.press(button === 'takeAction' ? 'takeAction' : 'dontSend');
    if (!commandFunction) {
      expect(step).toEqual({ kind: 'kept', where: 'compose', why: 'dontSend' });
      expect(seen).toEqual([]);
      expect(problemKinds(host)).toEqual(commandPane ? ['commandNotSupported'] : []);
      return;
    }
    expect(step).toEqual({ kind: 'kept', where: 'compose', why: 'command', command: { kind: 'completed', options: undefined } });
    expect(seen).toMatchObject([{ source: { id: 'Umsicht.MoveToBcc' }, contextData: '{"nonce":"8"}' }]);
    expect(problemKinds(host)).toEqual([]);
  });

  test('has a button that only cancels for a command the manifest does not know', async () => {
    const { host } = outlookWindow(id, { handlers: answering({ ...PANE, commandId: 'Umsicht.Elsewhere' }) });
    const dialog = asDialog(await host.pressSend());
    expect(buttonsOf(dialog)).toEqual(button === 'takeAction' ? ['takeAction', 'dontSend'] : ['dontSend']);
    expect(await dialog.press(button === 'takeAction' ? 'takeAction' : 'dontSend')).toMatchObject({ why: 'dontSend' });
    expect(host.pane()).toBeNull();
    expect(problemKinds(host)).toEqual(commandPane ? ['unknownCommand'] : []);
  });

  test('shows Markdown where the client has 1.15, and the plain text elsewhere', async () => {
    const { host } = outlookWindow(id, { handlers: answering({ ...ALERT, errorMessageMarkdown: '**Two people** would see\n\n- Anna\r- Ben\r' }) });
    const { text, blocks } = asDialog(await host.pressSend());
    if (!CLIENTS[id].smartAlerts.markdown) {
      expect([text, blocks]).toEqual([ALERT.errorMessage, null]);
      return;
    }
    expect(text).toBe('Two people would see\nAnna\nBen');
    expect(blocks).toEqual([
      { kind: 'paragraph', spans: [{ text: 'Two people', bold: true }, { text: ' would see' }] },
      { kind: 'bullet', spans: [{ text: 'Anna' }] },
      { kind: 'bullet', spans: [{ text: 'Ben' }] },
    ]);
  });

  test('loses its button in classic Windows when there is no text', async () => {
    const { host } = outlookWindow(id, { handlers: answering({ ...PANE, errorMessage: undefined }) });
    const dialog = asDialog(await host.pressSend());
    expect(dialog.text).toBe('Umsicht is preventing this email from being sent.');
    const plain = [['dontSend', 'Don’t Send']];
    expect(dialog.buttons.map((each) => [each.id, each.label])).toEqual(
      id.startsWith('classic') ? plain : button === 'takeAction' ? [['takeAction', 'Show in Umsicht'], ...plain] : [['dontSend', 'Show in Umsicht']],
    );
  });

  test('can be closed without pressing anything, which opens the pane before 2410 only', async () => {
    const { host } = outlookWindow(id, { sendMode: 'PromptUser', handlers: answering(PANE) });
    expect(await asDialog(await host.pressSend()).close()).toMatchObject({ kind: 'kept', why: id === 'classicWindows_1_14' ? 'pane' : 'dontSend' });
    expect(host.pane()).toBe(id === 'classicWindows_1_14' ? 'Umsicht.OpenPane' : null);
    expect(host.sentMails()).toEqual([]);
  });

  test('loses line breaks on the web', async () => {
    const { host } = outlookWindow(id, { handlers: answering({ allowEvent: false, errorMessage: 'One.\r\n\r\nTwo.\nThree.' }) });
    expect(asDialog(await host.pressSend()).text).toBe(id === 'web' || id === 'newWindows' ? 'One. Two. Three.' : 'One.\r\n\r\nTwo.\nThree.');
  });

  test('tells a pane that is open already, where the client has 1.15, and does not load it again', async () => {
    const { host, office } = outlookWindow(id, { handlers: answering(PANE) });
    host.openPane('Umsicht.OpenPane');
    const { Office } = office('pane');
    const seen: unknown[] = [];
    const { initializationContextChanged } = CLIENTS[id].smartAlerts;
    if (initializationContextChanged) await result(Office.context.mailbox.item.addHandlerAsync, Office.EventType.InitializationContextChanged, (event: unknown) => void seen.push(event));
    await asDialog(await host.pressSend()).press(button === 'takeAction' ? 'takeAction' : 'dontSend');
    const initializationContextData = host.draft().initializationContext;
    expect(seen).toEqual(initializationContextChanged ? [{ type: 'olkInitializationContextChanged', initializationContextData }] : []);
  });

  test('tells nobody when there is no pane to be told', async () => {
    const { host } = outlookWindow(id, { handlers: answering(PANE) });
    const seen = jest.fn();
    host.on('initializationContextChanged', seen);
    await asDialog(await host.pressSend()).press(button === 'takeAction' ? 'takeAction' : 'dontSend');
    expect(seen).not.toHaveBeenCalled();
  });

  test('leaves its context behind on desktop, where a pane opened by hand finds it later', async () => {
    const { host } = outlookWindow(id, { handlers: answering(PANE) });
    await asDialog(await host.pressSend()).press(button === 'takeAction' ? 'takeAction' : 'dontSend');
    host.closePane();
    host.openPane('Umsicht.OpenPane');
    expect(await call(host, 'getInitializationContextAsync')).toBe(commandPane && id !== 'web' && id !== 'newWindows' ? '{"nonce":"7"}' : '');
  });
});

test('a recipient list that the function changed is what is checked and sent next', async () => {
  const sendHandler = (Office: { context: { mailbox: { item: { to: { getAsync: unknown } } } } }) => async (event: Event) => {
    const { value } = await result(Office.context.mailbox.item.to.getAsync);
    event.completed((value as unknown[]).length > 1 ? FUNCTION : { allowEvent: true });
  };
  const { host, office } = outlookWindow('web', { events: { OnMessageSend: 'onMessageSendHandler' } });
  const events = office('events');
  events.Office.actions.associate('onMessageSendHandler', sendHandler(events.Office));
  host.attachRuntime({ kind: 'events', invoke: events.invoke });
  const commands = office('commands');
  commands.Office.actions.associate('moveToBcc', async (event: unknown) => {
    const { bcc, to } = commands.Office.context.mailbox.item;
    await result(bcc.addAsync, ['anna@oak.example', 'ben@elm.example']);
    await result(to.setAsync, ['eva@own.example']);
    (event as Event).completed();
  });
  host.attachRuntime({ kind: 'commands', invoke: commands.invoke });

  expect(await asDialog(await host.pressSend()).press('takeAction')).toMatchObject({ why: 'command' });
  expect(await host.pressSend()).toMatchObject({ kind: 'sent', mail: { how: 'checked' } });
  expect([addresses(host, 'to'), addresses(host, 'bcc')]).toEqual([['eva@own.example'], ['anna@oak.example', 'ben@elm.example']]);
  expect(problemKinds(host)).toEqual([]);
});

test.each<[string, object | undefined, readonly string[]]>([
  ['no options', undefined, ['allowEventMissing']],
  ['no allowEvent', { errorMessage: 'x' }, ['allowEventMissing']],
  ['an allowEvent that is a text', { allowEvent: 'true' }, ['wrongType', 'allowEventMissing']],
  ['a text of 501 characters', { allowEvent: false, errorMessage: 'x'.repeat(501) }, ['tooLong']],
  ['Markdown of 501 characters', { ...ALERT, errorMessageMarkdown: 'x'.repeat(501) }, ['tooLong']],
  ['a label of 21 characters', { ...PANE, cancelLabel: 'x'.repeat(21) }, ['tooLong']],
  ['everything exactly as long as it may be', { ...PANE, errorMessage: 'x'.repeat(500), errorMessageMarkdown: 'x'.repeat(500), cancelLabel: 'x'.repeat(20) }, []],
  ['Markdown without a plain text', { allowEvent: false, errorMessageMarkdown: 'x' }, ['errorMessageMissing']],
  ['context without a command', { ...ALERT, contextData: '{}' }, ['contextWithoutCommand']],
  ['a misspelt option', { ...ALERT, commandID: 'Umsicht.OpenPane' }, ['unknownOption']],
  ['an override that tightens', { ...ALERT, sendModeOverride: 'block' }, ['sendModeOverride']],
  ['Markdown with HTML in it', { ...ALERT, errorMessageMarkdown: '<b>x</b>' }, ['markdown']],
])('options with %s', async (_name, options, kinds) => {
  for (const id of ['web', 'classicWindows_1_16'] as const) {
    const { host } = outlookWindow(id, { handlers: answering(options) });
    expect((await host.pressSend()).kind).toBe('alert');
    expect(problemKinds(host)).toEqual(kinds);
  }
});

test('a mistake is noticed on clients that ignore the option too', async () => {
  const { host } = outlookWindow('classicWindows_1_12', { handlers: answering({ ...PANE, cancelLabel: 'x'.repeat(21) }) });
  await host.pressSend();
  expect(problemKinds(host)).toEqual(['tooLong']);
});

test('the first of two answers counts, and the second is noticed', async () => {
  const { host } = outlookWindow('web', { handlers: { onMessageSendHandler: (event) => {
    event.completed({ allowEvent: false, errorMessage: 'First.' });
    event.completed({ allowEvent: true });
  } } });
  expect(await host.pressSend()).toMatchObject({ kind: 'alert', text: 'First.' });
  expect(problemKinds(host)).toEqual(['completedTwice']);
});

test('builds that lose the text beside a command can be tried', async () => {
  const client = { ...CLIENTS.web, oddities: { ...CLIENTS.web.oddities, errorMessageLostWithCommand: true } };
  const { host } = outlookWindow(client, { handlers: answering(PANE) });
  expect(asDialog(await host.pressSend()).text).toBe('Umsicht is preventing this email from being sent.');
});

test('a dialog speaks German in a German Outlook', async () => {
  const { host } = outlookWindow('web', { language: 'de', sendMode: 'PromptUser', handlers: answering({ allowEvent: false, commandId: 'Umsicht.OpenPane' }) });
  const dialog = asDialog(await host.pressSend());
  expect([dialog.text, ...dialog.buttons.map(({ label }) => label)]).toEqual([
    'Umsicht verhindert, dass diese E-Mail gesendet wird.', 'Maßnahme ergreifen', 'Trotzdem senden', 'Nicht senden',
  ]);
});

test('a button does its work once, and a button that is not there cannot be pressed', async () => {
  const { host } = outlookWindow('web', { sendMode: 'PromptUser', handlers: answering(ALERT) });
  const dialog = asDialog(await host.pressSend());
  await expect(dialog.press('takeAction')).rejects.toThrow('has no button takeAction, only sendAnyway, dontSend');
  await dialog.press('sendAnyway');
  expect(await dialog.press('dontSend')).toMatchObject({ kind: 'sent' });
  expect(host.sentMails()).toHaveLength(1);
});

test('context that is an object arrives as JSON', async () => {
  for (const id of ['web', 'newWindows', 'mac'] as const satisfies readonly ClientId[]) {
    const { host } = outlookWindow(id, { handlers: answering({ ...PANE, contextData: { nonce: '7' } }) });
    await asDialog(await host.pressSend()).press(id === 'mac' ? 'dontSend' : 'takeAction');
    expect(await call(host, 'getInitializationContextAsync')).toBe('{"nonce":"7"}');
  }
});

test('a meeting is checked by the event for meetings', async () => {
  const { host } = outlookWindow('web', { item: { kind: 'meeting', requiredAttendees: ['anna@oak.example'] }, handlers: { onMessageSendHandler: (event) => event.completed({ allowEvent: event.type !== 'OnAppointmentSend', errorMessage: 'A meeting.' }) } });
  expect(await host.pressSend()).toMatchObject({ kind: 'alert', text: 'A meeting.' });
});

test('a function command in the ribbon has no context, so that the two can be told apart', async () => {
  const seen: Event[] = [];
  const { host } = outlookWindow('web', { handlers: { moveToBcc: (event) => { seen.push(event); event.completed(); } } });
  expect(await host.runCommand('Umsicht.MoveToBcc')).toEqual({ kind: 'completed', options: undefined });
  expect('contextData' in seen[0]!).toBe(false);
  expect(() => host.runCommand('Umsicht.OpenPane')).toThrow('The manifest has no function command Umsicht.OpenPane.');
});

test('a function command nobody can run is noticed', async () => {
  const { host } = outlookWindow('web');
  expect(await host.runCommand('Umsicht.MoveToBcc')).toEqual({ kind: 'unavailable' });
  expect(problemKinds(host)).toEqual(['noRuntime']);
});
