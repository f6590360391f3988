import { ask, PATIENCE } from '../../../src/cli/doctor/ask';
import { endlessServer } from '../../connectors/answers-without-end';

test('a service that begins to answer and does not end counts as one that does not answer', async () => {
  const endless = await endlessServer();
  jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask', 'performance', 'Date'] });
  try {
    const asked = ask(endless.origin);
    await endless.begun();
    jest.advanceTimersByTime(PATIENCE);
    expect(await asked).toEqual({ ok: false, code: 'ETIMEDOUT' });
  } finally {
    jest.useRealTimers();
    endless.stop();
  }
});
