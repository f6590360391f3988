import { noteSendVersion, readSendVersion } from '../../src/guard/send-version';
import { memory } from './desk';

test('what checks on Send says with each draft which version it is', async () => {
  const session = memory();
  expect(await readSendVersion(session)).toBeNull();
  await noteSendVersion(session, '1.2.3-beta+4');
  expect([await readSendVersion(session), session.kept.get('umsicht.sendVersion')]).toEqual(['1.2.3-beta+4', '1.2.3-beta+4']);
});

test.each(['', ' 1.2.3', '1.2.3 ', '1,2', 'x'.repeat(41), '<b>1</b>'])('%j is no version', async (text) => {
  expect(await readSendVersion(memory({ 'umsicht.sendVersion': text }))).toBeNull();
});

test('an Outlook that does not tell has said nothing; forty characters are a version', async () => {
  expect(await readSendVersion({ read: async () => undefined, write: async () => true })).toBeNull();
  expect(await readSendVersion(memory({ 'umsicht.sendVersion': 'x'.repeat(40) }))).toBe('x'.repeat(40));
});
