import type { Fetch, FetchInit } from '../../src/client/http';
import { createServiceClient } from '../../src/client/service-client';
import { defaultPolicy } from '../../src/core/policy';
import { rules } from '../../src/rules';
import { noSignIn, openSignIn, type SignIn, type TokenBroker, type TokenResult } from '../../src/sign-in/sign-in';
import { readSignIn, signInText } from '../../src/wire/sign-in';
import { createManualClock, type ManualClock } from '../simulator/manual-clock';

const ORIGIN = 'https://umsicht.firm.example';
const NOW = Date.parse('2026-11-24T10:00:00Z');
const HOUR = 3_600_000;
const ASKED: FetchInit = { method: 'GET', headers: { accept: 'application/json' }, redirect: 'error', cache: 'no-store' };

interface Stage {
  readonly signIn: SignIn;
  readonly clock: ManualClock;
  /** Requests in the order in which they went out, with the token that came along. */
  readonly sent: (readonly [string, string | undefined])[];
  readonly silent: boolean[];
  readonly states: string[];
}

function stage(broker: Partial<TokenBroker> | null, { answer = () => 200 }: { readonly answer?: (token: string | undefined) => number } = {}): Stage {
  const clock = createManualClock(NOW);
  const sent: Stage['sent'] = [];
  const silent: boolean[] = [];
  const states: string[] = [];
  const fetch: Fetch = async (url, { headers }) => {
    sent.push([url, headers['authorization']]);
    return new Response('{}', { status: answer(headers['authorization']) });
  };
  const signIn = openSignIn({
    fetch, clock, origin: ORIGIN,
    openBroker: () => Promise.resolve(broker && {
      silently: (anew) => {
        silent.push(anew);
        return broker.silently ? broker.silently(anew) : Promise.resolve({ ok: false, why: 'needed' });
      },
      withWindow: broker.withWindow ?? (() => Promise.resolve({ ok: false, why: 'needed' })),
    }),
  });
  signIn.subscribe(() => void states.push(signIn.state()));
  return { signIn, clock, sent, silent, states };
}

const token = (text: string, length = HOUR, from = NOW): TokenResult => ({ ok: true, token: { text, until: from + length } });
const POLICY = `${ORIGIN}/api/v1/policy`;

test('a request waits for the token, and every later one has it at once', async () => {
  const { signIn, sent, silent, states } = stage({ silently: () => Promise.resolve(token('one')) });
  await signIn.fetch(POLICY, ASKED);
  const before = sent.length;
  void signIn.fetch(POLICY, ASKED);
  expect(sent.length).toBe(before + 1);
  expect(sent).toEqual([[POLICY, 'Bearer one'], [POLICY, 'Bearer one']]);
  expect([silent, states]).toEqual([[false], ['signedIn']]);
});

test('requests that come together get one token together', async () => {
  const { signIn, sent, silent } = stage({ silently: () => Promise.resolve(token('one')) });
  await Promise.all([signIn.fetch(POLICY, ASKED), signIn.fetch(POLICY, ASKED), signIn.fetch(`${ORIGIN}/api/v1/evidence`, ASKED)]);
  expect([sent.map(([, with_]) => with_), silent]).toEqual([['Bearer one', 'Bearer one', 'Bearer one'], [false]]);
});

test.each(['https://other.example/api/v1/policy', `${ORIGIN}.other.example/api/v1/policy`, `${ORIGIN}/taskpane.js`, 'https://appsforoffice.microsoft.com/api/x'])('nobody else gets it (%s)', async (url) => {
  const { signIn, sent, silent } = stage({ silently: () => Promise.resolve(token('one')) });
  await signIn.fetch(POLICY, ASKED);
  await signIn.fetch(url, ASKED);
  expect([sent[1], silent]).toEqual([[url, undefined], [false]]);
});

test('a token that ends soon is not sent any more', async () => {
  let count = 0;
  const { signIn, sent, clock } = stage({ silently: () => Promise.resolve(token(`token ${count += 1}`, HOUR, clock.now())) });
  await signIn.fetch(POLICY, ASKED);
  await clock.advance(HOUR - 3 * 60_000);
  await signIn.fetch(POLICY, ASKED);
  await clock.advance(2 * 60_000);
  await signIn.fetch(POLICY, ASKED);
  expect(sent.map(([, with_]) => with_)).toEqual(['Bearer token 1', 'Bearer token 1', 'Bearer token 2']);
});

