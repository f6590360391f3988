import fastify from 'fastify';
import { limitRates } from '../../../src/service/operation/rate-limits';

async function statusesFrom(addresses: readonly string[]): Promise<readonly number[]> {
  const app = fastify();
  app.decorateRequest('asker', null);
  await limitRates(app, { perPerson: 0, perAddress: 1 }, () => undefined);
  app.get('/api/v1/policy', { config: { rateLimit: {} } }, () => ({}));
  const statuses: number[] = [];
  for (const remoteAddress of addresses) statuses.push((await app.inject({ url: '/api/v1/policy', remoteAddress })).statusCode);
  await app.close();
  return statuses;
}

test.each<[string, readonly string[], readonly number[]]>([
  ['the same address', ['192.0.2.1', '192.0.2.1', '192.0.2.2'], [200, 429, 200]],
  ['the same address in IPv6 clothes', ['192.0.2.1', '::ffff:192.0.2.1'], [200, 429]],
  ['a network of IPv6 addresses', ['2001:db8:1:2::1', '2001:db8:1:2:a:b:c:d', '2001:db8:1:3::1'], [200, 429, 200]],
  ['a network of IPv6 addresses with zeros in it', ['2001:db8::1', '2001:db8::2', '2001:db8::a:b:c:d', '2001:db8:0:1::1'], [200, 429, 429, 200]],
])('whoever is not known is counted by network: %s', async (_, addresses, statuses) => {
  expect(await statusesFrom(addresses)).toEqual(statuses);
});
