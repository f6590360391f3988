import fc from 'fast-check';
import { type Clock, MailboxFailure } from '../../src/core/ports';
import { CALL_TIMEOUT, type OfficeCall, officeCalls } from '../../src/outlook/office-calls';

/** A clock that stands still until it is moved. */
function handClock(): Clock & { forward(milliseconds: number): void } {
  let now = 0;
  let timers: { at: number; call: () => void }[] = [];
  return {
    now: () => now,
    after(milliseconds, call) {
      const timer = { at: now + milliseconds, call };
      timers.push(timer);
      return () => {
        timers = timers.filter((each) => each !== timer);
      };
    },
    forward(milliseconds) {
      now += milliseconds;
      const due = timers.filter(({ at }) => at <= now);
      timers = timers.filter(({ at }) => at > now);
      for (const { call } of due) call();
    },
  };
}

type Answer = (result: Office.AsyncResult<string>) => void;
const yes = (value: unknown) => ({ status: 'succeeded', value }) as unknown as Office.AsyncResult<string>;
const no = (error: unknown) => ({ status: 'failed', error }) as unknown as Office.AsyncResult<string>;
const asIs = (value: string) => value;

/** Lets everything that is settled be seen. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

test('an answer from Outlook is passed on as it was converted', async () => {
  const calls = officeCalls({ clock: handClock() });
  await expect(calls.ask('x', (answer: Answer) => answer(yes('Angebot')), (text) => text.length)).resolves.toBe(7);
});

test.each([
  ['an error with a code', (answer: Answer) => answer(no({ code: 9030, message: 'changed' })), { code: 9030, timedOut: false }],
  ['an error without anything', (answer: Answer) => answer(no(undefined)), { code: null, timedOut: false }],
  ['an error with a code that is no number', (answer: Answer) => answer(no({ code: '9030' })), { code: null, timedOut: false }],
  ['no value', (answer: Answer) => answer(yes(undefined)), { code: null, timedOut: false }],
  ['null', (answer: Answer) => answer(yes(null)), { code: null, timedOut: false }],
  ['nothing at all', (answer: Answer) => answer(undefined as never), { code: null, timedOut: false }],
  ['a status nobody knows', (answer: Answer) => answer({ status: 'maybe', value: 'x' } as never), { code: null, timedOut: false }],
] as const)('a call that is answered with %s has failed', async (_, start, reason) => {
  const calls = officeCalls({ clock: handClock() });
  const failure = await calls.ask('to.getAsync', start, asIs).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(MailboxFailure);
  expect(failure).toMatchObject({ operation: 'to.getAsync', ...reason });
});

test.each([
  ['that throws', () => { throw new Error('no permission'); }],
  ['that throws something strange', () => { throw 'a text'; }],
  ['that is not there', (answer: Answer) => (undefined as unknown as { getAsync(answer: Answer): void }).getAsync(answer)],
] as const)('a call to an API %s has failed', async (_, start) => {
  const calls = officeCalls({ clock: handClock() });
  await expect(calls.tell('x', start as never)).rejects.toBeInstanceOf(MailboxFailure);
});

test('an answer that cannot be read has failed', async () => {
  const calls = officeCalls({ clock: handClock() });
  const unreadable = calls.ask('x', (answer: Answer) => answer(yes('x')), () => { throw new Error('no list'); });
  await expect(unreadable).rejects.toThrow('x: no list');
});

test('a change is done although it is answered without a value', async () => {
  const calls = officeCalls({ clock: handClock() });
  await expect(calls.tell('x', (answer) => answer(yes(undefined) as never))).resolves.toBeUndefined();
});

test('the first of several answers counts, also when the call throws after it', async () => {
  const calls = officeCalls({ clock: handClock() });
  const twice = calls.ask('x', (answer: Answer) => {
    answer(yes('first'));
    answer(yes('second'));
    throw new Error('third');
  }, asIs);
  await expect(twice).resolves.toBe('first');
});

test('a call that is never answered has failed when its time is up, and not before', async () => {
  const clock = handClock();
  const ended = jest.fn();
  officeCalls({ clock }).ask('to.getAsync', () => undefined, asIs).catch(ended);

  clock.forward(CALL_TIMEOUT - 1);
  await settle();
  expect(ended).not.toHaveBeenCalled();

  clock.forward(1);
  await settle();
  expect(ended).toHaveBeenCalledWith(expect.objectContaining({ operation: 'to.getAsync', timedOut: true }));
});

test('an answer after the time is up changes nothing, and frees no second place', async () => {
  const clock = handClock();
  const calls = officeCalls({ clock, timeout: 100 });
  const answers: Answer[] = [];
  const start: OfficeCall<string> = (answer) => void answers.push(answer);
  const ends = Array.from({ length: 9 }, () => calls.ask('x', start, asIs).catch(({ timedOut }: MailboxFailure) => timedOut));

  clock.forward(100);
  expect(answers).toHaveLength(6);
  for (const answer of answers.slice(0, 3)) answer(yes('late'));

  expect(answers).toHaveLength(6);
  clock.forward(100);
  clock.forward(100);
  expect(await Promise.all(ends)).toEqual(Array(9).fill(true));
});

test('a timer is called off when the answer comes', async () => {
  const stop = jest.fn();
  const calls = officeCalls({ clock: { now: () => 0, after: () => stop } });
  await calls.ask('x', (answer: Answer) => void setImmediate(() => answer(yes('x'))), asIs);
  expect(stop).toHaveBeenCalledTimes(1);
});

test('without timers a call still ends when it is answered', async () => {
  const calls = officeCalls({ clock: { now: () => 0, after: () => () => undefined } });
  await expect(calls.ask('x', (answer: Answer) => answer(yes('x')), asIs)).resolves.toBe('x');
});

test('a clock that throws makes the call fail, and the next one is still made', async () => {
  let broken = true;
  const calls = officeCalls({ clock: { now: () => 0, after: () => { if (broken) throw new Error('no timers'); return () => undefined; } } });
  await expect(calls.tell('x', () => undefined)).rejects.toBeInstanceOf(MailboxFailure);
  broken = false;
  await expect(calls.ask('y', (answer: Answer) => answer(yes('y')), asIs)).resolves.toBe('y');
});

/** How the host treats a call: answers at once, answers after a while, fails, throws, or hangs. */
const treatment = fc.constantFrom('now', 'later', 'fails', 'throws', 'hangs');

