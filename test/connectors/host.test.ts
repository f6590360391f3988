import fc from 'fast-check';
import type { Contact, Evidence } from '../../src/core/evidence';
import { type AddressFacts, type Changes, type Connector, SourceFailure } from '../../src/connectors/connector';
import { type ConsentHost, type HostEvent, openConsentHost } from '../../src/connectors/host/consent-host';
import { mergedContact } from '../../src/connectors/host/merged-contact';
import type { Mapping } from '../../src/connectors/host/mapping';
import { askedAddress, portions } from '../../src/connectors/host/spellings';
import { openTurns } from '../../src/connectors/host/turns';
import { logged } from '../../src/service/connectors';
import { told } from '../told/told';
import { NOW, STRANGER } from './contract/cast';
import { standing } from './contract/contract';

const MINUTE = 60_000;
const ANNA = 'anna@oak.example';
const BEN = 'ben@elm.example';
const MAPPING: Mapping = {
  purposes: { '7': [{ purpose: 'newsletter', member: 'granted', basis: 'consent', confirmation: 'optional' }], '8': [{ purpose: 'newsletter', member: 'nothing', basis: 'consent', confirmation: 'required' }, { purpose: 'event', member: 'nothing', basis: 'consent', confirmation: 'optional' }], '9': [] },
  bases: { CONTRACT: 'contract' },
};
const known = (...facts: Extract<AddressFacts, { contact: 'known' }>['facts']): AddressFacts => ({ contact: 'known', facts, records: ['r1'] });
const on = (id: string) => ({ kind: 'native', id }) as const;
const YES = known({ scope: on('7'), status: 'granted' });
const NO = known({ scope: { kind: 'advertising' }, status: 'objected' });

interface Scripted {
  readonly host: ConsentHost;
  readonly asked: string[][];
  readonly events: HostEvent[];
  says: (key: string) => AddressFacts | SourceFailure | Promise<AddressFacts>;
  changed: () => Changes | SourceFailure;
  readonly cursors: (string | null)[];
  now: number;
}

const scripted: Scripted[] = [];
afterEach(async () => {
  jest.useRealTimers();
  await Promise.all(scripted.splice(0).map(({ host }) => host.stop()));
});

/** Sources that say what the test says, behind one host; the first one is spoken for. */
function hostWith(others: readonly ((key: string) => AddressFacts | SourceFailure)[] = [], { answerWithin = 500, changesEvery = 5 * MINUTE } = {}): Scripted {
  const one = {
    asked: [], events: [], cursors: [], now: NOW, says: () => YES, changed: () => ({ touched: [], cursor: 'end' }),
  } as unknown as Scripted & { host: ConsentHost };
  Object.assign(one, {
    host: openConsentHost({
      sources: [(key: string) => one.says(key), ...others].map((says, index) => ({ connector: connector(says, index === 0), settings: { name: `source-${index + 1}`, mapping: MAPPING, atOnce: null, rate: { requests: 1000, within: 1000 }, concurrent: 4, milliseconds: 2000 } })),
      settings: { times: { granted: 15 * MINUTE, refused: 240 * MINUTE, other: 5 * MINUTE }, most: 100, answerWithin, changesEvery },
      hash: (key) => `#${key.length}${key}`,
      now: () => one.now,
      onEvent(event) {
        one.events.push(event);
        told('event', JSON.stringify(logged(event)));
      },
    }),
  });
  function connector(says: Scripted['says'], isFirst: boolean): Connector {
    return {
      atOnce: 10,
      bases: {},
      async lookUp(asked, { turn }) {
        await turn();
        if (isFirst) one.asked.push(asked.map(({ key }) => key));
        const answers = new Map<string, AddressFacts | SourceFailure>();
        for (const { key } of asked) answers.set(key, await says(key));
        return answers;
      },
      check: async () => [],
      ...(isFirst && { async changes(cursor: string | null) {
        one.cursors.push(cursor);
        const changes = one.changed();
        if (changes instanceof SourceFailure) throw changes;
        return changes;
      } }),
    };
  }
  scripted.push(one);
  return one;
}

const answer = async ({ host }: Scripted, key = ANNA): Promise<Evidence<Contact>> => (await host.contacts([key])).get(key) as Evidence<Contact>;
const ask = async (one: Scripted, key = ANNA): Promise<string> => standing(await answer(one, key));

