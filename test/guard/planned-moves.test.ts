import type { Draft, Recipient } from '../../src/core/draft';
import type { UndoEdit } from '../../src/core/edit';
import type { SessionData } from '../../src/core/ports';
import type { RuleContext } from '../../src/core/rule';
import { carryOutMoves, plannedMoves } from '../../src/guard/move-while-writing';
import { movesOf, NO_MOVES, type Moves, withMarks } from '../../src/guard/moves-memory';
import { lastUndo, rememberUndo } from '../../src/guard/draft-memory';
import { review } from '../../src/guard/review';
import { noteSend, takeTurn } from '../../src/guard/turn';
import { desk, type DeskSetup, type Memory, memory, NOW, recipient, ruleOf, turns } from './desk';

/*
 * Who would move to Bcc by themselves, found out from one state of the draft and of what is kept
 * with it. What comes of it in Outlook is told in move-while-writing.test.ts.
 */

const ANNA = 'anna@oak.example';
const BEN = 'ben@elm.example';
const CEM = 'cem@ash.example';
const EVA = 'eva@own.example';

/** Two outsiders who see each other are to move. */
const apart = ruleOf('sample', {
  reads: ['recipients'],
  check: ({ participants }) => {
    const seen = participants.filter(({ field, standing }) => field !== 'bcc' && standing === 'external');
    return seen.length > 1 ? [{ message: 'found', data: {}, recipients: seen, remedy: { kind: 'moveToBcc', addresses: seen.map(({ address }) => address) } }] : [];
  },
});

const marksOf = (...addresses: readonly string[]): string => withMarks('', addresses.map((address) => ({ address, name: '' })));
const written = (moves?: Partial<Moves>, more: { readonly [key: string]: string } = {}): Memory => memory({ 'umsicht.written': 'yes', ...(moves ? { 'umsicht.moves': JSON.stringify({ ...NO_MOVES, ...moves }) } : {}), ...more });
const to = (...addresses: readonly string[]): readonly Recipient[] => addresses.map((address) => recipient(address));
const bcc = (...addresses: readonly string[]): readonly Recipient[] => addresses.map((address) => recipient(address, 'bcc'));

interface Setup extends Omit<DeskSetup, 'session'> {
  readonly session?: SessionData;
  readonly isOn?: boolean;
}

function deskOf({ session = written(), isOn = true, ...setup }: Setup) {
  return desk({ rules: [apart], session, policy: (policy) => ({ ...policy, writing: { ...policy.writing, moveToBcc: isOn } }), ...setup, draft: { recipients: to(EVA, ANNA, BEN), ...setup.draft } });
}

async function planned(setup: Setup) {
  const at = deskOf(setup);
  return plannedMoves(at.parts, await takeTurn(at.parts.mailbox.session, 'this'), await review(at.parts));
}

test('whom a rule proposes to move, where Send would ask about it and moving them settles it', async () => {
  expect(await planned({})).toEqual({ people: [ANNA, BEN], isUnderWay: false, moves: NO_MOVES });
  // The sender takes the place in To.
  expect((await planned({ draft: { recipients: to(ANNA, BEN) } }))?.people).toEqual([ANNA, BEN]);
  expect((await planned({ draft: { recipients: [...to(EVA, ANNA, BEN), recipient('alle@own.example', 'cc', true)] } }))?.people).toEqual([ANNA, BEN]);
});

