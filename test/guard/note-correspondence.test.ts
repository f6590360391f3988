import { MOST_ADDRESSES } from '../../src/wire/evidence';
import type { Policy } from '../../src/core/policy';
import { defaultPolicy } from '../../src/core/policy';
import { EMPTY_DRAFT } from '../../src/core/draft';
import type { Clock, CorrespondenceLog, EvidenceSource, SendEvent } from '../../src/core/ports';
import { defineRule, type Rule } from '../../src/core/rule';
import { noteCorrespondence } from '../../src/client/note-correspondence';
import type { Fetch, FetchInit } from '../../src/client/http';
import { NO_EVIDENCE } from '../../src/core/evidence';
import { handleSend, SEND_DEADLINE, type SendParts } from '../../src/guard/handle-send';
import { exactWorld } from '../../src/reference/world-exact';
import { mailboxModel } from './mailbox-model';

const text = { title: 'Rule', messages: { found: () => 'Found.' } };
const explanation = { why: '', options: {} };

/** Objects to every mail, or to none, and wants to know about earlier mail, or not. */
function rule(objects: boolean, needs: Rule['needs'] = ['correspondence']): Rule {
  return defineRule({
    id: 'first-contacts', topic: 'wrong-person', severity: 'critical', legal: [], reads: [], needs, options: {}, text: { de: text, en: text }, explanation: { de: explanation, en: explanation },
    check: () => (objects ? [{ message: 'found', data: {} }] : []),
  } as Rule);
}

interface Sent {
  /** What happened, in its order. */
  readonly steps: readonly string[];
}

interface Setup {
  readonly to?: readonly string[];
  readonly rules?: readonly Rule[];
  readonly log?: CorrespondenceLog;
  readonly policy?: (policy: Policy) => Policy;
  /** Whether the deadline comes before any answer. */
  readonly deadline?: boolean;
}

async function send({ to = ['anna@oak.example', 'Eva@own.example'], rules = [rule(false)], log, policy = (each) => each, deadline = false }: Setup): Promise<Sent> {
  const steps: string[] = [];
  let ring = (): void => undefined;
  const clock: Clock = {
    now: () => Date.parse('2026-11-24T09:00:00Z'),
    after: (_, call) => {
      ring = call;
      return () => undefined;
    },
  };
  const own = policy({ ...defaultPolicy(rules), organisation: { ...defaultPolicy(rules).organisation, domains: ['own.example'] } });
  const evidence: EvidenceSource = { ask: () => (deadline ? new Promise(() => undefined) : Promise.resolve(NO_EVIDENCE)) };
  const correspondence: CorrespondenceLog = log ?? { note: (keys) => steps.push(`noted ${keys.join(' ')}`) };
  const recipients = to.map((address) => ({ address, name: '', field: 'to' as const }));
  const mailbox = { ...mailboxModel({ to }), readDraft: async () => ({ ...EMPTY_DRAFT, from: { address: 'mara@own.example', name: 'Mara' }, recipients }) };
  const event: SendEvent = { complete: ({ allowEvent }) => steps.push(allowEvent ? 'sent' : 'stopped') };
  const parts: SendParts = { mailbox, evidence, policies: { policy: () => Promise.resolve({ policy: own, origin: 'service' }) }, correspondence, records: { take: () => undefined }, place: 'web', clock, rules, world: exactWorld };
  const done = handleSend(parts, event);
  if (deadline) {
    // Everything but the evidence is answered by then.
    for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
    ring();
  }
  await done;
  ring();
  return { steps };
}

test('a mail that is let go is noted first, for people outside, each of them once', async () => {
  expect(await send({ to: ['anna@oak.example', 'Eva@own.example', 'ANNA@oak.example', 'ben@elm.example', '/o=firm/cn=cem', 'no address'] })).toEqual({ steps: ['noted anna@oak.example ben@elm.example', 'sent'] });
});

test('a mail that is stopped is not noted', async () => {
  expect(await send({ rules: [rule(true)] })).toEqual({ steps: ['stopped'] });
});

test('a mail to colleagues alone is not noted', async () => {
  expect(await send({ to: ['eva@own.example'] })).toEqual({ steps: ['sent'] });
});

test('where no rule in force wants to know, nobody is noted', async () => {
  expect(await send({ rules: [rule(false, ['contacts'])] })).toEqual({ steps: ['sent'] });
  expect(await send({ policy: (policy) => ({ ...policy, rules: { 'first-contacts': { ...policy.rules['first-contacts'], severity: 'off', options: {} } } as Policy['rules'] }) })).toEqual({ steps: ['sent'] });
});

test('a mail that is let go when the time is up is noted once, whatever comes in later', async () => {
  expect(SEND_DEADLINE).toBeLessThan(5000);
  expect(await send({ deadline: true })).toEqual({ steps: ['noted anna@oak.example', 'sent'] });
});

test('a log that breaks holds no mail up', async () => {
  const log: CorrespondenceLog = { note: () => { throw new Error('out of order'); } };
  expect(await send({ log })).toEqual({ steps: ['sent'] });
});

describe('the service', () => {
  const sentWith = (keys: readonly string[], fetch: (url: string, init: FetchInit) => unknown = () => Promise.resolve({ status: 204, text: () => Promise.resolve('') })) => {
    const sent: { readonly url: string; readonly init: FetchInit }[] = [];
    noteCorrespondence(((url, init) => {
      sent.push({ url, init });
      return fetch(url, init);
    }) as Fetch, 'https://umsicht.example', keys);
    return sent;
  };

  test('is told before the function returns, and goes on being told when the runtime is gone', () => {
    const [sent] = sentWith(['anna@oak.example', 'anna@oak.example', `${'x'.repeat(1000)}@elm.example`]);
    expect(sent).toEqual({
      url: 'https://umsicht.example/api/v1/correspondence',
      init: { method: 'POST', headers: { 'content-type': 'application/json' }, redirect: 'error', cache: 'no-store', keepalive: true, body: '{"addresses":["anna@oak.example"]}' },
    });
  });

  test('is told of thousands in as many requests as it takes, no more of them kept alive than a browser allows', () => {
    const sent = sentWith(Array.from({ length: 3 * MOST_ADDRESSES }, (_, index) => `somebody.with.a.rather.long.name.${index}@a-rather-long-domain.example`));
    expect(sent.map(({ init }) => (JSON.parse(init.body ?? '') as { addresses: string[] }).addresses.length)).toEqual([500, 500, 500]);
    expect(sent.filter(({ init }) => init.keepalive).reduce((sum, { init }) => sum + (init.body ?? '').length, 0)).toBeLessThan(64_000);
    expect(sent.map(({ init }) => init.keepalive)).toEqual([true, undefined, undefined]);
  });

  test.each<[string, () => unknown]>([
    ['throws', () => { throw new TypeError('fetch is not a function'); }],
    ['rejects', () => Promise.reject(new TypeError('Failed to fetch'))],
    ['gives nothing', () => undefined],
    ['never answers', () => new Promise(() => undefined)],
  ])('that cannot be told because fetch %s is no matter', async (_, fetch) => {
    expect(sentWith(['anna@oak.example'], fetch)).toHaveLength(1);
    await new Promise((resolve) => setImmediate(resolve));
  });
});