describe('an answer is kept', () => {
  test.each<[string, AddressFacts, number]>([
    ['a consent for 15 minutes', YES, 15],
    ['a refusal for 4 hours', NO, 240],
    ['a consent beside a refusal of something else no longer than the consent', known({ scope: on('7'), status: 'granted' }, { scope: on('8'), status: 'withdrawn' }), 15],
    ['nothing recorded for 5 minutes', known(), 5],
    ['nobody known for 5 minutes', { contact: 'unknown' }, 5],
    ['an open sign-up for 5 minutes', known({ scope: on('7'), status: 'pending' }), 5],
  ])('%s', async (_, facts, minutes) => {
    const one = hostWith();
    one.says = () => facts;
    const first = await ask(one);
    one.now += minutes * MINUTE / 2;
    expect(await ask(one)).toBe(first);
    expect(one.asked).toHaveLength(1);
    one.now += minutes * MINUTE / 2;
    await ask(one);
    expect(one.asked).toHaveLength(2);
  });

  test('with its age, which a new answer has not', async () => {
    const one = hostWith();
    expect(await answer(one)).not.toHaveProperty('age');
    one.now += 90_500;
    expect(await answer(one)).toMatchObject({ known: true, age: 90 });
  });

  test('and asked for anew when it is half used up, without making anybody wait', async () => {
    const one = hostWith();
    await ask(one);
    one.now += 8 * MINUTE;
    one.says = () => NO;
    expect(await ask(one)).toBe('granted');
    expect(one.asked).toHaveLength(2);
    await until(async () => (await ask(one)) === 'objected');
  });

  test('not where there was none', async () => {
    const one = hostWith();
    one.says = () => new SourceFailure('refused', 'partial');
    expect(await ask(one)).toBe('refused');
    one.says = () => YES;
    expect(await ask(one)).toBe('granted');
  });

  test('for no longer because the clock was set back', async () => {
    const one = hostWith();
    await ask(one);
    one.now -= MINUTE;
    await ask(one);
    expect(one.asked).toHaveLength(2);
  });

  test('of so many people at most', async () => {
    const one = hostWith();
    await one.host.contacts(Array.from({ length: 300 }, (_, index) => `a${index}@oak.example`));
    expect(one.host.health()[0]?.kept).toBe(100);
  });
});

test('who is asked about by several at once is asked about once, and others in portions', async () => {
  const one = hostWith();
  await Promise.all([one.host.contacts([ANNA, BEN, ANNA]), one.host.contacts([BEN, ANNA]), one.host.contacts([STRANGER])]);
  expect(one.asked.map((keys) => [...keys].sort())).toEqual([[ANNA, BEN], [STRANGER]]);
  one.asked.length = 0;
  await one.host.contacts(Array.from({ length: 25 }, (_, index) => `a${index}@oak.example`));
  expect(one.asked.map(({ length }) => length)).toEqual([10, 10, 5]);
});

test('an answer that comes too late is there the next time', async () => {
  const one = hostWith([], { answerWithin: 50 });
  let finish: (facts: AddressFacts) => void = () => undefined;
  one.says = () => new Promise((resolve) => { finish = resolve; });
  expect(await answer(one)).toEqual({ known: false, reason: 'timeout' });
  finish(YES);
  await until(async () => (await ask(one)) === 'granted');
  expect(one.asked).toHaveLength(1);
});

test('a connector that breaks in a way nobody thought of has given no answer', async () => {
  const one = hostWith();
  one.says = () => { throw new TypeError(`no such thing as ${ANNA}`); };
  expect(await answer(one)).toEqual({ known: false, reason: 'invalidAnswer' });
  expect(JSON.stringify(one.events)).not.toContain('oak.example');
});

test('somebody whose address a source takes exception to leaves it open to everybody else, however often they are asked about', async () => {
  const one = hostWith();
  one.says = (key) => {
    if (key === BEN) throw new SourceFailure('refused', 'rejected');
    return YES;
  };
  for (let times = 0; times < 8; times += 1) expect(await ask(one, BEN)).toBe('refused');
  expect(one.host.health()[0]?.breaker).toBe('closed');
  expect(await ask(one)).toBe('granted');
});