describe('nobody', () => {
  const notTelling = (key: string): SessionData => {
    const session = written();
    return { ...session, read: async (each) => (each === key ? undefined : session.read(each)) };
  };
  const asked = ruleOf('sample', { severity: 'notice', check: apart.check });
  const unsettled = ruleOf('sample', { check: () => [{ message: 'found', data: {}, remedy: { kind: 'moveToBcc', addresses: [ANNA] } }] });
  const isSeen = ({ participants }: RuleContext<never>) => participants.filter(({ field }) => field !== 'bcc').length > 2;
  const undecided = ruleOf('sample', { check: (context) => (isSeen(context) ? [{ outcome: 'undetermined', message: 'found', data: {}, remedy: { kind: 'moveToBcc', addresses: [ANNA] } }] : []) });
  const taking = ruleOf('sample', { check: (context) => (isSeen(context) ? [{ message: 'found', data: {}, remedy: { kind: 'removeRecipients', addresses: [ANNA] } }] : []) });

  test.each<[string, Setup]>([
    ['where the policy does not say so', { isOn: false }],
    ['in a meeting', { kind: 'meeting', draft: { recipients: [recipient(ANNA, 'required'), recipient(BEN, 'required')] } }],
    ['where one field was not told', { draft: { unread: ['bcc'] } }],
    ['where Outlook keeps nothing', { session: { read: async (key) => (key === 'umsicht.written' ? 'yes' : null), write: async () => false } }],
    ['in a draft that is only looked at', { session: memory() }],
    ['where Outlook does not tell whether somebody writes', { session: notTelling('umsicht.written') }],
    ['where it does not tell who has moved', { session: notTelling('umsicht.moves') }],
    ['where it does not tell whether a move was taken back', { session: notTelling('umsicht.movesDeclined') }],
    ['where it does not tell whether Send was pressed', { session: notTelling('umsicht.sent') }],
    ['where a move was taken back', { session: written(undefined, { 'umsicht.movesDeclined': 'yes' }) }],
    ['ten seconds after Send', { session: written(undefined, { 'umsicht.sent': String(NOW - 9_999) }) }],
    ['where somebody cannot be read', { draft: { recipients: to(EVA, ANNA, BEN, 'Cem') } }],
    ['where somebody else’s list is there', { draft: { recipients: [...to(EVA, ANNA, BEN), recipient('mitglieder@verband.example', 'bcc', true)] } }],
    ['where nobody would stand in To', { draft: { from: null, recipients: to(ANNA, BEN) } }],
    ['where Send would not ask', { rules: [asked] }],
    ['where it would not settle the matter', { rules: [unsettled] }],
    ['where one matter of two would not be settled', { rules: [apart, { ...unsettled, id: 'other' }] }],
    ['where the matter is not known', { rules: [undecided] }],
    ['where somebody is to be taken out', { rules: [taking] }],
    ['where nobody sees another', { draft: { recipients: to(EVA, ANNA) } }],
    ['where nothing is found', { rules: [] }],
  ])('%s', async (_, setup) => {
    expect(await planned(setup)).toBeNull();
  });

  test('once Send is ten seconds ago, people do again', async () => {
    expect(await planned({ session: written(undefined, { 'umsicht.sent': String(NOW - 10_000) }) })).not.toBeNull();
  });
});

describe('whoever was moved before', () => {
  test('and stands where they were has been moved back by hand, and stays', async () => {
    const plan = await planned({ session: written({ moved: marksOf(ANNA, BEN) }), draft: { recipients: [...to(EVA, ANNA), ...bcc(BEN)] } });
    expect(plan).toEqual({ people: [], isUnderWay: false, moves: { ...NO_MOVES, moved: marksOf(ANNA, BEN), kept: marksOf(ANNA) } });
  });

  test('and was moved back is asked about no more, while others move', async () => {
    const moves = { moved: marksOf(ANNA), kept: marksOf(ANNA) };
    expect(await planned({ session: written(moves), draft: { recipients: to(EVA, ANNA, BEN, CEM) } })).toMatchObject({ people: [BEN, CEM] });
    expect(await planned({ session: written(moves), draft: { recipients: to(EVA, ANNA) } })).toBeNull();
    expect((await planned({ session: written(), draft: { recipients: to(EVA, ANNA, BEN, CEM) } }))?.people).toEqual([ANNA, BEN, CEM]);
  });

  test('and is in Bcc leaves nothing to be done', async () => {
    expect(await planned({ session: written({ moved: marksOf(ANNA, BEN) }), draft: { recipients: [...to(EVA), ...bcc(ANNA, BEN)] } })).toBeNull();
  });
});

describe('a move that was cut off', () => {
  const moving = { moving: [ANNA, BEN], moved: marksOf(ANNA, BEN), begun: 1 };

  test('half way is carried on with those who are left', async () => {
    const plan = await planned({ session: written(moving), draft: { recipients: [...to(EVA, BEN), ...bcc(ANNA, CEM)] } });
    expect(plan).toEqual({ people: [BEN], isUnderWay: true, moves: { ...NO_MOVES, ...moving, arrived: marksOf(ANNA) } });
  });

  test('with everybody in both fields is carried on with all of them', async () => {
    expect(await planned({ session: written(moving), draft: { recipients: [...to(EVA, ANNA, BEN), ...bcc(ANNA, BEN)] } })).toMatchObject({ people: [ANNA, BEN], isUnderWay: true });
  });

  test('at its end is noted to be over', async () => {
    expect(await planned({ session: written(moving), draft: { recipients: [...to(EVA), ...bcc(ANNA, BEN)] } })).toEqual({ people: [], isUnderWay: true, moves: { ...NO_MOVES, moved: marksOf(ANNA, BEN) } });
  });

  test('before anybody had moved begins anew', async () => {
    expect(await planned({ session: written(moving) })).toEqual({ people: [ANNA, BEN], isUnderWay: false, moves: { ...NO_MOVES, begun: 1 } });
  });

  test('leaves whoever had arrived and was put back by hand', async () => {
    const plan = await planned({ session: written({ ...moving, arrived: marksOf(ANNA) }), draft: { recipients: [...to(EVA, ANNA), ...bcc(BEN)] } });
    expect(plan).toMatchObject({ people: [], isUnderWay: true, moves: { kept: marksOf(ANNA), moving: [], begun: 0 } });
  });
});

