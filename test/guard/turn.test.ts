import type { SessionData } from '../../src/core/ports';
import { besideTurns, endTurns, noteSend, takeTurn, wasSentWithin, watchSend } from '../../src/guard/turn';
import { memory, NOW } from './desk';

const deaf: SessionData = { read: async () => undefined, write: async () => false };
const clockAt = (now: number) => ({ now: () => now, after: () => () => undefined });

test('whoever came last has the turn, and a button of ours comes last', async () => {
  const session = memory();
  const [first, second] = [await takeTurn(session, 'first'), await takeTurn(session, 'second')];
  expect([first.isKept, await first.holder(), await second.holder()]).toEqual([true, 'other', 'me']);
  await endTurns(session, clockAt(NOW));
  expect(await second.holder()).toBe('other');
  session.kept.set('umsicht.turn', '');
  expect(await second.holder()).toBe('me');
  session.kept.delete('umsicht.turn');
  expect(await second.holder()).toBe('me');
});

test('whoever only speaks ends nobody’s turn, and makes way for whoever comes', async () => {
  const session = memory();
  const first = await takeTurn(session, 'first');
  const speaker = await besideTurns(session);
  expect([speaker.isKept, await speaker.holder(), await first.holder()]).toEqual([true, 'me', 'me']);
  await takeTurn(session, 'second');
  expect(await speaker.holder()).toBe('other');
  expect(await (await besideTurns(memory())).holder()).toBe('me');
  expect(await (await besideTurns(deaf)).holder()).toBe('unknown');
});

test('who has the turn is not known where Outlook does not tell', async () => {
  const turn = await takeTurn(deaf, 'first');
  expect([turn.isKept, await turn.holder()]).toEqual([false, 'unknown']);
});

test('Send was pressed within a time, or may have been as far as Outlook tells', async () => {
  const session = memory();
  expect(await wasSentWithin(1000, session, clockAt(NOW))).toBe(false);
  await noteSend(session, clockAt(NOW));
  expect([await wasSentWithin(1000, session, clockAt(NOW + 999)), await wasSentWithin(1000, session, clockAt(NOW + 1000)), await wasSentWithin(1000, deaf, clockAt(NOW))]).toEqual([true, false, true]);
});

test('Send is seen from when one began to watch, as far as Outlook tells before and after', async () => {
  const session = memory();
  const isSent = await watchSend(session);
  expect(await isSent()).toBe(false);
  await noteSend(session, clockAt(NOW));
  expect([await isSent(), await (await watchSend(session))()]).toEqual([true, false]);
  let answers: (string | undefined)[] = [undefined, '1'];
  const once: SessionData = { ...session, read: async () => answers.shift() };
  expect(await (await watchSend(once))()).toBe(false);
  answers = ['1', undefined];
  expect(await (await watchSend(once))()).toBe(false);
});