describe('what a list means', () => {
  test.each<[string, AddressFacts, string]>([
    ['a member agrees where the administrator says so', known({ scope: on('7'), status: 'member' }), 'granted'],
    ['a member agrees to nothing where the administrator does not', known({ scope: on('8'), status: 'member' }), 'notRecorded'],
    ['a consent without the confirmation that is required is open', known({ scope: on('8'), status: 'granted' }), 'pending'],
    ['a confirmed one is not', known({ scope: on('8'), status: 'granted', confirmed: '2026-01-01T00:00:00Z' }), 'granted'],
    ['a list that was left out on purpose says nothing', known({ scope: on('9'), status: 'granted' }), 'notRecorded'],
    ['a list nobody has mapped says nothing', known({ scope: on('constructor'), status: 'granted' }), 'notRecorded'],
    ['nor does its refusal, since nobody knows of what', known({ scope: on('10'), status: 'withdrawn' }), 'notRecorded'],
    ['a basis nobody has mapped is no consent', known({ scope: on('7'), status: 'granted', basis: 'VIBES' }), 'otherBasis'],
    ['a basis that is mapped is that', known({ scope: on('7'), status: 'granted', basis: 'CONTRACT' }), 'otherBasis'],
    ['no mail at all means no advertising', known({ scope: { kind: 'everyMail' }, status: 'objected' }, { scope: on('7'), status: 'granted' }), 'objected'],
  ])('%s', async (_, facts, expected) => {
    const one = hostWith();
    one.says = () => facts;
    expect(await ask(one)).toBe(expected);
  });

  test('a list may mean several things', async () => {
    const one = hostWith();
    one.says = () => known({ scope: on('8'), status: 'granted', confirmed: '2026-01-01T00:00:00Z' });
    expect(await answer(one)).toMatchObject({ value: { tags: [{ purpose: 'newsletter' }, { purpose: 'event' }] } });
  });

  test('what has no meaning is reported by its id, once; not what was left out on purpose; never an address', async () => {
    const one = hostWith();
    one.says = (key) => known({ scope: on('10'), status: 'granted' }, { scope: on('9'), status: 'granted' }, { scope: on(key), status: 'granted' }, { scope: on('7'), status: 'granted', basis: 'VIBES' });
    await one.host.contacts([ANNA, BEN]);
    expect(one.host.health()[0]?.unmapped).toEqual([{ what: 'purpose', id: '10' }, { what: 'purpose', id: '(no id)' }, { what: 'basis', id: 'VIBES' }]);
    expect(one.events.filter(({ kind }) => kind === 'unmapped')).toHaveLength(3);
  });
});

describe('several sources', () => {
  test.each<[string, AddressFacts, AddressFacts | SourceFailure, string]>([
    ['the least permissive counts', YES, NO, 'objected'],
    ['whichever is asked first', NO, YES, 'objected'],
    ['who is known to one is known', YES, { contact: 'unknown' }, 'granted'],
    ['who is known to none is not', { contact: 'unknown' }, { contact: 'unknown' }, 'unknownContact'],
    ['a sign-up that is open with one of them is open', YES, known({ scope: on('7'), status: 'pending' }), 'pending'],
    ['a consent counts for nothing while another does not answer, since it may hold the withdrawal', YES, new SourceFailure('unreachable', 'x'), 'unreachable'],
    ['a refusal counts whatever another would have said', NO, new SourceFailure('refused', 'x'), 'objected'],
    ['a refusal of something else leaves open what another would have said', known({ scope: on('8'), status: 'granted', confirmed: '2026-01-01T00:00:00Z' }), new SourceFailure('refused', 'x'), 'refused'],
  ])('%s', async (_, first, second, expected) => {
    const one = hostWith([() => second]);
    one.says = () => first;
    expect(await ask(one)).toBe(expected);
  });

  test('that contradict each other are told apart, and which one counts is said', async () => {
    const one = hostWith([() => known({ scope: on('7'), status: 'withdrawn' })]);
    expect(await answer(one)).toMatchObject({ value: { tags: [{ source: 'source-1', status: 'granted' }, { source: 'source-2', status: 'withdrawn' }] } });
    expect(one.events.filter(({ kind }) => kind === 'conflict')).toEqual([{
      kind: 'conflict',
      conflict: { purpose: 'newsletter', said: [{ source: 'source-1', status: 'granted' }, { source: 'source-2', status: 'withdrawn' }], counts: 'withdrawn' },
    }]);
  });

  test('a refusal with a part unanswered keeps the refusals alone, so that no older reader finds a consent', () => {
    const { evidence } = mergedContact([
      { known: true, value: { record: 'known', tags: [{ purpose: 'newsletter', status: 'granted', basis: 'consent' }, { purpose: 'event', status: 'withdrawn', basis: 'consent' }] } },
      { known: false, reason: 'timeout' },
    ]);
    expect(evidence).toEqual({ known: true, value: { record: 'known', tags: [{ purpose: 'event', status: 'withdrawn', basis: 'consent' }], unanswered: 'timeout' } });
  });

  test('are together as old as the oldest', () => {
    const contact: Contact = { record: 'known', tags: [] };
    expect(mergedContact([{ known: true, value: contact, age: 7 }, { known: true, value: contact, age: 40 }, { known: true, value: contact }]).evidence).toMatchObject({ age: 40 });
  });
});

