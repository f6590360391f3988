import { connectToHost, serveHost } from '../../src/simulator/message-connection';
import { createOffice } from '../../src/simulator/office';
import type { RuntimeKind } from '../../src/simulator/inside';
import type { HostSetup } from '../../src/simulator/host';
import { DARK_THEME } from '../../src/simulator/host';
import { addresses, asDialog, outlookWindow, result, type Event } from './outlook-window';

const open: MessagePort[] = [];
afterEach(() => {
  for (const port of open.splice(0)) port.close();
});

/** An add-in at the other end of a channel, as in a worker or a frame. */
async function remote(kind: RuntimeKind, setup: Partial<HostSetup> = {}) {
  const window = outlookWindow('classicWindows_1_16', setup);
  const { port1, port2 } = new MessageChannel();
  open.push(port1, port2);
  const hangUp = serveHost(window.host, kind, port1, { permission: 'ReadWriteItem' });
  const end = await connectToHost(port2);
  const { Office, invoke } = createOffice(end.connection, end.client, end.runtime);
  return { ...window, hangUp, Office, ready: () => end.serve(invoke) };
}

/** Waits until something is true, turn by turn of the event loop. */
async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await new Promise((resolve) => void setImmediate(resolve));
}

test('an Office object at the other end of a port reads and changes the draft', async () => {
  const { Office, host } = await remote('pane');
  expect((await result(Office.context.mailbox.item.to.getAsync)).value).toHaveLength(2);
  await result(Office.context.mailbox.item.bcc.addAsync, ['cem@ash.example']);
  expect(addresses(host, 'bcc')).toEqual(['cem@ash.example']);
  expect(Office.context.mailbox.userProfile.emailAddress).toBe('eva@own.example');
});

test('a send is checked at the other end, and unavailable until the script is loaded', async () => {
  const { Office, host, ready } = await remote('events');
  expect((await host.pressSend()).kind).toBe('unavailable');

  Office.actions.associate('onMessageSendHandler', async (event: unknown) => {
    const { value } = await result(Office.context.mailbox.item.to.getAsync);
    (event as Event).completed({ allowEvent: false, errorMessage: `${(value as unknown[]).length} people` });
  });
  ready();
  let attempt = await host.pressSend();
  while (attempt.kind === 'unavailable') {
    await new Promise((resolve) => void setImmediate(resolve));
    attempt = await host.pressSend();
  }
  expect(asDialog(attempt).text).toBe('2 people');
});

test('a function that fails or is missing is reported over the port', async () => {
  const { Office, host, ready, clock } = await remote('commands');
  ready();
  await until(() => {
    void host.runCommand('Umsicht.MoveToBcc');
    return !host.problems.some(({ kind }) => kind === 'noRuntime') || host.problems.some(({ kind }) => kind === 'notAssociated');
  });
  Office.actions.associate('moveToBcc', () => { throw new Error('oh'); });
  expect(await host.runCommand('Umsicht.MoveToBcc')).toMatchObject({ kind: 'failed', reason: 'error', message: 'Error: oh' });
  await clock.settle();
});

test('events reach the other end', async () => {
  const { Office, host } = await remote('pane');
  const seen: unknown[] = [];
  await result(Office.context.mailbox.item.addHandlerAsync, Office.EventType.RecipientsChanged, (event: unknown) => void seen.push(event));
  host.user.add('cc', 'cem@ash.example');
  host.setTheme(DARK_THEME);
  await until(() => seen.length > 0 && Office.context.officeTheme?.bodyBackgroundColor === DARK_THEME.bodyBackgroundColor);
  expect(seen).toMatchObject([{ type: 'olkRecipientsChanged', changedRecipientFields: { cc: true, to: false } }]);
});

test('a call that throws here arrives there as failed', async () => {
  const { Office } = await remote('pane', { faults: () => 'throw' });
  expect(await result(Office.context.mailbox.item.to.getAsync)).toMatchObject({ status: 'failed', error: { code: 5001 } });
});

test('whoever hangs up is no longer there', async () => {
  const { host, ready, hangUp, Office } = await remote('events');
  Office.actions.associate('onMessageSendHandler', (event: unknown) => (event as Event).completed({ allowEvent: false }));
  ready();
  let step = await host.pressSend();
  while (step.kind === 'unavailable') {
    await new Promise((resolve) => void setImmediate(resolve));
    step = await host.pressSend();
  }
  hangUp();
  expect((await host.pressSend()).kind).toBe('unavailable');
});
