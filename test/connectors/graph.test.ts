import type { ServerResponse } from 'node:http';
import { graphDirectory, type GraphParts } from '../../src/connectors/graph/directory';
import { listMembers, UNFOLDING_LIMITS } from '../../src/connectors/list-members';
import { runningService } from '../service/running';
import { testFolder } from '../store/folder';
import { CLIENT, failure, type GraphGroup, type GraphServer, SECRET, send, startGraphServer, TENANT } from './graph-server';

const id = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const user = (mail: string | null, displayName: string | null = 'Somebody'): object => ({ '@odata.type': '#microsoft.graph.user', id: id(900), displayName, mail });
const nested = (number: number): object => ({ '@odata.type': '#microsoft.graph.group', id: id(number), displayName: 'List', mail: null });

const GROUPS: readonly GraphGroup[] = [
  { id: id(1), mail: 'team@firm.example', proxyAddresses: ['SMTP:team@firm.example', 'smtp:old@firm.example'], members: [user('anna@oak.example', 'Anna Eichner'), nested(2), user('eva@firm.example'), user('finn@firm.example'), user('gustav@firm.example'), user('hanna@firm.example'), user('ivy@firm.example')] },
  { id: id(2), mail: 'board@firm.example', members: [nested(1), nested(2), { '@odata.type': '#microsoft.graph.orgContact', id: id(901), displayName: 'Cem', mail: 'cem@ash.example' }] },
  { id: id(3), mail: 'devices@firm.example', members: [{ '@odata.type': '#microsoft.graph.device', id: id(902), displayName: 'Laptop' }, user(null), user('eva@firm.example')] },
  { id: id(4), mail: 'shells@firm.example', members: [user(null, null), user('eva@firm.example')] },
  { id: id(5), mail: 'hidden@firm.example', visibility: 'HiddenMembership', members: [] },
  { id: id(6), mail: 'empty@firm.example', visibility: 'Public', members: [] },
  { id: id(7), mail: 'twice@firm.example', members: [] },
  { id: id(8), mail: 'TWICE@firm.example', members: [] },
  { id: id(9), mail: "o'neill@firm.example", members: [user('eva@firm.example')] },
  { id: id(10), mail: 'gap@firm.example', members: [nested(99), user('eva@firm.example')] },
  { id: id(11), mail: 'many@firm.example', members: Array.from({ length: 20 }, (_, index) => user(`p${index}@firm.example`)) },
];

let server: GraphServer;
const failures: unknown[] = [];
beforeEach(async () => {
  server = await startGraphServer(GROUPS);
  failures.length = 0;
});
afterEach(() => server.stop());

const parts = (changes: Partial<GraphParts> = {}): GraphParts =>
  ({ tenant: TENANT, client: CLIENT, secret: SECRET, graph: server.origin, login: server.origin, now: Date.now, onFailure: (error) => failures.push(error), ...changes });
async function membersOf(address: string, directory = graphDirectory(parts()), milliseconds = 5000): Promise<string> {
  const evidence = await listMembers(directory, address, { ...UNFOLDING_LIMITS, milliseconds });
  if (!evidence.known) return evidence.reason;
  return `${evidence.value.members.map((member) => member.address).join(' ')}${evidence.value.complete ? '' : ' …'}`;
}
const TEAM = 'anna@oak.example eva@firm.example finn@firm.example gustav@firm.example hanna@firm.example ivy@firm.example cem@ash.example';

test.each<[string, string, string]>([
  ['pages are put together and nested groups unfolded, also where they contain each other', 'team@firm.example', TEAM],
  ['a former address counts', 'old@firm.example', TEAM],
  ['devices and people without a mailbox get no mail', 'devices@firm.example', 'eva@firm.example'],
  ['members whose addresses the application may not see leave the list incomplete', 'shells@firm.example', 'eva@firm.example …'],
  ['hidden members leave the list incomplete', 'hidden@firm.example', ' …'],
  ['an empty group is empty', 'empty@firm.example', ''],
  ['two groups of one address are ambiguous', 'twice@firm.example', 'ambiguous'],
  ['a quotation mark ends nothing', "o'neill@firm.example", 'eva@firm.example'],
  ['nor does one that brings a condition', "x' or mail ne 'y", 'notFound'],
  ['a nested group that is gone leaves the list incomplete', 'gap@firm.example', 'eva@firm.example …'],
  ['a group nobody knows is not found', 'nobody@firm.example', 'notFound'],
])('%s', async (_, address, expected) => {
  expect(await membersOf(address)).toBe(expected);
  expect(failures).toEqual([]);
});