describe('what has changed', () => {
  const tick = async (): Promise<void> => { await jest.advanceTimersByTimeAsync(5 * MINUTE); };
  beforeEach(() => jest.useFakeTimers({ doNotFake: ['performance'] }));

  test.each<[string, Changes['touched'], boolean]>([
    ['by address, in any spelling', [{ address: 'Anna@OAK.example' }], true],
    ['by the id of a record', [{ record: 'r1' }], true],
    ['somebody else', [{ address: BEN }, { record: 'r2' }], false],
  ])('%s', async (_, touched, isAskedAgain) => {
    const one = hostWith();
    await ask(one);
    one.changed = () => ({ touched, cursor: '1' });
    await tick();
    one.now += 1;
    await ask(one);
    expect(one.asked).toHaveLength(isAskedAgain ? 2 : 1);
  });

  test('more than can be told: everything is asked for again', async () => {
    const one = hostWith();
    await ask(one);
    one.changed = () => ({ touched: [], cursor: '1', everything: true });
    await tick();
    one.now += 1;
    await ask(one);
    expect(one.asked).toHaveLength(2);
  });

  test('is asked for from where it was left, and from there again where no answer came', async () => {
    const one = hostWith();
    await ask(one);
    let cursor = 0;
    one.changed = () => { cursor += 1; return cursor === 2 ? new SourceFailure('refused', 'x') : { touched: [], cursor: String(cursor) }; };
    for (let times = 0; times < 3; times += 1) await tick();
    expect(one.cursors).toEqual([null, '1', '1']);
  });

  test('is not asked for while nothing is kept', async () => {
    const one = hostWith();
    await tick();
    expect(one.cursors).toEqual([]);
  });

  test('an answer from before the change that comes after it is not kept', async () => {
    const one = hostWith();
    await ask(one, BEN);
    let finish: (facts: AddressFacts) => void = () => undefined;
    one.says = () => new Promise((resolve) => { finish = resolve; });
    const before = ask(one);
    await jest.advanceTimersByTimeAsync(1);
    one.changed = () => ({ touched: [{ address: ANNA }], cursor: '1' });
    one.now += 10;
    const ticked = tick();
    await ticked;
    finish(YES);
    await before;
    one.says = () => NO;
    one.now += 10;
    expect(await ask(one)).toBe('objected');
  });
});

describe('turns', () => {
  test('so many go out at once, the others one by one', async () => {
    let now = 0;
    const turns = openTurns({ requests: 3, within: 3000 }, () => now);
    const { signal } = new AbortController();
    for (let times = 0; times < 3; times += 1) await turns.take(signal, 0);
    await expect(turns.take(signal, 500)).rejects.toMatchObject({ reason: 'timeout', code: 'noTurn', retryAfter: 1000 });
    now = 1000;
    await turns.take(signal, 0);
    await expect(turns.take(signal, 500)).rejects.toMatchObject({ code: 'noTurn' });
    turns.pause(60_000);
    now = 50_000;
    await expect(turns.take(signal, 500)).rejects.toMatchObject({ code: 'noTurn' });
    now = 61_000;
    await turns.take(signal, 0);
  });
});

test('portions hold everybody once, in order, and no more spellings than there is room for', () => {
  fc.assert(fc.property(fc.array(fc.constantFrom('a@oak.example', 'b@xn--mller-kva.example', 'c+d@elm.example')), fc.integer({ min: 2, max: 7 }), (keys, room) => {
    const all = portions(keys.map(askedAddress), room);
    expect(all.flat().map(({ key }) => key)).toEqual(keys);
    for (const portion of all) expect(portion.reduce((sum, { spellings }) => sum + spellings.length, 0)).toBeLessThanOrEqual(room);
    for (const portion of all) expect(portion.length).toBeGreaterThan(0);
  }));
});

test('an internationalised domain is asked for in both forms, a tag and dots stay', () => {
  expect(askedAddress('b.ernd+x@xn--mller-kva.example').spellings).toEqual(['b.ernd+x@xn--mller-kva.example', 'b.ernd+x@müller.example']);
  expect(askedAddress('anna@oak.example').spellings).toEqual(['anna@oak.example']);
});

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resume) => setTimeout(resume, 5));
}

test('a source that is spared is asked again after the clock has been set back', async () => {
  const one = hostWith();
  one.says = () => { throw new SourceFailure('refused', 'Forbidden'); };
  while (one.host.health()[0]?.breaker === 'closed') await ask(one);
  one.says = () => YES;
  expect(await ask(one)).toBe('unreachable');
  const now = Date.now();
  const clock = jest.spyOn(Date, 'now').mockReturnValue(now - 3_600_000);
  expect(await ask(one)).toBe('granted');
  clock.mockRestore();
});
