import { CLIENT_IDS, CLIENTS } from '../../src/simulator/clients';
import { answering, call, outlookWindow, problemKinds, result } from './outlook-window';

const FIVE_MINUTES = 300_000;
const ALLOW = { allowEvent: true };

/** A window whose mail is to be delivered five minutes from now, sent already. */
async function sentWithDelay(id: (typeof CLIENT_IDS)[number]) {
  const window = outlookWindow(id, { handlers: answering(ALLOW) });
  const at = window.clock.now() + FIVE_MINUTES;
  expect(await call(window.host, 'delayDeliveryTime.setAsync', at)).toBe(id === 'classicWindows_1_12' ? 9032 : undefined);
  const step = await window.host.pressSend();
  return { ...window, at, step };
}

const CAN_DELAY = CLIENT_IDS.filter((id) => id !== 'classicWindows_1_12');

test.each(CAN_DELAY)('a mail with a delay in %s is checked at once, waits in the outbox, and leaves it in time', async (id) => {
  const { host, clock, at, step } = await sentWithDelay(id);
  expect(step).toMatchObject({ kind: 'sent', mail: { to: 'outbox', how: 'checked', deliverAt: at } });
  await clock.advance(FIVE_MINUTES - 1);
  expect([host.draft().where, host.sentMails().map(({ to }) => to)]).toEqual(['outbox', ['outbox']]);
  const changes: string[] = [];
  host.subscribe((change) => changes.push(change));
  await clock.advance(1);
  expect([host.draft().where, host.sentMails()]).toMatchObject(['sent', [{ to: 'recipients', at, item: { where: 'sent' } }]]);
  expect(changes).toContain('sending');
  expect(clock.pending()).toBe(0);
});

test.each(CAN_DELAY)('while it waits in %s it can be opened again, unless the client has given it away', async (id) => {
  const { host, clock } = await sentWithDelay(id);
  if (CLIENTS[id].eventRuntime === 'javascriptOnly') {
    expect(() => host.user.reopen()).toThrow('cannot take back a mail that waits');
    return;
  }
  host.user.reopen();
  await clock.advance(FIVE_MINUTES);
  expect([host.draft().where, host.sentMails()]).toEqual(['compose', []]);
  expect(clock.pending()).toBe(0);
});

test('a time that has passed delays nothing', async () => {
  const { host, clock } = outlookWindow('web', { handlers: answering(ALLOW) });
  await call(host, 'delayDeliveryTime.setAsync', clock.now());
  expect(await host.pressSend()).toMatchObject({ kind: 'sent', mail: { to: 'recipients', deliverAt: null } });
});

test('the time is a date, and only a date, from 1.13 on and for messages', async () => {
  const { office, clock } = outlookWindow('web');
  const { delayDeliveryTime } = office('pane').Office.context.mailbox.item as { delayDeliveryTime: { getAsync: unknown; setAsync(...given: unknown[]): void } };
  expect((await result(delayDeliveryTime.getAsync)).value).toBe(0);
  expect((await result(delayDeliveryTime.setAsync, new Date(clock.now()))).status).toBe('succeeded');
  expect((await result(delayDeliveryTime.getAsync)).value).toEqual(new Date(clock.now()));
  for (const wrong of [null, 5, '2026-09-01', new Date('never')]) expect(() => delayDeliveryTime.setAsync(wrong, () => undefined)).toThrow('must be a date');
  expect(outlookWindow('classicWindows_1_12').office('pane').Office.context.mailbox.item).not.toHaveProperty('delayDeliveryTime');
  expect(outlookWindow('web', { item: { kind: 'meeting' } }).office('pane').Office.context.mailbox.item).not.toHaveProperty('delayDeliveryTime');
});

test('a send handler that sets the time is noticed', async () => {
  const { host } = outlookWindow('web', { handlers: { onMessageSendHandler: (event) => void call(host, 'delayDeliveryTime.setAsync', 1).then(() => event.completed(ALLOW)) } });
  await host.pressSend();
  expect(problemKinds(host)).toEqual(['delayedWhileSending']);
});

test('a draft that is opened again is announced as that, and as nothing new', async () => {
  const seen: string[] = [];
  const note = (event: { readonly type: string; completed(): void }) => { seen.push(event.type); event.completed(); };
  const { host, clock } = outlookWindow('web', { events: { OnNewMessageCompose: 'onNew', OnMessageCompose: 'onCompose' }, handlers: { onNew: note, onCompose: note } });
  host.user.reopen();
  await clock.settle();
  expect(seen).toEqual(['OnMessageCompose']);
});
