import { type Draft, EMPTY_DRAFT } from '../../src/core/draft';
import type { SessionData } from '../../src/core/ports';
import type { RuleContext } from '../../src/core/rule';
import { handleSend, SEND_DEADLINE } from '../../src/guard/handle-send';
import { fingerprintIn } from '../../src/presentation/smart-alert';
import { desk, type DeskSetup, memory, NOW, recipient, ruleOf, turns } from './desk';

const harmless: DeskSetup = { draft: { recipients: [recipient('anna@oak.example')] }, rules: [ruleOf('sample')] };
const objecting = ruleOf('sample', { check: () => [{ message: 'found', data: {} }] });
const stopped: DeskSetup = { ...harmless, rules: [objecting] };

async function sent(setup: DeskSetup) {
  const at = desk(setup);
  await handleSend(at.parts, at.event);
  return at;
}

test('a mail in which nothing is found goes out, and the deadline is called off', async () => {
  const { verdicts, timers, asked, policyWaits } = await sent(harmless);
  expect(verdicts).toEqual([{ allowEvent: true }]);
  expect(timers.map(({ after, off }) => [after, off])).toEqual([[3000, true]]);
  expect([SEND_DEADLINE, policyWaits, asked]).toEqual([3000, [1000], []]);
});

test('a mail in which something is found is stopped with its words, and with what the button hands on', async () => {
  const { verdicts, timers } = await sent(stopped);
  expect(verdicts).toHaveLength(1);
  const [verdict] = verdicts;
  expect(verdict).toMatchObject({ allowEvent: false, errorMessage: expect.stringContaining('Found.'), sendModeOverride: 'promptUser' });
  const handedOn = JSON.parse(verdict && 'contextData' in verdict ? verdict.contextData as string : '{}') as { nonce: string };
  expect(fingerprintIn(handedOn)).toMatch(/^[0-9a-f]{16}$/);
  expect(handedOn.nonce.startsWith(`${NOW.toString(36)}-`)).toBe(true);
  expect(timers[0]?.off).toBe(true);
});

test('less time is given to the service than there is, and nothing is written while a send waits but that it was pressed', async () => {
  const session = memory();
  const { asked } = await sent({ ...harmless, session, rules: [ruleOf('sample', { needs: ['contacts'] })] });
  expect(asked.map(({ within }) => within)).toEqual([1500]);
  expect([...session.kept]).toEqual([['umsicht.sent', String(NOW)]]);
});

test('nobody waits until it is written that Send was pressed', async () => {
  const never: SessionData = { read: async () => null, write: () => new Promise(() => {}) };
  expect((await sent({ ...harmless, session: never })).verdicts).toEqual([{ allowEvent: true }]);
});

describe('a mail that seems to go to nobody', () => {
  const heard = async (setup: DeskSetup) => {
    let unread: RuleContext<never>['draft']['unread'] = [];
    const { verdicts } = await sent({ ...setup, rules: [ruleOf('sample', { reads: ['recipients'], check: ({ draft }) => { unread = draft.unread; return []; } })] });
    return { unread, verdicts };
  };

  test.each([
    ['message', ['to', 'cc', 'bcc']],
    ['meeting', ['required', 'optional']],
  ] as const)('was not told: nobody sends a %s to nobody', async (kind, fields) => {
    const { unread, verdicts } = await heard({ kind, draft: { unread: ['subject', fields[0]] } });
    expect(unread).toEqual([...fields, 'subject']);
    expect(verdicts).toMatchObject([{ allowEvent: false }]);
  });

  test('is not one where somebody is there', async () => {
    const { unread, verdicts } = await heard({ draft: { recipients: [recipient('anna@oak.example')], unread: ['subject'] } });
    expect([unread, verdicts]).toEqual([['subject'], [{ allowEvent: true }]]);
  });
});

describe('somebody who is added while the service is waited for', () => {
  const waited = async (kind: 'message' | 'meeting', again: Partial<Draft>) => {
    let seen: readonly string[] = [];
    const at = desk({ kind, draft: { recipients: [recipient('anna@oak.example')] }, rules: [ruleOf('sample', { needs: ['contacts'], check: ({ participants }) => { seen = participants.map(({ address }) => address); return []; } })] });
    const first = at.parts.mailbox.readDraft;
    at.parts.mailbox.readDraft = async (parts) => ({ ...(await first(parts)), ...(at.read.length > 1 ? again : {}) });
    await handleSend(at.parts, at.event);
    return { seen, read: at.read.slice(1), asked: at.asked.length };
  };
  const both = [recipient('anna@oak.example'), recipient('ben@elm.example')];

  test.each([['message', ['to', 'cc', 'bcc']], ['meeting', ['required', 'optional']]] as const)('to a %s is looked at before it goes', async (kind, fields) => {
    expect(await waited(kind, { recipients: both })).toEqual({ seen: ['anna@oak.example', 'ben@elm.example'], read: [fields], asked: 1 });
  });

  test('is not known of where Outlook does not tell all of it then: what it told at Send stands', async () => {
    expect((await waited('message', { recipients: [], unread: ['cc'] })).seen).toEqual(['anna@oak.example']);
  });

  test('is not looked for where nobody was waited for', async () => {
    expect((await sent(harmless)).read).toHaveLength(1);
  });
});

