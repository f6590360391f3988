import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Fetch } from '../../src/client/http';
import { ADDRESSES_AT_ONCE, createServiceClient, type Keep, LISTS_AT_ONCE } from '../../src/client/service-client';
import type { EvidenceQuestion, EvidenceSet } from '../../src/core/evidence';
import { defaultPolicy, parsePolicy } from '../../src/core/policy';
import type { Clock } from '../../src/core/ports';
import { rules } from '../../src/rules';
import { evidenceAnswer } from '../../src/wire/evidence';
import { readEvidenceRequest } from '../../src/wire/evidence-request';
import { policyAnswer } from '../../src/wire/policy';
import { runningService } from '../service/running';
import { testFolder } from '../store/folder';

const folder = testFolder();
const ANNA = 'anna@oak.example';
const BEN = 'ben@elm.example';

/** The time stands still until a test turns it on, and each wait is known by its length. */
function testClock(): Clock & { pass(milliseconds: number): void; waits(): readonly number[] } {
  let now = Date.parse('2026-11-24T10:00:00Z');
  const waits = new Map<object, { readonly at: number; readonly call: () => void; readonly length: number }>();
  return {
    now: () => now,
    after(length, call) {
      const wait = {};
      waits.set(wait, { at: now + length, call, length });
      return () => void waits.delete(wait);
    },
    pass(milliseconds) {
      now += milliseconds;
      for (const [wait, { at, call }] of waits) if (at <= now && waits.delete(wait)) call();
    },
    waits: () => [...waits.values()].map(({ length }) => length),
  };
}

let server: Server | null = null;
const asked: { readonly method: string; readonly url: string; readonly headers: IncomingMessage['headers']; readonly body: string }[] = [];

/** A server of the test's own, which answers as it is told. */
async function serving(answer: (body: string, response: ServerResponse, request: IncomingMessage) => void): Promise<string> {
  server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (part: string) => { body += part; });
    request.on('end', () => {
      asked.push({ method: request.method ?? '', url: request.url ?? '', headers: request.headers, body });
      answer(body, response, request);
    });
  });
  await new Promise<void>((done) => server?.listen(0, '127.0.0.1', done));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

afterEach(async () => {
  asked.length = 0;
  server?.closeAllConnections();
  await new Promise((done) => (server ? server.close(done) : done(null)));
  server = null;
});

const realFetch: Fetch = (url, init) => fetch(url, init);
const NOTHING: EvidenceQuestion = { contacts: [], members: [], domains: [], correspondence: [] };
const about = (...contacts: readonly string[]): EvidenceQuestion => ({ ...NOTHING, contacts });
const addressesIn = (body: string): readonly string[] => (JSON.parse(body) as { addresses: readonly string[] }).addresses;
/** Answers as a service that knows everybody and everything. */
const everybody = (body: string, response: ServerResponse): void => {
  const request = readEvidenceRequest(JSON.parse(body));
  if (!request.ok) return void response.writeHead(400).end();
  const all = <T>(keys: readonly string[], value: T) => new Map(keys.map((key) => [key, { known: true as const, value }]));
  const { contacts, members, domains, correspondence } = request.question;
  response.end(JSON.stringify(evidenceAnswer(request.question, {
    contacts: all(contacts, { record: 'known' as const, country: 'DE', tags: [] }),
    members: all(members, { members: [{ address: ANNA, name: 'Anna' }], complete: true }),
    domains: all(domains, { inUse: true, resembles: [] }),
    correspondence: all(correspondence, { before: true }),
  })));
};
const reasons = ({ contacts }: EvidenceSet): readonly string[] => [...contacts.values()].map((evidence) => (evidence.known ? 'known' : evidence.reason));

function keeping(text: string | null = null): Keep & { text: string | null } {
  const keep = {
    text,
    read: () => Promise.resolve(keep.text),
    write: (written: string) => Promise.resolve(keep.text = written),
  };
  return keep;
}

