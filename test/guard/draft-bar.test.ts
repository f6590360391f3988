import type { DraftNotice, NotificationBar, PaneAccess, SessionData } from '../../src/core/ports';
import { dismissedBefore, saidBy, subjectOf } from '../../src/guard/bar-memory';
import { type NoticeName, retractFindings, type Saying, setBar, type WantedNotice } from '../../src/guard/draft-bar';
import { noteSend, takeTurn } from '../../src/guard/turn';
import { memory, NOW } from './desk';

/** The bar as Outlook has it: what stands there, and what was done to it, call by call. */
function barOf({ room = 5, pane = 'button', isTold = true, refuses = () => false }: { room?: number; pane?: PaneAccess; isTold?: boolean; refuses?: (notice: DraftNotice) => boolean } = {}) {
  const notices = new Map<string, DraftNotice>();
  const calls: string[] = [];
  const bar: NotificationBar = {
    room,
    pane,
    standing: async () => (isTold ? [...notices.keys()] : null),
    show: async (name, notice) => {
      calls.push(`show ${name}`);
      if (refuses(notice)) return false;
      notices.set(name, notice);
      return true;
    },
    remove: async (name) => {
      calls.push(`remove ${name}`);
      return notices.delete(name);
    },
  };
  return { bar, notices, calls, texts: () => [...notices].map(([name, { text, button }]) => `${name}: ${text}${button ? ` [${button.label}]` : ''}`) };
}

type Bar = ReturnType<typeof barOf>;

const wanted = (name: NoticeName, what: string, who?: readonly string[]): WantedNotice => ({
  name,
  subjects: [subjectOf(what, 1, who)],
  say: (news, pane) => ({ text: `${what} ${news.map((each) => (each.who || ['all']).join()).join()}`, button: pane === 'button' ? { label: 'Open', commandId: 'pane' } : null }),
});
const MOVED: NoticeName = 'umsicht.moved';
const FOUND: NoticeName = 'umsicht.findings';
const clock = { now: () => NOW, after: () => () => undefined };

async function say({ bar }: Bar, session: SessionData, notices: readonly WantedNotice[], more: Partial<Saying> & { readonly isOpen?: boolean } = {}): Promise<boolean> {
  const turn = await takeTurn(session, 'this');
  const { isOpen = false, ...rest } = more;
  return setBar({ bar, clock, session, turn, isJustOpened: false, isButtonDismissed: false, ...rest }, notices, () => isOpen);
}

test('what is wanted is said once, in the order of what matters, one of them with a button', async () => {
  const [draft, session] = [barOf(), memory()];
  expect(await say(draft, session, [wanted(MOVED, 'moved', ['a']), wanted(FOUND, 'found')])).toBe(true);
  expect(draft.texts()).toEqual(['umsicht.findings: found all', 'umsicht.moved: moved a [Open]']);
  expect(await say(draft, session, [wanted(MOVED, 'moved', ['a']), wanted(FOUND, 'found')])).toBe(false);
  expect(draft.calls).toEqual(['show umsicht.findings', 'show umsicht.moved']);
});

test('a line changes with what it says, and goes when there is nothing more to say', async () => {
  const [draft, session] = [barOf(), memory()];
  await say(draft, session, [wanted(FOUND, 'found', ['a'])]);
  await say(draft, session, [wanted(FOUND, 'found', ['b'])]);
  expect(draft.texts()).toEqual(['umsicht.findings: found b [Open]']);
  expect(await say(draft, session, [], { isOpen: true })).toBe(false);
  expect(await say(draft, session, [])).toBe(true);
  expect([draft.texts(), await saidBy(session, FOUND)]).toEqual([[], null]);
});

test('where there is room for one line, the first one stands; where there is no pane, none has a button', async () => {
  const [narrow, plain] = [barOf({ room: 1 }), barOf({ pane: 'none' })];
  await say(narrow, memory(), [wanted(MOVED, 'moved'), wanted(FOUND, 'found')]);
  await say(plain, memory(), [wanted(MOVED, 'moved'), wanted(FOUND, 'found')]);
  expect([narrow.texts(), plain.texts()]).toEqual([['umsicht.moved: moved all [Open]'], ['umsicht.moved: moved all', 'umsicht.findings: found all']]);
});

test('only one line has a button, the next says where the pane is found; without a button they all say so', async () => {
  const panesAt = async (pane: PaneAccess) => {
    const panes: string[] = [];
    const telling = (name: NoticeName): WantedNotice => ({ name, subjects: [subjectOf(name, 1)], say: (_, access) => { panes.push(access); return { text: name, button: null }; } });
    await say(barOf({ pane }), memory(), [telling(MOVED), telling(FOUND)]);
    return panes;
  };
  expect([await panesAt('button'), await panesAt('ribbon'), await panesAt('none')]).toEqual([['button', 'ribbon'], ['ribbon', 'ribbon'], ['none', 'none']]);
});

test('a line that Outlook does not take with a button stands without; one it does not take at all was not said', async () => {
  const [picky, closed] = [barOf({ refuses: ({ button }) => button !== null }), barOf({ refuses: () => true })];
  const sessions = [memory(), memory()] as const;
  await say(picky, sessions[0], [wanted(FOUND, 'found')]);
  await say(closed, sessions[1], [wanted(FOUND, 'found')]);
  expect([picky.texts(), closed.texts()]).toEqual([['umsicht.findings: found all'], []]);
  expect([(await saidBy(sessions[0], FOUND))?.subjects, await saidBy(sessions[1], FOUND)]).toEqual([[subjectOf('found', 1)], null]);
  // What was never seen to stand must not pass for dismissed.
  expect(await dismissedBefore(sessions[1])).toHaveLength(0);
});