describe('without a token', () => {
  test.each<[string, Partial<TokenBroker> | null, string]>([
    ['because a person has to do something', { silently: () => Promise.resolve({ ok: false, why: 'needed' }) }, 'needed'],
    ['because it did not work', { silently: () => Promise.resolve({ ok: false, why: 'failed' }) }, 'unavailable'],
    ['because this Outlook has no way', null, 'unavailable'],
  ])('%s, requests go out all the same, and are not held up again for a minute', async (_, broker, state) => {
    const { signIn, sent, silent, clock } = stage(broker);
    await signIn.fetch(POLICY, ASKED);
    await signIn.fetch(POLICY, ASKED);
    expect([sent, signIn.state(), silent.length]).toEqual([[[POLICY, undefined], [POLICY, undefined]], state, broker ? 1 : 0]);
    await clock.advance(60_000);
    await signIn.fetch(POLICY, ASKED);
    expect(silent.length).toBe(broker ? 2 : 0);
  });

  test('it is asked for again as ever after the clock has been set back', async () => {
    let result: TokenResult = { ok: false, why: 'failed' };
    const clock = { ...createManualClock(NOW) };
    let ahead = HOUR;
    const signIn = openSignIn({ fetch: async () => new Response('{}'), clock: { ...clock, now: () => clock.now() + ahead }, origin: ORIGIN, openBroker: () => Promise.resolve({ silently: () => Promise.resolve(result), withWindow: () => Promise.resolve(result) }) });
    await signIn.fetch(POLICY, ASKED);
    result = token('one');
    ahead = 0;
    await signIn.fetch(POLICY, ASKED);
    expect(signIn.state()).toBe('signedIn');
  });

  test('an Outlook that never answers holds requests up for ten seconds once', async () => {
    const { signIn, sent, clock } = stage({ silently: () => new Promise(() => undefined) });
    const asked = signIn.fetch(POLICY, ASKED);
    await clock.settle();
    expect(sent).toEqual([]);
    await clock.advance(10_000);
    await asked;
    expect([sent, signIn.state()]).toEqual([[[POLICY, undefined]], 'unavailable']);
    await signIn.fetch(POLICY, ASKED);
    expect(sent.length).toBe(2);
  });
});

describe('a way to sign in that could not be opened', () => {
  const opening = (broker: () => Promise<TokenBroker | null>): Pick<Stage, 'signIn' | 'clock'> => {
    const clock = createManualClock(NOW);
    return { clock, signIn: openSignIn({ fetch: async () => new Response('{}'), clock, origin: ORIGIN, openBroker: broker }) };
  };
  const good: TokenBroker = { silently: () => Promise.resolve(token('one')), withWindow: () => Promise.resolve(token('two')) };

  test.each<[string, () => Promise<TokenBroker | null>]>([
    ['because the service was away', () => Promise.resolve(null)],
    ['because Outlook did not answer', () => new Promise(() => undefined)],
    ['because something broke', () => Promise.reject(new Error('broken'))],
  ])('%s is opened a minute later', async (_, first) => {
    let opened = 0;
    const { signIn, clock } = opening(() => ((opened += 1) === 1 ? first() : Promise.resolve(good)));
    const asked = signIn.fetch(POLICY, ASKED);
    await clock.advance(10_000);
    await asked;
    expect(signIn.state()).toBe('unavailable');
    await clock.advance(60_000);
    await signIn.fetch(POLICY, ASKED);
    expect([signIn.state(), opened]).toEqual(['signedIn', 2]);
    await clock.advance(HOUR);
    await signIn.fetch(POLICY, ASKED);
    expect(opened).toBe(2);
  });

  test('is opened when the person wants to sign in', async () => {
    let opened = 0;
    const { signIn } = opening(() => Promise.resolve((opened += 1) === 1 ? null : good));
    await signIn.fetch(POLICY, ASKED);
    await signIn.signIn();
    expect(signIn.state()).toBe('signedIn');
  });
});

describe('a service that does not take the token', () => {
  test('gets a new one, once', async () => {
    let count = 0;
    const { signIn, sent, silent } = stage({ silently: () => Promise.resolve(token(`token ${count += 1}`)) }, { answer: (with_) => (with_ === 'Bearer token 1' ? 401 : 200) });
    expect((await signIn.fetch(POLICY, ASKED)).status).toBe(200);
    expect([sent.map(([, with_]) => with_), silent]).toEqual([['Bearer token 1', 'Bearer token 2'], [false, true]]);
  });

  test('is not asked again and again', async () => {
    let count = 0;
    const { signIn, sent, silent } = stage({ silently: () => Promise.resolve(token(`token ${count += 1}`)) }, { answer: () => 401 });
    expect((await signIn.fetch(POLICY, ASKED)).status).toBe(401);
    expect((await signIn.fetch(POLICY, ASKED)).status).toBe(401);
    expect([sent.length, silent]).toEqual([3, [false, true]]);
  });

  test('for as long as it takes none is said to be no sign-in, and one again when it takes one', async () => {
    let count = 0;
    let status = 401;
    const { signIn, states, clock } = stage({ silently: () => Promise.resolve(token(`token ${count += 1}`, HOUR, clock.now())) }, { answer: () => status });
    await signIn.fetch(POLICY, ASKED);
    for (let minutes = 0; minutes < 3; minutes += 1) {
      await clock.advance(60_000);
      await signIn.fetch(POLICY, ASKED);
    }
    expect([signIn.state(), states]).toEqual(['unavailable', ['signedIn', 'unavailable']]);
    status = 503;
    await signIn.fetch(POLICY, ASKED);
    expect(signIn.state()).toBe('unavailable');
    status = 200;
    await signIn.fetch(POLICY, ASKED);
    expect(signIn.state()).toBe('signedIn');
  });

  test('does not change what a person does in a window meanwhile', async () => {
    let close = (_: TokenResult): void => undefined;
    const { signIn, clock } = stage({ silently: () => Promise.resolve(token('one')), withWindow: () => new Promise((done) => { close = done; }) }, { answer: (with_) => (with_ === 'Bearer two' ? 200 : 401) });
    await signIn.fetch(POLICY, ASKED);
    const signingIn = signIn.signIn();
    await clock.settle();
    await signIn.fetch(POLICY, ASKED);
    expect(signIn.state()).toBe('signingIn');
    close(token('two'));
    await signingIn;
    await signIn.fetch(POLICY, ASKED);
    expect(signIn.state()).toBe('signedIn');
  });

  test('because of the role is not asked again at all', async () => {
    const { signIn, sent } = stage({ silently: () => Promise.resolve(token('one')) }, { answer: () => 403 });
    expect((await signIn.fetch(POLICY, ASKED)).status).toBe(403);
    expect(sent.length).toBe(1);
  });
});

