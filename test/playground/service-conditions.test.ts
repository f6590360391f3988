import { fetchUnder, type Reach, UNCHANGED } from '../../src/playground/service-conditions';
import { type Evidence, type EvidenceSet, NO_EVIDENCE } from '../../src/core/evidence';
import { EVIDENCE_PATH } from '../../src/wire/evidence';
import { POLICY_PATH } from '../../src/wire/policy';

const ORIGIN = 'http://service.example';
const anna = { address: 'anna@oak.example', known: true, record: 'known', tags: [] };
const ben = { address: 'ben@elm.example', known: true, record: 'unknown', tags: [] };

const own: EvidenceSet = { ...NO_EVIDENCE, contacts: new Map([['anna@oak.example', { known: true, value: { record: 'known', tags: [] } }]]) };

/** A service that knows nobody, and remembers what it was asked. */
function service(status = 200): { readonly reach: Reach; readonly asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    async reach(address, init) {
      asked.push(`${address} ${String(init?.body ?? '')}`);
      const addresses = init?.body ? (JSON.parse(String(init.body)) as { addresses: string[] }).addresses : [];
      return new Response(JSON.stringify({ contacts: addresses.map((each) => ({ ...ben, address: each })) }), { status });
    },
  };
}

const ask = (addresses: readonly string[]): RequestInit => ({ method: 'POST', body: JSON.stringify({ addresses }) });

test('an example’s own contacts are answered here, and only the others are asked about at the service', async () => {
  const { reach, asked } = service();
  const answer = await fetchUnder({ ...UNCHANGED, evidence: own }, reach, ORIGIN + EVIDENCE_PATH, ask(['anna@oak.example', 'ben@elm.example']));
  expect(await answer.json()).toEqual({ contacts: [anna, ben] });
  expect(asked).toEqual([`${ORIGIN}${EVIDENCE_PATH} {"addresses":["ben@elm.example"]}`]);
});

test('an example’s own lists, domains and earlier mail are answered here as well', async () => {
  const { reach, asked } = service();
  const known = <T>(value: T): Evidence<T> => ({ known: true, value });
  const evidence: EvidenceSet = {
    contacts: new Map(),
    members: new Map([['team@own.example', known({ members: [{ address: 'anna@oak.example', name: 'Anna' }], complete: true })]]),
    domains: new Map([['oak.example', known({ inUse: true, resembles: [] })]]),
    correspondence: new Map([['anna@oak.example', known({ before: true })]]),
  };
  const body = JSON.stringify({ addresses: [], lists: ['team@own.example'], domains: ['oak.example'], correspondence: ['anna@oak.example'] });
  const answer = await fetchUnder({ ...UNCHANGED, evidence }, reach, ORIGIN + EVIDENCE_PATH, { method: 'POST', body });
  expect(await answer.json()).toEqual({
    contacts: [],
    members: [{ address: 'team@own.example', known: true, members: [{ address: 'anna@oak.example', name: 'Anna' }], complete: true }],
    domains: [{ domain: 'oak.example', known: true, inUse: true, resembles: [] }],
    correspondence: [{ address: 'anna@oak.example', known: true, before: true }],
  });
  expect(asked).toEqual([]);
});

test('a service that refuses is not covered up by the example', async () => {
  const answer = await fetchUnder({ ...UNCHANGED, evidence: own }, service(503).reach, ORIGIN + EVIDENCE_PATH, ask(['anna@oak.example', 'ben@elm.example']));
  expect(answer.status).toBe(503);
});

test('an example’s own policy stands in for the service’s', async () => {
  const { reach, asked } = service();
  const answer = await fetchUnder({ ...UNCHANGED, policy: { policy: { version: 1 } } }, reach, ORIGIN + POLICY_PATH);
  expect(await answer.json()).toEqual({ policy: { version: 1 } });
  expect(asked).toEqual([]);
});

test('without anything of its own, every request goes to the service as it is', async () => {
  const { reach, asked } = service();
  await fetchUnder(UNCHANGED, reach, ORIGIN + POLICY_PATH);
  await fetchUnder(UNCHANGED, reach, ORIGIN + EVIDENCE_PATH, ask(['anna@oak.example']));
  expect(asked).toHaveLength(2);
});

test('a service that is cut off rejects like a network that is down', async () => {
  const { reach, asked } = service();
  await expect(fetchUnder({ ...UNCHANGED, isReachable: false, evidence: own }, reach, ORIGIN + EVIDENCE_PATH, ask(['anna@oak.example']))).rejects.toThrow(TypeError);
  expect(asked).toEqual([]);
});