test('whatever the host does, every call ends once, calls start in their order, at most three at a time', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(treatment, { maxLength: 25 }), async (treatments) => {
      const clock = handClock();
      const calls = officeCalls({ clock, timeout: 100 });
      const started: number[] = [];
      const open = new Set<number>();
      let most = 0;
      let ends = 0;

      const all = treatments.map((how, index) =>
        calls.ask(String(index), (answer: Answer) => {
          started.push(index);
          open.add(index);
          most = Math.max(most, open.size);
          const reply = (result: Office.AsyncResult<string>): void => {
            open.delete(index);
            answer(result);
          };
          if (how === 'now') reply(yes('now'));
          if (how === 'later') clock.after(50, () => reply(yes('later')));
          if (how === 'fails') reply(no({ code: 5001 }));
          if (how !== 'throws') return;
          open.delete(index);
          throw new Error('thrown');
        }, asIs).then(() => 'answered', (error: MailboxFailure) => (error.timedOut ? 'timedOut' : 'failed')).then((end) => {
          ends += 1;
          return end;
        }),
      );
      for (let step = 0; step < treatments.length * 4 && ends < treatments.length; step += 1) {
        clock.forward(50);
        await settle();
      }

      expect(await Promise.all(all)).toEqual(treatments.map((how) => ({ now: 'answered', later: 'answered', fails: 'failed', throws: 'failed', hangs: 'timedOut' })[how]));
      expect(started).toEqual(treatments.map((_, index) => index));
      // A hanging call is given up, but the host never closes it, so it cannot be counted here.
      if (!treatments.includes('hangs')) expect(most).toBeLessThanOrEqual(3);
    }),
    { numRuns: 60 },
  );
});

test('no more than three calls are in flight', async () => {
  const calls = officeCalls({ clock: handClock() });
  const answers: Answer[] = [];
  const all = Array.from({ length: 7 }, () => calls.ask('x', (answer: Answer) => void answers.push(answer), asIs));

  expect(answers).toHaveLength(3);
  answers[1]!(yes('x'));
  expect(answers).toHaveLength(4);
  for (let index = 0; index < 7; index += 1) if (index !== 1) answers[index]!(yes('x'));
  await expect(Promise.all(all)).resolves.toHaveLength(7);
});
