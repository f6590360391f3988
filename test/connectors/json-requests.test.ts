import { jsonRequests } from '../../src/connectors/http/json-requests';
import { type EndlessServer, endlessServer } from './answers-without-end';

let server: EndlessServer;
beforeEach(async () => { server = await endlessServer(); });
afterEach(() => server.stop());

test('an answer without end is left when the time for it is over', async () => {
  const time = new AbortController();
  const asked = jsonRequests(null)({ method: 'GET', url: new URL(server.origin) }, { signal: time.signal, turn: () => Promise.resolve() });
  await server.begun();
  const left = server.left();
  time.abort();
  await expect(asked).rejects.toMatchObject({ reason: 'timeout', code: 'tooLate' });
  await left;
});