describe('what is planned', () => {
  async function carriedOut(setup: Setup, meanwhile: (session: SessionData) => Promise<unknown> = async () => undefined) {
    const at = deskOf(setup);
    const { session } = at.parts.mailbox;
    const turn = await takeTurn(session, 'this');
    const plan = await plannedMoves(at.parts, turn, await review(at.parts));
    if (!plan) throw new Error('nothing planned');
    const reads = at.read.length;
    const done = carryOutMoves(at.parts, turn, plan);
    await meanwhile(session);
    await turns();
    const [timer] = at.timers;
    timer?.call();
    return { changed: await done, waited: timer?.after, looked: at.read.length > reads, moves: await movesOf(session) };
  }

  test('waits until nobody has touched the draft for four seconds, or until what was cut off is lost', async () => {
    expect(await carriedOut({})).toMatchObject({ changed: true, waited: 4000, moves: { moving: [ANNA, BEN], moved: marksOf(ANNA, BEN), begun: 1 } });
    expect(await carriedOut({ session: written({ moving: [ANNA, BEN], moved: marksOf(ANNA, BEN), begun: 1 }), draft: { recipients: [...to(EVA, BEN), ...bcc(ANNA)] } })).toMatchObject({ changed: true, waited: 2500, moves: { begun: 2 } });
  });

  test('is left to whoever has come since, or to Send', async () => {
    expect(await carriedOut({}, (session) => takeTurn(session, 'that'))).toMatchObject({ changed: false, looked: false, moves: NO_MOVES });
    expect(await carriedOut({}, (session) => noteSend(session, { now: () => NOW, after: () => () => undefined }))).toMatchObject({ changed: false, looked: true, moves: NO_MOVES });
  });

  test('is noted where nobody has to be moved', async () => {
    expect(await carriedOut({ session: written({ moved: marksOf(ANNA) }), draft: { recipients: to(EVA, ANNA) } })).toMatchObject({ changed: false, moves: { kept: marksOf(ANNA) } });
  });

  test('is given up after so many attempts that came to no end, more for more people', async () => {
    const draft: Partial<Draft> = { recipients: [...to(EVA, BEN), ...bcc(ANNA)] };
    const moving = { moving: [ANNA, BEN], moved: marksOf(ANNA, BEN) };
    expect((await carriedOut({ session: written({ ...moving, begun: 9 }), draft })).changed).toBe(true);
    expect((await carriedOut({ session: written({ ...moving, begun: 10 }), draft })).changed).toBe(false);
    const many = Array.from({ length: 26 }, (_, index) => `person${index}@oak${index}.example`);
    const all = { moving: [ANNA, ...many], moved: marksOf(ANNA, ...many) };
    expect((await carriedOut({ session: written({ ...all, begun: 10 }), draft: { recipients: [...to(EVA, ...many), ...bcc(ANNA)] } })).changed).toBe(true);
    expect((await carriedOut({ session: written({ ...all, begun: 11 }), draft: { recipients: [...to(EVA, ...many), ...bcc(ANNA)] } })).changed).toBe(false);
  });

  test('is begun only where the way back and the intention are kept', async () => {
    for (const full of ['umsicht.undo', 'umsicht.moves']) {
      const session = written();
      const { changed } = await carriedOut({ session: { ...session, write: async (key, value) => key !== full && session.write(key, value) } });
      expect([full, changed, session.kept.get('umsicht.undo') || '']).toEqual([full, false, '']);
    }
  });

  test('is taken back together with what moved by itself before, each person once; not with what else was changed', async () => {
    const undoOf = (...addresses: readonly string[]): UndoEdit => ({ kind: 'undoRecipients', restore: to(...addresses), added: bcc(...addresses) });
    const undoAfter = async (earlier: UndoEdit, moved: string) => {
      const session = written({ moved });
      await rememberUndo(session, earlier);
      await carriedOut({ session, draft: { recipients: [...to(EVA, BEN, CEM), ...bcc(ANNA)] } });
      const undo = await lastUndo(session);
      return undo && [undo.restore.map(({ address }) => address), undo.added.map(({ field, address }) => `${field} ${address}`)];
    };
    expect(await undoAfter(undoOf(ANNA), marksOf(ANNA))).toEqual([[ANNA, BEN, CEM], [`bcc ${ANNA}`, `bcc ${BEN}`, `bcc ${CEM}`]]);
    expect(await undoAfter(undoOf('dora@fir.example', ANNA, BEN), marksOf(ANNA))).toEqual([['dora@fir.example', ANNA, BEN, CEM], ['bcc dora@fir.example', `bcc ${ANNA}`, `bcc ${BEN}`, `bcc ${CEM}`]]);
    expect(await undoAfter({ ...undoOf(ANNA), restore: [recipient(ANNA, 'cc'), recipient(BEN, 'cc')] }, marksOf(ANNA))).toEqual([[ANNA, BEN, BEN, CEM], [`bcc ${ANNA}`, `bcc ${BEN}`, `bcc ${CEM}`]]);
    expect(await undoAfter(undoOf('dora@fir.example'), marksOf(ANNA))).toEqual([[BEN, CEM], [`bcc ${BEN}`, `bcc ${CEM}`]]);
  });
});