test('no more pages are read than there is room for people', async () => {
  const evidence = await listMembers(graphDirectory(parts()), 'many@firm.example', { ...UNFOLDING_LIMITS, people: 5 });
  expect(evidence.known && [evidence.value.members.length, evidence.value.complete]).toEqual([5, false]);
  expect(server.seen.filter(({ path }) => path.endsWith('/members'))).toHaveLength(2);
});

describe('the token', () => {
  const signIns = (): number => server.seen.filter(({ path }) => path.endsWith('/token')).length;

  test('is fetched once and used until it ends', async () => {
    let now = Date.parse('2026-11-24T09:00:00Z');
    const directory = graphDirectory(parts({ now: () => now }));
    await membersOf('empty@firm.example', directory);
    now += 3_500_000;
    await membersOf('empty@firm.example', directory);
    expect(signIns()).toBe(1);
    now += 60_000;
    expect(await membersOf('empty@firm.example', directory)).toBe('');
    expect(signIns()).toBe(2);
  });

  test('that is refused is fetched anew, once', async () => {
    const directory = graphDirectory(parts());
    await membersOf('empty@firm.example', directory);
    let refused = 0;
    server.instead = ({ path }, response) => {
      if (path.endsWith('/token') || refused > 0) return false;
      refused += 1;
      send(response, 401, failure('InvalidAuthenticationToken'));
      return true;
    };
    expect(await membersOf('empty@firm.example', directory)).toBe('');
    expect(signIns()).toBe(2);
    server.instead = ({ path }, response) => {
      if (!path.endsWith('/token')) send(response, 401, failure('InvalidAuthenticationToken'));
      return !path.endsWith('/token');
    };
    expect(await membersOf('empty@firm.example', directory)).toBe('refused');
    expect(signIns()).toBe(3);
    expect(failures).toMatchObject([{ name: 'GraphFailure', code: 'InvalidAuthenticationToken' }]);
  });

  test('is not given for a wrong secret, which is said without the secret', async () => {
    expect(await membersOf('team@firm.example', graphDirectory(parts({ secret: 'wrong' })))).toBe('refused');
    expect(failures).toMatchObject([{ code: 'invalid_client' }]);
    expect(server.seen).toHaveLength(1);
  });

  test('goes to nobody but Microsoft Graph, whatever the next page is said to be', async () => {
    const elsewhere = await startGraphServer([]);
    for (const link of [`${elsewhere.origin}/v1.0/groups/x/members`, `${server.origin}/beta/groups`, 'http://', 5, `${server.origin.replace('http://', 'http://user@')}.evil.example/v1.0/`]) {
      server.instead = ({ path }, response) => {
        if (!path.endsWith('/members')) return false;
        send(response, 200, { value: [user('eva@firm.example')], '@odata.nextLink': link });
        return true;
      };
      expect(await membersOf('team@firm.example')).toBe('invalidAnswer');
    }
    server.instead = ({ path }, response) => {
      if (path.endsWith('/members')) response.writeHead(302, { location: `${elsewhere.origin}/v1.0/groups` }).end();
      return path.endsWith('/members');
    };
    expect(await membersOf('team@firm.example')).toBe('unreachable');
    expect(elsewhere.seen).toEqual([]);
    await elsewhere.stop();
  });
});

describe('an answer that is put off', () => {
  const putOff = (times: number, status: number, headers: { readonly [name: string]: string } = {}) => {
    let left = times;
    server.instead = ({ path }, response) => {
      if (!path.endsWith('/members') || left === 0) return false;
      left -= 1;
      send(response, status, failure('TooManyRequests'), headers);
      return true;
    };
  };

  test.each<[string, number, number, { readonly [name: string]: string }]>([
    ['for no time at all', 3, 429, { 'retry-after': '0' }],
    ['until a moment that has passed', 1, 429, { 'retry-after': 'Tue, 24 Nov 2020 09:00:00 GMT' }],
    ['by a service that is overloaded', 2, 503, { 'retry-after': '0' }],
    ['without a word on how long', 1, 500, {}],
    ['for a time nobody understands', 1, 504, { 'retry-after': 'soon' }],
  ])('%s is waited for', async (_, times, status, headers) => {
    putOff(times, status, headers);
    expect(await membersOf('devices@firm.example')).toBe('eva@firm.example');
  });

  test('for longer than anybody waits is refused at once', async () => {
    putOff(1, 429, { 'retry-after': '600' });
    expect(await membersOf('devices@firm.example')).toBe('refused');
  });

  test('again and again is given up', async () => {
    putOff(100, 429, { 'retry-after': '0' });
    expect(await membersOf('devices@firm.example')).toBe('refused');
    expect(server.seen.filter(({ path }) => path.endsWith('/members'))).toHaveLength(4);
    putOff(100, 502, { 'retry-after': '0' });
    expect(await membersOf('devices@firm.example')).toBe('unreachable');
  });

  test('beyond the time there is, is too late', async () => {
    putOff(100, 429, { 'retry-after': '4' });
    expect(await membersOf('devices@firm.example', undefined, 200)).toBe('timeout');
  });
});

