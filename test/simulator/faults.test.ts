import { addresses, outlookWindow, people, result } from './outlook-window';
import type { Fault } from '../../src/simulator/host';

const ANSWERS: readonly (readonly [fault: Fault, answer: object | null, isDone: boolean])[] = [
  ['fail', { status: 'failed', error: { code: 5001, name: 'InternalError' } }, false],
  [{ fail: 9042 }, { status: 'failed', error: { code: 9042, name: 'InternalServerError' } }, false],
  [{ fail: 4711 }, { status: 'failed', error: { code: 4711, name: 'InternalError' } }, false],
  ['failLate', { status: 'failed', error: { code: 5001 } }, true],
  ['hang', null, false],
  ['hangLate', null, true],
  ['cutOff', null, false],
  ['cutOffLate', null, true],
  ['empty', { status: 'succeeded', value: undefined }, false],
];

test.each(ANSWERS)('%j is answered with %j, and the recipients arrive: %s', async (fault, answer, isDone) => {
  const { host, office, clock } = outlookWindow('classicWindows_1_16', { faults: (method) => (method === 'bcc.addAsync' ? fault : undefined) });
  const heard = jest.fn();
  void result(office('pane').Office.context.mailbox.item.bcc.addAsync, people(3)).then(heard);
  await clock.advance(600_000);
  expect(heard.mock.calls).toEqual(answer === null ? [] : [[expect.objectContaining(JSON.parse(JSON.stringify({ status: (answer as { status: string }).status })))]]);
  if (answer !== null) expect(heard.mock.calls[0]![0]).toMatchObject(answer);
  expect(addresses(host, 'bcc')).toHaveLength(isDone ? 3 : 0);
});

test('a call that is to throw throws', () => {
  const { office } = outlookWindow('web', { faults: () => 'throw' });
  expect(() => office('pane').Office.context.mailbox.item.to.getAsync(() => {})).toThrow('to.getAsync threw, as the test asked.');
});

test('every single call can be picked, whichever runtime makes it', async () => {
  const asked: [string, number][] = [];
  const { host } = outlookWindow('web', { faults: (method, number) => {
    asked.push([method, number]);
    return number === 2 ? 'fail' : undefined;
  } });
  const answers = [await host.connect('events').call('to.getAsync', []), await host.call('cc.getAsync', []), await host.call('to.getAsync', [])];
  expect(answers.map(({ status }) => status)).toEqual(['succeeded', 'failed', 'succeeded']);
  expect(asked).toEqual([['to.getAsync', 1], ['cc.getAsync', 2], ['to.getAsync', 3]]);
  expect(host.calls.map(({ runtime }) => runtime)).toEqual(['events', 'pane', 'pane']);
  host.setFaults(undefined);
  expect((await host.call('to.getAsync', [])).status).toBe('succeeded');
});

test('a slow answer tells what is true when it comes', async () => {
  const { host, clock } = outlookWindow('web', { delay: (method) => (method === 'to.getAsync' ? 3000 : 0) });
  const heard = jest.fn();
  void host.call('to.getAsync', []).then(heard);
  await clock.advance(2999);
  expect(heard).not.toHaveBeenCalled();
  host.user.add('to', 'cem@ash.example');
  await clock.advance(1);
  expect(heard.mock.calls[0]![0].value).toHaveLength(3);
});

test('after a handler was cut off nothing it asks for happens, and other runtimes go on', async () => {
  const { host, clock } = outlookWindow('web', { faults: (_, number) => (number === 2 ? 'cutOff' : undefined) });
  const line = host.connect('events');
  const slow = jest.fn();
  void line.call('to.getAsync', []).then(slow);
  void line.call('bcc.addAsync', [['x@elm.example']]);
  void line.call('cc.addAsync', [['y@elm.example']]);
  await clock.advance(60_000);
  expect(slow).not.toHaveBeenCalled();
  expect([addresses(host, 'bcc'), addresses(host, 'cc')]).toEqual([[], []]);
  expect((await host.connect('events').call('to.getAsync', [])).status).toBe('succeeded');
});