describe('when the time is up', () => {
  const never = (): Promise<never> => new Promise(() => undefined);

  test('the verdict is given from what is there: who was not asked about is unknown', async () => {
    const needing = ruleOf('sample', { needs: ['contacts'], check: ({ evidence }) => (evidence.contacts.size === 0 ? [{ outcome: 'undetermined', message: 'found', data: {} }] : []) });
    const at = desk({ ...harmless, rules: [needing], answers: never });
    const done = handleSend(at.parts, at.event);
    await turns();
    expect(at.verdicts).toEqual([]);
    at.timers[0]?.call();
    await done;
    expect(at.verdicts).toMatchObject([{ allowEvent: false, errorMessage: expect.stringContaining('Found.') }]);
  });

  test('before the draft was read, nothing of it is known and it is stopped', async () => {
    const at = desk({ ...harmless, rules: [ruleOf('sample', { reads: ['subject'] })] });
    at.parts.mailbox.readDraft = never;
    const done = handleSend(at.parts, at.event);
    at.timers[0]?.call();
    await done;
    expect(at.verdicts).toMatchObject([{ allowEvent: false }]);
    expect(at.noted).toEqual([]);
  });

  test('what is answered afterwards changes nothing, and the event is completed once', async () => {
    let answer = (): void => undefined;
    const at = desk({ ...stopped });
    at.parts.mailbox.readDraft = () => new Promise((resolve) => { answer = () => resolve({ ...EMPTY_DRAFT, recipients: [recipient('anna@oak.example')] }); });
    const done = handleSend(at.parts, at.event);
    at.timers[0]?.call();
    await done;
    answer();
    await turns();
    at.timers[0]?.call();
    expect(at.verdicts).toHaveLength(1);
  });
});

test('what breaks after the verdict was given does not give another one', async () => {
  let breakDown = (): void => undefined;
  const at = desk(harmless);
  at.parts.mailbox.readDraft = () => new Promise((_, reject) => { breakDown = () => reject(new Error('x')); });
  const done = handleSend(at.parts, at.event);
  at.timers[0]?.call();
  await done;
  breakDown();
  await turns();
  expect(at.verdicts).toHaveLength(1);
});

describe('what breaks stops the mail, with the dialog for that', () => {
  const BROKEN = { allowEvent: false, errorMessage: expect.stringMatching(/could not|cannot/i) };

  test('a host that throws, when it is asked or later', async () => {
    for (const fail of [() => { throw new Error('x'); }, () => Promise.reject(new Error('x'))]) {
      const at = desk(harmless);
      at.parts.mailbox.readDraft = fail;
      await handleSend(at.parts, at.event);
      expect(at.verdicts).toMatchObject([BROKEN]);
      expect(at.timers[0]?.off).toBe(true);
    }
  });

  test('rules that are none', async () => {
    const at = desk(harmless);
    await handleSend({ ...at.parts, rules: [null as never] }, at.event);
    expect(at.verdicts).toMatchObject([BROKEN]);
  });

  test('a clock that stops telling the time', async () => {
    let told = 0;
    const { verdicts } = await sent({ ...stopped, clock: { now: () => { told += 1; if (told > 1) throw new Error('x'); return NOW; } } });
    expect(verdicts).toMatchObject([BROKEN]);
  });

  test('a dialog that cannot be made', async () => {
    const { verdicts } = await sent({ ...stopped, rules: [{ ...objecting, text: null as never }] });
    expect(verdicts).toMatchObject([{ allowEvent: false }]);
  });
});

describe('who is written to is taken down', () => {
  const keeping = ruleOf('sample', { needs: ['correspondence'] });

  test('when the mail goes out, once each, outsiders with an address only', async () => {
    const { noted } = await sent({ rules: [keeping], draft: { recipients: [recipient('Anna@oak.example'), recipient('anna@oak.example', 'cc'), recipient('eva@own.example'), recipient('x')] } });
    expect(noted).toEqual([['anna@oak.example']]);
  });

  test('when one rule of several wants to know', async () => {
    expect((await sent({ ...harmless, rules: [ruleOf('other'), keeping] })).noted).toEqual([['anna@oak.example']]);
  });

  test('once, though the time is up when it has gone out', async () => {
    const { noted, timers, verdicts } = await sent({ ...harmless, rules: [keeping] });
    timers[0]?.call();
    expect([noted, verdicts]).toEqual([[['anna@oak.example']], [{ allowEvent: true }]]);
  });

  test('not where nobody outside is there, nor where no rule wants to know, nor where the one that does is off', async () => {
    expect((await sent({ rules: [keeping], draft: { recipients: [recipient('eva@own.example')] } })).noted).toEqual([]);
    expect((await sent({ ...harmless, rules: [ruleOf('sample', { needs: ['contacts'] })] })).noted).toEqual([]);
    expect((await sent({ ...harmless, rules: [keeping], policy: (policy) => ({ ...policy, rules: { sample: { severity: 'off', mode: 'asPolicy', options: {} } } }) })).noted).toEqual([]);
    expect((await sent({ ...harmless, rules: [keeping], policy: (policy) => ({ ...policy, rules: {} }) })).noted).toEqual([['anna@oak.example']]);
  });

  test('not when it is stopped', async () => {
    expect((await sent({ ...harmless, rules: [ruleOf('sample', { needs: ['correspondence'], check: () => [{ message: 'found', data: {} }] })] })).noted).toEqual([]);
  });
});