test('asks the real service about people, and about the policy', async () => {
  const service = await runningService(folder.path('.'), ['--demo', '--policy', folder.file('policy.json', '{"unknownEvidence":"block"}')]);
  try {
    const client = createServiceClient({ origin: `${service.address}/`, fetch: realFetch, clock: testClock(), rules, keep: keeping() });
    expect((await client.ask(about(ANNA, BEN, 'nobody@oak.example'), 1000)).contacts.get(ANNA)).toMatchObject({ known: true, value: { country: 'DE', tags: [{}, { status: 'granted' }] } });
    for (const _ of ['first', 'again, answered 304']) {
      expect(await client.policy(1000)).toEqual({ policy: { ...defaultPolicy(rules), unknownEvidence: 'block' }, origin: 'service' });
    }
    expect(service.log.filter((line) => line.includes('/policy')).map((line) => /"status":(\d+)/.exec(line)?.[1])).toEqual(['200', '304']);
  } finally {
    await service.stop();
  }
});

describe('evidence', () => {
  test('about many people is asked for in chunks, each person once', async () => {
    const origin = await serving(everybody);
    const keys = Array.from({ length: 2 * ADDRESSES_AT_ONCE + 5 }, (_, index) => `person${index}@oak.example`);
    const answers = await createServiceClient({ origin, fetch: realFetch, clock: testClock(), rules }).ask(about(...keys, ...keys), 1000);
    expect([...answers.contacts.keys()]).toEqual(keys);
    expect(reasons(answers).every((reason) => reason === 'known')).toBe(true);
    expect(asked.map(({ body }) => addressesIn(body).length).sort((a, b) => a - b)).toEqual([5, ADDRESSES_AT_ONCE, ADDRESSES_AT_ONCE]);
    expect(asked.every(({ url, method, headers }) => url === '/api/v1/evidence' && method === 'POST' && headers['content-type'] === 'application/json')).toBe(true);
  });

  test('about everything is asked for in one request, but for lists, since a directory may be slow', async () => {
    let directory: ServerResponse | null = null;
    const origin = await serving((body, response) => {
      if ('lists' in (JSON.parse(body) as object)) directory = response;
      else everybody(body, response);
    });
    const clock = testClock();
    const question: EvidenceQuestion = { contacts: [ANNA], members: ['team@own.example'], domains: ['oak.example'], correspondence: [ANNA] };
    const asking = createServiceClient({ origin, fetch: realFetch, clock, rules }).ask(question, 1500);
    while (asked.length < 2 || clock.waits().length > 1) await new Promise((resolve) => setImmediate(resolve));
    expect(asked.map(({ body }) => JSON.parse(body) as unknown)).toEqual(expect.arrayContaining([
      { addresses: [ANNA], domains: ['oak.example'], correspondence: [ANNA] },
      { addresses: [], lists: ['team@own.example'] },
    ]));
    clock.pass(1500);
    const { contacts, members, domains, correspondence } = await asking;
    expect([contacts.get(ANNA)?.known, domains.get('oak.example')?.known, correspondence.get(ANNA)?.known, members.get('team@own.example')]).toEqual([true, true, true, { known: false, reason: 'timeout' }]);
    expect(directory).not.toBeNull();
  });

  test('about many lists is asked for a few at a time', async () => {
    const lists = Array.from({ length: 2 * LISTS_AT_ONCE + 1 }, (_, index) => `list${index}@own.example`);
    const { members } = await createServiceClient({ origin: await serving(everybody), fetch: realFetch, clock: testClock(), rules }).ask({ ...NOTHING, members: lists }, 1000);
    expect([...members.keys()]).toEqual(lists);
    expect([...members.values()].every(({ known }) => known)).toBe(true);
    expect(asked.length).toBe(3);
  });

  test('about nobody is not asked for', async () => {
    expect((await createServiceClient({ origin: 'http://127.0.0.1:9', fetch: realFetch, clock: testClock(), rules }).ask(NOTHING, 1000)).contacts.size).toBe(0);
  });

  test('about an address too long for the service is unknown, and the others are asked about', async () => {
    const service = await runningService(folder.path('long'), ['--demo']);
    const long = `${'a'.repeat(1000)}@elm.example`;
    try {
      const answers = await createServiceClient({ origin: service.address, fetch: realFetch, clock: testClock(), rules }).ask(about(ANNA, long, 'unknown@oak.example'), 1000);
      expect([...answers.contacts.keys()]).toEqual([ANNA, long, 'unknown@oak.example']);
      expect(reasons(answers)).toEqual(['known', 'refused', 'known']);
    } finally {
      await service.stop();
    }
  });

  test('of one chunk that failed leaves the others as they are', async () => {
    const origin = await serving((body, response) => (addressesIn(body).includes('person0@oak.example') ? void response.writeHead(503).end() : everybody(body, response)));
    const keys = Array.from({ length: ADDRESSES_AT_ONCE + 1 }, (_, index) => `person${index}@oak.example`);
    const answers = await createServiceClient({ origin, fetch: realFetch, clock: testClock(), rules }).ask(about(...keys), 1000);
    expect(reasons(answers)).toEqual([...Array.from({ length: ADDRESSES_AT_ONCE }, () => 'unreachable'), 'known']);
  });

  test.each<[string, (response: ServerResponse, request: IncomingMessage) => void, string]>([
    ['is refused', (response) => response.writeHead(403).end('{"contacts":[]}'), 'refused'],
    ['is refused with problem details', (response) => response.writeHead(403, { 'content-type': 'application/problem+json' }).end('{"type":"urn:umsicht:problem:foreign-origin","title":"No.","status":403}'), 'refused'],
    ['is refused as older services do', (response) => response.writeHead(400, { 'content-type': 'application/json' }).end('{"problems":[{"path":"","message":"No."}]}'), 'refused'],
    ['finds the service broken, with problem details', (response) => response.writeHead(503, { 'content-type': 'application/problem+json' }).end('{"type":"urn:umsicht:problem:unavailable","title":"No.","status":503}'), 'unreachable'],
    ['is not signed in', (response) => response.writeHead(401).end(), 'notSignedIn'],
    ['asks too often', (response) => response.writeHead(429).end(), 'refused'],
    ['finds the service broken', (response) => response.writeHead(500).end(), 'unreachable'],
    ['finds the service starting', (response) => response.writeHead(503).end(), 'unreachable'],
    ['is sent somewhere else', (response) => response.writeHead(307, { location: '/elsewhere' }).end(), 'unreachable'],
    ['is cut off at the beginning', (_, request) => request.socket.destroy(), 'unreachable'],
    ['is cut off in the middle', (response, request) => void response.writeHead(200, { 'content-length': 1000 }).write('{"contacts":[', () => request.socket.destroy()), 'unreachable'],
    ['meets a login page', (response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Sign in</title>'), 'invalidAnswer'],
    ['gets nothing', (response) => response.writeHead(200).end(), 'invalidAnswer'],
    ['gets no content', (response) => response.writeHead(204).end(), 'unreachable'],
    ['gets an answer about somebody else', (response) => response.end(JSON.stringify({ contacts: [{ address: 'x@y.example', known: true, record: 'known', tags: [] }] })), 'invalidAnswer'],
    ['gets an answer to a question it did not ask', (response) => response.writeHead(304).end(), 'invalidAnswer'],
  ])('is unknown with the reason when the add-in %s', async (_, answer, reason) => {
    const origin = await serving((__, response, request) => answer(response, request));
    expect(reasons(await createServiceClient({ origin, fetch: realFetch, clock: testClock(), rules }).ask(about(ANNA, BEN), 1000))).toEqual([reason, reason]);
    expect(asked.length).toBe(1);
  });

  test('is unknown with the reason when nobody listens', async () => {
    expect(reasons(await createServiceClient({ origin: 'http://127.0.0.1:9', fetch: realFetch, clock: testClock(), rules }).ask(about(ANNA), 1000))).toEqual(['unreachable']);
  });

  test.each<[string, Fetch]>([
    ['throws at once', () => { throw new TypeError('fetch is not a function'); }],
    ['gives nothing', () => undefined as never],
    ['gives nothing usable', () => Promise.resolve(null as never)],
    ['rejects with nothing', () => Promise.reject(undefined)],
  ])('is unknown when the client\'s fetch %s', async (_, broken) => {
    expect(reasons(await createServiceClient({ origin: 'https://umsicht.example', fetch: broken, clock: testClock(), rules }).ask(about(ANNA), 1000))).toEqual(['unreachable']);
  });

  test('that does not come in time is unknown, and the request is called off', async () => {
    let aborted: (() => void) | null = null;
    const gone = new Promise<void>((resolve) => { aborted = resolve; });
    const begun = new Promise<string>((resolve) => {
      void serving((__, _response, request) => request.socket.on('close', () => aborted?.())).then(resolve);
    });
    const clock = testClock();
    const client = createServiceClient({ origin: await begun, fetch: realFetch, clock, rules });
    const answer = client.ask(about(ANNA), 2500);
    while (asked.length === 0) await new Promise((resolve) => setImmediate(resolve));
    clock.pass(2499);
    expect(clock.waits()).toEqual([2500]);
    clock.pass(1);
    expect(reasons(await answer)).toEqual(['timeout']);
    await gone;
  });

  test('that comes in time leaves no timer behind', async () => {
    const clock = testClock();
    await createServiceClient({ origin: await serving(everybody), fetch: realFetch, clock, rules }).ask(about(ANNA), 2500);
    expect(clock.waits()).toEqual([]);
  });

  test('is asked for without AbortController and without headers in the answer, as in classic Outlook', async () => {
    const { AbortController: kept } = globalThis;
    Reflect.deleteProperty(globalThis, 'AbortController');
    try {
      const seen: string[] = [];
      const bare: Fetch = (url, init) => {
        seen.push(...Object.keys(init), url);
        return Promise.resolve({ status: 200, text: () => Promise.resolve(JSON.stringify(url.includes('policy') ? policyAnswer(defaultPolicy(rules)) : { contacts: [] })) });
      };
      const client = createServiceClient({ origin: 'https://umsicht.example', fetch: bare, clock: testClock(), rules });
      expect(reasons(await client.ask(about(ANNA), 1000))).toEqual(['invalidAnswer']);
      expect((await client.policy(1000)).origin).toBe('service');
      expect(seen).not.toContain('signal');
      expect(seen).toContain('https://umsicht.example/api/v1/evidence');
    } finally {
      globalThis.AbortController = kept;
    }
  });
});

describe('the policy', () => {
  const strict = parsePolicy({ unknownEvidence: 'block' }, rules, (domain) => domain);
  if (!strict.ok) throw new Error('no policy');
  const served = JSON.stringify(policyAnswer(strict.policy));
  const good = (_: string, response: ServerResponse, request: IncomingMessage): void => {
    if (request.headers['if-none-match'] === '"v1"') response.writeHead(304).end();
    else response.writeHead(200, { etag: '"v1"' }).end(served);
  };
  const client = (origin: string, keep?: Keep, clock = testClock()) => createServiceClient({ origin, fetch: realFetch, clock, rules, keep });
  const kept = JSON.stringify({ etag: '"v1"', policy: (JSON.parse(served) as { policy: unknown }).policy });

  test('comes from the service and is kept; the next start asks only whether it has changed', async () => {
    const origin = await serving(good);
    const keep = keeping();
    expect(await client(origin, keep).policy(1000)).toEqual({ policy: strict.policy, origin: 'service' });
    expect(keep.text).toBe(kept);
    expect(await client(origin, keep).policy(1000)).toEqual({ policy: strict.policy, origin: 'service' });
    expect(asked.map(({ headers }) => headers['if-none-match'])).toEqual([undefined, '"v1"']);
  });

  test.each<[string, (_: string, response: ServerResponse, request: IncomingMessage) => void]>([
    ['is broken', (_, response) => response.writeHead(500).end()],
    ['refuses', (_, response) => response.writeHead(403).end()],
    ['answers with a login page', (_, response) => response.writeHead(200).end('<!doctype html>')],
    ['answers with half a policy', (_, response) => response.writeHead(200).end('{"policy":{"version":1}}')],
    ['answers with an empty object', (_, response) => response.writeHead(200).end('{}')],
    ['is cut off', (_, __, request) => request.socket.destroy()],
  ])('is the last good one while the service %s, and the built-in one before the first', async (_, bad) => {
    const origin = await serving(bad);
    const keep = keeping(kept);
    expect(await client(origin, keep).policy(1000)).toEqual({ policy: strict.policy, origin: 'lastGood' });
    expect(keep.text).toBe(kept);
    expect(await client(origin, keeping()).policy(1000)).toEqual({ policy: defaultPolicy(rules), origin: 'builtIn' });
    expect(await client(origin).policy(1000)).toEqual({ policy: defaultPolicy(rules), origin: 'builtIn' });
  });

  test('is the last good one of this client, even where nothing can be kept', async () => {
    let answer = good;
    const asking = client(await serving((...call) => answer(...call)));
    expect((await asking.policy(1000)).origin).toBe('service');
    answer = (_, response) => response.writeHead(503).end();
    expect(await asking.policy(1000)).toEqual({ policy: strict.policy, origin: 'lastGood' });
  });

  test.each<[string, string]>([
    ['no JSON', '{'],
    ['null', 'null'],
    ['text', '"policy"'],
    ['a policy nobody understands', kept.replace('"block"', '"ignore"')],
    ['an empty policy', '{"etag":"\\"v1\\"","policy":{}}'],
  ])('that was kept and is %s counts as not kept', async (_, text) => {
    expect(await client(await serving(good), keeping(text)).policy(1000)).toEqual({ policy: strict.policy, origin: 'service' });
    expect(asked.map(({ headers }) => headers['if-none-match'])).toEqual([undefined]);
    expect(await client('http://127.0.0.1:9', keeping(text)).policy(1000)).toEqual({ policy: defaultPolicy(rules), origin: 'builtIn' });
  });

  test('that "has not changed" although none was kept is no policy', async () => {
    const origin = await serving((_, response) => response.writeHead(304).end());
    expect((await client(origin).policy(1000)).origin).toBe('builtIn');
  });

  test.each<[string, Keep]>([
    ['fails', { read: () => Promise.reject(new Error('5001')), write: () => Promise.reject(new Error('5001')) }],
    ['throws', { read: () => { throw new Error('undefined is not an object'); }, write: () => { throw new Error('undefined is not an object'); } }],
  ])('arrives where the room for it %s', async (_, keep) => {
    expect((await client(await serving(good), keep).policy(1000)).origin).toBe('service');
  });

  test('arrives where the room for it never answers', async () => {
    const clock = testClock();
    const answer = client(await serving(good), { read: () => new Promise(() => undefined), write: () => new Promise(() => undefined) }, clock).policy(1000);
    expect(clock.waits()).toEqual([250]);
    clock.pass(250);
    expect((await answer).origin).toBe('service');
  });

  test('that does not come in time is the last good one', async () => {
    const clock = testClock();
    const answer = client(await serving(() => undefined), keeping(kept), clock).policy(1000);
    while (asked.length === 0) await new Promise((resolve) => setImmediate(resolve));
    clock.pass(1000);
    expect(await answer).toEqual({ policy: strict.policy, origin: 'lastGood' });
  });
});