test.each<[string, (response: ServerResponse) => unknown, string]>([
  ['may not be asked', (response) => send(response, 403, failure('Authorization_RequestDenied')), 'refused'],
  ['does not understand', (response) => send(response, 400, failure('Request_BadRequest')), 'refused'],
  ['answers in HTML', (response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html>'), 'invalidAnswer'],
  ['answers without a list', (response) => send(response, 200, {}), 'invalidAnswer'],
  ['answers with null', (response) => response.writeHead(200).end('null'), 'invalidAnswer'],
  ['lists nulls', (response) => send(response, 200, { value: [null] }), 'invalidAnswer'],
  ['gives a group a path for its id', (response) => send(response, 200, { value: [{ id: '../users' }] }), 'invalidAnswer'],
  ['hangs up', (response) => response.destroy(), 'unreachable'],
  ['hangs up in the middle', (response) => response.writeHead(200, { 'content-length': '1000' }).write('{"value":[', () => response.destroy()), 'unreachable'],
  ['says nothing', () => undefined, 'timeout'],
])('a Graph that %s gives no members, and the log no address', async (_, answer, reason) => {
  server.instead = ({ path }, response) => {
    if (path !== '/v1.0/groups') return false;
    answer(response);
    return true;
  };
  expect(await membersOf('team@firm.example', undefined, 500)).toBe(reason);
  expect(failures.map((error) => (error as Error).message).join()).not.toMatch(/@|hush|token-/);
});

test('a Graph that gives page after page for ever comes to an end', async () => {
  server.instead = ({ path, query }, response) => {
    if (!path.endsWith('/members')) return false;
    const next = Number(query.get('page') ?? 0) + 1;
    send(response, 200, { value: [], '@odata.nextLink': `${server.origin}${path}?page=${next}` });
    return true;
  };
  expect(await membersOf('team@firm.example')).toBe(' …');
});

test.each([[200, 'invalidAnswer'], [403, 'refused']])('an answer longer than any list is not read to its end (%s)', async (status, reason) => {
  let sent = 0;
  server.instead = (seen, response) => {
    if (!seen.path.startsWith('/v1.0/')) return false;
    response.writeHead(status, { 'content-type': 'application/json' }).write('{"value":[');
    const more = (): void => {
      while (!response.destroyed && sent < 64) {
        sent += 1;
        if (!response.write(' '.repeat(1024 * 1024))) return void response.once('drain', more);
      }
      response.end(']}');
    };
    more();
    return true;
  };
  expect(await membersOf('team@firm.example')).toBe(reason);
  expect(sent).toBeLessThan(64);
});

test('nobody listens where Graph is said to be', async () => {
  expect(await membersOf('team@firm.example', graphDirectory(parts({ login: 'http://127.0.0.1:9' })))).toBe('unreachable');
});

describe('through the service', () => {
  const folder = testFolder();

  test('members are given out, asked for once by many at the same time', async () => {
    const settings = [`--graph-tenant=${TENANT}`, `--graph-client=${CLIENT}`, `--graph-url=${server.origin}`, `--graph-login=${server.origin}`];
    const service = await runningService(folder.path('.'), settings, { UMSICHT_GRAPH_SECRET: SECRET });
    try {
      const ask = () => service.ask('/api/v1/evidence', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"addresses":[],"lists":["team@firm.example"]}' });
      const answers = await Promise.all([ask(), ask(), ask()]);
      for (const answer of [...answers, await ask()]) expect(answer.json()).toMatchObject({ members: [{ known: true, complete: true, members: TEAM.split(' ').map((address) => ({ address })) }] });
      expect(server.seen.filter(({ path }) => path === '/v1.0/groups')).toHaveLength(1);
      expect(service.log.join('')).not.toMatch(/firm\.example|oak|hush|token-/);
    } finally {
      await service.stop();
    }
  });
});