describe('a line that was dismissed', () => {
  test('is not said again unless it is about somebody else', async () => {
    const [draft, session] = [barOf(), memory()];
    await say(draft, session, [wanted(FOUND, 'found', ['a'])]);
    draft.notices.clear();
    expect(await say(draft, session, [wanted(FOUND, 'found', ['a'])])).toBe(true);
    expect([draft.texts(), await dismissedBefore(session)]).toEqual([[], [subjectOf('found', 1, ['a'])]]);
    await say(draft, session, [wanted(FOUND, 'found', ['a', 'b'])]);
    expect(draft.texts()).toHaveLength(1);
  });

  test('is none where the draft has just been opened in another window', async () => {
    const [draft, session] = [barOf(), memory()];
    await say(draft, session, [wanted(FOUND, 'found')]);
    draft.notices.clear();
    await say(draft, session, [wanted(FOUND, 'found')], { isJustOpened: true });
    expect([draft.texts(), await dismissedBefore(session)]).toEqual([['umsicht.findings: found all [Open]'], []]);
  });

  test('is the one with the button where Outlook says so, though it does not tell what stands', async () => {
    const [draft, session] = [barOf({ isTold: false, refuses: () => false }), memory({ 'umsicht.said.umsicht.findings': JSON.stringify({ text: 'found all\nOpen', subjects: [subjectOf('found', 1)] }) })];
    await say(draft, session, [wanted(FOUND, 'found')], { isButtonDismissed: true });
    expect([draft.calls.filter((call) => call.startsWith('show')), await dismissedBefore(session)]).toEqual([[], [subjectOf('found', 1)]]);
  });

  test('is not one without a button then', async () => {
    const [draft, session] = [barOf({ isTold: false }), memory({ 'umsicht.said.umsicht.findings': JSON.stringify({ text: 'found all', subjects: [subjectOf('found', 1)] }) })];
    await say(draft, session, [wanted(FOUND, 'found')], { isButtonDismissed: true });
    expect(await dismissedBefore(session)).toHaveLength(0);
  });
});

describe('nothing is said', () => {
  const nothing = async (session: SessionData, more: Partial<Saying> = {}) => {
    const draft = barOf();
    expect(await say(draft, session, [wanted(FOUND, 'found')], more)).toBe(false);
    expect([draft.calls, draft.texts()]).toEqual([[], []]);
  };

  test('where Outlook keeps nothing with the draft', () => nothing({ read: async () => null, write: async () => false }));

  test.each([['what was dismissed', 'umsicht.dismissed'], ['what was said', 'umsicht.said.umsicht.findings'], ['what else was said', 'umsicht.said.umsicht.moved']])('where it does not tell %s', async (_, key) => {
    const session = memory();
    await nothing({ ...session, read: async (each) => (each === key ? undefined : session.read(each)) });
  });

  test('while a Send is handled, or may be as far as Outlook tells', async () => {
    const session = memory();
    await noteSend(session, clock);
    await nothing(session);
    await nothing(session, { clock: { ...clock, now: () => NOW + 3999 } });
    await nothing({ ...session, read: async (each) => (each === 'umsicht.sent' ? undefined : session.read(each)) });
    const draft = barOf();
    expect(await say(draft, session, [wanted(FOUND, 'found')], { clock: { ...clock, now: () => NOW + 4000 } })).toBe(true);
  });

  test('where somebody has come since', async () => {
    const session = memory();
    const turn = await takeTurn(session, 'this');
    await takeTurn(session, 'that');
    const draft = barOf();
    expect(await setBar({ bar: draft.bar, clock, session, turn, isJustOpened: false, isButtonDismissed: false }, [wanted(FOUND, 'found')], () => false)).toBe(false);
    expect(draft.calls).toEqual([]);
  });
});

test('a line of ours that nobody remembers is put right or taken away; one that is remembered and gone is forgotten', async () => {
  const draft = barOf();
  draft.notices.set(FOUND, { text: 'stale', button: null });
  expect(await say(draft, memory(), [], { isOpen: true })).toBe(true);
  expect(draft.texts()).toEqual([]);
  draft.notices.set(FOUND, { text: 'stale', button: null });
  await say(draft, memory(), [wanted(FOUND, 'found')]);
  expect(draft.texts()).toEqual(['umsicht.findings: found all [Open]']);
  const session = memory({ 'umsicht.said.umsicht.moved': JSON.stringify({ text: 'moved', subjects: [subjectOf('moved', 1)] }) });
  const empty = barOf();
  expect(await say(empty, session, [])).toBe(true);
  expect([empty.calls, await saidBy(session, MOVED)]).toEqual([[], null]);
});

test('what our own button has changed is taken away without passing for dismissed', async () => {
  const [draft, session] = [barOf(), memory()];
  await say(draft, session, [wanted(FOUND, 'found')]);
  await retractFindings(draft.bar, session);
  expect(draft.texts()).toEqual([]);
  await say(draft, session, [wanted(FOUND, 'found')]);
  expect(draft.texts()).toEqual(['umsicht.findings: found all [Open]']);
});