describe('a person who signs in', () => {
  test('does so in a window, and what was refused can be asked for again', async () => {
    const { signIn, sent, states } = stage({ withWindow: () => Promise.resolve(token('one')) });
    await signIn.fetch(POLICY, ASKED);
    await signIn.signIn();
    await signIn.fetch(POLICY, ASKED);
    expect([states, sent.map(([, with_]) => with_)]).toEqual([['needed', 'signingIn', 'signedIn'], [undefined, 'Bearer one']]);
  });

  test('holds up no request while the window is open, and may close it', async () => {
    let close = (_: TokenResult): void => undefined;
    const { signIn, sent, states, clock } = stage({ withWindow: () => new Promise((done) => { close = done; }) });
    await signIn.fetch(POLICY, ASKED);
    const signingIn = signIn.signIn();
    await clock.settle();
    await signIn.signIn();
    await clock.advance(120_000);
    await signIn.fetch(POLICY, ASKED);
    expect(sent.length).toBe(2);
    close({ ok: false, why: 'needed' });
    await signingIn;
    expect(states).toEqual(['needed', 'signingIn', 'needed']);
  });
});

test('a window of which nobody hears again can be opened anew after five minutes', async () => {
  const results = [new Promise<TokenResult>(() => undefined), Promise.resolve(token('one'))];
  const { signIn, states, clock } = stage({ withWindow: () => results.shift() as Promise<TokenResult> });
  await signIn.fetch(POLICY, ASKED);
  const signingIn = signIn.signIn();
  await clock.advance(300_000);
  await signingIn;
  await signIn.signIn();
  expect(states).toEqual(['needed', 'signingIn', 'needed', 'signingIn', 'signedIn']);
});

test.each<[string, unknown]>([['an address', new URL('https://outlook.example/api/x')], ['a request', new Request('https://outlook.example/x')]])('whoever else asks in the same page may hand in %s', async (_, handedIn) => {
  const { signIn, sent } = stage(null);
  await (signIn.fetch as (input: unknown, init: FetchInit) => Promise<unknown>)(handedIn, ASKED);
  expect(sent).toEqual([[handedIn, undefined]]);
});

test('where nobody wants to know who asks, nothing happens', async () => {
  const sent: FetchInit[] = [];
  const signIn = noSignIn(async (_, init) => {
    sent.push(init);
    return new Response('{}');
  });
  await signIn.fetch(POLICY, ASKED);
  expect([sent, signIn.state()]).toEqual([[ASKED], 'none']);
});

test('the client of the service works through it', async () => {
  const { signIn, clock } = stage({ silently: () => Promise.resolve(token('one')) }, { answer: (with_) => (with_ ? 200 : 401) });
  const client = createServiceClient({ origin: ORIGIN, fetch: signIn.fetch, clock, rules });
  expect((await client.policy(1000)).origin).toBe('builtIn');
  expect((await client.policy(1000)).policy).toEqual(defaultPolicy(rules));
  expect((await client.ask({ contacts: ['anna@oak.example'], members: [], domains: [], correspondence: [] }, 1000)).contacts.get('anna@oak.example')).toEqual({ known: false, reason: 'invalidAnswer' });
});

describe('what the service writes into its pages', () => {
  const setup = { client: '22222222-aaaa-4bbb-8ccc-000000000002', authority: 'https://login.microsoftonline.com/organizations', scope: 'api://firm.example/umsicht/access_as_user' };
  test('is read as it was written', () => {
    expect(readSignIn(signInText(setup))).toEqual(setup);
    expect(readSignIn(signInText({ ...setup, later: 1 } as never))).toEqual(setup);
  });
  test.each([null, '', '{', '[]', 'null', '{"client":"x"}', '{"client":"x","authority":"","scope":"y"}', '{"client":1,"authority":"x","scope":"y"}'])('is nothing where it is %j', (written) => {
    expect(readSignIn(written)).toBeNull();
  });
});
